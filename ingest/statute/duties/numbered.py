"""Clocks with a number or a date: 自受理之日起二十日内, 举行听证的七日前, 不少于六个月, 每年, 每年三月底以前."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.vocabulary import DeadlineKind, DeadlineUnit
from ingest.statute.duties.candidate import Clock, Quote
from ingest.statute.numerals import number

_N = r"(?P<n>[0-9０-９]{1,4}|[一二两三四五六七八九十百]{1,5}|半)"
_UNIT = r"[ 　]*个?(?P<unit>工作日|分钟|小时|自然日|日|天|周|星期|季度|月|年度?)"
_SPAN = rf"{_N}{_UNIT}"

_UNITS = {
    "分钟": (DeadlineUnit.MINUTE, 1),
    "小时": (DeadlineUnit.HOUR, 1),
    "日": (DeadlineUnit.DAY, 1),
    "天": (DeadlineUnit.DAY, 1),
    "自然日": (DeadlineUnit.DAY, 1),
    "周": (DeadlineUnit.DAY, 7),
    "星期": (DeadlineUnit.DAY, 7),
    "工作日": (DeadlineUnit.WORKING_DAY, 1),
    "月": (DeadlineUnit.MONTH, 1),
    "季度": (DeadlineUnit.MONTH, 3),
    "季": (DeadlineUnit.MONTH, 3),
    "年": (DeadlineUnit.YEAR, 1),
    "年度": (DeadlineUnit.YEAR, 1),
}
_HALF = {
    DeadlineUnit.HOUR: (DeadlineUnit.MINUTE, 30),
    DeadlineUnit.YEAR: (DeadlineUnit.MONTH, 6),
    DeadlineUnit.MONTH: (DeadlineUnit.DAY, 15),
    DeadlineUnit.DAY: (DeadlineUnit.HOUR, 12),
}

_KEPT = r"(?:保存|留存|保留|保管|存储|储存|存档|归档|备查|留样|留档|保存期限?|保管期限?|存续|展示|公示|公告|通告|征求意见|张贴)"
_WITHIN = re.compile(
    rf"(?:(?P<prep>自|从|于|在)(?P<since>[^，。；]{{1,70}}?)(?P<mark>之日(?:起|后)?(?:计)?算?|之时起|次日起|当日起|日起|起|之后|以后|后)的?(?:，)?|自(?P<bare>[^，。；自从]{{2,24}}?)|(?P<plain>[^，。；]{{2,40}}?)(?:之后|以后|后)的?)?"
    rf"(?:(?<![自从])(?:在|于|应当|需要)?)(?:不超过|最迟|最长)?(?P<span>{_SPAN})(?:之|以)?内"
)
_NEXT = re.compile(r"(?:于|在)?(?P<since>[^，。；于在]{1,16}?)?(?:的)?次(?P<unit>月|日|年)(?:以?内|底前|前)")
_AHEAD = re.compile(
    r"(?P<prep>在|于|自)?(?P<until>[^，。；]{0,60}?)(?:的|之)?(?P<span>(?P<n>[0-9０-９]{1,4}|[一二两三四五六七八九十]{1,4})[ 　]*个?(?P<unit>工作日|分钟|小时|自然日|日|天|周|月|年))(?:之|以)?前(?!款|条|项|述)"
)
_WINDOW = re.compile(
    r"(?P<prep>在|于|自)?(?P<until>[^，。；]{1,60}?)(?:之|以)?前(?:的)?(?:至少)?(?:[0-9０-９一二三四五六七八九十]+个?(?:工作日|日|天|月)[至到])?(?P<span>(?P<n>[0-9０-９]{1,4}|[一二两三四五六七八九十]{1,4})[ 　]*个?(?P<unit>工作日|小时|自然日|日|天|周|月|年))(?:以?内|期间|的期间|[，]|(?=向|到|将|书面|通知|报|提出|申请|公告|以))"
)
_ADVANCE = re.compile(
    r"(?:至少|最少)?提前(?:至少)?(?P<span>(?P<n>[0-9０-９]{1,4}|[一二两三四五六七八九十]{1,4})[ 　]*个?(?P<unit>工作日|分钟|小时|自然日|日|天|周|月|年))"
)
_AT_LEAST = re.compile(
    rf"(?:(?:自|从)(?P<since>[^，。；]{{1,50}}?)(?:之日)?(?:起|后|之后)(?:算)?)?(?:{_KEPT}(?:[^，。；]{{0,24}}?)?)?(?P<least>不得?少于|不得?低于|不得?短于|不应少于|不应低于|至少(?:{_KEPT}|为)?|最少)(?P<middle>[^，。；]{{0,40}}?)(?P<span>{_SPAN})"
)
_KEPT_UNTIL = re.compile(rf"{_KEPT}至(?P<since>[^，。；]{{2,40}}?)(?:之?后|以后)(?:至少)?(?P<span>{_SPAN})")
_KEPT_FOR = re.compile(rf"{_KEPT}(?:时间|期限|期)?(?:为|至)?(?P<span>{_SPAN})(?:以上|(?=[，。；]|$|备查))")
_KEEP = re.compile(_KEPT)
_KEEPING = re.compile(rf"{_KEPT}|期限|时间|时限")
_EVERY = re.compile(
    rf"(?P<word>(?:至少)?(?:每隔?(?:间隔)?{_SPAN}|每(?P<unit2>年度?|半年|季度?|月|周|日|天|小时)|(?P<by>按年度?(?!期|龄|限)|按季度?|按月(?!龄)|按周(?!岁)|按日(?!连续|加|计)|逐年(?!增|提|减|扩|完|上|降|递|改)|逐月|逐日)))"
    r"(?!以内|来|期间|的(?:次|[^，]{0,12}?(?:日|月)(?:之|以)?前))"
)
_INTERVAL = re.compile(rf"间隔(?:时间|期限)?不得?(?:超过|大于|多于)(?P<span>{_SPAN})")
_B = r"[ \u3000]*"
_DAY = rf"{_B}[0-9]{{1,2}}{_B}月{_B}[0-9]{{1,2}}{_B}日|[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}}日"
_BY_DATE = re.compile(
    rf"(?:在|于)?(?P<date>(?:每年度?|每月|每季度?|次年|次月|当年|翌年|同年|本年度?|[0-9一二三四五六七八九十零〇]{{2,4}}{_B}年)?(?:的)?(?:第?[一二三四]季度|{_DAY}|{_B}[0-9一二三四五六七八九十]{{1,2}}{_B}月(?:份|底|末|上旬|中旬|下旬)|(?<=年){_B}[0-9一二三四五六七八九十]{{1,2}}{_B}月|(?<=月){_B}(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}}){_B}日|年底|月底|季度末|季末|年末)){_B}(?:之|以)?前"
)
OF_OTHERS = re.compile(r"(?:要求|责令|通知|督促|指令|催告|允许|告知|提醒|限)(?!之日|书)[^，]{2,40}$")
"""What makes a time that of another's act: 要求公安机关在七日内答复."""
_EVENT_LEAD = re.compile(
    r"^.*(?:应当|必须|可以|的，|并且?(?=[自从在于])|，|(?<![来独各亲])(?:自|从)(?!然人|治|行|己|主|愿|律|由|身|动|用|业|事|觉|救|查|建|筹|费|有|产)|(?<![存所现])在(?=[^，]{0,24}[前后]$))"
)


NUMBER = re.compile(
    r"[0-9０-９一二两三四五六七八九十百半][ 　]*个?(?:工作日|分钟|小时|自然日|日|天|周|星期|季度|月|年)|每|按[年季月周日]|逐[年月日]|次[月日年]"
)
"""What no clock with a number is without."""


def numbered(words: str, start: int, end: int) -> list[Clock]:
    """The clocks with a number or a date between two offsets; of two that share words the surer one."""
    if NUMBER.search(words, start, end) is None:
        return []
    taken: list[tuple[int, int]] = []
    out: list[Clock] = []
    for clock in _candidates(words, start, end):
        one, other = clock.quote.start, clock.quote.end
        if all(other <= first or one >= last for first, last in taken):
            taken.append((one, other))
            out.append(clock)
    return out


def _candidates(words: str, start: int, end: int) -> Iterator[Clock]:
    """In the order of trust: what is found first keeps its words."""
    for found in _INTERVAL.finditer(words, start, end):
        yield _clock(words, found, found.start("span"), found.end("span"), DeadlineKind.EVERY)
    for found in _AT_LEAST.finditer(words, start, end):
        before = words[max(start, found.start() - 40) : found.end()]
        if _KEEPING.search(before) and _KEEP.search(before):
            yield _clock(
                words,
                found,
                found.start(),
                found.end(),
                DeadlineKind.AT_LEAST,
                event=_event(words, found, "since") or _kept_since(words, found) or _after_end(words, found),
            )
    for found in _KEPT_UNTIL.finditer(words, start, end):
        yield _clock(
            words, found, found.start(), found.end(), DeadlineKind.AT_LEAST, event=quote_of(words, *found.span("since"))
        )
    for found in _KEPT_FOR.finditer(words, start, end):
        yield _clock(words, found, found.start("span"), found.end("span"), DeadlineKind.AT_LEAST)
    for found in _BY_DATE.finditer(words, start, end):
        if not qualifying(words, found.end(), end):
            yield Clock(quote_of(words, found.start("date"), found.end()), DeadlineKind.BY_DATE)
    for found in _ADVANCE.finditer(words, start, end):
        yield _clock(words, found, found.start(), found.end(), DeadlineKind.BEFORE)
    for found in _WITHIN.finditer(words, start, end):
        if (
            OF_OTHERS.search(words[start : found.start()])
            or qualifying(words, found.end(), end)
            or words.startswith("不得", found.end())
        ):
            continue
        yield _clock(
            words,
            found,
            *_trimmed(words, found),
            DeadlineKind.WITHIN,
            event=_event(words, found, "since" if found["since"] else "bare" if found["bare"] else "plain"),
        )
    for found in _NEXT.finditer(words, start, end):
        unit, factor = _UNITS[found["unit"]]
        yield Clock(quote_of(words, *found.span()), DeadlineKind.WITHIN, factor, unit, _event(words, found, "since"))
    for found in _WINDOW.finditer(words, start, end):
        if not qualifying(words, found.end(), end):
            yield _clock(
                words, found, *_trimmed(words, found), DeadlineKind.BEFORE, event=_event(words, found, "until")
            )
    for found in _AHEAD.finditer(words, start, end):
        if not qualifying(words, found.end(), end):
            yield _clock(
                words, found, *_trimmed(words, found), DeadlineKind.BEFORE, event=_event(words, found, "until")
            )
    for found in _EVERY.finditer(words, start, end):
        if (every := _every(words, found, start)) is not None:
            yield every


def _every(words: str, found: re.Match[str], start: int) -> Clock | None:
    where, stop = found.span("word")
    if words[max(start, where - 1) : where] == "人":
        return None
    if words[max(start, where - 1) : where] in ("的", "于", "在") and words[stop : stop + 1] in ("的", "度", "内"):
        return None
    if re.match(
        r"(?:营业|工作|法定|运行|加收|罚|的|加处|人|节|期|次|度(?!对|至|应|组|开|向|报)|龄|号|票|、)",
        words[stop : stop + 2],
    ):
        return None
    if words[stop : stop + 1] in "每年度" and not found["unit2"]:
        return None
    if found["n"]:
        return _clock(words, found, where, stop, DeadlineKind.EVERY)
    bare = (found["unit2"] or found["by"] or "").lstrip("按逐")
    if bare == "半年":
        return Clock(quote_of(words, where, stop), DeadlineKind.EVERY, 6, DeadlineUnit.MONTH)
    unit, factor = _UNITS[bare]
    return Clock(quote_of(words, where, stop), DeadlineKind.EVERY, factor, unit)


def qualifying(words: str, at: int, end: int) -> bool:
    """Whether a time qualifies what follows: 三十日内的, 六个月内未能."""
    return words[at : min(end, at + 1)] == "的" or words[at : min(end, at + 2)] in ("未能", "尚未", "未经")


def _clock(
    words: str, found: re.Match[str], start: int, end: int, kind: DeadlineKind, *, event: Quote | None = None
) -> Clock:
    unit, factor = _UNITS[found["unit"]]
    if found["n"] == "半":
        unit, n = _HALF.get(unit, (unit, 1))
    else:
        n = number(found["n"]) * factor
    return Clock(quote_of(words, start, end), kind, n, unit, event)


_SINCE = re.compile(r"(?:自|从)(?P<since>[^，。；自从]{2,50}?)(?=起|后)")


def _kept_since(words: str, found: re.Match[str]) -> Quote | None:
    """保存时间自行为终了之日起不少于三年: the event stands behind the word for keeping."""
    inside = _SINCE.search(words, found.start(), found.start("least"))
    return None if inside is None else quote_of(words, *inside.span("since"))


def _after_end(words: str, found: re.Match[str]) -> Quote | None:
    """不得少于产品使用期限届满后6个月: the event stands between the comparison and the number."""
    start, end = found.span("middle")
    while end > start and words[end - 1] in "后之以起":
        end -= 1
    return quote_of(words, start, end) if end - start >= 3 else None


def _trimmed(words: str, found: re.Match[str]) -> tuple[int, int]:
    """Bounds of a clock without the words in front that are no part of the event."""
    return _lead(words, found), found.end()


def _lead(words: str, found: re.Match[str]) -> int:
    lead = _EVENT_LEAD.match(words[found.start() : found.start("span")])
    if lead is None:
        return found.start()
    at = found.start() + lead.end()
    return at - 1 if words[at - 1] in "自从于在" and at - 1 >= found.start() else at


def _event(words: str, found: re.Match[str], group: str) -> Quote | None:
    start, end = found.span(group)
    if start < 0 or start == end:
        return None
    lead = _EVENT_LEAD.match(words[start:end])
    if lead is not None:
        start += lead.end()
    while end > start and words[end - 1] in "的之 ":
        end -= 1
    if end > start and group == "since" and words.startswith(("之日", "次日", "当日"), end):
        end += 2
    return quote_of(words, start, end) if end - start >= 2 else None


def quote_of(words: str, start: int, end: int) -> Quote:
    return Quote(start, end, words[start:end])
