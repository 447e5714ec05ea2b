"""What holds of the curated law: every fact, role and reading plays its part, and every profile keeps the properties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.applies.applicability import Finding, findings, replay
from graph.applies.contest import stages
from graph.applies.next_question import next_question
from graph.applies.profile import Answer, Profile, Told
from graph.applies.rulebook import Rulebook
from graph.applies.verdict import Outcome
from graph.knowledge import Knowledge
from graph.predicates import facts_of
from graph.vocabulary import Basis, ProfileFactKind, RoleKind

ON = date(2026, 9, 1)
STATED = {Outcome.APPLIES, Outcome.DOES_NOT_APPLY}
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def told_in(book: Rulebook, data: st.DataObject) -> Profile:
    """A profile that tells some forty facts, as a careful client would: nothing of events that have not happened."""
    told: dict[str, Told] = {}
    for declared in data.draw(
        st.lists(st.sampled_from(sorted(book.declaration.values(), key=lambda d: d.id)), max_size=40)
    ):
        if not declared.of_events:
            number = declared.kind is ProfileFactKind.NUMBER
            told[declared.id] = (
                Told(n=data.draw(st.sampled_from([0, 99_999, 100_000, 1_000_000, 60_000_000])))
                if number
                else Told(data.draw(st.sampled_from(list(Answer))))
            )
    return Profile(told)


# ---------------------------------------------------------------- the declarations


def test_every_role_that_a_service_can_have_says_by_which_facts(curated: Knowledge) -> None:
    silent = [row["id"] for row in curated.nodes["Role"] if row["predicate"] is None and row["kind"] != RoleKind.STATE]

    assert silent == []


def test_every_norm_that_binds_a_role_is_a_rule_and_no_other(curated: Knowledge, book: Rulebook) -> None:
    state = {row["id"] for row in curated.nodes["Role"] if row["kind"] == RoleKind.STATE}
    binding = {row["id"] for row in curated.nodes["Obligation"] if row["binding"]}
    binds = [
        edge
        for shape, edges in curated.edges.items()
        if shape.verb == "BINDS" and shape.target == "Role"
        for edge in edges
    ]

    assert {rule.obligation for rule in book.rules} == {e.source for e in binds if e.target not in state} & binding
    assert book.of_others == len(binding) - len(book.rules)


def test_a_service_that_meets_a_trigger_has_a_role_that_the_norm_binds_or_can_be_told_to(book: Rulebook) -> None:
    """Everything that a role asks for can be told: no norm is out of reach for want of a question."""
    unaskable = [
        (rule.obligation, fact)
        for rule in book.rules
        for fact in rule.reads
        if fact not in book.declaration or not book.declaration[fact].question_zh
    ]

    assert unaskable == []


def test_the_contested_notions_of_the_article_decide_and_say_since_when(book: Rulebook) -> None:
    deciding = {
        r.id.removeprefix("cn.question."): (r.settles or r.narrows) for r in book.readings if r.predicate is not None
    }

    assert deciding == {
        "deepsyn-algo-provider.also-algorithm-provider": ("fact.algorithm-recommendation",),
        "deepsyn-supporter-attributes.condition-carries-over": (
            "trigger.deepsyn-2022.supporter",
            "trigger.deepsyn-2022.supporter-changed",
            "trigger.deepsyn-2022.supporter-ended",
        ),
        "domestic-public-b2b.depends-on-use": ("fact.offered-to-public",),
        "domestic-public-b2c.falls-in": ("fact.offered-to-public",),
        "domestic-public-beta.scale-counts": ("fact.offered-to-public",),
        "genai-2023-algo-2021-beyond-filing.of-their-own-force": ("fact.algorithm-recommendation",),
        "genai-2023-label-covers-text.text-covered": ("fact.generates-images-or-video",),
        "genai-filing-or-registration.algorithm-first-tuned-files": ("trigger.genai-announcement.calls-filed-model",),
        "public-opinion-breadth.broad": ("fact.public-opinion",),
        "public-opinion-breadth.listed-kinds": ("fact.public-opinion",),
        "public-opinion-definition.by-analogy-2018": ("fact.public-opinion",),
        "wrapped-service.may-be-provider": ("fact.offered-to-public",),
    }
    article = [r for r in book.readings if r.predicate is not None and "Han Kun" in r.held_by_en]
    assert {(r.held_since, r.basis) for r in article} == {(date(2023, 8, 1), Basis.OPINION)}
    assert len(article) == 6


# ---------------------------------------------------------------- every profile


@SLOW
@given(data=st.data())
def test_every_finding_is_replayed_from_its_lines(book: Rulebook, data: st.DataObject) -> None:
    on = data.draw(st.sampled_from([date(2018, 1, 1), date(2022, 3, 1), date(2023, 8, 20), ON]))

    found = findings(book, told_in(book, data), on=on)

    assert [f.obligation for f in found if replay(f.why) is not without_readings(f)] == []
    stances = [(f.obligation, s) for f in found if f.contest for s in f.contest.stances if f.if_in_force is None]
    assert [name for name, stance in stances if replay(stance.why) is not stance.outcome] == []


@SLOW
@given(data=st.data())
def test_telling_less_leaves_a_verdict_or_makes_it_need_facts(book: Rulebook, data: st.DataObject) -> None:
    whole = told_in(book, data)
    states = sorted(fact for fact in whole.told if not book.declaration[fact].is_event)
    if not states:
        return
    fact = data.draw(st.sampled_from(states))

    pairs = list(zip(findings(book, whole, on=ON), findings(book, whole.without(fact), on=ON), strict=True))

    assert [
        (a.obligation, without_readings(a), without_readings(b))
        for a, b in pairs
        if without_readings(b) not in {without_readings(a), Outcome.NEEDS_FACTS}
    ] == []
    assert [
        a.obligation
        for a, b in pairs
        if without_readings(a) in STATED and without_readings(a) is not without_readings(b) and fact not in a.decisive
    ] == []


@SLOW
@given(data=st.data())
def test_telling_more_never_makes_what_applies_need_facts(book: Rulebook, data: st.DataObject) -> None:
    told = told_in(book, data)
    more = Profile({**told_in(book, data).told, **told.told})

    pairs = zip(findings(book, told, on=ON), findings(book, more, on=ON), strict=True)

    assert [
        a.obligation for a, b in pairs if a.outcome is Outcome.APPLIES and without_readings(b) is Outcome.NEEDS_FACTS
    ] == []


@SLOW
@given(data=st.data())
def test_a_fact_that_no_rule_reads_changes_nothing(book: Rulebook, data: st.DataObject) -> None:
    told = told_in(book, data)
    read = {fact for rule in book.rules for fact in rule.reads} | set(behind(book))
    unread = sorted(book.declaration.keys() - read)
    fact = data.draw(st.sampled_from(unread))
    number = book.declaration[fact].kind is ProfileFactKind.NUMBER

    with_it = told.telling(fact, Told(n=7) if number else Told(Answer.YES))

    assert findings(book, with_it, on=ON) == findings(book, told.without(fact), on=ON)


@SLOW
@given(data=st.data())
def test_statute_alone_follows_no_opinion(book: Rulebook, data: st.DataObject) -> None:
    found = findings(book, told_in(book, data), on=ON, bases=[Basis.STATUTE])

    followed = {h.basis for f in found if f.contest for s in f.contest.stances for a in s.assumed for h in a.readings}
    assert followed <= {Basis.STATUTE}


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_questions_come_to_an_end(book: Rulebook, data: st.DataObject) -> None:
    told = Profile()
    asked: list[str] = []

    while question := next_question(book, told, findings(book, told, on=ON), on=ON):
        asked.append(question.fact)
        number = question.kind is ProfileFactKind.NUMBER
        answer = (
            Told(n=data.draw(st.sampled_from([0, 1_000_000])))
            if number
            else Told(data.draw(st.sampled_from(list(Answer))))
        )
        told = told.telling(question.fact, answer)

    matter = {fact for rule in book.rules for fact in rule.reads} | set(behind(book))
    assert len(set(asked)) == len(asked) <= len(matter)
    open_still = {fact for f in findings(book, told, on=ON) if f.outcome is Outcome.NEEDS_FACTS for fact in f.missing}
    assert open_still <= told.told.keys()


def test_readings_of_one_profile_make_few_stages(book: Rulebook) -> None:
    """Every set of facts that readings can make a yes is weighed: there must not be hundreds of them."""
    facts = ("generative-ai", "deep-synthesis", "offered-in-mainland", "offered-to-customers", "third-party-model",
             "business-customers-serve-public", "sells-to-consumers", "interactive-functions", "listed-opinion-functions",
             "generates-text")  # fmt: skip
    told = Profile({**{f"fact.{name}": Told(Answer.YES) for name in facts}, "fact.test-users": Told(n=9)})

    assert len(stages(told, book, book.readings, on=ON)) <= 16


@pytest.mark.parametrize("on", [date(1990, 1, 1), date(2026, 9, 1)])
def test_nobody_is_bound_before_there_is_a_law(book: Rulebook, on: date) -> None:
    found = findings(
        book, Profile({"fact.generative-ai": Told(Answer.YES), "fact.offered-to-public": Told(Answer.YES)}), on=on
    )

    applying = [f.obligation for f in found if f.outcome is Outcome.APPLIES]
    assert bool(applying) is (on.year > 2000)


def without_readings(finding: Finding) -> Outcome:
    """What a finding is on what is told; that it is in force or not comes first."""
    return finding.contest.without if finding.contest and finding.if_in_force is None else finding.outcome


def behind(book: Rulebook) -> Iterator[str]:
    """The facts on which others, or readings, turn."""
    for declared in book.declaration.values():
        for condition in (declared.yes_when, declared.no_when):
            if condition is not None:
                yield from facts_of(condition)
                yield declared.id
        yield from declared.of_events
    for reading in book.readings:
        if reading.predicate is not None:
            yield from facts_of(reading.predicate)
            yield from reading.settles
