"""Checked citations as lines for a terminal: where, what came of it, the words, what they lead to or why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any

from graph.citations.answer import Answer, Checked
from graph.citations.check import NotSeen, Report
from graph.citations.citation import Why
from graph.citations.outcome import Outcome

Place = Callable[[int], tuple[int, int]]
"""From an offset in the text to its line and column in the file, both from 1."""

_SHOWN = 3
"""Of a long range the first and the last are told."""


def report_text(report: Report, place: Place) -> Iterator[str]:
    """Every citation, then what was passed over and what cannot be seen."""
    for checked in report.citations:
        yield from _citation(checked, place)
    yield ""
    for why, count in _passed_over(report).items():
        yield f"{count} × passed over: {why.doc}"
    for limit in NotSeen:
        yield f"· {limit.doc}"
        yield f"  {limit.zh}"


def report_form(report: Report, place: Place) -> dict[str, Any]:
    """The same as plain values, nothing left out."""
    return {
        "on": report.on,
        "title": report.title,
        "regulation": report.regulation,
        "outcomes": {outcome.name: count for outcome, count in report.outcomes.items()},
        "citations": [_form(checked, place) for checked in report.citations],
        "passed_over": [
            {**_where(one.start, one.end, place), "words": one.words, "why": one.why.name} for one in report.passed_over
        ],
        "not_seen": [{"what": one.name, "en": one.doc, "zh": one.zh} for one in NotSeen],
    }


def _citation(checked: Checked, place: Place) -> Iterator[str]:
    line, column = place(checked.citation.start)
    words = " ".join(checked.citation.words.split())
    for alike, group in groupby(checked.answers, key=_alike):
        answers = list(group)
        outcome = answers[0].outcome
        mark = "!" if outcome.faulty else " "
        yield f"{mark} {line}:{column:<4} {outcome.name:<17} {words}{_leads_to(answers)}"
        if outcome is not Outcome.UNNAMED:
            yield from (f"{'':12}{said}" for said in alike[1:] if said)


def _alike(answer: Answer) -> tuple[str, ...]:
    """What several provisions of one citation must share to be told on one line."""
    why = answer.reason
    changed = (
        f"No. {one.former} before {one.since or 'the renumbering'}, No. {one.now} since: {one.node}"
        for one in answer.renumbered
    )
    candidates = f"see: {', '.join(answer.candidates)}" if answer.candidates else ""
    return (answer.outcome.name, *((why.zh, why.en) if why else ()), *changed, candidates)


def _leads_to(answers: list[Answer]) -> str:
    names = [_name(answer) for answer in answers]
    shown = names if len(names) <= _SHOWN else [names[0], "…", names[-1]]
    told = ", ".join(name for name in shown if name)
    return f" → {told}" if told else ""


def _name(answer: Answer) -> str:
    named = answer.provision or answer.node or answer.locator or ""
    return f"{named} (at {answer.node})" if answer.node and answer.node != named else named


def _passed_over(report: Report) -> Mapping[Why, int]:
    counts = {why: sum(1 for one in report.passed_over if one.why is why) for why in Why}
    return {why: count for why, count in counts.items() if count}


def _form(checked: Checked, place: Place) -> dict[str, Any]:
    citation = checked.citation
    return {
        **_where(citation.start, citation.end, place),
        "words": citation.words,
        "by": citation.by.name,
        "title": citation.title,
        "edition": citation.edition,
        "inferred": citation.inferred,
        "faulty": checked.faulty,
        "provisions": [_answer(answer) for answer in checked.answers],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    why = answer.reason
    return {
        "outcome": answer.outcome.name,
        "locator": answer.locator,
        "provision": answer.provision,
        "node": answer.node,
        "regulation": answer.regulation,
        "candidates": list(answer.candidates),
        "renumbered": [
            {"node": one.node, "former": one.former, "now": one.now, "since": one.since} for one in answer.renumbered
        ],
        "why": None if why is None else {"reason": why.because.name, "en": why.en, "zh": why.zh},
        "deeper": answer.deeper,
    }


def _where(start: int, end: int, place: Place) -> dict[str, int]:
    line, column = place(start)
    return {"start": start, "end": end, "line": line, "column": column}
