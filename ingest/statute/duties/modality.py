"""Deontic words, and whether they govern.

应当 in 应当申请而未申请的 orders nothing: it stands in a condition. A word governs unless it stands in quotation marks or
brackets, in a clause that 的 closes, before the noun that it qualifies (负责…的部门, 禁止进口的货物), behind words that
report what others say (法律规定应当…), or in a definition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.vocabulary import Modality
from ingest.statute.duties.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Modal:
    """A deontic word that governs. ``sort`` is the group of ``WORD``: ``only`` is 方可, ``charge`` is 负责."""

    start: int
    end: int
    sort: str
    clause: int

    @property
    def modality(self) -> Modality:
        return _MODALITY[self.sort]


_MODALITY = {
    "not": Modality.MUST_NOT,
    "ban": Modality.MUST_NOT,
    "may": Modality.MAY,
    "must": Modality.MUST,
    "duty": Modality.MUST,
    "only": Modality.MUST,
    "charge": Modality.MUST,
}

_VERB_AFTER_MAY = (
    "向|按|由|在|依|对|将|不|自|根据|参照|凭|通过|就|与|从|暂|先|经|同时|酌|适当|视|委托|授权|申请|处(?!方|分|理措)|采取|单独|直接|要求|请求|提出|给予|免|减|延|继续|另|于|"
    "分|并处|责令|报|提|享受|作|进行|予|组织|聘|设|使用|采用|参加|优先|随时|派|因|为|单|邀请|兼|列入|适用|转|收|征|查|吸收|承担|办理|接受|实行|实施|责|会同|结合|给|发|获|取|"
    "决定|规定|制定|建|选|指定|批准|撤|责成|凭|以(?!及)|建议|委|制|撤销|予以|自行|扣|拒|保留|借|租|用作"
)
_NOT_SHOULD = (
    "急|用(?!当|尽)|付(?!出)|变(?!更)|激|届|诉|邀|聘|试|征(?!求|得|收)|答|战|税|纳税|纳(?!入)|缴(?!纳|存)|收(?!到|取|回|集|缴|录|治)|计(?!入|算|提)|允|约|力|得|享|"
    "交(?:税|款|费|的)|扣(?!除|押|减)|募|召(?!回|开|集)|验(?!收|明)|租|龄|然|声|景|运而|有尽有|选(?:代表|人数|名额)|有的|当|缓|尽(?=义务|的)|"
    "对(?:管理|工作|措施|预案|能力|方案|机制|体系|处置|准备|活动|突发|气候|灾害|风险|危机|疫情|紧急|各类|各种|重大|策略)|对(?![^，。；]{1,80}(?:进行|予以|作出|加以|给予|实行|实施|负责|采取|承担|负有?责|提出|做出|严格|加强|依法))"
)
WORD = re.compile(
    r"(?=[不严禁可有方始应必须负])(?:(?P<not>不得(?!不|已)|不应当?|不准(?!予|确|备)|不许(?!可)|不可以|(?<!是否)不允许)"
    r"|(?P<ban>严禁|(?<!被)禁止)"
    rf"|(?P<may>可以(?!说|看出)|(?<![所具拥占享共国私公持特债物产专股授职用分版])有权(?!机关|部门|单位|利人|益|威|属|人(?!民|员)|的|证|主体|国家|机构|组织|处分)|有权利|(?<![许认方不无宁尚否至])可(?={_VERB_AFTER_MAY}))"
    r"|(?P<only>方可|方能|方准|始得|始可)"
    rf"|(?P<must>应当|必须(?!的|品|条件)|(?<![相适对响反供效感答回顺照呼支策一])应(?!{_NOT_SHOULD})|(?<![必无毋勿不])须(?!知|要))"
    r"|(?P<duty>(?<![没拥享持具所])(?:负有|有(?![关权]))(?:[^，。；的有负]{1,30}的)?(?:义务|责任)(?=[。；，]|$)|(?<![没拥享持具])有(?:义务|责任)(?![人感的和、心])|负有[^，。；的]{1,24}(?:义务|责任)(?=[。；，]|$))"
    r"|(?P<charge>负责(?!人|任|制|的?是)))"
)
"""Every deontic word, whether it governs or not."""

ANY = re.compile(r"应|须|得|可|禁|不准|不许|不允许|有权|负责|义务|责任")
"""What no sentence with a deontic word is without."""

_CLOSED = re.compile(r"(?:(?<![目标])的|的除外|的情[形况](?:下|时|外)|的时候|的以?外)$")
_IS_OF = re.compile(r"[应须]当?(?:是|为)[^，]*的$")
_REPORTED = re.compile(
    r"(?:(?:(?<=[律规章例件程家同准议府门院局会法])规定|约定|明确|认定|载明|注明|标明)"
    r"|(?:认为|要求|承诺|证明|声明|表示|告知|提示|知道|明知|通知|责令|建议|督促)(?:其|他人|当事人|对方|本人|企业|单位)?)(?:依法|也|还|均|需要)?$"
)
_NOUN_BEFORE = re.compile(r"的[^，]{0,10}(?:要求|决定|承诺|批准|声明|通知|建议|规定)$")
_RULED = ("规定的", "约定的", "确定的")
_BY = re.compile(r"(?:按照|依照|根据|依据|遵照|遵守|符合|违反|执行|按|依)[^，]*$")
_QUALIFIES = re.compile(
    r"(?:其他|其它|依法|法定|凡|对于?|属于|存在|将|把|或者?|以及|和|及|与|未|又|即|已经|需要|发现|确定|划定|公布|列出|[、（(])$"
)
_OF_MANNER = re.compile(
    r"的(?:规定|要求|标准|原则|方式|形式|程序|期限|基础上|前提下|情况|条件|范围内?|时间|措施|精神|技术|方法|顺序|比例)$"
)
_VERB_OF = re.compile(
    r"(?:依法)?(?:由[^，的]{1,24})?(?:承担|履行|具备|享有|提供|提交|缴纳|交纳|支付|办理|取得|遵守|公开|标注|载明|负担|负|报告|备案|回避|知悉|给予|收取|退还|赔偿|记载|说明|符合|达到|得|补偿|扣除|申报|采取|选择|行使|适用|使用|从事|开展|查询|享受)的"
)
_NEXT_CLAUSE_OMITS = re.compile(r"(?:但|而|却)?(?:未|不|拒|逾期|没有|仍|擅自)")
_DEFINITION = re.compile(r"(?:所称|所谓|是指|系指|，指|包括下列|含义[：:是为])")
_WHETHER = re.compile(r"(?:是否|能否|可否|何时|如何|哪些|无论)(?:也|还|均|都)?$")
_NOT_A_BAN = re.compile(
    r"(?:法律|法规|规章|规定|明令|命令|已经|属于|条例|约定|受|明文|标准|目录|政府|等|依法|解除|关于|违反|实行|限制|限制、|、|或者?|和)$"
)
_NOUN_AFTER = re.compile(r"的(?![，。；]|$)")
_INTERPRETS = re.compile(
    r"(?:本|该)?(?:法|办法|条例|规定|细则|规则|解释|决定|意见|规范|标准|程序|章程|通知|指引|制度|方案|守则)[^，]{0,30}由[^，]{2,60}负责(?:具体)?(?:应用)?(?:的)?解释"
)
_CHARGED_BY_OTHERS = re.compile(r"(?:委托|指定|明确|确定|授权|设立|聘请|选派|指派|安排|配备|要求|责成)[^，的]*$")


def governing(sentence: Sentence) -> list[Modal]:
    """The deontic words of a sentence that govern, in order."""
    words, start, end = sentence.words, sentence.start, sentence.end
    found = list(WORD.finditer(words, start, end))
    if not found:
        return []
    defined = _DEFINITION.search(words, start, end)
    out: list[Modal] = []
    for i, match in enumerate(found):
        if defined is not None and match.start() > defined.start():
            break
        if sentence.shelters and sentence.sheltered(match.start()):
            continue
        sort = match.lastgroup or ""
        clause = sentence.clause_at(match.start())
        bounds = sentence.clauses[clause]
        following = found[i + 1] if i + 1 < len(found) and found[i + 1].start() < bounds[1] else None
        if not _embedded(sentence, match, sort, clause, following):
            earlier = out[-1] if out and out[-1].clause == clause else None
            if earlier is not None and _inside(words, earlier, match, sort):
                continue
            if sort == "only" and any(modal.sort == "must" for modal in out):
                continue
            out.append(Modal(match.start(), match.end(), sort, clause))
    return out


def _embedded(
    sentence: Sentence, match: re.Match[str], sort: str, clause: int, following: re.Match[str] | None
) -> bool:
    words = sentence.words
    start, end = sentence.clauses[clause]
    before = words[start : match.start()]
    after = words[match.end() : end]
    if (
        after.endswith(("的", "外", "下", "时", "候"))
        and _CLOSED.search(after)
        and not _IS_OF.search(words[match.start() : end])
    ):
        return True
    if before.endswith(_RULED) and _NOUN_AFTER.search(after) and _qualifies(after, following, match.end()):
        return True
    if (
        _VERB_OF.match(after)
        or (before.endswith("的") and words[match.start() : match.end()] == "可")
        or _WHETHER.search(before)
    ):
        return True
    if (
        (reported := _REPORTED.search(before)) is not None
        and not _NOUN_BEFORE.search(before)
        and (not _BY.search(before[: reported.start()]) or _qualifies(after, following, match.end()))
    ):
        return True
    if _NOUN_AFTER.search(after) and _QUALIFIES.search(before) and _qualifies(after, following, match.end()):
        return True
    if sort == "ban" and (_NOT_A_BAN.search(before) or _nominal(words, after, sentence.clauses[clause:])):
        return True
    if sort == "charge":
        return _no_charge(words, before, after, following)
    if (
        sort in ("must", "may", "not")
        and following is not None
        and following.lastgroup in ("must", "may", "not")
        and _subject_closes(words[match.end() : following.start()])
    ):
        return True
    return (
        clause + 1 < len(sentence.clauses)
        and before.endswith(("依法", "规定", "对"))
        and _skips(words, sentence.clauses[clause + 1])
    )


def _qualifies(after: str, following: re.Match[str] | None, at: int) -> bool:
    """Whether the words behind a deontic word run into 的 and a noun that ends the clause, or meets another deontic word."""
    if following is not None:
        return "的" in after[: following.start() - at]
    last = after.rfind("的")
    return last >= 0 and len(after) - last <= 14 and _OF_MANNER.search(after) is None


_NOMINAL = re.compile(r"[^，]*的[^的，]{1,16}$")
_VERBAL = re.compile(r"(?:在|向|为|将|把|对|以|利用|使用|从事|任何|单位|个人|用)")


def _nominal(words: str, after: str, clauses: tuple[tuple[int, int], ...]) -> bool:
    """Whether 禁止 qualifies a noun that a later clause is about: 禁止发布广告的商品，任何单位不得…"""
    if len(clauses) < 2 or _NOMINAL.match(after) is None or _VERBAL.match(after) is not None:
        return False
    return len(after) <= 8 or any(
        other.lastgroup != "ban" for other in WORD.finditer(words, clauses[1][0], clauses[-1][1])
    )


def _subject_closes(between: str) -> bool:
    """Whether 的 and a noun stand between two deontic words of a clause: 应当备案的企业 必须…"""
    last = between.rfind("的")
    return last >= 0 and 1 <= len(between) - last - 1 <= 12 and not _PREPOSITION.search(between[last:])


_PREPOSITION = re.compile(r"[对向在由将按依]|并|，")


def _no_charge(words: str, before: str, after: str, following: re.Match[str] | None) -> bool:
    """Whether 负责 is no norm of its own: an attribute, a part of what others are told, the clause on who interprets."""
    if following is not None and "的" in after:
        return True
    if (
        after.startswith(("的", "、", "和"))
        or (_NO_SUBJECT.search(before) is not None and _OFFICE_OF.search(after) is not None)
        or (_NOUN_AFTER.search(after) is not None and _relative(after))
    ):
        return True
    return _CHARGED_BY_OTHERS.search(before) is not None or _INTERPRETS.search(before + "负责" + after) is not None


_OFFICE_AFTER = re.compile(r"的[^的，]{0,8}(?:部门|机关|机构|单位|人员|人|企业|者)(?:（[^）]*）)?(?:$|[、和与及或的])")


_NO_SUBJECT = re.compile(r"^(?:[（(][^）)]*[）)]|、|对于?|由|经|向|报)?$|(?:国务院|政府|省|市|县|，|的)$")
_OFFICE_OF = re.compile(r"的[^的，]{0,8}(?:部门|机关|机构|单位|人员|人|企业|组织|者)")


def _relative(after: str) -> bool:
    return _OFFICE_AFTER.search(after) is not None


def _skips(words: str, bounds: tuple[int, int]) -> bool:
    """Whether a clause says that somebody failed to: 依法应当备案，但未备案的"""
    clause = words[bounds[0] : bounds[1]]
    return _NEXT_CLAUSE_OMITS.match(clause) is not None and clause.endswith("的")


def _inside(words: str, earlier: Modal, match: re.Match[str], sort: str) -> bool:
    """Whether a deontic word is only a part of what an earlier one in the same clause orders."""
    between = words[earlier.end : match.start()]
    if sort in ("charge", "only"):
        return True
    if earlier.sort == "charge":
        return False
    return bool(_QUALIFIES.search(between) or between.endswith(("为", "向", "对"))) and not between.endswith(
        ("或者", "并", "也", "以", "和", "及")
    )
