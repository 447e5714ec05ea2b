"""Which lines that begin with 第X条 are heads of articles, by the order of the law's own numbers.

A citation at the start of a line is no head; a head glued to its words, to the paragraph before, or with one character
spoiled by OCR is one, when its number is the one that is due.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ingest.statute.front import is_title
from ingest.statute.grammar import ARTICLE, BLANK, CITES_ON
from ingest.statute.lines import Row, behind_mark
from ingest.statute.numerals import number

Number = tuple[int, int]
"""X and Z of 第X条之Z; Z is 0 without 之."""

_INSIDE = re.compile(rf"(?<=[。；：:!！?？）)\]】\s*])(?P<head>{ARTICLE})")
_A_LAW = 3
"""Heads that a text without one at the start of a line must have to be read as a law."""
_SPOILED = re.compile(rf"{BLANK}*[第笫](?P<spoiled>[^\s条。，、；：“”（）()]{{1,7}})条(?=[\s（(【])")


def with_heads(rows: Sequence[Row], text: str, *, strictly: bool = False) -> list[Row]:
    """The rows with every article head that counts, and no other: what is none has become plain.

    ``strictly`` for amendments, whose replacement text has heads of its own: there only the very next number is a head.
    Of several texts in one file the longest is the law; one behind it is an annex, from its title on.
    """
    heads = [i for i, row in enumerate(rows) if row.begins == "article"]
    runs = _runs(rows, heads, text, strictly)
    main = max(runs, key=len, default=[])
    counted = frozenset(main)
    kept = [row if row.begins != "article" or i in counted else plain(row) for i, row in enumerate(rows)]
    if strictly:
        return kept
    behind = next((run for run in runs if main and run[0] > main[-1]), None)
    if behind is not None:
        title = _title_of(kept, main[-1] + 1, behind[0], text)
        kept[title] = kept[title]._replace(begins="annex")
        return [*_completed(kept[:title], text), *kept[title:]]
    return _completed(kept, text)


def _runs(rows: Sequence[Row], heads: Sequence[int], text: str, strictly: bool) -> list[list[int]]:
    """The heads that continue the order of numbers; a new run where it begins again at 第一条."""
    runs: list[list[int]] = []
    numbers = [(rows[i].value, rows[i].below) for i in heads]
    due_later: dict[Number, int] = {n: k for k, n in enumerate(numbers)}
    """For each number the last head that has it."""
    last: Number | None = None
    for k, (i, found) in enumerate(zip(heads, numbers, strict=True)):
        row = rows[i]
        next_ones = _next(last)
        cites = CITES_ON.match(text, row.begin) is not None
        again = False
        if found in next_ones:
            ok = row.sure or not cites
        elif not row.sure or strictly:
            ok = last is None and row.sure
        elif last is None:
            ok = not cites
        elif found > last:
            # A jump: a citation at the start of a line when the number that is due still comes.
            ok = not cites and not any(due_later.get(n, -1) > k for n in next_ones)
        else:
            # Again from the start: a second text in the file. Any other step back is a citation.
            again = ok = found == (1, 0) and not cites and due_later.get((2, 0), -1) > k
        if ok:
            if again or not runs:
                runs.append([])
            runs[-1].append(i)
            last = found
    return runs


def _title_of(rows: Sequence[Row], start: int, head: int, text: str) -> int:
    """The row that names the text whose first article is at ``head``: 附件, or a title, else the headings right above it."""
    for i in range(start, head):
        if rows[i].begins == "annex" or (rows[i].begins == "plain" and is_title(rows[i].words(text))):
            return i
    while head > start and rows[head - 1].begins == "division":
        head -= 1
    return head


def _next(last: Number | None) -> tuple[Number, ...]:
    return ((1, 0),) if last is None else ((last[0] + 1, 0), (last[0], last[1] + 1))


def plain(row: Row) -> Row:
    """The row as words without a mark."""
    return row if row.begins == "plain" else row._replace(begins="plain", begin=row.mark, value=0, below=0)


def _completed(rows: list[Row], text: str) -> list[Row]:
    """Heads that are due but do not begin a line, or whose number is spoiled, get rows of their own."""
    heads = [i for i, row in enumerate(rows) if row.begins == "article"]
    first = (rows[heads[0]].value, rows[heads[0]].below) if heads else None
    out: list[Row] = []
    done = 0
    if first != (1, 0) and "第一条" in text:
        added = _due(rows[: heads[0]] if heads else rows, text, (0, 0), first)
        if added is not None and (heads or sum(row.begins == "article" for row in added) >= _A_LAW):
            out, done = added, heads[0] if heads else len(rows)
    for k, i in enumerate(heads):
        last = (rows[i].value, rows[i].below)
        until = heads[k + 1] if k + 1 < len(heads) else len(rows)
        following = (rows[until].value, rows[until].below) if until < len(rows) else None
        if following is not None and following in _next(last):
            continue
        added = _due(rows[i:until], text, last, following)
        if added is not None:
            out += rows[done:i]
            out += added
            done = until
    return out + rows[done:] if done else rows


def _due(rows: Sequence[Row], text: str, last: Number, following: Number | None) -> list[Row] | None:
    """The rows of a stretch with the heads that are due in it, or ``None`` when there are none."""
    if not rows:
        return None
    begin, stop = rows[0].begin if rows[0].begins == "article" else rows[0].start, rows[-1].stop
    cuts: list[tuple[int, int, Number]] = []
    starts = [row.start for row in rows]
    at = begin
    while True:
        found = next(
            (
                m
                for m in _INSIDE.finditer(text, at, stop)
                if (number(m["article"]), number(m["after"]) if m["after"] else 0) in _next(last)
                and CITES_ON.match(text, m.end()) is None
            ),
            None,
        )
        if found is None:
            break
        last = (number(found["article"]), number(found["after"]) if found["after"] else 0)
        if following is not None and last >= following:
            break
        cuts.append((found.start("head"), found.end("head"), last))
        at = found.end()
    if following is not None and following == (last[0] + 2, 0):
        # 第三十－条, 第H■一条: exactly one number is due, and exactly one line looks like its head.
        spoiled = [m for row in rows[1:] if row.start >= at and (m := _SPOILED.match(text, row.start))]
        if len(spoiled) == 1:
            cuts.append((spoiled[0].start(), spoiled[0].end(), (last[0] + 1, 0)))
    if not cuts:
        return None
    out = list(rows)
    for start, end, (value, below) in cuts:
        j = bisect_right(starts, start) - 1
        row = out[j]
        begin = behind_mark(text, end, row.end)
        head = Row("article", start, start, begin, row.end, row.stop, row.line, value, below, sure=False)
        before = text[row.begin : start].rstrip() if start > row.start else ""
        pieces = [head] if start <= row.mark else [row._replace(end=row.begin + len(before), stop=start), head]
        if start <= row.mark:
            pieces[0] = head._replace(start=row.start)
        out[j : j + 1] = pieces
        starts[j : j + 1] = [piece.start for piece in pieces]
    return out
