"""The curated graph in a store, made once for all tests of applicability."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.backends import open_store
from graph.knowledge import Knowledge
from graph.rulebook import Rulebook, rulebook
from graph.store import Store
from graph.view import view
from ingest.check import checked


@pytest.fixture(scope="session")
def curated() -> Knowledge:
    return checked()


@pytest.fixture(scope="session")
def embedded(curated: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(f"embedded:{tmp_path_factory.mktemp('applicability')}")
    opened.publish(curated)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def book(embedded: Store) -> Rulebook:
    """The rulebook of every basis."""
    return rulebook(embedded, view(None))
