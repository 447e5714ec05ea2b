"""The graph as it stood on a day: everything that states law or practice, each thing under its own key.

An entry gathers what the graph says about one thing on all days; a picture is what the entries say on one day. What
stands in a draft only is no entry: a draft never is law.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from graph.model import Value
from graph.vocabulary import Basis, Confidence, Term
from graph.whole.holding import Limb, Link, span, strength, through_all
from graph.whole.whole import Told


class Facet(Term):
    """What sort of thing a statement is about, in the order in which changes are told."""

    REGULATION = "regulation", "An instrument holds; with `amended`, its last amendment is in force."
    ARTICLE = "article", "An article stands."
    DUTY = "duty", "A norm holds: whom it binds, and under which conditions."
    FULFILMENT = "fulfilment", "A procedure fulfils a norm."
    CONDITION = "condition", "A condition of application holds."
    SANCTION = "sanction", "A breach of a norm falls under an article."
    IMPORT = "import", "A provision takes over what another orders."
    PROCEDURE = "procedure", "A procedure exists."
    ROUTE = "route", "A procedure goes a way: to an authority, through a platform or openly."
    DEADLINE = "deadline", "A clock runs in a procedure, or for a norm alone."
    DOCUMENT = "document", "A document is handed in, shown or issued."
    ORDER = "order", "One thing must be done before another."
    PLATFORM = "platform", "A platform exists, and somebody operates it."
    ADDRESS = "address", "A platform is found at an address; `certain: no` while the day of a move is not known."
    AUTHORITY = "authority", "An authority, or a term of the law for several, exists."
    ROLE = "role", "A role that can be bound is defined."
    QUESTION = "question", "A point is open."
    READING = "reading", "An open point is read in a way."


@dataclass(frozen=True, slots=True)
class Moment:
    """Two days at once: ``on`` which the law holds, and by which the graph ``known`` it.

    The graph keeps of each statement the day on which it was last checked, and no earlier one. With ``known``, what was
    last checked later is left out: whether an earlier graph held it cannot be told.
    """

    on: date
    known: date | None = None


class Detail(NamedTuple):
    """One thing that a statement says; nothing said is no value."""

    key: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What holds of one thing on a day.

    ``id`` names the node that states it. Basis and confidence are those of the weakest statement among those that make
    it up; ``valid_from`` and ``valid_to`` are the days around the day asked about on which it says the very same.
    """

    id: str
    zh: str | None
    en: str | None
    details: tuple[Detail, ...]
    basis: Basis
    confidence: Confidence
    unverified: bool
    valid_from: date | None
    valid_to: date | None
    checked: date | None
    evidence: tuple[str, ...]


class Entry(NamedTuple):
    """One thing on all days. ``stem`` must hold for it to be there; ``limbs`` say more while they hold.

    ``subject`` is the id under which its changes are told, ``about`` the ids by which it is found when only some are
    asked for, ``named`` further ids that it mentions.
    """

    facet: Facet
    key: str
    id: str
    subject: str
    about: tuple[str, ...]
    named: tuple[str | None, ...]
    stem: tuple[Link, ...]
    limbs: tuple[Limb, ...]
    zh: str | None
    en: str | None
    details: tuple[Detail, ...]
    checked: date | None
    evidence: tuple[str, ...]


Key: TypeAlias = tuple[Facet, str]
Picture: TypeAlias = dict[Key, Statement]


def pictured(entries: Iterable[Entry], moment: Moment, bases: Collection[str]) -> Picture:
    """The graph at that moment, as far as it rests on these bases."""
    found = ((entry, stated(entry, moment, bases)) for entry in entries)
    return {(entry.facet, entry.key): statement for entry, statement in found if statement is not None}


def stated(entry: Entry, moment: Moment, bases: Collection[str]) -> Statement | None:
    """What the entry says at that moment; None where it is not there."""
    if not holds(entry, moment.on, bases) or not known(entry, moment):
        return None
    if entry.limbs:
        seen = [limb for limb in entry.limbs if limb.seen(moment.on, bases)]
        days = span(entry.stem, entry.limbs, moment.on, bases)
        zh = entry.zh or _joined(limb.zh for limb in seen)
        en = entry.en or _joined(limb.en for limb in seen)
        details = (*entry.details, *_of_limbs(entry.limbs, seen))
        basis, confidence, unverified = strength([*entry.stem, *(link for limb in seen for link in limb.links)])
    else:
        days, zh, en, details = through_all(entry.stem), entry.zh, entry.en, entry.details
        basis, confidence, unverified = strength(entry.stem)
    return Statement(
        entry.id, zh, en, details, basis, confidence, unverified, days.begins, days.ends, entry.checked, entry.evidence
    )


def holds(entry: Entry, on: date, bases: Collection[str]) -> bool:
    """Whether the entry is there on the day, whenever it was checked."""
    return all(link.seen(on, bases) for link in entry.stem)


def known(entry: Entry, moment: Moment) -> bool:
    """Whether the graph had checked it by then. What has no day of check of its own is as old as the graph."""
    return moment.known is None or entry.checked is None or entry.checked <= moment.known


def said_by(row: Told, columns: Iterable[str]) -> tuple[Detail, ...]:
    """What the columns of a row say."""
    return tuple([Detail(column, _values(row[column])) for column in columns])


def _of_limbs(limbs: Iterable[Limb], seen: Iterable[Limb]) -> list[Detail]:
    said: dict[str, list[str]] = {limb.detail: [] for limb in limbs}
    for limb in seen:
        said[limb.detail].append(limb.value)
    otherwise = {limb.detail: (limb.otherwise,) for limb in limbs if limb.otherwise is not None}
    return [Detail(detail, tuple(values) or otherwise.get(detail, ())) for detail, values in said.items()]


def _values(value: Value) -> tuple[str, ...]:
    """
    >>> _values(None), _values(True), _values(10), _values(date(2022, 3, 1))
    ((), ('yes',), ('10',), ('2022-03-01',))
    """
    match value:
        case str():
            return (value,)
        case None:
            return ()
        case bool():
            return ("yes" if value else "no",)
        case list():
            return tuple(value)
        case date():
            return (value.isoformat(),)
        case int():
            return (str(value),)


def _joined(texts: Iterable[str | None]) -> str | None:
    return " · ".join(dict.fromkeys(text for text in texts if text)) or None
