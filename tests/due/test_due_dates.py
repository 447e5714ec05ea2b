"""What a clock comes to, by its kind and unit: a day, or a typed reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from graph.clock.calendar import announced
from graph.clock.counted import Due
from graph.clock.due import due_dates, moment_of
from graph.clock.rules_of_time import UNTIL, NoDay, RangeEnd, Rule
from graph.deadlines import Clock
from graph.errors import UsedWrongly
from graph.vocabulary import Binds, DeadlineKind, DeadlineUnit

Made = Callable[..., Clock]
CALENDAR = announced()
CHINA = timezone(timedelta(hours=8))
SERVICE = date(2025, 9, 26)


def due(clock: Clock, start: date = SERVICE) -> Due:
    (only,) = due_dates([clock], start, calendar=CALENDAR)
    return only


# ---------------------------------------------------------------- within


def test_working_days(clock: Made) -> None:
    found = due(clock())

    assert (found.day, found.why_not, found.end) == (date(2025, 10, 16), None, RangeEnd.SINGLE)
    assert found.rules == (Rule.START_NOT_COUNTED, Rule.WORKING_DAYS_ONLY, Rule.END_OF_DAY)
    assert len(found.skipped) == 10
    assert len(found.made_up) == 2


def test_calendar_days_whose_last_day_is_a_holiday_move_on(clock: Made) -> None:
    found = due(clock(n=30, unit=DeadlineUnit.DAY), date(2025, 9, 1))

    assert (found.day, found.period_end) == (date(2025, 10, 9), date(2025, 10, 1))
    assert [day.day for day in found.skipped] == [date(2025, 10, n) for n in range(1, 9)]
    assert Rule.LAST_DAY_MOVES_ON in found.rules


def test_calendar_days_that_end_on_a_working_day_stay(clock: Made) -> None:
    found = due(clock(n=30, unit=DeadlineUnit.DAY), date(2025, 9, 11))

    # Saturday the 11th of October is worked.
    assert (found.day, found.period_end, found.skipped) == (date(2025, 10, 11), None, ())
    assert found.rules == (Rule.START_NOT_COUNTED, Rule.END_OF_DAY)


def test_months_end_on_the_last_day_where_there_is_no_corresponding_one(clock: Made) -> None:
    found = due(clock(n=1, unit=DeadlineUnit.MONTH), date(2025, 1, 31))

    assert found.day == date(2025, 2, 28)
    assert Rule.MONTH_END in found.rules
    assert Rule.CORRESPONDING_DAY not in found.rules


def test_more_haste_keeps_the_number_as_its_outer_limit(clock: Made) -> None:
    found = due(clock(kind=DeadlineKind.AT_ONCE))

    assert found.day == date(2025, 10, 16)
    assert Rule.OUTER_LIMIT in found.rules


# ---------------------------------------------------------------- hours and minutes


def test_hours_run_from_the_moment_through_midnight_and_holidays(clock: Made) -> None:
    found = due(clock(n=24, unit=DeadlineUnit.HOUR), datetime(2025, 9, 30, 23, 30))

    assert (found.at, found.day) == (datetime(2025, 10, 1, 23, 30, tzinfo=CHINA), date(2025, 10, 1))
    assert found.rules == (Rule.FROM_THE_MOMENT,)


def test_a_moment_elsewhere_is_told_in_the_time_of_china(clock: Made) -> None:
    elsewhere = datetime(2025, 9, 30, 15, 45, tzinfo=UTC)

    assert due(clock(n=30, unit=DeadlineUnit.MINUTE), elsewhere).at == datetime(2025, 10, 1, 0, 15, tzinfo=CHINA)
    # 17:00 in London is already the next day in China, and that day is not counted.
    assert due(clock(n=1, unit=DeadlineUnit.DAY), datetime(2025, 9, 22, 17, 0, tzinfo=UTC)).day == date(2025, 9, 24)


def test_hours_need_a_moment(clock: Made) -> None:
    found = due(clock(n=24, unit=DeadlineUnit.HOUR))

    assert (found.day, found.at, found.why_not) == (None, None, NoDay.HOUR_NOT_GIVEN)


# ---------------------------------------------------------------- before


def test_before_an_event_means_the_day_before_at_the_latest(clock: Made) -> None:
    found = due(clock(kind=DeadlineKind.BEFORE, n=None, unit=None), date(2025, 10, 6))

    assert (found.day, found.working_day, found.rules) == (date(2025, 10, 5), date(2025, 9, 30), (Rule.DAY_BEFORE,))


def test_before_an_event_that_is_not_named_has_no_day(clock: Made) -> None:
    found = due(clock(kind=DeadlineKind.BEFORE, n=None, unit=None, from_zh=None, from_en=None))

    assert (found.day, found.why_not) == (None, NoDay.BEFORE_EVENT)


@pytest.mark.parametrize("words", ["提前30日", "三十日前"])
def test_notice_is_counted_back_and_moves_nowhere(clock: Made, words: str) -> None:
    found = due(clock(kind=DeadlineKind.BEFORE, n=30, unit=DeadlineUnit.DAY, word_zh=words), date(2025, 11, 10))

    # The 11th is worked; counted from a day later it would be Sunday the 12th, and the last working day the 11th.
    assert (found.day, found.working_day) == (date(2025, 10, 11), None)
    assert due(found.clock, date(2025, 11, 11)).working_day == date(2025, 10, 11)
    assert found.rules == (Rule.COUNTED_BACK,)


def test_the_last_stretch_before_an_event_opens_on_the_day_counted_back(clock: Made) -> None:
    found = due(clock(kind=DeadlineKind.BEFORE, n=5, word_zh="届满前五个工作日内"), date(2025, 10, 10))

    assert (found.opens, found.day) == (date(2025, 9, 26), date(2025, 10, 9))


def test_a_number_before_an_event_that_may_mean_either_has_bounds(clock: Made) -> None:
    found = due(clock(kind=DeadlineKind.BEFORE, n=5, word_zh="五个工作日"), date(2025, 10, 10))

    assert (found.day, found.why_not) == (None, NoDay.BEFORE_EVENT)
    assert (found.earliest, found.latest) == (date(2025, 9, 26), date(2025, 10, 9))


# ---------------------------------------------------------------- lasting, recurring


def test_what_is_kept_is_kept_through_the_last_day_and_no_further(clock: Made) -> None:
    found = due(clock(kind=DeadlineKind.AT_LEAST, n=6, unit=DeadlineUnit.MONTH), date(2025, 4, 5))

    assert (found.day, found.period_end) == (date(2025, 10, 5), None)
    assert found.rules == (Rule.START_NOT_COUNTED, Rule.CORRESPONDING_DAY, Rule.KEPT_THROUGH)


def test_what_lasts_for_years_needs_no_holiday_notice(clock: Made) -> None:
    found = due(clock(kind=DeadlineKind.LASTING, n=3, unit=DeadlineUnit.YEAR), date(2026, 11, 25))

    assert (found.day, found.why_not) == (date(2029, 11, 25), None)


def test_what_recurs_tells_the_next_times_each_from_the_start(clock: Made) -> None:
    found = due(clock(kind=DeadlineKind.EVERY, n=1, unit=DeadlineUnit.MONTH), date(2025, 1, 31))

    assert found.day == date(2025, 2, 28)
    assert found.occurrences == (date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30))
    assert found.rules == (Rule.START_NOT_COUNTED, Rule.MONTH_END, Rule.CORRESPONDING_DAY, Rule.NEXT_OCCURRENCES)


# ---------------------------------------------------------------- no number


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (DeadlineKind.WITHIN, NoDay.NO_NUMBER),
        (DeadlineKind.AT_ONCE, NoDay.AT_ONCE),
        (DeadlineKind.PROMPTLY, NoDay.PROMPTLY),
        (DeadlineKind.EVERY, NoDay.PERIODIC),
        (DeadlineKind.BY_DATE, NoDay.BY_DATE),
        (DeadlineKind.AT_LEAST, NoDay.NO_NUMBER),
        (DeadlineKind.LASTING, NoDay.NO_NUMBER),
    ],
)
def test_a_clock_without_a_number_says_why_it_has_no_day(clock: Made, kind: DeadlineKind, why: NoDay) -> None:
    found = due(clock(kind=kind, n=None, unit=None))

    assert found == Due(found.clock, RangeEnd.SINGLE, why_not=why)


def test_every_kind_of_clock_has_words_for_its_day() -> None:
    assert set(UNTIL) == set(DeadlineKind)


@pytest.mark.parametrize("kind", list(DeadlineKind))
@pytest.mark.parametrize("unit", list(DeadlineUnit))
@pytest.mark.parametrize("start", [SERVICE, datetime(2026, 12, 24, 12, 0), date(2003, 5, 1), date(2031, 5, 1)])
def test_every_clock_has_a_day_or_a_reason_and_never_both(
    clock: Made, kind: DeadlineKind, unit: DeadlineUnit, start: date
) -> None:
    found = due(clock(kind=kind, unit=unit), start)

    assert (found.day is None) is (found.why_not is not None)
    assert (found.earliest is None) is (found.latest is None)
    assert found.day is None or found.earliest is None


# ---------------------------------------------------------------- ranges and the authority


def test_the_ends_of_a_range_are_answers_of_their_own(clock: Made) -> None:
    practice = clock(n=2, n_max=3, unit=DeadlineUnit.MONTH, binds=Binds.AUTHORITY)

    lower, upper = due_dates([practice], SERVICE, calendar=CALENDAR)

    assert (lower.end, lower.day) == (RangeEnd.LOWER, date(2025, 11, 26))
    assert (upper.end, upper.day) == (RangeEnd.UPPER, date(2025, 12, 26))
    assert Rule.RANGE_OF_PRACTICE in lower.rules
    assert Rule.RANGE_OF_PRACTICE in upper.rules


# ---------------------------------------------------------------- which event


def test_clocks_of_another_event_than_the_one_named_stay_with_their_reason(clock: Made) -> None:
    filing = clock()
    receipt = clock(deadline="cn.deadline.rule.file.2", from_zh="收到材料", from_en="receipt of the papers")
    unnamed = clock(deadline="cn.deadline.rule.file.3", from_zh=None, from_en=None)

    found = due_dates([filing, receipt, unnamed], SERVICE, event="Service", calendar=CALENDAR)

    assert [(one.day, one.why_not) for one in found] == [
        (date(2025, 10, 16), None),
        (None, NoDay.OTHER_EVENT),
        (date(2025, 10, 16), None),
    ]


def test_an_event_that_no_clock_knows_is_refused_with_those_they_know(clock: Made) -> None:
    with pytest.raises(UsedWrongly) as refused:
        due_dates([clock()], SERVICE, event="closing", calendar=CALENDAR)

    assert str(refused.value) == (
        'event: no clock of this obligation runs from "closing". Its clocks run from: 提供服务之日 the day of service.'
    )


# ---------------------------------------------------------------- where the calendar ends


def test_a_year_without_notice_is_never_guessed(clock: Made) -> None:
    (found,) = due_dates([clock()], date(2026, 12, 20), calendar=CALENDAR.through(2026))

    assert (found.day, found.why_not) == (None, NoDay.CALENDAR_NOT_ANNOUNCED)
    # Six are counted by the 28th of December. Earliest: 29th, 30th, 31st, Saturday the 2nd. Latest: 6th, 7th, 8th, 11th.
    assert (found.earliest, found.latest) == (date(2027, 1, 2), date(2027, 1, 11))
    assert [day.day for day in found.skipped] == [date(2026, 12, 26), date(2026, 12, 27)]


def test_months_that_end_in_a_year_without_notice_have_bounds_too(clock: Made) -> None:
    months = clock(n=3, unit=DeadlineUnit.MONTH)

    (found,) = due_dates([months], date(2026, 10, 3), calendar=CALENDAR.through(2026))

    # Sunday the 3rd of January 2027 may be made a working day, or up to the 7th may be off.
    assert (found.day, found.why_not, found.period_end) == (None, NoDay.CALENDAR_NOT_ANNOUNCED, date(2027, 1, 3))
    assert (found.earliest, found.latest) == (date(2027, 1, 3), date(2027, 1, 7))
    assert Rule.LAST_DAY_MOVES_ON not in found.rules


def test_a_year_before_the_calendar_has_no_bounds(clock: Made) -> None:
    found = due(clock(), date(CALENDAR.first_year - 1, 6, 1))

    assert (found.why_not, found.earliest, found.latest) == (NoDay.CALENDAR_NOT_HELD, None, None)


@pytest.mark.parametrize("start", [date.max, date.min, datetime.max, datetime(1, 1, 1, tzinfo=CHINA)])
def test_the_end_of_all_dates_is_told_plainly(clock: Made, start: date) -> None:
    clocks = [clock(), clock(n=30, unit=DeadlineUnit.DAY), clock(kind=DeadlineKind.BEFORE, n=None, unit=None)]

    with pytest.raises(UsedWrongly, match="lies at the end of all dates"):
        due_dates(clocks, start, calendar=CALENDAR)


def test_a_time_of_day_makes_a_moment() -> None:
    assert moment_of(SERVICE, None) == SERVICE
    assert moment_of(SERVICE, datetime(1, 1, 1, 9, 30).time()) == datetime(2025, 9, 26, 9, 30)
