"""Items that stand in the line of their paragraph, paragraphs and headings glued behind it, as rows of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

from ingest.statute.grammar import BLANK, NUMERAL
from ingest.statute.lines import RANK, Row
from ingest.statute.numerals import number

_INSIDE = re.compile(r"(?P<mark>[（(](?P<value>[一二三四五六七八九十]{1,3})[)）])(?!项|款|目|、|至|和|或)")
_BEFORE = re.compile(r"[：:；;。，,][ \t\u3000]{0,4}\Z")
_HEADING = re.compile(
    rf"(?<![^。\s])第(?P<value>[{NUMERAL}]+)(?P<level>编|章|节){BLANK}*(?!的|规定)[^。；，、：\n]{{1,40}}(?=\s|第|\Z)"
)
_SENTENCE_END = re.compile(r"。[ \t\u3000]*(?=[^”’）)\s])")


def apart(rows: Sequence[Row], text: str) -> list[Row]:
    """The rows with every list that is written in one line taken apart.

    Only marks in their order count: （一） after a colon, each next one after a semicolon, a comma or a full stop.
    """
    # Most marks begin a line: the character before tells those apart at once.
    found = [
        m
        for m in _INSIDE.finditer(text)
        if text[m.start() - 1 : m.start()] not in ("", "\n") and _BEFORE.search(text, max(0, m.start() - 5), m.start())
    ]
    if not found:
        return list(rows)
    starts = [row.start for row in rows]
    inside: dict[int, list[re.Match[str]]] = {}
    for mark in found:
        i = bisect_right(starts, mark.start()) - 1
        if rows[i].begin <= mark.start("mark") < rows[i].end and mark.start("mark") > rows[i].begin:
            inside.setdefault(i, []).append(mark)
    out: list[Row] = []
    for i, row in enumerate(rows):
        if i in inside and row.begins in ("plain", "article", "item", "point"):
            following = rows[i + 1] if i + 1 < len(rows) and rows[i + 1].begins == "item" else None
            out += _pieces(row, text, inside[i], following.value if following else None)
        else:
            out.append(row)
    return out


def with_headings(rows: Sequence[Row], text: str) -> list[Row]:
    """The rows with every heading that is glued to the words before a first article in a row of its own."""
    out: list[Row] = []
    for row, following in zip_longest(rows, rows[1:]):
        at = None
        if (
            row.begins in ("plain", "item", "article")
            and following
            and following.begins == "article"
            and text[row.end - 1] != "。"
        ):
            tail = max(row.begin, row.end - 60)
            at = next((m for m in _HEADING.finditer(text, tail, row.end) if m.end() == row.end), None)
        if at is None:
            out.append(row)
            continue
        start = row.start if row.begins == "plain" and at.start() == row.mark else at.start()
        if start > row.start:
            out.append(row._replace(end=_trimmed(text, row.begin, start), stop=start))
        rank, value = RANK[at["level"]], number(at["value"])
        out.append(Row("division", start, at.start(), at.start(), row.end, row.stop, row.line, value, rank))
    return out


def _pieces(row: Row, text: str, marks: Sequence[re.Match[str]], following: int | None) -> list[Row]:
    """The row, cut before every mark that is due. ``following`` is the number of an item right below."""
    due = row.value + 1 if row.begins == "item" else 1
    cuts: list[tuple[int, int, int]] = []
    for mark in marks:
        if number(mark["value"]) != due or (due == 1 and text[mark.start("mark") - 1 :][:1] not in "：: \t\u3000"):
            continue
        cuts.append((mark.start("mark"), mark.end("mark"), due))
        due += 1
    if not cuts or (row.begins != "item" and len(cuts) < 2 and following != due):
        return [row]
    pieces = [row._replace(end=_trimmed(text, row.begin, cuts[0][0]), stop=cuts[0][0])]
    edges = [*(start for start, _, _ in cuts[1:]), row.stop]
    for (start, begin, value), stop in zip(cuts, edges, strict=True):
        end = row.end if stop == row.stop else _trimmed(text, begin, stop)
        pieces.append(Row("item", start, start, begin, end, stop, row.line, value))
    return [*pieces[:-1], *_tail(pieces, text)]


def _tail(pieces: Sequence[Row], text: str) -> list[Row]:
    """The last item, and what is glued behind its full stop when the items before it end in semicolons."""
    last = pieces[-1]
    before = [piece for piece in pieces[:-1] if piece.begins == "item"]
    glued = _SENTENCE_END.search(text, last.begin, last.end)
    if not glued or not before or any(text[piece.end - 1] not in "；;" for piece in before):
        return [last]
    at = glued.end()
    return [
        last._replace(end=glued.start() + 1, stop=at),
        Row("plain", at, at, at, last.end, last.stop, last.line),
    ]


def _trimmed(text: str, begin: int, end: int) -> int:
    return begin + len(text[begin:end].rstrip())
