"""An answer comes from one revision, also when another is published while it is made."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from api.loaders import Context
from api.schema import Operation, answer
from graph.backends.embedded import EmbeddedStore
from graph.knowledge import Knowledge
from graph.model import Row
from graph.statements import Statement
from graph.store import Parameters, Store

QUERY = "{ obligations(first: 2) { nodes { id article { number } } } }"


class MovingStore(EmbeddedStore):
    """Publishes the next graph after each of the first reads of a question."""

    def __init__(self, directory: Path, coming: Iterator[Knowledge]) -> None:
        super().__init__(directory)
        self._coming = coming
        self.reads = 0

    def read(self, statement: Statement, parameters: Parameters) -> list[Row]:
        self.reads += 1
        rows = super().read(statement, parameters)
        if (knowledge := next(self._coming, None)) is not None:
            self.publish(knowledge)
        return rows


@pytest.fixture
def revisions(world: Knowledge) -> list[Knowledge]:
    return [replace(world, checked_through=world.checked_through + timedelta(days=n)) for n in range(20)]


def test_an_answer_that_met_two_revisions_is_made_again(tmp_path: Path, revisions: list[Knowledge]) -> None:
    store = MovingStore(tmp_path, iter(revisions[1:3]))
    store.publish(revisions[0])

    body = asyncio.run(answer(store, Operation(QUERY), today=date(2026, 11, 20))).body

    assert store.reads > 4
    assert body["extensions"]["revision"] == revisions[2].revision == store.revision()
    assert [node["article"]["number"] for node in body["data"]["obligations"]["nodes"]] == ["24", "28"]


def test_an_answer_is_not_made_again_for_ever(tmp_path: Path, revisions: list[Knowledge]) -> None:
    store = MovingStore(tmp_path, iter(revisions[1:]))
    store.publish(revisions[0])

    body = asyncio.run(answer(store, Operation(QUERY), today=date(2026, 11, 20))).body

    assert store.reads <= 12
    assert len(body["data"]["obligations"]["nodes"]) == 2


def test_a_field_that_is_cancelled_does_not_take_away_what_served_the_answer(embedded_world: Store) -> None:
    async def asked() -> str | None:
        context = Context(embedded_world, date(2026, 11, 20))
        field = asyncio.create_task(context.served())
        await asyncio.sleep(0)
        field.cancel()
        await asyncio.gather(field, return_exceptions=True)
        return (await context.served()).revision

    assert asyncio.run(asked()) == embedded_world.revision()
