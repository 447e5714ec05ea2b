"""What became of each thing between two moments, and how the changes carry the one picture over into the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from graph.change.pictures import Entry, Facet, Moment, Picture, Statement, stated
from graph.vocabulary import Term
from graph.whole.holding import through_all, turns


class Turn(Term):
    """What became of a thing between the two days."""

    ADDED = "added", "It holds on the second day and did not on the first."
    REMOVED = "removed", "It held on the first day and does not on the second."
    CHANGED = "changed", "It holds on both days and says something else."


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    ``day`` is the day on which it came, went, or began to say what it says on the second day; None when only what the
    graph knew made the difference. ``differs`` names what is not the same on both sides. ``instead`` is the key of what
    came when this went, or went when this came: the only one of its sort in the same procedure, norm or platform that day.
    """

    turn: Turn
    facet: Facet
    key: str
    day: date | None
    before: Statement | None
    after: Statement | None
    differs: tuple[str, ...]
    instead: str | None = None

    @property
    def unverified(self) -> bool:
        """Whether either statement is believed without a source."""
        return any(side is not None and side.unverified for side in (self.before, self.after))


def difference(
    told: Iterable[Entry], before: Moment, after: Moment, bases: Collection[str]
) -> list[tuple[Entry, Change]]:
    """The change of every entry that has one."""
    found: list[tuple[Entry, Change]] = []
    for entry in told:
        if before.known == after.known and not turns(entry.stem, entry.limbs, before.on, after.on):
            continue
        change = _change(entry, stated(entry, before, bases), stated(entry, after, bases), before, after)
        if change is not None:
            found.append((entry, change))
    return _paired(found)


def applied(changes: Iterable[Change], picture: Picture) -> Picture:
    """The picture after the changes."""
    found = dict(picture)
    for change in changes:
        if change.after is None:
            del found[change.facet, change.key]
        else:
            found[change.facet, change.key] = change.after
    return found


def _change(
    entry: Entry, one: Statement | None, other: Statement | None, before: Moment, after: Moment
) -> Change | None:
    differs: tuple[str, ...] = ()
    if one and other:
        turn, day, differs = Turn.CHANGED, other.valid_from, tuple(_differing(one, other))
        if not differs:
            return None
    elif other:
        turn, day = Turn.ADDED, through_all(entry.stem).begins
    elif one:
        turn, day = Turn.REMOVED, through_all(entry.stem).ends
    else:
        return None
    in_law = day is not None and before.on < day <= after.on
    return Change(turn, entry.facet, entry.key, day if in_law else None, one, other, differs)


def _differing(one: Statement, other: Statement) -> Iterable[str]:
    yield from (a.key for a, b in zip(one.details, other.details, strict=True) if a != b)
    if one.basis != other.basis:
        yield "basis"
    if one.confidence != other.confidence:
        yield "confidence"


def _paired(changed: list[tuple[Entry, Change]]) -> list[tuple[Entry, Change]]:
    """The same changes, those told as one instead of the other that are so."""
    came: dict[tuple[Facet, str, date | None], dict[Turn, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entry, change in changed:
        came[entry.facet, entry.about[0], change.day][change.turn].append(change.key)
    instead: dict[tuple[Facet, str], str] = {}
    for (facet, _, day), turned in came.items():
        match turned[Turn.ADDED], turned[Turn.REMOVED]:
            case [added], [removed] if day is not None:
                instead[facet, added], instead[facet, removed] = removed, added
    if not instead:
        return changed
    return [
        (
            entry,
            replace(change, instead=instead[change.facet, change.key])
            if (change.facet, change.key) in instead
            else change,
        )
        for entry, change in changed
    ]
