"""Lists of provisions as the law cites them: 第三条第一款、第三款，第五条至第七条和第九条第（一）、（三）项.

A unit that follows another directly stands inside it; after a comma or 和 it stands beside it, and takes from before what
it does not say itself: in 第三条第一款、第三款 the second is paragraph 3 of article 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from graph.citations.citation import Pointer, Target, Trouble, follows
from graph.citations.numerals import NUMERAL, number

BLANK = r"[ \t\u3000\xa0]{0,3}"
ONE = rf"(?:[（(]{BLANK}{NUMERAL}{BLANK}[）)]|{NUMERAL})"
_WITHIN = rf"{BLANK}(?:、|和|与|及|以及|或者?|至|到|[-—–~～]){BLANK}"
_UNIT = r"(?P<unit>条(?![件例款])|款(?![项额])|项(?!目)|目(?![标录的]))"
_AFTER = rf"(?:{BLANK}之{BLANK}(?P<after>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})(?![\d一二三四五六七八九十]))?"

ELEMENT = rf"第{BLANK}(?P<numbers>{ONE}(?:{_WITHIN}(?:第{BLANK})?{ONE})*){BLANK}{_UNIT}{_AFTER}"
"""第十条, 第十七条之一, 第一款, 第（一）项, 第一、二款, 第三至五项."""

_ELEMENT = re.compile(ELEMENT)
_WITHOUT = re.compile(rf"(?P<numbers>{NUMERAL}){BLANK}(?P<unit>条(?![件例款约])){_AFTER}")
"""本条例六十条: 第 is left out, which only counts right after the name of an instrument."""
_BARE_ITEM = re.compile(
    rf"(?P<numbers>[（(]{BLANK}{NUMERAL}{BLANK}[）)](?:{_WITHIN}{ONE})*){BLANK}(?P<unit>项(?!目))(?P<after>(?!))?"
)
_UNTIL = re.compile(rf"{BLANK}(?:至|到|[-—–~～]){BLANK}(?P<numbers>{ONE}){BLANK}{_UNIT}(?P<after>(?!))?")
"""第一项至五项, where 第 is said only once."""
_ALSO = re.compile(
    rf"{BLANK}(?:、|以及|和|与|及|或者?){BLANK}(?P<numbers>{NUMERAL}){BLANK}(?P<unit>条)(?P<after>(?!))?(?=第|的?规定)"
)
"""第十七条和十八条第一款, where 第 is left out."""
_ALSO_AFTER = re.compile(rf"{BLANK}[、和至]{BLANK}之{BLANK}(?P<after>[一二三四五六七八九十]{{1,3}})")
_BETWEEN = re.compile(
    rf"{BLANK}(?:(?:[、，,]{BLANK})?(?:以及|和|与|及|或者|或|并|(?P<range>至|到|[-—–~～]))|[、，,]){BLANK}(?=[第（(])"
)
_DOWN = re.compile(
    rf"{BLANK}(?:(?:中的?|的|之){BLANK}(?=[第（(])|所?列[举]?的?(?=第[^条]{{1,8}}[款项])|所?规定的(?=第[^条]{{1,8}}[款项])|(?=[第（(]))"
)
_EACH = re.compile(r"各项|所列各项")
_FIRST = re.compile(r"前(?P<count>[一二两三四五六七八九十]{1,2})(?P<unit>款(?![项额])|项(?!目))")
_DIVISION = re.compile(
    rf"第{BLANK}(?P<number>{NUMERAL}){BLANK}(?P<level>分编|编(?![制号码入辑])|章(?!程)|节(?![约制目能点课]))"
)
_NEXT_DIVISION = re.compile(
    rf"{BLANK}(?:[、，,]?{BLANK}(?:以及|和|与|及|或者|或|(?P<range>至|到))|[、，,]){BLANK}(?=第)"
)
_LEVELS = {"编": "part", "分编": "subpart", "章": "chap", "节": "sect"}
_RANK = {"条": 1, "款": 2, "项": 3, "目": 4}
_LARGEST = 9_999


@dataclass(frozen=True, slots=True)
class Base:
    """From where a list goes on: what its first unit stands inside, or beside, when it does not say so itself.

    ``below`` finds the paragraph of an item that is cited without one, in the text itself; ``None`` where nobody knows.
    """

    article: str | None = None
    paragraph: int | None = None
    below: Callable[[str, int], int | None] | None = None
    needed: Trouble = Trouble.NOWHERE
    """What is wrong when a paragraph is cited and no article is known."""


@dataclass(slots=True)
class _List:
    """A list in the reading. ``rank`` is the lowest unit named so far: 1 for 条 down to 4 for 目."""

    base: Base
    article: str | None
    paragraph: int | None
    targets: list[Target] = field(default_factory=list)
    rank: int = 0


def provisions(text: str, at: int, base: Base, given: Sequence[Target] = ()) -> tuple[tuple[Target, ...], int]:
    """The provisions that a list names, and where it ends; it ends at ``at`` when no list begins there.

    ``given`` are targets that stand before, such as those of 前款: what follows directly stands inside the last of them.
    """
    read = _List(base, base.article, base.paragraph, list(given))
    if given and (pointer := given[-1].last or given[-1].first) is not None:
        read.article, read.paragraph = pointer.article, pointer.paragraph
        read.rank = 3 if pointer.item else 2 if pointer.paragraph else 1
    direct, ranging, end = True, False, at
    while True:
        down = _DOWN.match(text, end) if direct and read.rank else None
        start = down.end() if down else end
        found = _ELEMENT.match(text, start) or (_BARE_ITEM if read.rank else _WITHOUT).match(text, start)
        if found is None and direct and read.rank:
            direct = False
            joint = _BETWEEN.match(text, end)
            if joint is not None:
                ranging, start = joint["range"] is not None, joint.end()
                found = _ELEMENT.match(text, start) or _BARE_ITEM.match(text, start)
            elif (found := _UNTIL.match(text, end)) is not None:
                ranging = True
            else:
                ranging, found = False, _ALSO.match(text, end)
        if found is None:
            break
        _take(read, found, direct=direct, ranging=ranging)
        end = found.end()
        while found["unit"] == "条" and found["after"] and (also := _ALSO_AFTER.match(text, end)):
            _after(read, also, end)
            end = also.end()
        direct, ranging = True, False
    if read.rank and not given and (some := _FIRST.match(text, end)) and _RANK[some["unit"]] > read.rank:
        # 刑法第三百零七条之一前三款: the first three of them, counted from the beginning.
        one, last = _target(read, some["unit"], 1, some), _target(read, some["unit"], number(some["count"]), some)
        start = read.targets[-1].start
        read.targets[-1] = replace(one if one.first == last.first else _ranged(one, last), start=start, end=some.end())
        end = some.end()
    if read.rank and (each := _EACH.match(text, end)) and read.targets:
        end = each.end()
    return tuple(_settled(target, base) for target in read.targets), end


def divisions(text: str, at: int, within: str | None = None) -> tuple[tuple[Target, ...], int]:
    """The divisions that are named there: 第三章, 第三章第一节, 第二章至第四章. ``within`` is the division around them."""
    targets: list[Target] = []
    end, stem, ranging = at, within or "", False
    while (found := _DIVISION.match(text, end)) is not None:
        start = found.start()
        locator = _within(stem, _LEVELS[found["level"]], number(found["number"]))
        inside = targets and start == targets[-1].end
        pointer = Pointer(locator, division=True)
        if inside:
            targets[-1] = replace(targets[-1], end=found.end(), first=pointer)
        elif ranging and targets and targets[-1].first and follows(targets[-1].first, pointer):
            targets[-1] = replace(targets[-1], end=found.end(), last=pointer)
        else:
            targets.append(Target(start, found.end(), pointer))
        stem, end = locator, found.end()
        if _DIVISION.match(text, end) is None:
            joint = _NEXT_DIVISION.match(text, end)
            if joint is None or _DIVISION.match(text, joint.end()) is None:
                break
            ranging, end = joint["range"] is not None, joint.end()
    return tuple(targets), targets[-1].end if targets else at


def _within(stem: str, level: str, value: int) -> str:
    """The name of a division: a 节 stands in the chapter that was named before, a 章 beside it."""
    order = list(_LEVELS.values())
    kept = [part for part in stem.split(".") if part and order.index(part.partition("-")[0]) < order.index(level)]
    return ".".join([*kept, f"{level}-{value}"])


def _take(read: _List, found: re.Match[str], *, direct: bool, ranging: bool) -> None:
    unit = found["unit"]
    rank = _RANK[unit]
    if unit == "目":
        _deeper(read, found)
        return
    inside = direct and 0 < read.rank < rank and bool(read.targets)
    values = _values(found["numbers"])
    for i, (first, until) in enumerate(values):
        target = _target(read, unit, first, found)
        if until is not None:
            target = _ranged(target, _target(read, unit, until, found))
        if inside and i == 0:
            before = read.targets[-1]
            if before.last is not None:
                # 第三条至第五条第二款: the range ends with what is inside its last article.
                read.targets[-1] = replace(_ranged(before, target), end=found.end())
            else:
                read.targets[-1] = replace(target, start=before.start)
        elif ranging and i == 0 and read.targets:
            read.targets[-1] = replace(_ranged(read.targets[-1], target), end=found.end())
        else:
            read.targets.append(target)
    read.rank = rank


def _target(read: _List, unit: str, value: int, found: re.Match[str]) -> Target:
    pointer: Pointer | None = None
    trouble: Trouble | None = None
    if unit == "条":
        after = found["after"]
        read.article = f"art-{value}" + (f"-{number(after)}" if after else "")
        read.paragraph = None
        pointer = Pointer(read.article)
    elif read.article is None:
        trouble = read.base.needed
    elif unit == "款":
        read.paragraph = value
        pointer = Pointer(read.article, value)
    else:
        pointer = Pointer(read.article, read.paragraph, value)
    if not 1 <= value <= _LARGEST:
        pointer, trouble = None, Trouble.NUMBER
    return Target(found.start(), found.end(), pointer, trouble=trouble)


def _ranged(one: Target, other: Target) -> Target:
    """The two as a range; a trouble where the second does not follow the first."""
    first, last = one.first, other.first
    if first is None or last is None:
        return replace(one, first=None, last=None, trouble=one.trouble or other.trouble)
    if not follows(first, last):
        return replace(one, first=None, last=None, trouble=Trouble.RANGE)
    return replace(one, last=last, deeper=None)


def _deeper(read: _List, found: re.Match[str]) -> None:
    if not read.targets or read.rank < 3:
        read.targets.append(Target(found.start(), found.end(), None, trouble=read.base.needed))
        return
    last = read.targets[-1]
    said = (last.deeper + "、" if last.deeper else "") + found[0]
    read.targets[-1] = replace(last, end=found.end(), deeper=said)
    read.rank = 4


def _after(read: _List, also: re.Match[str], at: int) -> None:
    """、之二 after 第十七条之一."""
    if read.article is None:
        return
    read.article = "-".join([*read.article.split("-")[:2], str(number(also["after"]))])
    target = Target(also.start(), also.end(), Pointer(read.article))
    if "至" in also[0] and read.targets:
        read.targets[-1] = replace(_ranged(read.targets[-1], target), end=also.end())
    else:
        read.targets.append(replace(target, start=also.start("after") - 1))


def _settled(target: Target, base: Base) -> Target:
    """Items without a paragraph get the one that has them, where the text itself can tell."""
    if base.below is None or target.first is None or target.first.item is None or target.first.paragraph:
        return target
    paragraph = base.below(target.first.article, target.first.item)
    if paragraph is None:
        return target
    last = target.last
    if last is not None and last.article == target.first.article and last.item is not None and not last.paragraph:
        last = replace(last, paragraph=paragraph)
    return replace(target, first=replace(target.first, paragraph=paragraph), last=last)


def _values(numbers: str) -> list[tuple[int, int | None]]:
    """The numbers of a list, ranges as pairs.

    >>> _values("一、三至五"), _values("（一）、（二）")
    ([(1, None), (3, 5)], [(1, None), (2, None)])
    """
    values: list[tuple[int, int | None]] = []
    end = 0
    for found in _NUMBERS.finditer(numbers):
        value = number(found[1])
        between = numbers[end : found.start()]
        if values and _RANGE.search(between):
            values[-1] = (values[-1][0], value)
        else:
            values.append((value, None))
        end = found.end()
    return values


_NUMBERS = re.compile(rf"[（(]?\s*({NUMERAL})\s*[）)]?")
_RANGE = re.compile(r"[至到—–~～-]")
