"""Lists as pages, and relations as lists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

import strawberry

from api.loaders import Context
from api.ontological import answered, asked, made
from api.reach import Info
from api.ties import Tie, tie_of
from graph.errors import UsedWrongly
from graph.model import snake
from graph.pages import PAGE_LIMIT, Page, page
from graph.relations import RELATIONS, Relation
from graph.view import View

T = TypeVar("T")
First = Annotated[int, strawberry.argument(description=f"How many at most, from 0 to {PAGE_LIMIT}.")]
After = Annotated[str | None, strawberry.argument(description="Begin after this cursor.")]


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether more follow.")
    has_previous_page: bool = strawberry.field(description="Whether some came before.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first one of the page.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last one; give it as `after` to go on.")


@strawberry.type(description="One entry of a page.")
class Edge(Generic[T]):
    node: T = strawberry.field(description="What the entry is.")
    cursor: str = strawberry.field(description="Its place in the list; give it as `after` to go on from here.")
    tie: Tie | None = strawberry.field(description="What ties it to where it was asked, where that states something.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    page: strawberry.Private[Page[tuple[Any, Tie | None]]]

    @answered("What is on the page.")
    def nodes(self) -> list[T]:
        return [node for node, _ in self.page.items]

    @answered("The same with cursors and ties.")
    def edges(self) -> list[Edge[T]]:
        return [Edge(node=n, cursor=c, tie=t) for (n, t), c in zip(self.page.items, self.page.cursors, strict=True)]

    @answered("How many there are on all pages.")
    def total_count(self) -> int:
        return self.page.total

    @answered("Where the page stands.")
    def page_info(self) -> PageInfo:
        cursors: Sequence[str | None] = self.page.cursors or (None,)
        return PageInfo(
            has_next_page=self.page.has_next,
            has_previous_page=self.page.has_previous,
            start_cursor=cursors[0],
            end_cursor=cursors[-1],
        )


def bounded(first: int) -> int:
    """The page size, refused outside what a page may hold."""
    if not 0 <= first <= PAGE_LIMIT:
        raise UsedWrongly(f"first: {first} is not from 0 to {PAGE_LIMIT}. Ask for less, and go on with `after`.")
    return first


def connected(context: Context, cut: Page[Any]) -> Connection[Any]:
    """A page of objects that no tie led to."""
    return _connection(context, cut.each(lambda item: (item, None)))


def many() -> Any:
    """The relation of the field's name, as pages."""
    return asked(_many)


def one() -> Any:
    """The relation of the field's name where it leads to one node at most."""
    return asked(_one)


async def related(self: Any, context: Context, relation: Relation, first: int, after: str | None) -> Connection[Any]:
    """A page of where the relation leads from this object, seen in the object's own view."""
    view: View = self.view
    tied = await context.related(relation, self.id, view)
    cut = page(tied, key=lambda one: f"{one.row['id']} {one.via or ''}", first=bounded(first), after=after)
    return _connection(context, cut.each(lambda one: (made(one.label, one.row, view), tie_of(relation, one, view))))


def relation_of(self: object, field: str) -> Relation:
    """The relation of that name of the object's own label, for fields that many labels share."""
    return RELATIONS[f"{snake(type(self).__name__)}.{field}"]


def _many(relation: Relation) -> Callable[..., Awaitable[Any]]:
    async def resolve(self: Any, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Any:
        return await related(self, info.context, relation, first, after)

    return resolve


def _one(relation: Relation) -> Callable[..., Awaitable[Any]]:
    async def resolve(self: Any, info: Info) -> Any:
        tied = await info.context.related(relation, self.id, self.view)
        info.context.spend(len(tied[:1]))
        return made(tied[0].label, tied[0].row, self.view) if tied else None

    return resolve


def _connection(context: Context, cut: Page[tuple[Any, Tie | None]]) -> Connection[Any]:
    context.spend(len(cut.items))
    return Connection(page=cut)
