"""What a candidate is: one norm as the rules read it off the words of a text, with every part verbatim and in its place.

网络运营者   应当   在变更之日起十个工作日内   通过备案系统   向省级网信部门   办理变更手续
└ bearer ─┘ └ modal └ deadline ─────────┘ └ platform ─┘ └ receiver ──┘ └ action (all from behind the modal word)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.citations.citation import Citation
from graph.vocabulary import DeadlineKind, DeadlineUnit, Modality, Norm, Term


@dataclass(frozen=True, order=True, slots=True)
class Quote:
    """Words of the text and where they stand: ``text[start:end] == words``."""

    start: int
    end: int
    words: str


class Flow(Term):
    """What goes to an authority."""

    FILE = "file", "Something is put on record or registered there 备案, 登记."
    REPORT = "report", "Something is told or handed in 报告, 报送, 提交, 通报."
    APPLY = "apply", "A decision is asked for 申请, 报…批准, 经…同意."
    COMPLAIN = "complain", "A complaint, a tip-off or an action 投诉, 举报, 起诉."


@dataclass(frozen=True, order=True, slots=True)
class Receiver:
    """The authority to which something goes, as the text names it."""

    name: Quote
    flow: Flow
    verb: str
    """The words that say what goes there: ``备案``, ``报告``, ``提出申请``."""


@dataclass(frozen=True, order=True, slots=True)
class Clock:
    """A deadline: what it asks, how long, from which event. ``n`` and ``unit`` are absent for 立即, 及时, 定期, 在施工前."""

    quote: Quote
    kind: DeadlineKind
    n: int | None = None
    unit: DeadlineUnit | None = None
    event: Quote | None = None
    """The event from which it runs, or before which it ends; ``None`` where the text leaves it open."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One norm that the rules found. It states what the words say, and never that the law was understood.

    ``norm`` tells duties (must), prohibitions (must not), rights and powers (may), and sanctions apart: a sanction is the
    power of an authority to punish, never a duty of the regulated.
    """

    at: str
    """The provision as in ``graph.ids``: ``art-24.par-2``, ``sec-3.par-1.item-2``."""
    number: int
    """From 1, in the order of the text, among the candidates at that provision."""
    norm: Norm
    modality: Modality
    modal: Quote | None
    """The deontic word; ``None`` where the norm is in the indicative (报…备案) or in an item of a list that is ordered."""
    bearer: Quote | None
    """Who must, must not or may; ``None`` where the words name nobody."""
    carried: bool
    """Whether the bearer stands in an earlier sentence, paragraph or lead-in and is only understood here."""
    action: Quote
    """What is ordered, forbidden or allowed: from behind the modal word, clock and addressee included."""
    clocks: tuple[Clock, ...] = ()
    receivers: tuple[Receiver, ...] = ()
    platform: Quote | None = None
    """The system or platform through which it is done."""
    citations: tuple[Citation, ...] = ()
    """The provisions cited in the evidence."""
    evidence: Quote = Quote(0, 0, "")
    """The sentence, or the item, in which the norm stands."""
    list_of: str | None = None
    """For an item: the provision whose last sentence orders the list (应当履行下列义务：)."""

    @property
    def key(self) -> str:
        """``art-24.par-2.cand-1``: stable as long as the words of the provision do not change."""
        return f"{self.at}.cand-{self.number}"

    @property
    def clock(self) -> Clock | None:
        """The first clock; a norm has seldom two (立即, 在24小时内)."""
        return self.clocks[0] if self.clocks else None

    @property
    def receiver(self) -> Receiver | None:
        return self.receivers[0] if self.receivers else None

    @property
    def duty(self) -> bool:
        """Whether it binds: a duty or a prohibition, not a right, a power or a sanction."""
        return self.norm in (Norm.DUTY, Norm.PROHIBITION)

    def row(self) -> Mapping[str, str | int | bool | list[str] | None]:
        """Scalars and lists of words, as a node of a store takes them: no maps, no nulls in lists."""
        clock, receiver = self.clock, self.receiver
        return {
            "key": self.key,
            "at": self.at,
            "norm": self.norm.value,
            "modality": self.modality.value,
            "modal_word_zh": self.modal.words if self.modal else None,
            "bearer_zh": self.bearer.words if self.bearer else None,
            "bearer_carried": self.carried,
            "action_zh": self.action.words,
            "deadline_zh": clock.quote.words if clock else None,
            "deadline_kind": clock.kind.value if clock else None,
            "deadline_n": clock.n if clock else None,
            "deadline_unit": clock.unit.value if clock and clock.unit else None,
            "deadline_from_zh": clock.event.words if clock and clock.event else None,
            "further_deadlines_zh": [other.quote.words for other in self.clocks[1:]],
            "authority_zh": receiver.name.words if receiver else None,
            "flow": receiver.flow.value if receiver else None,
            "flow_verb_zh": receiver.verb if receiver else None,
            "further_authorities_zh": [other.name.words for other in self.receivers[1:]],
            "platform_zh": self.platform.words if self.platform else None,
            "cites_zh": [citation.words for citation in self.citations],
            "list_of": self.list_of,
            "evidence_zh": self.evidence.words,
            "evidence_start": self.evidence.start,
            "evidence_end": self.evidence.end,
        }
