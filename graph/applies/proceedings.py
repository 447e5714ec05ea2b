"""Everything by which something is filed, registered, assessed, audited, reported or licensed on a day.

It is read whole, by a few statements, and kept: what a profile makes of it is the plan (``graph/applies/plan.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.applies.rulebook import Rulebook
from graph.chains import term
from graph.deadlines import Clock, clocks
from graph.kept import Kept
from graph.lookup import ask
from graph.routes import Address, Routing, addresses, routings
from graph.store import Store
from graph.view import View
from graph.vocabulary import Basis, Confidence, DocumentKind


@dataclass(frozen=True, slots=True)
class Paper:
    """Something that is handed in, shown or issued. ``open_list``: the rule's list is open."""

    document: str
    name_zh: str
    name_en: str
    kind: DocumentKind
    open_list: bool
    to_en: str | None
    basis: Basis
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a procedure, in the order in which the parts are passed."""

    procedure: str
    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What the plan is made from.

    ``ways`` and ``clocks`` by obligation, ``papers`` by procedure or obligation, ``before`` by procedure or paper what
    must come before it, ``parts`` by procedure, ``part_of`` by part.
    """

    ways: Mapping[str, Sequence[Routing]]
    clocks: Mapping[str, Sequence[Clock]]
    papers: Mapping[str, Sequence[Paper]]
    before: Mapping[str, frozenset[str]]
    parts: Mapping[str, Sequence[Stage]]
    part_of: Mapping[str, str]
    addresses: Mapping[str, tuple[Address, ...]]


def proceedings(store: Store, book: Rulebook, view: View) -> Proceedings:
    """All of it, in the view, for the rules of the book."""
    return _KEPT.kept((book.revision, view), lambda: _read(store, book, view))


_KEPT: Kept[Proceedings] = Kept(8)


def _read(store: Store, book: Rulebook, view: View) -> Proceedings:
    obligations = [rule.obligation for rule in book.rules]
    ways = routings(store, obligations, view)
    papers: dict[str, list[Paper]] = {}
    for row in ask(store, "read/papers", **view.parameters):
        papers.setdefault(str(row["owner"]), []).append(_paper(row))
    before: dict[str, set[str]] = {}
    parts: dict[str, list[Stage]] = {}
    part_of: dict[str, str] = {}
    for row in ask(store, "read/order_of_steps", **view.parameters):
        earlier, later = str(row["earlier"]), str(row["later"])
        if row["verb"] == "PRECEDES":
            before.setdefault(later, set()).add(earlier)
        else:
            parts.setdefault(later, []).append(Stage(earlier, str(row["name_zh"]), str(row["name_en"])))
            part_of[earlier] = later
    platforms = dict.fromkeys(way.platform for of_one in ways.values() for way in of_one if way.platform)
    return Proceedings(
        ways,
        clocks(store, obligations, view),
        papers,
        {name: frozenset(found) for name, found in before.items()},
        parts,
        part_of,
        addresses(store, platforms, view),
    )


def _paper(row: Mapping[str, Any]) -> Paper:
    return Paper(
        row["document"],
        row["name_zh"],
        row["name_en"],
        term(DocumentKind, row["kind"]),
        row["open_list"],
        row["to_en"],
        term(Basis, row["basis"]),
        term(Confidence, row["confidence"]),
    )
