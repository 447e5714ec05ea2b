"""To which lines of administration a duty goes, by law and in practice.

By law, only what rests on a statute is seen. In practice, everything is, and what is known of practice prevails:

1. Where authorities and filers are known to take a way of their own in a procedure, that way stands for those of the law.
2. Where the law names nobody, whoever is known to be addressed in practice stands for the one whom it leaves open.

An opinion, and what is believed without a source, adds to the picture and takes nothing away. Neither does practice lessen
the duty under the law.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from graph.chains import term
from graph.vocabulary import AuthorityKind, AuthorityRole, Basis, Confidence, Reason, RouteKind, System, Term
from graph.whole.holding import Link, link, strength
from graph.whole.index import Bond, Index
from graph.whole.whole import Told, Whole


class Unaddressed(Term):
    """What stands for a line of administration where there is none."""

    UNNAMED = "unnamed", "The law names the addressee only generally, or not at all."
    NOBODY = "nobody", "Nothing goes to an authority."


class Standing(Term):
    """From where the addressees are seen."""

    BY_LAW = "by-law", "As the words of the instruments have it."
    IN_PRACTICE = "in-practice", "As it is done, and where nothing is known of that, as the instruments have it."


Line: TypeAlias = System | Unaddressed

LINES: tuple[Line, ...] = (*System, *Unaddressed)
PLACE = {line: place for place, line in enumerate(LINES)}


@dataclass(frozen=True, slots=True)
class Way:
    """Why a duty, or a procedure, counts for a line.

    Without ``procedure`` the law has no way for the duty at all, without ``route`` none for the procedure. ``covered``:
    it goes to a term of the law that covers a body of this line, and stands for others too. Basis and confidence are
    those of the weakest statement on the way; ``unverified``: one of them is believed without a source.
    """

    line: Line
    procedure: str | None
    route: str | None
    authority: str | None
    platform: str | None
    role: AuthorityRole | None
    reason: Reason | None
    covered: bool
    basis: Basis
    confidence: Confidence
    unverified: bool
    note_en: str | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What may be seen from a standing: on a day, of what rests on the ``accepted`` bases."""

    on: date
    accepted: frozenset[Basis]
    standing: Standing
    bases: frozenset[Basis]

    def holds(self, *links: Link) -> bool:
        return False not in [each.seen(self.on, self.bases) for each in links]


def seen_from(standing: Standing, on: date, accepted: Collection[Basis]) -> Seen:
    bases = frozenset(accepted)
    return Seen(on, bases, standing, bases & {Basis.STATUTE} if standing is Standing.BY_LAW else bases)


def ways_of_procedures(rows: Whole, known: Index, seen: Seen, procedures: Iterable[str]) -> dict[str, tuple[Way, ...]]:
    """For each of these procedures: the ways on which something is received, or else on which an authority acts."""
    covers = _covers(rows, known, seen)
    by_procedure: dict[str, list[Told]] = defaultdict(list)
    for row in rows["ways"]:
        by_procedure[row["procedure"]].append(row)
    return {
        procedure: _ways(by_procedure.get(procedure, ()), procedure, known, covers, seen) for procedure in procedures
    }


def ways_of_duty(
    duty: str, ties: Iterable[Bond], of_procedures: Mapping[str, Sequence[Way]], known: Index, by_law: Collection[Line]
) -> tuple[Way, ...]:
    """The ways of a duty by the procedures that fulfil it. ``by_law``: its lines by law, where practice is asked."""
    own = known.links[duty]
    found = [_tied(way, (own, tie.tie), tie.row["evidence"]) for tie in ties for way in of_procedures[tie.to]] or [
        _nothing(own, Unaddressed.UNNAMED, None)
    ]
    if set(by_law) == {Unaddressed.UNNAMED}:
        if any(way.line is not Unaddressed.UNNAMED and _known(way.basis, way.unverified) for way in found):
            found = [way for way in found if way.line is not Unaddressed.UNNAMED]
        elif all(way.line is not Unaddressed.UNNAMED for way in found):
            found.append(_nothing(own, Unaddressed.UNNAMED, None))
    return tuple(found)


def lines(ways: Iterable[Way]) -> tuple[Line, ...]:
    """The lines of these ways, each once, in their order; that nobody receives counts only where nobody else does."""
    found = {way.line for way in ways}
    if len(found) > 1:
        found.discard(Unaddressed.NOBODY)
    return tuple(sorted(found, key=PLACE.__getitem__))


def _ways(
    rows: Iterable[Told], procedure: str, known: Index, covers: Mapping[str, Sequence[System]], seen: Seen
) -> tuple[Way, ...]:
    taken = [row for row in rows if seen.holds(link(row, "tie_"), link(row))]
    of_practice = [row for row in taken if _of_practice(row)] if seen.standing is Standing.IN_PRACTICE else []
    taken = of_practice or taken
    for role in _ROLES:
        if of_role := [row for row in taken if row["role"] == role]:
            taken = of_role
            break
    found = [way for row in taken for way in _ends(row, procedure, known, covers, seen)]
    own = known.links[procedure]
    if not found or (
        not of_practice and own.basis == Basis.STATUTE and all(way.basis is not Basis.STATUTE for way in found)
    ):
        found.append(_nothing(own, Unaddressed.UNNAMED, procedure))
    return tuple(found)


def _of_practice(row: Told) -> bool:
    links = [link(row, "tie_"), link(row)]
    if row["authority"] is not None:
        links.append(link(row, "to_"))
    basis, _, unverified = strength(links)
    return _known(basis, unverified)


def _known(basis: Basis, unverified: bool) -> bool:
    """Whether a way is known from practice: not merely somebody's opinion, nor believed without a source."""
    return basis is Basis.PRACTICE and not unverified


def _ends(row: Told, procedure: str, known: Index, covers: Mapping[str, Sequence[System]], seen: Seen) -> Iterator[Way]:
    """One way for each line to which the route leads."""
    links = [known.links[procedure], link(row, "tie_"), link(row)]
    authority = row["authority"]
    if authority is not None and seen.holds(link(row, "to_"), known.links[authority]):
        links += [link(row, "to_"), known.links[authority]]
    else:
        authority = None
    platform = row["platform"]
    if platform is not None and seen.holds(link(row, "through_"), known.links[platform]):
        links += [link(row, "through_"), known.links[platform]]
    else:
        platform = None
    for line, covered in _lines_of(row, authority, known, covers):
        yield Way(
            line,
            procedure,
            row["id"],
            authority,
            platform,
            None if row["role"] is None else term(AuthorityRole, row["role"]),
            None if row["reason"] is None else term(Reason, row["reason"]),
            covered,
            *strength(links),
            row["note_en"],
            tuple(dict.fromkeys(row["evidence"])),
        )


def _lines_of(
    row: Told, authority: str | None, known: Index, covers: Mapping[str, Sequence[System]]
) -> Iterator[tuple[Line, bool]]:
    if row["kind"] == RouteKind.NONE:
        yield Unaddressed.NOBODY, False
    elif authority is None or known.kinds[authority] == AuthorityKind.UNNAMED:
        yield Unaddressed.UNNAMED, False
    else:
        own = term(System, known.systems[authority])
        yield own, False
        yield from ((system, True) for system in covers.get(authority, ()) if system is not own)


def _covers(rows: Whole, known: Index, seen: Seen) -> dict[str, tuple[System, ...]]:
    """The lines of the bodies that each term of the law covers."""
    found: dict[str, dict[System, None]] = defaultdict(dict)
    for tie in rows["links"]:
        if tie["verb"] == "COVERS" and seen.holds(link(tie, "tie_"), known.links[tie["to"]]):
            found[tie["id"]][term(System, known.systems[tie["to"]])] = None
    return {authority: tuple(systems) for authority, systems in found.items()}


def _tied(way: Way, links: Sequence[Link], evidence: Iterable[str]) -> Way:
    """The way as one of a duty that is tied to its procedure by these links."""
    basis, confidence, unverified = strength([*links, Link(way.basis, way.confidence, None, None)])
    return Way(
        way.line, way.procedure, way.route, way.authority, way.platform, way.role, way.reason, way.covered,
        basis, confidence, unverified, way.note_en, tuple(dict.fromkeys([*evidence, *way.evidence])),
    )  # fmt: skip


def _nothing(own: Link, line: Line, procedure: str | None) -> Way:
    return Way(line, procedure, None, None, None, None, None, False, *strength([own]), None, ())


_ROLES = (AuthorityRole.RECEIVES, AuthorityRole.ACTS)
