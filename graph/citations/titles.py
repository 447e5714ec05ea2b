"""Titles in 《》, and what stands around them: short names that are defined, editions that are meant, asides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.citations.names import Names, reads_like_an_instrument
from graph.citations.outline import Outline
from graph.citations.provisions import BLANK

TITLE_LIMIT = 150
"""No title in 《》 is longer."""


@dataclass(frozen=True, slots=True)
class Definition:
    """以下简称: a short name, whether it stands without 《》, and where its definition ends."""

    short: str
    bare: bool
    end: int


def closing(text: str, start: int) -> int | None:
    """The end of the title that opens there, inner 《》 included; ``None`` when it does not close."""
    depth = 0
    for found in _BRACKET.finditer(text, start, start + TITLE_LIMIT):
        if found[0] not in "《》":
            break
        depth += 1 if found[0] == "《" else -1
        if depth == 0:
            return found.end()
    simple = text.find("》", start, start + TITLE_LIMIT)
    return simple + 1 if simple > 0 and _STOP.search(text, start, simple) is None else None


def defined(text: str, at: int) -> Definition | None:
    """The short name that is defined there for the title that ends there."""
    if _SHORT_MARK.match(text, at) is None or (found := _SHORT.match(text, at)) is None:
        return None
    short = found["short"].strip("“”《》 ")
    bracketed = "《" in found["short"]
    if not short or not (bracketed or reads_like_an_instrument(short)):
        return None
    end = found.end()
    opened = text[at : found.start("short")].lstrip()[:1] in ("（", "(", "[", "〔")
    return Definition(
        short, not bracketed, end + 1 if opened and text[end : end + 1] in ("）", ")", "]", "〕") else end
    )


def aside(text: str, at: int) -> int | None:
    """Where the bracketed words end that follow a title, such as （法释〔2021〕22号）."""
    found = _PARENTHESES.match(text, at)
    return found.end() if found else None


def edition(text: str, floor: int, start: int, end: int) -> str | None:
    """The words before or after a title that say which edition is meant."""
    if text[start - 1 : start] in _EDITION_ENDS and (
        before := _EDITION_BEFORE.search(text, max(floor, start - 9), start)
    ):
        return before[0]
    after = _EDITION_AFTER.match(text, end)
    return after[0] if after else None


def longer(text: str, end: int) -> int | None:
    """Where a name ends that goes on after another: 专利法 is not the whole of 专利法实施细则."""
    found = _LONGER.match(text, end)
    return found.end() if found else None


def titles_in(text: str) -> set[str]:
    """Every title in 《》 that reads like an instrument's."""
    return {title for title in _SIMPLE.findall(text) if reads_like_an_instrument(title)}


def subject(outline: Outline, names: Names) -> str | None:
    """The one act that the title of a text says it changes or explains; ``None`` when there are several or none."""
    title = outline.title
    if title is None:
        return None
    if amends := _AMENDS.search(title):
        return amends["title"]
    found = _SUBJECT.search(title)
    if found is None:
        ends = (at.end() for at in _LAW.finditer(title) if at.end() < len(title))
        named = {title[start:end] for end in ends if (start := names.ending_at(title, end, 0)) is not None}
        return named.pop() if len(named) == 1 else None
    several = title.startswith("等", found.end()) or "》、《" in found[0] or "》和《" in found[0]
    return None if several else found["title"]


_BRACKET = re.compile(r"[《》。；]|\n(?:[ \t]*\n){2,}|\n\s*第")
"""What opens and closes a title, and what cannot stand in one; some texts break a title over two lines."""
_STOP = re.compile(r"[。；！？\n]")
_SIMPLE = re.compile(r"《([^《》\n]{2,60})》")
_PARENTHESES = re.compile(
    rf"{BLANK}[（(〔\[][^（）()〔〕\[\]\n《》]{{0,40}}(?:《[^《》\n]{{1,60}}》[^（）()\n《》]{{0,20}})?[）)〕\]]"
)
_SHORT_MARK = re.compile(r"[ ，,]{0,2}(?:[（(\[〔][^（）()《》\n]{0,40}?)?(?:以下|下文|下)?(?:统|简)?(?:简称|称)")
_SHORT = re.compile(
    _SHORT_MARK.pattern + r"(?:为|作|：|:)?[ ]?(?P<short>“《[^《》\n]{1,40}》”|《[^《》\n]{1,40}》|“[^“”\n]{1,40}”"
    r"|[^“”《》（）()，。；、\n]{2,30})(?=[）)\]〕，,。；、]|$)"
)
_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})"
_EDITION_ENDS = frozenset("原年的前后版正订改")
_EDITION_BEFORE = re.compile(rf"(?:原|{_YEAR}年?(?:修[正订改]后?的?|制定的?|版|颁布的?|公布的?)?|修[正订改]前的?)$")
_EDITION_AFTER = re.compile(
    rf"[（(〔\[]{_YEAR}年?(?:\d+月\d+日)?(?:(?:修[正订改]|版|制定|公布|通过)[^（）()\n]{{0,12}})?[）)〕\]]"
)
_LONGER = re.compile(
    r"修[改正订]决定|实施(?:条例|细则|办法|规定)|修正案(?:[（(][一二三四五六七八九十]+[）)])?|(?:司法)?解释[（(]?[一二三四五六七八九十]+[）)]?"
)
_SUBJECT = re.compile(r"[《〈](?P<title>.+)[》〉]")
_AMENDS = re.compile(r"(?P<title>刑法|宪法)修正案")
_LAW = re.compile("法典?")
