"""The provisions: divisions, articles or points, paragraphs, items, from rows that begin as the law begins them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.statute.front import line_of, unread_of
from ingest.statute.grammar import SET_OFF
from ingest.statute.lines import Row
from ingest.statute.tree import Article, Division, Item, Line, Paragraph, Part, Point, Unread

_RANK = {"编": 0, "分编": 1, "章": 2, "、": 2, "节": 3, "目": 4}
_CAPTION = re.compile(r"(?:【[^】]{1,80}】|[（(][^（）()]{1,40}[)）](?=\s|\Z))[ \t\u3000]*")
_DIVISION_NUMBER = re.compile(r"第.{1,12}?(?:分编|编|章|节)[ \t\u3000*]*")
_FOLLOWS = 6
"""How many unmarked lines may stand between two items of one list."""
_LONGEST_HEADING = 40
_LISTS = ("item", "point", "count", "circled")


@dataclass(slots=True)
class Body:
    """What was built."""

    parts: tuple[Part, ...] = ()
    articles: list[Article] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def body_of(rows: Sequence[Row], text: str, *, unit: str, quoted: Sequence[bool] | None = None) -> Body:
    """Build the body from its rows. ``unit`` is what heads a provision: ``article`` or ``point``."""
    builder = _Builder(text, unit)
    for i in range(len(rows)):
        builder.take(rows, i, quoted=quoted is not None and quoted[i])
    return builder.done()


def heads_articles(row: Row, following: Row, text: str) -> bool:
    """一、一般规定 above articles: short, without an end, and followed by an article or a section."""
    if row.begins != "point" or following.begins not in ("article", "division"):
        return False
    return row.end - row.begin <= _LONGEST_HEADING and text[row.end - 1] not in "。；：，"


@dataclass(slots=True)
class _Mark:
    """An item in the making."""

    style: str
    row: Row
    quoted: bool
    items: list[_Mark] = field(default_factory=list)
    continued: list[Line] = field(default_factory=list)

    def made(self, text: str) -> Item:
        row = self.row
        return Item(
            row.start, row.line, text[row.start : row.stop], row.begin, row.end, row.value,
            text[row.mark : row.begin].strip(SET_OFF), tuple(i.made(text) for i in self.items), tuple(self.continued), self.quoted,
        )  # fmt: skip


@dataclass(slots=True)
class _Paragraph:
    start: int
    line: int
    stop: int
    begin: int
    end: int
    quoted: bool
    items: list[_Mark] = field(default_factory=list)


class _Builder:
    def __init__(self, text: str, unit: str) -> None:
        self.text = text
        self.unit = unit
        self.body = Body()
        self.top: list[Part] = []
        self.divisions: list[tuple[int, Row, str, list[Part]]] = []
        self.head: Row | None = None
        self.paragraphs: list[_Paragraph] = []
        self.lists: list[list[_Mark]] = []
        """The open lists of the current paragraph, outermost first."""

    def take(self, rows: Sequence[Row], i: int, *, quoted: bool) -> None:
        row = rows[i]
        begins = row.begins
        if quoted:
            self._paragraph(row, quoted=True)
        elif begins == self.unit and not self._is_heading(rows, i):
            self._provision(row)
        elif begins == "division" or (begins == "point" and self._is_heading(rows, i)):
            self._division(row)
        elif begins == "odd":
            self.body.unread.append(unread_of(row, self.text))
        elif self.head is None:
            self._parts().append(line_of(row, self.text))
        elif begins in _LISTS:
            self._item(row, begins)
        elif self.lists and self._belongs_to_item(rows, i):
            self.lists[-1][-1].continued.append(line_of(row, self.text))
        else:
            self._paragraph(row, quoted=False)

    def done(self) -> Body:
        self._close_divisions(-1)
        self.body.parts = tuple(self.top)
        return self.body

    def _is_heading(self, rows: Sequence[Row], i: int) -> bool:
        return self.unit == "article" and i + 1 < len(rows) and heads_articles(rows[i], rows[i + 1], self.text)

    def _parts(self) -> list[Part]:
        return self.divisions[-1][3] if self.divisions else self.top

    def _provision(self, row: Row) -> None:
        self._close_provision()
        self.head = row
        begin = row.begin
        caption = _CAPTION.match(self.text, begin, row.end) if self.unit == "article" else None
        if caption:
            begin = caption.end()
        self.head = row._replace(begin=begin)
        if begin < row.end:
            self._start(_Paragraph(begin, row.line, row.stop, begin, row.end, False))

    def _paragraph(self, row: Row, *, quoted: bool) -> None:
        if self.head is None:
            self._parts().append(line_of(row, self.text))
            return
        self._start(_Paragraph(row.start, row.line, row.stop, row.mark, row.end, quoted))

    def _start(self, paragraph: _Paragraph) -> None:
        self.paragraphs.append(paragraph)
        self.lists = []

    def _item(self, row: Row, begins: str) -> None:
        style = begins + self.text[row.mark] if begins == "item" and self.text[row.mark + 1] in "0123456789" else begins
        if not self.paragraphs:
            head = self.head
            assert head is not None
            self._start(_Paragraph(row.start, row.line, row.start, row.start, row.start, False))
        mark = _Mark(style, row, False)
        for depth, siblings in enumerate(self.lists):
            if siblings[-1].style == style:
                siblings.append(mark)
                del self.lists[depth + 1 :]
                return
        below = self.lists[-1][-1].items if self.lists else self.paragraphs[-1].items
        below.append(mark)
        self.lists.append(below)

    def _belongs_to_item(self, rows: Sequence[Row], i: int) -> bool:
        """Whether the list goes on after unmarked lines with its very next number."""
        following = next((row for row in rows[i + 1 : i + 1 + _FOLLOWS] if row.begins != "plain"), None)
        if following is None or following.begins not in _LISTS:
            return False
        return any(
            siblings[-1].style.startswith(following.begins) and siblings[-1].row.value + 1 == following.value
            for siblings in self.lists
        )

    def _close_provision(self) -> None:
        head = self.head
        if head is None:
            return
        text = self.text
        paragraphs = tuple(
            Paragraph(p.start, p.line, text[p.start : p.stop], p.begin, p.end, n, tuple(i.made(text) for i in p.items), p.quoted)
            for n, p in enumerate(self.paragraphs, start=1)
        )  # fmt: skip
        stop = head.begin if head.begin < head.end else head.stop
        name = f"{head.value}-{head.below}" if head.below else str(head.value)
        made = text[head.mark : head.begin]
        if self.unit == "article":
            caption = made[made.find("条") :].strip(SET_OFF)
            inside = re.search(r"[【（(](.+)[】）)]\Z", caption)
            article = Article(
                head.start, head.line, text[head.start : stop], head.mark, head.mark + len(made.rstrip(SET_OFF)),
                name, inside[1] if inside else None, paragraphs,
            )  # fmt: skip
            self.body.articles.append(article)
            self._parts().append(article)
        else:
            point = Point(
                head.start,
                head.line,
                text[head.start : stop],
                head.mark,
                head.mark + len(made.rstrip()),
                name,
                None,
                paragraphs,
            )
            self.body.points.append(point)
            self._parts().append(point)
        self.head = None
        self.paragraphs = []
        self.lists = []

    def _division(self, row: Row) -> None:
        self._close_provision()
        found = _DIVISION_NUMBER.match(self.text, row.mark, row.end)
        if row.begins == "point":
            level = "、"
        elif found:
            level = next(level for level in ("分编", "编", "章", "节") if level in found[0])
        else:
            # 附则 without a number closes a law on its highest level.
            level = self.divisions[0][2] if self.divisions else "章"
        self._close_divisions(_RANK[level])
        self.divisions.append((_RANK[level], row, level, []))

    def _close_divisions(self, rank: int) -> None:
        self._close_provision()
        while self.divisions and self.divisions[-1][0] >= rank:
            _, row, level, parts = self.divisions.pop()
            words = self.text[row.mark : row.end]
            caption = _DIVISION_NUMBER.sub("", words, count=1) if level != "、" else self.text[row.begin : row.end]
            division = Division(
                row.start, row.line, self.text[row.start : row.stop], row.mark, row.end, level, row.value,
                re.sub(r"(?<=\S)[ \t\u3000]+(?=\S)", "", caption) if len(caption) < 8 else caption, tuple(parts),
            )  # fmt: skip
            self._parts().append(division)
