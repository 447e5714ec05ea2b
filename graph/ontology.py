"""The ontology: every node and edge type of the graph, each property with its meaning, declared once.

Constraints, indexes, write statements and the docs page are rendered from here (``guikou render``); rows are
validated against it before they reach a store.
"""

from __future__ import annotations

from graph.model import Edge, Node, Ontology, day, flag, number, text, texts, word
from graph.vocabulary import (
    AuthorityKind,
    AuthorityRole,
    Binds,
    Confidence,
    DeadlineKind,
    DeadlineUnit,
    Derivation,
    DocumentKind,
    EventKind,
    ImportMode,
    Level,
    Modality,
    Norm,
    ObligationKind,
    Precision,
    ProcedureKind,
    ProfileFactKind,
    ProvisionKind,
    QuestionKind,
    Reason,
    RegulationKind,
    RoleKind,
    RouteKind,
    Status,
    System,
    TriggerKind,
)

NAME_ZH = text("name_zh", "Name in Chinese.", required=True)
NAME_EN = text("name_en", "Name in English (unofficial).", required=True)
GIST_ZH = text("gist_zh", "What it says, in own words, in Chinese.", required=True)
GIST_EN = text("gist_en", "What it says, in own words, in English (unofficial).", required=True)

# ---------------------------------------------------------------- where statements come from

SOURCE = Node(
    "Source",
    "A text, page or note that statements come from.",
    (
        text("what_en", "What the source is.", required=True),
        text("place", "Where it is found: repository and file, or address.", required=True),
        text("url", "Address of the page, where one is known."),
        text("seen", "How much of it was seen."),
    ),
)
EVIDENCE = Node(
    "Evidence",
    "Why a statement is believed: a place in a source.",
    (
        text("locator", "Place in the source: a provision such as `art-24.par-1`, or null for the source as a whole."),
        texts("terms", "Key terms that stand in that place character for character."),
        text("fingerprint", "SHA-256 of the normalised official text of the place, once that text was read."),
        word("confidence", Confidence, "How sure this piece of evidence is."),
        day("checked", "Day on which it was last checked.", required=True),
        text("note_en", "What limits this evidence."),
    ),
)

# ---------------------------------------------------------------- instruments

REGULATION = Node(
    "Regulation",
    "An instrument of any rank, drafts, standards and announcements included.",
    (
        text("title_zh", "Official title.", required=True),
        text("title_en", "Title in English (unofficial).", required=True),
        texts("aliases", "Short titles and abbreviations by which it is cited, zh and en."),
        word("kind", RegulationKind, "Rank of the instrument."),
        flag("binding", "Whether it binds of itself; a draft never does."),
        word("status", Status, "Where it stood on the day of the check."),
        text("number", "Official number, such as a decree number."),
        day("adopted", "Day of adoption by the issuer's meeting."),
        day("signed", "Day of the decree."),
        day("published", "Day on which it was made public."),
        day("effective", "Day of entry into force."),
        day("amended", "Day of the last amendment or revision."),
        day("amendment_effective", "Day on which that amendment entered into force."),
        day("repealed", "Day on which it ceased to be in force."),
        day("comments_until", "For a draft: last day for comments."),
        word("published_precision", Precision, "How exact the day of publication is.", required=False),
        number("article_count", "Number of articles."),
        text("url", "Official address."),
        texts("other_urls", "Further official addresses."),
        text("chapters_en", "Its chapters."),
    ),
    stated=True,
)
ARTICLE = Node(
    "Article",
    "An article 条 of an instrument.",
    (
        text("number", "Number as cited, such as `24` or `17-1` for 第十七条之一.", required=True),
        number("position", "Place in the order of the instrument.", required=True),
        number("chapter", "Chapter."),
        word("kind", ProvisionKind, "What the article does."),
        GIST_ZH,
        GIST_EN,
        texts("former_numbers", "Numbers it had before a renumbering."),
    ),
    stated=True,
)
CLAUSE = Node(
    "Clause",
    "A paragraph 款 or item 项 below an article.",
    (
        number("paragraph", "Number of the paragraph, from 1.", required=True),
        number("item", "Number of the item, from 1; null for a whole paragraph."),
    ),
)

# ---------------------------------------------------------------- who

AUTHORITY = Node(
    "Authority",
    "A body of the State at a level, a tier of bodies, or a term of the law that leaves the tier open.",
    (
        NAME_ZH,
        NAME_EN,
        text("short_zh", "Short name in Chinese."),
        text("abbreviation", "Abbreviation."),
        texts("terms_zh", "Terms by which the statutes name it."),
        word("kind", AuthorityKind, "What the entry stands for."),
        word("level", Level, "Administrative level."),
        word("system", System, "Line of administration."),
        text("url", "Official address."),
    ),
    stated=True,
)
ROLE = Node(
    "Role",
    "Somebody whom an obligation can bind, other than an authority.",
    (
        NAME_ZH,
        NAME_EN,
        word("kind", RoleKind, "What sort of role."),
        GIST_ZH,
        GIST_EN,
        text(
            "predicate",
            "When a service has the role, as canonical JSON (graph/predicates.py); null: no service can have it.",
        ),
    ),
    stated=True,
)

# ---------------------------------------------------------------- where to

PLATFORM = Node(
    "Platform",
    "A system through which something is filed, reported or looked up.",
    (
        NAME_ZH,
        NAME_EN,
        texts("former_names_zh", "Names it had before."),
        GIST_ZH,
        GIST_EN,
        text("number_format", "Form of the numbers that it issues."),
    ),
    stated=True,
)
SITE = Node(
    "Site",
    "An address that a platform has had. Where the day of a move is not known, two addresses overlap as uncertain.",
    (
        text("url", "The address.", required=True),
        day("sure_from", "First day on which it is known to have been in use; null: as valid_from."),
        day("sure_to", "Last day on which it is known to have been in use; null: as valid_to."),
    ),
    stated=True,
)

# ---------------------------------------------------------------- what must be done

OBLIGATION = Node(
    "Obligation",
    "One norm: who must, must not or may do what.",
    (
        GIST_ZH,
        GIST_EN,
        word("norm", Norm, "What sort of norm."),
        word("modality", Modality, "Its deontic force."),
        word("kind", ObligationKind, "Its subject."),
        flag("binding", "False for a norm that stands in a draft only; how far practice binds is told by `basis`."),
        flag("to_authority", "Whether something flows to or from an authority."),
        text("provision", "The exact provision, such as `cn.algo-2021.art-24.par-1`; null for practice without one."),
        text("bound_term_zh", "The words by which the provision names the bound."),
        text("modal_word_zh", "The modal word at that place; null where the text has none."),
        text("sanction_note_en", "What must be known about its sanction."),
    ),
    stated=True,
)
TRIGGER = Node(
    "Trigger",
    "A condition of application: a typed predicate over the facts of a service profile.",
    (
        GIST_ZH,
        GIST_EN,
        word("kind", TriggerKind, "A state of the service, or an event."),
        text("predicate", "The predicate, as canonical JSON (graph/predicates.py).", required=True),
    ),
    stated=True,
)
PROFILE_FACT = Node(
    "ProfileFact",
    "A fact of a service profile that triggers read.",
    (
        word("kind", ProfileFactKind, "Its type."),
        text("question_zh", "The question that asks for it, in Chinese.", required=True),
        text("question_en", "The question that asks for it, in English.", required=True),
        text("unit", "Unit of a number."),
        texts(
            "of_events",
            "The events that it is told of, by id: while none of them has happened there is nothing to tell.",
        ),
        text("yes_when", "When it is a yes by what other facts say, as canonical JSON (graph/predicates.py)."),
        text("no_when", "When it is a no by what other facts say, as canonical JSON."),
    ),
)
PROCEDURE = Node(
    "Procedure",
    "A regime by which obligations are fulfilled, shared by all rules that import it.",
    (NAME_ZH, NAME_EN, word("kind", ProcedureKind, "What sort of regime."), GIST_ZH, GIST_EN),
    stated=True,
)
ROUTE = Node(
    "Route",
    "One way a procedure goes: to an authority in a role, through a platform or openly without one.",
    (
        word("kind", RouteKind, "How far the route could be resolved."),
        word("reason", Reason, "Why it is open, unresolved or none; null for a platform route.", required=False),
        word("role", AuthorityRole, "What the authority does."),
        text(
            "alternative_group", "Routes of a procedure in the same group are alternatives; each group must be served."
        ),
        word("platform_by", Derivation, "How the platform follows.", required=False),
        word("authority_by", Derivation, "How the authority follows.", required=False),
        text("place_en", "Which body of the tier, such as the one where the provider sits."),
    ),
    stated=True,
)
DEADLINE = Node(
    "Deadline",
    "A clock: how long, from which event, binding whom.",
    (
        word("kind", DeadlineKind, "What the clock asks."),
        number("n", "How many units; null where the rule gives no number."),
        number("n_max", "Upper end of a range, as practice has them."),
        word("unit", DeadlineUnit, "Unit of n.", required=False),
        text("from_zh", "The event from which it runs, in Chinese."),
        text("from_en", "The event from which it runs, in English."),
        text("word_zh", "The word of time in the provision, such as 立即."),
        word("binds", Binds, "Whom it binds."),
        text("case_en", "The case in which this clock applies, where there are several."),
    ),
    stated=True,
)
DOCUMENT = Node(
    "Document",
    "A paper, block of data or number that is handed in, shown or issued.",
    (NAME_ZH, NAME_EN, word("kind", DocumentKind, "What sort of thing.")),
    stated=True,
)

# ---------------------------------------------------------------- how it is read, and what happened

QUESTION = Node(
    "Question",
    "A point that the texts leave open, or on which sources disagree.",
    (
        word("kind", QuestionKind, "Why it is open."),
        text("point_zh", "The point, in Chinese.", required=True),
        text("point_en", "The point, in English.", required=True),
    ),
    stated=True,
)
READING = Node(
    "Reading",
    "One answer to an open point: how it is read, by whom, since when.",
    (
        GIST_ZH,
        GIST_EN,
        text("held_by_en", "Who reads it so.", required=True),
        day("held_since", "Since when."),
        flag("taken", "Whether this graph follows it where it must choose."),
        text(
            "predicate",
            "When it decides what it settles or narrows, as canonical JSON (graph/predicates.py); null: it decides nothing by itself.",
        ),
    ),
    stated=True,
)
EVENT = Node(
    "Event",
    "Something dated that happened: a filing list, a delisting, a platform move.",
    (
        word("kind", EventKind, "What happened."),
        day("happened", "When.", required=True),
        word("precision", Precision, "How exact that date is."),
        GIST_ZH,
        GIST_EN,
        text("series", "The series that a list or total belongs to; series must not be added up."),
        number("batch", "Number of the batch in its series."),
        number("count", "How many entries; for a running total, the total."),
        text("url", "Address of the notice."),
    ),
    stated=True,
)
REVISION_NODE = Node(
    "Revision",
    "The revision of the graph that is served; there is exactly one.",
    (
        day("checked_through", "Day through which the law was checked.", required=True),
        number("nodes", "Number of nodes, this one not counted.", required=True),
        number("edges", "Number of edges.", required=True),
    ),
)

STATED_NODES = (
    REGULATION, ARTICLE, AUTHORITY, ROLE, PLATFORM, SITE, OBLIGATION, TRIGGER, PROCEDURE, ROUTE, DEADLINE, DOCUMENT,
    QUESTION, READING, EVENT,
)  # fmt: skip

# ---------------------------------------------------------------- edges: evidence

# (:Obligation)-[:RESTS_ON]->(:Evidence)-[:FROM]->(:Source)
RESTS_ON = Edge("RESTS_ON", STATED_NODES, (EVIDENCE,), "The statement is believed because of the evidence.")
FROM = Edge("FROM", (EVIDENCE,), (SOURCE,), "The evidence stands in the source.")
CITES = Edge("CITES", (EVIDENCE,), (ARTICLE, CLAUSE, REGULATION), "The evidence points at the provision.")

# ---------------------------------------------------------------- edges: instruments

ISSUED_BY = Edge(
    "ISSUED_BY", (REGULATION,), (AUTHORITY,), "The instrument was issued, alone or jointly, by the body.", stated=True
)
BASED_ON = Edge(
    "BASED_ON",
    (REGULATION,),
    (REGULATION,),
    "The instrument names the other as its legal basis, or implements it.",
    stated=True,
)
SUPERSEDES = Edge("SUPERSEDES", (REGULATION,), (REGULATION,), "The instrument replaces the other.", stated=True)
DRAFT_OF = Edge(
    "DRAFT_OF", (REGULATION,), (REGULATION,), "The draft became the other, or proposes to change it.", stated=True
)
EXPLAINS = Edge(
    "EXPLAINS",
    (REGULATION,),
    (REGULATION,),
    "The instrument explains the other, without force of its own.",
    stated=True,
)
CONTAINS = Edge("CONTAINS", (REGULATION,), (ARTICLE,), "The article stands in the instrument.")
HAS_CLAUSE = Edge("HAS_CLAUSE", (ARTICLE,), (CLAUSE,), "The paragraph or item stands in the article.")

# (:Clause {cn.genai-2023.art-17.par-1})-[:IMPORTS]->(:Clause {cn.algo-2021.art-24.par-1})
# From the exact provision: paragraphs 1 and 2 of art. 19 of the deep-synthesis provisions import the same article, one
# by command (按照), the other by analogy (参照).
IMPORTS = Edge(
    "IMPORTS", (ARTICLE, CLAUSE), (ARTICLE, CLAUSE, REGULATION), "The provision takes over what the other orders.",
    (
        word("mode", ImportMode, "How it takes it over."),
        text("what_en", "What is taken over: door, clock, papers, label rules.", required=True),
    ),
    stated=True,
)  # fmt: skip

# ---------------------------------------------------------------- edges: from the duty to the door

# (:Article)-[:IMPOSES]->(:Obligation)
# To-many: article 24 of the algorithm-recommendation provisions imposes four norms, three with a clock of its own.
# An instrument whose articles are not held (a standard, an announcement) imposes directly.
IMPOSES = Edge(
    "IMPOSES", (ARTICLE, REGULATION), (OBLIGATION,), "The provision is the legal basis of the obligation.", stated=True
)
BINDS = Edge(
    "BINDS", (OBLIGATION,), (ROLE, AUTHORITY), "The obligation binds the role, or the authority itself.", stated=True
)
APPLIES_WHEN = Edge(
    "APPLIES_WHEN", (OBLIGATION,), (TRIGGER,), "The obligation applies when the trigger is met.", stated=True
)
READS = Edge("READS", (TRIGGER, ROLE, READING, PROFILE_FACT), (PROFILE_FACT,), "Its predicate reads the fact.")

# (:Obligation)-[:FULFILLED_BY]->(:Procedure)-[:TAKES]->(:Route)-[:LEADS_TO]->(:Authority)
# A route ties authority and platform together on purpose: two independent to-many hops would multiply rows.
FULFILLED_BY = Edge(
    "FULFILLED_BY", (OBLIGATION,), (PROCEDURE,), "The obligation is fulfilled by the procedure.",
    (
        word("mode", ImportMode, "Own procedure, or imported, by analogy, by reading."),
        text("imported_from", "The provision that owns the procedure, where it is imported."),
        text("through", "The provision through which it is imported."),
    ),
    stated=True,
)  # fmt: skip
PART_OF = Edge("PART_OF", (PROCEDURE,), (PROCEDURE,), "The procedure is a step or variant of the other.")
PRECEDES = Edge(
    "PRECEDES",
    (PROCEDURE, DOCUMENT),
    (PROCEDURE, DOCUMENT),
    "The first must be done or cleared before the second.",
    stated=True,
)
TAKES = Edge("TAKES", (PROCEDURE,), (ROUTE,), "The procedure goes this way.", stated=True)
LEADS_TO = Edge("LEADS_TO", (ROUTE,), (AUTHORITY,), "The route ends at the authority.", stated=True)
GOES_THROUGH = Edge("GOES_THROUGH", (ROUTE,), (PLATFORM,), "The route goes through the platform.", stated=True)
OPERATED_BY = Edge("OPERATED_BY", (PLATFORM,), (AUTHORITY,), "The platform is run by the authority.", stated=True)
SERVED_AT = Edge("SERVED_AT", (PLATFORM,), (SITE,), "The platform is or was found at the address.", stated=True)
HAS_CLOCK = Edge(
    "HAS_CLOCK",
    (PROCEDURE, OBLIGATION),
    (DEADLINE,),
    "The clock runs in the procedure, or for this obligation alone.",
    stated=True,
)
REQUIRES = Edge(
    "REQUIRES", (PROCEDURE, OBLIGATION), (DOCUMENT,), "The document is handed in, shown or issued.",
    (
        number("position", "Place in the order in which they are handed in.", required=True),
        flag("open_list", "Whether the rule's list is open (等)."),
        text("to_en", "Who gets it, where it is not the authority."),
    ),
    stated=True,
)  # fmt: skip
SANCTIONED_BY = Edge(
    "SANCTIONED_BY", (OBLIGATION,), (ARTICLE,), "A breach of the obligation falls under the article.",
    (
        texts("provisions", "The exact provisions of that article, one or more."),
        text("only_if_en", "The case to which it is limited."),
    ),
    stated=True,
)  # fmt: skip
DEFINED_IN = Edge("DEFINED_IN", (ROLE,), (ARTICLE,), "The role is defined in the article.", stated=True)

# ---------------------------------------------------------------- edges: authorities, readings, events

UNDER = Edge("UNDER", (AUTHORITY,), (AUTHORITY,), "The body stands below the other in its line.", stated=True)
COVERS = Edge("COVERS", (AUTHORITY,), (AUTHORITY,), "The term of the law covers the body.", stated=True)
ANSWERS = Edge("ANSWERS", (READING,), (QUESTION,), "The reading answers the question.")
# (:Reading {…domestic-public-b2b.depends-on-use})-[:SETTLES]->(:ProfileFact {fact.offered-to-public})
# A reading can only add a yes: what its predicate leaves out stays as the profile tells it.
SETTLES = Edge(
    "SETTLES", (READING,), (PROFILE_FACT,), "Under the reading the fact is a yes where the reading's predicate holds."
)
NARROWS = Edge(
    "NARROWS",
    (READING,),
    (TRIGGER,),
    "Under the reading the trigger asks, besides its own predicate, for that of the reading.",
)
ABOUT = Edge("ABOUT", (QUESTION, EVENT), STATED_NODES, "The question or event concerns it.")

ONTOLOGY = Ontology(
    nodes=(SOURCE, EVIDENCE, CLAUSE, PROFILE_FACT, *STATED_NODES, REVISION_NODE),
    edges=(
        RESTS_ON, FROM, CITES, ISSUED_BY, BASED_ON, SUPERSEDES, DRAFT_OF, EXPLAINS, CONTAINS, HAS_CLAUSE, IMPORTS,
        IMPOSES, BINDS, APPLIES_WHEN, READS, FULFILLED_BY, PART_OF, PRECEDES, TAKES, LEADS_TO, GOES_THROUGH,
        OPERATED_BY, SERVED_AT, HAS_CLOCK, REQUIRES, SANCTIONED_BY, DEFINED_IN, UNDER, COVERS, ANSWERS, SETTLES,
        NARROWS, ABOUT,
    ),
)  # fmt: skip
