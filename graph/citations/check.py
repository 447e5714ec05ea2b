"""Every citation of a text, checked against the graph on a day; and one citation as a user writes it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from graph.citations.answer import Checked
from graph.citations.citation import By, Citation, Found, PassedOver, Pointer, Target
from graph.citations.find import find
from graph.citations.holdings import Holdings, Moved, holdings
from graph.citations.lines import outline_of_lines
from graph.citations.outcome import Outcome
from graph.citations.outline import NO_OUTLINE, Outline
from graph.citations.resolve import Resolver
from graph.clock.rules_of_time import Said
from graph.errors import StoreUnreachable, UsedWrongly
from graph.ids import Provision, is_provision
from graph.store import Store

_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Report:
    """All citations of a text in their order, and what was seen beside them."""

    on: date
    revision: str
    title: str | None
    """The title of the text, where it has one."""
    regulation: str | None
    """The instrument that the text is, where its title is held."""
    citations: tuple[Checked, ...]
    passed_over: tuple[PassedOver, ...]

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """How many cited provisions, or instruments cited as a whole, came out how; every outcome is named."""
        counted = Counter(answer.outcome for one in self.citations for answer in one.answers)
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def faulty(self) -> bool:
        return any(one.faulty for one in self.citations)


class NotSeen(Said):
    """What the check cannot see: for whoever reads a report."""

    BARE_TITLES = (
        "bare-titles",
        "Titles without 《》 are seen when they are national laws, are held, or stand in 《》 elsewhere in the text, and otherwise only right before an article.",
        "没有书名号的名称，只有属于国家法律、已收录、在文本他处加有书名号，或者紧接条号的，才会被识别。",
    )
    OTHER_LANGUAGES = (
        "other-languages",
        "Citations in other languages than Chinese are not found.",
        "不识别中文以外的引用。",
    )
    NOT_HELD = (
        "not-held",
        "That an instrument or a provision is not held says nothing on whether it exists.",
        "“未收录”不等于“不存在”。",
    )


def check_citations(store: Store, text: str, *, on: date, outline: Outline | None = None) -> Report:
    """Find and resolve every citation of a text.

    ``outline`` tells where things stand, such as ``outline_of(tree)``; without one it is made from the lines of the text.
    """
    for _ in range(_ATTEMPTS):
        held = holdings(store)
        shape = outline_of_lines(text) if outline is None else outline
        found = find(text, shape, names=held.names)
        try:
            return _report(store, held, found, on, shape)
        except Moved:
            continue
    raise _moved(store)


def cited_provision(store: Store, words: str, *, on: date) -> Checked:
    """One citation as a user writes it: 算法推荐管理规定第二十四条第一款, or a name such as ``cn.algo-2021.art-24.par-1``.

    ``UsedWrongly`` when the words hold more than one. Words that are no citation come back as unparsed.
    """
    for _ in range(_ATTEMPTS):
        held = holdings(store)
        citation = _named(held, words.strip()) or _one(held, words)
        try:
            resolver = Resolver(held, on)
            held.read_articles(store, resolver.cited([citation]))
            return resolver.checked(citation)
        except Moved:
            continue
    raise _moved(store)


def _report(store: Store, held: Holdings, found: Found, on: date, outline: Outline) -> Report:
    resolver = Resolver.of_text(held, on, outline)
    held.read_articles(store, resolver.cited(found.citations))
    checked = tuple(resolver.checked(citation) for citation in found.citations)
    own = resolver.own.id if resolver.own else None
    return Report(on, held.revision, outline.title, own, checked, found.passed_over)


def _named(held: Holdings, words: str) -> Citation | None:
    """A citation in the graph's own names."""
    if is_provision(words):
        named = Provision.parse(words)
        pointer = Pointer(named.article, named.paragraph, named.item)
        targets: tuple[Target, ...] = (Target(0, len(words), pointer),)
        regulation = named.regulation
    else:
        targets, regulation = (), words
    instrument = held.instruments.get(regulation)
    if instrument is None:
        return None
    return Citation(0, len(words), words, By.TITLE, instrument.title_zh, targets)


def _one(held: Holdings, words: str) -> Citation:
    citations = find(words, NO_OUTLINE, names=held.names).citations
    if len(citations) > 1:
        raise UsedWrongly(
            f'"{words}" holds {len(citations)} citations, where one is asked for. Ask for each by itself, or check the '
            "whole text with `guikou cite` or `checkCitations`."
        )
    if citations:
        return citations[0]
    title = words.strip().strip("《》")
    known = bool(title) and bool(held.known_as(title))
    return Citation(0, len(words), words, By.BARE_TITLE if known else By.NOBODY, title if known else None)


def _moved(store: Store) -> StoreUnreachable:
    return StoreUnreachable(
        f"The graph at {store.address} was published anew {_ATTEMPTS} times while it was read. Ask again in a moment."
    )
