"""Counting time as Chinese law counts it: working days, calendar days, months and years, hours.

Periods end as the Civil Code has it (arts. 200 to 204). Pure: what a day is, the calendar says; where its notices end,
an answer is two bounds and no day.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from graph.clock.arrangements import Scenario
from graph.clock.calendar import ONE_DAY, Calendar, Day, DayKind
from graph.vocabulary import DeadlineUnit


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Where a count ends: on ``day``, or within the bounds when a year that it needs has no notice yet.

    All three are None where the calendar begins only later. ``skipped`` are the rest days passed over and ``made_up``
    the make-up days counted, in order of time, as far as they are known.
    """

    day: date | None
    earliest: date | None = None
    latest: date | None = None
    skipped: tuple[Day, ...] = ()
    made_up: tuple[Day, ...] = ()


def working_days_after(start: date, n: int, calendar: Calendar) -> Reckoned:
    """The n-th working day after the start, whose own day is not counted; the start itself for none."""
    return _walk(start, n, calendar, step=ONE_DAY)


def working_days_before(end: date, n: int, calendar: Calendar) -> Reckoned:
    """The n-th working day before that day, which is not counted."""
    return _walk(end, n, calendar, step=-ONE_DAY)


def moved_on(last: date, calendar: Calendar) -> Reckoned:
    """The day itself, or when it is a rest day the first working day after it (Civil Code art. 203 par. 1)."""
    return _walk(last - ONE_DAY, 1, calendar, step=ONE_DAY)


def last_working_day_through(last: date, calendar: Calendar) -> date | None:
    """The day itself, or when it is a rest day the last working day before it; None when that is not known."""
    return _walk(last + ONE_DAY, 1, calendar, step=-ONE_DAY).day


def later(start: date, n: int, unit: DeadlineUnit) -> date:
    """The last day of n days, months or years after the start, before it is moved on (Civil Code arts. 201, 202).

    A negative n counts back.

    >>> later(date(2024, 1, 31), 1, DeadlineUnit.MONTH), later(date(2024, 2, 29), 1, DeadlineUnit.YEAR)
    (datetime.date(2024, 2, 29), datetime.date(2025, 2, 28))
    """
    match unit:
        case DeadlineUnit.DAY:
            return start + n * ONE_DAY
        case DeadlineUnit.MONTH | DeadlineUnit.YEAR:
            year, month = divmod(start.year * 12 + start.month - 1 + n * (12 if unit is DeadlineUnit.YEAR else 1), 12)
            return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    raise TypeError(f"{unit} is not counted in whole calendar days")


def is_month_end_instead(start: date, end: date) -> bool:
    """Whether the month of the end lacks the corresponding day, so that its last day stands for it (art. 202)."""
    return end.day < start.day


def moment_later(start: datetime, n: int, unit: DeadlineUnit) -> datetime:
    """n hours or minutes on from the moment itself, through nights and rest days (art. 201 par. 2)."""
    return start + (timedelta(hours=n) if unit is DeadlineUnit.HOUR else timedelta(minutes=n))


def _walk(start: date, n: int, calendar: Calendar, *, step: timedelta) -> Reckoned:
    skipped: list[Day] = []
    made_up: list[Day] = []
    day, left = start, n
    while left:
        day += step
        known = calendar.on(day)
        if known is None:
            break
        left -= known.works
        if known.kind is DayKind.MAKE_UP:
            made_up.append(known)
        elif not known.works:
            skipped.append(known)
    passed = (tuple(sorted(skipped, key=_when)), tuple(sorted(made_up, key=_when)))
    if not left:
        return Reckoned(day, None, None, *passed)
    ends = [_end(start, n, calendar, fewest=fewest, step=step) for fewest in (False, True)]
    reached = [end for end in ends if end is not None]
    return (
        Reckoned(None, min(reached), max(reached), *passed)
        if len(reached) == 2
        else Reckoned(None, None, None, *passed)
    )


def _end(start: date, n: int, calendar: Calendar, *, fewest: bool, step: timedelta) -> date | None:
    """Where the count ends in that extreme; None when it needs days before the calendar begins."""
    scenario = Scenario(fewest=fewest)
    day, left = start, n
    while left:
        day += step
        if calendar.begins_after(day):
            return None
        known = calendar.on(day)
        left -= known.works if known else scenario.works(day, backwards=step < timedelta())
    return day


def _when(day: Day) -> date:
    return day.day
