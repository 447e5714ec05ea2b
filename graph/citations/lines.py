"""The outline of a plain text, from how its lines begin. It never refuses a text; without articles the outline is nearly empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.citations.numerals import NUMERAL, number
from graph.citations.outline import COLONS, ENDS, Outline, Piece, Place, named_division

_MARKS = r"[ \t\u3000\xa0\ufeff]*(?:(?:\#+|>|\*+|[-+](?=[ \t]))[ \t\u3000]*)*"
_GAP = r"[ \t\u3000]*"
_LINE = re.compile(
    rf"^(?P<plain>{_MARKS})(?=\S)(?:"
    rf"(?P<article>第{_GAP}(?P<number>{NUMERAL}){_GAP}条(?:之(?P<after>[一二三四五六七八九十]{{1,3}}))?(?:\*\*)?)"
    rf"|(?P<division>第{_GAP}{NUMERAL}{_GAP}(?:分编|编|章|节)(?=\s)[^\n]{{0,40}}$)"
    rf"|(?P<item>[（(]{_GAP}(?P<value>[零一二三四五六七八九十百\d]{{1,4}}){_GAP}[）)])"
    rf"|(?P<point>(?P<which>[一二三四五六七八九十百]{{1,5}}){_GAP}、)"
    rf"|(?P<count>(?P<counted>\d{{1,3}})[.．、](?!\d))"
    rf"|(?P<annex>附{_GAP}[件表录](?:[\s\d一二三四五六七八九十：:])|附[：:]))?"
    r"[^\n]*",
    re.MULTILINE,
)
_CITES_ON = re.compile(
    r"[ \t\u3000]*(?:第[\d零〇一二三四五六七八九十百（(]+|之?规定|的|所[列称述规]|[至和及与或、，,]|以及|中的|中“|修改为|改为|增加|删[去除]|作为)"
)
_INSIDE = re.compile(
    rf"(?<=[。；：”])[ \u3000]*(?P<head>第(?P<number>{NUMERAL})条(?:之(?P<after>[一二三四五六七八九十]{{1,3}}))?)"
)
_CHANGES = re.compile(
    r"(?:修改|修正|修订|废止)[^。\n]{0,120}的?决定(?:[（(][^）)\n]*[）)])?$|修正案(?:[（(][^）)\n]*[）)])?$"
)
_TITLE = re.compile(
    r"(?:法|法典|条例|规定|办法|细则|规则|解释|决定|决议|通知|意见|批复|章程|修正案|通则|准则|规范|公告|规程|条令|公约|协定|议定书|纪要|答复|指引|指南|安排|标准)"
    r"(?:[（(〔\[][^（）()\n]{1,40}[）)〕\]]){0,2}"
)
_SENTENCE = re.compile(r"[，。；]|的(?:规定|解释|决定|要求|通知|意见|标准|规范)$")
_AFTER_MARK = re.compile(r"[ \t\u3000*：:]*")
_FOLLOWS = 6
"""How many unmarked lines may stand between two items of one list."""


@dataclass(slots=True)
class _Row:
    begins: str
    start: int
    words: int
    end: int
    value: int = 0
    after: int = 0


@dataclass(slots=True)
class _Standing:
    """Where the reading stands."""

    article: str | None = None
    paragraph: int = 0
    item: int | None = None
    division: str = ""
    number: tuple[int, int] = (0, 0)
    pieces: list[Piece] = field(default_factory=list)
    articles: dict[str, dict[int, set[int]]] = field(default_factory=dict)
    divisions: set[str] = field(default_factory=set)
    counted: bool = False
    """Whether the items at hand are marked 1. 2. and not （一）（二）."""
    quoted: bool = False

    def here(self) -> Place:
        return Place(self.article, self.paragraph or None, self.item, self.division or None, self.quoted)

    def open(self, article: str, start: int) -> None:
        self.article, self.paragraph, self.item, self.counted = article, 0, None, False
        self.articles.setdefault(article, {})
        self.pieces.append(Piece(start, Place(article, division=self.division or None), skipped=True))

    def paragraph_at(self, start: int) -> None:
        self.paragraph, self.item, self.counted = self.paragraph + 1, None, False
        if self.article is not None and not self.quoted:
            self.articles[self.article].setdefault(self.paragraph, set())
        self.pieces.append(Piece(start, self.here()))

    def item_at(self, start: int, value: int, *, counted: bool = False) -> None:
        self.item, self.counted = value, counted
        self.paragraph = self.paragraph or 1
        if self.article is not None and not self.quoted:
            self.articles[self.article].setdefault(self.paragraph, set()).add(value)
        self.pieces.append(Piece(start, self.here()))


def outline_of_lines(text: str) -> Outline:
    """The outline of a plain text, one unit of the law a line."""
    rows = list(_rows(text))
    title, at_title = _title(rows, text)
    changes = title is not None and _CHANGES.search(title) is not None
    if not changes:
        rows = _heads_that_count(rows, text)
    # A decision counts its provisions by 一、 and so do opinions; an amendment of the constitution by 第一条.
    by_points = (
        any(row.begins == "point" for row in rows) if changes else not any(row.begins == "article" for row in rows)
    )
    at = _Standing()
    unmarked: set[str] = set()
    if at_title is not None:
        at.pieces += [Piece(at_title.start, Place(), titled=True), Piece(at_title.end, Place())]
    opened = False
    for i, row in enumerate(rows):
        if changes:
            at.quoted = _quoted(at.quoted, text, row)
        begins = row.begins
        if begins == "annex" and opened:
            at.article, at.paragraph, at.item = None, 0, None
            at.pieces.append(Piece(row.start, Place()))
            break
        if begins == "division" and not at.quoted:
            at.division = named_division(at.division, text[row.words : row.end])
            at.divisions.add(at.division)
            at.article, at.paragraph, at.item = None, 0, None
            at.pieces.append(Piece(row.start, Place(division=at.division), skipped=True))
        elif (begins == "article" and not by_points and (not changes or _is_next(at, row))) or (
            begins in ("point", "count") and by_points and not at.quoted and _due(at, row)
        ):
            opened = True
            prefix = "art" if begins == "article" else "sec"
            at.open(f"{prefix}-{row.value}" + (f"-{row.after}" if row.after else ""), row.start)
            at.number = (row.value, row.after)
            if row.words < row.end:
                at.paragraph_at(row.words)
        elif at.article is None:
            if at.pieces and at.pieces[-1].skipped:
                at.pieces.append(Piece(row.start, Place(division=at.division or None)))
        elif begins == "item":
            at.item_at(row.start, row.value)
        elif begins == "count" and changes:
            at.paragraph_at(row.start)
        elif begins == "count" and (row.value == 1 if at.item is None else at.counted and row.value == at.item + 1):
            at.item_at(row.start, row.value, counted=True)
        elif begins == "count" or (at.item is not None and _goes_on(rows, i, at.item)):
            continue
        else:
            if at.item is None and text.endswith(COLONS, rows[i - 1].start, rows[i - 1].end):
                unmarked.add(at.article)
            at.paragraph_at(row.start)
    last = next((row for row in reversed(rows) if row.begins == "article"), None)
    return Outline.of_pieces(
        at.pieces,
        title=title,
        articles={
            article: {n: frozenset(items) for n, items in found.items()} for article, found in at.articles.items()
        },
        unmarked=frozenset(unmarked),
        divisions=frozenset(at.divisions),
        changes=changes,
        ends=last is not None and ENDS.search(text, last.words) is not None,
    )


def _rows(text: str) -> Iterator[_Row]:
    for found in _LINE.finditer(text):
        begins = found.lastgroup or "plain"
        mark = found.end("plain")
        end = mark + len(text[mark : found.end()].rstrip())
        if begins == "plain":
            yield _Row(begins, mark, mark, end)
            continue
        words = mark
        value = after = 0
        match begins:
            case "article":
                value, words = number(found["number"]), _skipped(text, found.end("article"), end)
                after = number(found["after"]) if found["after"] else 0
            case "item":
                value = number(found["value"])
            case "point":
                value, words = number(found["which"]), _skipped(text, found.end("point"), end)
            case "count":
                value, words = int(found["counted"]), _skipped(text, found.end("count"), end)
        yield _Row(begins, mark, words, end, value, after)


def _skipped(text: str, begin: int, end: int) -> int:
    """Where the words after a mark begin."""
    found = _AFTER_MARK.match(text, begin, end)
    return found.end() if found else begin


def _heads_that_count(rows: list[_Row], text: str) -> list[_Row]:
    """第X条 at the start of a line is a head unless it cites on; heads inside a line count when their number is due."""
    out: list[_Row] = []
    due = (1, 0)
    for row in rows:
        if row.begins == "article":
            begin = text.index("条", row.start) + 1
            cites = begin < row.end and _CITES_ON.match(text, begin)
            if cites and ((row.value, row.after) != due or not text[begin].isspace()):
                row.begins, row.words = "plain", row.start
        out.append(row)
        if row.begins == "article":
            due = (row.value + 1, 0)
        at = row.words
        while row.begins in ("article", "plain", "item") and (inside := _next_inside(text, at, out[-1].end, due)):
            below = number(inside["after"]) if inside["after"] else 0
            value = number(inside["number"])
            end, out[-1].end = out[-1].end, inside.start()
            out.append(_Row("article", inside.start("head"), _skipped(text, inside.end(), end), end, value, below))
            due, at = (value + 1, 0), inside.end()
    return out


def _next_inside(text: str, at: int, end: int, due: tuple[int, int]) -> re.Match[str] | None:
    found = _INSIDE.search(text, at, end)
    while found is not None:
        follows = (number(found["number"]), number(found["after"]) if found["after"] else 0) in (due, (due[0] - 1, 1))
        if follows and _CITES_ON.match(text, found.end()) is None:
            return found
        found = _INSIDE.search(text, found.end(), end)
    return None


def _due(at: _Standing, row: _Row) -> bool:
    """Whether a point continues the order of points."""
    return row.value == at.number[0] + 1


def _is_next(at: _Standing, row: _Row) -> bool:
    """Whether an article is the very next one; the first may have any number."""
    return at.number == (0, 0) or (row.value, row.after) == (at.number[0] + 1, 0)


def _goes_on(rows: list[_Row], i: int, item: int) -> bool:
    """Whether the list of items goes on below an unmarked line, so that the line belongs to the item."""
    for row in rows[i + 1 : i + 1 + _FOLLOWS]:
        if row.begins == "item":
            return row.value == item + 1
        if row.begins in ("article", "division", "point"):
            return False
    return False


def _quoted(before: bool, text: str, row: _Row) -> bool:
    """Whether a line of a decision stands in the words that it puts into another act."""
    words = text[row.start : row.end]
    opened = words.lstrip("*# ").startswith("“")
    above = text[: row.start].rstrip()
    if above.endswith("”"):
        return opened
    if above.endswith("“"):
        return True
    return opened or (before and not above.endswith("”"))


def _title(rows: list[_Row], text: str) -> tuple[str | None, _Row | None]:
    """The first line that reads like a title, before anything that has a number."""
    for row in rows[:12]:
        if row.begins in ("article", "division", "point"):
            break
        words = text[row.words : row.end].strip("* ")
        if row is rows[-1] or len(words) > 120 or (_SENTENCE.search(words) and "关于" not in words):
            continue
        if any(found.end() == len(words) for found in _TITLE.finditer(words)):
            return "".join(words.split()), row
    return None, None
