"""The statements that reach a database: named files in ``cypher/``, each with a header that is its interface."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Statement:
    """One named statement. ``parameters`` and ``columns`` are what its header declares."""

    name: str
    text: str
    question: str
    parameters: tuple[str, ...]
    columns: tuple[str, ...]


@cache
def statement(name: str) -> Statement:
    """The statement of ``cypher/<name>.cypher``, such as ``read/routes``."""
    text = files("cypher").joinpath(f"{name}.cypher").read_text(encoding="utf-8")
    header = {
        key.strip(): value.strip()
        for key, _, value in (line[2:].partition(":") for line in text.splitlines() if line.startswith("//"))
    }
    return Statement(
        name,
        text,
        header.get("Question", ""),
        _names(header.get("Parameters", "")),
        _names(header.get("Columns", "")),
    )


def _names(listed: str) -> tuple[str, ...]:
    """
    >>> _names("ids (list of text), on (date, or null)"), _names("none")
    (('ids', 'on'), ())
    """
    bare = re.sub(r"\([^)]*\)", "", listed)
    return tuple(name for part in bare.split(",") if (name := part.strip()) and name != "none")
