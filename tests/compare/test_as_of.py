"""The law of compare, on every day on which something of the curated graph begins or ends: the changes between two days,
applied to the graph of the one, give the graph of the other, as all other answers know it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import catalogue
from graph.change.changes import Change, applied, difference
from graph.change.compare import Graph, compare, graph_of
from graph.change.happenings import READ as HAPPENINGS
from graph.change.pictures import Facet, Moment, Picture, pictured
from graph.deadlines import clocks
from graph.knowledge import Knowledge
from graph.lookup import related
from graph.ontology import ONTOLOGY
from graph.relations import RELATIONS
from graph.routes import addresses, routes
from graph.store import Store
from graph.view import ALL_BASES, View, view
from graph.vocabulary import Basis
from graph.whole.entries import READ
from graph.whole.whole import whole


@pytest.fixture(scope="session")
def graph(curated_store: Store) -> Graph:
    return graph_of(whole(curated_store, (*READ, *HAPPENINGS)))


@pytest.fixture(scope="session")
def days(curated: Knowledge) -> list[date]:
    """Every day on which a statement begins or ends, with the days around, and one before all of them."""
    rows = [
        *(row for nodes in curated.nodes.values() for row in nodes),
        *(edge.properties for edges in curated.edges.values() for edge in edges),
    ]
    keys = ("valid_from", "valid_to", "sure_from", "sure_to", "held_since", "amended", "amendment_effective")
    turning = {day for row in rows for key in keys if isinstance(day := row.get(key), date)}
    return sorted({date(1949, 10, 1), *turning, *(day + timedelta(days=1) for day in turning)})


@pytest.fixture(scope="session")
def pictures(graph: Graph, days: list[date]) -> dict[date, Picture]:
    return {day: at(graph, day) for day in days}


def at(graph: Graph, day: date, bases: frozenset[Basis] = ALL_BASES) -> Picture:
    return pictured(graph.entries, Moment(day), bases)


def said(picture: Picture) -> dict[tuple[Facet, str], object]:
    """What the picture says, without the days around on which it says the same."""
    return {key: replace(statement, valid_from=None, valid_to=None) for key, statement in picture.items()}


# ---------------------------------------------------------------- applied


def test_the_changes_between_two_neighbouring_days_give_the_second_day(
    graph: Graph, pictures: dict[date, Picture]
) -> None:
    wrong = [
        (before, after)
        for before, after in pairwise(pictures)
        if said(applied(between(graph, before, after), pictures[before])) != said(pictures[after])
    ]

    assert wrong == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    bases=st.sampled_from([ALL_BASES, frozenset({Basis.STATUTE}), frozenset({Basis.PRACTICE, Basis.STATUTE})]),
)
def test_the_changes_between_any_two_days_give_the_second_day(
    graph: Graph, days: list[date], data: st.DataObject, bases: frozenset[Basis]
) -> None:
    before, after = sorted(data.draw(st.lists(st.sampled_from(days), min_size=2, max_size=2)))

    changes = between(graph, before, after, bases)

    assert said(applied(changes, at(graph, before, bases))) == said(at(graph, after, bases))


def between(graph: Graph, before: date, after: date, bases: frozenset[Basis] = ALL_BASES) -> list[Change]:
    return [change for _, change in difference(graph.entries, Moment(before), Moment(after), bases)]


def test_between_two_days_on_which_nothing_begins_or_ends_nothing_changes(graph: Graph, days: list[date]) -> None:
    quiet = [
        (before, after - timedelta(days=1)) for before, after in pairwise(days) if before < after - timedelta(days=1)
    ]

    assert {change for before, after in quiet for change in between(graph, before, after)} == set()


def test_a_statement_says_the_same_through_all_the_days_that_it_names(pictures: dict[date, Picture]) -> None:
    wrong = [
        (key, before, after)
        for before, after in pairwise(pictures)
        for key, statement in pictures[before].items()
        if (statement.valid_to is None or after < statement.valid_to) and pictures[after].get(key) != statement
    ]

    assert wrong == []


# ---------------------------------------------------------------- as the other answers know it


@pytest.fixture(params=["every basis", "statute"])
def bases(request: pytest.FixtureRequest) -> frozenset[Basis]:
    return ALL_BASES if request.param == "every basis" else frozenset({Basis.STATUTE})


def test_the_graph_of_a_day_is_the_one_that_lists_and_relations_show(
    curated_store: Store, graph: Graph, days: list[date], bases: frozenset[Basis]
) -> None:
    for day in days[::3]:
        picture, seen = at(graph, day, bases), view(day, bases)
        duties = catalogue.obligations(curated_store, seen).items

        assert ids(picture, Facet.DUTY) == list(duties), day
        assert ids(picture, Facet.REGULATION) == list(catalogue.regulations(curated_store, seen).items), day
        assert ids(picture, Facet.QUESTION) == list(catalogue.questions(curated_store, seen).items), day
        assert ids(picture, Facet.READING) == list(catalogue.readings(curated_store, seen).items), day
        assert ids(picture, Facet.AUTHORITY) == list(catalogue.authorities(curated_store, seen).items), day
        assert pairs(picture, Facet.SANCTION) == tied(curated_store, "obligation.sanctioned_by", duties, seen), day
        assert details(picture, Facet.DUTY, "binds") == tied(curated_store, "obligation.binds", duties, seen), day
        assert details(picture, Facet.DUTY, "applies_when") == tied(
            curated_store, "obligation.applies_when", duties, seen
        ), day


def test_the_graph_of_a_day_is_the_one_that_routes_clocks_and_addresses_show(
    curated_store: Store, graph: Graph, days: list[date], bases: frozenset[Basis]
) -> None:
    for day in days[::5]:
        picture, seen = at(graph, day, bases), view(day, bases)
        duties = [key for facet, key in picture if facet is Facet.DUTY]
        platforms = [key for facet, key in picture if facet is Facet.PLATFORM]

        assert ways(picture) == {
            (way.obligation, way.procedure, way.route, way.authority, way.platform)
            for way in routes(curated_store, seen).items
            if way.route is not None
        }, day
        assert running(picture) == {
            (clock.obligation, clock.procedure, clock.deadline)
            for found in clocks(curated_store, duties, seen).values()
            for clock in found
        }, day
        assert {
            (*key.split(), *values["url"], values["certain"] == ("yes",)) for key, values in of(picture, Facet.ADDRESS)
        } == {
            (platform, each.site, each.url, each.certain)
            for platform, found in addresses(curated_store, platforms, seen).items()
            for each in found
        }, day


def test_what_had_happened_by_a_day_is_what_had_happened_before_and_what_happened_since(
    curated_store: Store, days: list[date]
) -> None:
    for before, after in pairwise(days[::20]):
        earlier = set(catalogue.events(curated_store, view(before)).items)
        later = set(catalogue.events(curated_store, view(after)).items)

        found = compare(curated_store, Moment(before), Moment(after)).happenings

        assert {each.id for each in found if each.event and before < each.day <= after} == later - earlier


# ---------------------------------------------------------------- whole


def test_nothing_that_stands_in_a_draft_only_is_on_any_picture(
    curated: Knowledge, pictures: dict[date, Picture]
) -> None:
    drafts = {str(row["id"]) for row in curated.nodes["Regulation"] if row["kind"] == "draft"}
    unbinding = {str(row["id"]) for row in curated.nodes["Obligation"] if not row["binding"]}

    keys = {part for picture in pictures.values() for _, key in picture for part in key.split()}

    assert keys & (drafts | unbinding) == set()
    assert [key for key in keys if key.startswith(tuple(f"{draft}." for draft in drafts))] == []
    assert {"cn.proc.miit-draft-2017.assess", "cn.proc.genai-draft-2023.apply-national-assessment"} & keys == set()


def test_everything_that_states_something_is_told_or_left_out_for_a_reason() -> None:
    """A new label or verb has to be told by compare, or named here."""
    through = {
        "Regulation", "Article", "Obligation", "Procedure", "Route", "Deadline", "Document", "Platform", "Site", "Authority",
        "Role", "Trigger", "Question", "Reading", "Event",
    }  # fmt: skip
    verbs = {
        "IMPOSES", "BINDS", "APPLIES_WHEN", "FULFILLED_BY", "SANCTIONED_BY", "IMPORTS", "PRECEDES", "TAKES", "LEADS_TO",
        "GOES_THROUGH", "HAS_CLOCK", "REQUIRES", "OPERATED_BY", "SERVED_AT", "UNDER", "COVERS", "DEFINED_IN", "SUPERSEDES",
    }  # fmt: skip
    of_the_instrument_itself = {"ISSUED_BY", "BASED_ON", "DRAFT_OF", "EXPLAINS"}

    assert {node.label for node in ONTOLOGY.nodes if node.stated} == through
    assert {edge.verb for edge in ONTOLOGY.edges if edge.stated} == verbs | of_the_instrument_itself


# ---------------------------------------------------------------- reading pictures and relations


def of(picture: Picture, facet: Facet) -> Iterable[tuple[str, dict[str, tuple[str, ...]]]]:
    return ((key, dict(statement.details)) for (found, key), statement in picture.items() if found is facet)


def ids(picture: Picture, facet: Facet) -> list[str]:
    return sorted(key for key, _ in of(picture, facet))


def pairs(picture: Picture, facet: Facet) -> set[tuple[str, ...]]:
    return {tuple(key.split()) for key, _ in of(picture, facet)}


def details(picture: Picture, facet: Facet, detail: str) -> set[tuple[str, ...]]:
    return {(key, value) for key, values in of(picture, facet) for value in values[detail]}


def tied(store: Store, relation: str, keys: Iterable[str], seen: View) -> set[tuple[str, ...]]:
    found = related(store, RELATIONS[relation], keys, seen)
    return {(key, str(each.row["id"])) for key, several in found.items() for each in several}


def ways(picture: Picture) -> set[tuple[str | None, ...]]:
    found = set()
    for duty, procedure in pairs(picture, Facet.FULFILMENT):
        for key, values in of(picture, Facet.ROUTE):
            if key.startswith(f"{procedure} "):
                ends = (next(iter(values.get(column, ())), None) for column in ("authority", "platform"))
                found.add((duty, procedure, key.split()[1], *ends))
    return found


def running(picture: Picture) -> set[tuple[str | None, ...]]:
    duties = set(ids(picture, Facet.DUTY))
    owned = pairs(picture, Facet.DEADLINE)
    found: set[tuple[str | None, ...]] = {(owner, None, clock) for owner, clock in owned if owner in duties}
    for duty, procedure in pairs(picture, Facet.FULFILMENT):
        found |= {(duty, procedure, clock) for owner, clock in owned if owner == procedure}
    return found
