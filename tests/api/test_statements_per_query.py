"""What a query costs depends on its depth, never on its rows."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date
from typing import Any, Protocol

import pytest

from api.schema import Operation, answer
from graph.store import Store

ROUTES = """{ obligations(first: %d) { nodes { id
  article { number regulation { titleEn } }
  routes { nodes { kind authority { nameEn level } platform { nameEn } addresses { url } evidence { source { whatEn } } } }
  appliesWhen { nodes { reads { nodes { questionEn } } } }
  deadlines { nodes { deadline { n unit } } }
} } }"""


class Counting(Store, Protocol):
    asked: list[str]


def asked(store: Counting, query: str) -> Counter[str]:
    store.asked.clear()
    body: dict[str, Any] = asyncio.run(answer(store, Operation(query), today=date(2026, 11, 20))).body
    assert "errors" not in body
    return Counter(store.asked)


def test_no_statement_is_asked_twice_however_many_rows_there_are(counting: Counting) -> None:
    one = asked(counting, ROUTES % 1)
    all_of_them = asked(counting, ROUTES % 100)

    assert (
        one
        == all_of_them
        == Counter(
            [
                "read/obligations",
                "read/node/obligation",
                "read/relation/obligation.article",
                "read/relation/article.regulation",
                "read/routes",
                "read/node/authority",
                "read/node/platform",
                "read/relation/platform.served_at",
                "read/node/evidence",
                "read/relation/evidence.source",
                "read/relation/obligation.applies_when",
                "read/relation/trigger.reads",
                "read/deadlines",
                "read/node/deadline",
                "read/meta",
            ]
        )
    )


def test_the_flat_answer_finds_reads_and_then_reads_each_type_once(counting: Counting) -> None:
    statements = asked(
        counting,
        "{ routes { nodes { kind obligation { gistEn } regulation { titleEn } authority { nameEn } platform { nameEn } } } }",
    )

    assert statements == Counter(
        [
            "read/routes_found",
            "read/routes",
            "read/node/obligation",
            "read/node/regulation",
            "read/node/authority",
            "read/node/platform",
            "read/meta",
        ]
    )


def test_several_types_at_one_level_cost_a_statement_each(counting: Counting) -> None:
    statements = asked(counting, "{ questions { nodes { about { nodes { id } } } } }")

    assert statements == Counter(
        [
            "read/questions",
            "read/node/question",
            "read/relation/question.about",
            "read/node/obligation",
            "read/node/trigger",
            "read/meta",
        ]
    )


@pytest.mark.parametrize("query", ["{ __typename }", "{ __schema { types { name } } }"])
def test_questions_about_the_schema_ask_nothing_of_the_store(counting: Counting, query: str) -> None:
    assert asked(counting, query) == Counter()
