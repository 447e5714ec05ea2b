"""The little world of ``tests/overlap/world`` in both stores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.knowledge import Knowledge
from graph.store import Store
from ingest.check import checked


@pytest.fixture(scope="session")
def overlapping_world() -> Knowledge:
    return checked(Path(__file__).parent / "world")


@pytest.fixture
def store(store_with: Callable[[Knowledge], Store], overlapping_world: Knowledge) -> Store:
    """Each store in turn, with the little world in it. For reading only."""
    return store_with(overlapping_world)
