"""The README's first query is answered as the README says, on both stores."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from api.schema import Operation, answer
from graph.knowledge import Knowledge
from graph.routes import routes
from graph.store import Store
from graph.view import view
from graph.vocabulary import Basis

README = Path(__file__).parents[1] / "README.md"


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_the_first_query_gives_the_answer_that_stands_below_it(
    store_with: Callable[[Knowledge], Store], curated: Knowledge
) -> None:
    store = store_with(curated)

    body = asyncio.run(answer(store, Operation(block("graphql")), today=date(2026, 9, 1))).body

    assert {"data": json.loads(json.dumps(body["data"], default=str))} == json.loads(block("json"))


def test_the_ways_of_the_security_assessment_are_as_many_as_it_says(curated_store: Store) -> None:
    ways = routes(curated_store, view(date(2026, 9, 1)), obligations=["cn.ob.genai-2023.assess-security"]).items

    assert Counter(way.basis for way in ways) == {Basis.STATUTE: 1, Basis.PRACTICE: 6}
    assert "one row by statute" in README.read_text(encoding="utf-8")
    assert "six by practice" in README.read_text(encoding="utf-8")


def test_the_day_through_which_the_law_was_checked_is_that_of_the_graph(curated: Knowledge) -> None:
    through = curated.checked_through

    assert f"**{through.day} {through:%B %Y}**" in README.read_text(encoding="utf-8")
