"""Due days as lines for a terminal: the day first, then every day that was passed over and the rules that were followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from api.text import clocks_text
from graph.clock.calendar import ONE_DAY, Day, DayKind
from graph.clock.counted import Due
from graph.clock.due import DueDates
from graph.clock.rules_of_time import UNTIL, RangeEnd
from graph.vocabulary import Binds

_DAYS_ZH = "一二三四五六日"
_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def due_text(dues: DueDates) -> Iterator[str]:
    """The clocks of one obligation; the rules are told once, below."""
    yield dues.obligation + ("" if dues.binding else "   DRAFT: does not bind")
    yield f"  {dues.gist_zh}"
    yield f"  {dues.gist_en}"
    yield f"  {dues.provision or 'no provision'} · counted from {(dues.moment or dues.start).isoformat()}"
    if not dues.dates:
        yield "  no clock runs for it in this view"
        return
    if len(dues.events) > 1 and dues.event is None:
        yield f"  NOTE: its clocks run from {len(dues.events)} events, each counted as if its own fell on the start; name one by --event:"
        yield from (f"    · {event}" for event in dues.events)
    for clock, ends in groupby(sorted(dues.dates, key=_whose), key=lambda due: due.clock):
        yield ""
        yield from clocks_text([clock])
        for due in ends:
            yield from _due(due)
    yield ""
    for rule in dict.fromkeys(rule for due in dues.dates for rule in due.rules):
        yield f"  · {rule.zh}"
        yield f"    {rule.doc}"
    yield f"  · 放假安排 holiday notices: {dues.notices.source}, {dues.notices.first_year} to {dues.notices.last_year}"


def _due(due: Due) -> Iterator[str]:
    label = _label(due)
    if due.day:
        yield f"      → {label}{' '.join(UNTIL[due.clock.kind])} {_moment(due.at) if due.at else _dated(due.day)}"
    if due.why_not:
        yield f"      → {label}no day: {due.why_not.name}"
        yield f"        {due.why_not.zh}"
        yield f"        {due.why_not.doc}"
    if due.earliest and due.latest:
        yield f"        最早 earliest {_dated(due.earliest)}, 最晚 latest {_dated(due.latest)}"
    if due.opens:
        yield f"        最早可办 not before {_dated(due.opens)}"
    if due.period_end:
        moved = "moved on from" if due.day else "period ends"
        yield f"        最后一日 {moved} {_dated(due.period_end)}"
    if due.working_day:
        yield f"        休息日 a rest day; the last working day before it is {_dated(due.working_day)}"
    if len(due.occurrences) > 1:
        yield f"        then {', '.join(_dated(day) for day in due.occurrences[1:])}"
    if due.skipped:
        yield f"        不计 skipped: {'; '.join(_runs(due.skipped))}"
    if due.made_up:
        yield f"        调休上班 make-up days counted: {'; '.join(f'{_dated(d.day)} for {d.name_zh} {d.name_en}' for d in due.made_up)}"


def _whose(due: Due) -> tuple[bool, bool]:
    """The filer's clocks come first, what is only usual comes last; the order is else as it was."""
    return due.end is not RangeEnd.SINGLE, due.clock.binds is Binds.AUTHORITY


def _label(due: Due) -> str:
    if due.end is not RangeEnd.SINGLE:
        return f"USUAL IN PRACTICE 实践区间, {due.end.value} end: "
    return "AUTHORITY'S OWN CLOCK 主管部门自身期限: " if due.clock.binds is Binds.AUTHORITY else ""


def _moment(at: datetime) -> str:
    return f"{at.isoformat(sep=' ', timespec='minutes')} {at.tzname()}"


def _dated(day: date) -> str:
    return f"{day.isoformat()} ({_DAYS_EN[day.weekday()]} 周{_DAYS_ZH[day.weekday()]})"


def _runs(days: Sequence[Day]) -> Iterator[str]:
    """Neighbouring days of one holiday, or of one weekend, as one."""
    run: list[Day] = []
    for day in days:
        if run and not (_reason(day) == _reason(run[-1]) and day.day - run[-1].day == ONE_DAY):
            yield _run(run)
            run = []
        run.append(day)
    if run:
        yield _run(run)


def _run(run: Sequence[Day]) -> str:
    first, last = run[0].day.isoformat(), run[-1].day.isoformat()
    return f"{first if first == last else f'{first} to {last}'} {_reason(run[0])}"


def _reason(day: Day) -> str:
    return f"{day.name_zh} {day.name_en}" if day.kind is DayKind.HOLIDAY else "周末 weekend"
