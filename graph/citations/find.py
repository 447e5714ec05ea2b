"""Every citation of a text, in its order, with the exact words.

>>> text = "依照《中华人民共和国数据安全法》第三条第一款、第五条和国家有关规定"
>>> [(c.words, c.provisions) for c in find(text).citations]
[('《中华人民共和国数据安全法》第三条第一款、第五条', ('art-3.par-1', 'art-5')), ('国家有关规定', ())]
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.citations import relative
from graph.citations.alone import alone
from graph.citations.anchors import ANCHOR
from graph.citations.citation import By, Found, Trouble, Why
from graph.citations.general import widened
from graph.citations.lines import outline_of_lines
from graph.citations.names import Names, key, national_laws, reads_like_an_instrument
from graph.citations.outline import Outline, Place
from graph.citations.provisions import Base
from graph.citations.reading import Reading
from graph.citations.titles import aside, closing, defined, edition, longer, subject, titles_in


def find(text: str, outline: Outline | None = None, *, names: Names | None = None) -> Found:
    """Find the citations of a text.

    ``outline`` tells where things stand, for 前款 and the like; without one it is made from the lines. ``names`` are
    titles and short names that may stand without 《》; the national laws and what the text itself names in 《》 are always
    known. It never raises, whatever the text is.
    """
    shape = outline_of_lines(text) if outline is None else outline
    known = national_laws() if names is None else names
    reading = Reading(text, shape, known.with_(titles_in(text)), subject(shape, known))
    for anchor in ANCHOR.finditer(text):
        start = anchor.start()
        if start < reading.cursor:
            continue
        piece = shape.piece(start)
        if not piece.skipped or anchor[0] == "《":
            _take(reading, anchor, piece.place, titled=piece.titled)
    return Found(tuple(reading.citations), tuple(reading.passed_over), tuple(reading.aliases.items()))


def _take(reading: Reading, anchor: re.Match[str], place: Place, *, titled: bool) -> None:
    words = anchor[0]
    match words[0]:
        case "《":
            _titled(reading, anchor.start())
        case "第":
            if (name := alone(reading, anchor.start(), place)) is not None:
                _instrument(reading, *name, By.BARE_TITLE)
        case "本" if anchor["here"]:
            relative.here(reading, anchor, place)
        case "本":
            _itself(reading, anchor, place)
        case "前" if anchor["unit"]:
            relative.previous(reading, anchor, anchor["count"], anchor["unit"], place)
        case "上" if anchor["of"]:
            relative.previous(reading, anchor, anchor["number"], anchor["of"], place)
        case "该" | "同":
            relative.same(reading, anchor, place)
        case "有" | "相" | "国" | "各" | "前" | "上":
            _general(reading, anchor, titled=titled)
        case "法" if words[1:2] in ("律", "规"):
            _general(reading, anchor, titled=titled)
        case _:
            _bare(reading, anchor.end(), titled=titled)


def _titled(reading: Reading, start: int) -> None:
    close = closing(reading.text, start)
    if close is None:
        reading.take(start, start + 1, By.TITLE, trouble=Trouble.BRACKET)
        return
    title = "".join(reading.text[start + 1 : close - 1].split("\n")).strip()
    _instrument(reading, start, close, By.TITLE, title)


def _instrument(reading: Reading, start: int, end: int, by: By, title: str | None = None) -> None:
    """A title that was seen, with what is said of it and the provisions that follow."""
    text = reading.text
    name = title or text[start:end]
    full = reading.full(name)
    meant = edition(text, reading.cursor, start, end)
    at = taken = end
    for _ in range(2):
        if (short := defined(text, at)) is not None:
            reading.aliases[key(short.short)] = full
            if short.bare and not short.short.startswith("本"):
                reading.names = reading.names.with_([short.short])
            at = taken = short.end
        elif (after := aside(text, at)) is not None:
            at = after
    targets, stop = reading.following(at, Base(needed=Trouble.NO_INSTRUMENT))
    if not targets and by is By.TITLE and not (reads_like_an_instrument(full) or full in reading.names.known):
        reading.pass_over(start, end, Why.NO_INSTRUMENT)
        return
    reading.take(start, stop if targets else end, by, full, targets, edition=meant)
    reading.cursor = max(reading.cursor, taken)


def _bare(reading: Reading, end: int, *, titled: bool) -> None:
    """A known title without 《》 that ends there."""
    text = reading.text
    floor = reading.line(end)
    further = longer(text, end)
    for stop in (further, end) if further is not None else (end,):
        cited = reading.followed(stop)
        if titled and not cited:
            continue
        start = reading.names.ending_at(text, stop, floor, cited=cited)
        if start is not None:
            # What goes on is part of the name, known or not: 某法实施细则.
            _instrument(reading, start, further or end, By.BARE_TITLE)
            return


def _itself(reading: Reading, anchor: re.Match[str], place: Place) -> None:
    """本法, 本办法: with an article; without one the text only speaks of itself."""
    start, end = anchor.span()
    by, title = reading.own(anchor[0])
    if (alias := reading.aliases.get(key(anchor[0]))) is not None:
        by, title = By.BEFORE, alias
    base = Base(below=reading.below(replace(place, article=None)) if by is By.SELF else None)
    targets, stop = reading.following(end, base)
    if targets:
        reading.take(start, stop, by, title, targets)
    else:
        reading.pass_over(start, end, Why.ITSELF)


def _general(reading: Reading, anchor: re.Match[str], *, titled: bool) -> None:
    """国家有关规定; but 刑法有关规定 and 本条例的有关规定 were cited with their instrument."""
    start, end = anchor.span()
    if titled:
        return
    cited, passed = reading.citations[-1:], reading.passed_over[-1:]
    ends = [one.end for one in cited if one.by is not By.GENERAL] + [one.end for one in passed]
    if any(end_of <= start and reading.text[end_of:start] in ("", "的", "中", "中的") for end_of in ends):
        reading.cursor = end
        return
    reading.take(widened(reading.text, start, reading.line(start)), end, By.GENERAL)
