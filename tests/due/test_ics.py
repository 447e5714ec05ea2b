"""A plan as an iCalendar file, read back by the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from graph.clock.calendar import announced
from graph.clock.due import DueDates, Notices, due_dates
from graph.clock.ics import calendar_file
from graph.deadlines import Clock
from graph.vocabulary import Binds, DeadlineKind, DeadlineUnit, ImportMode

Made = Callable[..., Clock]
STAMP = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
HELD = announced().through(2026)


def plan(*clocks: Clock, start: date = date(2025, 9, 26)) -> DueDates:
    dates = tuple(due_dates(clocks, start, calendar=HELD))
    notices = Notices(HELD.source, HELD.first_year, HELD.last_year, HELD.final_through)
    moment = start if isinstance(start, datetime) else None
    return DueDates(
        "cn.ob.rule.file", "办理备案；及时", "file, in time", "cn.rule.art-24.par-1", True, start, moment, None, (), dates,
        notices, "r1",
    )  # fmt: skip


def written(dues: DueDates) -> Calendar:
    read = Calendar.from_ical(calendar_file([dues], stamped=STAMP))
    assert isinstance(read, Calendar)
    return read


def events(dues: DueDates) -> list[Event]:
    return list(written(dues).events)


def test_a_due_day_is_an_all_day_entry_in_both_languages(clock: Made) -> None:
    (event,) = events(plan(clock()))

    assert event.decoded("dtstart") == date(2025, 10, 16)
    assert event.decoded("dtstamp") == STAMP
    assert str(event["summary"]) == "【不迟于】办理备案；及时 / by: file, in time"
    assert (str(event["status"]), str(event["transp"])) == ("CONFIRMED", "TRANSPARENT")
    assert event.errors == []


def test_the_entry_tells_article_basis_rules_and_each_day_passed_over(clock: Made) -> None:
    imported = clock(
        mode=ImportMode.IMPORTED, imported_from="cn.algo.art-24.par-1", through="cn.genai.art-17.par-1",
        procedure="cn.proc.filing", procedure_name_zh="备案", procedure_name_en="filing",
    )  # fmt: skip

    (event,) = events(plan(imported))

    lines = str(event["description"]).split("\n")
    assert lines[:3] == [
        "依据 Basis: cn.rule.art-24.par-1 · STATUTE · primary",
        "引用 Imported (imported): cn.algo.art-24.par-1 via cn.genai.art-17.par-1",
        "程序 Procedure: 备案 filing (cn.proc.filing)",
    ]
    assert any("《民法典》第二百零一条第一款" in line for line in lines)
    assert "不计 Skipped: 2025-10-06 中秋 Mid-autumn Festival (holiday)" in lines
    assert "调休上班 Make-up working day: 2025-10-11 国庆节 National Day" in lines


def test_the_same_plan_has_the_same_names_and_no_two_alike(clock: Made) -> None:
    dues = plan(
        clock(),
        clock(n=2, n_max=3, unit=DeadlineUnit.MONTH),
        clock(kind=DeadlineKind.EVERY, n=1, unit=DeadlineUnit.YEAR),
    )

    names = [str(event["uid"]) for event in events(dues)]

    assert names == [str(event["uid"]) for event in events(dues)]
    assert len(set(names)) == len(names) == 6
    assert names[0] == "cn.ob.rule.file/own/cn.deadline.rule.file/single/2025-09-26@guikou"


def test_an_entry_keeps_its_name_when_the_year_is_announced(clock: Made) -> None:
    known = plan(clock(), start=date(2024, 12, 24))
    cut = plan(start=date(2024, 12, 24))
    then = DueDates(
        cut.obligation, cut.gist_zh, cut.gist_en, cut.provision, True, cut.start, None, None, (),
        tuple(due_dates([clock()], cut.start, calendar=HELD.through(2024))), cut.notices, "r0",
    )  # fmt: skip

    (before,), (after,) = events(then), events(known)

    assert before["uid"] == after["uid"]
    assert (str(before["status"]), str(after["status"])) == ("TENTATIVE", "CONFIRMED")
    assert before.decoded("dtstart") < after.decoded("dtstart")
    assert "【最早】" in str(before["summary"])


def test_a_moment_is_a_timed_entry(clock: Made) -> None:
    (event,) = events(plan(clock(n=24, unit=DeadlineUnit.HOUR), start=datetime(2025, 9, 30, 23, 30)))

    assert event.decoded("dtstart") == datetime(2025, 10, 1, 15, 30, tzinfo=UTC)
    assert event.decoded("dtstart").utcoffset() == timedelta()


def test_each_next_time_is_an_entry(clock: Made) -> None:
    found = events(plan(clock(kind=DeadlineKind.EVERY, n=1, unit=DeadlineUnit.YEAR)))

    assert [event.decoded("dtstart") for event in found] == [date(2026, 9, 26), date(2027, 9, 26), date(2028, 9, 26)]


def test_the_authority_and_practice_are_labelled(clock: Made) -> None:
    of_authority = clock(binds=Binds.AUTHORITY, case_en="number and publication")
    usual = clock(binds=Binds.AUTHORITY, n=2, n_max=3, unit=DeadlineUnit.MONTH, case_en="usual duration")

    summaries = [str(event["summary"]) for event in events(plan(of_authority, usual))]

    assert summaries == [
        "【主管部门·不迟于】办理备案；及时 / authority, by: number and publication",
        "【实践区间下限】办理备案；及时 / usual in practice, lower end: usual duration",
        "【实践区间上限】办理备案；及时 / usual in practice, upper end: usual duration",
    ]


def test_a_clock_without_a_day_is_named_in_the_description_of_the_calendar(clock: Made) -> None:
    read = written(
        plan(clock(), clock(kind=DeadlineKind.PROMPTLY, n=None, unit=None, deadline="cn.deadline.rule.report"))
    )

    assert len(read.events) == 1
    assert "cn.ob.rule.file cn.deadline.rule.report: 要求及时，没有具体数字。" in str(read["description"])
    assert "不构成法律意见" in str(read["description"])


def test_no_line_is_longer_than_the_format_allows(clock: Made) -> None:
    text = calendar_file([plan(clock())], stamped=STAMP)

    assert text.endswith("END:VCALENDAR\r\n")
    assert [line for line in text.encode().split(b"\r\n") if len(line) > 75] == []
