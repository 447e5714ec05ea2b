"""What a form gives: the words as they were found, and what has to be changed in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ingest.statute.fold import SAME, Edit, Way, edited


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way: ``raw`` stays, ``text`` is changed step by step, ``way`` leads back."""

    raw: str
    text: str
    way: Way = SAME
    left_out: tuple[tuple[int, int, str], ...] = ()
    """Stretches of ``raw`` that are not in ``text``, and why."""
    metadata: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, raw: str, metadata: Mapping[str, str] | None = None) -> Draft:
        return cls(raw, raw, metadata=metadata or {})

    def after(self, edits: Iterable[Edit]) -> Draft:
        """The draft with these edits made in ``text``."""
        made = sorted(edits)
        if not made:
            return self
        text, way = edited(self.text, made)
        left_out = tuple(
            (self.way.back(edit.start), self.way.back(edit.end - 1) + 1, edit.why)
            for edit in made
            if edit.why is not None and edit.end > edit.start
        )
        return Draft(self.raw, text, way.after(self.way), self.left_out + left_out, self.metadata)
