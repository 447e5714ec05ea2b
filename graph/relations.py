"""Relations as declared, batched reads: each is one statement that takes keys and gives rows tagged by key."""

from __future__ import annotations


def rendered_relations() -> dict[str, str]:
    """The rendered statement files of all relations and node reads, by path."""
    return {}
