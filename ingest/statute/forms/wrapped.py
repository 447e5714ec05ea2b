"""Hard line breaks: text as it stands on a page. Page heads and numbers are left out, broken lines joined again.

A line goes on in the next one when it is as long as the page is wide, or stops in the middle of a sentence, unless the next
one begins a unit of the law or is indented as a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.statute.fold import Edit
from ingest.statute.forms.breaks import stops_midway
from ingest.statute.forms.page import BEGINS_PLAINLY, MARK, PageLine, begins_unit, full_width, page_heads, page_lines
from ingest.statute.front import is_title
from ingest.statute.grammar import DATE

_GOES_ON = re.compile(r"(?:但|其中|并|且|未|由此|对此|因此|同时|上述|以及|或者|和|及|的)")
_ADOPTED = re.compile("(?:通过|修正|修订|批准|公布|修改|施行)\\Z")
_FEW = 6


def is_wrapped(text: str) -> bool:
    """Whether many lines stop in the middle of a Chinese sentence that the next line goes on with."""
    long = broken = 0
    stopped = False
    """The line before stops in the middle of a sentence."""
    for line in text.split("\n"):
        words = line.strip()
        if not words:
            continue
        if stopped and BEGINS_PLAINLY.match(words) and not MARK.match(words) and not DATE.match(words):
            broken += 1
        stopped = False
        if len(words) > 14:
            long += 1
            stopped = stops_midway(words) and words[0] not in "#|<-"
    return broken * (8 if broken >= _FEW else 3) >= long and broken >= 3


def edits_of(text: str, *, title: str | None = None) -> Iterator[Edit]:
    """Leave page heads and numbers out, and join what the page broke. ``title`` is what the file calls itself."""
    lines = page_lines(text)
    asides = page_heads(lines, text, title)
    for aside in asides:
        yield Edit(aside.start, aside.stop, why="page head or number")
    starts = [aside.start for aside in asides]
    outside = frozenset(starts)
    running = [line for line in lines if line.start not in outside]
    for before, after in _pairs(running, title):
        joint = " " if _latin(before.words[-1:]) and _latin(after.words[:1]) else ""
        # A page head between the two is left out by its own edit; the layout on both sides of it goes here.
        between = asides[bisect_left(starts, before.end) : bisect_left(starts, after.start)]
        edges = [before.end, *(edge for a in between for edge in (a.start, a.stop)), after.start + after.indent]
        for i in range(0, len(edges), 2):
            if edges[i] < edges[i + 1]:
                yield Edit(edges[i], edges[i + 1], joint)
                joint = ""


def _latin(char: str) -> bool:
    return "!" <= char <= "~" and char.isalnum()


@dataclass(frozen=True, slots=True)
class _Page:
    """How the page was set."""

    full: float
    indents_tell: bool
    """Paragraphs are indented and their further lines are not."""
    gap: int
    """Blank lines that usually stand between two lines."""
    named: str
    """The beginning of the text without blanks: what is named in 《》 there is a title."""


def _pairs(lines: Sequence[PageLine], title: str | None) -> Iterator[tuple[PageLine, PageLine]]:
    """Pairs of lines that are one."""
    full = full_width(lines)
    if not full:
        return
    indented = sum(1 for line in lines if line.indent >= 2)
    page = _Page(
        full=full,
        indents_tell=0.08 * len(lines) < indented < 0.75 * len(lines),
        gap=Counter(line.gap for line in lines).most_common(1)[0][0],
        named="".join("".join(line.words for line in lines[:120]).split()),
    )
    in_law = in_unit = in_item = joined = False
    """Behind the first article; in a block that began with a mark or is several lines long; that began as an item."""
    for before, after in pairwise(lines):
        mark = MARK.match(before.words)
        if not joined:
            in_item = bool(mark and not mark["head"])
        in_law = in_law or bool(mark and mark["head"])
        in_unit = (
            joined
            or bool(mark and not before.is_heading)
            or (in_law and (stops_midway(before.words) or before.words[-1] in "，、"))
        )
        joined = _goes_on(before, after, page, title, in_unit=in_unit, in_item=in_item)
        if joined:
            yield before, after


def _goes_on(
    before: PageLine, after: PageLine, page: _Page, title: str | None, *, in_unit: bool, in_item: bool
) -> bool:
    filled = before.width >= page.full
    if before.is_heading or after.words[0] in "<#|!" or begins_unit(before, after, filled=filled):
        return False
    if _ADOPTED.search(before.words) and DATE.match(after.words):
        return False
    if before.ended(filled=filled):
        if not filled or before.words[-1] in "：:" or after.gap > page.gap:
            return False
        if before.words[-1] in "；;" and not in_item:
            return True
        return after.indent < 2 if page.indents_tell else _GOES_ON.match(after.words) is not None
    if _unclosed(before.words) or _is_title_in_two(before.words, after.words, page.named, title):
        return True
    if filled:
        return True
    if page.indents_tell and after.indent >= 2 and after.gap >= page.gap:
        return False
    return in_unit and (after.gap <= page.gap or before.words[-1] in "，、（《〈“和或及与的")


def _unclosed(words: str) -> bool:
    """（2016年11月7日第十二届 … 根据2025年10: the bracket at the start of the line is still open."""
    return words[:1] in "（(" and max(words.count("（"), words.count("(")) > max(words.count("）"), words.count(")"))


def _is_title_in_two(before: str, after: str, named: str, title: str | None) -> bool:
    """A title set in two lines: together they are what the file is called or what the text says in 《》."""
    if not is_title(after) or is_title(before) or len(before) + len(after) > 80:
        return False
    whole = re.sub(r"[（(].*?[)）]\Z", "", "".join((before + after).split()))
    return f"《{whole}》" in named or (title is not None and whole in "".join(title.split()))
