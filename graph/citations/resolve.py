"""Where a citation leads on a day: to a node, or to a typed outcome that says why not.

An instrument that is not held, or an article that is not held of one that is, is never said not to exist. Only the number
of articles of the instrument, or the text itself, can say that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from graph.citations.answer import Answer, Checked
from graph.citations.article import provision_of
from graph.citations.choice import Choice, chosen, standing
from graph.citations.citation import By, Citation, Pointer, Target, Trouble
from graph.citations.holdings import Holdings, Instrument
from graph.citations.outcome import Because, Outcome, Reason, of_trouble, reason
from graph.citations.outline import NO_OUTLINE, Outline


@dataclass(slots=True)
class Resolver:
    """Resolves the citations of one text against what is held, as the law stood on a day.

    The articles of what ``cited`` names must be read before ``checked`` is asked.
    """

    held: Holdings
    on: date
    outline: Outline = NO_OUTLINE
    own: Instrument | None = None
    """The instrument that the text is, where its title is held."""
    _choices: dict[tuple[str, str | None], Choice] = field(default_factory=dict)

    @classmethod
    def of_text(cls, held: Holdings, on: date, outline: Outline) -> Resolver:
        found = held.known_as(outline.title) if outline.title else []
        return cls(held, on, outline, found[0] if len(found) == 1 else None)

    def cited(self, citations: Iterable[Citation]) -> list[str]:
        """The instruments whose articles are needed."""
        own = [self.own] if self.own else []
        found = (self._choice(one).instrument for one in citations if one.title is not None and one.trouble is None)
        return list(dict.fromkeys(one.id for one in (*own, *found) if one is not None))

    def checked(self, citation: Citation) -> Checked:
        return Checked(citation, tuple(self._answers(citation)))

    def _answers(self, citation: Citation) -> Iterator[Answer]:
        if citation.by is By.GENERAL:
            yield Answer(Outcome.UNNAMED, reason=reason(Because.GENERAL))
        elif citation.trouble is not None:
            yield Answer(Outcome.UNPARSED, reason=of_trouble(citation.trouble))
        elif citation.title is not None:
            yield from self._of_another(citation, self._choice(citation))
        elif citation.targets:
            yield from self._of_the_text(citation)
        else:
            yield Answer(Outcome.UNPARSED, reason=reason(Because.NO_INSTRUMENT))

    def _choice(self, citation: Citation) -> Choice:
        wanted = (citation.title or "", citation.edition)
        if wanted not in self._choices:
            self._choices[wanted] = chosen(self.held, *wanted, self.on)
        return self._choices[wanted]

    # ------------------------------------------------------------ another instrument

    def _of_another(self, citation: Citation, choice: Choice) -> Iterator[Answer]:
        instrument = choice.instrument
        if not citation.targets:
            yield choice.answer
        for target in citation.targets:
            for pointer in self._pointers(target, instrument):
                if pointer is None:
                    yield _unparsed(target)
                elif instrument is None:
                    yield replace(choice.answer, locator=pointer.locator, deeper=target.deeper)
                else:
                    articles = self.held.articles(instrument.id)
                    found = provision_of(instrument, articles, pointer, choice.answer, self.on)
                    yield replace(found, deeper=target.deeper)

    def _pointers(self, target: Target, instrument: Instrument | None) -> Iterator[Pointer | None]:
        """The provisions of a target; 第十七条之一 comes into a range where it is known to stand between."""
        first, last = target.first, target.last
        if first is None:
            yield None
            return
        told = list(target.pointers())
        if last is None or first.division or first.article == last.article:
            yield from told
            return
        known: Iterable[str] = (one.partition("-")[2] for one in self.outline.articles)
        if instrument is not None:
            known = self.held.articles(instrument.id)
        whole = {pointer.article for pointer in told}
        between = (
            Pointer(f"art-{number}")
            for number in known
            if "-" in number and f"art-{number}" not in whole and _order(first) < _order(number) < _order(last)
        )
        yield from sorted([*told, *between], key=_order)

    # ------------------------------------------------------------ the text itself

    def _of_the_text(self, citation: Citation) -> Iterator[Answer]:
        another = self._another_version()
        for target in citation.targets:
            for pointer in self._pointers(target, None if another else self.own):
                found = _unparsed(target) if pointer is None else self._in_text(pointer, another)
                yield replace(found, deeper=target.deeper)

    def _in_text(self, pointer: Pointer, another: Reason | None) -> Answer:
        """A provision of the text itself: the text is the first to ask, then the graph for its node."""
        own = self.own
        provision = f"{own.id}.{pointer.locator}" if own and not pointer.division else None
        answer = Answer(Outcome.IN_TEXT, pointer.locator, own.id if own else None, provision)
        missing = self._missing(pointer)
        if missing is not None and missing.because is Because.NOT_IN_TEXT:
            return replace(answer, outcome=Outcome.NO_SUCH_PROVISION, reason=missing)
        if own is None and missing is not None:
            nobody = self.outline.title is None and not self.outline.articles
            return replace(answer, outcome=Outcome.UNPARSED if nobody else Outcome.NOT_HELD, reason=missing)
        if own is None or another is not None:
            return replace(answer, reason=another)
        outcome, why = standing(own, self.on)
        whole = Answer(outcome, regulation=own.id, node=own.id, reason=why)
        in_graph = provision_of(own, self.held.articles(own.id), pointer, whole, self.on)
        if in_graph.outcome is Outcome.NOT_HELD and missing is None:
            return replace(answer, node=in_graph.node, renumbered=in_graph.renumbered)
        return in_graph

    def _missing(self, pointer: Pointer) -> Reason | None:
        """Why the text itself does not have a provision; ``None`` when it has it."""
        outline = self.outline
        if not outline.articles:
            return reason(Because.TITLE if outline.title else Because.NO_INSTRUMENT)
        if pointer.division:
            there = any(f".{one}".endswith(f".{pointer.article}") for one in outline.divisions)
            return None if there else reason(Because.PART_OF_TEXT)
        paragraphs = outline.articles.get(pointer.article)
        if not pointer.article.startswith("art-"):
            return reason(Because.PART_OF_TEXT) if paragraphs is None or pointer.item is not None else None
        if paragraphs is None:
            return reason(Because.NOT_IN_TEXT if outline.whole else Because.PART_OF_TEXT)
        if pointer.item is not None:
            # A mark can be lost in a copy: a later item shows that there is an earlier one.
            there = any(pointer.item <= max(items, default=0) for items in paragraphs.values())
        else:
            there = pointer.paragraph is None or pointer.paragraph in paragraphs
        if there:
            return None
        return reason(Because.UNMARKED if pointer.article in outline.unmarked else Because.NOT_IN_TEXT)

    def _another_version(self) -> Reason | None:
        """Why the text is another version than the one that is held; ``None`` when it seems to be the same."""
        own, outline = self.own, self.outline
        if own is None or own.article_count is None or not outline.whole:
            return None
        here = sum(1 for article in outline.articles if article.startswith("art-"))
        return None if here == own.article_count else reason(Because.OTHER_VERSION, here=here, count=own.article_count)


def _unparsed(target: Target) -> Answer:
    """本章 is understood where a copy has lost its headings; it only cannot be told which chapter that is."""
    outcome = Outcome.NOT_HELD if target.trouble is Trouble.NO_HEADING else Outcome.UNPARSED
    return Answer(outcome, reason=of_trouble(target.trouble) if target.trouble else None)


def _order(article: str | Pointer) -> tuple[int, int]:
    number = article if isinstance(article, str) else article.number
    one, _, after = number.partition("-")
    return int(one), int(after or 0)
