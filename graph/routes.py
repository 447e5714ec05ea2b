"""Where does it go: the flat answer, one row for every way that an obligation goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.chains import chained
from graph.lookup import ask, related, require
from graph.model import Row
from graph.pages import Page, page
from graph.relations import RELATIONS
from graph.store import Store
from graph.view import View
from graph.vocabulary import (
    AuthorityKind,
    AuthorityRole,
    Basis,
    Confidence,
    Derivation,
    ImportMode,
    Level,
    Modality,
    Norm,
    ObligationKind,
    ProcedureKind,
    Reason,
    RouteKind,
    System,
    Term,
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a platform is found on a day. ``certain`` is false while the day of a move is not known."""

    site: str
    url: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Routing:
    """One way of one obligation: through which procedure and route, to whom, by which door, how sure.

    What is missing is None and the row stays: without procedure, no statement in the view fulfils the obligation;
    without authority or platform, ``route_kind`` and ``reason`` say why. ``imported_from`` and ``through`` name the
    provisions when the procedure is another rule's. ``basis`` and ``confidence`` are those of the weakest statement in
    the chain, ``valid_from`` and ``valid_to`` the days on which all of it holds; ``unverified`` says that something in
    the row is believed without a source. ``covered``: asked for one body, and the route leads to a term that covers it.
    """

    obligation: str
    gist_zh: str
    gist_en: str
    norm: Norm
    modality: Modality
    kind: ObligationKind
    binding: bool
    to_authority: bool
    provision: str | None
    regulation: str | None
    regulation_title_zh: str | None
    regulation_title_en: str | None
    article: str | None
    article_number: str | None
    procedure: str | None
    procedure_name_zh: str | None
    procedure_name_en: str | None
    procedure_kind: ProcedureKind | None
    mode: ImportMode | None
    imported_from: str | None
    through: str | None
    route: str | None
    route_kind: RouteKind | None
    reason: Reason | None
    role: AuthorityRole | None
    alternative_group: str | None
    authority_by: Derivation | None
    platform_by: Derivation | None
    place_en: str | None
    authority: str | None
    authority_name_zh: str | None
    authority_name_en: str | None
    authority_level: Level | None
    authority_kind: AuthorityKind | None
    authority_system: System | None
    platform: str | None
    platform_name_zh: str | None
    platform_name_en: str | None
    basis: Basis
    confidence: Confidence
    valid_from: date | None
    valid_to: date | None
    unverified: bool
    evidence: tuple[str, ...]
    revision: str
    covered: bool = False
    addresses: tuple[Address, ...] = ()

    @property
    def key(self) -> str:
        """Its place in the order of all rows."""
        return _key(self.obligation, self.procedure, self.route)


def routes(
    store: Store,
    view: View,
    *,
    obligations: Sequence[str] | None = None,
    regulation: str | None = None,
    authority: str | None = None,
    platform: str | None = None,
    kinds: Iterable[ObligationKind] | None = None,
    to_authority: bool | None = None,
    first: int | None = None,
    after: str | None = None,
) -> Page[Routing]:
    """Every way that passes the filters, in order of obligation, procedure and route.

    An ``authority`` is also found behind the collective terms that cover it. Raises ``UsedWrongly`` when a filter names
    nothing that the graph holds, or something of another sort.
    """
    covering = None if authority is None else _covering(store, authority, view)
    found = ask(
        store,
        "read/routes_found",
        ids=obligations,
        regulation=regulation,
        authorities=covering,
        platform=platform,
        kinds=None if kinds is None else [kind.value for kind in kinds],
        to_authority=to_authority,
        **view.parameters,
    )
    if not found:
        _require(store, obligations, regulation, authority, platform)
    keys = [_key(row["obligation"], row["procedure"], row["route"]) for row in found]
    cut = page(keys, key=str, first=first, after=after)
    read = routings(store, dict.fromkeys(key.partition(" ")[0] for key in cut.items), view)
    ways = (replace(way, covered=authority not in (None, way.authority)) for ways in read.values() for way in ways)
    return cut.of({way.key: way for way in ways})


def routings(store: Store, obligations: Iterable[str], view: View) -> dict[str, list[Routing]]:
    """The ways of each of these obligations; one that is not seen in the view has none."""
    found: dict[str, list[Routing]] = {obligation: [] for obligation in obligations}
    for row in ask(store, "read/routes", ids=list(found), **view.parameters) if found else ():
        found[str(row["obligation"])].append(Routing(**chained(row, _WORDS)))
    return found


def with_addresses(store: Store, ways: Sequence[Routing], view: View) -> list[Routing]:
    """The same ways, each with the addresses of its platform on the day."""
    known = addresses(store, dict.fromkeys(way.platform for way in ways if way.platform), view)
    return [replace(way, addresses=known.get(way.platform or "", ())) for way in ways]


def addresses(store: Store, platforms: Iterable[str], view: View) -> dict[str, tuple[Address, ...]]:
    """Where each platform is found; around a move whose day is not known there are two, both uncertain."""
    sites = related(store, RELATIONS["platform.served_at"], platforms, view)
    return {
        platform: tuple(Address(str(s.row["id"]), str(s.row["url"]), is_certain(s.row, view.on)) for s in found)
        for platform, found in sites.items()
    }


def is_certain(site: Row, on: date | None) -> bool:
    """Whether the site is known to have been in use on the day, and not only presumed to."""
    begin, end = site["sure_from"], site["sure_to"]
    return on is None or ((not isinstance(begin, date) or begin <= on) and (not isinstance(end, date) or on <= end))


def _covering(store: Store, authority: str, view: View) -> list[str]:
    return [str(row["id"]) for row in ask(store, "read/covering", authority=authority, **view.parameters)]


def _require(
    store: Store, obligations: Sequence[str] | None, regulation: str | None, authority: str | None, platform: str | None
) -> None:
    """An empty answer to a misspelt filter would say that there is nothing to do."""
    require(store, "Obligation", *(obligations or ()))
    require(store, "Regulation", regulation)
    require(store, "Authority", authority)
    require(store, "Platform", platform)


def _key(*parts: object) -> str:
    """Nothing sorts last in the stores; it never competes here, so an empty text may stand for it."""
    return " ".join("" if part is None else str(part) for part in parts)


_WORDS: dict[str, type[Term]] = {
    "norm": Norm,
    "modality": Modality,
    "kind": ObligationKind,
    "procedure_kind": ProcedureKind,
    "mode": ImportMode,
    "route_kind": RouteKind,
    "reason": Reason,
    "role": AuthorityRole,
    "authority_by": Derivation,
    "platform_by": Derivation,
    "authority_level": Level,
    "authority_kind": AuthorityKind,
    "authority_system": System,
}
