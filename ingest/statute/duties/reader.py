"""Reads one article, paragraph by paragraph, remembering who was bound last and which list is open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.citations.citation import Citation
from graph.vocabulary import DeadlineKind, Modality, Norm
from ingest.statute.duties import bearer, indicative
from ingest.statute.duties.action import Act, acts, condition, leads
from ingest.statute.duties.agents import is_authority
from ingest.statute.duties.candidate import Candidate, Clock, Quote, Receiver
from ingest.statute.duties.deadline import before, clocks
from ingest.statute.duties.lists import List, catch_all, list_of
from ingest.statute.duties.memory import Memory
from ingest.statute.duties.modality import ANY, Modal, governing
from ingest.statute.duties.numbered import NUMBER
from ingest.statute.duties.platform import platform
from ingest.statute.duties.sanction import punishes
from ingest.statute.duties.sentences import Sentence, sentences


@dataclass(slots=True)
class Reader:
    """One article. What it says is in the order of its paragraphs and items."""

    cites: Callable[[int, int], tuple[Citation, ...]]
    """The citations between two offsets of the text."""
    counts: dict[str, int]
    """How many candidates there are at each provision: shared by the articles of a statute."""
    memory: Memory = field(default_factory=Memory)
    open_list: List | None = None
    at: str = ""

    def paragraph(self, words: str, at: str, base: int, *, has_items: bool) -> Iterator[Candidate]:
        """The norms of a paragraph; one that ends in a list leaves it open for ``item``."""
        self.at, self.open_list = at, None
        self.memory.begin_paragraph(base)
        for sentence in sentences(words):
            found = list(self._sentence(sentence, _governing(sentence)))
            yield from found
            self.memory.first = False
            if has_items and sentence.opens_list:
                self.open_list = list_of(sentence, found, self._lead(sentence), at)

    def item(self, words: str, at: str, base: int) -> Iterator[Candidate]:
        """The norms of an item: what it says itself where the list is one of acts, and those with a word of their own."""
        self.at, opened = at, self.open_list
        if opened is not None and opened.breaches:
            return
        self.memory.begin_item(base, opened.bearer if opened else self.memory.last)
        for sentence in sentences(words):
            modals = _governing(sentence)
            if opened is not None and opened.acts:
                if opened.modality is Modality.MUST_NOT:  # 关闭须经两次点击 is what is forbidden
                    modals = [modal for modal in modals if modal.modality is Modality.MUST_NOT]
                if not catch_all(words, sentence):
                    yield from self._in_list(sentence, opened, modals)
            yield from self._sentence(sentence, modals, within=opened)

    def close_list(self) -> None:
        self.open_list = None

    # ------------------------------------------------------------ one sentence

    def _sentence(
        self, sentence: Sentence, modals: Sequence[Modal], *, within: List | None = None
    ) -> Iterator[Candidate]:
        if not modals:
            yield from self._indicative(sentence, within=within)
            return
        understood = within.bearer if within is not None else None
        previous: Modal | None = None
        bound: Quote | None = None
        modals = _independent(sentence, modals)
        for i, modal in enumerate(modals):
            begin = _region(sentence, modal, previous)
            following = modals[i + 1] if i + 1 < len(modals) else None
            end = sentence.end if following is None else max(modal.end, _region(sentence, following, modal))
            bound, carried = self.memory.bearer(sentence, modal, previous, bound, understood=understood)
            if bound is not None:
                self.memory.remember(bound)
            yield from self._norms(sentence, modal, begin, end, bound, carried=carried)
            previous = modal

    def _norms(
        self, sentence: Sentence, modal: Modal, begin: int, end: int, bound: Quote | None, *, carried: bool
    ) -> Iterator[Candidate]:
        words = sentence.words
        modality = _modality(sentence, modal, bound)
        done = acts(sentence, modal.end, end) or [Act(modal.end, end)]
        done[0].clocks = [*_clocks_in_front(sentence, modal, begin), *done[0].clocks]
        if modality is Modality.MUST_NOT and _LIMIT.match(words, modal.end):  # 保存期不得少于十年
            done[0].clocks = clocks(words, sentence.clauses[modal.clause][0], end)
        word = self.memory.quote(words, modal.start, modal.end)
        for i, act in enumerate(done):
            force: Modality = modality
            if force is Modality.MUST_NOT and i and act.receivers and words.startswith("并", act.start):
                force = Modality.MUST  # 不得执行，并向上级税务机关报告
            elif force is Modality.MUST_NOT:
                act.clocks = [c for c in act.clocks if c.kind in _OF_BANS and c.n is not None]
                act.receivers = []
            norm = _norm(words, modal, act, force, bound)
            yield self._candidate(
                sentence, act, force, norm, bound, carried=carried, modal=word if force is modality else None
            )

    def _candidate(
        self,
        sentence: Sentence,
        act: Act,
        modality: Modality,
        norm: Norm,
        bound: Quote | None,
        *,
        carried: bool,
        modal: Quote | None,
        list_of: str | None = None,
    ) -> Candidate:
        words = sentence.words
        evidence = self.memory.quote(words, sentence.start, sentence.end)
        number = self.counts[self.at] = self.counts.get(self.at, 0) + 1
        where = platform(words, act.start, act.end)
        return Candidate(
            at=self.at,
            number=number,
            norm=norm,
            modality=modality,
            modal=modal,
            bearer=bound,
            carried=carried,
            action=self.memory.quote(words, *_trim(words, act.start, act.end)),
            clocks=tuple(self._clock(clock) for clock in act.clocks)
            if act.clocks and norm is not Norm.SANCTION
            else (),
            receivers=tuple(self._receiver(receiver) for receiver in act.receivers) if act.receivers else (),
            platform=self._shift(where) if where else None,
            citations=self.cites(evidence.start, evidence.end),
            evidence=evidence,
            list_of=list_of,
        )

    def _lead(self, sentence: Sentence) -> Quote | None:
        """Who is named in a sentence without a norm that opens a list."""
        found = bearer.subject(sentence.words, *sentence.clauses[0])
        return self.memory.quote(sentence.words, found.start, found.end) if found else None

    # ------------------------------------------------------------ without a deontic word

    def _indicative(self, sentence: Sentence, *, within: List | None) -> Iterator[Candidate]:
        found = indicative.norm(sentence, elided=not self.memory.first)
        if found is None:
            return
        bound: Quote | None = None
        carried = False
        if found.bearer is not None:
            bound = self.memory.quote(sentence.words, found.bearer.start, found.bearer.end)
        elif found.norm is Norm.DUTY:
            bound, carried = self.memory.last, True
        if found.norm is Norm.DUTY:
            if bound is None or (within is not None and within.acts):
                return  # nobody is bound, or the list orders it already
            self.memory.remember(bound)
        modality = Modality.MUST if found.norm is Norm.DUTY else Modality.MAY
        yield self._candidate(sentence, found.act, modality, found.norm, bound, carried=carried, modal=None)

    def _in_list(self, sentence: Sentence, opened: List, own: Sequence[Modal]) -> Iterator[Candidate]:
        """What an item orders by standing in a list: its words up to the first norm of its own."""
        end = _region(sentence, own[0], None, item=True) if own else sentence.end
        start, end = _trim(sentence.words, sentence.start, end)
        if end - start < 2:
            return
        whole = Act(start, end)
        if opened.modality is not Modality.MUST_NOT:
            for act in acts(sentence, start, end):
                whole.clocks += act.clocks
                whole.receivers += act.receivers
        yield self._candidate(
            sentence, whole, opened.modality, opened.norm, opened.bearer, carried=True, modal=None, list_of=opened.at
        )

    # ------------------------------------------------------------ offsets in the text

    def _shift(self, quote: Quote) -> Quote:
        return Quote(quote.start + self.memory.base, quote.end + self.memory.base, quote.words)

    def _clock(self, clock: Clock) -> Clock:
        return replace(clock, quote=self._shift(clock.quote), event=self._shift(clock.event) if clock.event else None)

    def _receiver(self, receiver: Receiver) -> Receiver:
        return replace(receiver, name=self._shift(receiver.name))


_LIMIT = re.compile(r"少于|低于|短于|超过|大于|多于")
_OF_BANS = (DeadlineKind.AT_LEAST, DeadlineKind.EVERY)
_ANSWERS_FOR = re.compile(r"对[^，]*$")


def _governing(sentence: Sentence) -> list[Modal]:
    return governing(sentence) if ANY.search(sentence.words, sentence.start, sentence.end) else []


def _independent(sentence: Sentence, modals: Sequence[Modal]) -> list[Modal]:
    """Without 负责 where it is one more thing that an earlier deontic word orders."""
    out: list[Modal] = []
    for modal in modals:
        if modal.sort != "charge" or not out or out[-1].sort == "charge" or _named_anew(sentence, modal):
            out.append(modal)
    return out


def _named_anew(sentence: Sentence, modal: Modal) -> bool:
    """Whether the clause names a subject of its own."""
    found = bearer.in_front(sentence.words, sentence.clauses[modal.clause][0], modal.start)
    return found is not None and not found.weak


def _modality(sentence: Sentence, modal: Modal, bound: Quote | None) -> Modality:
    """负责 is a competence where an authority is in charge of something, and a duty where somebody answers for it."""
    if modal.sort != "charge":
        return modal.modality
    start, end = sentence.clauses[modal.clause]
    answers = modal.end >= end and _ANSWERS_FOR.search(sentence.words, start, modal.start) is not None
    return Modality.MAY if bound is not None and is_authority(bound.words) and not answers else Modality.MUST


def _norm(words: str, modal: Modal, act: Act, modality: Modality, bound: Quote | None) -> Norm:
    if modality is Modality.MUST_NOT:
        return Norm.PROHIBITION
    if modal.sort in ("may", "must") and punishes(words, act.start, act.end):
        return Norm.SANCTION
    if modality is Modality.MUST:
        return Norm.DUTY
    return Norm.POWER if bound is not None and is_authority(bound.words) else Norm.RIGHT


def _clocks_in_front(sentence: Sentence, modal: Modal, begin: int) -> list[Clock]:
    """拍卖成交后二十四小时内，网络服务提供者应当…: clocks that stand before the deontic word."""
    words = sentence.words
    out: list[Clock] = []
    for i in range(modal.clause + 1):
        start, end = sentence.clauses[i]
        last = i == modal.clause
        if end <= begin or (start < begin and not last):
            continue
        start, end = max(start, begin), min(end, modal.start)
        if start >= end or (not last and (condition(words, start, end) or not leads(words, start, end))):
            continue
        if NUMBER.search(words, start, end):
            out += [c for c in clocks(words, start, end) if c.n is not None or c.kind is DeadlineKind.BY_DATE]
        if modal.modality is Modality.MUST_NOT and last:
            continue
        if not out and (ahead := before(words, start, end, whole_clause=not last)) is not None:
            out.append(ahead)
    return out


def _region(sentence: Sentence, modal: Modal, previous: Modal | None, *, item: bool = False) -> int:
    """Where the words that belong to a deontic word begin: its clause, and the conditions right in front of it."""
    if previous is None and not item:
        return sentence.start
    if previous is not None and previous.clause == modal.clause:
        return _after_and(sentence.words, previous.end, modal.start)
    clause = modal.clause
    floor = previous.clause if previous is not None else -1
    while clause - 1 > floor and leads(sentence.words, *sentence.clauses[clause - 1]):
        clause -= 1
    return sentence.clauses[clause][0]


def _after_and(words: str, start: int, end: int) -> int:
    """Between two deontic words of one clause: from the last conjunction, if there is one."""
    for mark in ("并", "也", "或者", "、", "和"):
        at = words.rfind(mark, start, end)
        if at >= 0 and end - at <= 6:
            return at
    return end


def _trim(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start] in " \t\u3000，,：:":
        start += 1
    while end > start and words[end - 1] in " \t\u3000，,：:":
        end -= 1
    return start, end
