"""Clocks: by when, for how long, how often, counted from which event.

Only a time that says when the act is to be done is a clock. 连续停产1年以上的, 有效期5年, 五年内不得 and the days of
another's act (要求公安机关在七日内答复) are none.
"""

from __future__ import annotations

import re

from graph.vocabulary import DeadlineKind
from ingest.statute.duties.candidate import Clock
from ingest.statute.duties.numbered import NUMBER, OF_OTHERS, numbered, qualifying, quote_of

_AT_ONCE = re.compile(r"立即|即时(?!通|贯|消)|即刻|马上|第一时间|随即|当即|即行|当场(?!处罚|收缴)")
_PROMPTLY = re.compile(r"及时(?!性|准确|足额的|有效的|、|，|救济|的)|尽快|尽早|尽速|从速")
_REGULARLY = re.compile(
    r"定期(?!存款|的|限|性|检验(?:合格|报告|标志)|报告制度|维护保养记录|航班|债|考核制度|通报|会议)"
)
_BEFORE = re.compile(r"(?:在|于)(?P<until>[^，。；在于]{1,40}?)(?:之前|以前|前(?!款|条|项|述|提|置|期|端|往|沿|后|列))")
_CLAUSE_BEFORE = re.compile(r"(?:在|于)?(?P<until>[^，。；]{2,40}?)(?:之前|以前|前)$")
_IN_ADVANCE = re.compile(r"事先|事前|预先")
_NOT_BEFORE = re.compile(r"(?:施行|实施之日|生效|目|此|当|以|之|提|日|空|面|先|年|月|日|生|跟|眼|门|桌|车|胸|台|床)$")
_TOO_LATE = re.compile(
    r"(?:未|不|没有|无法|不能|能否|是否|能够|可以|确保[^，]{0,20}|保证[^，]{0,20}|保障[^，]{0,20}|未能|难以|促进|便于|提高[^，]*|做到|坚持|遵循[^，]{0,12})$"
)
_ANY = re.compile(r"[立即马第随当及尽从定事预日天月年时周钟季每期]")


def clocks(words: str, start: int, end: int) -> list[Clock]:
    """The clocks that govern an act standing between two offsets, in the order of the words."""
    if _ANY.search(words, start, end) is None:
        return []
    return sorted(numbered(words, start, end) + _unnumbered(words, start, end), key=lambda clock: clock.quote.start)


_ADVERB = re.compile(
    rf"(?=[立即马第随当及尽从定事预])(?:(?P<once>{_AT_ONCE.pattern})|(?P<promptly>{_PROMPTLY.pattern})|(?P<regularly>{_REGULARLY.pattern})|(?P<ahead>{_IN_ADVANCE.pattern}))"
)
_KIND = {
    "once": DeadlineKind.AT_ONCE,
    "promptly": DeadlineKind.PROMPTLY,
    "regularly": DeadlineKind.EVERY,
    "ahead": DeadlineKind.BEFORE,
}


def _unnumbered(words: str, start: int, end: int) -> list[Clock]:
    """立即, 及时, 定期, 事先: of each sort the first that governs."""
    out: dict[DeadlineKind, Clock] = {}
    for found in _ADVERB.finditer(words, start, end):
        kind = _KIND[found.lastgroup or ""]
        if kind in out:
            continue
        before = words[max(start, found.start() - 24) : found.start()]
        if _TOO_LATE.search(before) or OF_OTHERS.search(before) or _attributive(words, found.end(), end):
            continue
        if kind is DeadlineKind.BEFORE and words[found.end() : found.end() + 1] in "批同审许未":
            continue
        out[kind] = Clock(quote_of(words, *found.span()), kind)
    return list(out.values())


_MANNER = re.compile(
    r"[^，。；]{1,14}的[^，。；的]{0,12}(?:制度|机制|义务|职责|责任|情况|工作|服务|渠道|方式|能力|要求|原则)$"
)


def _attributive(words: str, at: int, end: int) -> bool:
    """Whether the adverb belongs to what qualifies a noun: 建立及时发现问题的机制."""
    return words[at : min(end, at + 1)] == "的" or _MANNER.fullmatch(words[at:end]) is not None


def before(words: str, start: int, end: int, *, whole_clause: bool = False) -> Clock | None:
    """在施工前, 电梯安装前，: an event before which the act is to be done, without a number."""
    pattern = _CLAUSE_BEFORE if whole_clause else _BEFORE
    if whole_clause and (inside := words.rfind("在", start, end)) > start and words[inside - 1] not in "存所现":
        start = inside  # 建设单位在报送批准前
    found = pattern.match(words, start, end)
    if found is None or _NOT_BEFORE.search(found["until"]) or NUMBER.search(found["until"]) or "届满" in found["until"]:
        return None
    if not whole_clause and qualifying(words, found.end(), end):
        return None
    return Clock(
        quote_of(words, found.start(), found.end()), DeadlineKind.BEFORE, event=quote_of(words, *found.span("until"))
    )
