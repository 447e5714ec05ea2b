"""The overlap as lines for a terminal: the combinations by law and in practice side by side, then what differs, then what
two filings share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from api.text import UNVERIFIED, strength
from graph.overlaps.addressees import Line, Way
from graph.overlaps.likeness import Item, Likeness, Verdict
from graph.overlaps.overlap import Cell, Overlap, Picture, Shift
from graph.overlaps.pairing import PairOfProcedures
from graph.vocabulary import Basis

_SHOWN = 6
"""How many items a line names before it says how many more there are."""


def overlap_text(found: Overlap, *, asked: Collection[str] = ()) -> Iterator[str]:
    """``asked`` are procedures that were named to be compared: their pairs are opened."""
    yield f"{', '.join(found.kinds)} on {found.on}"
    yield ""
    yield from _table(found)
    yield ""
    yield from _legend(found)
    yield ""
    if found.shifts:
        yield "实践与法定不同 goes elsewhere in practice than by law"
        for shift in found.shifts:
            yield from _shift(shift)
        yield ""
    for picture in (found.by_law, found.in_practice):
        yield f"两项程序之间 pairs of procedures, {_said(picture)}"
        for pair in picture.pairs:
            yield from _pair(pair, opened=bool(asked))
        yield ""
    for left in found.left_out:
        yield f"Not counted, {len(left.ids)}: {left.reason.doc} {_some(left.ids)}"
    if found.unverified:
        yield f"{UNVERIFIED}: {_some(found.unverified)}"


def _table(found: Overlap) -> Iterator[str]:
    by_law = {cell.lines: cell for cell in found.by_law.cells}
    in_practice = {cell.lines: cell for cell in found.in_practice.cells}
    combinations = list(dict.fromkeys([*by_law, *in_practice]))
    names = [" + ".join(lines) for lines in combinations]
    wide = max(len(name) for name in names)
    yield f"{'':{wide}}   by law                             in practice"
    yield f"{'':{wide}}   duties           procedures        duties           procedures"
    yield f"{'':{wide}}   only  at least   only  at least    only  at least   only  at least"
    for lines, name in sorted(zip(combinations, names, strict=True), key=lambda one: len(one[0])):
        yield f"{name:{wide}}   {_counts(by_law.get(lines))}    {_counts(in_practice.get(lines))}"


def _counts(cell: Cell | None) -> str:
    counted = (cell.duties, cell.procedures) if cell else ()
    numbers = [len(ids) for one in counted for ids in (one.exclusive, one.inclusive)] or [0, 0, 0, 0]
    return f"{numbers[0]:4}  {numbers[1]:8}   {numbers[2]:4}  {numbers[3]:8}"


def _legend(found: Overlap) -> Iterator[str]:
    lines = dict.fromkeys(
        line for picture in (found.by_law, found.in_practice) for cell in picture.cells for line in cell.lines
    )
    return (f"  {line.value}: {line.doc}" for line in lines)


def _shift(shift: Shift) -> Iterator[str]:
    yield f"  {shift.id} {shift.zh or ''}".rstrip()
    yield f"    {shift.en}"
    yield f"    {_lines(shift.by_law) or 'not by law'} → {_lines(shift.in_practice)}"
    for way in shift.ways:
        yield f"      {_way(way)}"


def _way(way: Way) -> str:
    parts = [
        way.line.value + (f" → {way.authority}" if way.authority else ""),
        "covered by a wider term" if way.covered else "",
        f"by {way.procedure}" if way.procedure else "",
        strength(way.basis, way.confidence, way.unverified),
        way.note_en or "",
    ]
    return " · ".join(part for part in parts if part)


def _pair(pair: PairOfProcedures, *, opened: bool) -> Iterator[str]:
    yield f"  {pair.first} ({_lines(pair.first_lines)}) × {pair.second} ({_lines(pair.second_lines)})"
    if pair.earlier:
        yield f"    first {pair.earlier}"
    if not opened:
        alike = [_short(each) for each in pair.likenesses if each.verdict in (Verdict.SAME, Verdict.PARTLY)]
        yield f"    {' · '.join(alike) or 'nothing alike'}"
        return
    for likeness in pair.likenesses:
        yield f"    {likeness.dimension.value}: {likeness.verdict.value}"
        for said, items in (
            ("again 可复用", likeness.shared),
            (f"only {pair.first}", likeness.only_first),
            (f"only {pair.second}", likeness.only_second),
        ):
            for item in items:
                yield f"      {said}: {_item(item)}"


def _short(likeness: Likeness) -> str:
    return f"{likeness.dimension.value} {likeness.verdict.value} ({len(likeness.shared)})"


def _item(item: Item) -> str:
    named = " ".join(text for text in (item.zh, item.en) if text and text != item.value)
    weak = "" if item.basis is Basis.STATUTE else f" · {item.basis.value.upper()}"
    return f"{item.value} {named}".rstrip() + weak + (f" · {UNVERIFIED}" if item.unverified else "")


def _said(picture: Picture) -> str:
    return "法定 by law" if picture.standing == "by-law" else "实践 in practice"


def _lines(lines: Sequence[Line]) -> str:
    return " + ".join(line.value for line in lines)


def _some(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else ""
    return ", ".join(ids[:_SHOWN]) + more
