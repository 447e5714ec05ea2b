"""What changed between two days, worked out by hand for a little world, on both stores."""

from __future__ import annotations

from datetime import date

import pytest

from graph.change.changes import Change
from graph.change.compare import Comparison, Side, compare
from graph.change.pictures import Detail, Moment, Statement
from graph.errors import UnknownId, UsedWrongly
from graph.store import Store
from graph.vocabulary import Basis, Confidence


def between(store: Store, before: str, after: str, **narrowed: str) -> Comparison:
    return compare(store, Moment(date.fromisoformat(before)), Moment(date.fromisoformat(after)), **narrowed)  # type: ignore[arg-type]


def told(found: Comparison) -> list[tuple[str, str, str, str, str | None]]:
    """Subject, what became of it, what it is, its key, and the day."""
    return [
        (group.subject.id, str(change.turn), str(change.facet), change.key, str(change.day) if change.day else None)
        for group in found.groups
        for change in group.changes
    ]


def happened(found: Comparison) -> list[tuple[str, str, str, bool]]:
    return [(str(each.day), str(each.milestone or each.event), each.id, each.certain) for each in found.happenings]


def only(found: Comparison, key: str) -> Change:
    (change,) = (change for change in found.changes if change.key == key)
    return change


# ---------------------------------------------------------------- rules enter and leave force


def test_a_rule_that_replaces_another_is_added_with_all_its_parts_and_the_other_is_removed(store: Store) -> None:
    found = between(store, "2022-01-01", "2022-12-31")

    assert told(found) == [
        ("cn.new", "added", "regulation", "cn.new", "2022-03-01"),
        ("cn.new", "added", "article", "cn.new.art-24", "2022-03-01"),
        ("cn.new", "added", "article", "cn.new.art-31", "2022-03-01"),
        ("cn.new", "added", "duty", "cn.ob.new.file", "2022-03-01"),
        ("cn.new", "added", "fulfilment", "cn.ob.new.file cn.proc.filing", "2022-03-01"),
        ("cn.new", "added", "sanction", "cn.ob.new.file cn.new.art-31", "2022-03-01"),
        ("cn.old", "removed", "regulation", "cn.old", "2022-03-01"),
        ("cn.old", "removed", "article", "cn.old.art-3", "2022-03-01"),
        ("cn.old", "removed", "duty", "cn.ob.old.file", "2022-03-01"),
        ("cn.old", "removed", "fulfilment", "cn.ob.old.file cn.proc.filing", "2022-03-01"),
    ]
    assert happened(found) == [
        ("2022-01-04", "published", "cn.new", True),
        ("2022-03-01", "effective", "cn.new", True),
        ("2022-03-01", "repealed", "cn.old", True),
        ("2022-08-12", "filing-list", "cn.event.list", True),
    ]


def test_a_change_shows_the_whole_statement_with_its_strength_and_evidence(store: Store) -> None:
    found = between(store, "2022-01-01", "2022-12-31")

    assert only(found, "cn.ob.new.file").before is None
    assert only(found, "cn.ob.new.file").after == Statement(
        id="cn.ob.new.file",
        zh="备案",
        en="file",
        details=(
            Detail("norm", ("duty",)),
            Detail("modality", ("must",)),
            Detail("kind", ("filing",)),
            Detail("provision", ("cn.new.art-24.par-1",)),
            Detail("to_authority", ("yes",)),
            Detail("applies_when", ("trigger.opinion",)),
            Detail("binds", ("provider",)),
        ),
        basis=Basis.STATUTE,
        confidence=Confidence.PRIMARY,
        unverified=False,
        valid_from=date(2022, 3, 1),
        valid_to=None,
        checked=date(2026, 11, 20),
        evidence=("ev.ob.new.file.1",),
    )
    assert only(found, "cn.new").after.details[-2:] == (Detail("replaces", ("cn.old",)), Detail("amended", ()))  # type: ignore[union-attr]


def test_the_day_of_effect_itself_is_the_first_day_with_the_rule(store: Store) -> None:
    assert "cn.new" not in [key for _, _, _, key, _ in told(between(store, "2022-01-01", "2022-02-28"))]
    assert "cn.new" in [key for _, _, _, key, _ in told(between(store, "2022-02-28", "2022-03-01"))]


def test_an_amendment_changes_the_instrument_and_says_so(store: Store) -> None:
    found = only(between(store, "2024-06-30", "2024-07-01"), "cn.new")

    assert (str(found.turn), found.differs, found.day) == ("changed", ("amended",), date(2024, 7, 1))
    assert found.before and found.after  # noqa: PT018
    assert found.before.details[-1] == Detail("amended", ())
    assert found.after.details[-1] == Detail("amended", ("2024-05-10",))


# ---------------------------------------------------------------- routes, clocks, addresses, readings


def test_a_route_changes_when_its_platform_opens_and_another_comes_by_practice(store: Store) -> None:
    found = between(store, "2022-12-31", "2023-12-31")

    assert told(found) == [
        ("cn.proc.filing", "changed", "route", "cn.proc.filing cn.route.filing.cac", "2023-01-01"),
        ("cn.proc.filing", "added", "route", "cn.proc.filing cn.route.filing.mps", "2023-06-01"),
        ("cn.cac.system", "added", "platform", "cn.cac.system", "2023-01-01"),
        ("cn.cac.system", "added", "address", "cn.cac.system old.example", "2023-01-01"),
        ("cn.question.wide", "added", "reading", "cn.question.wide.narrow", "2023-08-20"),
    ]
    change = only(found, "cn.proc.filing cn.route.filing.cac")
    assert change.differs == ("platform",)
    assert change.before and change.after  # noqa: PT018
    assert (change.before.zh, change.after.zh) == ("网信办", "网信办 · 备案系统")
    assert (change.before.valid_from, change.before.valid_to) == (date(2018, 11, 30), date(2023, 1, 1))
    assert (change.after.valid_from, change.after.valid_to) == (date(2023, 1, 1), None)


def test_what_is_believed_without_a_source_is_named(store: Store) -> None:
    found = between(store, "2022-12-31", "2023-12-31")

    assert found.unverified == ("cn.proc.filing cn.route.filing.mps",)


def test_statute_alone_leaves_practice_and_opinion_out(store: Store) -> None:
    found = compare(store, Moment(date(2022, 12, 31)), Moment(date(2023, 12, 31)), bases=frozenset({Basis.STATUTE}))

    assert [key for _, _, _, key, _ in told(found)] == [
        "cn.proc.filing cn.route.filing.cac", "cn.cac.system", "cn.cac.system old.example",
    ]  # fmt: skip
    assert found.bases == (Basis.STATUTE,)


def test_one_clock_in_the_place_of_another_is_told_so(store: Store) -> None:
    found = between(store, "2024-06-30", "2024-07-01", subject="cn.proc.filing")

    assert [(str(change.turn), change.key, change.instead) for change in found.changes] == [
        ("added", "cn.proc.filing cn.deadline.filing.quick", "cn.proc.filing cn.deadline.filing.slow"),
        ("removed", "cn.proc.filing cn.deadline.filing.slow", "cn.proc.filing cn.deadline.filing.quick"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("2023-12-31", "2024-06-30", [("added", "new.example", ("no",)), ("changed", "old.example", ("no",))]),
        ("2024-06-30", "2025-06-30", [("changed", "new.example", ("yes",)), ("removed", "old.example", None)]),
        ("2023-12-31", "2025-06-30", [("added", "new.example", ("yes",)), ("removed", "old.example", None)]),
    ],
)
def test_an_address_is_uncertain_while_the_day_of_its_move_is_not_known(
    store: Store, before: str, after: str, changes: list[tuple[str, str, tuple[str, ...] | None]]
) -> None:
    found = between(store, before, after, subject="cn.cac.system")

    assert [
        (str(change.turn), change.key.split()[1], dict(change.after.details)["certain"] if change.after else None)
        for change in found.changes
        if change.facet == "address"
    ] == changes


def test_an_address_of_the_window_holds_until_the_window_ends(store: Store) -> None:
    removed = only(between(store, "2023-12-31", "2025-06-30"), "cn.cac.system old.example")

    assert removed.day == date(2025, 1, 1)


# ---------------------------------------------------------------- what happened


def test_an_event_known_by_the_year_only_is_told_as_uncertain_unless_the_whole_year_lies_between(store: Store) -> None:
    within = between(store, "2024-03-31", "2024-06-30")
    whole = between(store, "2023-12-31", "2024-12-31")

    assert ("2024-01-01", "platform-move", "cn.event.move", False) in happened(within)
    assert ("2024-01-01", "platform-move", "cn.event.move", True) in happened(whole)


def test_a_draft_is_an_event_and_never_law(store: Store) -> None:
    found = between(store, "2023-04-01", "2023-05-31")

    assert told(found) == []
    assert happened(found) == [
        ("2023-04-11", "published", "cn.draft", True),
        ("2023-05-10", "comments-until", "cn.draft", True),
    ]
    assert all(each.draft for each in found.happenings)


def test_the_first_day_does_not_count_and_the_last_does(store: Store) -> None:
    assert happened(between(store, "2022-08-11", "2022-08-12")) == [
        ("2022-08-12", "filing-list", "cn.event.list", True)
    ]
    assert happened(between(store, "2022-08-12", "2022-08-13")) == []


# ---------------------------------------------------------------- narrowed


def test_narrowed_to_an_instrument_its_procedures_and_platforms_come_along(store: Store) -> None:
    found = between(store, "2018-01-01", "2023-12-31", subject="cn.new")

    assert {group.subject.id for group in found.groups} == {
        "cn.new",
        "cn.proc.filing",
        "cn.cac.system",
        "cn.question.wide",
    }
    assert ("cn.new", "added", "fulfilment", "cn.ob.new.file cn.proc.filing", "2022-03-01") in told(found)
    assert {each.id for each in found.happenings} == {"cn.new", "cn.event.list"}


def test_narrowed_to_norms_only_what_they_need_is_told(store: Store) -> None:
    found = compare(store, Moment(date(2018, 1, 1)), Moment(date(2021, 12, 31)), norms=["cn.ob.old.file"])

    assert [(change.facet.value, change.key) for change in found.changes] == [
        ("regulation", "cn.old"),
        ("article", "cn.old.art-3"),
        ("duty", "cn.ob.old.file"),
        ("fulfilment", "cn.ob.old.file cn.proc.filing"),
        ("procedure", "cn.proc.filing"),
        ("route", "cn.proc.filing cn.route.filing.cac"),
        ("deadline", "cn.proc.filing cn.deadline.filing.slow"),
        ("document", "cn.proc.filing doc.report"),
    ]


def test_narrowed_to_an_authority_the_ways_to_it_are_told(store: Store) -> None:
    found = between(store, "2022-12-31", "2023-12-31", subject="cn.mps")

    assert told(found) == [("cn.proc.filing", "added", "route", "cn.proc.filing cn.route.filing.mps", "2023-06-01")]


def test_a_subject_that_is_not_there_is_an_error_with_the_nearest(store: Store) -> None:
    with pytest.raises(UnknownId, match=r'Nothing in the graph is called "cn\.neu"\. Did you mean cn\.new'):
        between(store, "2022-01-01", "2022-12-31", subject="cn.neu")


# ---------------------------------------------------------------- the other axis of time


def test_what_was_checked_later_than_the_graph_is_asked_about_is_withheld_and_counted(store: Store) -> None:
    on = date(2026, 11, 25)

    found = compare(store, Moment(on, known=date(2026, 11, 23)), Moment(on, known=date(2026, 11, 25)))

    assert told(found) == [("cn.question.late", "added", "question", "cn.question.late", None)]
    assert (found.before, found.after) == (
        Side(on, date(2026, 11, 23), withheld=1),
        Side(on, date(2026, 11, 25), withheld=0),
    )


def test_without_a_day_of_knowledge_nothing_is_withheld(store: Store) -> None:
    found = between(store, "2022-01-01", "2024-12-31")

    assert (found.before.withheld, found.after.withheld) == (0, 0)


# ---------------------------------------------------------------- what it rests on


def test_a_day_beyond_the_check_is_answered_with_a_warning(store: Store) -> None:
    found = between(store, "2026-11-25", "2026-11-26")

    assert told(found) == []
    assert [warning.message for warning in found.warnings] == [
        "The law was checked through 2026-11-25; 2026-11-26 lies after it, so later changes are missing here."
    ]
    assert found.checked_through == date(2026, 11, 25)
    assert found.revision == store.revision()


def test_a_first_day_after_the_second_is_refused(store: Store) -> None:
    with pytest.raises(UsedWrongly, match=r"^from: 2023-01-01 lies after to: 2022-01-01\."):
        between(store, "2023-01-01", "2022-01-01")


def test_no_basis_at_all_is_refused(store: Store) -> None:
    with pytest.raises(UsedWrongly, match="basis: the list is empty"):
        compare(store, Moment(date(2022, 1, 1)), Moment(date(2023, 1, 1)), bases=frozenset())
