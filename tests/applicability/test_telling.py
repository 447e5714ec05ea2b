"""A profile is written as YAML or JSON; everything that is wrong with it is told at once, with its line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.applies.profile import Answer, Declared, Profile, Told
from graph.applies.telling import json_schema, profile_of, read_profile
from graph.applies.weighing import values_of
from graph.errors import ProfileProblems
from graph.predicates import AnyOf, AtLeast, Holds
from graph.vocabulary import ProfileFactKind

DECLARATION = {
    declared.id: declared
    for declared in [
        Declared("fact.app", ProfileFactKind.BOOLEAN, "是否为应用？", "Is it an app?"),
        Declared("fact.public", ProfileFactKind.BOOLEAN, "是否面向公众？", "Is it public?", no_when=Holds("fact.internal")),
        Declared(
            "fact.internal", ProfileFactKind.BOOLEAN, "是否内部？", "Is it internal?",
            no_when=AnyOf((Holds("fact.public"), AtLeast("fact.users", 1))),
        ),
        Declared("fact.mainland", ProfileFactKind.BOOLEAN, "是否境内？", "In the mainland?", yes_when=Holds("fact.public")),
        Declared("fact.users", ProfileFactKind.NUMBER, "多少用户？", "How many users?", unit="users"),
        Declared("fact.event.launch", ProfileFactKind.EVENT, "是否上线？", "Launched?"),
        Declared("fact.event.incident", ProfileFactKind.EVENT, "是否出事？", "An incident?"),
        Declared(
            "fact.major", ProfileFactKind.BOOLEAN, "是否重大？", "Is it major?", of_events=("fact.event.incident",)
        ),
    ]
}  # fmt: skip


def test_what_is_written_is_what_is_told() -> None:
    written = """
description: 面向消费者的应用
facts:
  app: yes
  public: unknown
  users: {n: 1200000, as_of: 2026-03-01}
events:
  launch: 2026-01-15
  incident: no
"""

    assert read_profile(written, DECLARATION) == Profile(
        {
            "fact.app": Told(Answer.YES),
            "fact.public": Told(Answer.UNKNOWN),
            "fact.users": Told(n=1200000, day=date(2026, 3, 1)),
            "fact.event.launch": Told(Answer.YES, day=date(2026, 1, 15)),
            "fact.event.incident": Told(Answer.NO),
        },
        "面向消费者的应用",
    )


def test_json_tells_the_same_as_yaml() -> None:
    told = {
        "facts": {"app": True, "public": "no", "users": {"n": 7, "as_of": "2026-03-01"}},
        "events": {"launch": "2026-01-15"},
    }

    written = json.dumps(told, indent="\t", ensure_ascii=False)

    assert read_profile(written, DECLARATION) == profile_of(told, DECLARATION)


@pytest.mark.parametrize("text", ["", "facts:", "facts: {}\nevents:\n", "{}"])
def test_nothing_told_is_a_profile_too(text: str) -> None:
    assert read_profile(text, DECLARATION).told == {}


def test_every_problem_is_told_at_once_with_its_line() -> None:
    written = """facts:
  ap: yes
  public: maybe
  users: -3
  users: 4
events:
  launch: soon
  major: yes
notes: none
description: [a, list]
"""

    assert problems(written) == [
        'p.yaml:2: facts.ap: nothing in the graph asks for "ap". Did you mean app?',
        "p.yaml:3: facts.public: 'maybe' is not yes, no or unknown.",
        "p.yaml:5: facts.users: stands twice. Keep one.",
        "p.yaml:7: events.launch: 'soon' is not the day on which it happened (YYYY-MM-DD), yes, no or unknown.",
        'p.yaml:8: events.major: nothing in the graph asks for "major". Known here: launch, incident.',
        'p.yaml:9: notes: nothing in the graph asks for "notes". Known here: description, facts, events.',
        "p.yaml:10: description: ['a', 'list'] is not a text.",
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("facts: {users: 1.5}", "p.yaml:1: facts.users: 1.5 is not a whole number from 0, such as 1200000 or {n: 1200000, as_of: 2026-03-01}, or unknown."),
        ("facts: {users: yes}", "p.yaml:1: facts.users: True is not a whole number from 0, such as 1200000 or {n: 1200000, as_of: 2026-03-01}, or unknown."),
        ("facts: {users: {n: 5, on: 2026-03-01}}", "p.yaml:1: facts.users: {'n': 5, 'on': datetime.date(2026, 3, 1)} is not a whole number from 0, such as 1200000 or {n: 1200000, as_of: 2026-03-01}, or unknown."),
        ("facts: {app: 1}", "p.yaml:1: facts.app: 1 is not yes, no or unknown."),
        ("facts: [app]", "p.yaml:1: facts: ['app'] is no block of `key: value`. Known here: app, public, internal, mainland, users, major."),
        ("just text", "p.yaml:1: 'just text' is no block of `key: value`. Known here: description, facts, events."),
        ("facts: {app: yes", "p.yaml:1: is neither YAML nor JSON: expected ',' or '}', but got '<stream end>'."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_what_is_wanted(written: str, told: str) -> None:
    assert problems(written) == [told]


def test_answers_that_exclude_each_other_are_refused() -> None:
    assert problems("facts:\n  public: yes\n  internal: yes\n") == [
        "p.yaml:2: facts.public: yes cannot stand beside internal: yes. Correct one of them.",
        "p.yaml:3: facts.internal: yes cannot stand beside public: yes. Correct one of them.",
    ]
    assert problems("facts:\n  mainland: no\n  public: yes\n") == [
        "p.yaml:2: facts.mainland: no cannot stand beside public: yes. Correct one of them.",
    ]


def test_what_is_told_of_an_event_wants_the_event() -> None:
    assert problems("facts: {major: yes}") == [
        "p.yaml:1: facts.major: is told of something that by this profile has not happened. Tell events.incident as well, or leave it out.",
    ]
    assert problems("facts: {major: unknown}") == []
    assert problems("facts: {major: yes}\nevents: {incident: yes}") == []


def test_other_facts_follow_from_what_is_told() -> None:
    values = values_of(profile_of({"facts": {"public": True}}, DECLARATION), DECLARATION, None)

    assert {fact: values.truth(fact).name for fact in ("fact.internal", "fact.mainland", "fact.app")} == {
        "fact.internal": "NO",
        "fact.mainland": "YES",
        "fact.app": "UNKNOWN",
    }
    assert values.following == {"fact.internal", "fact.mainland"}


def test_the_json_schema_names_every_fact_with_its_question_and_no_other() -> None:
    schema = json_schema(DECLARATION)

    facts, events = (schema["properties"][section]["properties"] for section in ("facts", "events"))
    assert sorted(facts) == ["app", "internal", "mainland", "major", "public", "users"]
    assert sorted(events) == ["incident", "launch"]
    assert facts["app"]["description"] == "是否为应用？ Is it an app?"
    assert schema["properties"]["facts"]["additionalProperties"] is False


VALUES: Mapping[ProfileFactKind, st.SearchStrategy[Any]] = {
    ProfileFactKind.BOOLEAN: st.sampled_from([True, False, "yes", "no", "unknown"]),
    ProfileFactKind.NUMBER: st.one_of(
        st.integers(0, 10**10),
        st.builds(lambda n: {"n": n, "as_of": "2026-03-01"}, st.integers(0, 9)),
        st.just("unknown"),
    ),
    ProfileFactKind.EVENT: st.one_of(st.sampled_from([True, False, "unknown"]), st.dates().map(str)),
}


@given(st.data())
def test_what_the_schema_allows_is_read_and_nothing_of_it_is_lost(data: st.DataObject) -> None:
    told = {
        declared.id: data.draw(VALUES[declared.kind])
        for declared in DECLARATION.values()
        if data.draw(st.booleans()) and declared.id not in ("fact.internal", "fact.mainland", "fact.major")
    }
    sections: dict[str, dict[str, Any]] = {"facts": {}, "events": {}}
    for fact, value in told.items():
        sections[DECLARATION[fact].section][DECLARATION[fact].key] = value

    read = read_profile(json.dumps(sections), DECLARATION)

    assert read.told.keys() == told.keys()
    assert all(
        read.told[fact].n == (value["n"] if isinstance(value, dict) else value)
        for fact, value in told.items()
        if read.told[fact].n is not None
    )


@given(st.text())
def test_whatever_is_written_is_read_or_refused(written: str) -> None:
    with suppress(ProfileProblems):
        read_profile(written, DECLARATION)


def problems(written: str) -> list[str]:
    try:
        read_profile(written, DECLARATION, file="p.yaml")
    except ProfileProblems as refusal:
        return [str(problem) for problem in refusal.problems]
    return []
