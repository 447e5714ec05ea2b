"""Counting time, worked out by hand from the holiday notices, and what holds of it for every day."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.clock.arrangements import ARRANGEMENTS
from graph.clock.calendar import ONE_DAY, announced
from graph.clock.reckoning import (
    Reckoned,
    last_working_day_through,
    later,
    moment_later,
    moved_on,
    working_days_after,
    working_days_before,
)
from graph.vocabulary import DeadlineUnit

CALENDAR = announced()
CHINA = timezone(timedelta(hours=8))

# ---------------------------------------------------------------- by hand


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        pytest.param(date(2025, 9, 26), 10, date(2025, 10, 16), id="National Day 2025: Sunday 28.9. and Saturday 11.10. are worked"),
        pytest.param(date(2026, 2, 9), 10, date(2026, 2, 28), id="Spring Festival 2026: 15.-23.2. off, Saturdays 14. and 28.2. worked"),
        pytest.param(date(2024, 9, 25), 10, date(2024, 10, 14), id="National Day 2024: Sunday 29.9. and Saturday 12.10. are worked"),
        pytest.param(date(2026, 9, 18), 20, date(2026, 10, 22), id="Mid-autumn and National Day 2026, Sunday 20.9. and Saturday 10.10. worked"),
        pytest.param(date(2024, 2, 1), 10, date(2024, 2, 20), id="Spring Festival 2024: the eve is worked, Sundays 4. and 18.2. too"),
        pytest.param(date(2020, 1, 22), 3, date(2020, 2, 4), id="Spring Festival 2020, prolonged to 2 February"),
        pytest.param(date(2025, 12, 24), 10, date(2026, 1, 8), id="New Year 2026: 1.-3.1. off, Sunday 4.1. worked"),
        pytest.param(date(2018, 12, 27), 3, date(2019, 1, 2), id="New Year 2019: Saturday 29.12. worked, 30.12.-1.1. off"),
        pytest.param(date(2026, 4, 28), 5, date(2026, 5, 8), id="Labour Day 2026: 1.-5.5. off"),
        pytest.param(date(2026, 4, 28), 6, date(2026, 5, 9), id="Labour Day 2026: ends on the worked Saturday"),
        pytest.param(date(2025, 6, 1), 30, date(2025, 7, 14), id="30 working days, begun on a holiday"),
        pytest.param(date(2025, 9, 26), 30, date(2025, 11, 13), id="30 working days across National Day"),
        pytest.param(date(2024, 2, 28), 1, date(2024, 2, 29), id="a leap day"),
        pytest.param(date(2025, 10, 4), 1, date(2025, 10, 9), id="begun within a holiday"),
        pytest.param(date(2025, 9, 27), 1, date(2025, 9, 28), id="begun on a Saturday, the Sunday is worked"),
    ],
)  # fmt: skip
def test_working_days_after(start: date, n: int, end: date) -> None:
    assert working_days_after(start, n, CALENDAR).day == end


def test_working_days_before_are_counted_back_over_make_up_days() -> None:
    back = working_days_before(date(2025, 10, 10), 5, CALENDAR)

    assert back.day == date(2025, 9, 26)
    assert [day.day for day in back.made_up] == [date(2025, 9, 28)]
    assert [day.day for day in back.skipped] == [date(2025, 9, 27), *(date(2025, 10, n) for n in range(1, 9))]


def test_each_day_passed_over_is_named() -> None:
    counted = working_days_after(date(2025, 9, 26), 10, CALENDAR)

    assert [(f"{day.day:%m-%d}", day.name_en, day.kind.value) for day in counted.skipped] == [
        ("09-27", "Saturday", "weekend"),
        ("10-01", "National Day", "holiday"),
        ("10-02", "National Day", "holiday"),
        ("10-03", "National Day", "holiday"),
        ("10-04", "National Day", "holiday"),
        ("10-05", "National Day", "holiday"),
        ("10-06", "Mid-autumn Festival", "holiday"),
        ("10-07", "National Day", "holiday"),
        ("10-08", "National Day", "holiday"),
        ("10-12", "Sunday", "weekend"),
    ]
    assert [(f"{day.day:%m-%d}", day.name_zh) for day in counted.made_up] == [("09-28", "国庆节"), ("10-11", "国庆节")]


@pytest.mark.parametrize(
    ("start", "n", "unit", "end"),
    [
        (date(2025, 9, 1), 30, DeadlineUnit.DAY, date(2025, 10, 1)),
        (date(2024, 2, 1), 30, DeadlineUnit.DAY, date(2024, 3, 2)),
        (date(2025, 8, 31), 1, DeadlineUnit.MONTH, date(2025, 9, 30)),
        (date(2024, 1, 31), 1, DeadlineUnit.MONTH, date(2024, 2, 29)),
        (date(2025, 1, 31), 1, DeadlineUnit.MONTH, date(2025, 2, 28)),
        (date(2025, 11, 30), 3, DeadlineUnit.MONTH, date(2026, 2, 28)),
        (date(2025, 9, 26), 3, DeadlineUnit.MONTH, date(2025, 12, 26)),
        (date(2024, 2, 29), 1, DeadlineUnit.YEAR, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, DeadlineUnit.YEAR, date(2028, 2, 29)),
        (date(2026, 6, 1), 3, DeadlineUnit.YEAR, date(2029, 6, 1)),
        (date(2025, 3, 31), -1, DeadlineUnit.MONTH, date(2025, 2, 28)),
        (date(2025, 1, 31), -30, DeadlineUnit.DAY, date(2025, 1, 1)),
    ],
)
def test_days_months_and_years_end_on_the_corresponding_day(start: date, n: int, unit: DeadlineUnit, end: date) -> None:
    assert later(start, n, unit) == end


@pytest.mark.parametrize(
    ("last", "end"),
    [
        pytest.param(date(2025, 10, 1), date(2025, 10, 9), id="a holiday of eight days"),
        pytest.param(date(2025, 10, 12), date(2025, 10, 13), id="a Sunday"),
        pytest.param(date(2025, 10, 11), date(2025, 10, 11), id="a Saturday that is worked"),
        pytest.param(date(2026, 1, 3), date(2026, 1, 4), id="to a Sunday that is worked"),
        pytest.param(date(2025, 10, 10), date(2025, 10, 10), id="a working day"),
    ],
)
def test_a_last_day_that_is_a_rest_day_moves_on(last: date, end: date) -> None:
    assert moved_on(last, CALENDAR).day == end


def test_the_last_working_day_before_a_rest_day() -> None:
    assert last_working_day_through(date(2025, 10, 5), CALENDAR) == date(2025, 9, 30)
    assert last_working_day_through(date(2027, 10, 5), CALENDAR.through(2026)) is None


def test_hours_run_through_midnight_month_and_holiday() -> None:
    begun = datetime(2025, 9, 30, 23, 30, tzinfo=CHINA)

    assert moment_later(begun, 24, DeadlineUnit.HOUR) == datetime(2025, 10, 1, 23, 30, tzinfo=CHINA)
    assert moment_later(begun, 30, DeadlineUnit.MINUTE) == datetime(2025, 10, 1, 0, 0, tzinfo=CHINA)


# ---------------------------------------------------------------- a year without notice


def test_a_year_without_notice_gives_bounds_and_no_day() -> None:
    """New Year 2027 is a Friday. Earliest: 29.-31.12. are worked. Latest: all of them may be off, and three more days in January."""
    counted = working_days_after(date(2026, 12, 24), 5, CALENDAR.through(2026))

    assert counted == Reckoned(
        None, date(2026, 12, 31), date(2027, 1, 8),
        skipped=working_days_after(date(2026, 12, 24), 2, CALENDAR).skipped,
    )  # fmt: skip


def test_a_last_day_in_a_year_without_notice_has_bounds() -> None:
    # A Tuesday far from every holiday: only a special arrangement of two days could move it.
    assert moved_on(date(2027, 3, 16), CALENDAR.through(2026)) == Reckoned(None, date(2027, 3, 16), date(2027, 3, 18))
    # 1 October is off whatever the notice says.
    assert moved_on(date(2027, 10, 1), CALENDAR.through(2026)).earliest == date(2027, 10, 4)


def test_before_the_first_year_there_are_no_bounds_either() -> None:
    first = CALENDAR.first_year

    assert working_days_after(date(first - 1, 12, 20), 10, CALENDAR) == Reckoned(None)
    assert working_days_before(date(first, 1, 10), 20, CALENDAR).day is None


# ---------------------------------------------------------------- for every day

STARTS = st.dates(date(CALENDAR.first_year, 1, 1), date(CALENDAR.last_year - 1, 12, 31))
COUNTS = st.integers(1, 90)


@given(STARTS, STARTS, COUNTS)
def test_a_later_start_never_ends_sooner(one: date, other: date, n: int) -> None:
    first, second = sorted((one, other))

    assert _end(first, n) <= _end(second, n)


@given(STARTS, COUNTS)
def test_exactly_n_working_days_lie_between(start: date, n: int) -> None:
    end = _end(start, n)

    between = [start + k * ONE_DAY for k in range(1, (end - start).days + 1)]
    assert sum(_works(day) for day in between) == n
    assert _works(end)


@given(STARTS, COUNTS)
def test_what_is_skipped_and_counted_is_all_there_is(start: date, n: int) -> None:
    counted = working_days_after(start, n, CALENDAR)

    assert counted.day is not None
    assert (counted.day - start).days == n + len(counted.skipped)
    assert all(not day.works for day in counted.skipped)
    assert all(day.works and day.day.weekday() > 4 for day in counted.made_up)


@given(STARTS, st.integers(0, 45), st.integers(0, 45))
def test_counting_in_two_steps_is_counting_in_one(start: date, a: int, b: int) -> None:
    assert _end(_end(start, a), b) == _end(start, a + b)


@given(STARTS, COUNTS)
def test_counting_back_from_the_day_after_undoes_it(start: date, n: int) -> None:
    begun = _end(start, 1)

    assert working_days_before(_end(begun, n), n, CALENDAR).day == begun


@given(STARTS, st.integers(1, 400))
def test_a_moved_day_is_worked_and_all_before_it_rest(start: date, n: int) -> None:
    last = later(start, n, DeadlineUnit.DAY)
    end = moved_on(last, CALENDAR).day

    if end is not None:
        assert _works(end)
        assert not any(_works(last + k * ONE_DAY) for k in range((end - last).days))


@settings(max_examples=400)
@given(st.integers(CALENDAR.first_year, CALENDAR.last_year - 1), st.integers(-40, 700), COUNTS)
def test_bounds_hold_the_day_that_a_later_notice_gave(cut: int, offset: int, n: int) -> None:
    """The calendar is cut at a year whose successors are known: what they gave lies within."""
    start = min(date(cut, 12, 31) + offset * ONE_DAY, CALENDAR.final_through - 250 * ONE_DAY)

    _holds(working_days_after(start, n, CALENDAR.through(cut)), _end(start, n))
    moved = moved_on(start, CALENDAR).day
    assert moved is not None
    _holds(moved_on(start, CALENDAR.through(cut)), moved)


@settings(max_examples=200)
@given(st.integers(CALENDAR.first_year + 1, CALENDAR.last_year - 1), st.integers(0, 330), COUNTS)
def test_bounds_hold_also_counting_back(cut: int, offset: int, n: int) -> None:
    event = date(cut, 12, 31) + min(offset, (CALENDAR.final_through - date(cut, 12, 31)).days) * ONE_DAY
    true = working_days_before(event, n, CALENDAR).day

    assert true is not None
    _holds(working_days_before(event, n, CALENDAR.through(cut)), true)


def test_bounds_hold_for_every_new_year_and_the_special_days_of_2015() -> None:
    for cut in range(CALENDAR.first_year, CALENDAR.last_year):
        for offset in (-12, -5, -1, 10, 240):
            start = date(cut, 12, 31) + offset * ONE_DAY
            for n in (1, 3, 5, 10, 20):
                true = _end(start, n)
                _holds(working_days_after(start, n, CALENDAR.through(cut)), true)


@given(STARTS, COUNTS, st.integers(CALENDAR.first_year, CALENDAR.last_year))
def test_what_is_announced_does_not_change_with_later_notices(start: date, n: int, cut: int) -> None:
    early = working_days_after(start, n, CALENDAR.through(cut))

    assert early.day is None or early == working_days_after(start, n, CALENDAR)


@given(st.dates(date(CALENDAR.last_year + 1, 1, 1), date(CALENDAR.last_year + 40, 12, 31)), COUNTS)
def test_bounds_are_never_a_day(start: date, n: int) -> None:
    counted = working_days_after(start, n, CALENDAR)

    assert counted.day is None
    assert counted.earliest is not None
    assert counted.latest is not None
    assert start + n * ONE_DAY <= counted.earliest <= counted.latest
    # No more than all weekends and all days off that may be lie between.
    years = counted.latest.year - start.year + 1
    assert (counted.latest - start).days <= n * 7 / 5 + 3 + years * sum(a.most_off for a in ARRANGEMENTS) * 7 / 5


def _end(start: date, n: int) -> date:
    end = working_days_after(start, n, CALENDAR).day
    assert end is not None
    return end


def _works(day: date) -> bool:
    known = CALENDAR.on(day)
    assert known is not None
    return known.works


def _holds(counted: Reckoned, true: date) -> None:
    if counted.day is not None:
        assert counted.day == true
    else:
        assert counted.earliest is not None
        assert counted.latest is not None
        assert counted.earliest <= true <= counted.latest
