"""What holds of every verdict, whatever the rule and whatever is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.applies.applicability import Finding, findings, replay
from graph.applies.kleene import FALSE, TRUE, UNKNOWN, Kleene, Standing, both, either
from graph.applies.next_question import next_question
from graph.applies.profile import Answer, Declared, Profile, Told
from graph.applies.rulebook import Condition, HeldReading, Rule, Rulebook, moves_of, thresholds_of
from graph.applies.verdict import Outcome
from graph.predicates import All, Always, AnyOf, AtLeast, Holds, Not, Over, Predicate, facts_of
from graph.vocabulary import Basis, Confidence, Modality, Norm, ObligationKind, ProfileFactKind

ON = date(2024, 1, 10)
STATES = ("fact.a", "fact.b", "fact.c", "fact.d")
EVENTS = ("fact.event.x", "fact.event.y")
NUMBER = "fact.n"
DETAIL = "fact.detail"
"""Told of ``fact.event.x``."""
UNREAD = "fact.unread"

DECLARATION: Mapping[str, Declared] = {
    **{name: Declared(name, ProfileFactKind.BOOLEAN, name, name) for name in (*STATES, UNREAD)},
    **{name: Declared(name, ProfileFactKind.EVENT, name, name) for name in EVENTS},
    NUMBER: Declared(NUMBER, ProfileFactKind.NUMBER, NUMBER, NUMBER),
    DETAIL: Declared(DETAIL, ProfileFactKind.BOOLEAN, DETAIL, DETAIL, of_events=("fact.event.x",)),
}

ANSWERS = st.sampled_from([Told(answer) for answer in Answer])
NUMBERS = st.sampled_from([Told(n=0), Told(n=5), Told(n=9), Told(Answer.UNKNOWN)])


# ---------------------------------------------------------------- what can be told and asked


def leaf(fact: str) -> st.SearchStrategy[Predicate]:
    if fact == NUMBER:
        return st.one_of(st.just(AtLeast(NUMBER, 5)), st.just(Over(NUMBER, 5)))
    return st.just(Holds(fact))


def conditions(*facts: str) -> st.SearchStrategy[Predicate]:
    """Conditions that may read a fact again and again."""
    return st.recursive(
        st.sampled_from(facts).flatmap(leaf),
        lambda parts: st.one_of(
            st.builds(Not, parts),
            st.builds(All, st.lists(parts, min_size=2, max_size=3).map(tuple)),
            st.builds(AnyOf, st.lists(parts, min_size=2, max_size=3).map(tuple)),
        ),
        max_leaves=10,
    )


@st.composite
def read_once(draw: st.DrawFn, facts: tuple[str, ...] = (*STATES, *EVENTS, NUMBER)) -> Predicate:
    """Conditions in which every fact stands once: of these, three-valued logic knows all that can be known."""
    chosen = draw(st.lists(st.sampled_from(facts), min_size=1, max_size=6, unique=True))
    parts = [draw(leaf(fact)) for fact in chosen]
    while len(parts) > 1:
        size = draw(st.integers(2, len(parts)))
        joined: Predicate = draw(st.sampled_from([All, AnyOf]))(tuple(parts[:size]))  # type: ignore[operator]
        parts = [Not(joined) if draw(st.booleans()) else joined, *parts[size:]]
    return parts[0]


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    told = draw(st.dictionaries(st.sampled_from((*STATES, *EVENTS, UNREAD)), ANSWERS))
    if draw(st.booleans()):
        told[NUMBER] = draw(NUMBERS)
    if told.get("fact.event.x") == Told(Answer.YES) and draw(st.booleans()):
        told[DETAIL] = draw(ANSWERS)
    return Profile(told)


CONDITIONS = conditions(*STATES, *EVENTS, NUMBER, DETAIL)
SETTLED = {Outcome.APPLIES, Outcome.DOES_NOT_APPLY, Outcome.ON_EVENT}


# ---------------------------------------------------------------- three values, three moments


@given(st.lists(st.sampled_from(list(Kleene)), min_size=1))
def test_and_is_the_least_and_or_the_greatest(values: list[Kleene]) -> None:
    standings = [Standing(value, value, value) for value in values]

    assert both(standings).now is min(values)
    assert either(standings).now is max(values)
    assert (~both(standings)) == either([~held for held in standings])


def test_an_unknown_is_neither_a_yes_nor_a_no_under_a_negation_either() -> None:
    held = Standing(UNKNOWN, UNKNOWN, UNKNOWN)

    assert ~held == held
    assert both([held, TRUE]) == held
    assert either([held, FALSE]) == held


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ({}, Outcome.NEEDS_FACTS),
        ({"fact.a": "no"}, Outcome.DOES_NOT_APPLY),
        ({"fact.a": "yes"}, Outcome.ON_EVENT),
        ({"fact.a": "yes", "fact.event.x": "no"}, Outcome.ON_EVENT),
        ({"fact.a": "yes", "fact.event.x": "yes"}, Outcome.APPLIES),
        ({"fact.a": "unknown", "fact.event.x": "yes"}, Outcome.NEEDS_FACTS),
        ({"fact.a": "unknown", "fact.event.x": "no"}, Outcome.NEEDS_FACTS),
    ],
)
def test_a_state_decides_whether_and_an_event_decides_when(told: dict[str, str], outcome: Outcome) -> None:
    rules = book(All((Holds("fact.a"), Holds("fact.event.x"))))

    assert of_one(rules, profile_of(told)).outcome is outcome


def test_an_event_that_would_end_a_duty_must_be_told() -> None:
    rules = book(All((Holds("fact.a"), Not(Holds("fact.event.x")))))

    assert of_one(rules, profile_of({"fact.a": "yes"})).outcome is Outcome.NEEDS_FACTS
    assert of_one(rules, profile_of({"fact.a": "yes", "fact.event.x": "no"})).outcome is Outcome.APPLIES
    assert of_one(rules, profile_of({"fact.a": "yes", "fact.event.x": "yes"})).outcome is Outcome.DOES_NOT_APPLY


def test_what_is_told_of_an_event_matters_once_it_has_happened() -> None:
    rules = book(All((Holds("fact.event.x"), Holds(DETAIL))))

    assert of_one(rules, Profile()).outcome is Outcome.ON_EVENT
    assert of_one(rules, profile_of({"fact.event.x": "yes"})).missing == (DETAIL,)
    assert of_one(rules, profile_of({"fact.event.x": "yes", DETAIL: "no"})).outcome is Outcome.DOES_NOT_APPLY


def test_a_number_below_the_threshold_can_still_be_reached() -> None:
    rules = book(AtLeast(NUMBER, 5), Over(NUMBER, 5), Not(AtLeast(NUMBER, 5)))

    outcomes = {n: [f.outcome for f in findings(rules, Profile({NUMBER: Told(n=n)}), on=ON)] for n in (4, 5, 6)}

    assert outcomes == {
        4: [Outcome.ON_EVENT, Outcome.ON_EVENT, Outcome.APPLIES],
        5: [Outcome.APPLIES, Outcome.ON_EVENT, Outcome.DOES_NOT_APPLY],
        6: [Outcome.APPLIES, Outcome.APPLIES, Outcome.DOES_NOT_APPLY],
    }


def test_what_is_told_for_a_later_day_is_not_so_on_this_one() -> None:
    rules = book(Holds("fact.event.x"), AtLeast(NUMBER, 5))
    later = ON + timedelta(days=1)
    profile = Profile({"fact.event.x": Told(Answer.YES, day=later), NUMBER: Told(n=9, day=later)})

    assert [f.outcome for f in findings(rules, profile, on=ON)] == [Outcome.ON_EVENT, Outcome.NEEDS_FACTS]
    assert [f.outcome for f in findings(rules, profile, on=later)] == [Outcome.APPLIES, Outcome.APPLIES]


# ---------------------------------------------------------------- what every verdict keeps


@given(CONDITIONS, profiles())
def test_a_settled_verdict_is_that_of_every_way_in_which_the_unknown_could_be(
    condition: Predicate, told: Profile
) -> None:
    rules = book(condition)

    outcome = of_one(rules, told).outcome

    if outcome in SETTLED:
        assert {of_one(rules, completed).outcome for completed in completions(told)} == {outcome}


@given(read_once(), profiles())
def test_facts_are_asked_for_only_where_they_can_make_a_difference(condition: Predicate, told: Profile) -> None:
    rules = book(condition)

    found = of_one(rules, told)

    if found.outcome is Outcome.NEEDS_FACTS and not set(found.missing) & set(EVENTS):
        assert len({of_one(rules, completed).outcome for completed in completions(told)}) > 1


@given(CONDITIONS, profiles())
def test_a_verdict_that_needs_facts_names_them_and_no_other_does(condition: Predicate, told: Profile) -> None:
    found = of_one(book(condition), told)

    assert bool(found.missing) is (found.outcome is Outcome.NEEDS_FACTS)
    assert set(found.missing) <= set(facts_of(condition))
    assert all(told.told.get(fact, Told(Answer.UNKNOWN)).answer in (Answer.UNKNOWN, None) for fact in found.missing)


@given(
    CONDITIONS,
    profiles(),
    st.sampled_from([*STATES, *EVENTS, NUMBER]),
    st.sampled_from([Answer.YES, Answer.NO]),
    st.integers(0, 9),
)
def test_telling_more_never_unsettles_what_applies(
    condition: Predicate, told: Profile, fact: str, answer: Answer, n: int
) -> None:
    rules = book(condition)
    if told.told.get(fact, Told(Answer.UNKNOWN)) != Told(Answer.UNKNOWN):
        return

    more = told.telling(fact, Told(n=n) if fact == NUMBER else Told(answer))

    if of_one(rules, told).outcome is Outcome.APPLIES:
        assert of_one(rules, more).outcome is Outcome.APPLIES
    if of_one(rules, told).outcome in SETTLED and fact not in EVENTS:
        assert of_one(rules, more).outcome is of_one(rules, told).outcome


@given(CONDITIONS, profiles(), st.sampled_from([*STATES, NUMBER]))
def test_telling_less_leaves_a_verdict_or_makes_it_need_facts(condition: Predicate, told: Profile, fact: str) -> None:
    rules = book(condition)
    whole, less = of_one(rules, told), of_one(rules, told.without(fact))

    assert less.outcome in {whole.outcome, Outcome.NEEDS_FACTS}
    if whole.outcome in SETTLED and fact not in whole.decisive:
        assert less.outcome is whole.outcome


@given(read_once(STATES), profiles())
def test_a_decisive_fact_that_is_taken_back_is_missed(condition: Predicate, told: Profile) -> None:
    """For a rule that reads each fact once, and of what it decides on, nothing can stand in for it."""
    rules = book(condition)
    whole = of_one(rules, told)
    only = Profile({fact: told.told[fact] for fact in whole.decisive})

    for fact in whole.decisive:
        assert of_one(rules, only.without(fact)).outcome is Outcome.NEEDS_FACTS


@given(CONDITIONS, profiles())
def test_the_decisive_facts_alone_give_the_same_verdict(condition: Predicate, told: Profile) -> None:
    rules = book(condition)
    whole = of_one(rules, told)

    if whole.outcome in SETTLED:
        only = Profile({fact: told.told[fact] for fact in whole.decisive if fact in told.told})
        assert of_one(rules, only).outcome is whole.outcome


@given(CONDITIONS, profiles(), st.sampled_from(list(Answer)))
def test_a_fact_that_nobody_reads_changes_nothing(condition: Predicate, told: Profile, answer: Answer) -> None:
    rules = book(condition)

    assert findings(rules, told.telling(UNREAD, Told(answer)), on=ON) == findings(rules, told.without(UNREAD), on=ON)


@given(CONDITIONS, profiles())
def test_the_same_telling_in_another_order_gives_the_same(condition: Predicate, told: Profile) -> None:
    rules = book(condition)

    assert findings(rules, Profile(dict(reversed(told.told.items()))), on=ON) == findings(rules, told, on=ON)


@given(CONDITIONS, profiles())
def test_the_lines_of_a_reason_give_the_verdict_again(condition: Predicate, told: Profile) -> None:
    found = of_one(book(condition), told)

    assert replay(found.why) is found.outcome


@given(read_once(EVENTS), profiles())
def test_a_duty_that_waits_begins_when_what_it_waits_for_happens(condition: Predicate, told: Profile) -> None:
    rules = book(condition)
    found = of_one(rules, told)

    if found.outcome is Outcome.ON_EVENT:
        happened = Profile({**told.told, **{event: Told(Answer.YES) for event in found.waits_for}})
        assert of_one(rules, happened).outcome is Outcome.APPLIES


# ---------------------------------------------------------------- in force, or not


@pytest.mark.parametrize(
    ("days", "outcome"),
    [
        (-1, Outcome.NOT_YET),
        (0, Outcome.APPLIES),
        (9, Outcome.APPLIES),
        (10, Outcome.NO_LONGER),
        (99, Outcome.NO_LONGER),
    ],
)
def test_a_norm_binds_from_its_first_day_until_before_its_last(days: int, outcome: Outcome) -> None:
    rules = book(Holds("fact.a"), valid_from=ON, valid_to=ON + timedelta(days=10))

    (found,) = findings(rules, profile_of({"fact.a": "yes"}), on=ON + timedelta(days=days))

    assert found.outcome is outcome
    assert found.if_in_force is (None if outcome is Outcome.APPLIES else Outcome.APPLIES)
    assert replay(found.why) is outcome


@given(CONDITIONS, profiles(), st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_a_draft_never_binds_at_any_date(condition: Predicate, told: Profile, on: date) -> None:
    rules = book(condition, valid_from=ON)
    drafts = replace(rules, rules=tuple(replace(rule, binding=False) for rule in rules.rules))

    (found,) = findings(drafts, told, on=on)

    assert (found.outcome, replay(found.why)) == (Outcome.DOES_NOT_APPLY, Outcome.DOES_NOT_APPLY)


# ---------------------------------------------------------------- readings


def test_a_reading_that_says_yes_makes_an_unknown_contested() -> None:
    opinion = reading("opinion", Basis.OPINION, Holds("fact.b"), settles="fact.a")
    silent = reading("silent", Basis.STATUTE, None)
    rules = book(Holds("fact.a"), readings=(opinion, silent))

    found = of_one(rules, profile_of({"fact.b": "yes"}))

    assert found.outcome is Outcome.CONTESTED
    assert found.contest is not None
    assert found.contest.without is Outcome.NEEDS_FACTS
    assert [(s.outcome, [h.id for a in s.assumed for h in a.readings]) for s in found.contest.stances] == [
        (Outcome.APPLIES, ["q.opinion"])
    ]
    assert [held.id for held in found.contest.others] == ["q.silent"]


def test_a_reading_stands_beside_an_answer_of_no_and_has_nothing_to_add_to_a_yes() -> None:
    rules = book(Holds("fact.a"), readings=(reading("opinion", Basis.OPINION, Holds("fact.b"), settles="fact.a"),))

    denied = of_one(rules, profile_of({"fact.a": "no", "fact.b": "yes"}))
    agreed = of_one(rules, profile_of({"fact.a": "yes", "fact.b": "yes"}))

    assert denied.outcome is Outcome.CONTESTED
    assert denied.contest is not None
    assert denied.contest.without is Outcome.DOES_NOT_APPLY
    assert (agreed.outcome, agreed.contest) == (Outcome.APPLIES, None)


def test_a_reading_whose_own_condition_is_not_known_decides_nothing() -> None:
    rules = book(Holds("fact.a"), readings=(reading("opinion", Basis.OPINION, Holds("fact.b"), settles="fact.a"),))

    assert of_one(rules, Profile()).outcome is Outcome.NEEDS_FACTS
    assert of_one(rules, profile_of({"fact.b": "no"})).outcome is Outcome.NEEDS_FACTS


def test_a_reading_counts_from_the_day_on_which_it_was_held() -> None:
    held = reading("opinion", Basis.OPINION, Holds("fact.b"), settles="fact.a", since=ON)
    rules, told = book(Holds("fact.a"), readings=(held,)), profile_of({"fact.b": "yes"})

    assert [findings(rules, told, on=day)[0].outcome for day in (ON - timedelta(days=1), ON)] == [
        Outcome.NEEDS_FACTS,
        Outcome.CONTESTED,
    ]


def test_a_reading_can_ask_for_more_than_the_words() -> None:
    narrow = reading("narrow", Basis.OPINION, Holds("fact.b"), narrows=("trigger.0",))
    rules = book(Holds("fact.a"), readings=(narrow,))

    outcomes = {
        b: [(s.outcome, s.missing) for s in found.contest.stances] if found.contest else found.outcome
        for b in ("yes", "no", "unknown")
        if (found := of_one(rules, profile_of({"fact.a": "yes", "fact.b": b})))
    }

    assert outcomes == {
        "yes": Outcome.APPLIES,
        "no": [(Outcome.DOES_NOT_APPLY, ())],
        "unknown": [(Outcome.NEEDS_FACTS, ("fact.b",))],
    }


def test_readings_that_together_make_a_difference_are_told_together() -> None:
    one = reading("one", Basis.OPINION, Holds("fact.c"), settles="fact.a")
    two = reading("two", Basis.OPINION, Holds("fact.a"), settles="fact.b")
    rules = book(All((Holds("fact.a"), Holds("fact.b"))), readings=(one, two))

    found = of_one(rules, profile_of({"fact.c": "yes"}))

    assert found.contest is not None
    assert [[(a.of, [h.id for h in a.readings]) for a in s.assumed] for s in found.contest.stances] == [
        [("fact.a", ["q.one"]), ("fact.b", ["q.two"])]
    ]


READINGS = st.tuples(
    st.sampled_from(["r", "s"]), st.sampled_from(list(Basis)), conditions(*STATES), st.sampled_from(STATES)
).map(lambda made: reading(made[0], made[1], made[2], settles=made[3]))


@given(CONDITIONS, profiles(), st.lists(READINGS, max_size=3))
def test_statute_alone_leaves_no_reading_of_practice_or_opinion(
    condition: Predicate, told: Profile, held: list[HeldReading]
) -> None:
    rules = book(condition, readings=tuple(held))

    (found,) = findings(rules, told, on=ON, bases=[Basis.STATUTE])

    followed = [h.basis for s in found.contest.stances for a in s.assumed for h in a.readings] if found.contest else []
    assert set(followed) <= {Basis.STATUTE}
    assert findings(replace(rules, readings=tuple(r for r in held if r.basis is Basis.STATUTE)), told, on=ON) == [found]


@given(CONDITIONS, profiles(), st.lists(READINGS, max_size=3))
def test_every_side_of_a_contest_is_replayed(condition: Predicate, told: Profile, held: list[HeldReading]) -> None:
    found = of_one(book(condition, readings=tuple(held)), told)

    if found.contest is None:
        assert found.outcome is replay(found.why)
    else:
        assert found.contest.without is replay(found.why)
        assert all(replay(stance.why) is stance.outcome for stance in found.contest.stances)
        assert all(stance.outcome is not found.contest.without for stance in found.contest.stances)


# ---------------------------------------------------------------- what to ask


@given(st.lists(CONDITIONS, min_size=1, max_size=3), profiles(), st.lists(READINGS, max_size=2), st.data())
def test_questions_come_to_an_end_and_leave_nothing_that_asking_could_settle(
    conditions_: list[Predicate], told: Profile, held: list[HeldReading], data: st.DataObject
) -> None:
    rules = book(*conditions_, readings=tuple(held))
    matter = {
        *(f for c in conditions_ for f in facts_of(c)),
        *(f for r in held if r.predicate for f in facts_of(r.predicate)),
    }
    asked: list[str] = []

    while question := next_question(rules, told, findings(rules, told, on=ON), on=ON):
        asked.append(question.fact)
        answer = data.draw(NUMBERS if question.fact == NUMBER else ANSWERS)
        told = told.telling(question.fact, answer)

    assert len(asked) == len(set(asked)) <= len(matter)
    assert set(asked) <= matter
    assert all(
        fact in told.told
        for f in findings(rules, told, on=ON)
        if f.outcome is Outcome.NEEDS_FACTS
        for fact in f.missing
    )


def test_the_question_that_settles_the_most_is_asked_first_and_says_why() -> None:
    rules = book(All((Holds("fact.a"), Holds("fact.b"))), All((Holds("fact.a"), Holds("fact.c"))), Holds("fact.d"))

    question = next_question(rules, Profile(), findings(rules, Profile(), on=ON), on=ON)

    assert question is not None
    assert (question.fact, question.findings) == ("fact.a", 2)
    assert [(s.answer, s.findings) for s in question.settles] == [("yes", 0), ("no", 2)]
    assert question.reason_en == "2 findings wait for this fact; yes settles 0, no settles 2."
    assert question.reason_zh == "有2项结论因缺此事实未定；答“是”可定0项，答“否”可定2项。"


def test_a_fact_told_as_unknown_is_not_asked_again_but_what_a_reading_of_it_turns_on_is() -> None:
    rules = book(Holds("fact.a"), readings=(reading("opinion", Basis.OPINION, Holds("fact.b"), settles="fact.a"),))
    told = profile_of({"fact.a": "unknown"})

    question = next_question(rules, told, findings(rules, told, on=ON), on=ON)

    assert question is not None
    assert question.fact == "fact.b"


def test_nothing_is_asked_when_everything_is_settled() -> None:
    rules, told = book(Holds("fact.a")), profile_of({"fact.a": "no"})

    assert next_question(rules, told, findings(rules, told, on=ON), on=ON) is None


# ---------------------------------------------------------------- helpers


def profile_of(told: Mapping[str, str]) -> Profile:
    return Profile({fact: Told(Answer(answer)) for fact, answer in told.items()})  # type: ignore[call-arg]


def of_one(rules: Rulebook, told: Profile) -> Finding:
    (found,) = findings(rules, told, on=ON)
    return found


def book(
    *triggers: Predicate,
    readings: tuple[HeldReading, ...] = (),
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Rulebook:
    """A rulebook with one rule for each condition; its one role is everybody's."""
    conditions_ = {f"trigger.{i}": condition(f"trigger.{i}", predicate) for i, predicate in enumerate(triggers)}
    everybody = condition("anyone", Always())
    rules = tuple(
        Rule(
            obligation=f"cn.ob.{i}", gist_zh="义务", gist_en="duty", norm=Norm.DUTY, modality=Modality.MUST,
            kind=ObligationKind.OTHER, binding=True, to_authority=False, provision="cn.rule.art-1.par-1",
            regulation="cn.rule", regulation_title_zh="规定", regulation_title_en="Rule", trigger=f"trigger.{i}",
            roles=("anyone",), basis=Basis.STATUTE, confidence=Confidence.PRIMARY, unverified=False,
            valid_from=valid_from, valid_to=valid_to, questions=(), reads=frozenset(facts_of(predicate)),
        )
        for i, predicate in enumerate(triggers)
    )  # fmt: skip
    return Rulebook(
        "rev", rules, conditions_, {"anyone": everybody}, readings, DECLARATION,
        thresholds_of([*conditions_.values(), *readings]), moves_of(DECLARATION), 0,
    )  # fmt: skip


def condition(name: str, predicate: Predicate) -> Condition:
    return Condition(name, name, name, predicate, ("cn.rule.art-1.par-1",), Confidence.PRIMARY)


def reading(
    name: str,
    basis: Basis,
    predicate: Predicate | None,
    *,
    settles: str | None = None,
    narrows: tuple[str, ...] = (),
    since: date | None = None,
) -> HeldReading:
    return HeldReading(
        f"q.{name}", "q", "问", "point", "读法", "reading", "somebody", since, False, basis, Confidence.SEED, None, None,
        predicate, () if settles is None else (settles,), narrows,
    )  # fmt: skip


def completions(profile: Profile) -> Iterator[Profile]:
    """The profile with every state of the service told, in every way; events are left as they are."""
    open_states = [fact for fact in STATES if profile.told.get(fact, Told(Answer.UNKNOWN)).answer is Answer.UNKNOWN]
    number_open = profile.told.get(NUMBER, Told(Answer.UNKNOWN)).n is None
    for answers in product((Answer.YES, Answer.NO), repeat=len(open_states)):
        told = {**profile.told, **{fact: Told(answer) for fact, answer in zip(open_states, answers, strict=True)}}
        for n in (0, 5, 6) if number_open else (None,):
            yield Profile(told if n is None else {**told, NUMBER: Told(n=n)})
