"""Where authorities ask for the same, worked out by hand for a little world, on both stores."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import UnknownId, UsedWrongly
from graph.overlaps.addressees import Unaddressed
from graph.overlaps.filings import LeftOut, LeftOutBecause, Member
from graph.overlaps.likeness import Dimension, Item, Likeness
from graph.overlaps.overlap import Overlap, Picture, overlap
from graph.overlaps.pairing import PairOfProcedures
from graph.store import Store
from graph.vocabulary import Basis, Confidence, ProcedureKind, Reason, System

ON = date(2024, 1, 1)


def cells(picture: Picture) -> dict[str, tuple[list[str], int, list[str], int]]:
    """By the lines of a cell: its own duties, how many at least, its own procedures, how many at least."""
    return {
        " ".join(cell.lines): (
            [short(duty) for duty in cell.duties.exclusive],
            len(cell.duties.inclusive),
            [short(procedure) for procedure in cell.procedures.exclusive],
            len(cell.procedures.inclusive),
        )
        for cell in picture.cells
    }


def short(identifier: str) -> str:
    return identifier.rpartition(".")[2]


def member(found: Picture, identifier: str) -> Member:
    (member,) = (member for member in (*found.duties, *found.procedures) if member.id == identifier)
    return member


def pair(found: Picture, first: str, second: str) -> PairOfProcedures:
    (pair,) = (pair for pair in found.pairs if (pair.first, pair.second) == (first, second))
    return pair


def verdicts(likenesses: tuple[Likeness, ...]) -> dict[str, str]:
    return {likeness.dimension.value: likeness.verdict.value for likeness in likenesses}


def in_dimension(pair: PairOfProcedures, dimension: Dimension) -> Likeness:
    return next(likeness for likeness in pair.likenesses if likeness.dimension is dimension)


def values(items: tuple[Item, ...]) -> list[str]:
    return [item.value for item in items]


# ---------------------------------------------------------------- the powerset


def test_by_law_the_joint_assessment_goes_to_both_lines_and_what_is_not_named_is_a_class_of_its_own(
    store: Store,
) -> None:
    found = overlap(store, ON)

    assert cells(found.by_law) == {
        "cyberspace": (["file", "file-too"], 4, ["filing"], 3),
        "public-security": ([], 2, [], 2),
        "telecom": (["hold-licence"], 1, ["hold-licence"], 1),
        "sector": ([], 1, [], 1),
        "unnamed": (["assess-ai", "assess-app", "file-app"], 4, ["app", "unnamed"], 3),
        "nobody": (["assess-oneself"], 1, ["assess-oneself"], 1),
        "cyberspace public-security": (["assess"], 1, ["joint"], 1),
        "cyberspace telecom": ([], 0, [], 0),
        "cyberspace sector": (["report-leak"], 1, ["report-leak"], 1),
        "public-security telecom": ([], 0, [], 0),
        "public-security unnamed": (["report-crime"], 1, ["report-crime"], 1),
        "cyberspace public-security telecom": ([], 0, [], 0),
    }


def test_in_practice_it_goes_to_one_and_so_does_what_the_law_leaves_open(store: Store) -> None:
    found = overlap(store, ON)

    assert cells(found.in_practice) == {
        "cyberspace": (["file", "file-too"], 3, ["filing"], 2),
        "public-security": (["assess", "assess-ai"], 4, ["joint"], 2),
        "telecom": (["hold-licence"], 2, ["hold-licence"], 2),
        "sector": ([], 1, [], 1),
        "unnamed": ([], 3, ["unnamed"], 3),
        "nobody": (["assess-oneself"], 1, ["assess-oneself"], 1),
        "cyberspace public-security": ([], 0, [], 0),
        "cyberspace telecom": ([], 0, [], 0),
        "cyberspace sector": (["report-leak"], 1, ["report-leak"], 1),
        "public-security telecom": ([], 0, [], 0),
        "public-security unnamed": (["assess-app", "report-crime"], 2, ["report-crime"], 1),
        "telecom unnamed": (["file-app"], 1, ["app"], 1),
        "cyberspace public-security telecom": ([], 0, [], 0),
    }


def test_what_practice_makes_of_the_law_is_told_duty_by_duty(store: Store) -> None:
    found = overlap(store, ON)

    assert [(shift.id, shift.by_law, shift.in_practice) for shift in found.shifts] == [
        ("cn.ob.rule.assess", (System.CYBERSPACE, System.PUBLIC_SECURITY), (System.PUBLIC_SECURITY,)),
        ("cn.ob.rule.assess-ai", (Unaddressed.UNNAMED,), (System.PUBLIC_SECURITY,)),
        ("cn.ob.rule.assess-app", (Unaddressed.UNNAMED,), (System.PUBLIC_SECURITY, Unaddressed.UNNAMED)),
        ("cn.ob.rule.file-app", (Unaddressed.UNNAMED,), (System.TELECOM, Unaddressed.UNNAMED)),
        ("cn.proc.app", (Unaddressed.UNNAMED,), (System.TELECOM, Unaddressed.UNNAMED)),
        ("cn.proc.joint", (System.CYBERSPACE, System.PUBLIC_SECURITY), (System.PUBLIC_SECURITY,)),
    ]
    (way,) = found.shifts[0].ways
    assert (way.route, way.authority, way.platform) == ("cn.route.joint.practice", "cn.mps", "cn.mps.platform")
    assert (way.basis, way.confidence, way.unverified) == (Basis.PRACTICE, Confidence.SEED, False)
    assert way.note_en == "The police are the counterpart."
    assert way.evidence == ("ev.ob.rule.assess.1", "ev.route.joint.practice.1")


# ---------------------------------------------------------------- why something counts


def test_a_term_counts_for_its_own_line_and_for_that_of_a_body_it_covers(store: Store) -> None:
    leak = member(overlap(store, ON).by_law, "cn.ob.rule.report-leak")

    assert [(way.line, way.authority, way.covered) for way in leak.ways] == [
        (System.SECTOR, "cn.departments", False),
        (System.CYBERSPACE, "cn.departments", True),
    ]


def test_a_collective_term_counts_for_its_line(store: Store) -> None:
    assert member(overlap(store, ON).by_law, "cn.ob.rule.file").lines == (System.CYBERSPACE,)


def test_an_addressee_without_a_name_and_provisions_without_one_are_unnamed_with_their_reason(store: Store) -> None:
    found = overlap(store, ON).by_law

    (way,) = member(found, "cn.ob.rule.assess-ai").ways
    assert (way.line, way.procedure, way.reason) == (Unaddressed.UNNAMED, "cn.proc.unnamed", Reason.UNNAMED_PROVISIONS)
    assert [(way.line, way.authority, way.reason) for way in member(found, "cn.ob.rule.report-crime").ways] == [
        (System.PUBLIC_SECURITY, "cn.mps", Reason.PLATFORM_NOT_NAMED),
        (Unaddressed.UNNAMED, "cn.unnamed", Reason.AUTHORITY_NAMED_GENERALLY),
    ]


def test_what_is_believed_without_a_source_adds_and_takes_nothing_away(store: Store) -> None:
    found = overlap(store, ON)

    assert found.unverified == ("cn.ob.rule.assess-app", "cn.ob.rule.file-app")
    assert [(way.line, way.unverified) for way in member(found.in_practice, "cn.ob.rule.assess-app").ways] == [
        (System.PUBLIC_SECURITY, True),
        (Unaddressed.UNNAMED, False),
    ]


def test_what_is_not_counted_is_told_with_its_reason(store: Store) -> None:
    assert overlap(store, ON).left_out == (
        LeftOut(LeftOutBecause.BINDS_AUTHORITIES, ("cn.ob.rule.tell-each-other",)),
        LeftOut(LeftOutBecause.FULFILS_NO_DUTY, ("cn.proc.rule.tell-each-other", "cn.proc.whole")),
    )


# ---------------------------------------------------------------- what is asked for


def test_statute_alone_sees_the_law_from_both_standings(store: Store) -> None:
    found = overlap(store, ON, bases=frozenset({Basis.STATUTE}))

    assert cells(found.in_practice) == cells(found.by_law)
    assert found.shifts == ()


def test_the_kinds_of_procedures_can_be_chosen(store: Store) -> None:
    found = overlap(store, ON, kinds=[ProcedureKind.LICENCE, ProcedureKind.REPORT])

    assert found.kinds == (ProcedureKind.REPORT, ProcedureKind.LICENCE)
    assert [duty.id for duty in found.by_law.duties] == [
        "cn.ob.rule.hold-licence", "cn.ob.rule.report-crime", "cn.ob.rule.report-leak",
    ]  # fmt: skip


def test_a_rule_counts_from_its_day_of_effect(store: Store) -> None:
    before, after = overlap(store, date(2024, 12, 31)), overlap(store, date(2025, 1, 1))

    assert "cn.ob.later.file" not in [duty.id for duty in before.by_law.duties]
    assert "cn.ob.later.file" in [duty.id for duty in after.by_law.duties]
    assert overlap(store, date(2022, 2, 28)).by_law.duties == ()


def test_only_the_norms_asked_for_are_counted(store: Store) -> None:
    found = overlap(store, ON, norms=["cn.ob.rule.file", "cn.ob.rule.assess"])

    assert [duty.id for duty in found.by_law.duties] == ["cn.ob.rule.assess", "cn.ob.rule.file"]


# ---------------------------------------------------------------- the matrix


def test_two_procedures_are_held_against_each_other_in_every_dimension(store: Store) -> None:
    both = pair(overlap(store, ON).by_law, "cn.proc.filing", "cn.proc.joint")

    assert verdicts(both.likenesses) == {
        "duty": "different", "trigger": "partly", "role": "partly", "subject": "same", "document": "partly",
        "platform": "different", "clock": "different", "event": "partly",
    }  # fmt: skip
    assert both.earlier == "cn.proc.joint"
    assert (both.first_lines, both.second_lines) == ((System.CYBERSPACE,), (System.CYBERSPACE, System.PUBLIC_SECURITY))


def test_what_can_be_used_again_and_what_is_extra_work_open_what_stands_behind(store: Store) -> None:
    papers = in_dimension(pair(overlap(store, ON).by_law, "cn.proc.filing", "cn.proc.joint"), Dimension.DOCUMENT)

    assert papers.shared == (
        Item(
            value="doc.report",
            zh="评估报告",
            en="assessment report",
            duties=("cn.ob.rule.assess", "cn.ob.rule.file", "cn.ob.rule.file-too"),
            procedures=("cn.proc.filing", "cn.proc.joint"),
            evidence=("ev.proc.filing.1", "ev.proc.joint.1"),
            basis=Basis.STATUTE,
            unverified=False,
        ),
    )
    assert (values(papers.only_first), values(papers.only_second)) == (["doc.form"], [])


def test_numbers_that_are_issued_are_no_papers_and_the_clock_of_an_authority_is_none_of_the_filer(store: Store) -> None:
    both = pair(overlap(store, ON).by_law, "cn.proc.filing", "cn.proc.joint")

    assert "doc.number" not in values(in_dimension(both, Dimension.DOCUMENT).shared)
    assert values(in_dimension(both, Dimension.CLOCK).only_first) == ["within 10 working-day"]
    assert values(in_dimension(both, Dimension.EVENT).shared) == ["上线"]


def test_conditions_that_differ_but_read_the_same_facts_are_partly_alike_by_these(store: Store) -> None:
    trigger = in_dimension(pair(overlap(store, ON).by_law, "cn.proc.filing", "cn.proc.joint"), Dimension.TRIGGER)

    assert values(trigger.shared) == ["fact.public-opinion"]
    assert values(trigger.only_second) == ['{"all":["fact.public-opinion","fact.event.launch"]}']


def test_two_triggers_with_the_same_predicate_are_one_condition(store: Store) -> None:
    found = overlap(store, ON, norms=["cn.ob.rule.file-too", "cn.ob.rule.hold-licence"])

    likeness = in_dimension(pair(found.by_law, "cn.proc.filing", "cn.proc.rule.hold-licence"), Dimension.TRIGGER)

    assert (likeness.verdict, values(likeness.shared)) == ("same", ['"fact.public-opinion"'])


def test_where_the_graph_states_nothing_it_does_not_say_different(store: Store) -> None:
    likeness = in_dimension(
        pair(overlap(store, ON).by_law, "cn.proc.filing", "cn.proc.rule.hold-licence"), Dimension.CLOCK
    )

    assert likeness.verdict == "not-stated"


def test_one_duty_that_calls_for_two_procedures_ties_them_in_practice(store: Store) -> None:
    found = overlap(store, ON)

    duty = in_dimension(pair(found.in_practice, "cn.proc.joint", "cn.proc.unnamed"), Dimension.DUTY)

    assert values(duty.shared) == ["cn.ob.rule.assess-ai", "cn.ob.rule.assess-app"]
    assert ("cn.proc.joint", "cn.proc.unnamed") not in [(each.first, each.second) for each in found.by_law.pairs]


def test_procedures_that_share_nothing_are_compared_when_they_are_asked_for(store: Store) -> None:
    found = overlap(store, ON, procedures=["cn.proc.unnamed", "cn.proc.filing", "cn.proc.whole"])

    assert [(each.first, each.second) for each in found.by_law.pairs] == [
        ("cn.proc.filing", "cn.proc.unnamed"), ("cn.proc.filing", "cn.proc.whole"), ("cn.proc.unnamed", "cn.proc.whole"),
    ]  # fmt: skip
    assert verdicts(pair(found.by_law, "cn.proc.filing", "cn.proc.whole").likenesses)["document"] == "partly"


def test_a_procedure_asked_for_that_does_not_hold_is_told(store: Store) -> None:
    found = overlap(
        store, ON, procedures=["cn.proc.rule.hold-licence", "cn.proc.filing"], bases=frozenset({Basis.PRACTICE})
    )

    assert found.by_law.pairs == found.in_practice.pairs == ()
    assert LeftOut(LeftOutBecause.DOES_NOT_HOLD, ("cn.proc.filing", "cn.proc.rule.hold-licence")) in found.left_out


def test_two_lines_are_held_against_each_other_by_all_their_procedures(store: Store) -> None:
    found = {(each.first, each.second): each for each in overlap(store, ON).by_law.lines}

    assert list(found) == [
        (System.CYBERSPACE, System.PUBLIC_SECURITY), (System.CYBERSPACE, System.TELECOM),
        (System.CYBERSPACE, System.SECTOR), (System.PUBLIC_SECURITY, System.TELECOM),
        (System.PUBLIC_SECURITY, Unaddressed.UNNAMED),
    ]  # fmt: skip
    assert verdicts(found[System.CYBERSPACE, System.PUBLIC_SECURITY].likenesses) == {
        "duty": "partly", "trigger": "same", "role": "partly", "subject": "same", "document": "partly",
        "platform": "partly", "clock": "partly", "event": "same",
    }  # fmt: skip


# ---------------------------------------------------------------- what it rests on


def test_a_day_beyond_the_check_is_answered_with_a_warning(store: Store) -> None:
    found = overlap(store, date(2026, 11, 26))

    assert [warning.message for warning in found.warnings] == [
        "The law was checked through 2026-11-25; 2026-11-26 lies after it, so later changes are missing here."
    ]
    assert (found.checked_through, found.revision) == (date(2026, 11, 25), store.revision())


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"kinds": []}, r"^kinds: the list is empty, so nothing would be counted\. Name one of filing, registration,"),
        ({"procedures": ["cn.proc.filing"]}, r"^procedures: one alone cannot be held against another\."),
        ({"procedures": ["cn.proc.filing", "cn.mps"]}, r'^"cn\.mps" is an Authority, where a Procedure is asked for\.'),
        ({"bases": frozenset()}, r"^basis: the list is empty"),
    ],
)
def test_what_cannot_be_followed_is_refused(store: Store, asked: dict[str, list[str]], message: str) -> None:
    with pytest.raises(UsedWrongly, match=message):
        overlap(store, ON, **asked)  # type: ignore[arg-type]


def test_a_norm_that_is_not_there_is_an_error_with_the_nearest(store: Store) -> None:
    with pytest.raises(UnknownId, match=r"Did you mean cn\.ob\.rule\.file"):
        overlap(store, ON, norms=["cn.ob.rule.fil"])


def test_the_answer_is_the_same_whenever_it_is_asked(store: Store) -> None:
    first: Overlap = overlap(store, ON)

    assert overlap(store, ON).by_law.cells == first.by_law.cells
    assert [each.shared for pair in first.by_law.pairs for each in pair.likenesses] == [
        each.shared for pair in overlap(store, ON).by_law.pairs for each in pair.likenesses
    ]
