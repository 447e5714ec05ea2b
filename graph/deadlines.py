"""By when: the clocks of an obligation, its own and those of the procedures that fulfil it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from graph.chains import chained
from graph.lookup import ask, require
from graph.store import Store
from graph.view import View
from graph.vocabulary import Basis, Binds, Confidence, DeadlineKind, DeadlineUnit, ImportMode, Term


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock that runs for an obligation.

    Without ``procedure`` it is the obligation's own. ``imported_from`` and ``through`` name the provisions when the
    clock is another rule's. Strength and validity are those of the whole chain, as in ``graph.routes.Routing``.
    """

    obligation: str
    deadline: str
    kind: DeadlineKind
    n: int | None
    n_max: int | None
    unit: DeadlineUnit | None
    from_zh: str | None
    from_en: str | None
    word_zh: str | None
    binds: Binds
    case_en: str | None
    procedure: str | None
    procedure_name_zh: str | None
    procedure_name_en: str | None
    mode: ImportMode | None
    imported_from: str | None
    through: str | None
    basis: Basis
    confidence: Confidence
    valid_from: date | None
    valid_to: date | None
    unverified: bool
    evidence: tuple[str, ...]
    revision: str

    @property
    def key(self) -> str:
        return f"{self.procedure or ''} {self.deadline}"


class Counted(Protocol):
    """What tells a length of time: a number, the upper end of a range, a unit."""

    @property
    def n(self) -> int | None: ...
    @property
    def n_max(self) -> int | None: ...
    @property
    def unit(self) -> DeadlineUnit | None: ...


def timing(kind: DeadlineKind, counted: Counted) -> str:
    """What a clock asks, in short: ``within 10 working-day``, ``within 2-3 month``, ``at-once``."""
    if counted.n is None:
        return str(kind)
    return f"{kind} {counted.n}{f'-{counted.n_max}' if counted.n_max else ''} {counted.unit}"


def deadlines_of(store: Store, obligation: str, view: View) -> list[Clock]:
    """The clocks of one obligation; ``UsedWrongly`` when there is no such obligation."""
    found = clocks(store, [obligation], view)[obligation]
    if not found:
        require(store, "Obligation", obligation)
    return found


def clocks(store: Store, obligations: Iterable[str], view: View) -> dict[str, list[Clock]]:
    """The clocks of each of these obligations, by procedure, the obligation's own last."""
    found: dict[str, list[Clock]] = {obligation: [] for obligation in obligations}
    for row in ask(store, "read/deadlines", ids=list(found), **view.parameters) if found else ():
        found[str(row["obligation"])].append(Clock(**chained(row, _WORDS)))
    return found


_WORDS: dict[str, type[Term]] = {"kind": DeadlineKind, "unit": DeadlineUnit, "binds": Binds, "mode": ImportMode}
