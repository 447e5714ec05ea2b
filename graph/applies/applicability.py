"""Does it apply: one finding for every norm that can bind a service, with the reason why, or why not.

Pure functions over a rulebook (``graph/applies/rulebook.py``), a profile and a day. Norms that bind authorities or the State
alone are no findings about a service: the rulebook counts them and leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.applies.contest import Contest, Stage, contest_of, stages
from graph.applies.kleene import FALSE, TRUE, YES
from graph.applies.profile import Profile
from graph.applies.rulebook import HeldReading, Rule, Rulebook
from graph.applies.verdict import Outcome, verdict
from graph.applies.why import Line, Reason, Why, WhyKind, awaited, decisive, lines_of, missing, replayed
from graph.vocabulary import Basis, Confidence, Modality, Norm, ObligationKind


@dataclass(frozen=True, slots=True)
class Finding:
    """What one norm is for the service on the day.

    - ``if_in_force``: what it would be were it in force; set only when it is not.
    - ``decisive``: the facts on which a settled outcome rests; ``missing``: those that could settle it; ``waits_for``:
      the events and numbers with which it begins to bind.
    - ``contest``: how the outcome turns on readings; set only when it does. ``reason`` is then that without any.
    - ``questions``: open points of notion or wording about the norm, whether or not they change anything here.
    - ``roles``: the roles it binds that the service has.
    """

    obligation: str
    gist_zh: str
    gist_en: str
    norm: Norm
    modality: Modality
    kind: ObligationKind
    binding: bool
    to_authority: bool
    provision: str | None
    regulation: str | None
    regulation_title_zh: str | None
    regulation_title_en: str | None
    outcome: Outcome
    if_in_force: Outcome | None
    valid_from: date | None
    valid_to: date | None
    roles: tuple[str, ...]
    trigger: str
    decisive: tuple[str, ...]
    missing: tuple[str, ...]
    waits_for: tuple[str, ...]
    reason: Reason
    contest: Contest | None
    questions: tuple[str, ...]
    basis: Basis
    confidence: Confidence
    unverified: bool

    @property
    def why(self) -> tuple[Line, ...]:
        """The reason in lines."""
        return lines_of(self.reason)


def findings(book: Rulebook, profile: Profile, *, on: date, bases: Iterable[Basis] = Basis) -> list[Finding]:
    """A finding for every rule of the book, in the order of their ids.

    A draft never binds, at any date. A norm that is not in force is told as such, whatever its conditions say.
    ``bases`` narrows the readings that may make a finding contested; the rules are those of the book.
    """
    allowed = frozenset(bases)
    readings = [r for r in book.readings if r.basis in allowed and r.held_on(on)]
    told, *others = stages(profile, book, readings, on=on)
    return [_finding(rule, told, others, readings, on=on) for rule in sorted(book.rules, key=lambda r: r.obligation)]


def replay(why: Sequence[Line]) -> Outcome:
    """The outcome that the lines of a reason give, made from them alone."""
    in_force = next(w for w in why if w.kind is WhyKind.IN_FORCE)
    settled = verdict(replayed(why))
    if any(w.kind is WhyKind.DRAFT for w in why) or in_force.day is None:
        return settled
    return _out_of_force(in_force.since, in_force.until, in_force.day) or settled


def _finding(rule: Rule, told: Stage, others: Sequence[Stage], readings: Sequence[HeldReading], *, on: date) -> Finding:
    head = (_in_force(rule, on),) if rule.binding else (_in_force(rule, on), Why(WhyKind.DRAFT, FALSE))
    reason = (*head, *told.conditions.reason(rule))
    settled = verdict(told.conditions.standing(rule)) if rule.binding else Outcome.DOES_NOT_APPLY
    contest = contest_of(rule, told, others, readings, head=head) if rule.binding else None
    inside = Outcome.CONTESTED if contest else settled
    out = _out_of_force(rule.valid_from, rule.valid_to, on) if rule.binding else None
    return Finding(
        obligation=rule.obligation,
        gist_zh=rule.gist_zh,
        gist_en=rule.gist_en,
        norm=rule.norm,
        modality=rule.modality,
        kind=rule.kind,
        binding=rule.binding,
        to_authority=rule.to_authority,
        provision=rule.provision,
        regulation=rule.regulation,
        regulation_title_zh=rule.regulation_title_zh,
        regulation_title_en=rule.regulation_title_en,
        outcome=out or inside,
        if_in_force=inside if out else None,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        roles=tuple(role for role in rule.roles if told.conditions.role(role).now is YES),
        trigger=rule.trigger,
        decisive=decisive(reason, told.values),
        missing=missing(reason) if settled is Outcome.NEEDS_FACTS else (),
        waits_for=awaited(reason) if settled is Outcome.ON_EVENT else (),
        reason=reason,
        contest=contest,
        questions=rule.questions,
        basis=rule.basis,
        confidence=rule.confidence,
        unverified=rule.unverified,
    )


def _in_force(rule: Rule, on: date) -> Why:
    held = _out_of_force(rule.valid_from, rule.valid_to, on) is None
    return Why(
        WhyKind.IN_FORCE,
        TRUE if held else FALSE,
        since=rule.valid_from,
        until=rule.valid_to,
        day=on,
        provisions=(rule.provision,) if rule.provision else (),
    )


def _out_of_force(since: date | None, until: date | None, on: date) -> Outcome | None:
    if since is not None and on < since:
        return Outcome.NOT_YET
    return Outcome.NO_LONGER if until is not None and until <= on else None
