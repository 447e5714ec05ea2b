"""By when: the clocks of an obligation, on both stores."""

from __future__ import annotations

from datetime import date

import pytest

from graph.deadlines import Clock, deadlines_of
from graph.errors import UnknownId
from graph.store import Store
from graph.view import view
from graph.vocabulary import Basis

NOW = view(date(2026, 11, 20))


def told(clocks: list[Clock]) -> list[tuple[int | None, int | None, str, str, str, str | None]]:
    return [(c.n, c.n_max, str(c.unit), c.binds.value, c.basis.value, c.through) for c in clocks]


def test_the_clocks_of_the_procedure_run_for_its_obligation(store: Store) -> None:
    clocks = deadlines_of(store, "cn.ob.algo.file", NOW)

    assert told(clocks) == [
        (10, None, "working-day", "filer", "statute", None),
        (30, None, "working-day", "authority", "statute", None),
        (2, 3, "month", "authority", "practice", None),
    ]


def test_an_imported_clock_says_through_which_provision_it_came(store: Store) -> None:
    clocks = deadlines_of(store, "cn.ob.genai.file", view(date(2026, 11, 20), [Basis.STATUTE]))

    assert told(clocks) == [
        (10, None, "working-day", "filer", "statute", "cn.genai.art-17.par-1"),
        (30, None, "working-day", "authority", "statute", "cn.genai.art-17.par-1"),
    ]
    assert {clock.imported_from for clock in clocks} == {"cn.algo.art-24.par-1"}


def test_a_clock_of_the_obligation_itself_has_no_procedure(store: Store) -> None:
    (clock,) = deadlines_of(store, "cn.ob.algo.keep-logs", NOW)

    assert (clock.n, str(clock.unit), clock.procedure, clock.mode) == (6, "month", None, None)


def test_no_clock_runs_before_the_rule(store: Store) -> None:
    assert deadlines_of(store, "cn.ob.algo.file", view(date(2022, 2, 28))) == []


def test_clocks_of_nothing_are_an_error(store: Store) -> None:
    with pytest.raises(UnknownId):
        deadlines_of(store, "cn.ob.algo.fil", NOW)
