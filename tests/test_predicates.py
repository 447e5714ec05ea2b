"""Conditions of application are read from YAML, stored as canonical JSON, and come back the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import predicates
from graph.predicates import All, Always, AnyOf, AtLeast, Holds, Not, Over, Predicate

FACTS = st.sampled_from(["fact.public-opinion", "fact.registered-users", "fact.event.launch"])
LEAVES: st.SearchStrategy[Predicate] = st.one_of(
    st.just(Always()),
    st.builds(Holds, FACTS),
    st.builds(AtLeast, FACTS, st.integers(0, 10**9)),
    st.builds(Over, FACTS, st.integers(0, 10**9)),
)
PREDICATES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.builds(All, st.lists(parts, min_size=2, max_size=4).map(tuple)),
        st.builds(AnyOf, st.lists(parts, min_size=2, max_size=4).map(tuple)),
    ),
    max_leaves=12,
)


@given(PREDICATES)
def test_a_predicate_comes_back_from_its_text(predicate: Predicate) -> None:
    assert predicates.loads(predicates.dumps(predicate)) == predicate


@given(PREDICATES)
def test_a_predicate_comes_back_from_its_yaml_form(predicate: Predicate) -> None:
    assert predicates.from_form(predicates.to_form(predicate)) == predicate


def test_facts_are_named_in_the_order_in_which_they_are_read() -> None:
    form = {
        "all": ["fact.generative-ai", {"any": ["fact.public-opinion", {"at-least": {"fact": "fact.users", "n": 3}}]}]
    }

    facts = list(predicates.facts_of(predicates.from_form(form)))

    assert facts == ["fact.generative-ai", "fact.public-opinion", "fact.users"]


@pytest.mark.parametrize(
    "form",
    [
        None,
        "public-opinion",
        {"all": ["fact.public-opinion"]},
        {"any": "fact.public-opinion"},
        {"not": ["fact.public-opinion"]},
        {"at-least": {"fact": "fact.users"}},
        {"at-least": {"fact": "fact.users", "n": True}},
        {"over": {"fact": "users", "n": 3}},
        {"all": ["fact.a", "fact.b"], "any": ["fact.c", "fact.d"]},
    ],
)
def test_a_form_that_is_no_condition_is_refused(form: object) -> None:
    with pytest.raises(ValueError, match="is not a condition"):
        predicates.from_form(form)
