"""The same changes by Python, GraphQL and the command line, on both stores."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from click.testing import Result

from api.compare_text import compare_text
from api.plain import plain
from api.schema import Operation, answer
from graph.change.compare import Comparison, compare
from graph.change.pictures import Moment
from graph.store import Store
from graph.vocabulary import Basis

EVERYTHING = """
query ($from: Date!, $to: Date!, $basis: [Basis!], $subject: ID, $knownFrom: Date, $knownTo: Date) {
  compare(from: $from, to: $to, basis: $basis, subject: $subject, knownFrom: $knownFrom, knownTo: $knownTo) {
    before { on known withheld } after { on known withheld } unverified
    changes { totalCount nodes {
      subject { label id zh en } turn facet key day differs instead
      before { ...statement } after { ...statement }
    } }
    happenings { nodes { id day until certain event milestone zh en about draft basis confidence unverified evidence { id } } }
  }
}
fragment statement on Statement {
  id zh en details { key values } basis confidence unverified validFrom validTo checked evidence { id } node { id }
}
"""


@pytest.fixture
def ask(store: Store) -> Callable[..., dict[str, Any]]:
    def asked(**variables: Any) -> dict[str, Any]:
        return asyncio.run(answer(store, Operation(EVERYTHING, variables), today=date(2026, 11, 20))).body

    return asked


@pytest.fixture
def guikou(command_line: Callable[..., Result]) -> Callable[..., Result]:
    return partial(command_line, "compare")


@pytest.mark.parametrize(
    ("before", "after", "subject", "statute"),
    [
        ("2022-01-01", "2022-12-31", None, False),
        ("2022-12-31", "2024-06-30", None, True),
        ("2023-12-31", "2025-06-30", "cn.cac.system", False),
    ],
)
def test_every_door_tells_the_same_changes(
    store: Store, ask: Callable[..., dict[str, Any]], guikou: Callable[..., Result],
    before: str, after: str, subject: str | None, statute: bool,
) -> None:  # fmt: skip
    bases = [Basis.STATUTE] if statute else list(Basis)
    found = compare(
        store, Moment(date.fromisoformat(before)), Moment(date.fromisoformat(after)), bases=bases, subject=subject
    )

    graphql = ask(**{"from": before, "to": after, "subject": subject, "basis": ["STATUTE"] if statute else None})
    arguments = [*(["--subject", subject] if subject else []), *(["--basis", "statute"] if statute else [])]
    told = guikou(before, after, *arguments, "--json")

    assert json.loads(told.stdout) == json.loads(json.dumps(plain(found), default=str))
    assert of_graphql(graphql["data"]["compare"]) == of_python(found)
    assert graphql["extensions"]["revision"] == found.revision
    assert told.exit_code == 0


def of_python(found: Comparison) -> list[Any]:
    return [
        [
            group.subject.id, change.turn.name, change.facet.name, change.key, change.day and change.day.isoformat(),
            list(change.differs), change.instead, *(side(one) for one in (change.before, change.after)),
        ]
        for group in found.groups
        for change in group.changes
    ] + [[each.id, each.day.isoformat(), each.certain, each.draft, list(each.evidence)] for each in found.happenings]  # fmt: skip


def side(one: Any) -> Any:
    if one is None:
        return None
    dates = [day and day.isoformat() for day in (one.valid_from, one.valid_to, one.checked)]
    return [
        one.id,
        one.zh,
        {d.key: list(d.values) for d in one.details},
        one.basis.name,
        one.confidence.name,
        dates,
        list(one.evidence),
    ]


def of_graphql(found: dict[str, Any]) -> list[Any]:
    def one(told: dict[str, Any] | None) -> Any:
        if told is None:
            return None
        dates = [told["validFrom"], told["validTo"], told["checked"]]
        details = {detail["key"]: detail["values"] for detail in told["details"]}
        return [
            told["id"],
            told["zh"],
            details,
            told["basis"],
            told["confidence"],
            dates,
            [e["id"] for e in told["evidence"]],
        ]

    return [
        [
            change["subject"]["id"], change["turn"], change["facet"], change["key"], change["day"], change["differs"],
            change["instead"], one(change["before"]), one(change["after"]),
        ]
        for change in found["changes"]["nodes"]
    ] + [
        [each["id"], each["day"], each["certain"], each["draft"], [e["id"] for e in each["evidence"]]]
        for each in found["happenings"]["nodes"]
    ]  # fmt: skip


def test_graphql_opens_what_states_a_change_as_the_graph_holds_it(ask: Callable[..., dict[str, Any]]) -> None:
    found = ask(**{"from": "2022-02-28", "to": "2022-03-01"})

    assert [change["after"]["node"]["id"] for change in found["data"]["compare"]["changes"]["nodes"] if change["after"]] == [
        "cn.new", "cn.new.art-24", "cn.new.art-31", "cn.ob.new.file", "cn.ob.new.file", "cn.ob.new.file",
    ]  # fmt: skip


def test_both_axes_are_asked_through_every_door(
    ask: Callable[..., dict[str, Any]], guikou: Callable[..., Result]
) -> None:
    day = "2026-11-25"

    graphql = ask(**{"from": day, "to": day, "knownFrom": "2026-11-23", "knownTo": day})
    told = json.loads(guikou(day, day, "--known-from", "2026-11-23", "--known-to", day, "--json").stdout)

    assert graphql["data"]["compare"]["before"] == {"on": day, "known": "2026-11-23", "withheld": 1}
    assert told["before"] == {"on": day, "known": "2026-11-23", "withheld": 1}
    assert [change["key"] for change in graphql["data"]["compare"]["changes"]["nodes"]] == ["cn.question.late"]


def test_the_warning_is_in_every_answer(ask: Callable[..., dict[str, Any]], guikou: Callable[..., Result]) -> None:
    message = "The law was checked through 2026-11-25; 2027-01-01 lies after it, so later changes are missing here."

    graphql, told = ask(**{"from": "2026-11-01", "to": "2027-01-01"}), guikou("2026-11-01", "2027-01-01")

    assert graphql["extensions"]["warnings"] == [{"code": "NOT_CHECKED", "message": message}]
    assert told.stderr.splitlines()[-1] == f"Warning: {message}"
    assert told.stdout.splitlines()[0] == "Nothing changed between 2026-11-01 and 2027-01-01 in this view."


def test_wrong_arguments_are_named_with_what_is_allowed(
    ask: Callable[..., dict[str, Any]], guikou: Callable[..., Result]
) -> None:
    graphql, told = ask(**{"from": "2023-01-01", "to": "2022-01-01"}), guikou("2023-01-01", "2022-01-01")

    message = "from: 2023-01-01 lies after to: 2022-01-01. Name the earlier day first: what is told as added came then."
    assert [error["message"] for error in graphql["errors"]] == [message]
    assert (told.exit_code, told.stderr) == (2, f"Error: {message}\n")
    assert guikou("2022-01-01", "2023-01-01", "--regulation", "cn.mps").stderr == (
        'Error: "cn.mps" is an Authority, where a Regulation is asked for.\n'
    )


def test_the_text_shows_what_was_and_what_is(store: Store) -> None:
    found = compare(store, Moment(date(2022, 12, 31)), Moment(date(2024, 6, 30)), subject="cn.proc.filing")

    assert list(compare_text(found)) == [
        "cn.proc.filing 备案",
        "  filing",
        "  ~ 2023-01-01 route cn.proc.filing cn.route.filing.cac",
        "      网信办 · 备案系统",
        "      CAC · filing system",
        "      platform: – → cn.cac.system",
        "      statute · primary",
        "  + 2023-06-01 route cn.proc.filing cn.route.filing.mps",
        "      公安部",
        "      MPS",
        "      kind: open; reason: platform-not-found; role: receives; authority_by: observed; authority: cn.mps",
        "      PRACTICE · memory · UNVERIFIED: no source found",
        "",
        "cn.cac.system 备案系统",
        "  filing system",
        "  + 2023-01-01 platform cn.cac.system",
        "      备案系统",
        "      filing system",
        "      operated_by: cn.cac",
        "      statute · primary",
        "  + 2024-01-01 address cn.cac.system new.example",
        "      UNCERTAIN: the day of the move is not known; try the other address as well",
        "      url: https://new.example; certain: no",
        "      statute · secondary",
        "  + 2023-01-01 address cn.cac.system old.example",
        "      UNCERTAIN: the day of the move is not known; try the other address as well",
        "      url: https://old.example; certain: no",
        "      as told here since 2024-01-01",
        "      statute · secondary",
        "",
        "cn.question.late 后来才查的一点",
        "  A point that was looked into later.",
        "  + 2024-03-01 question cn.question.late",
        "      后来才查的一点",
        "      A point that was looked into later.",
        "      kind: not-found; about: cn.cac.system",
        "      statute · primary",
        "",
        "其间 in between",
        "  · 2024-01-01 to 2024-12-31 platform-move cn.event.move · UNCERTAIN: it may have been before or after",
        "      平台迁移",
        "      the platform moved",
        "",
    ]
