"""GraphQL over the little world, the same on both stores."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]


def test_the_flat_answer_tells_duty_authority_platform_and_evidence(ask: Ask) -> None:
    body = ask(
        """{ routes(obligations: ["cn.ob.genai.file"], basis: [STATUTE]) { nodes {
          obligation { id gistEn } regulation { titleZh } article { number } procedure { nameEn }
          mode importedFrom importedFromArticle { regulation { id } } through throughArticle { id }
          kind reason role authority { nameZh level } platform { nameZh } addresses { url certain }
          basis confidence unverified validFrom validTo evidence { id source { whatEn } }
        } } }"""
    )

    assert body["data"]["routes"]["nodes"] == [
        {
            "obligation": {"id": "cn.ob.genai.file", "gistEn": "file as the algorithm rule orders"},
            "regulation": {"titleZh": "生成式办法"},
            "article": {"number": "17"},
            "procedure": {"nameEn": "algorithm filing"},
            "mode": "IMPORTED",
            "importedFrom": "cn.algo.art-24.par-1",
            "importedFromArticle": {"regulation": {"id": "cn.algo"}},
            "through": "cn.genai.art-17.par-1",
            "throughArticle": {"id": "cn.genai.art-17"},
            "kind": "PLATFORM",
            "reason": None,
            "role": "RECEIVES",
            "authority": {"nameZh": "网信部门", "level": "ANY"},
            "platform": {"nameZh": "算法备案系统"},
            "addresses": [{"url": "https://beian.cac.example", "certain": True}],
            "basis": "STATUTE",
            "confidence": "PRIMARY",
            "unverified": False,
            "validFrom": "2023-08-15",
            "validTo": None,
            "evidence": [
                {"id": "ev.ob.genai.file.1", "source": {"whatEn": "The texts"}},
                {"id": "ev.proc.filing.1", "source": {"whatEn": "The texts"}},
            ],
        }
    ]


def test_every_answer_says_what_it_rests_on(ask: Ask) -> None:
    body = ask("{ routes(first: 0) { totalCount } meta { revision checkedThrough notice } }")

    assert body["data"]["routes"] == {"totalCount": 8}
    assert body["extensions"] == {
        "revision": body["data"]["meta"]["revision"],
        "checkedThrough": "2026-11-25",
        "warnings": [],
    }


def test_a_day_after_the_check_is_warned_of(ask: Ask) -> None:
    body = ask('{ obligations(on: "2030-01-01", first: 0) { totalCount } }')

    assert body["extensions"]["warnings"] == [
        {
            "code": "NOT_CHECKED",
            "message": "The law was checked through 2026-11-25; 2030-01-01 lies after it, so later changes are missing here.",
        }
    ]


def test_the_view_of_a_root_field_holds_for_everything_below(ask: Ask) -> None:
    query = """query($basis: [Basis!], $on: Date) { obligation(id: "cn.ob.genai.assess", basis: $basis, on: $on) {
      id fulfilledBy { nodes { id } edges { tie { basis ... on FulfilledBy { mode } } } }
    } }"""

    practice = ask(query)["data"]["obligation"]
    statute = ask(query, basis=["STATUTE"])["data"]["obligation"]
    before = ask(query, on="2023-08-14")["data"]["obligation"]

    assert practice["fulfilledBy"] == {
        "nodes": [{"id": "cn.proc.assessment"}],
        "edges": [{"tie": {"basis": "PRACTICE", "mode": "BY_READING"}}],
    }
    assert statute == {"id": "cn.ob.genai.assess", "fulfilledBy": {"nodes": [], "edges": []}}
    assert before == {"id": "cn.ob.genai.assess", "fulfilledBy": {"nodes": [], "edges": []}}


def test_a_draft_is_seen_only_by_who_asks_for_drafts(ask: Ask) -> None:
    query = """query($drafts: Boolean!) { regulation(id: "cn.draft", includeDrafts: $drafts) {
      binding status obligations { nodes { id binding } }
    } }"""

    hidden = ask(query, drafts=False)["data"]["regulation"]
    shown = ask(query, drafts=True)["data"]["regulation"]

    assert hidden == {"binding": False, "status": "DRAFT_NOT_ADOPTED", "obligations": {"nodes": []}}
    assert shown["obligations"]["nodes"] == [{"id": "cn.ob.draft.file", "binding": False}]


def test_documents_stand_in_the_order_of_handing_in(ask: Ask) -> None:
    body = ask(
        """{ procedure(id: "cn.proc.filing") { requires { edges { node { id } tie { ... on Requires { position } } } } } }"""
    )

    assert [(e["node"]["id"], e["tie"]["position"]) for e in body["data"]["procedure"]["requires"]["edges"]] == [
        ("doc.second", 1),
        ("doc.first", 2),
    ]


def test_what_rests_on_memory_is_unverified_wherever_it_stands(ask: Ask) -> None:
    body = ask(
        """{ obligation(id: "cn.ob.algo.report") { unverified evidence { unverified }
          article { obligations { nodes { id unverified } } } routes { nodes { unverified kind reason } } } }"""
    )

    assert body["data"]["obligation"] == {
        "unverified": True,
        "evidence": [{"unverified": True}],
        "article": {
            "obligations": {
                "nodes": [
                    {"id": "cn.ob.algo.keep-logs", "unverified": False},
                    {"id": "cn.ob.algo.report", "unverified": True},
                ]
            }
        },
        "routes": {"nodes": [{"unverified": True, "kind": "UNRESOLVED", "reason": "AUTHORITY_NOT_NAMED"}]},
    }


def test_the_clocks_of_an_obligation_by_root_and_by_field(ask: Ask) -> None:
    clocks = "{ totalCount nodes { basis mode through procedure { id } deadline { n nMax unit binds } } }"
    body = ask(
        f"""{{ deadlinesOf(obligation: "cn.ob.genai.file") {clocks} obligation(id: "cn.ob.genai.file") {{ deadlines {clocks} }} }}"""
    )

    assert body["data"]["deadlinesOf"] == body["data"]["obligation"]["deadlines"]
    assert body["data"]["deadlinesOf"]["totalCount"] == 3
    assert body["data"]["deadlinesOf"]["nodes"][2] == {
        "basis": "PRACTICE",
        "mode": "IMPORTED",
        "through": "cn.genai.art-17.par-1",
        "procedure": {"id": "cn.proc.filing"},
        "deadline": {"n": 2, "nMax": 3, "unit": "MONTH", "binds": "AUTHORITY"},
    }


def test_anything_is_found_by_its_id(ask: Ask) -> None:
    body = ask(
        """{ a: node(id: "cn.mps") { __typename id ... on Authority { nameEn } }
          b: node(id: "ev.ob.algo.file.1") { __typename ... on Evidence { cites { nodes { ... on Clause { id article { id } } } } } }
          c: node(id: "nothing") { id } }"""
    )

    assert body["data"] == {
        "a": {"__typename": "Authority", "id": "cn.mps", "nameEn": "MPS"},
        "b": {
            "__typename": "Evidence",
            "cites": {"nodes": [{"id": "cn.algo.art-24.par-1", "article": {"id": "cn.algo.art-24"}}]},
        },
        "c": None,
    }


def test_a_question_tells_what_it_is_about_and_how_it_is_read(ask: Ask) -> None:
    body = ask(
        """{ questions { nodes { kind pointEn about { nodes { __typename id } } readings { nodes { heldByEn taken } } } } }"""
    )

    assert body["data"]["questions"]["nodes"] == [
        {
            "kind": "CONTESTED_NOTION",
            "pointEn": "Is a service for businesses offered to the public?",
            "about": {
                "nodes": [
                    {"__typename": "Obligation", "id": "cn.ob.genai.file"},
                    {"__typename": "Trigger", "id": "trigger.opinion"},
                ]
            },
            "readings": {
                "nodes": [{"heldByEn": "the compilers", "taken": True}, {"heldByEn": "a law firm", "taken": False}]
            },
        }
    ]


def test_an_article_imports_what_its_paragraph_imports(ask: Ask) -> None:
    body = ask(
        """{ article(id: "cn.genai.art-17") { imports { edges {
          node { __typename ... on Clause { id } } tie { via evidence { id } ... on Imports { mode whatEn } }
        } } } }"""
    )

    assert body["data"]["article"]["imports"]["edges"] == [
        {
            "node": {"__typename": "Clause", "id": "cn.algo.art-24.par-1"},
            "tie": {
                "via": "cn.genai.art-17.par-1",
                "evidence": [{"id": "ev.genai.art-17.par-1.import-1.1"}],
                "mode": "IMPORTED",
                "whatEn": "door and clock",
            },
        }
    ]


def test_a_list_is_read_page_by_page(ask: Ask) -> None:
    query = """query($after: String) { authorities(first: 3, after: $after) {
      totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }"""

    first = ask(query)["data"]["authorities"]
    second = ask(query, after=first["pageInfo"]["endCursor"])["data"]["authorities"]

    assert [node["id"] for node in first["nodes"] + second["nodes"]] == [
        "cn.cac", "cn.cac.any", "cn.cac.provincial", "cn.mps",
    ]  # fmt: skip
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"], first["pageInfo"]["hasPreviousPage"]) == (
        4,
        True,
        False,
    )
    assert second["pageInfo"] == {
        "hasNextPage": False,
        "hasPreviousPage": True,
        "startCursor": second["edges"][0]["cursor"],
        "endCursor": second["edges"][0]["cursor"],
    }


def test_a_nested_list_is_read_page_by_page(ask: Ask) -> None:
    query = """query($after: String) { procedure(id: "cn.proc.filing") { requires(first: 1, after: $after) {
      totalCount nodes { id } pageInfo { endCursor hasNextPage }
    } } }"""

    first = ask(query)["data"]["procedure"]["requires"]
    second = ask(query, after=first["pageInfo"]["endCursor"])["data"]["procedure"]["requires"]

    assert (first["nodes"], first["totalCount"], first["pageInfo"]["hasNextPage"]) == ([{"id": "doc.second"}], 2, True)
    assert (second["nodes"], second["pageInfo"]["hasNextPage"]) == ([{"id": "doc.first"}], False)


@pytest.mark.parametrize(
    ("query", "code", "message"),
    [
        ("{ routes(first: 101) { totalCount } }", "USED_WRONGLY", "first: 101 is not from 0 to 100. Ask for less, and go on with `after`."),
        ("{ routes(first: -1) { totalCount } }", "USED_WRONGLY", "first: -1 is not from 0 to 100. Ask for less, and go on with `after`."),
        ('{ routes(authority: "cn.cak") { totalCount } }', "UNKNOWN_ID", 'Nothing in the graph is called "cn.cak". Did you mean cn.cac or cn.cac.any?'),
        ('{ deadlinesOf(obligation: "cn.mps") { totalCount } }', "USED_WRONGLY", '"cn.mps" is an Authority, where an Obligation is asked for.'),
        ("{ routes(basis: []) { totalCount } }", "USED_WRONGLY", "basis: the list is empty, so nothing would be shown. Name one of statute, practice, opinion, or leave it out."),
        ("{ nope }", "NOT_VALID", "Cannot query field 'nope' on type 'Query'."),
        ("{ routes(firsts: 1) { totalCount } }", "NOT_VALID", "Unknown argument 'firsts' on field 'Query.routes'."),
        ("{", "SYNTAX", "Syntax Error: Expected Name, found <EOF>."),
        ("", "NOT_VALID", "The request holds no GraphQL document."),
        ("mutation { a }", "NOT_VALID", "Only queries can be asked: the graph is changed by publishing facts."),
        ("query A { meta { revision } } query B { meta { revision } }", "NOT_VALID", "The document holds several operations: say which one by `operationName`."),
        ("{ " + "a: meta { revision } " * 600 + "}", "SYNTAX", "Syntax Error: Document contains more than 1000 tokens. Parsing aborted."),
    ],
)  # fmt: skip
def test_a_wrong_question_gets_a_message_and_a_code(ask: Ask, query: str, code: str, message: str) -> None:
    (error,) = ask(query)["errors"]

    assert (error["extensions"]["code"], error["message"]) == (code, message)


@pytest.mark.parametrize("on", ["2026-02-30", "soon", 5, ["2026-01-01"]])
def test_a_day_that_is_none_is_the_clients_error(ask: Ask, on: object) -> None:
    body = ask("query($on: Date) { routes(on: $on) { totalCount } }", on=on)

    assert [error["extensions"]["code"] for error in body["errors"]] == ["NOT_VALID"]
    assert "data" not in body


def test_a_circle_ends_before_it_holds_too_much(ask: Ask) -> None:
    levels = 12
    query = (
        "{ regulations { nodes { "
        + "obligations { nodes { regulation { " * levels
        + "id"
        + " } } }" * levels
        + " } } }"
    )

    body = ask(query)

    assert body["data"] is None
    assert [error["extensions"]["code"] for error in body["errors"]] == ["TOO_MUCH_ASKED"]
