"""Text with a blank between all characters, as some PDF writers leave it: 第 一 条 为 了 规 范."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.statute.fold import Edit

_WIDE = r"\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…·"
_GAP = re.compile(rf"(?<=[{_WIDE}0-9A-Za-z.]) (?=[{_WIDE}0-9A-Za-z.])")
_SINGLE = re.compile(rf"(?:(?<![^ \n])[{_WIDE}0-9A-Za-z.] ){{4}}[{_WIDE}]")


def edits_of(text: str) -> Iterator[Edit]:
    """The blanks between single characters, in every line that is written so."""
    if " " not in text:
        return
    for line in re.finditer(r"[^\n]+", text):
        if line[0].count(" ") * 5 < len(line[0]) * 2 or _SINGLE.search(line[0]) is None:
            continue
        yield from (Edit(m.start(), m.end()) for m in _GAP.finditer(text, line.start(), line.end()))
