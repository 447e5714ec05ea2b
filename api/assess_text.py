"""An assessment as lines for a terminal, and as the plain values that ``--json`` writes.

What binds comes first, then what is contested with who holds which reading, then what waits; the plan and the next
question end it. Why not is told on request: of what does not apply, only the number is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from api.plain import plain
from api.text import addresses_text, strength
from graph.applies.applicability import Finding
from graph.applies.assessment import Assessment
from graph.applies.contest import Contest, Held, Stance
from graph.applies.next_question import NextQuestion
from graph.applies.plan import Door, Served, Step, Ticking
from graph.applies.verdict import Outcome
from graph.applies.why import Line, Origin, WhyKind
from graph.deadlines import timing
from graph.vocabulary import Basis, Binds, Confidence, RouteKind

SHOWN = tuple(outcome for outcome in Outcome if outcome is not Outcome.DOES_NOT_APPLY)
"""What is shown when nothing else is asked for."""


def assess_text(
    made: Assessment, *, outcomes: Collection[Outcome] = SHOWN, regulation: str | None = None, why: bool = False
) -> Iterator[str]:
    """The findings of those outcomes, the plan, the next question; ``why`` adds the whole reason of each finding."""
    found = [f for f in made.findings if regulation in (None, f.regulation)]
    for outcome in Outcome:
        of_one = [f for f in found if f.outcome is outcome]
        if of_one:
            shown = outcome in outcomes
            yield f"{_HEADS[outcome]} {outcome.name}: {len(of_one)}" + (
                "" if shown else f" (see them by --outcome {outcome.name})"
            )
            if shown:
                yield from _SHOWN.get(outcome, _plainly)(of_one, why=why)
            yield ""
    yield from plan_text(made.plan)
    yield from question_text(made.next_question)


def plan_text(steps: Sequence[Step]) -> Iterator[str]:
    """The filing plan, step by step."""
    if not steps:
        yield "办理计划 PLAN: nothing to file, register, assess or report on what is told"
        return
    yield "办理计划 PLAN, in legal order"
    for place, step in enumerate(steps, start=1):
        yield from _step(place, step)
    yield ""


def question_text(question: NextQuestion | None) -> Iterator[str]:
    """What to ask next, and why."""
    if question is None:
        yield "下一问 NEXT QUESTION: none; nothing that is open could be settled by asking"
        return
    yield f"下一问 NEXT QUESTION: {question.fact}"
    yield f"  {question.question_zh} {question.question_en}"
    yield f"  {question.reason_zh} {question.reason_en}"


def assess_form(made: Assessment) -> dict[str, Any]:
    """The whole assessment in plain values; every reason in lines."""
    form: dict[str, Any] = plain(made)
    return form


# ---------------------------------------------------------------- findings


_HEADS = {
    Outcome.APPLIES: "适用",
    Outcome.ON_EVENT: "待事件发生",
    Outcome.CONTESTED: "有争议",
    Outcome.NEEDS_FACTS: "事实不足",
    Outcome.DOES_NOT_APPLY: "不适用",
    Outcome.NOT_YET: "尚未施行",
    Outcome.NO_LONGER: "已失效",
}


def _plainly(found: Sequence[Finding], *, why: bool) -> Iterator[str]:
    for finding in found:
        yield from _finding(finding)
        if why:
            yield from _lines(finding.why)


def _wanting(found: Sequence[Finding], *, why: bool) -> Iterator[str]:
    """Findings that want the same facts stand together; each question is told once."""
    if why:
        yield from _plainly(found, why=True)
        return
    asked: dict[str, Line] = {}
    for missing, of_one in groupby(sorted(found, key=lambda f: f.missing), key=lambda f: f.missing):
        together = list(of_one)
        asked.update(
            {line.subject: line for f in together for line in f.why if line.subject and line.subject in missing}
        )
        yield f"  缺 needs {', '.join(map(_key, missing)) or 'what no fact of a profile tells'}:"
        for finding in together:
            yield f"    {finding.obligation} {finding.gist_zh} {finding.gist_en}"
    yield ""
    for fact, line in sorted(asked.items()):
        yield f"  ? {_key(fact)}: {line.said_zh} {line.said_en}"


def _contested(found: Sequence[Finding], *, why: bool) -> Iterator[str]:
    """Findings that turn on the same readings stand together; the readings are told once."""
    for _, of_one in groupby(sorted(found, key=_readings), key=_readings):
        together = list(of_one)
        contest = together[0].contest
        if contest is None:
            continue
        yield from _contest(contest)
        for finding in together:
            yield from _finding(finding, indent="    ")
            if why:
                yield from _lines(finding.why)
                for stance in finding.contest.stances if finding.contest else ():
                    yield f"      if read so → {stance.outcome.name}:"
                    yield from _lines(stance.why)


_SHOWN = {Outcome.CONTESTED: _contested, Outcome.NEEDS_FACTS: _wanting}


def _readings(finding: Finding) -> tuple[str, ...]:
    contest = finding.contest
    if contest is None:
        return ()
    stances = (f"{s.outcome} {[h.id for a in s.assumed for h in a.readings]}" for s in contest.stances)
    return (contest.without.value, *stances, *(held.id for held in contest.others))


def _contest(contest: Contest) -> Iterator[str]:
    yield f"  ◇ 不采任何一说 without any of these readings → {_HEADS[contest.without]} {contest.without.name}"
    for stance in contest.stances:
        yield from _stance(stance)
    for held in contest.others:
        yield f"    ◇ 未作判断 leaves it at that: {_held(held)}"
        yield f"      {held.gist_zh} {held.gist_en}"


def _stance(stance: Stance) -> Iterator[str]:
    yield f"    ◇ 采下列说法 read so → {_HEADS[stance.outcome]} {stance.outcome.name}"
    for assumed in stance.assumed:
        for held in assumed.readings:
            yield f"      {_key(assumed.of)}: {_held(held)}"
            yield f"        {held.gist_zh} {held.gist_en}"
    if stance.missing:
        yield f"      缺 needs: {', '.join(map(_key, stance.missing))}"


def _held(held: Held) -> str:
    parts = [
        held.held_by_en.rstrip("."),
        f"since {held.held_since}" if held.held_since else "",
        strength(held.basis, held.confidence, held.confidence is Confidence.MEMORY),
        "followed by this graph where it must choose" if held.taken else "",
        held.id,
    ]
    return " · ".join(part for part in parts if part)


def _finding(finding: Finding, indent: str = "  ") -> Iterator[str]:
    yield f"{indent}{finding.obligation}{'' if finding.binding else '   DRAFT: never binds'}"
    yield f"{indent}  {finding.gist_zh}"
    yield f"{indent}  {finding.gist_en}"
    parts = [
        finding.modality.value,
        finding.kind.value,
        finding.provision or finding.regulation or "no provision",
        strength(finding.basis, finding.confidence, finding.unverified),
    ]
    yield f"{indent}  {' · '.join(parts)}"
    for said in _because(finding):
        yield f"{indent}  {said}"


def _because(finding: Finding) -> Iterator[str]:
    told = {line.subject: line for line in finding.why if line.subject}
    match finding.outcome:
        case Outcome.NOT_YET:
            yield f"自 {finding.valid_from} 起施行 in force from {finding.valid_from}{_then(finding)}"
        case Outcome.NO_LONGER:
            yield f"{finding.valid_to} 起失效 not in force from {finding.valid_to}{_then(finding)}"
        case Outcome.NEEDS_FACTS:
            for fact in finding.missing:
                yield (
                    f"? {_key(fact)}: {told[fact].said_zh} {told[fact].said_en}" if fact in told else f"? {_key(fact)}"
                )
        case Outcome.APPLIES | Outcome.DOES_NOT_APPLY | Outcome.ON_EVENT if finding.decisive:
            yield f"因 because {', '.join(_told(fact, told) for fact in finding.decisive)}"
    if finding.waits_for:
        yield f"待 once {' or '.join(_told(fact, told) for fact in finding.waits_for)}"
    if finding.questions:
        yield f"存疑 open points: {', '.join(finding.questions)}"


def _then(finding: Finding) -> str:
    return f"; 届时 then {finding.if_in_force.name}" if finding.if_in_force else ""


def _told(fact: str, lines: Mapping[str, Line]) -> str:
    return f"{_key(fact)}: {_value(lines[fact])}" if fact in lines else _key(fact)


def _value(line: Line) -> str:
    if line.threshold is not None:
        asked = f"{'over' if line.kind is WhyKind.OVER else 'at least'} {line.threshold}"
        return f"{'not told' if line.n is None else line.n} (asked: {asked})"
    if line.origin is Origin.UNTOLD:
        return "not told"
    on = f" ({line.day})" if line.day else ""
    return f"{line.answer}{on}"


def _lines(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        yield f"      {'  ' * line.depth}{_MARKS[line.now.value]} {_said(line)}"


_MARKS = {"yes": "✓", "no": "✗", "unknown": "?"}


def _said(line: Line) -> str:
    match line.kind:
        case WhyKind.IN_FORCE:
            span = f"{line.since or '…'} to {line.until or '…'}"
            return f"in force {span}, asked for {line.day} {' '.join(line.provisions)}".rstrip()
        case WhyKind.ALL | WhyKind.ANY | WhyKind.NOT | WhyKind.ALWAYS | WhyKind.BINDS | WhyKind.DRAFT:
            return line.kind.doc
        case WhyKind.ROLE | WhyKind.TRIGGER | WhyKind.READING | WhyKind.NO_FACT:
            at = f" [{', '.join(line.provisions)}]" if line.provisions else ""
            return f"{line.kind.value} {line.subject}: {line.said_zh} {line.said_en}{at}"
        case _:
            origin = "" if line.origin in (Origin.TOLD, Origin.UNTOLD, None) else f" · {line.origin.doc}"
            return f"{_key(line.subject or '')}: {_value(line)} · {line.said_zh} {line.said_en}{origin}"


# ---------------------------------------------------------------- plan


def _step(place: int, step: Step) -> Iterator[str]:
    strong = step.basis is Basis.STATUTE
    waiting = " · 待事件发生 waits for an event" if step.waiting else ""
    contested = " · 有争议 CONTESTED" if step.outcome is Outcome.CONTESTED else ""
    yield f"{place}. {step.name_zh} {step.name_en} ({step.procedure}){waiting}{contested}"
    yield f"   {'法定 statutory' if strong else f'实践 NOT STATUTORY: {step.basis.value.upper()}'} · {strength(step.basis, step.confidence, step.unverified)}"
    for name in step.after:
        yield f"   先办 after: {name}"
    for inside in step.inside:
        yield f"   内部先行 first, inside the house: {_serves(inside)}"
    for served in step.serves:
        yield f"   履行 serves: {_serves(served)}"
    for door in step.doors:
        yield from _door(door)
    for clock in step.clocks:
        yield f"   {_clock(clock)}"
    for place_of, paper in enumerate(step.papers, start=1):
        basis = "" if paper.basis is Basis.STATUTE else f" · {paper.basis.value.upper()}"
        yield f"   材料 paper {place_of}: {paper.name_zh} {paper.name_en}{' 等 (open list)' if paper.open_list else ''}{basis}"
    if step.stages:
        yield f"   环节 stages: {' → '.join(f'{stage.name_zh} {stage.name_en}' for stage in step.stages)}"


def _serves(served: Served) -> str:
    via = "" if served.imported_from is None else f" · {served.mode} from {served.imported_from}"
    reading = " · BY READING ONLY" if served.mode == "by-reading" else ""
    return f"{served.gist_en} ({served.obligation}) {served.outcome.name}{via}{reading}"


def _door(door: Door) -> Iterator[str]:
    if door.kind is RouteKind.NONE:
        yield f"   → to no authority: {door.reason.doc if door.reason else ''}"
        return
    who = (
        f"{door.authority_name_zh} {door.authority_name_en} ({door.authority}, {door.authority_level})"
        if door.authority
        else "authority unresolved"
    )
    group = f" · one of {door.alternative_group}" if door.alternative_group else ""
    place = f" · {door.place_en}" if door.place_en else ""
    yield f"   → {who}{group}{place} · {strength(door.basis, door.confidence, door.unverified)}"
    if door.platform:
        yield f"     through {door.platform_name_zh} {door.platform_name_en} ({door.platform}) {addresses_text(door.addresses)}"
    if door.reason:
        yield f"     {'UNRESOLVED: ' if door.kind is RouteKind.UNRESOLVED else ''}{door.reason.doc}"


def _clock(clock: Ticking) -> str:
    whose = "主管部门期限 authority's clock" if clock.binds is Binds.AUTHORITY else "期限 clock"
    parts = [
        f"{whose}: {timing(clock.kind, clock)}",
        f"{clock.from_zh or ''} from {clock.from_en}" if clock.from_en else clock.word_zh or "",
        clock.case_en or "",
        strength(clock.basis, clock.confidence, clock.unverified),
    ]
    return " · ".join(part.strip() for part in parts if part)


def _key(fact: str) -> str:
    """As a profile writes it.

    >>> _key("fact.event.launch"), _key("fact.app")
    ('event launch', 'app')
    """
    return fact.removeprefix("fact.").replace("event.", "event ", 1)
