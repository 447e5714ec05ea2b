"""Pages of a list whose order is total: an item's key is its place, and a cursor is a key made opaque."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.errors import UsedWrongly

T = TypeVar("T")
U = TypeVar("U")

PAGE_LIMIT = 100
"""What a door gives at most in one page."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list: its items with their cursors, and what stands around them."""

    items: tuple[T, ...]
    cursors: tuple[str, ...]
    total: int
    has_previous: bool
    has_next: bool

    def of(self, meant: Mapping[T, U]) -> Page[U]:
        """The same page of what its items stand for; one that stands for nothing any more is left out."""
        kept = [(meant[item], cursor) for item, cursor in zip(self.items, self.cursors, strict=True) if item in meant]
        return Page(
            tuple(item for item, _ in kept),
            tuple(cursor for _, cursor in kept),
            self.total,
            self.has_previous,
            self.has_next,
        )

    def each(self, meant: Callable[[T], U]) -> Page[U]:
        """The same page of what is made of its items."""
        return Page(tuple(map(meant, self.items)), self.cursors, self.total, self.has_previous, self.has_next)


def page(items: Sequence[T], *, key: Callable[[T], str], first: int | None = None, after: str | None = None) -> Page[T]:
    """Cut the first items, or those after a cursor; without ``first``, all of them.

    A cursor whose item has left the list is refused, not guessed at: the graph was published anew, or it belongs to
    another list.
    """
    if first is not None and first < 0:
        raise UsedWrongly(f"first: {first} is less than nothing. Ask for 0 or more.")
    keys = [key(item) for item in items]
    begin = 0 if after is None else _place(keys, after) + 1
    end = len(items) if first is None else min(begin + first, len(items))
    return Page(tuple(items[begin:end]), tuple(map(cursor, keys[begin:end])), len(items), begin > 0, end < len(items))


def cursor(key: str) -> str:
    """
    >>> cursor("cn.ob.algo-2021.file")
    'Y24ub2IuYWxnby0yMDIxLmZpbGU'
    """
    return urlsafe_b64encode(key.encode()).decode().rstrip("=")


def _place(keys: Sequence[str], after: str) -> int:
    try:
        return keys.index(urlsafe_b64decode(after + "=" * (-len(after) % 4)).decode())
    except ValueError:
        raise UsedWrongly(
            f'after: "{after[:80]}" is not a cursor of this list as it is now. Take `endCursor` of a page of the same '
            "question, or start again without `after`."
        ) from None
