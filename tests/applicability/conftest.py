"""The curated graph in a store, made once for all tests of applicability."""

from __future__ import annotations

import pytest

from graph.applies.rulebook import Rulebook, rulebook
from graph.store import Store
from graph.view import view


@pytest.fixture(scope="session")
def embedded(curated_store: Store) -> Store:
    return curated_store


@pytest.fixture(scope="session")
def book(embedded: Store) -> Rulebook:
    """The rulebook of every basis."""
    return rulebook(embedded, view(None))
