"""A clock made by hand, and two small rules in both stores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.deadlines import Clock
from graph.knowledge import Knowledge
from graph.store import Store
from graph.vocabulary import Basis, Binds, Confidence, DeadlineKind, DeadlineUnit
from ingest.check import checked

CLOCK = Clock(
    obligation="cn.ob.rule.file", deadline="cn.deadline.rule.file", kind=DeadlineKind.WITHIN, n=10, n_max=None,
    unit=DeadlineUnit.WORKING_DAY, from_zh="提供服务之日", from_en="the day of service", word_zh=None, binds=Binds.FILER,
    case_en=None, procedure=None, procedure_name_zh=None, procedure_name_en=None, mode=None, imported_from=None,
    through=None, basis=Basis.STATUTE, confidence=Confidence.PRIMARY, valid_from=None, valid_to=None, unverified=False,
    evidence=(), revision="r",
)  # fmt: skip


@pytest.fixture(scope="session")
def clock() -> Callable[..., Clock]:
    """A clock of ten working days from the day of service, changed as asked."""

    def made(**changes: Any) -> Clock:
        return replace(CLOCK, **changes)

    return made


@pytest.fixture(scope="session")
def rules() -> Knowledge:
    return checked(Path(__file__).parent / "facts")


@pytest.fixture
def store(store_with: Callable[[Knowledge], Store], rules: Knowledge) -> Store:
    """Each store in turn, with the two rules in it. For reading only."""
    return store_with(rules)
