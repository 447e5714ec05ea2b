"""The overlap of the curated graph: what must come out, and sums against brute force."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from graph.overlaps.addressees import LINES, Line, Unaddressed
from graph.overlaps.overlap import Overlap, Picture, overlap
from graph.routes import routings
from graph.store import Store
from graph.view import view
from graph.vocabulary import AuthorityKind, Basis, ProcedureKind, System

ON = date(2026, 9, 1)


@pytest.fixture(scope="session")
def found(curated_store: Store) -> Overlap:
    return overlap(curated_store, ON)


@pytest.fixture(params=["by_law", "in_practice"])
def picture(request: pytest.FixtureRequest, found: Overlap) -> Picture:
    picture: Picture = getattr(found, request.param)
    return picture


def test_the_2018_provisions_are_of_cac_and_mps_by_law_and_of_mps_in_practice(found: Overlap) -> None:
    shifts = {shift.id: (shift.by_law, shift.in_practice) for shift in found.shifts}

    both, police = (System.CYBERSPACE, System.PUBLIC_SECURITY), (System.PUBLIC_SECURITY,)
    assert shifts["cn.proc.security-assessment-2018"] == (both, police)
    assert shifts["cn.ob.secassess-2018.assess"] == (both, police)
    assert shifts["cn.ob.secassess-2018.submit-report"] == (both, police)
    joint = next(cell for cell in found.by_law.cells if cell.lines == both)
    assert {"cn.ob.secassess-2018.assess", "cn.ob.secassess-2018.submit-report"} <= set(joint.duties.exclusive)
    assert "cn.proc.security-assessment-2018" in joint.procedures.exclusive


def test_the_assessments_of_the_ai_rules_are_addressed_to_nobody_by_law(found: Overlap) -> None:
    by_law = {duty.id: duty.lines for duty in found.by_law.duties}

    for duty in (
        "cn.ob.algo-2021.assess-security",
        "cn.ob.deepsyn-2022.assess-new-products",
        "cn.ob.genai-2023.assess-security",
    ):
        assert by_law[duty] == (Unaddressed.UNNAMED,)


def test_the_miit_assessment_is_practice_only(found: Overlap) -> None:
    practice = {procedure.id: procedure.lines for procedure in found.in_practice.procedures}

    assert practice["cn.proc.miit-new-business-assessment"] == (System.TELECOM,)
    assert "cn.proc.miit-new-business-assessment" not in {procedure.id for procedure in found.by_law.procedures}


def test_every_cell_is_the_one_by_brute_force_over_all_combinations_of_lines(picture: Picture) -> None:
    told = {frozenset(cell.lines): cell for cell in picture.cells}
    occurring = sorted({line for duty in picture.duties for line in duty.lines}, key=LINES.index)

    for size in range(1, len(occurring) + 1):
        for some in combinations(occurring, size):
            combination: frozenset[Line] = frozenset(some)
            exclusive = [duty.id for duty in picture.duties if set(duty.lines) == combination]
            inclusive = [duty.id for duty in picture.duties if set(duty.lines) >= combination]
            cell = told.get(combination)
            assert (
                (list(cell.duties.exclusive), list(cell.duties.inclusive)) == (exclusive, inclusive)
                if cell
                else not inclusive
            )


def test_the_exclusive_counts_add_up_to_all_duties_and_all_procedures(picture: Picture) -> None:
    assert sum(len(cell.duties.exclusive) for cell in picture.cells) == len(picture.duties)
    assert sum(len(cell.procedures.exclusive) for cell in picture.cells) == len(picture.procedures)


def test_no_duty_is_without_a_line_or_a_way_that_tells_why(picture: Picture) -> None:
    assert [duty.id for duty in picture.duties if not duty.lines or not duty.ways] == []
    assert [duty.id for duty in picture.duties if {way.line for way in duty.ways} < set(duty.lines)] == []


def test_every_binding_duty_that_is_filed_is_counted_or_left_out_with_its_reason(
    curated_store: Store, found: Overlap
) -> None:
    from graph.catalogue import obligations

    seen = view(ON)
    ways = routings(curated_store, obligations(curated_store, seen).items, seen)
    filed = {duty for duty, found_ways in ways.items() if any(way.procedure_kind in found.kinds for way in found_ways)}

    told = {duty.id for duty in found.in_practice.duties}
    out = {identifier for left in found.left_out for identifier in left.ids}

    assert filed <= told | out
    assert told <= filed


def test_the_lines_by_law_are_those_of_the_routes_that_rest_on_a_statute(curated_store: Store, found: Overlap) -> None:
    seen = view(ON, [Basis.STATUTE])
    ways = routings(curated_store, [duty.id for duty in found.by_law.duties], seen)

    for duty in found.by_law.duties:
        lawful = [way for way in ways[duty.id] if way.procedure_kind in found.kinds and way.authority is not None]
        if any(way.role == "receives" for way in lawful):
            lawful = [way for way in lawful if way.role == "receives"]
        named = {way.authority_system for way in lawful if way.authority_kind is not AuthorityKind.UNNAMED}
        covered = {way.line for way in duty.ways if way.covered}
        acting = {way.line for way in duty.ways if way.role != "receives"}
        assert named <= set(duty.lines), duty.id
        assert {line for line in duty.lines if isinstance(line, System)} <= named | covered | acting, duty.id


def test_every_pair_opens_the_duties_procedures_and_evidence_behind_each_value(picture: Picture) -> None:
    known = {procedure.id for procedure in picture.procedures}

    for pair in picture.pairs:
        for likeness in pair.likenesses:
            for item in (*likeness.shared, *likeness.only_first, *likeness.only_second):
                assert item.evidence or likeness.dimension == "duty"
                assert item.duties
                assert set(item.procedures) <= known


@pytest.mark.parametrize(
    "on", [date(2017, 12, 1), date(2019, 1, 1), date(2022, 3, 1), date(2023, 8, 15), date(2025, 11, 1)]
)
def test_sums_hold_on_every_day(curated_store: Store, on: date) -> None:
    for picture in (overlap(curated_store, on).by_law, overlap(curated_store, on, kinds=ProcedureKind).in_practice):
        assert sum(len(cell.duties.exclusive) for cell in picture.cells) == len(picture.duties)
        for cell in picture.cells:
            larger = [other for other in picture.cells if set(other.lines) >= set(cell.lines)]
            assert len(cell.duties.inclusive) == sum(len(other.duties.exclusive) for other in larger)
