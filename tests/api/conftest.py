"""The little world of ``tests/api/world``, in both stores, and the doors over it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from api.schema import Operation, answer
from graph.knowledge import Knowledge
from graph.model import Row
from graph.statements import Statement
from graph.store import Parameters, Published, Store
from ingest.check import checked

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def world() -> Knowledge:
    return checked(Path(__file__).parent / "world")


@pytest.fixture(scope="session")
def embedded_world(embedded_with: Callable[[Knowledge], Store], world: Knowledge) -> Store:
    return embedded_with(world)


@pytest.fixture
def store(store_with: Callable[[Knowledge], Store], world: Knowledge) -> Store:
    """Each store in turn, with the little world in it. For reading only."""
    return store_with(world)


@pytest.fixture
def ask(store: Store) -> Callable[..., dict[str, Any]]:
    """Answer a GraphQL document as on the 20th of November 2026."""

    def asked(query: str, /, **variables: Any) -> dict[str, Any]:
        return asyncio.run(answer(store, Operation(query, variables), today=TODAY)).body

    return asked


class Client:
    """Speaks HTTP with an application in this process."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        return self.request("POST", path, **options)

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def sent() -> httpx.Response:
            transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
                return await client.request(method, path, **options)

        return asyncio.run(sent())


@pytest.fixture
def client(embedded_world: Store) -> Client:
    return Client(create_app(embedded_world))


@pytest.fixture
def client_of() -> Callable[[FastAPI], Client]:
    return Client


class CountingStore:
    """A store that remembers the names of the statements it was asked."""

    def __init__(self, inner: Store) -> None:
        self._inner = inner
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return self._inner.address

    def read(self, statement: Statement, parameters: Parameters) -> list[Row]:
        self.asked.append(statement.name)
        return self._inner.read(statement, parameters)

    def revision(self) -> str | None:
        return self._inner.revision()

    def publish(self, knowledge: Knowledge) -> Published:
        return self._inner.publish(knowledge)

    def close(self) -> None:
        self._inner.close()


@pytest.fixture
def counting(embedded_world: Store) -> CountingStore:
    return CountingStore(embedded_world)
