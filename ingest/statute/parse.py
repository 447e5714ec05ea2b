"""``parse``: the text of a statute to its tree. It never refuses a text; see ``ingest.statute.tree`` for what it promises.

Rows (``lines``) get their heads by the order of the law's own numbers (``numbering``), glued units are taken apart
(``inline``), what stands before (``front``) and behind (``ending``) is told from the body (``body``).
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.statute.amendment import as_amendment, changes_another_act
from ingest.statute.body import body_of, heads_articles
from ingest.statute.ending import annexes_of, ends_at
from ingest.statute.front import dates_of, front_of, line_of, unread_of
from ingest.statute.inline import apart, with_headings
from ingest.statute.lines import RANK, Row, rows_of
from ingest.statute.numbering import with_heads
from ingest.statute.tree import Kind, Statute, Unread

_LOWEST = 9
"""Below every rank of a heading."""


def parse(text: str) -> Statute:
    """The tree of one text as ``read`` gives it (``Reading.text``); any other string also gets a tree."""
    rows = rows_of(text)
    if not rows:
        return Statute(Kind.OTHER, unread=(Unread(0, 1, text, 0, 0),) if text else ())
    kind, quoted = Kind.STATUTE, None
    if changes_another_act(rows, text):
        amendment = as_amendment(rows, text)
        kind, rows, quoted, unit, stop = (
            Kind.AMENDMENT,
            amendment.rows,
            amendment.quoted,
            amendment.unit,
            amendment.appended,
        )
    else:
        rows = with_headings(apart(with_heads(rows, text), text), text)
        unit, stop = "article" if any(row.begins == "article" for row in rows) else "point", len(rows)
    heads = [i for i, row in enumerate(rows[:stop]) if row.begins == unit]
    if not heads:
        return _without_provisions(rows, text, Kind.AMENDMENT if kind is Kind.AMENDMENT else Kind.OTHER)
    return _with_provisions(rows, text, kind, unit, heads, stop, quoted)


def _with_provisions(
    rows: Sequence[Row],
    text: str,
    kind: Kind,
    unit: str,
    heads: Sequence[int],
    stop: int,
    quoted: Sequence[bool] | None,
) -> Statute:
    first = _with_headings_above(rows, heads[0], text)
    end, annex = ends_at(rows[:stop], text, heads[-1])
    above = rows[:first]
    front = front_of([row for row in above if row.begins != "odd"], text)
    body = body_of(rows[first:end], text, unit=unit, quoted=quoted[first:end] if quoted else None)
    return Statute(
        kind=kind,
        title=front.title,
        adoption=front.adoption,
        dates=dates_of(front),
        before=front.before,
        contents=front.contents,
        preamble=front.preamble,
        body=body.parts,
        annexes=annexes_of(rows[annex:], text),
        after=tuple(line_of(row, text) for row in rows[end:annex]),
        unread=(*(unread_of(row, text) for row in above if row.begins == "odd"), *body.unread),
        articles=tuple(body.articles),
        points=tuple(body.points),
    )


def _with_headings_above(rows: Sequence[Row], first: int, text: str) -> int:
    """The row at which the body begins: the headings right above the first provision, each of a higher rank, are its own.

    Of 第七章 附则, 第一编, 第一章 above 第一条 the first ends a table of contents: a body does not go down in rank.
    """
    lowest = _LOWEST
    while first > 0:
        above = rows[first - 1]
        rank = (
            above.below
            if above.begins == "division"
            else RANK["章"]
            if heads_articles(above, rows[first], text)
            else _LOWEST
        )
        if rank >= lowest:
            break
        lowest = rank
        first -= 1
    return first


def _without_provisions(rows: Sequence[Row], text: str, kind: Kind) -> Statute:
    """A text without articles and points: what is not its head is its body, line by line."""
    front = front_of([row for row in rows if row.begins != "odd"], text, whole=True)
    words = front.preamble if front.title else sorted((*front.before, *front.preamble), key=lambda line: line.start)
    return Statute(
        kind,
        title=front.title,
        adoption=front.adoption,
        dates=dates_of(front),
        before=front.before if front.title else (),
        contents=front.contents,
        body=tuple(words),
        unread=tuple(unread_of(row, text) for row in rows if row.begins == "odd"),
    )
