"""What was made from one revision, kept for the next question.

A revision is named by its content alone: the same key always means the same value, so nothing kept is ever stale.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Kept(Generic[T]):
    """The newest few values; the oldest gives way. Safe to use from several threads."""

    limit: int
    _values: dict[Hashable, T] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: Hashable) -> T | None:
        return self._values.get(key)

    def keep(self, key: Hashable, value: T) -> T:
        with self._lock:
            while len(self._values) >= self.limit:
                del self._values[next(iter(self._values))]
            self._values[key] = value
        return value

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        found = self.get(key)
        return self.keep(key, make()) if found is None else found
