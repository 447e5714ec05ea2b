"""Where things stand in a text: what 前款, 本条 and 第二项 need to know, and nothing else.

An outline comes from the lines of a plain text (``graph.citations.lines``), or from any tree that looks like ``Statute``
below: the tree of ``ingest.statute`` does, and ``graph`` need not know it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from graph.citations.numerals import NUMERAL, number


@dataclass(frozen=True, slots=True)
class Place:
    """Where an offset stands. ``quoted``: in words that a decision puts into another act."""

    article: str | None = None
    paragraph: int | None = None
    item: int | None = None
    division: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that begins at ``start`` and goes on to the next piece."""

    start: int
    place: Place
    skipped: bool = False
    """A head, a heading or a line of a table of contents: what stands there is a name and no citation."""
    titled: bool = False
    """The title of the text: a name without 《》 there is the text's own, or a part of it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The pieces of a text in order, and the provisions that it has."""

    title: str | None = None
    pieces: tuple[Piece, ...] = ()
    articles: Mapping[str, Mapping[int, frozenset[int]]] = field(default_factory=dict)
    """Of every article its paragraphs, of every paragraph its items, in the order of the text."""
    unmarked: frozenset[str] = frozenset()
    """Articles with a list (…：) whose items have no marks in the text: which items they have, nobody can say."""
    divisions: frozenset[str] = frozenset()
    changes: bool = False
    """Whether the provisions change another act, so that an article alone is one of that act."""
    ends: bool = False
    """Whether the last provision reads like the last of an instrument (day of effect, repeal, who interprets)."""
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def of_pieces(
        cls,
        pieces: Sequence[Piece],
        *,
        title: str | None,
        articles: Mapping[str, Mapping[int, frozenset[int]]],
        unmarked: frozenset[str] = frozenset(),
        divisions: frozenset[str] = frozenset(),
        changes: bool = False,
        ends: bool = False,
    ) -> Outline:
        ordered = tuple(sorted(pieces, key=lambda piece: piece.start))
        starts = tuple(piece.start for piece in ordered)
        return cls(title, ordered, articles, unmarked, divisions, changes, ends, starts)

    def piece(self, offset: int) -> Piece:
        """The piece at an offset; before the first one there is nothing."""
        i = bisect_right(self._starts, offset) - 1
        return self.pieces[i] if i >= 0 else _NOTHING

    def before(self, article: str, count: int) -> tuple[str, ...]:
        """The ``count`` articles before one, in order; empty when there are not so many."""
        known = list(self.articles)
        i = known.index(article) if article in known else -1
        return tuple(known[i - count : i]) if i >= count else ()

    def with_item(self, article: str, item: int, near: Place) -> int | None:
        """The paragraph in which an item stands that is cited without one: the one at hand, else the only one that has it."""
        paragraphs = self.articles.get(article)
        if not paragraphs:
            return None
        if near.article == article and near.paragraph is not None and item in paragraphs.get(near.paragraph, ()):
            return near.paragraph
        having = [n for n, items in paragraphs.items() if item in items]
        if near.article == article and near.paragraph is not None:
            having = [n for n in having if n <= near.paragraph][-1:] or having
        return having[0] if having else None

    @property
    def whole(self) -> bool:
        """Whether the text seems to be all of its instrument: articles from 1 on without a gap, and an end."""
        numbers = [int(article.split("-")[1]) for article in self.articles if article.startswith("art-")]
        return self.ends and bool(numbers) and sorted(set(numbers)) == list(range(1, max(numbers) + 1))

    @property
    def last_article(self) -> int:
        """The highest number of an article; 0 where there is none."""
        return max((int(one.split("-")[1]) for one in self.articles if one.startswith("art-")), default=0)

    @property
    def has_articles(self) -> bool:
        return any(article.startswith("art-") for article in self.articles)


NO_OUTLINE = Outline()
_NOTHING = Piece(0, Place())


# ---------------------------------------------------------------- from a tree


class Leaf(Protocol):
    """A piece of the text: ``begin`` and ``end`` bound its words."""

    @property
    def start(self) -> int: ...
    @property
    def begin(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


class Item(Leaf, Protocol):
    @property
    def number(self) -> int: ...
    @property
    def quoted(self) -> bool: ...
    def leaves(self) -> Iterator[Leaf]: ...


class Paragraph(Leaf, Protocol):
    @property
    def number(self) -> int: ...
    @property
    def items(self) -> Sequence[Item]: ...
    @property
    def quoted(self) -> bool: ...


class Provision(Leaf, Protocol):
    @property
    def locator(self) -> str: ...
    @property
    def paragraphs(self) -> Sequence[Paragraph]: ...


class Statute(Protocol):
    """What a tree must have to give an outline."""

    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> Leaf | None: ...
    @property
    def contents(self) -> Sequence[Leaf]: ...
    @property
    def provisions(self) -> Sequence[Provision]: ...
    def leaves(self) -> Iterator[Leaf]: ...


def outline_of(statute: Statute) -> Outline:
    """The outline of a tree."""
    places: dict[int, tuple[str, int, int | None, bool]] = {}
    articles: dict[str, dict[int, frozenset[int]]] = {}
    heads: dict[int, str] = {}
    unmarked: set[str] = set()
    for provision in statute.provisions:
        locator = provision.locator
        heads[provision.start] = locator
        shape = articles.setdefault(locator, {})
        for paragraph in provision.paragraphs:
            number_of, items = paragraph.number, paragraph.items
            places[paragraph.start] = (locator, number_of, None, paragraph.quoted)
            if not paragraph.quoted:
                shape.setdefault(number_of, frozenset(item.number for item in items))
            for item in items:
                for leaf in item.leaves():
                    places[leaf.start] = (locator, number_of, item.number, item.quoted)
            if not items and paragraph.text.endswith(COLONS):
                unmarked.add(locator)
    contents = {line.start for line in statute.contents}
    title = statute.title.start if statute.title else None
    pieces: list[Piece] = []
    divisions: set[str] = set()
    stem: str | None = None
    for leaf in statute.leaves():
        start = leaf.start
        if (within := places.get(start)) is not None:
            locator, paragraph_of, item_of, quoted = within
            pieces.append(Piece(start, Place(locator, paragraph_of, item_of, stem, quoted)))
        elif start in heads:
            pieces.append(Piece(start, Place(heads[start], division=stem), skipped=True))
        elif hasattr(leaf, "level"):
            stem = named_division(stem or "", leaf.text)
            divisions.add(stem)
            pieces.append(Piece(start, Place(division=stem), skipped=True))
        else:
            pieces.append(Piece(start, Place(), skipped=start in contents, titled=start == title))
    final = statute.provisions[-1].paragraphs if statute.provisions else ()
    return Outline.of_pieces(
        pieces,
        title=statute.title.text if statute.title else None,
        articles=articles,
        unmarked=frozenset(unmarked),
        divisions=frozenset(divisions),
        changes=statute.kind == "amendment",
        ends=any(ENDS.search(paragraph.text) is not None for paragraph in final),
    )


def named_division(stem: str, heading: str) -> str:
    """The name of a division below, or after, the one before: ``chap-3.sect-1``.

    >>> named_division("chap-2.sect-4", "第三章 罚则"), named_division("chap-3", "第一节 一般规定")
    ('chap-3', 'chap-3.sect-1')
    """
    found = _DIVISION.match(heading)
    if found is None:
        return stem
    level = LEVELS[found["level"]]
    order = list(LEVELS.values())
    kept = [part for part in stem.split(".") if part and order.index(part.partition("-")[0]) < order.index(level)]
    return ".".join([*kept, f"{level}-{number(found['number'])}"])


COLONS = ("：", ":")
LEVELS = {"编": "part", "分编": "subpart", "章": "chap", "节": "sect"}
ENDS = re.compile(r"施行|生效|实施之日|起执行|废止|负责解释")
_DIVISION = re.compile(rf"第\s*(?P<number>{NUMERAL})\s*(?P<level>分编|编|章|节)")
