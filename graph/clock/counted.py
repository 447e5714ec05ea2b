"""One clock, counted: by its kind and unit, from the day or the moment of its event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from graph.clock.calendar import ONE_DAY, Calendar, Day
from graph.clock.reckoning import (
    Reckoned,
    is_month_end_instead,
    last_working_day_through,
    later,
    moment_later,
    moved_on,
    working_days_after,
    working_days_before,
)
from graph.clock.rules_of_time import NoDay, RangeEnd, Rule
from graph.deadlines import Clock
from graph.vocabulary import DeadlineKind, DeadlineUnit

NEXT_TIMES = 3
"""How many occurrences of a recurring clock are told."""


@dataclass(frozen=True, slots=True)
class Due:
    """What one clock comes to: a ``day``, or else ``why_not``.

    ``day`` is the last day on which to act; for a clock of kind ``at-least`` or ``lasting`` the day through which it
    holds, for ``every`` the next time. ``at`` is the moment, for hours and minutes. ``earliest`` and ``latest`` are
    bounds, where there is no day. ``opens``: the first day on which one may act, for a stretch before an event.
    ``period_end`` is the last day before it moved on. ``working_day``: where ``day`` is a rest day that nothing moves on,
    the last working day before it.
    """

    clock: Clock
    end: RangeEnd
    day: date | None = None
    at: datetime | None = None
    why_not: NoDay | None = None
    earliest: date | None = None
    latest: date | None = None
    opens: date | None = None
    period_end: date | None = None
    working_day: date | None = None
    occurrences: tuple[date, ...] = ()
    skipped: tuple[Day, ...] = ()
    made_up: tuple[Day, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.clock.key} {self.end}"


def counted(clock: Clock, start: date, moment: datetime | None, calendar: Calendar) -> Iterator[Due]:
    """What the clock comes to: one answer, or the two ends of a range, each for itself."""
    if clock.n is None or clock.n_max is None:
        yield _due(Due(clock, RangeEnd.SINGLE), clock.n, start, moment, calendar)
        return
    for end, n in ((RangeEnd.LOWER, clock.n), (RangeEnd.UPPER, clock.n_max)):
        due = _due(Due(clock, end), n, start, moment, calendar)
        yield replace(due, rules=(*due.rules, Rule.RANGE_OF_PRACTICE))


def event_of(clock: Clock) -> str | None:
    """The event from which the clock runs, or before which it asks to act, in Chinese and English."""
    return " ".join(part for part in (clock.from_zh, clock.from_en) if part) or None


def _due(due: Due, n: int | None, start: date, moment: datetime | None, calendar: Calendar) -> Due:
    kind, unit = due.clock.kind, due.clock.unit
    if kind is DeadlineKind.BEFORE and (n is None or unit is None):
        return _before(due, start, calendar)
    if kind is DeadlineKind.BY_DATE or n is None or unit is None:
        return replace(due, why_not=_WITHOUT_NUMBER.get(kind, NoDay.NO_NUMBER))
    if unit in (DeadlineUnit.HOUR, DeadlineUnit.MINUTE):
        return _moment(due, n, unit, moment)
    match kind:
        case DeadlineKind.BEFORE:
            return _counted_back(due, n, unit, start, calendar)
        case DeadlineKind.EVERY:
            return _recurring(due, n, unit, start, calendar)
        case DeadlineKind.AT_LEAST | DeadlineKind.LASTING:
            return _lasting(due, n, unit, start, calendar)
    return _within(due, n, unit, start, calendar)


def _within(due: Due, n: int, unit: DeadlineUnit, start: date, calendar: Calendar) -> Due:
    hasty = due.clock.kind in (DeadlineKind.AT_ONCE, DeadlineKind.PROMPTLY)
    closing = (Rule.END_OF_DAY, Rule.OUTER_LIMIT) if hasty else (Rule.END_OF_DAY,)
    if unit is DeadlineUnit.WORKING_DAY:
        return _ended(due, working_days_after(start, n, calendar), *_forward(start, start, unit), *closing)
    last = later(start, n, unit)
    end = moved_on(last, calendar)
    if end.day == last:
        return _ended(due, end, *_forward(start, last, unit), *closing)
    moving = (Rule.LAST_DAY_MOVES_ON,) if end.day else ()
    return replace(_ended(due, end, *_forward(start, last, unit), *moving, *closing), period_end=last)


def _lasting(due: Due, n: int, unit: DeadlineUnit, start: date, calendar: Calendar) -> Due:
    if unit is DeadlineUnit.WORKING_DAY:
        end = working_days_after(start, n, calendar)
        return _ended(due, end, *_forward(start, start, unit), Rule.KEPT_THROUGH)
    last = later(start, n, unit)
    return replace(due, day=last, rules=(*_forward(start, last, unit), Rule.KEPT_THROUGH))


def _recurring(due: Due, n: int, unit: DeadlineUnit, start: date, calendar: Calendar) -> Due:
    if unit is DeadlineUnit.WORKING_DAY:
        ends = [working_days_after(start, n * k, calendar) for k in range(1, NEXT_TIMES + 1)]
        found = _ended(due, ends[0], *_forward(start, start, unit), Rule.NEXT_OCCURRENCES)
        return replace(found, occurrences=tuple(end.day for end in ends if end.day))
    # Each from the start: going on from 28 February would forget that the interval began on the 31st.
    days = [later(start, n * k, unit) for k in range(1, NEXT_TIMES + 1)]
    rules = dict.fromkeys(rule for day in days for rule in _forward(start, day, unit))
    return replace(due, day=days[0], occurrences=tuple(days), rules=(*rules, Rule.NEXT_OCCURRENCES))


def _before(due: Due, event: date, calendar: Calendar) -> Due:
    if event_of(due.clock) is None:
        return replace(due, why_not=NoDay.BEFORE_EVENT)
    return replace(_no_later_than(due, event - ONE_DAY, calendar), rules=(Rule.DAY_BEFORE,))


def _counted_back(due: Due, n: int, unit: DeadlineUnit, event: date, calendar: Calendar) -> Due:
    """提前… and …前 ask to act that long before at the least, 届满前…内 in the last stretch before; other words leave it open."""
    rules: tuple[Rule, ...] = (Rule.COUNTED_BACK,)
    if unit is DeadlineUnit.WORKING_DAY:
        back = working_days_before(event, n, calendar)
        rules = (Rule.COUNTED_BACK, Rule.WORKING_DAYS_ONLY)
    else:
        back = Reckoned(later(event, -n, unit))
    words = due.clock.word_zh or ""
    found = _ended(due, back, *rules)
    if words.startswith("提前") or words.endswith("前") or found.why_not is NoDay.CALENDAR_NOT_HELD:
        return found if found.day is None else _no_later_than(found, found.day, calendar)
    eve = event - ONE_DAY
    if words.endswith("内"):
        found = replace(found, why_not=None, earliest=None, latest=None, opens=back.day or back.latest)
        return replace(_no_later_than(found, eve, calendar), rules=(Rule.DAY_BEFORE, *rules))
    return replace(found, day=None, why_not=NoDay.BEFORE_EVENT, earliest=back.day or back.earliest, latest=eve)


def _moment(due: Due, n: int, unit: DeadlineUnit, moment: datetime | None) -> Due:
    if moment is None:
        return replace(due, why_not=NoDay.HOUR_NOT_GIVEN)
    back = due.clock.kind is DeadlineKind.BEFORE
    at = moment_later(moment, -n if back else n, unit)
    return replace(due, day=at.date(), at=at, rules=(Rule.FROM_THE_MOMENT, *((Rule.COUNTED_BACK,) if back else ())))


def _ended(due: Due, end: Reckoned, *rules: Rule) -> Due:
    why_not = None
    if end.day is None:
        why_not = NoDay.CALENDAR_NOT_ANNOUNCED if end.earliest else NoDay.CALENDAR_NOT_HELD
    return replace(
        due,
        day=end.day,
        why_not=why_not,
        earliest=end.earliest,
        latest=end.latest,
        skipped=end.skipped,
        made_up=end.made_up,
        rules=rules,
    )


def _no_later_than(due: Due, day: date, calendar: Calendar) -> Due:
    """That day, which no rest day moves on; where it is a rest day, the last working day before it is told too."""
    working_day = last_working_day_through(day, calendar)
    return replace(due, day=day, working_day=None if working_day == day else working_day)


def _forward(start: date, end: date, unit: DeadlineUnit) -> tuple[Rule, ...]:
    match unit:
        case DeadlineUnit.WORKING_DAY:
            return (Rule.START_NOT_COUNTED, Rule.WORKING_DAYS_ONLY)
        case DeadlineUnit.MONTH | DeadlineUnit.YEAR:
            instead = is_month_end_instead(start, end)
            return (Rule.START_NOT_COUNTED, Rule.MONTH_END if instead else Rule.CORRESPONDING_DAY)
    return (Rule.START_NOT_COUNTED,)


_WITHOUT_NUMBER = {
    DeadlineKind.AT_ONCE: NoDay.AT_ONCE,
    DeadlineKind.PROMPTLY: NoDay.PROMPTLY,
    DeadlineKind.EVERY: NoDay.PERIODIC,
    DeadlineKind.BY_DATE: NoDay.BY_DATE,
}
