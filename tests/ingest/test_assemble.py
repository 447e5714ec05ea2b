"""What a facts file leaves out is filled in the same way everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.knowledge import EdgeRow, Knowledge
from graph.model import EdgeShape, Row
from ingest.check import checked

SMALL = Path(__file__).parents[1] / "facts"


@pytest.fixture(scope="module")
def small() -> Knowledge:
    return checked(SMALL)


def node(knowledge: Knowledge, label: str, identifier: str) -> Row:
    return next(row for row in knowledge.nodes[label] if row["id"] == identifier)


def edges(knowledge: Knowledge, source: str, verb: str, target: str) -> list[EdgeRow]:
    return list(knowledge.edges[EdgeShape(source, verb, target)])


def test_the_chain_from_article_to_platform_is_tied(small: Knowledge) -> None:
    ties = {
        verb: [(e.source, e.target) for e in edges(small, source, verb, target)]
        for source, verb, target in [
            ("Article", "IMPOSES", "Obligation"),
            ("Obligation", "FULFILLED_BY", "Procedure"),
            ("Procedure", "TAKES", "Route"),
            ("Route", "LEADS_TO", "Authority"),
            ("Route", "GOES_THROUGH", "Platform"),
        ]
    }

    assert ties == {
        "IMPOSES": [("cn.rule.art-24", "cn.ob.rule.file")],
        "FULFILLED_BY": [("cn.ob.rule.file", "cn.proc.filing")],
        "TAKES": [("cn.proc.filing", "cn.route.filing.cac")],
        "LEADS_TO": [("cn.route.filing.cac", "cn.cac")],
        "GOES_THROUGH": [("cn.route.filing.cac", "cn.cac.system")],
    }


def test_validity_comes_from_the_regulation(small: Knowledge) -> None:
    obligation = node(small, "Obligation", "cn.ob.rule.file")

    assert (obligation["valid_from"], obligation["valid_to"]) == (date(2022, 3, 1), None)


def test_evidence_comes_from_the_place_and_the_text_of_the_regulation(small: Knowledge) -> None:
    evidence = node(small, "Evidence", "ev.ob.rule.file.1")

    assert (evidence["locator"], evidence["terms"], evidence["confidence"]) == (
        "art-24.par-1",
        ["十个工作日"],
        "primary",
    )
    assert EdgeRow("ev.ob.rule.file.1", "src.text") in edges(small, "Evidence", "FROM", "Source")
    assert EdgeRow("ev.ob.rule.file.1", "cn.rule.art-24.par-1") in edges(small, "Evidence", "CITES", "Clause")


def test_an_edge_rests_on_the_evidence_of_the_fact_that_states_it(small: Knowledge) -> None:
    (fulfilled,) = edges(small, "Obligation", "FULFILLED_BY", "Procedure")

    assert fulfilled.properties == {
        "mode": "own",
        "imported_from": None,
        "through": None,
        "note_en": None,
        "basis": "statute",
        "confidence": "primary",
        "valid_from": date(2022, 3, 1),
        "valid_to": None,
        "evidence": ["ev.ob.rule.file.1"],
    }


def test_a_route_with_a_platform_is_a_platform_route_and_has_no_reason(small: Knowledge) -> None:
    route = node(small, "Route", "cn.route.filing.cac")

    assert (route["kind"], route["reason"], route["role"]) == ("platform", None, "receives")


def test_the_same_facts_give_the_same_revision(small: Knowledge) -> None:
    assert checked(SMALL).revision == small.revision


def test_the_law_is_checked_through_the_day_that_one_file_names(small: Knowledge) -> None:
    assert small.checked_through == date(2026, 11, 20)
