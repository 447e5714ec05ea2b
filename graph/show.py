"""Everything about one thing: what it is, and every tie that leads from it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import UnknownId
from graph.lookup import Tied, labels, nearest, nodes, related
from graph.model import Row
from graph.relations import RELATIONS, Relation
from graph.store import Store
from graph.view import View


@dataclass(frozen=True, slots=True)
class Shown:
    """A node with its relations in the order of their declaration; those that lead nowhere are left out."""

    label: str
    row: Row
    ties: tuple[tuple[Relation, tuple[Tied, ...]], ...]


def show(store: Store, identifier: str, view: View) -> Shown:
    """The node of that id; ``UnknownId`` with the nearest known ones when there is none."""
    label = labels(store, [identifier]).get(identifier)
    if label is None:
        raise UnknownId(identifier, nearest(store, identifier))
    ties = (
        (relation, tuple(related(store, relation, [identifier], view)[identifier]))
        for relation in RELATIONS.values()
        if relation.source == label
    )
    return Shown(label, nodes(store, label, [identifier])[identifier], tuple((r, tied) for r, tied in ties if tied))
