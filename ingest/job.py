"""The ingest job: read, assemble, validate, publish. Nothing is written unless everything is sound."""

from __future__ import annotations

from pathlib import Path

from graph.errors import UsedWrongly
from graph.store import Published, Store
from ingest.check import CURATED, checked
from ingest.read import Tell, silent


def ingest(store: Store, *, facts: Path = CURATED, texts: Path | None = None, tell: Tell = silent) -> Published:
    """Publish the facts in the folder as one revision; the same facts again publish nothing.

    Raises ``ProblemsFound`` with every problem of every file, before the store is touched. ``tell`` hears how many of
    how many steps are done.
    """
    if texts is not None:
        raise UsedWrongly(
            "Reading official texts is not built yet, so --texts would check nothing. "
            "Run without it: the curated facts are ingested."
        )
    return store.publish(checked(facts, tell=tell))
