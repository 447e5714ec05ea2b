"""What both stores say in the same words."""

from __future__ import annotations


def timed_out(doing: str, seconds: float) -> str:
    return f"{doing} took longer than {seconds:g} s and was stopped. Ask for less at once."


def too_many_rows(doing: str, allowed: int) -> str:
    return f"{doing} gives more than the {allowed} rows allowed, so none is given. Ask for less at once."


def number_too_large(doing: str) -> str:
    return f"A number given to {doing} does not fit into 64 bits. Give a smaller one."


def closed(address: str) -> str:
    return f"{address} was closed, so it cannot answer. Open it again."
