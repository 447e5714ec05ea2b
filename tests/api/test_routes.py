"""Where does it go: the flat answer, on both stores."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import UnknownId, UsedWrongly
from graph.routes import Address, Routing, addresses, routes, with_addresses
from graph.store import Store
from graph.view import View, view
from graph.vocabulary import Basis, Confidence, ImportMode, ObligationKind, Reason, RouteKind

NOW = view(date(2026, 11, 20))
STATUTE = view(date(2026, 11, 20), [Basis.STATUTE])


def told(ways: tuple[Routing, ...]) -> list[tuple[str, str | None, str | None, str, str]]:
    """Duty, authority, platform, what becomes of it, and on what it rests."""
    return [
        (way.obligation, way.authority, way.platform, str(way.reason or way.route_kind), way.basis.value)
        for way in ways
    ]


def test_every_way_of_every_obligation_is_told_in_order(store: Store) -> None:
    ways = routes(store, NOW).items

    assert told(ways) == [
        ("cn.ob.algo.file", "cn.cac.any", "cn.cac.system", "platform", "statute"),
        ("cn.ob.algo.file", "cn.cac.provincial", None, "no-public-platform", "practice"),
        ("cn.ob.algo.keep-logs", None, None, "internal", "statute"),
        ("cn.ob.algo.report", None, None, "authority-not-named", "statute"),
        ("cn.ob.genai.assess", "cn.cac", None, "platform-not-named", "practice"),
        ("cn.ob.genai.assess", "cn.mps", "cn.mps.platform", "platform", "practice"),
        ("cn.ob.genai.file", "cn.cac.any", "cn.cac.system", "platform", "statute"),
        ("cn.ob.genai.file", "cn.cac.provincial", None, "no-public-platform", "practice"),
    ]


def test_an_obligation_without_a_named_authority_still_appears(store: Store) -> None:
    (way,) = routes(store, NOW, obligations=["cn.ob.algo.report"]).items

    assert (way.authority, way.platform) == (None, None)
    assert (way.route_kind, way.reason) == (RouteKind.UNRESOLVED, Reason.AUTHORITY_NOT_NAMED)


def test_an_obligation_that_nothing_in_the_view_fulfils_still_appears(store: Store) -> None:
    (way,) = routes(store, STATUTE, obligations=["cn.ob.genai.assess"]).items

    assert (way.procedure, way.route, way.route_kind, way.authority) == (None, None, None, None)
    assert way.basis is Basis.STATUTE


def test_statute_alone_removes_every_practice_in_the_chain(store: Store) -> None:
    ways = routes(store, STATUTE).items

    assert told(ways) == [
        ("cn.ob.algo.file", "cn.cac.any", "cn.cac.system", "platform", "statute"),
        ("cn.ob.algo.keep-logs", None, None, "internal", "statute"),
        ("cn.ob.algo.report", None, None, "authority-not-named", "statute"),
        ("cn.ob.genai.assess", None, None, "None", "statute"),
        ("cn.ob.genai.file", "cn.cac.any", "cn.cac.system", "platform", "statute"),
    ]


def test_an_imported_route_says_through_which_provision_it_came(store: Store) -> None:
    way = routes(store, STATUTE, obligations=["cn.ob.genai.file"]).items[0]

    assert way.mode is ImportMode.IMPORTED
    assert (way.imported_from, way.through) == ("cn.algo.art-24.par-1", "cn.genai.art-17.par-1")
    assert (way.regulation, way.article, way.provision) == ("cn.genai", "cn.genai.art-17", "cn.genai.art-17.par-1")


def test_a_chain_is_as_weak_as_its_weakest_link_and_names_all_its_evidence(store: Store) -> None:
    way = routes(store, NOW, obligations=["cn.ob.genai.assess"], authority="cn.mps").items[0]

    assert (way.basis, way.confidence) == (Basis.PRACTICE, Confidence.SECONDARY)
    assert way.evidence == ("ev.ob.genai.assess.1", "ev.ob.genai.assess.assessment.1", "ev.proc.assessment.1")


def test_a_chain_holds_only_while_all_of_it_holds(store: Store) -> None:
    way = routes(store, STATUTE, obligations=["cn.ob.genai.file"]).items[0]

    assert (way.valid_from, way.valid_to) == (date(2023, 8, 15), None)


def test_what_is_believed_without_a_source_is_marked(store: Store) -> None:
    ways = routes(store, NOW).items

    assert {way.obligation for way in ways if way.unverified} == {"cn.ob.algo.report"}


@pytest.mark.parametrize(
    ("day", "regulations"),
    [
        (date(2022, 2, 28), set()),
        (date(2022, 3, 1), {"cn.algo"}),
        (date(2023, 8, 14), {"cn.algo"}),
        (date(2023, 8, 15), {"cn.algo", "cn.genai"}),
    ],
)
def test_a_rule_binds_from_the_day_of_its_effect(store: Store, day: date, regulations: set[str]) -> None:
    ways = routes(store, view(day)).items

    assert {way.regulation for way in ways} == regulations


@pytest.mark.parametrize("day", [date(2021, 9, 1), date(2022, 3, 1), date(2026, 11, 20), None])
def test_a_draft_never_appears_unless_asked_for_and_then_marked(store: Store, day: date | None) -> None:
    without = routes(store, view(day)).items
    drafted = routes(store, view(day, drafts=True), regulation="cn.draft").items

    assert "cn.draft" not in {way.regulation for way in without}
    assert [(way.obligation, way.binding, way.reason) for way in drafted] == [("cn.ob.draft.file", False, Reason.DRAFT)]


def test_a_body_is_also_found_behind_the_term_that_covers_it(store: Store) -> None:
    ways = routes(store, NOW, authority="cn.cac").items

    assert [(way.obligation, way.authority, way.covered) for way in ways] == [
        ("cn.ob.algo.file", "cn.cac.any", True),
        ("cn.ob.genai.assess", "cn.cac", False),
        ("cn.ob.genai.file", "cn.cac.any", True),
    ]


def test_filters_narrow_together(store: Store) -> None:
    ways = routes(
        store,
        NOW,
        regulation="cn.genai",
        platform="cn.cac.system",
        kinds=[ObligationKind.FILING],
        to_authority=True,
    ).items

    assert [way.obligation for way in ways] == ["cn.ob.genai.file"]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"authority": "cn.cak"}, 'Nothing in the graph is called "cn.cak". Did you mean cn.cac or cn.cac.any?'),
        ({"authority": "cn.cac.system"}, '"cn.cac.system" is a Platform, where an Authority is asked for.'),
        ({"regulation": "cn.algos"}, 'Nothing in the graph is called "cn.algos". Did you mean cn.algo?'),
        ({"platform": "zzz"}, 'Nothing in the graph is called "zzz".'),
        ({"obligations": ["cn.ob.algo.fil"]}, 'Nothing in the graph is called "cn.ob.algo.fil". Did you mean cn.ob.algo.file or cn.ob.genai.file?'),
    ],
)  # fmt: skip
def test_a_filter_that_names_nothing_is_no_empty_answer(store: Store, filters: dict[str, str], message: str) -> None:
    with pytest.raises(UsedWrongly) as raised:
        routes(store, NOW, **filters)

    assert str(raised.value) == message


def test_an_unknown_id_carries_the_nearest_as_an_attribute(store: Store) -> None:
    with pytest.raises(UnknownId) as raised:
        routes(store, NOW, platform="cn.cac.sistem")

    assert raised.value.nearest == ("cn.cac.system",)


def test_pages_together_are_the_whole(store: Store) -> None:
    whole = routes(store, NOW)
    first = routes(store, NOW, first=5)
    rest = routes(store, NOW, first=5, after=first.cursors[-1])

    assert first.items + rest.items == whole.items
    assert (first.total, first.has_previous, first.has_next) == (8, False, True)
    assert (rest.total, rest.has_previous, rest.has_next) == (8, True, False)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2018, 11, 29), ()),
        (date(2023, 12, 31), (Address("old.mps.example", "https://old.mps.example", certain=True),)),
        (
            date(2024, 6, 1),
            (
                Address("old.mps.example", "https://old.mps.example", certain=False),
                Address("new.mps.example", "https://new.mps.example", certain=False),
            ),
        ),
        (date(2025, 1, 1), (Address("new.mps.example", "https://new.mps.example", certain=True),)),
    ],
)
def test_around_a_move_both_addresses_are_uncertain(store: Store, day: date, found: tuple[Address, ...]) -> None:
    assert addresses(store, ["cn.mps.platform"], view(day)) == {"cn.mps.platform": found}


def test_ways_come_with_the_addresses_of_their_platform_on_the_day(store: Store) -> None:
    ways = routes(store, NOW, obligations=["cn.ob.genai.assess"]).items

    assert [[address.url for address in way.addresses] for way in with_addresses(store, ways, NOW)] == [
        [],
        ["https://new.mps.example"],
    ]


def test_found_rows_and_told_rows_are_the_same_in_every_view(store: Store) -> None:
    days = (None, date(2020, 1, 1), date(2022, 6, 1), date(2026, 11, 20))
    views = [View(day, frozenset(bases), drafts) for day in days for bases in BASES for drafts in (False, True)]

    lost = [seen for seen in views if len((found := routes(store, seen)).items) != found.total]

    assert lost == []


BASES = ([Basis.STATUTE], [Basis.STATUTE, Basis.PRACTICE], [Basis.PRACTICE, Basis.OPINION], list(Basis))
