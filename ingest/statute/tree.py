"""What an official text says, as a tree of its own units.

    Statute
    ├── before        notices before the law: an order, a news report, a circular        (outside the law)
    ├── title, adoption     the title, and the lines below it: who adopted, when, amended when
    ├── contents      a table of contents                                                (outside the law)
    ├── preamble      序言, or the sentence before the first provision
    ├── body          Division 编 分编 章 节 → Article 第十七条之一, or Point 一、 where there are no articles
    │                   └── Paragraph 款 → Item 项 （一） → Item 目 1. → Item （1）
    ├── annexes       Annex 附件: its lines
    ├── after         signatures and notes after the law                                 (outside the law)
    └── unread        whatever is none of these, with its line

Guarantees (tests/statute holds them over every text at hand):

1. Every character of the text stands in exactly one leaf: ``"".join(leaf.raw for leaf in statute.leaves())`` is the text.
2. ``leaf.start`` is the offset of ``raw`` in the text and ``leaf.line`` its line (from 1); ``begin``/``end`` bound ``text``:
   ``text[leaf.begin:leaf.end] == leaf.text``. What lies between ``raw`` and ``text`` is layout: blanks, line ends, Markdown marks.
3. ``Article.number`` is the number as in ``graph.ids``: ``"17"``, ``"17-1"``; ``locator`` is ``art-17-1`` (``sec-3`` for a Point).
4. Paragraphs of an article count from 1, items of a paragraph carry their own number.
5. Inside an amendment decision, the quoted replacement text is never an article of the decision: it is in the paragraphs
   of the point that orders the change, with ``quoted`` set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias


class Kind(StrEnum):
    """What sort of text it is."""

    STATUTE = "statute"
    AMENDMENT = "amendment"
    """A decision or an amendment whose provisions change another act (修改决定, 修正案, 废止决定)."""
    OTHER = "other"
    """No provisions of its own: an index, a letter, a translation, or a law we cannot read."""


class Act(StrEnum):
    """What happened on a date that the head of a text tells."""

    ADOPTED = "adopted"
    AMENDED = "amended"
    PUBLISHED = "published"
    APPROVED = "approved"
    EFFECTIVE = "effective"
    REPEALED = "repealed"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of the text, verbatim with its layout; ``text`` is what it says."""

    start: int
    line: int
    raw: str
    begin: int
    end: int

    @property
    def text(self) -> str:
        return self.raw[self.begin - self.start : self.end - self.start]


@dataclass(frozen=True, slots=True)
class Line(Leaf):
    """A line outside the provisions: title, adoption line, notice, preamble, row of a table of contents, of an annex."""


@dataclass(frozen=True, slots=True)
class Unread(Leaf):
    """What the parser does not understand: an image, a table, a fragment. Kept, shown, never dropped."""


@dataclass(frozen=True, slots=True)
class HeadDate:
    """A date that the head tells, and what it says happened then."""

    on: date
    act: Act
    line: int
    said: str
    """The part of the head that says so, verbatim."""


@dataclass(frozen=True, slots=True)
class Item(Leaf):
    """项 （一） of a paragraph; 目 1. of an item; （1） of a 目.

    ``text`` begins after the mark. ``continued`` are unmarked lines that belong to the item (the next mark follows on).
    """

    number: int
    mark: str
    """As written: ``（一）``, ``1.``, ``(1)``, ``①``."""
    items: tuple[Item, ...] = ()
    continued: tuple[Line, ...] = ()
    quoted: bool = False

    @property
    def full_text(self) -> str:
        """The mark, the words, and everything below, one unit a line."""
        return "\n".join([self.mark + self.text, *(c.text for c in self.continued), *(i.full_text for i in self.items)])

    def leaves(self) -> Iterator[Leaf]:
        yield self
        yield from self.continued
        for item in self.items:
            yield from item.leaves()


@dataclass(frozen=True, slots=True)
class Paragraph(Leaf):
    """款: one paragraph of an article, with its items."""

    number: int
    items: tuple[Item, ...] = ()
    quoted: bool = False
    """Replacement text that an amendment decision puts into another act."""

    @property
    def full_text(self) -> str:
        """The words and the items, one unit a line."""
        return "\n".join([self.text, *(item.full_text for item in self.items)])

    def item(self, number: int) -> Item | None:
        return next((item for item in self.items if item.number == number), None)

    def leaves(self) -> Iterator[Leaf]:
        yield self
        for item in self.items:
            yield from item.leaves()


@dataclass(frozen=True, slots=True)
class Provision(Leaf):
    """An article or a point. As a leaf it is only its head (``第十七条　``, ``一、``); the words are in its paragraphs."""

    number: str
    caption: str | None
    """【…】 after the number, as in some editions of the codes."""
    paragraphs: tuple[Paragraph, ...]

    @property
    def full_text(self) -> str:
        """All paragraphs and items, one unit a line, without the head."""
        return "\n".join(paragraph.full_text for paragraph in self.paragraphs)

    @property
    def last(self) -> int:
        """The offset where the provision ends in the text."""
        return max((leaf.end for leaf in self.leaves()), default=self.end)

    def paragraph(self, number: int) -> Paragraph | None:
        return next((paragraph for paragraph in self.paragraphs if paragraph.number == number), None)

    def leaves(self) -> Iterator[Leaf]:
        yield self
        for paragraph in self.paragraphs:
            yield from paragraph.leaves()


@dataclass(frozen=True, slots=True)
class Article(Provision):
    """条."""

    @property
    def locator(self) -> str:
        return f"art-{self.number}"


@dataclass(frozen=True, slots=True)
class Point(Provision):
    """一、 of an instrument that has no articles (decisions, opinions, amendments)."""

    @property
    def locator(self) -> str:
        return f"sec-{self.number}"


@dataclass(frozen=True, slots=True)
class Division(Leaf):
    """编, 分编, 章 or 节 with its heading; ``text`` is the heading as written."""

    level: str
    """``编``, ``分编``, ``章``, ``节``, ``目``."""
    number: int
    caption: str
    """The heading without its number: ``总则``."""
    parts: tuple[Part, ...] = ()

    def leaves(self) -> Iterator[Leaf]:
        yield self
        for part in self.parts:
            yield from part.leaves() if isinstance(part, Division | Provision) else (part,)


@dataclass(frozen=True, slots=True)
class Annex:
    """附件 or 附表: heading and lines, not read further."""

    heading: Line
    lines: tuple[Line, ...] = ()

    def leaves(self) -> Iterator[Leaf]:
        yield self.heading
        yield from self.lines


Part: TypeAlias = Division | Article | Point | Line


@dataclass(frozen=True, slots=True)
class Statute:
    """One official text. See the module for its parts and what is promised of them."""

    kind: Kind
    title: Line | None = None
    adoption: tuple[Line, ...] = ()
    dates: tuple[HeadDate, ...] = ()
    before: tuple[Line, ...] = ()
    contents: tuple[Line, ...] = ()
    preamble: tuple[Line, ...] = ()
    body: tuple[Part, ...] = ()
    annexes: tuple[Annex, ...] = ()
    after: tuple[Line, ...] = ()
    unread: tuple[Unread, ...] = ()
    articles: tuple[Article, ...] = field(default=(), repr=False, compare=False)
    """All articles of the body in the order of the text, wherever they stand in it."""
    points: tuple[Point, ...] = field(default=(), repr=False, compare=False)

    @property
    def provisions(self) -> tuple[Article | Point, ...]:
        """Articles, or the points of an instrument without articles."""
        return self.articles or self.points

    @property
    def missing(self) -> tuple[str, ...]:
        """Numbers that the order of the articles skips: the text lacks them, or spoils them beyond telling."""
        have = sorted({int(article.number.partition("-")[0]) for article in self.articles})
        return tuple(str(n) for low, high in pairwise(have) for n in range(low + 1, high))

    def article(self, number: str) -> Article | None:
        """The article of that number (``"17-1"``)."""
        return next((article for article in self.articles if article.number == number), None)

    def leaves(self) -> Iterator[Leaf]:
        """Every piece of the text, each once, in its order."""
        return iter(sorted(self._leaves(), key=lambda leaf: leaf.start))

    def _leaves(self) -> Iterator[Leaf]:
        yield from self.before
        if self.title:
            yield self.title
        yield from self.adoption
        yield from self.contents
        yield from self.preamble
        for part in self.body:
            yield from part.leaves() if isinstance(part, Division | Provision) else (part,)
        for annex in self.annexes:
            yield from annex.leaves()
        yield from self.after
        yield from self.unread
