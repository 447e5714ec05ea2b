"""Which instrument a title means on a day, and whether it is law on that day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graph.citations.answer import Answer
from graph.citations.holdings import Holdings, Instrument
from graph.citations.outcome import Because, Outcome, Reason, reason


@dataclass(frozen=True, slots=True)
class Choice:
    """The instrument that a title means, if it means one that is held, and the answer for it as a whole."""

    instrument: Instrument | None
    answer: Answer


def chosen(held: Holdings, title: str, edition: str | None, on: date) -> Choice:
    """Of several that go by the title the one that is in force; ``edition`` are words that say which version is meant."""
    found = held.known_as(title)
    if not found:
        near = tuple(one.id for one in held.like(title))
        return Choice(None, Answer(Outcome.NOT_HELD, candidates=near, reason=reason(Because.TITLE)))
    states = [(one, *standing(one, on)) for one in found]
    in_force = [state for state in states if state[1] is Outcome.EXISTS] or states
    if len(in_force) > 1:
        candidates = tuple(one.id for one, _, _ in in_force)
        return Choice(None, Answer(Outcome.AMBIGUOUS, candidates=candidates, reason=reason(Because.SEVERAL)))
    instrument, outcome, why = in_force[0]
    if edition is not None and _another_edition(edition, instrument, on):
        why = reason(Because.EDITION, words=edition)
        return Choice(None, Answer(Outcome.NOT_HELD, candidates=(instrument.id,), reason=why))
    after = instrument.superseded_by if outcome is Outcome.REPEALED else ()
    whole = Answer(outcome, regulation=instrument.id, node=instrument.id, candidates=after, reason=why)
    return Choice(instrument, whole)


def standing(one: Instrument, on: date) -> tuple[Outcome, Reason | None]:
    """Whether an instrument is law on the day."""
    if one.kind == "draft":
        return Outcome.NOT_IN_FORCE, reason(Because.DRAFT)
    if one.valid_from is not None and on < one.valid_from:
        return Outcome.NOT_IN_FORCE, reason(Because.NOT_YET, day=one.valid_from)
    ends = [day for day in (one.repealed, one.valid_to) if day is not None]
    if ends and min(ends) <= on:
        return Outcome.REPEALED, reason(Because.ENDED, day=min(ends))
    if one.status in ("repealed", "superseded") and not ends:
        return Outcome.REPEALED, reason(Because.ENDED_SOME_DAY)
    if one.status == "not-yet-in-force" and one.valid_from is None:
        return Outcome.NOT_IN_FORCE, reason(Because.NO_DAY)
    return Outcome.EXISTS, reason(Because.UNKNOWN_STATUS) if one.status == "unknown" else None


def _another_edition(words: str, instrument: Instrument, on: date) -> bool:
    """Whether the words mean another edition than the one that is held for the day."""
    amended = [day.year for day in (instrument.amended, instrument.amendment_effective) if day]
    first = [day.year for day in (instrument.adopted, instrument.published, instrument.effective) if day]
    before = instrument.numbers_since is not None and on < instrument.numbers_since
    years = {int(year) for year in re.findall(r"(?:19|20)\d\d", words)}
    return not years & set(first if before or not amended else amended) if years else not before
