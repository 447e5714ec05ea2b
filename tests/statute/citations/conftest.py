"""A small world of instruments: in force, amended and renumbered, repealed, drafts, two of one name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.knowledge import EdgeRow, Knowledge
from graph.model import EdgeShape, Row
from graph.store import Store

SECURITY = {
    "id": "cn.security", "title_zh": "中华人民共和国网络安全法", "aliases": ["网络安全法", "CSL"], "kind": "law",
    "effective": date(2017, 6, 1), "valid_from": date(2017, 6, 1), "adopted": date(2016, 11, 7),
    "amended": date(2025, 10, 28), "amendment_effective": date(2026, 1, 1), "article_count": 81,
}  # fmt: skip
RECOMMENDATION = {
    "id": "cn.recommendation", "title_zh": "互联网信息服务算法推荐管理规定", "aliases": ["算法推荐管理规定"],
    "kind": "departmental-rule", "valid_from": date(2022, 3, 1), "effective": date(2022, 3, 1), "article_count": 35,
}  # fmt: skip
MEASURES = {
    "id": "cn.measures", "title_zh": "生成式人工智能服务管理暂行办法", "aliases": ["人工智能暂行办法"],
    "kind": "departmental-rule", "valid_from": date(2023, 8, 15), "effective": date(2023, 8, 15), "article_count": 2,
}  # fmt: skip
DRAFT = {
    "id": "cn.draft", "title_zh": "生成式人工智能服务管理办法（征求意见稿）", "kind": "draft", "binding": False,
    "status": "draft-adopted", "valid_from": date(2023, 4, 11),
}  # fmt: skip
OLD_GUIDE = {
    "id": "cn.guide-old", "title_zh": "评估指南", "kind": "guide", "status": "superseded", "valid_from": date(2016, 7, 1),
    "valid_to": date(2020, 1, 1),
}  # fmt: skip
NEW_GUIDE = {"id": "cn.guide-new", "title_zh": "评估指南（2020年版）", "kind": "guide", "valid_from": date(2020, 1, 1)}
BASIC = {"id": "cn.basic-1", "title_zh": "网络安全技术 安全基本要求", "kind": "recommended-standard"}
OTHER_BASIC = {"id": "cn.basic-2", "title_zh": "安全基本要求（TC-003）", "kind": "recommended-standard"}
UNDATED = {"valid_from": None, "valid_to": None, "repealed": None, "amended": None, "amendment_effective": None}

ARTICLES = [
    ("cn.security", "20", {"former_numbers": ["18"], "valid_from": date(2026, 1, 1)}),
    ("cn.security", "23", {"former_numbers": ["21"], "chapter": 3}),
    ("cn.security", "61", {}),
    ("cn.recommendation", "24", {"chapter": 4}),
    ("cn.recommendation", "31", {}),
    ("cn.measures", "1", {}),
    ("cn.measures", "2", {}),
]
CLAUSES = [("cn.recommendation.art-24", 1, None), ("cn.recommendation.art-24", 3, None), ("cn.measures.art-2", 1, 2)]


@pytest.fixture(scope="session")
def world(sample: Knowledge) -> Knowledge:
    """The sample graph with the instruments above in the place of its own."""
    pattern: Row = {
        **sample.nodes["Regulation"][0],
        "aliases": [],
        "status": "in-force",
        "article_count": None,
        **UNDATED,
    }
    given = (SECURITY, RECOMMENDATION, MEASURES, DRAFT, OLD_GUIDE, NEW_GUIDE, BASIC, OTHER_BASIC)
    regulations: list[Row] = [{**pattern, **one} for one in given]  # type: ignore[dict-item]
    article_pattern: Row = {
        **sample.nodes["Article"][0],
        "former_numbers": [],
        "chapter": None,
        "valid_from": None,
        "valid_to": None,
    }
    articles: list[Row] = [
        {**article_pattern, "id": f"{regulation}.art-{number}", "number": number, **more}
        for regulation, number, more in ARTICLES
    ]
    clauses: list[Row] = [
        {
            **sample.nodes["Clause"][0],
            "id": f"{article}.par-{paragraph}" + (f".item-{item}" if item else ""),
            "paragraph": paragraph,
            "item": item,
        }
        for article, paragraph, item in CLAUSES
    ]
    replaced = {"Regulation": regulations, "Article": articles, "Clause": clauses}
    gone = {str(row["id"]) for label in replaced for row in sample.nodes[label]}
    nodes = {label: replaced.get(label, rows) for label, rows in sample.nodes.items()}
    edges = {
        shape: [edge for edge in found if edge.source not in gone and edge.target not in gone]
        for shape, found in sample.edges.items()
    }
    rests_on = sample.edges[EdgeShape("Regulation", "RESTS_ON", "Evidence")][0]
    for label in ("Regulation", "Article"):
        edges[EdgeShape(label, "RESTS_ON", "Evidence")] = [
            EdgeRow(str(row["id"]), rests_on.target, rests_on.properties) for row in replaced[label]
        ]
    edges[EdgeShape("Regulation", "CONTAINS", "Article")] = [
        EdgeRow(regulation, f"{regulation}.art-{number}") for regulation, number, _ in ARTICLES
    ]
    edges[EdgeShape("Article", "HAS_CLAUSE", "Clause")] = [
        EdgeRow(str(row["id"]).partition(".par-")[0], str(row["id"])) for row in clauses
    ]
    superseded = sample.edges[EdgeShape("Regulation", "SUPERSEDES", "Regulation")][0]
    edges[EdgeShape("Regulation", "SUPERSEDES", "Regulation")] = [
        EdgeRow("cn.guide-new", "cn.guide-old", superseded.properties)
    ]
    return Knowledge(nodes, {shape: found for shape, found in edges.items() if found}, sample.checked_through)


@pytest.fixture(scope="session")
def held(embedded_with: Callable[[Knowledge], Store], world: Knowledge) -> Store:
    """The embedded store with that world in it. For reading only."""
    return embedded_with(world)


@pytest.fixture
def address(held: Store) -> str:
    return held.address


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """A file with these words in it."""

    def write(text: str) -> Path:
        path = tmp_path / "文.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write
