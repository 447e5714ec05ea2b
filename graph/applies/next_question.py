"""What to ask next: the fact whose answer settles the most findings.

Asked in order, the questions come to an end: each asks for a fact that was not asked before and that some norm reads,
and when there is none left, nothing that is still open could be settled by asking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from graph.applies.applicability import Finding
from graph.applies.conditions import Conditions
from graph.applies.profile import Answer, Profile, Told
from graph.applies.rulebook import HeldReading, Rule, Rulebook
from graph.applies.verdict import Outcome, verdict
from graph.applies.weighing import Values, telling, values_of
from graph.predicates import Predicate, facts_of
from graph.vocabulary import Basis, ProfileFactKind


@dataclass(frozen=True, slots=True)
class Settling:
    """How many open findings one answer settles. ``answer`` as a profile would tell it: yes, no, or a number."""

    answer: str
    findings: int


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """A question to put, and why: ``findings`` are open for want of the fact, ``settles`` tells what answers would do."""

    fact: str
    kind: ProfileFactKind
    question_zh: str
    question_en: str
    unit: str | None
    findings: int
    settles: tuple[Settling, ...]
    reason_zh: str
    reason_en: str


def next_question(
    book: Rulebook, profile: Profile, found: Sequence[Finding], *, on: date, bases: Iterable[Basis] = Basis
) -> NextQuestion | None:
    """The question whose answers settle the most findings on average; None when no question is left.

    A fact told as unknown was asked: it is not asked again, but what its value follows from, or what a reading of it
    turns on, is. Of equal questions the one that more findings wait for comes first, then the order of ids decides.
    """
    open_findings = {finding.obligation: wanted for finding in found if (wanted := _wanted(finding))}
    wanting: dict[str, set[str]] = {}
    allowed = frozenset(bases)
    readings = [r for r in book.readings if r.basis in allowed and r.held_on(on)]
    for obligation, wanted in open_findings.items():
        for fact in _askable(wanted, book, readings, profile):
            wanting.setdefault(fact, set()).add(obligation)
    if not wanting:
        return None
    rules = [rule for rule in book.rules if rule.obligation in open_findings]
    values = values_of(profile, book.declaration, on)
    reading = {fact: _moved(book.moved_by(fact), rules) for fact in wanting}
    best: tuple[tuple[Fraction, int, str], tuple[Settling, ...]] | None = None
    # No fact settles more than what it moves: once the best settles more than that, the rest need not be tried.
    for fact in sorted(wanting, key=lambda f: -len(reading[f])):
        if best is not None and -best[0][0] > len(reading[fact]):
            break
        settling = _settling(fact, reading[fact], book, values, on)
        rank = (-_mean(settling), -len(wanting[fact]), fact)
        if best is None or rank < best[0]:
            best = rank, settling
    assert best is not None
    (_, _, fact), settling = best
    return _asked(fact, book, len(wanting[fact]), settling)


def _moved(facts: frozenset[str], rules: Sequence[Rule]) -> list[Rule]:
    """The rules that read any of the facts."""
    return [rule for rule in rules if not facts.isdisjoint(rule.reads)]


def _wanted(finding: Finding) -> tuple[str, ...]:
    """The facts for want of which a finding is open."""
    if finding.outcome is Outcome.NEEDS_FACTS:
        return finding.missing
    if finding.outcome is Outcome.CONTESTED and finding.contest:
        return tuple(fact for stance in finding.contest.stances for fact in stance.missing)
    return ()


def _askable(wanted: Iterable[str], book: Rulebook, readings: Sequence[HeldReading], profile: Profile) -> Iterator[str]:
    """What can be asked for the wanted facts: they themselves, or what stands behind those that were asked in vain."""
    ways: list[str] = list(wanted)
    seen: set[str] = set()
    while ways:
        fact = ways.pop()
        if fact in seen:
            continue
        seen.add(fact)
        if fact not in profile.told:
            yield fact
        elif profile.told[fact].answer is Answer.UNKNOWN:
            ways += [behind for condition in _behind(fact, book, readings) for behind in facts_of(condition)]


def _behind(fact: str, book: Rulebook, readings: Sequence[HeldReading]) -> Iterator[Predicate]:
    declared = book.declaration[fact]
    for condition in (declared.yes_when, declared.no_when):
        if condition is not None:
            yield condition
    for reading in readings:
        if fact in reading.settles and reading.predicate is not None:
            yield reading.predicate


def _settling(fact: str, rules: Sequence[Rule], book: Rulebook, values: Values, on: date) -> tuple[Settling, ...]:
    """How many of the rules each answer would settle, without regard to readings."""
    told: list[Settling] = []
    for answer, given in _answers(fact, book).items():
        conditions = Conditions(book, telling(values, {fact: given}, on))
        settled = sum(verdict(conditions.standing(rule)) is not Outcome.NEEDS_FACTS for rule in rules)
        told.append(Settling(answer, settled))
    return tuple(told)


def _answers(fact: str, book: Rulebook) -> Mapping[str, Told]:
    """The answers that can make a difference; for a number, one for each stretch between what is asked for."""
    if book.declaration[fact].kind is not ProfileFactKind.NUMBER:
        return {answer.value: Told(answer) for answer in (Answer.YES, Answer.NO)}
    return {str(n): Told(n=n) for n in dict.fromkeys((0, *book.thresholds.get(fact, ())))}


def _mean(settling: Sequence[Settling]) -> Fraction:
    return Fraction(sum(one.findings for one in settling), len(settling))


def _asked(fact: str, book: Rulebook, findings: int, settling: tuple[Settling, ...]) -> NextQuestion:
    declared = book.declaration[fact]
    zh = "，".join(f"答“{_ANSWER_ZH.get(s.answer, s.answer)}”可定{s.findings}项" for s in settling)
    en = ", ".join(f"{s.answer} settles {s.findings}" for s in settling)
    return NextQuestion(
        fact,
        declared.kind,
        declared.question_zh,
        declared.question_en,
        declared.unit,
        findings,
        settling,
        reason_zh=f"有{findings}项结论因缺此事实未定；{zh}。",
        reason_en=f"{findings} {'finding waits' if findings == 1 else 'findings wait'} for this fact; {en}.",
    )


_ANSWER_ZH = {"yes": "是", "no": "否"}
