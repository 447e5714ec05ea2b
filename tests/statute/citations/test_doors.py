"""The same answers at every door: the command and GraphQL."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from api.cli import main
from api.schema import Operation, answer
from graph.store import Store
from ingest.statute.citations import citations_of, within
from ingest.statute.parse import parse

MEMO = "依照《算法推荐管理规定》第二十四条第一款和第三十六条，以及国家有关规定办理。\n"
SOUND = "依照《算法推荐管理规定》第二十四条第一款办理；参照《某某条例》第三条。\n"


def cite(*arguments: str, given: str | None = None) -> Any:
    return CliRunner().invoke(main, ["cite", *arguments, "--on", "2026-11-20"], input=given)


def test_a_citation_that_does_not_exist_is_told_and_ends_with_1(address: str, written: Callable[[str], Path]) -> None:
    result = cite(str(written(MEMO)), "--store", address)

    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert (
        lines[0]
        == "  1:3    EXISTS            《算法推荐管理规定》第二十四条第一款和第三十六条 → cn.recommendation.art-24.par-1"
    )
    assert lines[1].startswith("! 1:3    NO_SUCH_PROVISION")
    assert "The instrument has 35 articles." in result.stdout
    assert "该文件共35条。" in result.stdout
    assert "1 UNNAMED" in result.stderr


def test_what_is_only_not_held_is_no_fault(address: str, written: Callable[[str], Path]) -> None:
    result = cite(str(written(SOUND)), "--store", address)

    assert result.exit_code == 0
    assert "NOT_HELD" in result.stdout
    assert "says nothing on whether it exists" in result.stdout


def test_a_text_comes_from_standard_input_too(address: str) -> None:
    result = cite("-", "--json", "--store", address, given=MEMO)

    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["file"]["name"] == "standard input"
    assert {name: n for name, n in told["outcomes"].items() if n} == {"EXISTS": 1, "NO_SUCH_PROVISION": 1, "UNNAMED": 1}
    first = told["citations"][0]
    assert (first["line"], first["column"], first["start"]) == (1, 3, 2)
    assert MEMO[first["start"] : first["end"]] == first["words"]
    assert [one["provision"] for one in first["provisions"]] == [
        "cn.recommendation.art-24.par-1",
        "cn.recommendation.art-36",
    ]
    assert {one["what"] for one in told["not_seen"]} == {"BARE_TITLES", "OTHER_LANGUAGES", "NOT_HELD"}


def test_a_file_that_is_not_there_is_one_clear_line(address: str) -> None:
    result = cite("/nirgends.txt", "--store", address)

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: /nirgends.txt: is not there.")


CHECK = """query ($text: String!) { checkCitations(text: $text, on: "2026-11-20") {
  faulty
  outcomes { outcome count }
  citations { totalCount nodes { start words by faulty provisions { nodes {
    outcome locator provision node regulation { titleZh } article { number } why { reason textEn }
  } } } }
  missing: citations(outcomes: [NO_SUCH_PROVISION]) { totalCount }
  passedOver { totalCount }
  notSeen { what }
} }"""


@pytest.fixture
def ask(held: Store) -> Callable[..., dict[str, Any]]:
    def asked(query: str, **variables: Any) -> dict[str, Any]:
        return asyncio.run(answer(held, Operation(query, variables), today=date(2026, 11, 20))).body

    return asked


def test_graphql_reports_every_citation(ask: Callable[..., dict[str, Any]]) -> None:
    body = ask(CHECK, text=MEMO)

    assert "errors" not in body
    report = body["data"]["checkCitations"]
    assert report["faulty"] is True
    assert report["citations"]["totalCount"] == 2
    assert report["missing"]["totalCount"] == 1
    assert report["citations"]["nodes"][0]["provisions"]["nodes"] == [
        {
            "outcome": "EXISTS", "locator": "art-24.par-1", "provision": "cn.recommendation.art-24.par-1",
            "node": "cn.recommendation.art-24.par-1", "regulation": {"titleZh": "互联网信息服务算法推荐管理规定"},
            "article": {"number": "24"}, "why": None,
        },
        {
            "outcome": "NO_SUCH_PROVISION", "locator": "art-36", "provision": "cn.recommendation.art-36", "node": None,
            "regulation": {"titleZh": "互联网信息服务算法推荐管理规定"}, "article": None,
            "why": {"reason": "BEYOND", "textEn": "The instrument has 35 articles."},
        },
    ]  # fmt: skip
    assert body["extensions"]["revision"]


def test_graphql_answers_one_citation_on_a_day(ask: Callable[..., dict[str, Any]]) -> None:
    body = ask(
        '{ provision(citation: "网络安全法第二十一条", on: "2025-06-01") { words by provisions { nodes { outcome node '
        "renumbered { former now since article { id } } } } } }"
    )

    assert body["data"]["provision"]["provisions"]["nodes"] == [
        {
            "outcome": "EXISTS", "node": "cn.security.art-23",
            "renumbered": [{"former": "21", "now": "23", "since": "2026-01-01", "article": {"id": "cn.security.art-23"}}],
        }
    ]  # fmt: skip


def test_graphql_refuses_two_citations_where_one_is_asked_for(ask: Callable[..., dict[str, Any]]) -> None:
    body = ask('{ provision(citation: "《甲法》第一条和《乙法》第二条") { words } }')

    assert "holds 2 citations" in body["errors"][0]["message"]


def test_a_parsed_text_gives_its_citations_with_the_provision_in_which_they_stand() -> None:
    text = "某条例\n\n第一条 依照《甲法》第九条和国家有关规定办理。\n\n第二条 乙。\n\n违反前款规定的，依照第一条处理，自公布之日起施行。\n"

    found = citations_of(parse(text), text)

    assert [(one.at, one.citation.words) for one in found] == [
        ("art-1.par-1", "《甲法》第九条"),
        ("art-2.par-2", "前款"),
        ("art-2.par-2", "第一条"),
    ]
    assert [(at, to) for at, to, _ in within(parse(text), text)] == [
        ("art-2.par-2", "art-2.par-1"),
        ("art-2.par-2", "art-1"),
    ]
