"""Exclusive and inclusive counts, against counting by brute force."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.overlaps.powerset import Counted, powerset, subsets

CLASSES = "abcd"


def test_what_belongs_to_just_these_and_to_these_at_least() -> None:
    found = powerset({"one": frozenset("a"), "two": frozenset("ab"), "three": frozenset("ab")}, always=[frozenset("c")])

    assert found == {
        frozenset("a"): Counted(frozenset("a"), ("one",), ("one", "three", "two")),
        frozenset("b"): Counted(frozenset("b"), (), ("three", "two")),
        frozenset("ab"): Counted(frozenset("ab"), ("three", "two"), ("three", "two")),
        frozenset("c"): Counted(frozenset("c"), (), ()),
    }


@given(st.dictionaries(st.text("xyz", min_size=1, max_size=3), st.frozensets(st.sampled_from(CLASSES)), max_size=12))
def test_every_count_is_the_one_by_brute_force(belongs: dict[str, frozenset[str]]) -> None:
    found = powerset(belongs)

    for combination in subsets(CLASSES):
        exclusive = sorted(thing for thing, classes in belongs.items() if classes == combination)
        inclusive = sorted(thing for thing, classes in belongs.items() if classes >= combination)
        counted = found.get(combination, Counted(combination, (), ()))
        assert (list(counted.exclusive), list(counted.inclusive)) == (exclusive, inclusive)
    assert sum(len(counted.exclusive) for counted in found.values()) == sum(
        1 for classes in belongs.values() if classes
    )


def test_the_combinations_of_three_classes_are_seven() -> None:
    assert len(list(subsets("abc"))) == 7
