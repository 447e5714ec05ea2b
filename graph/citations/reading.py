"""What a reader of a text knows at each point of it: what was cited so far, under which short names, and where one stands.

In a decision that changes another act, the words in quotation marks are that act's: 前款 there is a paragraph of the
article that the decision orders to be changed, and 本法 is the act.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field

from graph.citations.anchors import OF, PART
from graph.citations.citation import By, Citation, PassedOver, Pointer, Target, Why
from graph.citations.names import Names, key
from graph.citations.numerals import NUMERAL
from graph.citations.outline import Outline, Place
from graph.citations.provisions import Base, divisions, provisions

_OF_THE_DECISION = ("本决定", "本修正案", "本通知", "本决议")
_ORDERED = re.compile(r"(?:修改为|作为.{1,20}|规定)[：:]\s*“")
_KIND = re.compile(r"(法|条例|办法|规定|细则|规则|解释|决定|公约|条约|协定)(?:[（(〔][^（）()〔〕]*[）)〕])*$")
_QUOTED_ITEM = re.compile(rf"[\s“]*[（(]{NUMERAL}[）)]")
NEAR = 200
"""No name or word before a citation begins farther back."""
FAR = 5_000
"""Nothing farther back in a line belongs to a citation: a bound for texts that are one line."""
_QUOTED_LIMIT = 80
"""No replaced article has more paragraphs and items."""


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument as it was cited: how a later 该法 or a list that goes on takes it up."""

    title: str | None
    by: By
    target: Pointer | None = None
    end: int = 0
    edition: str | None = None
    stands: str | None = None
    """The article of the text in which it was cited."""


@dataclass(slots=True)
class Reading:
    """A text that is being read from its beginning on."""

    text: str
    outline: Outline
    names: Names
    subject: str | None = None
    """The act that the text changes or explains."""
    citations: list[Citation] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    cursor: int = 0
    """Where the last thing ends that was taken: nothing before it is looked at again."""
    last: Named | None = None
    cited: Named | None = None
    """The last that was cited with one of its articles."""
    elsewhere: Named | None = None
    """The last that was cited with an article other than the one in which it stands."""
    kinds: dict[str, Named] = field(default_factory=dict)
    """The last that was cited by a title, for each kind of instrument: 法, 条例, 办法, 规定."""
    ordered: Pointer | None = None
    """In a decision: the provision into which the quoted words are put."""
    amended: str | None = None
    """In a decision on several acts: the one that is being changed."""

    def take(
        self, start: int, end: int, by: By, title: str | None = None, targets: tuple[Target, ...] = (), **more: object
    ) -> None:
        """Take a citation up."""
        citation = Citation(start, end, self.text[start:end], by, title, targets, **more)  # type: ignore[arg-type]
        self.citations.append(citation)
        self.cursor = end
        if by is By.GENERAL:
            return
        place = self.outline.piece(start).place
        final = next((t for t in reversed(targets) if t.first is not None), None)
        pointer = (final.last or final.first) if final else None
        self.last = Named(title, by, pointer, end, citation.edition, place.article)
        self.cited = self.last if pointer else self.cited
        if pointer is not None and (title is not None or pointer.article != place.article):
            self.elsewhere = self.last
        if title is not None and (kind := _KIND.search(title)) is not None:
            self.kinds[kind[1]] = self.last
        if self.outline.changes and not self.in_quotes(place, start):
            self.ordered = next((t.first for t in targets if t.first is not None), self.ordered)
            self.amended = title if by in (By.TITLE, By.BARE_TITLE) else self.amended

    def apart(self, before: Named, start: int, mark: re.Pattern[str]) -> bool:
        """Whether a mark stands between what was cited before and an offset, or too much text."""
        return start - before.end > FAR or mark.search(self.text, before.end, start) is not None

    def last_of_kind(self, kind: str) -> Named | None:
        """The instrument that 该办法 means: the last whose title ends so, else the last of all."""
        return self.kinds.get(kind, self.last)

    def pass_over(self, start: int, end: int, why: Why) -> None:
        self.passed_over.append(PassedOver(start, end, self.text[start:end], why))
        self.cursor = end

    def line(self, at: int) -> int:
        """Where what may belong to a citation at an offset begins: its line, or the end of what was taken."""
        near = max(self.cursor, at - NEAR)
        return max(near, self.text.rfind("\n", near, at) + 1)

    def full(self, name: str) -> str:
        """The full title of a name that the text defined, or the name."""
        return self.aliases.get(key(name), name)

    def followed(self, at: int) -> bool:
        """Whether a provision may follow the name that ends there."""
        return OF.match(self.text, at) is not None or PART.match(self.text, at) is not None

    def following(self, at: int, base: Base) -> tuple[tuple[Target, ...], int]:
        """The provisions or divisions that follow the name of an instrument."""
        of = OF.match(self.text, at) or PART.match(self.text, at)
        if of is None:
            return (), at
        targets, stop = provisions(self.text, of.end(), base)
        if targets:
            return targets, stop
        chapters, stop = divisions(self.text, of.end())
        if chapters and (below := OF.match(self.text, stop)) is not None:
            # 本法第三章第二十条: the chapter only helps to find the article.
            targets, after = provisions(self.text, below.end(), base)
            if targets and "条" in self.text[below.end() : after]:
                return targets, after
        return chapters, stop

    # ------------------------------------------------------------ whose words they are

    def own(self, words: str | None = None) -> tuple[By, str | None]:
        """The act that speaks of itself: the text, or the one that a decision changes."""
        title = self.subject or self.amended if self.outline.changes and words not in _OF_THE_DECISION else None
        return (By.SELF, None) if title is None else (By.SUBJECT, title)

    def below(self, place: Place) -> Callable[[str, int], int | None]:
        """How the paragraph of an item is found in the text itself, from a place on."""
        return lambda article, item: self.outline.with_item(article, item, place)

    def standing(self, place: Place, start: int) -> Place:
        """The place in the act that speaks there: in a decision a place of the act that is changed, or none."""
        if not self.outline.changes:
            return place
        ordered = self.ordered
        if ordered is None or ordered.division or not self.in_quotes(place, start):
            return Place()
        return Place(
            ordered.article, (ordered.paragraph or 1) + self._quoted_before(place, start), place.item, quoted=True
        )

    def in_quotes(self, place: Place, start: int) -> bool:
        near = max(0, start - FAR)
        line = max(near, self.text.rfind("\n", near, start) + 1)
        opened = self.text.rfind("“", line, start)
        return place.quoted or (opened >= 0 and self.text.rfind("”", opened, start) < 0)

    def _quoted_before(self, place: Place, start: int) -> int:
        """How many quoted paragraphs stand before the one at hand, those on the line of the order included."""
        if not place.quoted:
            return 0
        pieces = self.outline.pieces
        i = bisect_left(pieces, self.outline.piece(start).start, key=lambda piece: piece.start)
        counted = 0
        first = max(0, i - _QUOTED_LIMIT)
        while i >= first and pieces[i].place.quoted and pieces[i].place.article == place.article:
            counted += pieces[i].place.item is None and _QUOTED_ITEM.match(self.text, pieces[i].start) is None
            i -= 1
        order = self.text[pieces[i].start : pieces[i + 1].start] if i >= 0 else ""
        return max(0, counted - 1 + (_ORDERED.search(order) is not None))
