"""Lists of what the graph holds: the ids that pass the filters, in order, a page at a time.

A filter that names nothing in the graph, or something of another sort, is an error and not an empty list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from graph.errors import UnknownId
from graph.lookup import ask, labels, nearest, require
from graph.ontology import ONTOLOGY, REVISION_NODE
from graph.pages import Page, page
from graph.store import Store
from graph.view import View
from graph.vocabulary import (
    AuthorityKind,
    EventKind,
    Level,
    Modality,
    Norm,
    ObligationKind,
    ProcedureKind,
    QuestionKind,
    RegulationKind,
    Status,
    System,
    Term,
)

NAMED = frozenset(node.label for node in ONTOLOGY.nodes if node is not REVISION_NODE)
"""The labels of what a user can ask for by id; the revision is told by ``graph.meta``."""


def regulations(
    store: Store,
    view: View,
    *,
    kinds: Iterable[RegulationKind] | None = None,
    statuses: Iterable[Status] | None = None,
    issuer: str | None = None,
    first: int | None = None,
    after: str | None = None,
) -> Page[str]:
    """Instruments that hold in the view; ``view.drafts`` adds drafts."""
    found = ask(
        store, "read/regulations", kinds=_words(kinds), statuses=_words(statuses), issuer=issuer, **view.parameters
    )
    if not found:
        require(store, "Authority", issuer)
    return page([str(row["id"]) for row in found], key=str, first=first, after=after)


def authorities(
    store: Store,
    view: View,
    *,
    kinds: Iterable[AuthorityKind] | None = None,
    levels: Iterable[Level] | None = None,
    systems: Iterable[System] | None = None,
    first: int | None = None,
    after: str | None = None,
) -> Page[str]:
    found = ask(
        store,
        "read/authorities",
        kinds=_words(kinds),
        levels=_words(levels),
        systems=_words(systems),
        **view.parameters,
    )
    return page([str(row["id"]) for row in found], key=str, first=first, after=after)


def platforms(
    store: Store, view: View, *, operator: str | None = None, first: int | None = None, after: str | None = None
) -> Page[str]:
    found = ask(store, "read/platforms", operator=operator, **view.parameters)
    if not found:
        require(store, "Authority", operator)
    return page([str(row["id"]) for row in found], key=str, first=first, after=after)


def procedures(
    store: Store,
    view: View,
    *,
    kinds: Iterable[ProcedureKind] | None = None,
    first: int | None = None,
    after: str | None = None,
) -> Page[str]:
    found = ask(store, "read/procedures", kinds=_words(kinds), **view.parameters)
    return page([str(row["id"]) for row in found], key=str, first=first, after=after)


def obligations(
    store: Store,
    view: View,
    *,
    regulation: str | None = None,
    bound: str | None = None,
    kinds: Iterable[ObligationKind] | None = None,
    norms: Iterable[Norm] | None = None,
    modalities: Iterable[Modality] | None = None,
    to_authority: bool | None = None,
    first: int | None = None,
    after: str | None = None,
) -> Page[str]:
    """Norms that hold in the view; ``view.drafts`` adds those of drafts. ``bound`` is a role or an authority."""
    found = ask(
        store,
        "read/obligations",
        regulation=regulation,
        bound=bound,
        kinds=_words(kinds),
        norms=_words(norms),
        modalities=_words(modalities),
        to_authority=to_authority,
        **view.parameters,
    )
    if not found:
        require(store, "Regulation", regulation)
        _require_any(store, bound)
    return page([str(row["id"]) for row in found], key=str, first=first, after=after)


def questions(
    store: Store,
    view: View,
    *,
    kinds: Iterable[QuestionKind] | None = None,
    about: str | None = None,
    first: int | None = None,
    after: str | None = None,
) -> Page[str]:
    found = ask(store, "read/questions", kinds=_words(kinds), about=about, **view.parameters)
    if not found:
        _require_any(store, about)
    return page([str(row["id"]) for row in found], key=str, first=first, after=after)


def readings(
    store: Store,
    view: View,
    *,
    question: str | None = None,
    about: str | None = None,
    taken: bool | None = None,
    first: int | None = None,
    after: str | None = None,
) -> Page[str]:
    """Readings already held on the day of the view."""
    found = ask(store, "read/readings", question=question, about=about, taken=taken, **view.parameters)
    if not found:
        require(store, "Question", question)
        _require_any(store, about)
    return page([str(row["id"]) for row in found], key=str, first=first, after=after)


def events(
    store: Store,
    view: View,
    *,
    kinds: Iterable[EventKind] | None = None,
    series: str | None = None,
    about: str | None = None,
    since: date | None = None,
    first: int | None = None,
    after: str | None = None,
) -> Page[str]:
    """What had happened by the day of the view, the earliest first."""
    found = ask(store, "read/events", kinds=_words(kinds), series=series, about=about, since=since, **view.parameters)
    if not found:
        _require_any(store, about)
    return page([str(row["id"]) for row in found], key=str, first=first, after=after)


def _words(words: Iterable[Term] | None) -> Sequence[str] | None:
    return None if words is None else [word.value for word in words]


def _require_any(store: Store, identifier: str | None) -> None:
    if identifier is not None and not labels(store, [identifier]):
        raise UnknownId(identifier, nearest(store, identifier))
