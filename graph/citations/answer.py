"""What a cited provision leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.citations.citation import Citation
from graph.citations.outcome import Outcome, Reason


@dataclass(frozen=True, slots=True)
class Renumbered:
    """An article whose number changed: ``former`` before ``since``, ``now`` from then on."""

    node: str
    former: str
    now: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one cited provision, or the instrument cited as a whole, leads to."""

    outcome: Outcome
    locator: str | None = None
    """The provision as cited, as in ``graph.ids``; of a division a name such as ``chap-3``."""
    regulation: str | None = None
    provision: str | None = None
    """The full name of the provision, whether or not the graph holds it; ``None`` without a regulation."""
    node: str | None = None
    """The node it leads to: the provision's own, or else the article's."""
    candidates: tuple[str, ...] = ()
    """Of an ambiguous title what it may mean, of one that is not held what is like it, of a repealed one what followed."""
    renumbered: tuple[Renumbered, ...] = ()
    """The changes of number in which the cited number takes part, as the old one or as the new one."""
    reason: Reason | None = None
    deeper: str | None = None
    """What is cited below an item, in its own words: 第1目."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A citation with the answer for each provision that it names, or one for the instrument as a whole."""

    citation: Citation
    answers: tuple[Answer, ...]

    @property
    def faulty(self) -> bool:
        return any(answer.outcome.faulty for answer in self.answers)
