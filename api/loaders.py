"""Batched reads for one GraphQL operation: what a level of a query needs is asked for once, however many rows it has."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader

from graph.deadlines import Clock, clocks
from graph.errors import UsedWrongly
from graph.lookup import Tied, labels, nodes, related
from graph.meta import Meta, meta
from graph.model import Row
from graph.relations import Relation
from graph.routes import Address, Routing, addresses, routings
from graph.store import Store
from graph.view import View, view
from graph.vocabulary import Basis

T = TypeVar("T")

NODE_LIMIT = 5_000
"""What one answer may hold. Ties run in circles, so a short query can ask for more than any machine has."""


class TooMuchAsked(UsedWrongly):
    """An operation asks for more than one answer may hold."""

    def __init__(self) -> None:
        super().__init__(
            f"This answer would hold more than {NODE_LIMIT} nodes, so it was not finished. "
            "Ask for fewer levels at once, or for smaller pages with `first`."
        )


class Context:
    """What the resolvers of one operation share: the store, today, and one loader for each kind of batched read.

    ``revisions`` gathers the revision of everything that was read, and ``days`` the days that were asked about.
    """

    def __init__(self, store: Store, today: date) -> None:
        self.store = store
        self.today = today
        self.revisions: set[str] = set()
        self.days: set[date] = set()
        self._served: asyncio.Task[Meta] | None = None
        self._loaders: dict[object, DataLoader[str, Any]] = {}
        self._left = NODE_LIMIT

    def view(self, on: date | None, basis: Iterable[Basis] | None, *, drafts: bool) -> View:
        """How a root field looks at the graph; without a day, as it is today."""
        self.days.add(on or self.today)
        return view(on or self.today, basis, drafts=drafts)

    async def served(self) -> Meta:
        """What answers now, asked once."""
        if self._served is None:
            self._served = asyncio.create_task(self.run(meta))
        # A field that fails cancels its siblings; the answer as a whole still asks what served it.
        served = await asyncio.shield(self._served)
        self.revisions.add(served.revision)
        return served

    def spend(self, count: int) -> None:
        """Count nodes that go into the answer."""
        self._left -= count
        if self.exhausted:
            raise TooMuchAsked

    @property
    def exhausted(self) -> bool:
        """Whether more was asked for than one answer may hold."""
        return self._left < 0

    async def run(self, question: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Ask a question of the graph in a worker thread, so that others are answered meanwhile."""
        return await asyncio.to_thread(question, self.store, *args, **kwargs)

    async def label(self, identifier: str) -> str | None:
        label: str | None = await self._load("label", identifier, lambda asked: labels(self.store, asked))
        return label

    async def node(self, label: str, identifier: str) -> Row | None:
        """The node of that id, None when there is none."""
        row: Row | None = await self._load(label, identifier, lambda asked: nodes(self.store, label, asked))
        if row:
            self.revisions.add(str(row["revision"]))
        return row

    async def nodes(self, label: str, ids: Iterable[str]) -> list[Row | None]:
        """The nodes of those ids, None for one that is not there."""
        rows: list[Row | None] = await self._load_many(label, ids, lambda asked: nodes(self.store, label, asked))
        return self._seen(rows)

    async def related(self, relation: Relation, identifier: str, view: View) -> list[Tied]:
        """Where the relation leads from there. Several labels: the rows are read by a second statement per label."""
        tied: list[Tied] = await self._load(
            (relation.name, view), identifier, lambda asked: related(self.store, relation, asked, view)
        )
        if relation.target:
            self._seen([one.row for one in tied])
            return tied
        return await self._completed(tied)

    async def routings(self, obligation: str, view: View) -> list[Routing]:
        ways: list[Routing] = await self._load(
            ("routings", view), obligation, lambda asked: routings(self.store, asked, view)
        )
        self.revisions.update(way.revision for way in ways)
        return ways

    async def clocks(self, obligation: str, view: View) -> list[Clock]:
        running: list[Clock] = await self._load(
            ("clocks", view), obligation, lambda asked: clocks(self.store, asked, view)
        )
        self.revisions.update(clock.revision for clock in running)
        return running

    async def addresses(self, platform: str, view: View) -> tuple[Address, ...]:
        found: tuple[Address, ...] = await self._load(
            ("addresses", view), platform, lambda asked: addresses(self.store, asked, view)
        )
        return found

    async def _completed(self, tied: list[Tied]) -> list[Tied]:
        ids_by_label: dict[str, list[str]] = {}
        for one in tied:
            ids_by_label.setdefault(one.label, []).append(str(one.row["id"]))
        read = await asyncio.gather(*(self.nodes(label, ids) for label, ids in ids_by_label.items()))
        rows = {str(row["id"]): row for found in read for row in found if row}
        return [
            Tied(one.label, rows[str(one.row["id"])], one.tie, one.via) for one in tied if str(one.row["id"]) in rows
        ]

    def _seen(self, rows: list[Row | None]) -> list[Row | None]:
        self.revisions.update(str(row["revision"]) for row in rows if row)
        return rows

    async def _load(self, name: object, key: str, read: Callable[[list[str]], Mapping[str, Any]]) -> Any:
        return await self._loader(name, read).load(key)

    async def _load_many(
        self, name: object, keys: Iterable[str], read: Callable[[list[str]], Mapping[str, Any]]
    ) -> list[Any]:
        return await self._loader(name, read).load_many(keys)

    def _loader(self, name: object, read: Callable[[list[str]], Mapping[str, Any]]) -> DataLoader[str, Any]:
        if name not in self._loaders:

            async def load(keys: list[str]) -> list[Any]:
                found = await asyncio.to_thread(read, keys)
                return [found.get(key) for key in keys]

            self._loaders[name] = DataLoader(load_fn=load)
        return self._loaders[name]
