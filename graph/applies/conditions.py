"""The conditions of norms over one set of values: their standing, and the reason why. Each is made once."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.applies.kleene import OPEN, Standing, both, either
from graph.applies.rulebook import Condition, HeldReading, Rule, Rulebook
from graph.applies.weighing import Values, weigh
from graph.applies.why import Leaves, Reason, Why, WhyKind, explained


@dataclass(slots=True)
class Conditions:
    """What the values make of every trigger and role of the rulebook."""

    book: Rulebook
    values: Values
    _standings: dict[str, Standing] = field(default_factory=dict)
    _whys: dict[str, Why] = field(default_factory=dict)
    _leaves: Leaves = field(default_factory=dict)

    def standing(self, rule: Rule, narrow: HeldReading | None = None) -> Standing:
        """Whether the service has one of the roles, and the trigger is met; and what a narrowing reading asks besides."""
        parts = [either([self.role(role) for role in rule.roles]), self._of(self.book.triggers[rule.trigger])]
        if narrow is not None and narrow.predicate is not None:
            parts.append(weigh(narrow.predicate, self.values))
        return both(parts)

    def role(self, role: str) -> Standing:
        return self._of(self.book.roles[role])

    def reason(self, rule: Rule, narrow: HeldReading | None = None) -> Reason:
        """Why ``standing`` is what it is."""
        roles = tuple(self._why(self.book.roles[role], WhyKind.ROLE) for role in rule.roles)
        binds = Why(WhyKind.BINDS, either([why.held for why in roles]), roles)
        trigger = self._why(self.book.triggers[rule.trigger], WhyKind.TRIGGER)
        return (binds, trigger) if narrow is None else (binds, trigger, self._of_reading(narrow))

    def _of(self, condition: Condition) -> Standing:
        if condition.id not in self._standings:
            predicate = condition.predicate
            self._standings[condition.id] = OPEN if predicate is None else weigh(predicate, self.values)
        return self._standings[condition.id]

    def _why(self, condition: Condition, kind: WhyKind) -> Why:
        if condition.id not in self._whys:
            parts = () if condition.predicate is None else (explained(condition.predicate, self.values, self._leaves),)
            self._whys[condition.id] = Why(
                kind if parts else WhyKind.NO_FACT,
                both([why.held for why in parts]) if parts else OPEN,
                parts,
                said_zh=condition.said_zh,
                said_en=condition.said_en,
                subject=condition.id,
                provisions=condition.provisions,
            )
        return self._whys[condition.id]

    def _of_reading(self, reading: HeldReading) -> Why:
        parts = () if reading.predicate is None else (explained(reading.predicate, self.values, self._leaves),)
        held = both([why.held for why in parts])
        return Why(WhyKind.READING, held, parts, said_zh=reading.gist_zh, said_en=reading.gist_en, subject=reading.id)
