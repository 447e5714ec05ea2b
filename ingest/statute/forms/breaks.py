"""Single line breaks that a hand-made copy has too many or too few of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.statute.fold import Edit
from ingest.statute.forms.page import BEGINS_PLAINLY, MARK

_A_LONG_LINE = 18
_LOST_BREAK = re.compile(r"(?<=。)[ \u3000]+(?=[\u4e00-\u9fff（《“])")


def lone_breaks(text: str) -> Iterator[Edit]:
    """Lines broken in the middle of a sentence, within the articles of a text that is not broken throughout.

    A long line that stops without any sign, and the next that begins no unit and ends a sentence, are one. Short lines stay:
    captions and lists of offices have no sign either.
    """
    at = 0
    within = False
    held: int | None = None
    """Where the words of a line end that stops midway."""
    for line in text.split("\n"):
        words = line.strip()
        if words:
            goes_on = held is not None and BEGINS_PLAINLY.match(words) and not MARK.match(words)
            if held is not None and goes_on and (words[-1] in "。；：:;" or stops_midway(words)):
                yield Edit(held, at + len(line) - len(line.lstrip()))
            within = within or words.lstrip("*# ").startswith("第一条")
            held = at + len(line.rstrip()) if within and words[0] not in "#|<>" and stops_midway(words) else None
        at += len(line) + 1


def stops_midway(words: str) -> bool:
    """Whether a long line stops at a character or a comma."""
    return len(words) >= _A_LONG_LINE and (words[-1] in "，、" or "\u4e00" <= words[-1] <= "\u9fff")


def glued_paragraphs(text: str) -> Iterator[Edit]:
    """A blank behind a full stop, where the text has few of them, is a line break that was lost."""
    gaps = list(_LOST_BREAK.finditer(text))
    if len(gaps) * 5 <= text.count("。"):
        yield from (Edit(gap.start(), gap.end(), "\n") for gap in gaps)
