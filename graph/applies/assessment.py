"""Does it apply to me: the whole answer for one service on one day, from one revision of the graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.applies.applicability import Finding, findings
from graph.applies.next_question import NextQuestion, next_question
from graph.applies.plan import Step, plan
from graph.applies.proceedings import proceedings
from graph.applies.profile import Profile
from graph.applies.rulebook import rulebook
from graph.applies.telling import profile_of
from graph.applies.verdict import Outcome
from graph.errors import UsedWrongly
from graph.meta import Warned, meta, warnings
from graph.store import Store
from graph.view import View
from graph.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a service must do on a day, and why.

    ``findings`` in the order of their ids, one for every norm that can bind a service; ``of_others`` counts the norms of
    authorities and of the State, which are no findings about it. ``unverified`` names the obligations with a finding,
    and the procedures with a step, that rest on something believed without a source.
    """

    on: date
    bases: tuple[Basis, ...]
    findings: tuple[Finding, ...]
    of_others: int
    next_question: NextQuestion | None
    plan: tuple[Step, ...]
    unverified: tuple[str, ...]
    revision: str
    checked_through: date
    warnings: tuple[Warned, ...]

    def counted(self) -> dict[Outcome, int]:
        """How many findings of each outcome there are."""
        return {outcome: sum(f.outcome is outcome for f in self.findings) for outcome in Outcome}

    @property
    def concerning(self) -> tuple[str, ...]:
        """The norms that concern the service, or may: all but those that do not apply to it, in force or not.

        A norm whose facts are not known is among them, since an unknown is no "no". This is what the other answers are
        narrowed to by a profile.
        """
        return tuple(f.obligation for f in self.findings if (f.if_in_force or f.outcome) is not Outcome.DOES_NOT_APPLY)

    def of(self, obligation: str) -> Finding:
        """The finding for an obligation; ``UsedWrongly`` when there is none."""
        for finding in self.findings:
            if finding.obligation == obligation:
                return finding
        raise UsedWrongly(
            f"{obligation} is no norm that can bind a service in this view, so there is no finding for it."
        )


def assess(store: Store, profile: Profile, view: View) -> Assessment:
    """Assess a profile on the day of the view, which must have one. ``view.bases`` narrows norms, readings and ways."""
    if view.on is None:
        raise UsedWrongly("on: an assessment is made for one day. Name it.")
    book = rulebook(store, view)
    found = findings(book, profile, on=view.on, bases=view.bases)
    steps = plan(found, proceedings(store, book, view))
    served = meta(store)
    return Assessment(
        on=view.on,
        bases=tuple(basis for basis in Basis if basis in view.bases),
        findings=tuple(found),
        of_others=book.of_others,
        next_question=next_question(book, profile, found, on=view.on, bases=view.bases),
        plan=tuple(steps),
        unverified=tuple(dict.fromkeys(_unverified(found, steps))),
        revision=book.revision,
        checked_through=served.checked_through,
        warnings=tuple(warnings(served, view.on)),
    )


def assess_told(store: Store, told: object, view: View) -> Assessment:
    """The same for a profile in plain values; ``ProfileProblems`` when it cannot be followed."""
    return assess(store, profile_of(told, rulebook(store, view).declaration), view)


def _unverified(found: Sequence[Finding], steps: Sequence[Step]) -> Iterator[str]:
    yield from (finding.obligation for finding in found if finding.unverified)
    for step in steps:
        if (
            step.unverified
            or any(clock.unverified for clock in step.clocks)
            or any(door.unverified for door in step.doors)
        ):
            yield step.procedure
