"""Of all things, those that concern one thing, or some norms: what an answer is narrowed to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from graph.whole.index import Index
from graph.whole.whole import Whole


@dataclass(frozen=True, slots=True)
class Scope:
    """Ids of what is asked about. ``seed`` was asked for by name: what mentions it belongs here too."""

    ids: frozenset[str]
    seed: str | None = None

    def holds(self, about: Iterable[str], named: Iterable[str | None] = ()) -> bool:
        return not self.ids.isdisjoint(about) or (self.seed is not None and self.seed in named)


def of_subject(rows: Whole, known: Index, subject: str) -> Scope:
    """What concerns this thing, whatever it is.

    An instrument brings its articles and norms, a norm its instrument, procedures, platforms, conditions and roles, a
    procedure its platforms. What several share comes along as a whole, such as a platform with all its addresses.
    """
    label = known.names[subject].label if subject in known.names else ""
    return Scope(frozenset(_REACHES.get(label, _itself)(rows, known, subject)), subject)


def of_norms(rows: Whole, known: Index, norms: Collection[str]) -> Scope:
    """What concerns these norms, as those that apply to a service: their provisions and all that they use."""
    return Scope(frozenset(_of_norms(rows, known, norms)))


def _itself(_rows: Whole, _known: Index, subject: str) -> Iterator[str]:
    yield subject


def _of_instrument(rows: Whole, known: Index, subject: str) -> Iterator[str]:
    yield subject
    yield from (a["id"] for a in rows["articles"] if a["regulation"] == subject)
    yield from _used(rows, known, [identifier for identifier, o in known.duties.items() if o["regulation"] == subject])


def _of_norm(rows: Whole, known: Index, subject: str) -> Iterator[str]:
    return _of_norms(rows, known, [subject])


def _of_norms(rows: Whole, known: Index, norms: Collection[str]) -> Iterator[str]:
    for norm in norms:
        duty = known.duties[norm]
        yield from (identifier for identifier in (duty["regulation"], duty["article"]) if identifier is not None)
    yield from _used(rows, known, norms)


def _used(rows: Whole, known: Index, norms: Collection[str]) -> Iterator[str]:
    """The norms, and what they bind, apply by and are fulfilled by; authorities are left to the norms that bind them."""
    yield from norms
    things = {bond.to for norm in norms for bond in known.bonds.get(norm, ()) if bond.verb != "SANCTIONED_BY"}
    yield from (thing for thing in things if known.names[thing].label != "Authority")
    yield from _platforms(rows, things)


def _of_procedure(rows: Whole, _known: Index, subject: str) -> Iterator[str]:
    yield subject
    yield from _platforms(rows, {subject})


def _platforms(rows: Whole, procedures: Collection[str]) -> Iterator[str]:
    return (way["platform"] for way in rows["ways"] if way["procedure"] in procedures and way["platform"] is not None)


_REACHES: dict[str, Callable[[Whole, Index, str], Iterator[str]]] = {
    "Regulation": _of_instrument,
    "Obligation": _of_norm,
    "Procedure": _of_procedure,
}
