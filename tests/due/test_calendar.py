"""Which days are worked in mainland China, and for which years that is known."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import chinese_calendar
import pytest

from graph.clock.arrangements import ALWAYS_OFF, ARRANGEMENTS, Arrangement, may_be_moved_by_the_next_year
from graph.clock.calendar import Day, DayKind, announced

CALENDAR = announced()
HELD = [
    date(CALENDAR.first_year, 1, 1) + timedelta(days=n)
    for n in range((CALENDAR.final_through - date(CALENDAR.first_year, 1, 1)).days + 1)
]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2025, 9, 26), Day(date(2025, 9, 26), DayKind.WORKING, "星期五", "Friday")),
        (date(2025, 9, 27), Day(date(2025, 9, 27), DayKind.WEEKEND, "星期六", "Saturday")),
        (date(2025, 9, 28), Day(date(2025, 9, 28), DayKind.MAKE_UP, "国庆节", "National Day")),
        (date(2025, 10, 4), Day(date(2025, 10, 4), DayKind.HOLIDAY, "国庆节", "National Day")),
        (date(2025, 10, 6), Day(date(2025, 10, 6), DayKind.HOLIDAY, "中秋", "Mid-autumn Festival")),
        (date(2025, 10, 8), Day(date(2025, 10, 8), DayKind.HOLIDAY, "国庆节", "National Day")),
        (date(2025, 10, 11), Day(date(2025, 10, 11), DayKind.MAKE_UP, "国庆节", "National Day")),
        (date(2026, 2, 23), Day(date(2026, 2, 23), DayKind.HOLIDAY, "春节", "Spring Festival")),
        (date(2020, 1, 31), Day(date(2020, 1, 31), DayKind.HOLIDAY, "春节", "Spring Festival")),
    ],
)
def test_a_day_is_named_as_the_notice_has_it(day: date, told: Day) -> None:
    assert CALENDAR.on(day) == told


def test_every_day_is_worked_or_not_as_the_package_itself_says() -> None:
    differing = [day for day in HELD if (known := CALENDAR.on(day)) and known.works != chinese_calendar.is_workday(day)]

    assert differing == []


def test_the_years_are_those_that_the_package_holds() -> None:
    assert (CALENDAR.first_year, CALENDAR.last_year) == (
        min(chinese_calendar.holidays).year,
        max(chinese_calendar.holidays).year,
    )
    assert {day.year for day in chinese_calendar.workdays} <= set(range(CALENDAR.first_year, CALENDAR.last_year + 1))


def test_nothing_is_said_of_a_year_without_notice() -> None:
    assert CALENDAR.on(date(CALENDAR.last_year + 1, 1, 1)) is None
    assert CALENDAR.on(date(CALENDAR.first_year - 1, 12, 31)) is None


def test_the_last_days_of_the_last_year_wait_for_the_next_notice() -> None:
    """The notice for 2023 took 31 December 2022 off, that for 2019 made 29 December 2018 a working day."""
    assert CALENDAR.through(2022).on(date(2022, 12, 31)) is None
    assert CALENDAR.through(2018).on(date(2018, 12, 29)) is None
    assert CALENDAR.through(2018).final_through == date(2018, 12, 28)
    assert CALENDAR.through(2026).final_through == date(2026, 12, 28)


def test_no_notice_ever_reached_further_back_into_december() -> None:
    moved = [day for day in (*chinese_calendar.holidays, *chinese_calendar.workdays) if day.month == 12]

    assert [day for day in moved if not may_be_moved_by_the_next_year(day)] == []


def test_every_notice_so_far_keeps_within_the_limits() -> None:
    """Each day that a notice moved lies within the span of its own holiday, and no holiday had more of them."""
    limits = {arrangement.holiday: arrangement for arrangement in ARRANGEMENTS}
    off: Counter[tuple[str, date]] = Counter()
    made_up: Counter[tuple[str, date]] = Counter()

    for day, (holiday, _) in CALENDAR.off.items():
        if day.weekday() < 5:
            span = _of(holiday, limits).off.over(day)
            assert span, (holiday, day)
            off[_of(holiday, limits).holiday, span[0]] += 1
    for day, (holiday, _) in CALENDAR.made_up.items():
        span = _of(holiday, limits).made_up.over(day)
        assert span, (holiday, day)
        made_up[_of(holiday, limits).holiday, span[0]] += 1

    assert {key for key, days in off.items() if days > limits[key[0]].most_off} == set()
    assert {key for key, days in made_up.items() if days > limits[key[0]].most_made_up} == set()


def test_what_the_law_fixes_was_never_worked() -> None:
    worked = [day for day in HELD if (day.month, day.day) in ALWAYS_OFF and (known := CALENDAR.on(day)) and known.works]

    assert worked == []


def _of(holiday: str, limits: dict[str, Arrangement]) -> Arrangement:
    return limits.get(holiday, limits["其他特别安排"])
