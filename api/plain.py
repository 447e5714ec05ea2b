"""Answers as plain values, for JSON: what a frozen answer holds and what it opens on demand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from graph.applies.applicability import Finding
from graph.applies.contest import Stance
from graph.change.pictures import Detail
from graph.overlaps.likeness import Likeness


def plain(value: Any) -> Any:
    """Maps, lists, texts, numbers and dates. Details become one map; a likeness and the reason of a finding are opened.

    >>> plain((Detail("n", ("10",)), Detail("unit", ())))
    {'n': ['10'], 'unit': []}
    """
    match value:
        case Likeness():
            opened = ("dimension", "verdict", "shared", "only_first", "only_second")
            return {key: plain(getattr(value, key)) for key in opened}
        case Finding() | Stance():
            told = {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.name != "reason"}
            return {**told, "why": plain(value.why)}
        case (Detail(), *_):
            return {detail.key: list(detail.values) for detail in value}
        case tuple() | list():
            return [plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value
