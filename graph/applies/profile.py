"""A service profile: what is told of a service, fact by fact.

The facts that can be told are the ``ProfileFact`` nodes of the graph, and no others. How a profile is written is in
``graph/applies/telling.py``, what follows from it in ``graph/applies/weighing.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from graph.predicates import Predicate
from graph.vocabulary import ProfileFactKind, Term

_FACT, _EVENT = "fact.", "fact.event."


class Answer(Term):
    """Yes, no or not known."""

    YES = "yes", "It is so; of an event: it has happened."
    NO = "no", "It is not so; of an event: it has not happened."
    UNKNOWN = "unknown", "Not known."


@dataclass(frozen=True, slots=True)
class Declared:
    """A fact that a profile can tell.

    ``of_events``: it is told of these events, and there is nothing to tell while none of them has happened.
    ``yes_when`` and ``no_when``: what other facts make of it.
    """

    id: str
    kind: ProfileFactKind
    question_zh: str
    question_en: str
    unit: str | None = None
    of_events: tuple[str, ...] = ()
    yes_when: Predicate | None = None
    no_when: Predicate | None = None

    @property
    def is_event(self) -> bool:
        return self.kind is ProfileFactKind.EVENT

    @property
    def section(self) -> str:
        """The part of a profile in which it is told."""
        return "events" if self.is_event else "facts"

    @property
    def key(self) -> str:
        """Its name in that part.

        >>> Declared("fact.event.launch", ProfileFactKind.EVENT, "", "").key
        'launch'
        """
        return self.id.removeprefix(_EVENT if self.is_event else _FACT)


Declaration: TypeAlias = Mapping[str, Declared]
"""Every fact that can be told, by its id."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a profile tells of one fact: an answer, or a number.

    ``day`` is when an event happened or will happen, or the day on which the number was so. ``Answer.UNKNOWN`` says that
    it was asked: it is not asked again.
    """

    answer: Answer | None = None
    n: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is told of one service, by the id of the fact. What is not told is not known either."""

    told: Mapping[str, Told] = field(default_factory=dict)
    description: str | None = None

    def telling(self, fact: str, told: Told) -> Profile:
        """The same profile with one thing more told."""
        return Profile({**self.told, fact: told}, self.description)

    def without(self, fact: str) -> Profile:
        return Profile({key: told for key, told in self.told.items() if key != fact}, self.description)
