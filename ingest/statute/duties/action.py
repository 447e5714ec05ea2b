"""What is ordered, act by act: the predicate behind a deontic word, parted at its commas.

    应当 立即采取补救措施，│ 按照规定及时告知用户并向有关主管部门报告
An act in a list with another clock or another addressee is a norm of its own; the others stay together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.vocabulary import DeadlineKind
from ingest.statute.duties.authority import receivers
from ingest.statute.duties.candidate import Clock, Receiver
from ingest.statute.duties.deadline import before, clocks
from ingest.statute.duties.sentences import Sentence


@dataclass(slots=True)
class Act:
    """Bounds of one act or of several that share clock and addressee, with what was found in them."""

    start: int
    end: int
    clocks: list[Clock] = field(default_factory=list)
    receivers: list[Receiver] = field(default_factory=list)


_LEADS = re.compile(
    r"(?:[^，]*(?:的|时|后|前|内|期间|过程中|情况下|基础上|之日起|的同时|以前|以后|之前|之后|为由|条件下|前提下|当日)"
    r"|(?:按照|依照|根据|依据|遵照|参照)[^，]*(?:规定|要求|标准|原则|约定|程序|意见|需要|情况|职责|分工|方案|计划|规划|章程|办法|条例|法|》|[条款项]|授权|合同|协议|规则|顺序|范围|方式|制度|精神|条件|目录|结果|程度|特点|比例|期限|实际)|(?:为了?|除|未经|鉴于|必要时|确需|针对|结合)[^，]*|以[^，]{1,24}(?:形式|方式)|(?:经|凭|持|会同)[^，]*(?:批准|同意|许可|审核|材料|证明|证件|文件|部门|证)|(?:自|从|在)[^，]*(?:起|内|中|上|下)"
    r"|(?:如果?|若|凡|当|但)[^，]{0,2})$"
)
CONDITION = re.compile(r"(?:的|的除外|时|的情[况形]下|的，)$")
_PURPOSE = re.compile(
    r"(?:以(?!书面|口头|公告|适当|显著|自己|电子|电话|数据|欺骗|人民币|合理|便于[^，]*的方式|[^，]{1,16}的?(?:形式|方式))|从而|确保|防止|避免|促进|维护|使(?!用)|用于|包括|其中|即(?!时)|例如|比如|但|除|不含|不包括|作为|[（(]|或者|以及|和|及(?!时)|至(?!少)|直至)"
)


def condition(words: str, start: int, end: int) -> bool:
    """Whether a clause is a condition: 发现问题的, 施工时."""
    return CONDITION.search(words, max(start, end - 5), end) is not None


def leads(words: str, start: int, end: int) -> bool:
    """Whether a clause only leads to what follows: a condition, a time, a basis."""
    return _LEADS.fullmatch(words, start, end) is not None


def acts(sentence: Sentence, start: int, end: int) -> list[Act]:
    """The acts of a predicate in order; each but the first has a clock or a receiver that is its own."""
    pieces = _pieces(sentence, start, end)
    out: list[Act] = []
    for one, other in pieces:
        own = Act(one, other, _clocks(sentence.words, one, other), receivers(sentence.words, one, other))
        if out and not own.clocks and not own.receivers:
            out[-1].end = other
        else:
            if out and not own.clocks:
                own.clocks = [clock for clock in out[0].clocks if _shared(clock, out[0].start)]
            out.append(own)
    return out


_SHARED = (DeadlineKind.WITHIN, DeadlineKind.BEFORE, DeadlineKind.BY_DATE)


def _shared(clock: Clock, start: int) -> bool:
    """Whether a clock in front of a list of acts holds for all of it: 应当在十日内审核，并报省级部门备案."""
    return clock.kind in _SHARED and clock.n is not None and clock.quote.start - start <= 4


def _clocks(words: str, start: int, end: int) -> list[Clock]:
    found = clocks(words, start, end)
    at = _ADVERBS.match(words, start, end)
    ahead = before(words, at.end() if at else start, end)
    if ahead is not None and all(
        clock.quote.end <= ahead.quote.start or clock.quote.start >= ahead.quote.end for clock in found
    ):
        found.insert(0, ahead)
    return found


_ADVERBS = re.compile(r"(?:并|也|还|依法|分别|同时|均|都|首先|统一)*")


def _pieces(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    words = sentence.words
    pieces: list[tuple[int, int]] = []
    pending: int | None = None
    for one, other in sentence.clauses:
        if other <= start or one >= end:
            continue
        one, other = max(one, start), min(other, end)
        if one == start:
            pieces.append((one, other))
            continue
        if leads(words, one, other):
            pending = one if pending is None else pending
        elif _PURPOSE.match(words, one, other) and pieces and pending is None:
            pieces[-1] = (pieces[-1][0], other)
        else:
            pieces.append((one if pending is None else pending, other))
            pending = None
    if pending is not None and pieces:
        pieces[-1] = (pieces[-1][0], end)
    return _joined(words, pieces)


_ONLY_LEADS = re.compile(
    r"(?:也|还|依法|分别|同时|均)*(?:(?:在|自|于|按照|依照|根据|依据|为|除|结合|参照|通过|经|从|由|会同|对|就|综合|以|持|凭|向[^，]{1,30}提供)[^，]*(?:内|前|后|时|期间|规定|要求|标准|原则|情况|过程中|基础上|方面|等|起|证|材料|资料|文件|证明|报告|申请书|方式|形式|需要|批准|同意|外|下|上|中|之前|之后|程序|部门|规划|因素|特点|实际))?$"
)


def _joined(words: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A first clause that has no verb yet (应当按照国家规定，…) belongs to the act behind it."""
    while len(pieces) > 1 and _ONLY_LEADS.fullmatch(words, *pieces[0]):
        pieces[:2] = [(pieces[0][0], pieces[1][1])]
    return pieces
