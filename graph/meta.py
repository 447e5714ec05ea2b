"""What an answer rests on: the revision served, the day through which the law was checked, and what to beware of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.errors import NothingPublished
from graph.lookup import ask
from graph.store import Store
from graph.vocabulary import Term


class Caution(Term):
    """What a reader of an answer must know about the whole of it."""

    NOT_CHECKED = "not-checked", "The day asked about lies after the day through which the law was checked."


@dataclass(frozen=True, slots=True)
class Warned:
    """One caution with its message in the user's terms."""

    caution: Caution
    message: str


@dataclass(frozen=True, slots=True)
class Meta:
    """The revision that is served. ``nodes`` and ``edges`` count statements and ties, the revision itself left out."""

    revision: str
    checked_through: date
    nodes: int
    edges: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many nodes of a label the graph holds, and how many of them are believed without a source."""

    label: str
    nodes: int
    unverified: int


def meta(store: Store) -> Meta:
    """What is served now; ``NothingPublished`` on an empty store."""
    rows: list[Mapping[str, Any]] = [*ask(store, "read/meta")]
    if not rows:
        raise NothingPublished(store.address)
    return Meta(**rows[0])


def counts(store: Store) -> list[Count]:
    rows: list[Mapping[str, Any]] = [*ask(store, "read/node/counts")]
    return [Count(**row) for row in rows]


def warnings(meta: Meta, on: date | None) -> list[Warned]:
    """What to beware of in an answer for that day."""
    if on is None or on <= meta.checked_through:
        return []
    return [
        Warned(
            Caution.NOT_CHECKED,
            f"The law was checked through {meta.checked_through}; {on} lies after it, so later changes are missing here.",
        )
    ]
