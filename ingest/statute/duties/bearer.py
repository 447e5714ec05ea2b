"""Who is bound: the phrase for a person or a body that is the subject of the deontic word, verbatim.

Chinese names the subject first and once. So the subject of a clause is the first phrase that ends like the name of
somebody (``agents.HEAD``) and is neither qualified away by 的 nor the object of a verb in front; a clause without one
takes that of the clause before. Things (登记内容, 许可证) bear nothing: then whoever makes, sells or holds them does, where
the same phrase names him (生产者提供的产品应当…).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.statute.duties.agents import HEAD
from ingest.statute.duties.names import BEGINS_WITH_VERB, JOINS, extended, names_somebody


@dataclass(frozen=True, slots=True)
class Subject:
    """Bounds of the phrase in the words searched. ``weak``: it stands before 的 or before a noun (生产者的厂房)."""

    start: int
    end: int
    weak: bool = False


_LEAD = re.compile(
    r"[ \u3000]*(?:但是?|并且?|同时|其中|此外|另外|因此|凡是?|如果?|若|当(?![事地日场年月代])|或者|而|且|以及|则|一般情况下|原则上|必要时|自主|有条件的(?=[县市地乡])|除[^，]{1,30}外|(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|\d+[.．、]|[甲乙丙丁戊己庚辛壬癸]、))*"
)
_BEGINS_WITH_PLACE_OR_TIME = re.compile(
    r"(?:在|自(?!然|治|行|主|愿)|从(?!业|事)|于|经(?!营|理|办|济|纪|销|费)|按照|依照|根据|依据|为了?(?!首)|对于?(?!方|外)|除)[^，]{1,60}?(?:期间|过程中|之日起|以前|以后|之前|之后|情况下|时(?!间|限|段)|前(?!款|条|项|述)|后(?!勤|续|果|备)|规定|要求|批准|同意|授权|基础上|区域内|范围内|环节|中(?!国|华|央|外|小|心|等|级|方|医|介|间|学|队|药|型|标))，?"
)
_NOUN_AFTER = re.compile(
    r"(?:名称|名单|名义|名录|身份|资格|人数|数量|之间|以外|之外|以内|内部|信息|情况|所在地|住所|户籍|账户|帐户|意见|同意|利益|权益|权利|义务|责任|职责|职权|标志|证书|证件|证明|印章|签名|签字|合同|"
    r"档案|资料|登记证|所有权|财产|资产|资金|股权|股份|所属|系统内|范围|条件|标准|制度|办法|章程|规定|决定|决议|产品|服务平台|服务时|网站|设备|车辆|行为|活动|年检|年度|负责制|代码|印|编制|级别|区域|水平|能力|会议|大会|选举|报告书|所在|辖区|地址|场地|员额|职数|岗位|任期|服装|工资|待遇|决议|成员(?!单位|国)|名额|人选|标识|标牌|徽|票|床位|编号|目录|财务|收入|用房|用地|薪酬|任职|项目|工程|药品|广告|价格|收费|用水|用电|车(?!辆)|船|设施)"
)
_UNKNOWN = re.compile(r"(?:尚?不明确|不存在|不一致|不明)(?:的|$)")
_RELATIVE_AFTER = re.compile(
    rf"(?:负责|负有|主管|承担|授权|指定|规定|确定|认定|批准|设立|派出|核准|认可|委托|公布|依法)[^，]{{0,40}}?的[^的，]{{0,16}}?(?:{HEAD.pattern})"
)
_OF = re.compile(r"[的地之]")
_PROTECTED = re.compile(
    r"(?:消费者|公民|用户|患者|未成年人|儿童|妇女|老年人|残疾人|他人|个人|当事人|被害人|劳动者|投资者|债权人|旅客|学生|职工|工人|居民|村民|农民|申请人|举报人|证人|病人|购买者|受害人|人民|法人|国家)$"
)
_GIVEN_BACK = re.compile(r"退还|返还|发还|退回|解冻|没收|收缴|追缴|上缴|予以保护|受到?保护|受法律")
_BY = re.compile(
    r"(?:当)?(?:依法|依照[^，]{1,24}规定|按照[^，]{1,24}规定|统一|共同|分别|首先|先|主要|单独|事先|同时|也|还|均|一律|另行|原则上|当场|提前|(?:在|于|自)[^，由]{1,24}?(?:前|后|时|内|中|之日起))*由(?!于|此|其|来)"
)
_BY_CLAUSE = re.compile(r"(?<![交转改理事自缘来])由(?!于|此|来)")
_BAN_SUBJECT = re.compile(
    rf"(?:任何|一切|所有|各类|其他)?[^，。；对向在将为以从的]{{0,16}}?(?:{HEAD.pattern})(?=以|在|从|向|利用|擅自|将|对|用(?!于)|参与|从事|经营|滞留|违反|进入|未经|因|为|使用|携带|采取|通过|非法|私自|有下列|实施|允许|转让|出借|出租|涂改|伪造|聘用|接受|超越|超出|组织|变相|泄露|销售|生产|购买|提供|滥用|强制|强行|伪造|设立|参加|兼|乱|截留|收取|占用|干预|阻碍|妨碍|干扰|吸烟|饮酒|驾驶|酒后|随意|单独|带|隐瞒|互相|串通|与|借)"
)
_BAN_VERB = re.compile(rf"(?!经营|管理|代表|参加|参与|使用者){BEGINS_WITH_VERB.pattern}")


def subject(words: str, start: int, end: int) -> Subject | None:
    """The subject of a clause that is not qualified away; ``None`` where the clause names nobody as such."""
    at = _past_lead(words, start, end)
    weak: Subject | None = None
    for head in HEAD.finditer(words, at, end):
        stop = head.end()
        if stop < at:
            continue
        stop = extended(words, stop, end)
        if (relative := _RELATIVE_AFTER.match(words, stop, end)) is not None and re.search(
            r"(?:国务院|政府|部门|机关|委员会|局|军队)$", words[at:stop]
        ):
            stop = relative.end()
        if JOINS.match(words, stop, end) or HEAD.match(words, stop, end):
            continue
        if _OF.match(words, stop, end):
            weak = weak or _named(words, at, stop, weak=True)
            continue
        if stop < end and _NOUN_AFTER.match(words, stop, end):
            continue
        if _UNKNOWN.match(words, stop, end):
            continue  # 主管部门不明确的: it is not he who acts
        found = _named(words, at, stop)
        if found is not None:
            return found
    return weak


def _past_lead(words: str, start: int, end: int) -> int:
    """Past conjunctions, and past a place or time in front that no comma closes."""
    lead = _LEAD.match(words, start, end)
    at = lead.end() if lead else start
    place = _BEGINS_WITH_PLACE_OR_TIME.match(words, at, end)
    if (
        place is not None
        and place.end() < end
        and BEGINS_WITH_VERB.match(words, place.end(), end) is None
        and words[place.end()] not in "的、和或及"
    ):
        return place.end()
    return at


def _named(words: str, start: int, end: int, *, weak: bool = False, whole: bool = False) -> Subject | None:
    """The phrase, unless it names nobody; what stands behind 由 alone counts."""
    by = _BY_CLAUSE.search(words, start, end)
    if by is not None:
        start = by.end()
    return Subject(start, end, weak) if names_somebody(words[start:end], whole=whole) else None


def in_front(words: str, start: int, modal: int) -> Subject | None:
    """The subject between the beginning of a clause and its deontic word.

    A phrase that runs up to the word is taken whole (国务院负责…的部门); of a thing, the one who provides it.
    """
    stop = _before_adverbs(words, start, modal)
    at = _past_lead(words, start, stop)
    if at >= stop:
        return None
    whole = _last_head(words, at, stop)
    if (
        whole is not None
        and not _object_of_preposition(words, at, stop)
        and (found := _named(words, at, stop, whole=True))
    ):
        return found
    found = subject(words, start, stop)
    if found is None:
        return None
    return None if found.weak and _PROTECTED.search(words[found.start : found.end]) else found


_ADVERB = re.compile(
    r"(?:也|还|均|都|亦|一律|同时|依法|并|仍然?|另行|原则上|一般|首先|分别|共同|自行|则|即|就|才|只|统一|事先|至少|更|尤其|各自|一般情况下|必要时|在任何情况下|严格|切实|根据需要|应该|经协商一致|之后|以后|此后|再|及时|立即|，|本身|自己|不|及|各|一旦|确|最多|最长|最高|最低|最迟)$"
)


def of_clause(words: str, start: int, end: int) -> Subject | None:
    """The subject of a clause in front of the one with the deontic word: the whole of it where it is but a name."""
    at = _past_lead(words, start, end)
    if at < end and words[end - 1] not in "的时后前":
        whole = _last_head(words, at, end)
        if whole is not None and not _object_of_preposition(words, at, end) and (found := _named(words, at, end)):
            inner = subject(words, start, end)
            if (
                inner is None
                or inner.weak
                or inner.end == end
                or (words[inner.end] not in "是为有作" and "的" in words[inner.end : end])
                or words[inner.end] == "等"
            ):
                return found
    return subject(words, start, end)


def _before_adverbs(words: str, start: int, modal: int) -> int:
    """Where the words in front end once adverbs and a bracket that defines a name are left out."""
    stop = modal
    while stop > start:
        found = _ADVERB.search(words[max(start, stop - 8) : stop])
        if found is None and words[stop - 1] in "）)":
            found = _DEFINED.search(words[start:stop])
        if found is None:
            break
        stop -= len(found[0])
    return stop


_DEFINED = re.compile(r"[（(](?:以下|下称|简称|下同|以下统称)[^（）()]*[）)]$")


def _last_head(words: str, start: int, stop: int) -> int | None:
    """Where the head begins that ends exactly at ``stop``."""
    for width in range(1, 9):
        begin = stop - width
        if begin < start:
            return None
        head = HEAD.match(words, begin)
        if head is not None and head.end() == stop:
            return begin
    if words[stop - 1 : stop] in "）)":
        for head in HEAD.finditer(words, start, stop):
            if head.end() == stop:
                return head.start()
    return None


_PREPOSITION = re.compile(
    r"(?<![针面反相校查核敌绝])对(?!外|口|方)|向(?!导)|(?<![参])与(?!会)|(?<![行认作成称])为(?!主|止|首)|(?<![自])由(?!于)|同(?=[^等时一级类期])|(?<![供提送交授赋])给|从(?!业|事)|在|将|把"
)


def _object_of_preposition(words: str, start: int, stop: int) -> bool:
    """Whether the phrase that runs up to the deontic word is what 对, 向, 为 … govern: 经营者对消费者应当…"""
    for head in HEAD.finditer(words, start, stop):
        end = head.end()
        if end < stop and _GOVERNS.match(words, end, stop):
            return True
    last = None
    for found in _PREPOSITION.finditer(words, start, stop):
        last = found
    if last is None or "的" in words[last.start() : stop]:
        return False
    return last.start() <= start and words[last.start()] in "对向为与由给"


_GOVERNS = re.compile(r"对(?!外|口|方)|给(?!付|水)|为(?!主)|就")


def by_whom(words: str, start: int, end: int) -> Subject | None:
    """The one behind 由 right after a deontic word: 应当由承办者申请; also 由 at the beginning of a clause."""
    found = _BY.match(words, start, end)
    if found is None:
        return None
    return _behind_by(words, found.end(), end)


def by_in_clause(words: str, start: int, end: int) -> Subject | None:
    """The one behind 由 anywhere in a clause without a deontic word: …，由承办者在…前申请."""
    found = _BY_CLAUSE.search(words, start, end)
    return None if found is None else _behind_by(words, found.end(), end)


def _behind_by(words: str, at: int, end: int) -> Subject | None:
    last: Subject | None = None
    for head in HEAD.finditer(words, at, end):
        stop = head.end()
        if stop < at:
            continue
        stop = extended(words, stop, end)
        if JOINS.match(words, stop, end):
            last = Subject(at, stop)
            continue
        if _OF.match(words, stop, end) or _NOUN_AFTER.match(words, stop, end):
            continue
        if (relative := _RELATIVE_AFTER.match(words, stop, end)) is not None and words[stop - 2 : stop] in (
            "政府",
            "务院",
            "部门",
            "机关",
        ):
            stop = relative.end()
        if stop - at > 80:
            return last
        return Subject(at, stop)
    return last


def of_ban(words: str, start: int, end: int) -> Subject | None:
    """The one behind 禁止 or 严禁: 禁止任何单位和个人在…; ``None`` where only an act is named."""
    found = _BAN_SUBJECT.match(words, start, end)
    if found is None or _BAN_VERB.match(words, start, found.end()):
        return None
    return Subject(start, found.end())


def given_back(words: str, start: int, end: int) -> bool:
    """Whether the act is done to its grammatical subject (保证金应当退还), so that the holder of the thing is not bound."""
    return _GIVEN_BACK.search(words, start, min(end, start + 60)) is not None


_NOT_A_THING = re.compile(
    r"[ \u3000]*(?:(?:在|自|从|于|经|按照|依照|根据|依据|为了?|对于?|除|因|就|向|与|会同|通过|未经|结合|针对|以|凭|按|依|每|本)[^，]*|也|还|并|均|同时|必要时|一般|[^，]{0,24}(?:时|前|后|内|期间|中|的|之日起))?"
)


def names_a_thing(words: str, start: int, modal: int) -> bool:
    """Whether a clause has a subject that can bear nothing: 登记内容应当…, against an empty or adverbial front."""
    stop = _before_adverbs(words, start, modal)
    lead = _LEAD.match(words, start, stop)
    at = lead.end() if lead else start
    return _NOT_A_THING.fullmatch(words, at, max(at, stop)) is None
