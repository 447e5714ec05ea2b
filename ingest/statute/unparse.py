"""From the tree back to the text."""

from __future__ import annotations

from ingest.statute.tree import Statute


def unparse(statute: Statute) -> str:
    """The very text that was parsed, from the leaves of the tree and nothing else."""
    return "".join(leaf.raw for leaf in statute.leaves())
