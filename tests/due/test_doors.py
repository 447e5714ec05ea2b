"""The same due days by Python, GraphQL and the command line, on both stores."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from icalendar import Calendar

from api import cli
from api.due_text import due_text
from api.schema import Operation, answer
from graph.clock.due import DueDates, due_dates_of
from graph.clock.rules_of_time import NoDay, RangeEnd
from graph.errors import UnknownId
from graph.store import Store
from graph.view import view
from graph.vocabulary import Basis

NOW = view(date(2026, 11, 20))
SERVICE = date(2025, 9, 26)

EVERYTHING = """
query ($obligation: ID!, $start: Date!, $time: Time, $event: String) {
  dueDates(obligation: $obligation, start: $start, timeOfDay: $time, event: $event, on: "2026-11-20") {
    start moment events
    obligation { id gistZh gistEn provision binding }
    notices { source firstYear lastYear finalThrough }
    dates { totalCount nodes {
      clock { deadline { id } importedFrom through basis confidence unverified }
      end day at earliest latest opens periodEnd workingDay occurrences
      whyNot { reason textZh textEn }
      skipped { day kind nameZh nameEn } madeUp { day kind nameZh nameEn }
      rules { rule textZh textEn }
    } }
  }
}
"""


@pytest.fixture
def ask(store: Store) -> Callable[..., dict[str, Any]]:
    """Ask GraphQL as on the 20th of November 2026."""

    def asked(**variables: Any) -> dict[str, Any]:
        return asyncio.run(answer(store, Operation(EVERYTHING, variables), today=date(2026, 11, 20))).body

    return asked


@pytest.fixture
def guikou(command_line: Callable[..., Result]) -> Callable[..., Result]:
    return partial(command_line, "due")


def told(found: DueDates) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (one.clock.deadline, str(one.end), one.day and one.day.isoformat(), one.why_not and one.why_not.name)
        for one in found.dates
    ]


# ---------------------------------------------------------------- from the stores


def test_every_clock_of_an_obligation_is_answered(store: Store) -> None:
    found = due_dates_of(store, "cn.ob.algo.file", SERVICE, NOW)

    assert told(found) == [
        ("cn.deadline.filing.1", "single", "2025-10-16", None),
        ("cn.deadline.filing.2", "single", "2025-11-13", None),
        ("cn.deadline.filing.3", "lower", "2025-11-26", None),
        ("cn.deadline.filing.3", "upper", "2025-12-26", None),
    ]
    assert found.events == (
        "提供服务之日 the day the service is provided",
        "收到备案材料 receipt of the papers",
        "the application",
    )


def test_statute_alone_leaves_out_what_is_usual(store: Store) -> None:
    found = due_dates_of(store, "cn.ob.algo.file", SERVICE, view(date(2026, 11, 20), [Basis.STATUTE]))

    assert [one.end for one in found.dates] == [RangeEnd.SINGLE, RangeEnd.SINGLE]


def test_an_imported_clock_says_through_which_article_it_came(store: Store) -> None:
    found = due_dates_of(store, "cn.ob.genai.file", date(2026, 2, 9), NOW)

    filing = found.dates[0]
    assert filing.day == date(2026, 2, 28)
    assert (filing.clock.imported_from, filing.clock.through) == ("cn.algo.art-24.par-1", "cn.genai.art-17.par-1")


def test_nothing_is_due_before_the_rule(store: Store) -> None:
    assert due_dates_of(store, "cn.ob.algo.file", SERVICE, view(date(2022, 2, 28))).dates == ()


def test_due_days_of_nothing_are_an_error(store: Store) -> None:
    with pytest.raises(UnknownId, match=r"cn\.ob\.algo\.file"):
        due_dates_of(store, "cn.ob.algo.fil", SERVICE, NOW)


# ---------------------------------------------------------------- the same by every door


@pytest.mark.parametrize(
    ("obligation", "start", "time", "event"),
    [
        ("cn.ob.algo.file", "2025-09-26", None, None),
        ("cn.ob.algo.file", "2026-12-20", None, "service"),
        ("cn.ob.genai.file", "2026-02-09", None, None),
        ("cn.ob.algo.keep", "2025-09-30", "23:30", None),
        ("cn.ob.algo.keep", "2025-09-30", None, "发现"),
    ],
)
def test_every_door_gives_the_same(
    store: Store,
    ask: Callable[..., dict[str, Any]],
    guikou: Callable[..., Result],
    obligation: str,
    start: str,
    time: str | None,
    event: str | None,
) -> None:
    begun = datetime.fromisoformat(f"{start}T{time}") if time else date.fromisoformat(start)
    found = due_dates_of(store, obligation, begun, NOW, event=event)

    by_graphql = ask(obligation=obligation, start=start, time=time, event=event)["data"]["dueDates"]
    named = ["--event", event] if event else []
    written = guikou(
        obligation, "--start", f"{start}T{time}" if time else start, *named, "--on", "2026-11-20", "--json"
    )
    by_command = json.loads(written.stdout)["due"]

    assert by_graphql == _as_graphql(found)
    assert by_command == json.loads(json.dumps(found, default=cli._jsonable))


def test_graphql_tells_what_the_answer_rests_on(ask: Callable[..., dict[str, Any]], store: Store) -> None:
    body = ask(obligation="cn.ob.algo.file", start="2025-09-26")

    assert body["extensions"]["revision"] == store.revision()
    assert body["extensions"]["checkedThrough"] == "2026-11-20"


def test_graphql_refuses_an_event_that_no_clock_knows(ask: Callable[..., dict[str, Any]]) -> None:
    (error,) = ask(obligation="cn.ob.algo.file", start="2025-09-26", event="closing")["errors"]

    assert error["extensions"]["code"] == "USED_WRONGLY"
    assert "提供服务之日 the day the service is provided" in error["message"]


# ---------------------------------------------------------------- the command line


def test_the_command_line_tells_day_reasons_and_rules(store: Store) -> None:
    found = due_dates_of(store, "cn.ob.genai.file", SERVICE, NOW, event="service")

    lines = list(due_text(found))

    assert lines[:11] == [
        "cn.ob.genai.file",
        "  按照算法规定备案",
        "  file by the algorithm rule",
        "  cn.genai.art-17.par-1 · counted from 2025-09-26",
        "",
        "  ⏱ within 10 working-day from the day the service is provided (十个工作日) imported from cn.algo.art-24.par-1 through cn.genai.art-17.par-1 statute · primary",
        "      → 不迟于 by 2025-10-16 (Thu 周四)",
        "        不计 skipped: 2025-09-27 周末 weekend; 2025-10-01 to 2025-10-05 国庆节 National Day; 2025-10-06 中秋 Mid-autumn Festival; 2025-10-07 to 2025-10-08 国庆节 National Day; 2025-10-12 周末 weekend",
        "        调休上班 make-up days counted: 2025-09-28 (Sun 周日) for 国庆节 National Day; 2025-10-11 (Sat 周六) for 国庆节 National Day",
        "",
        "  ⏱ within 30 working-day from receipt of the papers binds the authority [number and publication] imported from cn.algo.art-24.par-1 through cn.genai.art-17.par-1 statute · primary",
    ]
    assert "      → AUTHORITY'S OWN CLOCK 主管部门自身期限: no day: OTHER_EVENT" in lines
    assert any("《民法典》第二百零一条第一款" in line for line in lines)


def test_without_an_event_the_command_line_warns_that_one_start_cannot_fit_all(store: Store) -> None:
    lines = list(due_text(due_dates_of(store, "cn.ob.algo.file", SERVICE, NOW)))

    assert (
        "  NOTE: its clocks run from 3 events, each counted as if its own fell on the start; name one by --event:"
        in lines
    )


def test_a_calendar_file_is_written_and_its_gaps_are_told(guikou: Callable[..., Result], tmp_path: Path) -> None:
    file = tmp_path / "due.ics"

    run = guikou(
        "cn.ob.algo.keep", "--start", "2025-09-30", "--event", "发现", "--on", "2026-11-20", "--ics", str(file)
    )

    assert run.exit_code == 0
    assert "Note: not in the calendar file, without a day: cn.deadline.algo.keep.2 (promptly)" in run.stderr
    assert "(hour-not-given)" in run.stderr
    read = Calendar.from_ical(file.read_bytes())
    assert NoDay.PROMPTLY.zh in str(read["description"])


def test_a_calendar_file_goes_to_stdout(guikou: Callable[..., Result]) -> None:
    run = guikou("cn.ob.algo.file", "--start", "2025-09-26", "--on", "2026-11-20", "--ics", "-")

    (first, *_) = Calendar.from_ical(run.stdout_bytes.decode()).events
    assert first.decoded("dtstart") == date(2025, 10, 16)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cn.ob.algo.file", "--start", "soon"], "'soon' is not a day; write it as YYYY-MM-DD"),
        (["cn.ob.algo.file", "--start", "2025-09-26", "--ics", "-", "--json"], "both write to stdout"),
        (
            ["cn.ob.algo.file", "--start", "2025-09-26", "--ics", "/nowhere/due.ics"],
            "/nowhere/due.ics cannot be written",
        ),
        (["cn.ob.algo.file", "--start", "2025-09-26", "--event", "closing"], "Its clocks run from"),
        (["cn.ob.algo.fil", "--start", "2025-09-26"], "Did you mean cn.ob.algo.file"),
    ],
)
def test_what_cannot_be_followed_is_said_plainly(
    guikou: Callable[..., Result], arguments: list[str], message: str
) -> None:
    run = guikou(*arguments)

    assert run.exit_code == 2
    assert message in run.stderr
    assert "Traceback" not in run.output


def _as_graphql(found: DueDates) -> dict[str, Any]:
    """The Python answer in the words of GraphQL."""

    def day(value: date | None) -> str | None:
        return None if value is None else value.isoformat()

    def name(value: Any) -> str:
        return str(value.name)

    return {
        "start": day(found.start),
        "moment": day(found.moment),
        "events": list(found.events),
        "obligation": {
            "id": found.obligation,
            "gistZh": found.gist_zh,
            "gistEn": found.gist_en,
            "provision": found.provision,
            "binding": found.binding,
        },
        "notices": {
            "source": found.notices.source,
            "firstYear": found.notices.first_year,
            "lastYear": found.notices.last_year,
            "finalThrough": day(found.notices.final_through),
        },
        "dates": {
            "totalCount": len(found.dates),
            "nodes": [
                {
                    "clock": {
                        "deadline": {"id": one.clock.deadline},
                        "importedFrom": one.clock.imported_from,
                        "through": one.clock.through,
                        "basis": name(one.clock.basis),
                        "confidence": name(one.clock.confidence),
                        "unverified": one.clock.unverified,
                    },
                    "end": name(one.end),
                    "day": day(one.day),
                    "at": day(one.at),
                    "earliest": day(one.earliest),
                    "latest": day(one.latest),
                    "opens": day(one.opens),
                    "periodEnd": day(one.period_end),
                    "workingDay": day(one.working_day),
                    "occurrences": [day(each) for each in one.occurrences],
                    "whyNot": one.why_not
                    and {"reason": name(one.why_not), "textZh": one.why_not.zh, "textEn": one.why_not.doc},
                    "skipped": [_as_day(each) for each in one.skipped],
                    "madeUp": [_as_day(each) for each in one.made_up],
                    "rules": [{"rule": name(rule), "textZh": rule.zh, "textEn": rule.doc} for rule in one.rules],
                }
                for one in found.dates
            ],
        },
    }


def _as_day(day: Any) -> dict[str, str]:
    return {"day": day.day.isoformat(), "kind": day.kind.name, "nameZh": day.name_zh, "nameEn": day.name_en}
