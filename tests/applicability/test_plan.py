"""The filing plan: what is done once for how many duties, in which order, with whom, through which door, by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from graph.applies.assessment import Assessment, assess_told
from graph.applies.plan import Step
from graph.applies.verdict import Outcome
from graph.store import Store
from graph.view import view
from graph.vocabulary import Basis, Binds, ImportMode, Level, ProcedureKind, RouteKind

ON = date(2023, 9, 1)
CHAT = {
    "facts": {
        "generative-ai": True,
        "algorithm-recommendation": True,
        "deep-synthesis": False,
        "offered-to-public": True,
        "internet-information-service": True,
        "public-opinion": True,
        "own-model": True,
    },
    "events": {"launch": "2023-08-20"},
}


@pytest.fixture
def planned(embedded: Store) -> Callable[..., Assessment]:
    def assessed(told: Any = CHAT, on: date = ON, *bases: Basis) -> Assessment:
        return assess_told(embedded, told, view(on, bases or None))

    return assessed


def step(made: Assessment, procedure: str) -> Step:
    return next(step for step in made.plan if step.procedure == procedure)


def order(made: Assessment, *procedures: str) -> list[str]:
    return [step.procedure for step in made.plan if step.procedure in procedures]


def test_one_filing_serves_every_duty_that_imports_it(planned: Callable[..., Assessment]) -> None:
    filing = step(planned(), "cn.proc.algorithm-filing.file")

    assert [(served.obligation, served.outcome, served.mode, served.through) for served in filing.serves] == [
        ("cn.ob.algo-2021.file", Outcome.APPLIES, ImportMode.OWN, None),
        ("cn.ob.genai-2023.file", Outcome.APPLIES, ImportMode.IMPORTED, "cn.genai-2023.art-17.par-1"),
    ]
    assert filing.part_of == "cn.proc.algorithm-filing"


def test_each_door_names_the_authority_with_its_level_and_the_platform_with_its_address(
    planned: Callable[..., Assessment],
) -> None:
    filing = step(planned(), "cn.proc.algorithm-filing.file")

    assert [
        (door.authority, door.authority_level, door.alternative_group, door.platform, [a.url for a in door.addresses])
        for door in filing.doors
    ] == [
        ("cn.cac", Level.NATIONAL, "cyberspace", "cn.cac.algorithm-filing-system", ["https://beian.cac.gov.cn"]),
        (
            "cn.cac.provincial",
            Level.PROVINCIAL,
            "cyberspace",
            "cn.cac.algorithm-filing-system",
            ["https://beian.cac.gov.cn"],
        ),
    ]


@pytest.mark.parametrize(
    ("on", "addresses"),
    [
        (date(2021, 6, 1), [("http://www.beian.gov.cn", True)]),
        (ON, [("https://beian.mps.gov.cn", False), ("http://www.beian.gov.cn", False)]),
        (date(2026, 9, 1), [("https://beian.mps.gov.cn", True)]),
    ],
)
def test_the_address_is_that_of_the_day(
    planned: Callable[..., Assessment], on: date, addresses: list[tuple[str, bool]]
) -> None:
    told = {"facts": {**CHAT["facts"], "generative-ai": "no"}, "events": {"launch": "2018-12-01"}}

    report = step(planned(told, on), "cn.proc.security-assessment-2018")

    assert {tuple((a.url, a.certain) for a in door.addresses) for door in report.doors if door.platform} == {
        tuple(addresses)
    }


def test_what_is_due_before_the_service_stands_before_what_is_due_after_it(planned: Callable[..., Assessment]) -> None:
    made = planned()

    assert order(made, "cn.proc.algorithm-filing.file", "cn.proc.security-assessment-2018", "cn.proc.genai-filing") == [
        "cn.proc.genai-filing",
        "cn.proc.security-assessment-2018",
        "cn.proc.algorithm-filing.file",
    ]


def test_what_must_come_first_comes_first_and_is_named(planned: Callable[..., Assessment]) -> None:
    told = {
        **CHAT,
        "facts": {**CHAT["facts"], "news-service": True},
        "events": {"new-technology-applied": "2023-08-20"},
    }
    made = planned(told)

    assert order(made, "cn.proc.news-technology-assessment.official", "cn.proc.news-technology-assessment.self") == [
        "cn.proc.news-technology-assessment.self",
        "cn.proc.news-technology-assessment.official",
    ]
    assert step(made, "cn.proc.news-technology-assessment.official").after == (
        "cn.proc.news-technology-assessment.self",
    )
    places = [step.procedure for step in made.plan]
    assert all(places.index(name) < places.index(one.procedure) for one in made.plan for name in one.after)


def test_the_own_assessment_is_made_and_written_before_the_report(planned: Callable[..., Assessment]) -> None:
    report = step(planned(), "cn.proc.security-assessment-2018")

    assert [served.obligation for served in report.inside] == [
        "cn.ob.secassess-2018.choose-assessor",
        "cn.ob.secassess-2018.cover-focus-items",
        "cn.ob.secassess-2018.write-report",
    ]
    assert report.papers[0].document == "doc.secassess-report"


def test_the_entity_stands_before_the_algorithm(planned: Callable[..., Assessment]) -> None:
    papers = [paper.document for paper in step(planned(), "cn.proc.algorithm-filing.file").papers]

    assert papers.index("doc.entity-information") < papers.index("doc.algorithm-information")
    assert papers.index("doc.entity-information") < papers.index("doc.product-and-function-information")


def test_clocks_tell_whom_they_bind_and_the_statutory_from_the_observed(planned: Callable[..., Assessment]) -> None:
    clocks = step(planned(), "cn.proc.algorithm-filing.file").clocks

    assert [(clock.binds, clock.n, clock.n_max, clock.unit, clock.basis) for clock in clocks] == [
        (Binds.FILER, 10, None, "working-day", Basis.STATUTE),
        (Binds.AUTHORITY, 30, None, "working-day", Basis.STATUTE),
        (Binds.AUTHORITY, 30, None, "working-day", Basis.STATUTE),
        (Binds.AUTHORITY, 2, 3, "month", Basis.PRACTICE),
        (Binds.AUTHORITY, 2, 3, "month", Basis.PRACTICE),
    ]


def test_a_step_of_practice_says_so_and_statute_alone_has_none(planned: Callable[..., Assessment]) -> None:
    made, by_law = planned(), planned(CHAT, ON, Basis.STATUTE)

    assert step(made, "cn.proc.genai-filing").basis is Basis.PRACTICE
    assert {one.basis for one in by_law.plan} == {Basis.STATUTE}
    assert {served.mode for one in by_law.plan for served in one.serves} <= {
        ImportMode.OWN,
        ImportMode.IMPORTED,
        ImportMode.BY_ANALOGY,
    }
    assert "cn.proc.genai-filing" not in [one.procedure for one in by_law.plan]


def test_what_the_article_does_not_name_is_an_unresolved_door_and_no_gap(planned: Callable[..., Assessment]) -> None:
    (door,) = step(planned(), "cn.proc.security-assessment-unnamed").doors

    assert (door.kind, door.authority, door.reason) == (RouteKind.UNRESOLVED, None, "unnamed-provisions")


def test_the_stages_of_practice_are_in_their_order(planned: Callable[..., Assessment]) -> None:
    stages = [
        stage.procedure.removeprefix("cn.proc.genai-filing.")
        for stage in step(planned(), "cn.proc.genai-filing").stages
    ]

    assert stages == ["pre-check", "local-review", "report-up", "central-review", "number"]


def test_steps_that_wait_for_an_event_stand_last(planned: Callable[..., Assessment]) -> None:
    made = planned()
    waiting = [one.waiting for one in made.plan]

    assert waiting == sorted(waiting)
    assert step(made, "cn.proc.algorithm-filing.change").waiting
    assert step(made, "cn.proc.algorithm-filing.change").after == ("cn.proc.algorithm-filing.file",)


def test_no_step_serves_a_duty_that_is_not_there(planned: Callable[..., Assessment]) -> None:
    told = {
        **CHAT,
        "facts": {**CHAT["facts"], "offered-to-public": "no", "generative-ai": "no", "offered-in-mainland": True},
    }
    made = planned(told)
    nothing_to_do = {
        f.obligation
        for f in made.findings
        if f.outcome in (Outcome.DOES_NOT_APPLY, Outcome.NEEDS_FACTS, Outcome.NOT_YET)
    }

    assert [s.obligation for one in made.plan for s in one.serves if s.obligation in nothing_to_do] == []


def test_a_contested_duty_keeps_its_step_and_says_so(planned: Callable[..., Assessment]) -> None:
    facts = {
        "generative-ai": True,
        "offered-in-mainland": True,
        "business-customers-serve-public": True,
        "public-opinion": True,
    }

    filing = step(planned({"facts": facts}), "cn.proc.algorithm-filing.file")

    assert (filing.outcome, filing.waiting) == (Outcome.CONTESTED, False)


def test_only_what_a_service_begins_itself_is_a_step(planned: Callable[..., Assessment]) -> None:
    kinds: Sequence[ProcedureKind] = [one.kind for one in planned().plan]

    assert not set(kinds) & {
        ProcedureKind.INSPECTION, ProcedureKind.AUTHORITY_ACT, ProcedureKind.COMPLAINT, ProcedureKind.INTERNAL,
        ProcedureKind.DISCLOSURE, ProcedureKind.ABSTENTION,
    }  # fmt: skip
