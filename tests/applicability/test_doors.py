"""The same assessment by Python, GraphQL and the command line, on both stores."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from api import cli
from api.assess_text import assess_form, assess_text
from api.profile_declared import DECLARED
from api.schema import Operation, answer
from graph.applies.assessment import Assessment, assess_told
from graph.applies.verdict import Outcome
from graph.errors import UsedWrongly
from graph.knowledge import Knowledge
from graph.store import Store
from graph.view import view
from ingest.pages import declared_module

ON = date(2023, 9, 1)
B2B = {
    "description": "客服工具，卖给企业",
    "facts": {
        "generative-ai": "yes",
        "deep-synthesis": "unknown",
        "offered-in-mainland": "yes",
        "internet-information-service": "yes",
        "business-customers-serve-public": "yes",
        "public-opinion": "yes",
        "registered-users": {"n": 1200000, "as_of": "2023-08-01"},
    },
    "events": {"launch": "2023-08-20", "inspection": "no"},
}
AS_GRAPHQL = {
    "description": "客服工具，卖给企业",
    "facts": {
        "generativeAi": "YES",
        "deepSynthesis": "UNKNOWN",
        "offeredInMainland": "YES",
        "internetInformationService": "YES",
        "businessCustomersServePublic": "YES",
        "publicOpinion": "YES",
        "registeredUsers": {"n": 1200000, "asOf": "2023-08-01"},
    },
    "events": {"launch": {"day": "2023-08-20"}, "inspection": {"happened": "NO"}},
}
LINE = "depth kind now calm later saidZh saidEn subject provisions answer n threshold day origin negated since until"
EVERYTHING = f"""
query ($profile: ServiceProfile!, $after: String) {{
  assess(profile: $profile, on: "2023-09-01") {{
    on ofOthers unverified
    counts {{ outcome findings }}
    findings(first: 60, after: $after) {{
      totalCount pageInfo {{ endCursor hasNextPage }}
      nodes {{
        outcome ifInForce binding provision basis confidence unverified questions
        obligation {{ id gistZh gistEn norm modality kind toAuthority regulation {{ id titleZh titleEn }} validFrom validTo }}
        trigger {{ id }} roles {{ id }} decisive {{ id }} missing {{ id }} waitsFor {{ id }}
        why {{ {LINE} }}
        contest {{
          without
          stances {{ outcome missing {{ id }} assumed {{ of readings {{ id gistZh heldByEn heldSince basis confidence taken }} }} why {{ {LINE} }} }}
          others {{ id }}
        }}
      }}
    }}
    nextQuestion {{ findings reasonZh reasonEn fact {{ id kind questionZh questionEn unit }} settles {{ answer findings }} }}
    plan {{
      outcome waiting basis confidence unverified
      procedure {{ id nameZh nameEn kind }} after {{ id }} stages {{ id }}
      serves {{ outcome mode importedFrom through basis confidence obligation {{ id }} waitsFor {{ id }} }}
      inside {{ obligation {{ id }} }}
      doors {{ kind reason role alternativeGroup placeEn basis confidence unverified route {{ id }} authority {{ id level }} platform {{ id }} addresses {{ url certain }} }}
      papers {{ openList toEn basis confidence document {{ id kind }} }}
      clocks {{ basis confidence unverified deadline {{ id kind n nMax unit binds }} of {{ id }} }}
    }}
  }}
}}
"""


@pytest.fixture
def store(store_with: Callable[[Knowledge], Store], curated: Knowledge) -> Store:
    """Each store in turn, with the curated graph in it. For reading only."""
    return store_with(curated)


@pytest.fixture
def guikou(command_line: Callable[..., Result]) -> Callable[..., Result]:
    return partial(command_line, "assess")


@pytest.fixture
def made(store: Store) -> Assessment:
    return assess_told(store, B2B, view(ON))


def test_both_stores_give_the_same(embedded: Store, made: Assessment) -> None:
    assert made == assess_told(embedded, B2B, view(ON))


def test_every_door_gives_the_same(store: Store, guikou: Callable[..., Result], made: Assessment) -> None:
    as_json = guikou("-", "--on", "2023-09-01", "--json", stdin=json.dumps(B2B))
    as_graphql = graphql(store, AS_GRAPHQL)

    form = json.loads(json.dumps(assess_form(made), default=str))
    assert json.loads(as_json.stdout) == form
    assert told(as_graphql) == wanted(form)


def test_a_profile_is_a_file_of_yaml(guikou: Callable[..., Result], made: Assessment, tmp_path: Path) -> None:
    written = tmp_path / "profile.yaml"
    written.write_text(
        "facts: {generative-ai: yes, deep-synthesis: unknown, offered-in-mainland: yes, internet-information-service: yes,\n"
        "  business-customers-serve-public: yes, public-opinion: yes, registered-users: {n: 1200000, as_of: 2023-08-01}}\n"
        "events: {launch: 2023-08-20, inspection: no}\n",
        encoding="utf-8",
    )

    result = guikou(str(written), "--on", "2023-09-01", "--json")

    assert json.loads(result.stdout) == json.loads(json.dumps(assess_form(made), default=str))


def test_the_opinion_of_the_article_is_shown_as_one_with_its_date(made: Assessment) -> None:
    lines = list(assess_text(made, regulation="cn.genai-2023"))

    assert "  ◇ 不采任何一说 without any of these readings → 事实不足 NEEDS_FACTS" in lines
    assert "    ◇ 采下列说法 read so → 适用 APPLIES" in lines
    assert (
        "      offered-to-public: Han Kun 解石坡、赵攀, August 2023 · since 2023-08-01 · OPINION · seed · "
        "cn.question.domestic-public-b2b.depends-on-use"
    ) in lines
    assert any(
        line.startswith("    ◇ 未作判断 leaves it at that: Text of art. 2 par. 1 and 3 · statute · primary")
        for line in lines
    )


def test_the_reason_is_shown_on_request_down_to_provision_and_fact(made: Assessment) -> None:
    lines = list(assess_text(made, regulation="cn.deepsyn-2022", why=True))

    assert any(
        line.startswith("      ? trigger trigger.deepsyn-2022.provider: ")
        and line.endswith("[cn.deepsyn-2022.art-2.par-1, cn.deepsyn-2022.art-23]")
        for line in lines
    )
    assert (
        "          ? deep-synthesis: unknown · 是否应用深度合成技术？ Does it use deep-synthesis technology?" in lines
    )
    assert (
        "          ✓ offered-in-mainland: yes · 服务是否在境内提供？ Is the service offered in mainland China?" in lines
    )


def test_only_the_findings_asked_for_are_shown(guikou: Callable[..., Result]) -> None:
    result = guikou(
        "-", "--on", "2023-09-01", "--outcome", "NOT_YET", "--regulation", "cn.label-2025", stdin=json.dumps(B2B)
    )

    assert "尚未施行 NOT_YET: " in result.stdout
    assert "自 2025-09-01 起施行 in force from 2025-09-01" in result.stdout
    assert "cn.ob.genai-2023.file " not in result.stdout.partition("办理计划")[0]


def test_the_next_question_can_be_asked_alone(guikou: Callable[..., Result], made: Assessment) -> None:
    text = guikou("-", "--on", "2023-09-01", "--next", stdin=json.dumps(B2B))
    as_json = guikou("-", "--on", "2023-09-01", "--next", "--json", stdin=json.dumps(B2B))

    assert made.next_question is not None
    assert text.stdout.startswith(f"下一问 NEXT QUESTION: {made.next_question.fact}\n")
    assert json.loads(as_json.stdout)["next_question"]["fact"] == made.next_question.fact


def test_the_schema_of_a_profile_is_that_of_the_graph(guikou: Callable[..., Result], curated: Knowledge) -> None:
    schema = json.loads(guikou("--schema").stdout)

    keys = {key for section in ("facts", "events") for key in schema["properties"][section]["properties"]}
    assert keys == {str(row["id"]).removeprefix("fact.").removeprefix("event.") for row in curated.nodes["ProfileFact"]}


def test_graphql_asks_for_the_same_facts_as_the_graph(curated: Knowledge) -> None:
    committed = (Path(cli.__file__).parent / "profile_declared.py").read_text(encoding="utf-8")

    assert committed == declared_module(curated.nodes["ProfileFact"]), "run `guikou render`"
    assert {fact.id for fact in DECLARED} == {row["id"] for row in curated.nodes["ProfileFact"]}


def test_a_wrong_profile_is_told_with_file_and_line_and_nothing_is_assessed(
    guikou: Callable[..., Result], tmp_path: Path
) -> None:
    written = tmp_path / "p.yaml"
    written.write_text("facts:\n  generativ-ai: yes\n  offered-to-public: yes\n  app: 3\n", encoding="utf-8")

    result = guikou(str(written), "--on", "2023-09-01")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == (
        f'Error: {written}:2: facts.generativ-ai: nothing in the graph asks for "generativ-ai". Did you mean generative-ai or uses-generative-ai-service?\n'
        f"{written}:4: facts.app: 3 is not yes, no or unknown.\n"
        "2 problems found; nothing was assessed.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Error: PROFILE is missing. Name a file, or see what one can tell by `guikou assess --schema`.\n"),
        (("nowhere.yaml",), "Error: nowhere.yaml cannot be read: No such file or directory.\n"),
    ],
)
def test_a_profile_that_is_not_there_is_told(
    guikou: Callable[..., Result], arguments: tuple[str, ...], message: str
) -> None:
    result = guikou(*arguments)

    assert (result.exit_code, result.stderr) == (2, message)


def test_graphql_tells_the_problems_of_a_profile_with_a_code(embedded: Store) -> None:
    facts = {"internalUseOnly": "YES", "offeredToPublic": "YES"}

    body = asyncio.run(answer(embedded, Operation(EVERYTHING, {"profile": {"facts": facts}}), today=ON)).body

    (error,) = body["errors"]
    assert error["extensions"]["code"] == "PROFILE_PROBLEMS"
    assert "facts.internal-use-only: yes cannot stand beside offered-to-public: yes." in error["message"]


def test_a_day_on_which_something_has_not_happened_is_refused(embedded: Store) -> None:
    events = {"launch": {"happened": "NO", "day": "2023-08-20"}}

    body = asyncio.run(answer(embedded, Operation(EVERYTHING, {"profile": {"events": events}}), today=ON)).body

    assert body["errors"][0]["extensions"]["code"] == "PROFILE_PROBLEMS"


def test_a_day_after_the_check_is_warned_of_by_every_door(store: Store, guikou: Callable[..., Result]) -> None:
    late = date(2027, 1, 1)

    found = assess_told(store, {}, view(late))
    result = guikou("-", "--on", "2027-01-01", "--next", stdin="{}")

    assert [warning.caution.name for warning in found.warnings] == ["NOT_CHECKED"]
    assert found.warnings[0].message in result.stderr


def test_an_assessment_is_made_for_a_day(embedded: Store) -> None:
    with pytest.raises(UsedWrongly, match="made for one day"):
        assess_told(embedded, {}, view(None))


def test_the_finding_on_a_norm_that_binds_no_service_is_refused(made: Assessment) -> None:
    with pytest.raises(UsedWrongly, match=r"cn\.ob\.algo-2021\.interpret is no norm that can bind a service"):
        made.of("cn.ob.algo-2021.interpret")


def test_what_is_not_verified_is_named(made: Assessment) -> None:
    assert "cn.ob.secassess-2018.cover-focus-items" in made.unverified
    assert "cn.proc.security-assessment-2018" in made.unverified
    assert made.counted()[Outcome.CONTESTED] > 0


# ---------------------------------------------------------------- the same in two shapes


def graphql(store: Store, profile: Mapping[str, Any]) -> dict[str, Any]:
    """The whole answer, page by page."""
    after, pages = None, []
    while True:
        body = asyncio.run(answer(store, Operation(EVERYTHING, {"profile": profile, "after": after}), today=ON)).body
        assert "errors" not in body, body
        assessed: dict[str, Any] = json.loads(json.dumps(body["data"]["assess"], default=str))
        pages += assessed["findings"]["nodes"]
        after = assessed["findings"]["pageInfo"]["endCursor"]
        if not assessed["findings"]["pageInfo"]["hasNextPage"]:
            return {**assessed, "findings": pages}


def told(assessed: dict[str, Any]) -> dict[str, Any]:
    """The answer of GraphQL, with words and names as JSON has them."""
    renamed = snaked(assessed)
    found: dict[str, Any] = lowered(renamed)
    return found


def wanted(form: dict[str, Any]) -> dict[str, Any]:
    """The JSON form in the shape in which the query asks."""
    return {
        "on": form["on"],
        "of_others": form["of_others"],
        "unverified": form["unverified"],
        "counts": [
            {"outcome": o.value, "findings": sum(f["outcome"] == o.value for f in form["findings"])} for o in Outcome
        ],
        "findings": [_finding(f) for f in form["findings"]],
        "next_question": {
            **{key: form["next_question"][key] for key in ("findings", "reason_zh", "reason_en", "settles")},
            "fact": {
                "id": form["next_question"]["fact"],
                **{key: form["next_question"][key] for key in ("kind", "question_zh", "question_en", "unit")},
            },
        },
        "plan": [_step(step) for step in form["plan"]],
    }


def _finding(f: dict[str, Any]) -> dict[str, Any]:
    contest = f["contest"]
    return {
        **{key: f[key] for key in ("outcome", "if_in_force", "binding", "provision", "basis", "confidence", "unverified", "questions", "why")},
        "obligation": {
            "id": f["obligation"],
            **{key: f[key] for key in ("gist_zh", "gist_en", "norm", "modality", "kind", "to_authority", "valid_from", "valid_to")},
            "regulation": f["regulation"] and {"id": f["regulation"], "title_zh": f["regulation_title_zh"], "title_en": f["regulation_title_en"]},
        },
        "trigger": {"id": f["trigger"]},
        **{key: ids(f[key]) for key in ("roles", "decisive", "missing", "waits_for")},
        "contest": contest
        and {
            "without": contest["without"],
            "stances": [
                {
                    "outcome": s["outcome"],
                    "missing": ids(s["missing"]),
                    "why": s["why"],
                    "assumed": [
                        {
                            "of": a["of"],
                            "readings": [{key: h[key] for key in ("id", "gist_zh", "held_by_en", "held_since", "basis", "confidence", "taken")} for h in a["readings"]],
                        }
                        for a in s["assumed"]
                    ],
                }
                for s in contest["stances"]
            ],
            "others": [{"id": held["id"]} for held in contest["others"]],
        },
    }  # fmt: skip


def _step(s: dict[str, Any]) -> dict[str, Any]:
    return {
        **{key: s[key] for key in ("outcome", "waiting", "basis", "confidence", "unverified")},
        "procedure": {"id": s["procedure"], **{key: s[key] for key in ("name_zh", "name_en", "kind")}},
        "after": ids(s["after"]),
        "stages": [{"id": stage["procedure"]} for stage in s["stages"]],
        "serves": [
            {
                **{key: d[key] for key in ("outcome", "mode", "imported_from", "through", "basis", "confidence")},
                "obligation": {"id": d["obligation"]},
                "waits_for": ids(d["waits_for"]),
            }
            for d in s["serves"]
        ],
        "inside": [{"obligation": {"id": d["obligation"]}} for d in s["inside"]],
        "doors": [
            {
                **{key: d[key] for key in ("kind", "reason", "role", "alternative_group", "place_en", "basis", "confidence", "unverified")},
                "route": {"id": d["route"]},
                "authority": d["authority"] and {"id": d["authority"], "level": d["authority_level"]},
                "platform": d["platform"] and {"id": d["platform"]},
                "addresses": [{"url": a["url"], "certain": a["certain"]} for a in d["addresses"]],
            }
            for d in s["doors"]
        ],
        "papers": [
            {**{key: p[key] for key in ("open_list", "to_en", "basis", "confidence")}, "document": {"id": p["document"], "kind": p["kind"]}}
            for p in s["papers"]
        ],
        "clocks": [
            {
                **{key: c[key] for key in ("basis", "confidence", "unverified")},
                "deadline": {"id": c["deadline"], **{key: c[key] for key in ("kind", "n", "n_max", "unit", "binds")}},
                "of": c["of_obligation"] and {"id": c["of_obligation"]},
            }
            for c in s["clocks"]
        ],
    }  # fmt: skip


def ids(names: list[str]) -> list[dict[str, str]]:
    return [{"id": name} for name in names]


def snaked(value: Any) -> Any:
    """Keys as Python writes them."""
    if isinstance(value, dict):
        return {
            "".join(f"_{c.lower()}" if c.isupper() else c for c in key): snaked(part) for key, part in value.items()
        }
    return [snaked(part) for part in value] if isinstance(value, list) else value


def lowered(value: Any) -> Any:
    """Words of closed lists as they are stored: GraphQL tells them in capitals."""
    if isinstance(value, dict):
        return {key: lowered(part) for key, part in value.items()}
    if isinstance(value, list):
        return [lowered(part) for part in value]
    return value.lower().replace("_", "-") if isinstance(value, str) and value.isupper() and value.isascii() else value
