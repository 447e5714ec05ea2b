"""Due days as an iCalendar file (RFC 5545), for the calendar of whoever has to act.

Exporting the same plan again gives the same UIDs, also when bounds have become a day since: a calendar program then
changes its entries instead of doubling them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from graph.clock.counted import Due, event_of
from graph.clock.due import DueDates
from graph.clock.rules_of_time import UNTIL, NoDay, RangeEnd
from graph.deadlines import timing
from graph.vocabulary import Basis, Binds, DeadlineKind

NOTICE = "不构成法律意见，以中文文本为准。Not legal advice; only the Chinese texts bind."


def calendar_file(plan: Iterable[DueDates], *, stamped: datetime) -> str:
    """The plan as the text of an ``.ics`` file; ``stamped`` is the moment of writing, which the format asks for.

    A day is an all-day entry, a moment a timed one, each occurrence of a recurring clock one of its own. Where there are
    only bounds, the entry stands on the earliest day and is tentative. Clocks that come to no day are named in the
    description of the calendar.
    """
    asked = list(plan)
    calendar = Calendar()
    calendar.add("prodid", "-//Guikou//guikou due//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "归口 Guikou")
    calendar.add(
        "description", "\n".join((NOTICE, *(_without_day(dues, due) for dues in asked for due in undated(dues))))
    )
    for dues in asked:
        for due in dues.dates:
            for event in _events(dues, due, stamped):
                calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()


def undated(dues: DueDates) -> list[Due]:
    """The clocks that come to no day and no bounds, so that no entry can stand for them; but those of another event."""
    return [due for due in dues.dates if _first_day(due) is None and due.why_not is not NoDay.OTHER_EVENT]


def _events(dues: DueDates, due: Due, stamped: datetime) -> Iterator[Event]:
    days: tuple[date, ...] = due.occurrences
    if not days and (day := _first_day(due)):
        days = (day,)
    for k, day in enumerate(days, start=1):
        event = Event()
        # Not the due day itself: when a bound becomes a day, the entry must remain the same one.
        event.add("uid", _uid(dues, due, k))
        event.add("dtstamp", stamped)
        event.add("dtstart", day if due.at is None else due.at.astimezone(UTC))
        event.add("summary", _summary(dues, due))
        event.add("description", "\n".join(_description(dues, due)))
        event.add("status", "CONFIRMED" if due.day else "TENTATIVE")
        event.add("transp", "TRANSPARENT")
        event.add("categories", ["Guikou", str(due.clock.binds)])
        yield event


def _first_day(due: Due) -> date | None:
    return due.day or due.earliest


def _uid(dues: DueDates, due: Due, k: int) -> str:
    begun = (dues.moment or dues.start).isoformat()
    repeated = (str(k),) if due.clock.kind is DeadlineKind.EVERY else ()
    named = (dues.obligation, due.clock.procedure or "own", due.clock.deadline, str(due.end), begun, *repeated)
    return f"{'/'.join(named)}@guikou"


def _summary(dues: DueDates, due: Due) -> str:
    zh, en = UNTIL[due.clock.kind] if due.day else ("最早", "earliest")
    if due.end is not RangeEnd.SINGLE:
        zh, en = f"实践{due.end.zh}", f"usual in practice, {due.end} end"
    elif due.clock.binds is Binds.AUTHORITY and due.clock.kind is not DeadlineKind.LASTING:
        zh, en = f"主管部门·{zh}", f"authority, {en}"
    draft = "" if dues.binding else "草案 DRAFT "
    what_zh, what_en = _what(dues, due)
    return f"{draft}【{zh}】{what_zh} / {en}: {what_en}"


def _what(dues: DueDates, due: Due) -> tuple[str, str]:
    """What is to be done; for a clock of the authority its own case, since the obligation tells only what the filer does."""
    clock = due.clock
    if clock.binds is Binds.FILER:
        return dues.gist_zh, dues.gist_en + (f" ({clock.case_en})" if clock.case_en else "")
    return clock.procedure_name_zh or dues.gist_zh, clock.case_en or clock.procedure_name_en or dues.gist_en


def _description(dues: DueDates, due: Due) -> Iterator[str]:
    clock = due.clock
    yield f"依据 Basis: {dues.provision or dues.obligation} · {clock.basis.upper()} · {clock.confidence}"
    if clock.basis is not Basis.STATUTE:
        yield f"({clock.basis.doc})"
    if clock.unverified:
        yield "未经核实 UNVERIFIED: no source found."
    if clock.imported_from or clock.through:
        yield f"引用 Imported ({clock.mode}): {clock.imported_from or '-'} via {clock.through or '-'}"
    if clock.procedure:
        yield f"程序 Procedure: {clock.procedure_name_zh} {clock.procedure_name_en} ({clock.procedure})"
    yield f"期限 Clock: {timing(clock.kind, clock)} {clock.word_zh or ''}".rstrip()
    yield f"起算 From: {event_of(clock) or '-'} = {(dues.moment or dues.start).isoformat()}"
    if clock.case_en:
        yield f"情形 Case: {clock.case_en}"
    if due.why_not:
        yield f"{due.why_not.zh} {due.why_not.doc}"
        yield f"{due.earliest} - {due.latest}"
    if due.opens:
        yield f"最早可办 Opens: {due.opens}"
    for rule in due.rules:
        yield f"· {rule.zh} {rule.doc}"
    for day in due.skipped:
        yield f"不计 Skipped: {day.day} {day.name_zh} {day.name_en} ({day.kind})"
    for day in due.made_up:
        yield f"调休上班 Make-up working day: {day.day} {day.name_zh} {day.name_en}"
    yield f"放假安排 Holiday notices: {dues.notices.source}, {dues.notices.first_year}-{dues.notices.last_year}"
    yield f"图谱版本 Graph revision: {dues.revision}"
    yield NOTICE


def _without_day(dues: DueDates, due: Due) -> str:
    reason = due.why_not or NoDay.NO_NUMBER
    return f"{dues.obligation} {due.clock.deadline}: {reason.zh} {reason.doc}"
