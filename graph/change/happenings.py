"""What happened between two days: events, and the days of instruments, those of drafts among them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.chains import term
from graph.change.pictures import Moment
from graph.vocabulary import Basis, Confidence, EventKind, Precision, Term
from graph.whole.index import Index
from graph.whole.whole import Told, Whole

READ = ("events",)


class Milestone(Term):
    """A day in the life of an instrument."""

    ADOPTED = "adopted", "It was adopted by the issuer's meeting."
    SIGNED = "signed", "Its decree was signed."
    PUBLISHED = "published", "It was made public."
    EFFECTIVE = "effective", "It entered into force."
    AMENDED = "amended", "An amendment of it was adopted."
    AMENDMENT_EFFECTIVE = "amendment-effective", "That amendment entered into force."
    REPEALED = "repealed", "It ceased to be in force."
    COMMENTS_UNTIL = "comments-until", "Last day for comments on the draft."


@dataclass(frozen=True, slots=True)
class Happening:
    """Something dated: either an ``event`` with its own id, or a ``milestone`` of the instrument ``id``.

    Where only month or year are known, ``day`` and ``until`` are its first and last day, and ``certain`` is false when it
    may have been before or after the days asked about. ``draft``: it befell a draft, which never is law.
    """

    day: date
    until: date
    certain: bool
    event: EventKind | None
    milestone: Milestone | None
    id: str
    zh: str | None
    en: str | None
    about: tuple[str, ...]
    draft: bool
    basis: Basis
    confidence: Confidence
    unverified: bool
    checked: date | None
    evidence: tuple[str, ...]


def happenings(rows: Whole, known: Index, before: Moment, after: Moment, bases: Collection[str]) -> list[Happening]:
    """What happened, or may have happened, after the one day and through the other, the earliest first."""
    found = (
        replace(each, certain=before.on < each.day and each.until <= after.on)
        for each in (*_events(rows, known, bases), *_milestones(rows, known, bases))
        if before.on < each.until and each.day <= after.on
        if after.known is None or each.checked is None or each.checked <= after.known
    )
    return sorted(found, key=lambda each: (each.day, each.until, each.id, each.milestone or ""))


def _events(rows: Whole, known: Index, bases: Collection[str]) -> Iterator[Happening]:
    for row in rows["events"]:
        if row["basis"] in bases:
            kind = term(EventKind, row["kind"])
            yield _happening(row, known, row["happened"], row["precision"], kind, None, tuple(row["about"]), False)


def _milestones(rows: Whole, known: Index, bases: Collection[str]) -> Iterator[Happening]:
    for row in rows["instruments"]:
        for milestone in Milestone:
            day = row[milestone.name.lower()]
            if day is not None and row["basis"] in bases:
                precision = row["published_precision"] if milestone is Milestone.PUBLISHED else None
                draft = row["id"] in known.drafts
                yield _happening(row, known, day, precision or Precision.DAY, None, milestone, (row["id"],), draft)


def _happening(
    row: Told,
    known: Index,
    day: date,
    precision: str,
    event: EventKind | None,
    milestone: Milestone | None,
    about: tuple[str, ...],
    draft: bool,
) -> Happening:
    confidence = term(Confidence, row["confidence"])
    return Happening(
        day=day,
        until=last_day(day, precision),
        certain=True,
        event=event,
        milestone=milestone,
        id=row["id"],
        zh=row["zh"],
        en=row["en"],
        about=about,
        draft=draft,
        basis=term(Basis, row["basis"]),
        confidence=confidence,
        unverified=confidence is Confidence.MEMORY,
        checked=row["checked"],
        evidence=tuple(known.evidence.get(row["id"], ())),
    )


def last_day(day: date, precision: str) -> date:
    """The last day that a date of that precision may stand for.

    >>> last_day(date(2023, 8, 1), "month"), last_day(date(2019, 1, 1), "year"), last_day(date(2023, 8, 31), "day")
    (datetime.date(2023, 8, 31), datetime.date(2019, 12, 31), datetime.date(2023, 8, 31))
    """
    match precision:
        case Precision.MONTH:
            return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        case Precision.YEAR:
            return day.replace(month=12, day=31)
        case _:
            return day
