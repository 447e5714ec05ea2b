"""The closed lists of words that the ontology uses, each word with its meaning.

A word is stored as its value (``"working-day"``); its ``doc`` is what the docs page, GraphQL and error messages say.
"""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """One word of a closed list; ``doc`` is its meaning.

    >>> Basis.PRACTICE.value, Basis.PRACTICE.doc
    ('practice', 'How authorities and filers act, whatever the words say.')
    """

    doc: str

    def __new__(cls, value: str, doc: str) -> Term:
        term = str.__new__(cls, value)
        term._value_ = value
        term.doc = doc
        return term


class Basis(Term):
    """What a statement rests on."""

    STATUTE = "statute", "The words of an instrument say so."
    PRACTICE = "practice", "How authorities and filers act, whatever the words say."
    OPINION = "opinion", "Somebody reads the law this way."


class Confidence(Term):
    """How sure a statement is, the surest first."""

    PRIMARY = "primary", "The instrument's own wording was read."
    SECONDARY = "secondary", "Seen in a third party's page, note or news text, not in the instrument."
    SEED = "seed", "Stated by the law-firm article of August 2023 that this graph began with."
    MEMORY = "memory", "Believed, but found in no source: unverified wherever it is shown."


class RegulationKind(Term):
    """The rank of an instrument."""

    LAW = "law", "Law 法律 of the National People's Congress or its Standing Committee."
    ADMINISTRATIVE_REGULATION = "administrative-regulation", "Administrative regulation 行政法规 of the State Council."
    DEPARTMENTAL_RULE = "departmental-rule", "Departmental rule 部门规章, issued by decree."
    NORMATIVE_DOCUMENT = "normative-document", "Normative document 规范性文件, issued without a decree."
    JUDICIAL_DOCUMENT = "judicial-document", "Judicial interpretation or opinion of the Supreme People's Court."
    MANDATORY_STANDARD = "mandatory-standard", "Mandatory national standard 强制性国家标准 (GB)."
    RECOMMENDED_STANDARD = "recommended-standard", "Recommended standard 推荐性标准 (GB/T, YD/T, TC260)."
    ANNOUNCEMENT = "announcement", "Public announcement 公告, such as a list of filings."
    GUIDE = "guide", "Guide or working rules 指南 of an authority."
    INTERPRETATION = "interpretation", "Official explanation without force of its own (press Q&A)."
    POLICY = "policy", "Policy document 意见, 指引."
    DRAFT = "draft", "Draft for comment 征求意见稿: never binds."


class Status(Term):
    """Where an instrument stands."""

    IN_FORCE = "in-force", "In force."
    NOT_YET_IN_FORCE = "not-yet-in-force", "Promulgated, its day of effect still to come."
    SUPERSEDED = "superseded", "Replaced by a later instrument."
    REPEALED = "repealed", "Repealed."
    DRAFT_OPEN = "draft-open", "Draft whose outcome is not known."
    DRAFT_ADOPTED = "draft-adopted", "Draft that became another, final instrument."
    DRAFT_NOT_ADOPTED = "draft-not-adopted", "Draft that was never adopted so far as could be seen."
    UNKNOWN = "unknown", "No source tells."


class ProvisionKind(Term):
    """What an article does."""

    PURPOSE = "purpose", "States purpose and legal basis."
    SCOPE = "scope", "Says to what the instrument applies."
    DEFINITION = "definition", "Defines terms."
    PRINCIPLE = "principle", "States a principle."
    POLICY = "policy", "Encourages, without a duty."
    COMPETENCE = "competence", "Says which authority is in charge."
    OBLIGATION = "obligation", "Imposes duties."
    PROHIBITION = "prohibition", "Forbids."
    RIGHT = "right", "Gives a right."
    PROCEDURE = "procedure", "Orders how an authority proceeds."
    CONTENT = "content", "Says what an assessment or a paper contains."
    ENFORCEMENT = "enforcement", "Gives powers of inspection or correction."
    PENALTY = "penalty", "Attaches sanctions."
    CONFIDENTIALITY = "confidentiality", "Orders secrecy."
    LICENSING = "licensing", "Asks for a licence."
    RELATION = "relation", "Ties the instrument to others."
    INTERPRETATION = "interpretation", "Says who interprets the instrument."
    EFFECTIVE_DATE = "effective-date", "Sets the day of effect."
    UNKNOWN = "unknown", "Its content could not be verified."


class AuthorityKind(Term):
    """What an authority entry stands for."""

    BODY = "body", "One body, such as the Ministry of Public Security."
    TIER = "tier", "The bodies of one tier, such as the provincial cyberspace administrations."
    COLLECTIVE = (
        "collective",
        "A term of the law that leaves the tier open (网信部门): never route it to one body alone.",
    )
    UNNAMED = "unnamed", "An addressee that the text names only generally (有关主管部门): typed, not resolved."
    OTHER = "other", "A committee, certification body or other non-authority that takes part."


class Level(Term):
    """The administrative level of an authority."""

    NATIONAL = "national", "National."
    PROVINCIAL = "provincial", "Province, autonomous region or municipality 省、自治区、直辖市."
    PREFECTURE = "prefecture", "Prefecture 地市级."
    COUNTY = "county", "County 县级."
    LOCAL = "local", "Local 地方 or of the place 所在地; the text fixes no tier."
    ANY = "any", "The text leaves the tier open."
    NONE = "none", "Has no administrative level."


class System(Term):
    """The line of administration that an authority belongs to; overlap is counted by it."""

    CYBERSPACE = "cyberspace", "Cyberspace administration 网信 (CAC)."
    PUBLIC_SECURITY = "public-security", "Public security 公安 (MPS)."
    TELECOM = "telecom", "Telecommunications 电信 (MIIT and the communications administrations)."
    MARKET = "market", "Market regulation 市场监管 (SAMR)."
    BROADCASTING = "broadcasting", "Radio and television 广电 (NRTA)."
    PRESS = "press", "Press and publication 新闻出版 (NPPA)."
    CULTURE = "culture", "Culture and tourism 文化和旅游 (MCT)."
    DEVELOPMENT_REFORM = "development-reform", "Development and reform 发展改革 (NDRC)."
    EDUCATION = "education", "Education 教育 (MOE)."
    SCIENCE = "science", "Science and technology 科技 (MOST)."
    STATE_SECURITY = "state-security", "State security 国家安全."
    CRYPTOGRAPHY = "cryptography", "Cryptography 密码管理."
    MILITARY = "military", "Military 军队."
    LEGISLATURE = "legislature", "National People's Congress 人大."
    JUDICIARY = "judiciary", "Courts 法院."
    STATE_COUNCIL = "state-council", "The State Council itself 国务院."
    SECTOR = "sector", "A sector regulator or department named only generally."
    OTHER = "other", "Any other line."


class Modality(Term):
    """The deontic force of a norm."""

    MUST = "must", "Commands (应当)."
    MUST_NOT = "must-not", "Forbids (不得)."
    MAY = "may", "Permits or empowers (可以, 有权, 负责)."


class Norm(Term):
    """What sort of norm an obligation entry is."""

    DUTY = "duty", "A duty to act."
    PROHIBITION = "prohibition", "A duty not to act."
    RIGHT = "right", "A right of anyone or of users."
    POWER = "power", "A competence or power of an authority."
    SANCTION = "sanction", "A power to sanction."


class ObligationKind(Term):
    """The subject of an obligation."""

    FILING = "filing", "File, change or cancel a filing 备案, or handle one."
    REGISTRATION = "registration", "Register 登记."
    ASSESSMENT = "assessment", "Assess security 安全评估."
    AUDIT = "audit", "Have an audit made 审计."
    REPORT = "report", "Report to an authority 报告, or handle a report."
    LICENCE = "licence", "Hold or apply for a licence 许可."
    NOTIFICATION = "notification", "Notify users or the persons concerned."
    COOPERATION = "cooperation", "Cooperate with an authority 配合."
    LABEL = "label", "Label generated content 标识."
    DISPLAY = "display", "Publish or show 公示, 公开."
    CONTENT = "content", "Govern content."
    RECORDS = "records", "Keep records or logs 留存."
    INTERNAL_SYSTEM = "internal-system", "Set up systems, staff or technical measures."
    OFFICER = "officer", "Appoint or name an officer 负责人."
    USER_RIGHTS = "user-rights", "Serve rights of users."
    PERSONAL_DATA = "personal-data", "Protect personal information."
    TRAINING_DATA = "training-data", "Govern training data and annotation."
    IDENTITY = "identity", "Check real identity 真实身份."
    MINORS = "minors", "Protect minors."
    ELDERLY = "elderly", "Protect older people."
    WORKERS = "workers", "Protect workers."
    CONSUMERS = "consumers", "Protect consumers."
    EXPORT = "export", "Send data abroad 出境."
    SUPERVISION = "supervision", "An authority's competence to supervise."
    OTHER = "other", "Anything else."


class ProcedureKind(Term):
    """What sort of regime a procedure is."""

    FILING = "filing", "Filing 备案."
    REGISTRATION = "registration", "Registration 登记."
    ASSESSMENT = "assessment", "Security assessment 安全评估."
    AUDIT = "audit", "Audit 审计."
    REPORT = "report", "Report to an authority 报告."
    LICENCE = "licence", "Licence or approval 许可."
    INSPECTION = "inspection", "Inspection by an authority, with cooperation of the inspected 监督检查."
    COMPLAINT = "complaint", "Complaint to an authority 投诉举报."
    AUTHORITY_ACT = "authority-act", "An authority acts by itself: competence, sanction, handling."
    INTERNAL = "internal", "Done inside the organisation: no authority receives anything."
    DISCLOSURE = "disclosure", "Addressed to users or the public: no authority receives anything."
    ABSTENTION = "abstention", "A prohibition: there is nothing to file."


class RouteKind(Term):
    """How far a route could be resolved."""

    PLATFORM = "platform", "Goes to an authority through a named platform."
    OPEN = "open", "Goes to a named authority; the rule names no platform."
    UNRESOLVED = "unresolved", "A part is missing in the rule or in every source: the reason says which."
    NONE = "none", "Nothing goes to an authority: the reason says why."


class Reason(Term):
    """Why a route is open, unresolved or none."""

    PLATFORM_NOT_NAMED = "platform-not-named", "The rule names the authority but no platform."
    PLATFORM_NOT_FOUND = "platform-not-found", "Practice knows an authority; no source names a platform."
    NO_PUBLIC_PLATFORM = "no-public-platform", "Papers go to the authority of the place; no public platform is named."
    AUTHORITY_NOT_NAMED = "authority-not-named", "The rule names no authority."
    AUTHORITY_NAMED_GENERALLY = (
        "authority-named-generally",
        "The rule names the authority only generally (有关主管部门).",
    )
    UNNAMED_PROVISIONS = (
        "unnamed-provisions",
        "The rule refers to state provisions that it does not name (国家有关规定).",
    )
    OTHER_LAW = "other-law", "The channel lies in another law that the rule presupposes."
    ON_DEMAND = "on-demand", "Given to the authority when it asks; no filing."
    AUTHORITY_ACTS = "authority-acts", "The authority acts of its own motion or towards the filer."
    INTERNAL = "internal", "Carried out inside the organisation."
    ADDRESSED_TO_USERS = "addressed-to-users", "Addressed to users, the persons concerned or the public."
    PROHIBITION = "prohibition", "A prohibition: nothing is filed."
    DRAFT = "draft", "Stands in a draft only: nothing can be filed under it."


class AuthorityRole(Term):
    """What the authority does at the end of a route."""

    RECEIVES = "receives", "Receives what is filed, reported or submitted."
    ACTS = "acts", "Acts by itself: handles, supervises, interprets."
    SANCTIONS = "sanctions", "Imposes sanctions."
    NONE = "none", "No authority takes part."


class Derivation(Term):
    """How the platform or the authority of a route follows."""

    TEXT = "text", "The provision itself names it."
    OTHER_PROVISION = "other-provision", "Another provision of the same instrument names it."
    OTHER_INSTRUMENT = "other-instrument", "Another instrument names it."
    IMPLIED = "implied", "It is implied by the context."
    READING = "reading", "It follows only by a reading."
    OBSERVED = "observed", "It is seen in practice."


class ImportMode(Term):
    """How an obligation comes to its procedure."""

    OWN = "own", "The instrument's own procedure."
    IMPORTED = "imported", "Taken over from a named instrument (依照, 按照)."
    BY_ANALOGY = "by-analogy", "Taken over by reference (参照)."
    BY_READING = "by-reading", "Tied to it only by a reading or by practice."


class DeadlineUnit(Term):
    """The unit of a clock."""

    MINUTE = "minute", "Minute 分钟; half an hour is 30."
    HOUR = "hour", "Hour 小时."
    DAY = "day", "Calendar day 日."
    WORKING_DAY = "working-day", "Working day 工作日."
    MONTH = "month", "Month 月."
    YEAR = "year", "Year 年."


class DeadlineKind(Term):
    """What a clock asks."""

    WITHIN = "within", "To be done within the time, counted from the event."
    BEFORE = "before", "To be done before the event."
    AT_ONCE = "at-once", "Immediately 立即."
    PROMPTLY = "promptly", "Promptly 及时, without a number."
    EVERY = "every", "To be repeated at that interval, or at regular intervals 定期 where no number is given."
    AT_LEAST = "at-least", "To be kept at least that long."
    BY_DATE = "by-date", "By a date fixed by the rule or by an authority."
    LASTING = "lasting", "Holds for that long (validity)."


class Binds(Term):
    """Whom a clock binds."""

    FILER = "filer", "The person bound by the obligation."
    AUTHORITY = "authority", "The authority."


class RoleKind(Term):
    """Who can be bound."""

    PROVIDER = "provider", "A provider of a service."
    SUPPORTER = "supporter", "A technical supporter."
    DISTRIBUTOR = "distributor", "A distribution platform such as an app store."
    USER = "user", "A user of a service."
    OPERATOR = "operator", "An operator of networks, data or systems."
    PARTICIPANT = "participant", "Somebody taking part in an assessment or inspection."
    ANYONE = "anyone", "Any organisation or individual."
    STATE = "state", "The State itself (policy clauses)."
    OTHER = "other", "Any other."


class TriggerKind(Term):
    """When a trigger is met."""

    STATE = "state", "While the service is in this state."
    EVENT = "event", "When something happens."


class ProfileFactKind(Term):
    """The type of a fact of a service profile."""

    BOOLEAN = "boolean", "Yes, no or unknown."
    NUMBER = "number", "A number on a day, or unknown."
    EVENT = "event", "Something that has happened, or has not."


class DocumentKind(Term):
    """What sort of thing is handed in."""

    PAPER = "paper", "A paper."
    DATA_BLOCK = "data-block", "A block of fields of a form."
    NUMBER = "number", "A number or certificate that is issued."
    CHANNEL = "channel", "Access that is given, such as a test account."


class QuestionKind(Term):
    """Why a point is open."""

    CONTESTED_NOTION = "contested-notion", "A notion that is read in different ways."
    DOUBTFUL_WORDING = "doubtful-wording", "The words of a provision can be read in more than one way."
    SOURCES_DISAGREE = "sources-disagree", "Two sources state different things."
    NOT_FOUND = "not-found", "No source that tells could be reached."


class EventKind(Term):
    """What happened."""

    FILING_LIST = "filing-list", "A list or batch of filings was published."
    RUNNING_TOTAL = "running-total", "A running total of filings was published."
    CANCELLATION_NOTICE = "cancellation-notice", "Cancellations of filings were published."
    DELISTING = "delisting", "Apps were removed from a store."
    PLATFORM_LAUNCH = "platform-launch", "A platform was opened."
    PLATFORM_MOVE = "platform-move", "A platform changed its address."
    NOTICE = "notice", "An authority published a notice."
    CONSULTATION = "consultation", "A draft was put out for comment."
    OTHER = "other", "Anything else."


class Precision(Term):
    """How exact a date is."""

    DAY = "day", "Exact to the day."
    MONTH = "month", "Exact to the month; stored as its first day."
    YEAR = "year", "Exact to the year; stored as its first day."
