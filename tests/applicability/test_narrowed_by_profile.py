"""Compare and overlap narrowed to a service: to the norms that concern it, or may."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from api.cli import main
from api.schema import Operation, answer
from graph.applies.assessment import assess_told
from graph.applies.verdict import Outcome
from graph.knowledge import Knowledge
from graph.store import Store
from graph.view import view

DAY = date(2026, 9, 1)
TOLD = {"facts": {"generative-ai": True, "offered-to-public": True, "public-opinion": True, "companion-service": False}}


def test_a_norm_whose_facts_are_not_known_concerns_the_service(embedded: Store) -> None:
    made = assess_told(embedded, TOLD, view(DAY))

    unknown = {f.obligation for f in made.findings if f.outcome is Outcome.NEEDS_FACTS}
    assert unknown
    assert unknown <= set(made.concerning)


def test_a_norm_that_does_not_apply_does_not_concern_it_in_force_or_not(embedded: Store) -> None:
    made = assess_told(embedded, TOLD, view(date(2026, 1, 1)))

    not_yet = {f.obligation for f in made.findings if f.if_in_force is Outcome.DOES_NOT_APPLY}
    never = {f.obligation for f in made.findings if f.outcome is Outcome.DOES_NOT_APPLY}
    assert "cn.ob.anthro-2026.file-algorithm" in {f.obligation for f in made.findings}
    assert not (not_yet | never) & set(made.concerning)


@pytest.mark.parametrize("command", [["compare", "2023-01-01", "2024-01-01"], ["overlap", "--on", "2026-09-01"]])
def test_the_command_line_narrows_to_the_service_of_a_file(command: list[str], embedded: Store, tmp_path: Any) -> None:
    profile = tmp_path / "service.yaml"
    profile.write_text(
        "facts: {generative-ai: no, deep-synthesis: no, algorithm-recommendation: no}\n", encoding="utf-8"
    )

    whole = CliRunner().invoke(main, [*command, "--store", embedded.address, "--json"])
    narrowed = CliRunner().invoke(main, [*command, "--store", embedded.address, "--profile", str(profile), "--json"])

    assert (whole.exit_code, narrowed.exit_code) == (0, 0)
    assert "cn.ob.genai-2023.assess-security" in whole.stdout
    assert "cn.ob.genai-2023.assess-security" not in narrowed.stdout


def test_the_plan_of_a_service_is_written_as_a_calendar(embedded: Store, tmp_path: Any) -> None:
    profile, calendar = tmp_path / "service.yaml", tmp_path / "plan.ics"
    profile.write_text(
        "facts: {generative-ai: yes, offered-to-public: yes, public-opinion: yes, algorithm-recommendation: yes,\n"
        "  internet-information-service: yes, offered-in-mainland: yes}\n",
        encoding="utf-8",
    )
    arguments = ["assess", str(profile), "--store", embedded.address, "--on", "2026-09-01"]

    written = CliRunner().invoke(main, [*arguments, "--start", "2025-09-26", "--ics", str(calendar)])
    alone = CliRunner().invoke(main, [*arguments, "--ics", str(calendar)])

    days = {event.start for event in Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")}
    assert written.exit_code == 0
    assert date(2025, 10, 16) in days  # ten working days after the start, over the National Day holidays
    assert alone.exit_code == 2
    assert "--ics and --start go together" in alone.stderr


def test_graphql_narrows_to_the_norms_that_concern_the_service_on_both_stores(
    store_with: Callable[[Knowledge], Store], curated: Knowledge
) -> None:
    store = store_with(curated)
    told = {"facts": {"generativeAi": "NO", "deepSynthesis": "NO", "algorithmRecommendation": "NO"}}
    concerning = assess_told(
        store,
        {"facts": {"generative-ai": False, "deep-synthesis": False, "algorithm-recommendation": False}},
        view(DAY),
    ).concerning
    query = """
      query ($profile: ServiceProfile, $obligations: [ID!]) {
        overlap(on: "2026-09-01", profile: $profile, obligations: $obligations) { byLaw { duties { totalCount } } }
        compare(from: "2023-01-01", to: "2026-09-01", profile: $profile, obligations: $obligations) {
          changes(first: 0) { totalCount }
        }
      }
    """

    by_profile, by_norms, whole = (
        asyncio.run(answer(store, Operation(query, variables), today=DAY)).body
        for variables in ({"profile": told}, {"obligations": list(concerning)}, {})
    )

    assert "errors" not in by_profile
    assert by_profile["data"] == by_norms["data"]
    assert by_profile["data"] != whole["data"]
