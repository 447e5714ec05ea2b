"""Lists, single things and what an answer rests on, on both stores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph import catalogue
from graph.errors import NothingPublished, UnknownId, UsedWrongly
from graph.meta import Caution, counts, meta, warnings
from graph.pages import Page
from graph.show import show
from graph.store import Store
from graph.view import view
from graph.vocabulary import AuthorityKind, EventKind, Modality, Norm, ObligationKind, RegulationKind, Status, System

NOW = view(date(2026, 11, 20))


@pytest.mark.parametrize(
    ("listing", "filters", "ids"),
    [
        (catalogue.regulations, {}, ["cn.algo", "cn.genai"]),
        (catalogue.regulations, {"issuer": "cn.mps"}, ["cn.algo"]),
        (catalogue.regulations, {"kinds": [RegulationKind.LAW]}, []),
        (catalogue.regulations, {"statuses": [Status.IN_FORCE]}, ["cn.algo", "cn.genai"]),
        (catalogue.authorities, {"kinds": [AuthorityKind.BODY]}, ["cn.cac", "cn.mps"]),
        (catalogue.authorities, {"systems": [System.PUBLIC_SECURITY]}, ["cn.mps"]),
        (catalogue.platforms, {}, ["cn.cac.system", "cn.mps.platform"]),
        (catalogue.platforms, {"operator": "cn.mps"}, ["cn.mps.platform"]),
        (catalogue.obligations, {"regulation": "cn.genai"}, ["cn.ob.genai.assess", "cn.ob.genai.file"]),
        (catalogue.obligations, {"bound": "provider", "kinds": [ObligationKind.RECORDS]}, ["cn.ob.algo.keep-logs"]),
        (catalogue.obligations, {"norms": [Norm.PROHIBITION]}, []),
        (catalogue.obligations, {"modalities": [Modality.MUST], "to_authority": False}, ["cn.ob.algo.keep-logs"]),
        (catalogue.questions, {"about": "cn.ob.genai.file"}, ["cn.question.b2b"]),
        (catalogue.readings, {"taken": True}, ["cn.question.b2b.broad"]),
        (catalogue.readings, {"about": "trigger.opinion", "taken": False}, ["cn.question.b2b.narrow"]),
        (catalogue.events, {}, ["cn.event.list-1", "cn.event.move"]),
        (catalogue.events, {"kinds": [EventKind.FILING_LIST], "series": "algorithm"}, ["cn.event.list-1"]),
        (catalogue.events, {"since": date(2023, 1, 1)}, ["cn.event.move"]),
        (catalogue.events, {"about": "cn.mps.platform"}, ["cn.event.move"]),
    ],
)
def test_a_list_holds_what_passes_its_filters_in_order(
    store: Store, listing: Callable[..., Page[str]], filters: dict[str, object], ids: list[str]
) -> None:
    assert list(listing(store, NOW, **filters).items) == ids


def test_drafts_are_listed_only_when_asked_for(store: Store) -> None:
    drafts = view(date(2026, 11, 20), drafts=True)

    assert list(catalogue.regulations(store, drafts).items) == ["cn.algo", "cn.draft", "cn.genai"]
    assert "cn.ob.draft.file" in catalogue.obligations(store, drafts).items
    assert "cn.ob.draft.file" not in catalogue.obligations(store, NOW).items


def test_a_day_sees_only_what_had_begun_by_then(store: Store) -> None:
    then = view(date(2023, 12, 31))

    assert list(catalogue.readings(store, then).items) == ["cn.question.b2b.narrow"]
    assert list(catalogue.events(store, then).items) == ["cn.event.list-1"]


@pytest.mark.parametrize(
    ("listing", "filters"),
    [
        (catalogue.obligations, {"regulation": "cn.nothing"}),
        (catalogue.obligations, {"bound": "nobody"}),
        (catalogue.platforms, {"operator": "nobody"}),
        (catalogue.readings, {"question": "cn.question.none"}),
        (catalogue.events, {"about": "nothing"}),
    ],
)
def test_a_filter_that_names_nothing_is_an_error(
    store: Store, listing: Callable[..., Page[str]], filters: dict[str, object]
) -> None:
    with pytest.raises(UnknownId):
        listing(store, NOW, **filters)


def test_an_empty_list_of_bases_is_refused_because_it_would_hide_everything() -> None:
    with pytest.raises(UsedWrongly, match=r"basis: the list is empty"):
        view(date(2026, 11, 20), [])


def test_a_thing_is_shown_with_every_tie_that_leads_from_it(store: Store) -> None:
    shown = show(store, "cn.proc.filing", NOW)

    assert (shown.label, shown.row["name_en"]) == ("Procedure", "algorithm filing")
    assert {relation.field: [tied.row["id"] for tied in ties] for relation, ties in shown.ties} == {
        "takes": ["cn.route.filing.cac.any", "cn.route.filing.cac.provincial.practice"],
        "has_clock": ["cn.deadline.filing.1", "cn.deadline.filing.2", "cn.deadline.filing.3"],
        # In the order of handing in, which is not that of the ids.
        "requires": ["doc.second", "doc.first"],
        "obligations": ["cn.ob.algo.file", "cn.ob.genai.file"],
        "evidence": ["ev.proc.filing.1"],
    }


def test_a_relation_reaches_through_time_where_it_must(store: Store) -> None:
    draft = show(store, "cn.draft", view(date(2020, 1, 1)))

    assert [tied.row["id"] for relation, ties in draft.ties if relation.field == "draft_of" for tied in ties] == [
        "cn.algo"
    ]


def test_showing_nothing_names_the_nearest(store: Store) -> None:
    with pytest.raises(UnknownId) as raised:
        show(store, "cn.ob.algo.fille", NOW)

    assert raised.value.nearest == ("cn.ob.algo.file", "cn.ob.genai.file")


def test_a_day_after_the_check_is_warned_of(store: Store) -> None:
    served = meta(store)

    assert served.checked_through == date(2026, 11, 25)
    assert warnings(served, date(2026, 11, 25)) == []
    assert [warned.caution for warned in warnings(served, date(2026, 11, 26))] == [Caution.NOT_CHECKED]


def test_counts_tell_what_is_believed_without_a_source(store: Store) -> None:
    found = {count.label: (count.nodes, count.unverified) for count in counts(store)}

    assert found["Obligation"] == (6, 1)
    assert found["Regulation"] == (3, 0)
    assert sum(nodes for nodes, _ in found.values()) == meta(store).nodes + 1


def test_an_empty_store_has_nothing_to_tell(tmp_path: object) -> None:
    from graph.backends import open_store

    with pytest.raises(NothingPublished):
        meta(open_store(f"embedded:{tmp_path}/none"))
