"""On which days something holds that several statements tell together, and what it says on each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from graph.vocabulary import Basis, Confidence
from graph.whole.whole import Told


class Link(NamedTuple):
    """One statement of a chain: what it rests on, how sure it is, and when it holds (half-open; None: no end known)."""

    basis: str
    confidence: str
    begins: date | None
    ends: date | None

    def seen(self, on: date, bases: Collection[str]) -> bool:
        return (
            self.basis in bases and (self.begins is None or self.begins <= on) and (self.ends is None or on < self.ends)
        )


class Limb(NamedTuple):
    """What a chain says only while these further links hold too: one value of one detail.

    While they do not hold, the chain stands without the value, or says ``otherwise``.
    """

    detail: str
    value: str
    links: tuple[Link, ...]
    otherwise: str | None = None
    zh: str | None = None
    en: str | None = None

    def seen(self, on: date, bases: Collection[str]) -> bool:
        return all(link.seen(on, bases) for link in self.links)


class Span(NamedTuple):
    """Days from one to before another; None: without end on that side."""

    begins: date | None
    ends: date | None


def link(row: Told, prefix: str = "") -> Link:
    """The link whose columns begin with the prefix."""
    return Link(*_columns(prefix)(row))


def strength(links: Iterable[Link]) -> tuple[Basis, Confidence, bool]:
    """Basis and confidence of the weakest of these statements, and whether one is believed without a source."""
    basis = confidence = 0
    for each in links:
        if (place := _BASES[each.basis]) > basis:
            basis = place
        if (place := _CONFIDENCES[each.confidence]) > confidence:
            confidence = place
    weakest = _FROM_SURE[confidence]
    return _FROM_STRONG[basis], weakest, weakest is Confidence.MEMORY


def span(stem: Iterable[Link], limbs: Iterable[Limb], on: date, bases: Collection[str]) -> Span:
    """The days around ``on`` through which the chain holds and says just what it says on that day.

    All of the stem must be seen on the day. A limb that is not seen ends the span where it would begin to be.
    """
    found = through_all(stem)
    for limb in limbs:
        if any(link.basis not in bases for link in limb.links):
            continue
        of_limb = through_all(limb.links)
        if _empty(of_limb):
            continue
        if of_limb.begins is not None and on < of_limb.begins:
            of_limb = Span(None, of_limb.begins)
        elif of_limb.ends is not None and of_limb.ends <= on:
            of_limb = Span(of_limb.ends, None)
        found = _both(found, of_limb)
    return found


def turns(stem: Iterable[Link], limbs: Iterable[Limb], after: date, through: date) -> bool:
    """Whether any statement begins or ends after the one day and through the other: else nothing can have changed."""
    return _turns(stem, after, through) or any(_turns(limb.links, after, through) for limb in limbs)


def _turns(links: Iterable[Link], after: date, through: date) -> bool:
    for each in links:
        if each.begins is not None and after < each.begins <= through:
            return True
        if each.ends is not None and after < each.ends <= through:
            return True
    return False


def through_all(links: Iterable[Link]) -> Span:
    """The days on which every one of them holds."""
    begins = ends = None
    for each in links:
        if each.begins is not None and (begins is None or each.begins > begins):
            begins = each.begins
        if each.ends is not None and (ends is None or each.ends < ends):
            ends = each.ends
    return Span(begins, ends)


def _both(one: Span, other: Span) -> Span:
    begins = (
        one.begins if other.begins is None else other.begins if one.begins is None else max(one.begins, other.begins)
    )
    ends = one.ends if other.ends is None else other.ends if one.ends is None else min(one.ends, other.ends)
    return Span(begins, ends)


def _empty(found: Span) -> bool:
    return found.begins is not None and found.ends is not None and found.begins >= found.ends


@cache
def _columns(prefix: str) -> itemgetter[Any]:
    return itemgetter(*(f"{prefix}{column}" for column in ("basis", "confidence", "valid_from", "valid_to")))


# Words by their place, from the strongest to the weakest.
_FROM_STRONG, _FROM_SURE = tuple(Basis), tuple(Confidence)
_BASES = {basis.value: place for place, basis in enumerate(Basis)}
_CONFIDENCES = {confidence.value: place for place, confidence in enumerate(Confidence)}
