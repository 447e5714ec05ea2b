"""The routes of the graph beside those worked out by hand from the dossier (``tests/golden/routes.yaml``).

The table was made without looking at the facts. Where the two differ, one of them is wrong, and somebody who reads law
decides which: every difference is told at once, one a line, ``missing`` from the graph or ``unexpected`` in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.catalogue import obligations
from graph.deadlines import Clock, clocks
from graph.ids import is_provision
from graph.knowledge import Knowledge
from graph.lookup import nodes
from graph.routes import Routing, routings
from graph.store import Store
from graph.view import View, view
from graph.vocabulary import AuthorityRole, Basis, DeadlineKind, DeadlineUnit, Reason, RouteKind

TABLE = Path(__file__).parents[1] / "golden" / "routes.yaml"
WAY = ("to", "role", "through", "kind", "reason", "basis")
WORDS = {"role": AuthorityRole, "kind": RouteKind, "reason": Reason, "basis": Basis}
CLOCK_WORDS = {"kind": DeadlineKind, "unit": DeadlineUnit}

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Served:
    """What a store answers on the day of the table, by the entry of the dossier that an obligation carries."""

    carriers: Mapping[str, list[str]]
    ways: Mapping[str, list[Routing]]
    clocks: Mapping[str, list[Clock]]

    def ways_of(self, duty: str) -> list[Routing]:
        return [way for obligation in self.carriers.get(duty, ()) for way in self.ways[obligation]]

    def clocks_of(self, duty: str) -> list[Clock]:
        return [clock for obligation in self.carriers.get(duty, ()) for clock in self.clocks[obligation]]


@pytest.fixture(scope="module")
def table() -> Row:
    read: Row = yaml.safe_load(TABLE.read_text("utf-8"))
    return read


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.docker)])
def store(request: pytest.FixtureRequest, curated: Knowledge, curated_store: Store) -> Store:
    """Each store in turn with the curated graph in it, published once."""
    if request.param == "embedded":
        return curated_store
    opened: Store = request.getfixturevalue("_neo4j_opened")
    opened.publish(curated)
    return opened


@pytest.fixture(scope="module")
def served(store: Store, table: Row) -> Served:
    return ask(store, view(table["as_of"]))


def test_the_table_is_written_in_the_words_of_the_graph(table: Row) -> None:
    rows, events, imported = table["routes"], table["event_clocks"], table["imports"]

    assert isinstance(table["as_of"], date)
    assert [
        row for row in rows if {"duty", *WAY} - row.keys() != ({"reason"} if row["kind"] == "platform" else set())
    ] == []
    assert [row for row in rows if row.keys() - {"duty", *WAY}] == []
    assert list(not_words(rows, WORDS)) == []
    assert list(not_words(events, CLOCK_WORDS)) == []
    assert [row for row in rows if (row["kind"] == "platform") != (row["through"] is not None)] == []
    assert [row for row in rows if (row["kind"] == "none") != (row["role"] == "none")] == []
    assert [row for row in imported if not (is_provision(row["imported_from"]) and is_provision(row["through"]))] == []
    assert sorted(set(repeated((row["duty"], way(row)) for row in rows))) == []


def test_every_duty_goes_where_the_table_says_and_nowhere_else(served: Served, table: Row) -> None:
    tell(
        line
        for duty, rows in grouped(table["routes"]).items()
        for line in differences(
            served, duty, {way(row) for row in rows}, {way_found(found) for found in served.ways_of(duty)}
        )
    )


def test_one_event_starts_every_clock_of_the_table_and_no_other(served: Served, table: Row) -> None:
    tell(
        line
        for duty, rows in grouped(table["event_clocks"]).items()
        for line in differences(
            served, duty, {clock(row) for row in rows}, {clock_found(found) for found in served.clocks_of(duty)}
        )
    )


def test_one_service_meets_seven_platforms(served: Served, table: Row) -> None:
    rows = table["seven_platforms"]

    assert len({row["platform"] for row in rows}) == 7
    tell(
        f"{row['duty']}: does not go through {row['platform']}"
        for row in rows
        if row["platform"] not in {found.platform for found in served.ways_of(row["duty"])}
    )


def test_routes_and_clocks_of_other_instruments_are_shown_as_imported(served: Served, table: Row) -> None:
    tell(line for row in table["imports"] for line in missing_import(served, row))


# ---------------------------------------------------------------- asking


def ask(store: Store, on: View) -> Served:
    found = obligations(store, on).items
    carriers: dict[str, list[str]] = {}
    for identifier, row in nodes(store, "Obligation", found).items():
        for entry in row["dossier"] or ():  # type: ignore[union-attr]
            carriers.setdefault(str(entry), []).append(identifier)
    return Served(carriers, routings(store, found, on), clocks(store, found, on))


# ---------------------------------------------------------------- comparing


def way(row: Row) -> str:
    return told(*(row.get(key) for key in WAY))


def way_found(found: Routing) -> str:
    return told(found.authority, found.role, found.platform, found.route_kind, found.reason, found.basis)


def clock(row: Row) -> str:
    return told(row["kind"], row["n"], row["unit"])


def clock_found(found: Clock) -> str:
    return told(found.kind, found.n, found.unit)


def told(*values: object) -> str:
    return " ".join("-" if value is None else str(value) for value in values)


def differences(served: Served, duty: str, wanted: set[str], found: set[str]) -> Iterator[str]:
    carriers = ", ".join(served.carriers.get(duty, ["no obligation carries it"]))
    yield from (f"{duty} ({carriers}): missing    {row}" for row in sorted(wanted - found))
    yield from (f"{duty} ({carriers}): unexpected {row}" for row in sorted(found - wanted))


def missing_import(served: Served, row: Row) -> Iterator[str]:
    duty, wanted = row["duty"], (row["imported_from"], row["through"])
    shown = {(found.imported_from, found.through) for found in served.ways_of(duty) if found.imported_from}
    if wanted not in shown:
        yield f"{duty}: is not imported from {wanted[0]} through {wanted[1]}; shown: {sorted(map(told_pair, shown))}"
    numbers = {(found.n, found.unit) for found in served.clocks_of(duty)}
    if (row["n"], row["unit"]) not in numbers:
        yield f"{duty}: has no clock of {row['n']} {row['unit']}; found: {sorted(told(*number) for number in numbers)}"


def told_pair(pair: tuple[object, object]) -> str:
    return f"{pair[0]} through {pair[1]}"


def grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["duty"], []).append(row)
    return found


def not_words(rows: Iterable[Row], words: Mapping[str, Any]) -> Iterator[str]:
    for row in rows:
        for key, of in words.items():
            if row.get(key) is not None and row[key] not in {word.value for word in of}:
                yield f"{row['duty']}: {key} {row[key]}"


def repeated(items: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for item in items:
        if item in seen:
            yield item
        seen.add(item)


def tell(lines: Iterable[str]) -> None:
    """Fail with all lines, or pass when there is none."""
    if found := list(lines):
        pytest.fail(f"{len(found)} differences\n" + "\n".join(found), pytrace=False)
