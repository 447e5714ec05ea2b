"""From where the graph is looked at: a day, what statements may rest on, with or without drafts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from graph.errors import UsedWrongly
from graph.vocabulary import Basis

ALL_BASES = frozenset(Basis)


@dataclass(frozen=True, slots=True)
class View:
    """What an answer may see.

    A statement is seen when it holds on the day (half-open validity; ``on=None`` looks at all days at once) and rests
    on one of the ``bases``. Norms of drafts are seen only with ``drafts``, and never bind there either.
    """

    on: date | None
    bases: frozenset[Basis] = ALL_BASES
    drafts: bool = False

    @property
    def parameters(self) -> dict[str, date | bool | list[str] | None]:
        """As every statement takes it."""
        return {"on": self.on, "bases": sorted(basis.value for basis in self.bases), "drafts": self.drafts}


def view(on: date | None, basis: Iterable[Basis] | None = None, *, drafts: bool = False) -> View:
    """The view of a question; no ``basis`` accepts every one, an empty one is refused: it would hide everything."""
    bases = ALL_BASES if basis is None else frozenset(basis)
    if not bases:
        raise UsedWrongly(
            f"basis: the list is empty, so nothing would be shown. Name one of {', '.join(Basis)}, or leave it out."
        )
    return View(on, bases, drafts)


def today() -> date:
    """The day in China, whose law this is, wherever the machine stands."""
    return datetime.now(_CHINA).date()


_CHINA = timezone(timedelta(hours=8))
