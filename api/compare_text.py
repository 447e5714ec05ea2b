"""What changed, as lines for a terminal: under its subject, what came (+), what went (-), what says something else (~)."""

from __future__ import annotations

from collections.abc import Iterator

from api.text import UNVERIFIED, strength
from graph.change.changes import Change, Turn
from graph.change.compare import Comparison, Group, Side
from graph.change.happenings import Happening
from graph.change.pictures import Detail, Statement

_SIGNS = {Turn.ADDED: "+", Turn.REMOVED: "-", Turn.CHANGED: "~"}


def compare_text(found: Comparison) -> Iterator[str]:
    """The changes by subject, and then what happened in between."""
    for group in found.groups:
        yield from _group(group)
        yield ""
    if not found.groups:
        yield f"Nothing changed between {found.before.on} and {found.after.on} in this view."
        yield ""
    if found.happenings:
        yield "其间 in between"
        for happening in found.happenings:
            yield from _happening(happening)
        yield ""
    for side in (found.before, found.after):
        yield from _withheld(side)


def _group(group: Group) -> Iterator[str]:
    subject = group.subject
    yield f"{subject.id} {subject.zh or ''}".rstrip()
    if subject.en:
        yield f"  {subject.en}"
    for change in group.changes:
        yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    day = change.day.isoformat() if change.day else "known now " if change.turn is Turn.ADDED else "not known "
    yield f"  {_SIGNS[change.turn]} {day} {change.facet} {change.key}"
    if change.instead is not None:
        yield (
            f"      instead of {change.instead}" if change.turn is Turn.ADDED else f"      its place: {change.instead}"
        )
    if change.before is not None and change.after is not None:
        yield from _said(change.after)
        before, after = dict(change.before.details), dict(change.after.details)
        for key in change.differs:
            if key in after:
                yield f"      {key}: {_values(before[key])} → {_values(after[key])}"
        yield (
            f"      {_strength(change.before)} → {_strength(change.after)}"
            if _weaker(change)
            else f"      {_strength(change.after)}"
        )
        return
    statement = change.after or change.before
    if statement is not None:
        yield from _said(statement)
        told = "; ".join(f"{detail.key}: {_values(detail.values)}" for detail in statement.details if detail.values)
        if told:
            yield f"      {told}"
        if change.after is not None and change.day is not None and change.after.valid_from != change.day:
            yield f"      as told here since {change.after.valid_from}"
        yield f"      {strength(statement.basis, statement.confidence, statement.unverified)}"


def _said(statement: Statement) -> Iterator[str]:
    yield from (f"      {text}" for text in (statement.zh, statement.en) if text)
    if Detail("certain", ("no",)) in statement.details:
        yield "      UNCERTAIN: the day of the move is not known; try the other address as well"


def _values(values: tuple[str, ...]) -> str:
    return ", ".join(values) or "–"


def _weaker(change: Change) -> bool:
    return "basis" in change.differs or "confidence" in change.differs


def _strength(statement: Statement) -> str:
    return strength(statement.basis, statement.confidence, statement.unverified)


def _happening(happening: Happening) -> Iterator[str]:
    span = f"{happening.day}" if happening.day == happening.until else f"{happening.day} to {happening.until}"
    what = happening.event or happening.milestone
    parts = [
        f"  · {span} {what} {happening.id}",
        "DRAFT: never law" if happening.draft else "",
        "" if happening.certain else "UNCERTAIN: it may have been before or after",
        UNVERIFIED if happening.unverified else "",
    ]
    yield " · ".join(part for part in parts if part)
    yield from (f"      {text}" for text in (happening.zh, happening.en) if text)


def _withheld(side: Side) -> Iterator[str]:
    if side.withheld:
        yield (
            f"Left out on {side.on}: {side.withheld} things that were last checked after {side.known}; whether the graph "
            "held them earlier it does not keep."
        )
