"""Citations that point from where they stand: 本条, 前款, 前两项, 本章, 该条, 该法."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.citations.anchors import RULED, TWO_LINES
from graph.citations.citation import By, Pointer, Target, Trouble
from graph.citations.outline import Place
from graph.citations.provisions import Base, divisions, provisions
from graph.citations.reading import FAR, Reading

_COUNTS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_LEVELS = {"章": "chap", "节": "sect", "编": "part"}


def here(reading: Reading, anchor: re.Match[str], place: Place) -> None:
    """本条, 本款, 本项, 本章, 本节, 本编."""
    start, end = anchor.span()
    place = reading.standing(place, start)
    pointer: Pointer | None = None
    match anchor["here"]:
        case "章" | "节" | "编" as level:
            _this_division(reading, start, end, _LEVELS[level], place)
            return
        case "条" if reading.text.startswith("前", end):
            return  # 本条前款 is taken as one, at 前款.
        case "条" if place.article:
            pointer = Pointer(place.article)
        case "款" if place.article and place.paragraph:
            pointer = Pointer(place.article, place.paragraph)
        case "项" if place.article and place.item:
            pointer = Pointer(place.article, place.paragraph, place.item)
    _from_here(reading, Target(start, end, pointer, trouble=None if pointer else Trouble.NOWHERE), place)


def previous(reading: Reading, anchor: re.Match[str], count: str | None, unit: str, place: Place) -> None:
    """前款, 前两款, 前条, 前项, 上款."""
    start, end = anchor.span()
    place = reading.standing(place, start)
    start -= 2 if reading.text.endswith("本条", reading.cursor, start) else 0
    many = _COUNTS[count] if count else 1
    if unit == "项" and place.item is None and not RULED.match(reading.text, end):
        return
    if unit == "款" and place.item is not None and not place.quoted and _after_a_sentence(reading, start):
        # The sentence goes on after the last item on the same line: 前款 is the list that just ended.
        place = replace(place, paragraph=(place.paragraph or 0) + 1, item=None)
    before = _before(reading, place, unit, many)
    if before:
        target = Target(start, end, before[0], before[-1] if many > 1 else None)
    else:
        target = Target(start, end, None, trouble=Trouble.NOTHING_BEFORE if place.article else Trouble.NOWHERE)
    _from_here(reading, target, place)


def same(reading: Reading, anchor: re.Match[str], place: Place) -> None:
    """该法, 该办法第三条: the instrument that was cited last. 该条, 同条第二款: the article that was."""
    start, end = anchor.span()
    text = reading.text
    of_article = anchor[0][1:] in ("条", "款", "项")
    last = reading.cited if of_article else reading.last_of_kind(anchor[0][1:])
    if last and (last.stands != place.article or (place.article is None and reading.apart(last, start, TWO_LINES))):
        last = None
    if not of_article:
        title = last.title if last else None
        targets, stop = reading.following(end, Base(needed=Trouble.NO_INSTRUMENT))
        if title is not None and last is not None:
            reading.take(start, stop, By.BEFORE, title, targets, edition=last.edition, inferred=True)
        elif targets:
            reading.take(start, stop, By.NOBODY, None, targets, trouble=Trouble.NO_INSTRUMENT)
        return
    if last is None or last.target is None:
        reading.take(start, end, By.NOBODY, trouble=Trouble.NOTHING_BEFORE)
        return
    pointer = Pointer(last.target.article) if anchor[0].endswith("条") else last.target
    given = (Target(start, end, pointer),)
    targets, stop = provisions(text, end, Base(pointer.article, pointer.paragraph), given)
    reading.take(start, stop, By.BEFORE, last.title, targets, edition=last.edition, inferred=True)


def _from_here(reading: Reading, given: Target, place: Place) -> None:
    """A provision pointed at, with what follows it: 前款第二项, 本条第一款、第三款."""
    text = reading.text
    if given.first is None:
        targets, stop = provisions(text, given.end, Base(needed=given.trouble or Trouble.NOWHERE))
        targets = (replace(given, end=stop), *targets[1:]) if targets else (given,)
        stop = stop if targets else given.end
    else:
        below = None if place.quoted else reading.below(place)
        targets, stop = provisions(text, given.end, Base(place.article, place.paragraph, below), (given,))
    by, title = reading.own()
    reading.take(given.start, stop, by, title, targets)


def _before(reading: Reading, place: Place, unit: str, many: int) -> list[Pointer]:
    article, paragraph, item = place.article, place.paragraph, place.item
    if article is None:
        return []
    if unit == "条":
        return _articles_before(reading, article, many, quoted=place.quoted)
    if unit == "款" and paragraph is not None and paragraph > many:
        return [Pointer(article, paragraph - many + i) for i in range(many)]
    if unit == "项" and item is not None and item > many:
        return [Pointer(article, paragraph, item - many + i) for i in range(many)]
    return []


def _articles_before(reading: Reading, article: str, many: int, *, quoted: bool) -> list[Pointer]:
    """In the order of the text; in another act, or where the text is a part only, by their numbers."""
    if not quoted and (known := reading.outline.before(article, many)):
        return [Pointer(one) for one in known]
    prefix, _, number_of = article.partition("-")
    first = int(number_of) - many if number_of.isdigit() else 0
    return [Pointer(f"{prefix}-{first + i}") for i in range(many)] if first > 0 else []


def _after_a_sentence(reading: Reading, start: int) -> bool:
    begin = max(reading.outline.piece(start).start, start - FAR)
    return reading.text.find("。", begin, start) >= 0


def _this_division(reading: Reading, start: int, end: int, level: str, place: Place) -> None:
    parts = (place.division or "").split(".")
    named = next((i for i, part in enumerate(parts) if part.startswith(level)), None)
    stem = ".".join(parts[: named + 1]) if named is not None else None
    by, title = reading.own()
    targets, stop = provisions(reading.text, end, Base(below=reading.below(place)))
    if not targets:
        targets, stop = divisions(reading.text, end, stem)
    if not targets:
        pointer = Pointer(stem, division=True) if stem else None
        targets, stop = (Target(start, end, pointer, trouble=None if stem else Trouble.NO_HEADING),), end
    reading.take(start, stop, by, title, targets)
