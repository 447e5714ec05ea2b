"""How a resolver reaches nodes by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import strawberry

from api.loaders import Context
from api.ontological import made
from graph.ids import Provision
from graph.view import View

Info: TypeAlias = strawberry.Info[Context, None]

UNVERIFIED = "Whether it is believed without a source (confidence `MEMORY`): check it before you rely on it."


async def node_of(context: Context, label: str, identifier: str | None, view: View) -> Any:
    """The node of that label and id; None when it is not there."""
    if identifier is None:
        return None
    row = await context.node(label, identifier)
    context.spend(1)
    return made(label, row, view) if row else None


async def nodes_of(context: Context, label: str, ids: Iterable[str], view: View) -> list[Any]:
    """The nodes of that label that are there, in the order of the ids."""
    rows = [row for row in await context.nodes(label, ids) if row]
    context.spend(len(rows))
    return [made(label, row, view) for row in rows]


def named(label: str, name: Callable[[Any], str | None], doc: str) -> Any:
    """A field: the node whose id the object holds."""

    async def resolve(self: Any, info: Info) -> Any:
        return await node_of(info.context, label, name(self), self.view)

    return strawberry.field(resolver=resolve, description=doc)


def founded(ids: Callable[[Any], Iterable[str]], doc: str) -> Any:
    """A field: the evidence whose ids the object holds."""

    async def resolve(self: Any, info: Info) -> Any:
        return await nodes_of(info.context, "Evidence", ids(self), self.view)

    return strawberry.field(resolver=resolve, description=doc)


def article_of(provision: str | None) -> str | None:
    """The article of a provision named in full.

    >>> article_of("cn.algo-2021.art-24.par-1")
    'cn.algo-2021.art-24'
    """
    return None if provision is None else str(Provision.parse(provision).of_article)
