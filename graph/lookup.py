"""Looking things up: nodes by id, relations by key, labels of ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from graph.errors import UnknownId, UsedWrongly
from graph.model import Row, snake
from graph.relations import Relation
from graph.statements import statement
from graph.store import Store
from graph.view import View


@dataclass(frozen=True, slots=True)
class Tied:
    """A node that a relation leads to: its properties, and those of the tie (empty where the edge states nothing).

    ``row`` holds the id alone where the relation may lead to several labels. ``via`` is the node between, if any.
    """

    label: str
    row: Row
    tie: Row
    via: str | None = None


def ask(store: Store, name: str, /, **parameters: str | int | bool | date | Sequence[str] | None) -> list[Row]:
    """The rows of a named statement; what it does not declare among the parameters is left out."""
    asked = statement(name)
    return store.read(asked, {key: parameters[key] for key in asked.parameters})


def nodes(store: Store, label: str, ids: Iterable[str]) -> dict[str, Row]:
    """The nodes of a label that are there, by id, in the order of the ids asked for."""
    wanted = list(dict.fromkeys(ids))
    found = {str(row["id"]): row for row in ask(store, f"read/node/{snake(label)}", ids=wanted)} if wanted else {}
    return {identifier: found[identifier] for identifier in wanted if identifier in found}


def labels(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The label of each id that is there."""
    return {str(row["id"]): str(row["label"]) for row in ask(store, "read/node/labels", ids=list(dict.fromkeys(ids)))}


def related(store: Store, relation: Relation, ids: Iterable[str], view: View) -> dict[str, list[Tied]]:
    """Where the relation leads from each id, in the relation's order; an id that leads nowhere has an empty list."""
    found: dict[str, list[Tied]] = {identifier: [] for identifier in ids}
    for row in ask(store, relation.statement_name, ids=list(found), **view.parameters):
        found[str(row["key"])].append(_tied(relation, row))
    return found


def require(store: Store, label: str, *ids: str | None) -> None:
    """Raise unless every id names a node of that label: a misspelt filter must not look like an empty answer."""
    named = [identifier for identifier in ids if identifier is not None]
    found = labels(store, named) if named else {}
    for identifier in named:
        if identifier not in found:
            raise UnknownId(identifier, nearest(store, identifier, label))
        if found[identifier] != label:
            raise UsedWrongly(f'"{identifier}" is {_a(found[identifier])}, where {_a(label)} is asked for.')


def nearest(store: Store, identifier: str, label: str | None = None) -> list[str]:
    """What the user may have meant by an id that is not there."""
    known = [str(row["id"]) for row in ask(store, "read/ids") if label in (None, row["label"])]
    return get_close_matches(identifier, known, 2)


def _tied(relation: Relation, row: Row) -> Tied:
    tie = {key.removeprefix("tie_"): value for key, value in row.items() if key.startswith("tie_")}
    own = {key: value for key, value in row.items() if key not in _OF_THE_PAIR and not key.startswith("tie_")}
    via = row.get("via")
    label = relation.targets[0] if relation.target else str(row["label"])
    return Tied(label, own, tie, None if via is None else str(via))


def _a(label: str) -> str:
    return f"{'an' if label[0] in 'AEIO' else 'a'} {label}"


_OF_THE_PAIR = frozenset({"key", "label", "via"})
