"""By which day: what the clocks of an obligation come to, counted from the day on which their event happened.

A clock without a number, or one that needs a year whose holidays are not announced, gets a typed reason and no day.
Every answer names the rules by which it was counted, and each rest day that was passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from graph.clock.calendar import Calendar, announced
from graph.clock.counted import Due, counted, event_of
from graph.clock.rules_of_time import NoDay
from graph.deadlines import Clock, deadlines_of
from graph.errors import UsedWrongly
from graph.lookup import nodes
from graph.store import Store
from graph.view import View

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The one civil time of the mainland, without summer time since 1991."""


@dataclass(frozen=True, slots=True)
class Notices:
    """Which holiday notices were counted by; no later notice moves a day through ``final_through``."""

    source: str
    first_year: int
    last_year: int
    final_through: date


@dataclass(frozen=True, slots=True)
class DueDates:
    """The clocks of one obligation, each counted as though its own event fell on ``start``.

    ``events`` are the events from which they run, as far as the rules name them: with several, one day cannot be right
    for all of them, and ``event`` names the one that is meant.
    """

    obligation: str
    gist_zh: str
    gist_en: str
    provision: str | None
    binding: bool
    start: date
    moment: datetime | None
    event: str | None
    events: tuple[str, ...]
    dates: tuple[Due, ...]
    notices: Notices
    revision: str


def due_dates_of(
    store: Store,
    obligation: str,
    start: date,
    view: View,
    *,
    event: str | None = None,
    calendar: Calendar | None = None,
) -> DueDates:
    """Ask for the clocks of an obligation in that view and count each; ``UsedWrongly`` when there is no such obligation."""
    clocks = deadlines_of(store, obligation, view)
    row = nodes(store, "Obligation", [obligation])[obligation]
    calendar = calendar or announced()
    dates = due_dates(clocks, start, event=event, calendar=calendar)
    day, moment = _started(start)
    return DueDates(
        obligation,
        str(row["gist_zh"]),
        str(row["gist_en"]),
        None if row["provision"] is None else str(row["provision"]),
        bool(row["binding"]),
        day,
        moment,
        event,
        _events(clocks),
        tuple(dates),
        Notices(calendar.source, calendar.first_year, calendar.last_year, calendar.final_through),
        str(row["revision"]),
    )


def due_dates(
    clocks: Iterable[Clock], start: date, *, event: str | None = None, calendar: Calendar | None = None
) -> list[Due]:
    """What each clock comes to, in the order given; a clock with a range gives its two ends.

    ``start`` is the day of the event from which a clock runs, or before which it asks to act. A ``datetime`` is a moment:
    in China where it names no zone. ``event`` names one event by words of its Chinese or English name: clocks that run
    from another one answer ``OTHER_EVENT``. Raises ``UsedWrongly`` when no clock runs from it.
    """
    asked = list(clocks)
    if event is not None and not any(event.casefold() in known.casefold() for known in _events(asked)):
        raise UsedWrongly(_no_such_event(event, asked))
    try:
        day, moment = _started(start)
        found = [due for clock in asked for due in counted(clock, day, moment, calendar or announced())]
    except (OverflowError, ValueError) as error:
        raise UsedWrongly(f"start: {start} lies at the end of all dates, so nothing can be counted from it.") from error
    return [_of_event(due, event) for due in found]


def moment_of(day: date, clock_time: time | None) -> date:
    """A day with the time of day, where one is given: in China where it names no zone."""
    return day if clock_time is None else datetime.combine(day, clock_time)


def _started(start: date) -> tuple[date, datetime | None]:
    if not isinstance(start, datetime):
        return start, None
    there = start.replace(tzinfo=CHINA) if start.tzinfo is None else start.astimezone(CHINA)
    return there.date(), there


def _of_event(due: Due, event: str | None) -> Due:
    runs_from = event_of(due.clock)
    if event is None or runs_from is None or event.casefold() in runs_from.casefold():
        return due
    return Due(due.clock, due.end, why_not=NoDay.OTHER_EVENT)


def _events(clocks: Sequence[Clock]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(event for clock in clocks if (event := event_of(clock))))


def _no_such_event(event: str, clocks: Sequence[Clock]) -> str:
    known = _events(clocks)
    hint = f"Its clocks run from: {'; '.join(known)}." if known else "No clock of it names an event: leave it out."
    return f'event: no clock of this obligation runs from "{event}". {hint}'
