"""What a citation is: an exact stretch of a text, how it names an instrument, and which provisions of it.

《中华人民共和国网络安全法》第二十一条第一款、第三款
└─ title ──────────────┘└─ target ─────┘ └─ target ─┘
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.vocabulary import Term


class By(Term):
    """How a citation says which instrument it means."""

    TITLE = "title", "By a title or short title in 《》."
    BARE_TITLE = "bare-title", "By a title or short title without 《》."
    SELF = "self", "The text speaks of itself: 本法, 本办法, 本条, 前款, or an article alone."
    BEFORE = "before", "An instrument named before: 该法, 同法, or a list that goes on."
    SUBJECT = "subject", "The act that the text changes or explains, as its own title says."
    GENERAL = "general", "General words such as 国家有关规定: no instrument is named."
    NOBODY = "nobody", "Nothing says which instrument is meant."


class Trouble(Term):
    """Why a citation names nothing that can be looked for."""

    NO_INSTRUMENT = "no-instrument", "It names a provision, and nothing says of which instrument."
    NOWHERE = "nowhere", "It points from where it stands, and that is inside no article that could be made out."
    NO_HEADING = "no-heading", "It points at the chapter or section around it, and the text has no such heading there."
    NOTHING_BEFORE = "nothing-before", "It points at what stands before, and nothing stands there."
    NUMBER = "number", "Its number is no number of a provision."
    RANGE = "range", "It runs from one provision to another that does not follow."
    NO_UNIT = "no-unit", "A word such as 条 is missing: 第二百三十六第三款."
    BRACKET = "bracket", "A 《 without its 》."


@dataclass(frozen=True, order=True, slots=True)
class Pointer:
    """Which provision of an instrument: ``art-24``, paragraph, item; or a division such as ``chap-3.sec-1``."""

    article: str
    paragraph: int | None = None
    item: int | None = None
    division: bool = False

    @property
    def locator(self) -> str:
        """As in ``graph.ids``. An item cited without its paragraph is taken to stand in the first.

        >>> Pointer("art-24", 2).locator, Pointer("art-24", None, 3).locator
        ('art-24.par-2', 'art-24.par-1.item-3')
        """
        paragraph = self.paragraph or (1 if self.item else None)
        below = f".par-{paragraph}" if paragraph else ""
        return f"{self.article}{below}{f'.item-{self.item}' if self.item else ''}"

    @property
    def number(self) -> str:
        """The number of the article: ``24``, ``17-1``."""
        return self.article.partition("-")[2]


@dataclass(frozen=True, slots=True)
class Target:
    """One provision, or an unbroken range of them, with the words that name it.

    ``deeper`` are the words for what lies below an item (第1目), which has no name of its own in the graph.
    """

    start: int
    end: int
    first: Pointer | None
    last: Pointer | None = None
    deeper: str | None = None
    trouble: Trouble | None = None

    def pointers(self) -> Iterator[Pointer]:
        """Every provision of it that can be told without the text of the instrument (第十七条之一 between two is not)."""
        if self.first is None:
            return
        yield self.first
        if self.last is not None:
            yield from _after(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Citation:
    """``text[start:end] == words``. Without ``targets`` the instrument as a whole is cited."""

    start: int
    end: int
    words: str
    by: By
    title: str | None = None
    """The full title, as the text gives it or defines it by 以下简称; ``None`` where the text speaks of itself."""
    targets: tuple[Target, ...] = ()
    edition: str | None = None
    """Words that say which edition is meant: 原, 修正前, （2012年修正）."""
    inferred: bool = False
    """Whether the instrument follows from what stands around, and not from the citation's own words."""
    trouble: Trouble | None = None

    @property
    def provisions(self) -> tuple[str, ...]:
        """Locators of all provisions that it names, ranges told one by one."""
        return tuple(pointer.locator for target in self.targets for pointer in target.pointers())


class Why(Term):
    """Why something that looks like a citation is none that can be checked."""

    ITSELF = "itself", "The text names itself without an article (本法, 本办法)."
    NO_INSTRUMENT = (
        "no-instrument",
        "A title in 《》 that reads like a paper, a form or a book, not like an instrument.",
    )
    COUNTED = "counted", "第一项 or 第一款 outside any article: the first of some things, as far as can be told."


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Words that were seen and are not among the citations."""

    start: int
    end: int
    words: str
    why: Why


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was found in one text, in its order."""

    citations: tuple[Citation, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    aliases: tuple[tuple[str, str], ...] = field(default=())
    """Short names that the text defines, with the full titles."""


RANGE_LIMIT = 2_000
"""No law has more articles in one range."""


def follows(first: Pointer, last: Pointer) -> bool:
    """Whether a range may run from the one to the other.

    >>> follows(Pointer("art-3"), Pointer("art-5")), follows(Pointer("art-3", 2), Pointer("art-3", 1))
    (True, False)
    """
    if first.division or last.division:
        return first.division and last.division and _depth(first) == _depth(last) and _of(first) < _of(last)
    one, other = _place(first), _place(last)
    return one < other and other[0] - one[0] <= RANGE_LIMIT and (other[2] or 0) <= RANGE_LIMIT


def _after(first: Pointer, last: Pointer) -> Iterator[Pointer]:
    """The pointers of a range, its first one left out."""
    if first.division:
        stem = last.article.rpartition("-")[0]
        begin = _of(first)[-1] if stem == first.article.rpartition("-")[0] else _of(last)[-1] - 1
        for n in range(begin + 1, _of(last)[-1] + 1):
            yield Pointer(f"{stem}-{n}", division=True)
    elif first.article == last.article and last.item is not None and first.item is not None:
        if first.paragraph == last.paragraph:
            for n in range(first.item + 1, last.item + 1):
                yield Pointer(first.article, first.paragraph, n)
        else:
            yield last
    elif first.article == last.article and last.paragraph is not None and first.paragraph is not None:
        for n in range(first.paragraph + 1, last.paragraph + 1):
            yield Pointer(first.article, n)
    else:
        prefix = first.article.partition("-")[0]
        (one, below, *_), (other, until, *_) = _place(first), _place(last)
        if one == other:
            for n in range(below + 1, until):
                yield Pointer(f"{prefix}-{one}-{n}")
        for n in range(one + 1, other + (1 if until else 0)):
            yield Pointer(f"{prefix}-{n}")
        yield last


def _place(pointer: Pointer) -> tuple[int, int, int, int]:
    number, _, after = pointer.number.partition("-")
    return int(number), int(after or 0), pointer.paragraph or 0, pointer.item or 0


def _of(division: Pointer) -> list[int]:
    return [int(part.rpartition("-")[2]) for part in division.article.split(".")]


def _depth(division: Pointer) -> list[str]:
    return [part.partition("-")[0] for part in division.article.split(".")]
