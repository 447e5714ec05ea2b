"""The little world of ``tests/overlap/world`` in both stores, and the curated graph in the embedded one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.backends.embedded import EmbeddedStore
from graph.knowledge import Knowledge
from graph.store import Store
from ingest.check import checked


@pytest.fixture(scope="session")
def overlapping_world() -> Knowledge:
    return checked(Path(__file__).parent / "world")


@pytest.fixture(scope="session")
def embedded_overlapping(overlapping_world: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = EmbeddedStore(tmp_path_factory.mktemp("overlapping"))
    opened.publish(overlapping_world)
    yield opened
    opened.close()


@pytest.fixture
def neo4j_overlapping(_neo4j_opened: Store, overlapping_world: Knowledge) -> Store:
    _neo4j_opened.publish(overlapping_world)
    return _neo4j_opened


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.docker)])
def store(request: pytest.FixtureRequest) -> Store:
    """Each store in turn, with the little world in it. For reading only."""
    found: Store = request.getfixturevalue(f"{request.param}_overlapping")
    return found


@pytest.fixture(scope="session")
def curated_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = EmbeddedStore(tmp_path_factory.mktemp("curated"))
    opened.publish(checked())
    yield opened
    opened.close()
