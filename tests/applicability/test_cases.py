"""The described services of tests/cases: what a lawyer worked out is what the program finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.applies.applicability import Finding
from graph.applies.assessment import Assessment, assess_told
from graph.applies.verdict import Outcome
from graph.store import Store
from graph.view import view
from graph.vocabulary import Basis

CASES = Path(__file__).parents[1] / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One service on one day."""

    name: str
    told: Mapping[str, Any]
    on: date
    basis: tuple[str, ...]
    drafts: bool
    verdicts: Mapping[str, list[str]]
    contested: Mapping[str, Mapping[str, str]]

    def __str__(self) -> str:
        return f"{self.name}, {self.on}{', statute' if self.basis else ''}"


def cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
            told = {key: case[key] for key in ("facts", "events") if key in case}
            for day in case["days"]:
                yield Case(
                    case["name"],
                    {"description": case["zh"], **told},
                    day["day"],
                    tuple(day.get("basis", ())),
                    day.get("drafts", False),
                    day["verdicts"],
                    day.get("contested", {}),
                )


ALL = list(cases())


def test_sixty_services_are_described_and_each_has_a_name_of_its_own() -> None:
    names = [
        case["name"]
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text("utf-8"))["cases"]
    ]

    assert len(names) >= 60
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("case", ALL, ids=str)
def test_the_service_is_bound_as_described(case: Case, embedded: Store) -> None:
    seen = view(case.on, [Basis(word.lower()) for word in case.basis] or None, drafts=case.drafts)

    made = assess_told(embedded, case.told, seen)

    assert {name: outcome(made, name) for name in case.verdicts} == {name: v[0] for name, v in case.verdicts.items()}


@pytest.mark.parametrize("case", [case for case in ALL if case.contested], ids=str)
def test_each_reading_leads_where_it_is_described_to_lead(case: Case, embedded: Store) -> None:
    made = assess_told(embedded, case.told, view(case.on))

    for name, wanted in case.contested.items():
        found = read(made.of(f"cn.ob.{name}"))
        assert {key: found.get(key) for key in wanted} == dict(wanted), name


def outcome(made: Assessment, name: str) -> str:
    found = [finding for finding in made.findings if finding.obligation == f"cn.ob.{name}"]
    return found[0].outcome.name if found else "ABSENT"


def read(finding: Finding) -> dict[str, str]:
    """The outcome without any reading, and under each."""
    contest = finding.contest
    assert contest is not None, finding.obligation
    under = {held.id: stance.outcome for stance in contest.stances for one in stance.assumed for held in one.readings}
    others = {held.id: contest.without for held in contest.others}
    both: dict[str, Outcome] = {"without": contest.without, **under, **others}
    return {key: value.name for key, value in both.items()}
