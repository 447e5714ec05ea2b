"""Which assessments and filings are counted: duties, the procedures of certain kinds that fulfil them, and what is not.

A duty counts when it binds somebody other than authorities and is fulfilled by a procedure of the kinds asked for, on
whatever basis: what the law leaves to practice is a duty by law all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.overlaps.addressees import Line, Seen, Standing, Way, lines, seen_from, ways_of_duty, ways_of_procedures
from graph.vocabulary import ProcedureKind, Term
from graph.whole.index import Bond, Index
from graph.whole.whole import Whole


class LeftOutBecause(Term):
    """Why something is not counted."""

    BINDS_AUTHORITIES = "binds-authorities", "The duty binds authorities only."
    FULFILS_NO_DUTY = (
        "fulfils-no-duty",
        "No counted duty names the procedure itself, but perhaps its steps or its whole.",
    )
    DOES_NOT_HOLD = (
        "does-not-hold",
        "The procedure was asked for, but does not hold on that day, or not on these bases.",
    )


@dataclass(frozen=True, slots=True)
class Member:
    """A duty or procedure that is counted, with its lines and why it counts for each."""

    id: str
    zh: str | None
    en: str | None
    lines: tuple[Line, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not counted, and why."""

    reason: LeftOutBecause
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: kinds of procedures, perhaps only some norms, perhaps certain procedures by name."""

    kinds: frozenset[ProcedureKind]
    norms: frozenset[str] | None = None
    procedures: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Filings:
    """What counts from one standing. ``ties`` are those of each procedure to the duties that it fulfils; procedures that
    were asked for by name are among them, also without a duty. ``ways`` are those of each procedure."""

    duties: tuple[Member, ...]
    procedures: tuple[Member, ...]
    ties: Mapping[str, tuple[Bond, ...]]
    ways: Mapping[str, tuple[Way, ...]]

    @property
    def members(self) -> dict[str, Member]:
        return {member.id: member for member in (*self.duties, *self.procedures)}


def filings(
    rows: Whole, known: Index, seen: Seen, choice: Choice, by_law: Mapping[str, tuple[Line, ...]] | None = None
) -> Filings:
    """What counts; ``by_law`` are the lines of duties by law, where practice is asked."""
    of_duties = {duty: _ties(known, duty, seen, choice) for duty in _duties(known, seen, choice) if _binds(known, duty)}
    ties: dict[str, list[Bond]] = defaultdict(list)
    for duty in sorted(of_duties):
        for tie in of_duties[duty]:
            ties[tie.to].append(tie)
    counted = sorted(ties)
    for procedure in choice.procedures or ():
        if seen.holds(known.links[procedure]):
            ties.setdefault(procedure, [])
    ways = ways_of_procedures(rows, known, seen, ties)
    return Filings(
        tuple(
            _member(known, duty, ways_of_duty(duty, of_duty, ways, known, (by_law or {}).get(duty, ())))
            for duty, of_duty in sorted(of_duties.items())
        ),
        tuple(_member(known, procedure, ways[procedure]) for procedure in counted),
        {procedure: tuple(of_one) for procedure, of_one in ties.items()},
        ways,
    )


def left_out(rows: Whole, known: Index, seen: Seen, choice: Choice, found: Iterable[Filings]) -> Iterator[LeftOut]:
    """What is not counted in any of these, with the reason."""
    several = list(found)
    yield from _because(
        LeftOutBecause.BINDS_AUTHORITIES, (duty for duty in _duties(known, seen, choice) if not _binds(known, duty))
    )
    counted = {procedure.id for each in several for procedure in each.procedures}
    if choice.norms is None:
        yield from _because(
            LeftOutBecause.FULFILS_NO_DUTY,
            (
                thing["id"]
                for thing in rows["things"]
                if thing["label"] == "Procedure" and thing["kind"] in choice.kinds and thing["id"] not in counted
                if thing["id"] not in known.drafts and seen.holds(known.links[thing["id"]])
            ),
        )
    held = {procedure for each in several for procedure in each.ways}
    yield from _because(LeftOutBecause.DOES_NOT_HOLD, (choice.procedures or frozenset()) - held)


def _because(reason: LeftOutBecause, ids: Iterable[str]) -> Iterator[LeftOut]:
    if found := tuple(sorted(set(ids))):
        yield LeftOut(reason, found)


def _duties(known: Index, seen: Seen, choice: Choice) -> Iterator[str]:
    whatever = seen_from(Standing.IN_PRACTICE, seen.on, seen.accepted)
    any_kind = Choice(frozenset(ProcedureKind))
    for duty in known.duties if choice.norms is None else choice.norms:
        if duty in known.drafts or not seen.holds(known.links[duty]) or not _ties(known, duty, whatever, choice):
            continue
        # What the law has fulfilled by a procedure of another kind is not left to practice.
        if _ties(known, duty, seen, choice) or not _ties(known, duty, seen, any_kind):
            yield duty


def _ties(known: Index, duty: str, seen: Seen, choice: Choice) -> list[Bond]:
    return [
        bond
        for bond in known.bonds.get(duty, ())
        if bond.verb == "FULFILLED_BY" and known.kinds[bond.to] in choice.kinds and seen.holds(bond.tie, bond.target)
    ]


def _binds(known: Index, duty: str) -> bool:
    """Whether it binds somebody other than authorities; one of which the graph does not tell whom it binds counts."""
    bound = [known.names[bond.to].label for bond in known.bonds[duty] if bond.verb == "BINDS"]
    return not bound or any(label != "Authority" for label in bound)


def _member(known: Index, identifier: str, ways: tuple[Way, ...]) -> Member:
    said = known.names[identifier]
    return Member(identifier, said.zh, said.en, lines(ways), ways)
