"""The same overlap by Python, GraphQL and the command line, on both stores."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from click.testing import Result

from api.plain import plain
from api.schema import Operation, answer
from graph.overlaps.addressees import Line
from graph.overlaps.likeness import Item, Likeness
from graph.overlaps.overlap import Overlap, Picture, overlap
from graph.store import Store
from graph.vocabulary import Basis, ProcedureKind, System

EVERYTHING = """
query ($on: Date, $basis: [Basis!], $kinds: [ProcedureKind!], $procedures: [ID!]) {
  overlap(on: $on, basis: $basis, kinds: $kinds, procedures: $procedures) {
    on kinds unverified
    byLaw { ...picture } inPractice { ...picture }
    shifts { id byLaw { ...line } inPractice { ...line } ways { ...way } }
    leftOut { reason ids }
  }
}
fragment picture on OverlapPicture {
  standing
  duties { nodes { id lines { ...line } ways { ...way } obligation { id } } }
  procedures { nodes { id lines { ...line } ways { ...way } procedure { id } } }
  cells { lines { ...line } duties { ...count } procedures { ...count } }
  lines { first { ...line } second { ...line } likenesses { ...likeness } }
  pairs { totalCount nodes {
    first { id } second { id } firstLines { ...line } secondLines { ...line } earlier { id } likenesses { ...likeness }
  } }
}
fragment line on Line { system unaddressed }
fragment way on WayToLine {
  line { ...line } procedure { id } route { id } authority { id } platform { id } role reason covered basis confidence
  unverified noteEn evidence { id }
}
fragment count on OverlapCount { exclusive inclusive exclusiveIds inclusiveIds }
fragment likeness on Likeness { dimension verdict shared { ...item } onlyFirst { ...item } onlySecond { ...item } }
fragment item on OverlapItem { value zh en basis unverified duties procedures evidence { id } }
"""


@pytest.fixture
def ask(store: Store) -> Callable[..., dict[str, Any]]:
    def asked(query: str = EVERYTHING, /, **variables: Any) -> dict[str, Any]:
        return asyncio.run(answer(store, Operation(query, variables), today=date(2024, 1, 1))).body

    return asked


@pytest.fixture
def guikou(command_line: Callable[..., Result]) -> Callable[..., Result]:
    return partial(command_line, "overlap")


@pytest.mark.parametrize(
    ("asked", "arguments", "options"),
    [
        ({}, {}, []),
        ({"basis": ["STATUTE"]}, {"bases": [Basis.STATUTE]}, ["--basis", "STATUTE"]),
        (
            {"kinds": ["REPORT", "LICENCE"]},
            {"kinds": [ProcedureKind.REPORT, ProcedureKind.LICENCE]},
            ["--kind", "report", "--kind", "licence"],
        ),
        (
            {"procedures": ["cn.proc.filing", "cn.proc.whole"]},
            {"procedures": ["cn.proc.filing", "cn.proc.whole"]},
            ["--procedure", "cn.proc.filing", "--procedure", "cn.proc.whole"],
        ),
    ],
)
def test_every_door_tells_the_same_overlap(
    store: Store, ask: Callable[..., dict[str, Any]], guikou: Callable[..., Result],
    asked: dict[str, Any], arguments: dict[str, Any], options: list[str],
) -> None:  # fmt: skip
    found = overlap(store, date(2024, 1, 1), **arguments)

    graphql = ask(on="2024-01-01", **asked)
    told = guikou("--on", "2024-01-01", *options, "--json")

    assert json.loads(told.stdout) == json.loads(json.dumps(plain(found), default=str))
    assert "errors" not in graphql
    assert graphql["data"]["overlap"] == of_python(found)
    assert graphql["extensions"]["revision"] == found.revision
    assert told.exit_code == 0


def of_python(found: Overlap) -> dict[str, Any]:
    """As GraphQL would tell it."""
    return {
        "on": found.on.isoformat(),
        "kinds": [kind.name for kind in found.kinds],
        "unverified": list(found.unverified),
        "byLaw": picture(found.by_law),
        "inPractice": picture(found.in_practice),
        "shifts": [
            {"id": s.id, "byLaw": lines(s.by_law), "inPractice": lines(s.in_practice), "ways": [way(w) for w in s.ways]}
            for s in found.shifts
        ],
        "leftOut": [{"reason": left.reason.name, "ids": list(left.ids)} for left in found.left_out],
    }


def picture(of: Picture) -> dict[str, Any]:
    def members(several: Any, name: str) -> dict[str, Any]:
        return {
            "nodes": [
                {"id": m.id, "lines": lines(m.lines), "ways": [way(w) for w in m.ways], name: {"id": m.id}}
                for m in several
            ]
        }

    return {
        "standing": of.standing.name,
        "duties": members(of.duties, "obligation"),
        "procedures": members(of.procedures, "procedure"),
        "cells": [{"lines": lines(c.lines), "duties": count(c.duties), "procedures": count(c.procedures)} for c in of.cells],
        "lines": [
            {"first": line(p.first), "second": line(p.second), "likenesses": [likeness(each) for each in p.likenesses]}
            for p in of.lines
        ],
        "pairs": {
            "totalCount": len(of.pairs),
            "nodes": [
                {
                    "first": {"id": p.first}, "second": {"id": p.second}, "firstLines": lines(p.first_lines),
                    "secondLines": lines(p.second_lines), "earlier": named(p.earlier),
                    "likenesses": [likeness(each) for each in p.likenesses],
                }
                for p in of.pairs
            ],
        },
    }  # fmt: skip


def way(of: Any) -> dict[str, Any]:
    return {
        "line": line(of.line), "procedure": named(of.procedure), "route": named(of.route), "authority": named(of.authority),
        "platform": named(of.platform), "role": of.role and of.role.name, "reason": of.reason and of.reason.name,
        "covered": of.covered, "basis": of.basis.name, "confidence": of.confidence.name, "unverified": of.unverified,
        "noteEn": of.note_en, "evidence": [{"id": identifier} for identifier in of.evidence],
    }  # fmt: skip


def likeness(of: Likeness) -> dict[str, Any]:
    return {
        "dimension": of.dimension.name, "verdict": of.verdict.name, "shared": items(of.shared),
        "onlyFirst": items(of.only_first), "onlySecond": items(of.only_second),
    }  # fmt: skip


def items(of: tuple[Item, ...]) -> list[dict[str, Any]]:
    return [
        {
            "value": i.value, "zh": i.zh, "en": i.en, "basis": i.basis.name, "unverified": i.unverified,
            "duties": list(i.duties), "procedures": list(i.procedures), "evidence": [{"id": e} for e in i.evidence],
        }
        for i in of
    ]  # fmt: skip


def count(of: Any) -> dict[str, Any]:
    return {
        "exclusive": len(of.exclusive), "inclusive": len(of.inclusive),
        "exclusiveIds": list(of.exclusive), "inclusiveIds": list(of.inclusive),
    }  # fmt: skip


def line(of: Line) -> dict[str, Any]:
    return (
        {"system": of.name, "unaddressed": None} if isinstance(of, System) else {"system": None, "unaddressed": of.name}
    )


def lines(of: tuple[Line, ...]) -> list[dict[str, Any]]:
    return [line(one) for one in of]


def named(identifier: str | None) -> dict[str, Any] | None:
    return None if identifier is None else {"id": identifier}


def test_a_cell_opens_its_duties_and_procedures(ask: Callable[..., dict[str, Any]]) -> None:
    found = ask(
        "{ overlap { byLaw { cells { lines { system } obligations(inclusive: true) { nodes { id gistEn } } procedureNodes { nodes { id } } } } } }"
    )

    (joint,) = (
        cell
        for cell in found["data"]["overlap"]["byLaw"]["cells"]
        if [line["system"] for line in cell["lines"]] == ["CYBERSPACE", "PUBLIC_SECURITY"]
    )
    assert joint["obligations"]["nodes"] == [{"id": "cn.ob.rule.assess", "gistEn": "assess jointly"}]
    assert joint["procedureNodes"]["nodes"] == [{"id": "cn.proc.joint"}]


def test_without_a_day_it_is_today(ask: Callable[..., dict[str, Any]]) -> None:
    assert ask("{ overlap { on } }")["data"]["overlap"]["on"] == "2024-01-01"


def test_the_text_sets_law_beside_practice_and_says_what_differs(guikou: Callable[..., Result]) -> None:
    told = guikou("--on", "2024-01-01").stdout.splitlines()

    assert [line.split() for line in told if line.startswith("cyberspace + public-security   ")] == [
        ["cyberspace", "+", "public-security", "1", "1", "1", "1", "0", "0", "0", "0"]
    ]
    place = told.index("  cn.ob.rule.assess 联合评估")
    assert told[place : place + 4] == [
        "  cn.ob.rule.assess 联合评估",
        "    assess jointly",
        "    cyberspace + public-security → public-security",
        "      public-security → cn.mps · by cn.proc.joint · PRACTICE · seed · The police are the counterpart.",
    ]
    assert told[-1] == "UNVERIFIED: no source found: cn.ob.rule.assess-app, cn.ob.rule.file-app"


def test_two_procedures_named_are_opened(guikou: Callable[..., Result]) -> None:
    told = guikou(
        "--on", "2024-01-01", "--procedure", "cn.proc.filing", "--procedure", "cn.proc.joint"
    ).stdout.splitlines()

    place = told.index("    document: partly")
    assert told[place : place + 3] == [
        "    document: partly",
        "      again 可复用: doc.report 评估报告 assessment report",
        "      only cn.proc.filing: doc.form 表格 form",
    ]


def test_wrong_arguments_are_named_with_what_is_allowed(
    ask: Callable[..., dict[str, Any]], guikou: Callable[..., Result]
) -> None:
    message = "procedures: one alone cannot be held against another. Name two or more, or leave them out."

    assert [error["message"] for error in ask(procedures=["cn.proc.filing"])["errors"]] == [message]
    told = guikou("--procedure", "cn.proc.filing")
    assert (told.exit_code, told.stderr) == (2, f"Error: {message}\n")
