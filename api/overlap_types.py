"""Where authorities ask for the same, in GraphQL."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

import strawberry

from api.lists import After, Connection, First, bounded, connected
from api.loaders import Context
from api.ontological import answered, made, told
from api.reach import UNVERIFIED, Info, founded, named
from api.types import Authority, Evidence, Obligation, Platform, Procedure, Route
from graph.overlaps import addressees, likeness, overlap, pairing
from graph.overlaps.addressees import Standing, Unaddressed
from graph.overlaps.filings import LeftOutBecause
from graph.overlaps.likeness import Dimension, Verdict
from graph.pages import PAGE_LIMIT, page
from graph.view import View
from graph.vocabulary import AuthorityRole, Basis, Confidence, ProcedureKind, Reason, System, Term

_OWN: tuple[type[Term], ...] = (Dimension, LeftOutBecause, Standing, Unaddressed, Verdict)
for _terms in _OWN:
    strawberry.enum(_terms, description=_terms.__doc__)
    for _value in _terms.__strawberry_definition__.values:  # type: ignore[attr-defined]
        _value.description = _terms[_value.name].doc


@strawberry.type(description="A line of administration, or what stands for one: just one of the two fields is told.")
class Line:
    system: System | None = told("Authority", "system")
    unaddressed: Unaddressed | None = strawberry.field(description="Why there is no line of administration.")


@strawberry.type(description="Why a duty or procedure counts for a line; as weak as the weakest statement on the way.")
class WayToLine:
    view: strawberry.Private[View]
    way: strawberry.Private[addressees.Way]
    line: Line = strawberry.field(description="The line.")
    role: AuthorityRole | None = told("Route", "role")
    reason: Reason | None = told("Route", "reason")
    covered: bool = strawberry.field(
        description="Whether it goes to a term of the law that covers a body of this line, and stands for others too."
    )
    basis: Basis = strawberry.field(description="What the weakest statement on the way rests on.")
    confidence: Confidence = strawberry.field(description="How sure the least sure statement on the way is.")
    unverified: bool = strawberry.field(description=UNVERIFIED)
    note_en: str | None = told("Route", "note_en")
    procedure: Procedure | None = named(
        "Procedure", lambda self: self.way.procedure, "By which procedure; null: the law has no way for it at all."
    )
    route: Route | None = named("Route", lambda self: self.way.route, "By which route; null: none in this view.")
    authority: Authority | None = named("Authority", lambda self: self.way.authority, "To whom.")
    platform: Platform | None = named("Platform", lambda self: self.way.platform, "Through what.")
    evidence: list[Evidence] = founded(lambda self: self.way.evidence, "Why the ties on the way are believed.")


@strawberry.type(description="A duty that is counted, with its lines and why it counts for each.")
class CountedDuty:
    lines: list[Line] = strawberry.field(description="Its lines.")
    ways: list[WayToLine] = strawberry.field(description="Why it counts for each.")
    view: strawberry.Private[View]
    id: strawberry.ID = strawberry.field(description="Id of the obligation.")
    obligation: Obligation = named("Obligation", lambda self: self.id, "The obligation.")


@strawberry.type(description="A procedure that is counted, with its lines and why it counts for each.")
class CountedProcedure:
    lines: list[Line] = strawberry.field(description="Its lines.")
    ways: list[WayToLine] = strawberry.field(description="Why it counts for each.")
    view: strawberry.Private[View]
    id: strawberry.ID = strawberry.field(description="Id of the procedure.")
    procedure: Procedure = named("Procedure", lambda self: self.id, "The procedure.")


@strawberry.type(description="What belongs to a combination of lines.")
class OverlapCount:
    exclusive: int = strawberry.field(description="How many belong to just these lines.")
    inclusive: int = strawberry.field(description="How many belong to these lines at least.")
    exclusive_ids: list[strawberry.ID] = strawberry.field(description="What belongs to just these lines.")
    inclusive_ids: list[strawberry.ID] = strawberry.field(description="What belongs to these lines at least.")


_AtLeast = Annotated[
    bool, strawberry.argument(description="Those that belong to these lines at least, not to just these.")
]


@strawberry.type(description="One combination of lines, with the duties and procedures that belong to it.")
class OverlapCell:
    view: strawberry.Private[View]
    cell: strawberry.Private[overlap.Cell]
    lines: list[Line] = strawberry.field(description="The lines.")
    duties: OverlapCount = strawberry.field(description="How many duties, and which.")
    procedures: OverlapCount = strawberry.field(description="How many procedures, and which.")

    @answered("The duties themselves.")
    async def obligations(
        self, info: Info, inclusive: _AtLeast = False, first: First = PAGE_LIMIT, after: After = None
    ) -> Connection[Obligation]:
        ids = self.cell.duties.inclusive if inclusive else self.cell.duties.exclusive
        return await _nodes(info.context, "Obligation", ids, self.view, first, after)

    @answered("The procedures themselves.")
    async def procedure_nodes(
        self, info: Info, inclusive: _AtLeast = False, first: First = PAGE_LIMIT, after: After = None
    ) -> Connection[Procedure]:
        ids = self.cell.procedures.inclusive if inclusive else self.cell.procedures.exclusive
        return await _nodes(info.context, "Procedure", ids, self.view, first, after)


@strawberry.type(description="One thing that a side asks for, with what stands behind it.")
class OverlapItem:
    view: strawberry.Private[View]
    item: strawberry.Private[likeness.Item]
    value: str = strawberry.field(description="What it is: an id, a predicate, a time, the words of an event.")
    zh: str | None = strawberry.field(description="What it is called, in Chinese.")
    en: str | None = strawberry.field(description="What it is called, in English (unofficial).")
    basis: Basis = strawberry.field(description="The strongest that any of it rests on.")
    unverified: bool = strawberry.field(description="Whether all of it is believed without a source.")
    duties: list[strawberry.ID] = strawberry.field(description="Ids of the obligations behind it.")
    procedures: list[strawberry.ID] = strawberry.field(description="Ids of the procedures behind it.")
    evidence: list[Evidence] = founded(lambda self: self.item.evidence, "Why it is believed: places in sources.")


@strawberry.type(description="Two sides held against each other in one dimension.")
class Likeness:
    view: strawberry.Private[View]
    found: strawberry.Private[likeness.Likeness]
    dimension: Dimension = strawberry.field(description="In what respect.")
    verdict: Verdict = strawberry.field(description="How alike they are.")

    @answered("What both ask for: it can be used again.")
    def shared(self, info: Info) -> list[OverlapItem]:
        return _items(info.context, self.found.shared, self.view)

    @answered("What only the first asks for: extra work, where it comes second.")
    def only_first(self, info: Info) -> list[OverlapItem]:
        return _items(info.context, self.found.only_first, self.view)

    @answered("What only the second asks for: extra work for it.")
    def only_second(self, info: Info) -> list[OverlapItem]:
        return _items(info.context, self.found.only_second, self.view)


@strawberry.type(description="Two lines of administration; a procedure that goes to both stands on both sides.")
class PairOfLines:
    first: Line = strawberry.field(description="The one.")
    second: Line = strawberry.field(description="The other.")
    likenesses: list[Likeness] = strawberry.field(description="What their procedures ask for alike, by dimension.")


@strawberry.type(description="Two procedures.")
class PairOfProcedures:
    view: strawberry.Private[View]
    pair: strawberry.Private[pairing.PairOfProcedures]
    first_lines: list[Line] = strawberry.field(description="Where the first goes.")
    second_lines: list[Line] = strawberry.field(description="Where the second goes.")
    likenesses: list[Likeness] = strawberry.field(description="What they ask for alike, by dimension.")
    first: Procedure = named("Procedure", lambda self: self.pair.first, "The one.")
    second: Procedure = named("Procedure", lambda self: self.pair.second, "The other.")
    earlier: Procedure | None = named(
        "Procedure", lambda self: self.pair.earlier, "The one that must be done first, where the graph says so."
    )


@strawberry.type(description="The overlap seen from one standing.")
class OverlapPicture:
    view: strawberry.Private[View]
    picture: strawberry.Private[overlap.Picture]
    standing: Standing = strawberry.field(description="From where it is seen.")

    @answered(
        "Every combination of lines that something belongs to, and those of CAC, MPS and MIIT; any other counts nothing."
    )
    def cells(self) -> list[OverlapCell]:
        return [
            OverlapCell(
                view=self.view,
                cell=cell,
                lines=_lines(cell.lines),
                duties=_count(cell.duties),
                procedures=_count(cell.procedures),
            )
            for cell in self.picture.cells
        ]

    @answered("The duties that are counted.")
    def duties(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[CountedDuty]:
        cut = page(self.picture.duties, key=lambda duty: duty.id, first=bounded(first), after=after)
        return connected(
            info.context,
            cut.each(
                lambda duty: CountedDuty(
                    view=self.view,
                    id=strawberry.ID(duty.id),
                    lines=_lines(duty.lines),
                    ways=_ways(duty.ways, self.view),
                )
            ),
        )

    @answered("The procedures that are counted.")
    def procedures(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[CountedProcedure]:
        cut = page(self.picture.procedures, key=lambda one: one.id, first=bounded(first), after=after)
        return connected(
            info.context,
            cut.each(
                lambda one: CountedProcedure(
                    view=self.view, id=strawberry.ID(one.id), lines=_lines(one.lines), ways=_ways(one.ways, self.view)
                )
            ),
        )

    @answered("CAC, MPS and MIIT against each other, and whatever two lines share a procedure.")
    def lines(self) -> list[PairOfLines]:
        return [
            PairOfLines(
                first=_line(pair.first), second=_line(pair.second), likenesses=_likenesses(pair.likenesses, self.view)
            )
            for pair in self.picture.lines
        ]

    @answered("Pairs of procedures: those asked for, or those that share a duty, condition, document or platform.")
    def pairs(self, info: Info, first: First = PAGE_LIMIT, after: After = None) -> Connection[PairOfProcedures]:
        cut = page(
            self.picture.pairs, key=lambda pair: f"{pair.first} {pair.second}", first=bounded(first), after=after
        )
        return connected(info.context, cut.each(self._pair))

    def _pair(self, pair: pairing.PairOfProcedures) -> PairOfProcedures:
        return PairOfProcedures(
            view=self.view,
            pair=pair,
            first_lines=_lines(pair.first_lines),
            second_lines=_lines(pair.second_lines),
            likenesses=_likenesses(pair.likenesses, self.view),
        )


@strawberry.type(description="A duty or procedure that goes elsewhere in practice than by law.")
class Shift:
    id: strawberry.ID = strawberry.field(description="Its id.")
    zh: str | None = strawberry.field(description="What it is called or says, in Chinese.")
    en: str | None = strawberry.field(description="What it is called or says, in English (unofficial).")
    by_law: list[Line] = strawberry.field(description="Where it goes by law; nowhere, where only practice knows it.")
    in_practice: list[Line] = strawberry.field(description="Where it goes in practice.")
    ways: list[WayToLine] = strawberry.field(description="Why, in practice.")


@strawberry.type(description="What is not counted, and why.")
class LeftOut:
    reason: LeftOutBecause = strawberry.field(description="Why.")
    ids: list[strawberry.ID] = strawberry.field(description="What.")


@strawberry.type(
    description="How assessments and filings of all lines of administration overlap, by law and in practice."
)
class Overlap:
    on: date = strawberry.field(description="The day.")
    kinds: list[ProcedureKind] = strawberry.field(description="The kinds of procedures that were counted.")
    by_law: OverlapPicture = strawberry.field(description="As the words of the instruments have it.")
    in_practice: OverlapPicture = strawberry.field(
        description="As it is done, and where nothing is known of that, as the instruments have it."
    )
    shifts: list[Shift] = strawberry.field(description="What goes elsewhere in practice than by law.")
    left_out: list[LeftOut] = strawberry.field(description="What is not counted.")
    unverified: list[strawberry.ID] = strawberry.field(
        description="The duties that count for a line only by something believed without a source."
    )


def overlapping(found: overlap.Overlap, view: View) -> Overlap:
    return Overlap(
        on=found.on,
        kinds=list(found.kinds),
        by_law=_picture(found.by_law, View(view.on, view.bases & {Basis.STATUTE})),
        in_practice=_picture(found.in_practice, view),
        shifts=[
            Shift(
                id=strawberry.ID(shift.id),
                zh=shift.zh,
                en=shift.en,
                by_law=_lines(shift.by_law),
                in_practice=_lines(shift.in_practice),
                ways=_ways(shift.ways, view),
            )
            for shift in found.shifts
        ],
        left_out=[LeftOut(reason=left.reason, ids=_ids(left.ids)) for left in found.left_out],
        unverified=_ids(found.unverified),
    )


def _picture(picture: overlap.Picture, view: View) -> OverlapPicture:
    return OverlapPicture(view=view, picture=picture, standing=picture.standing)


def _line(line: addressees.Line) -> Line:
    return Line(system=line, unaddressed=None) if isinstance(line, System) else Line(system=None, unaddressed=line)


def _lines(lines: Iterable[addressees.Line]) -> list[Line]:
    return [_line(line) for line in lines]


def _ways(ways: Iterable[addressees.Way], view: View) -> list[WayToLine]:
    return [
        WayToLine(
            view=view,
            way=way,
            line=_line(way.line),
            role=way.role,
            reason=way.reason,
            covered=way.covered,
            basis=way.basis,
            confidence=way.confidence,
            unverified=way.unverified,
            note_en=way.note_en,
        )
        for way in ways
    ]


def _likenesses(found: Iterable[likeness.Likeness], view: View) -> list[Likeness]:
    return [Likeness(view=view, found=each, dimension=each.dimension, verdict=each.verdict) for each in found]


def _items(context: Context, items: tuple[likeness.Item, ...], view: View) -> list[OverlapItem]:
    context.spend(len(items))
    return [
        OverlapItem(
            view=view,
            item=item,
            value=item.value,
            zh=item.zh,
            en=item.en,
            basis=item.basis,
            unverified=item.unverified,
            duties=_ids(item.duties),
            procedures=_ids(item.procedures),
        )
        for item in items
    ]


def _count(ids: overlap.Ids) -> OverlapCount:
    return OverlapCount(
        exclusive=len(ids.exclusive),
        inclusive=len(ids.inclusive),
        exclusive_ids=_ids(ids.exclusive),
        inclusive_ids=_ids(ids.inclusive),
    )


def _ids(ids: Iterable[str]) -> list[strawberry.ID]:
    return [strawberry.ID(identifier) for identifier in ids]


async def _nodes(
    context: Context, label: str, ids: tuple[str, ...], view: View, first: int, after: str | None
) -> Connection[Any]:
    cut = page(ids, key=str, first=bounded(first), after=after)
    rows = [row for row in await context.nodes(label, cut.items) if row]
    return connected(context, cut.of({str(row["id"]): made(label, row, view) for row in rows}))
