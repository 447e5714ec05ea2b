"""The little world of ``tests/compare/world`` in both stores, and the curated graph in the embedded one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.backends.embedded import EmbeddedStore
from graph.knowledge import Knowledge
from graph.store import Store
from ingest.check import checked


@pytest.fixture(scope="session")
def compared_world() -> Knowledge:
    return checked(Path(__file__).parent / "world")


@pytest.fixture(scope="session")
def embedded_compared(compared_world: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = EmbeddedStore(tmp_path_factory.mktemp("compared"))
    opened.publish(compared_world)
    yield opened
    opened.close()


@pytest.fixture
def neo4j_compared(_neo4j_opened: Store, compared_world: Knowledge) -> Store:
    _neo4j_opened.publish(compared_world)
    return _neo4j_opened


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.docker)])
def store(request: pytest.FixtureRequest) -> Store:
    """Each store in turn, with the little world in it. For reading only."""
    found: Store = request.getfixturevalue(f"{request.param}_compared")
    return found


@pytest.fixture(scope="session")
def curated() -> Knowledge:
    return checked()


@pytest.fixture(scope="session")
def curated_store(curated: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = EmbeddedStore(tmp_path_factory.mktemp("curated"))
    opened.publish(curated)
    yield opened
    opened.close()
