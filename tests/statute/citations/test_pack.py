"""Over all texts at hand: the lines tell the same as the tree, and nothing that looks like a citation is skipped in silence."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

import pytest

from graph.citations.find import find
from graph.citations.lines import outline_of_lines
from graph.citations.outline import Outline, outline_of
from ingest.statute.parse import parse

EVERY = 12
"""One text in so many is read here; bench/statute.py reads all."""
_CITES = re.compile(r"第[一二三四五六七八九十百千零〇\d]+条(?!件)|(?<!目)前[两三]?款(?!项)")


@pytest.fixture(scope="module")
def texts(pack: Path) -> dict[str, str]:
    found = sorted((pack / "lawrefbook").rglob("*.md"))[::EVERY]
    return {path.name: path.read_text(encoding="utf-8") for path in found}


def test_an_outline_of_lines_finds_what_an_outline_of_a_tree_finds(texts: dict[str, str]) -> None:
    alike = differing = 0
    for text in texts.values():
        of_lines = {_said(one) for one in find(text, outline_of_lines(text)).citations}
        of_tree = {_said(one) for one in find(text, outline_of(parse(text))).citations}
        alike += len(of_lines & of_tree)
        differing += len(of_lines ^ of_tree)

    assert alike > 4_000
    assert differing <= alike * 0.005


def test_every_article_and_paragraph_that_is_named_is_in_a_citation_or_is_a_head(texts: dict[str, str]) -> None:
    skipped = []
    for name, text in texts.items():
        outline = outline_of_lines(text)
        found = find(text, outline)
        taken = sorted((one.start, one.end) for one in (*found.citations, *found.passed_over))
        skipped += [
            (name, named.start(), named[0])
            for named in _CITES.finditer(text)
            if not _within(taken, named.start()) and not _is_head(outline, text, named)
        ]

    assert skipped == []


def _said(citation: object) -> tuple[object, ...]:
    return tuple(getattr(citation, name) for name in ("start", "end", "by", "title", "provisions", "trouble"))


def _within(taken: list[tuple[int, int]], at: int) -> bool:
    i = bisect_right(taken, (at, len(taken) and taken[-1][1])) - 1
    return i >= 0 and taken[i][0] <= at < taken[i][1]


def _is_head(outline: Outline, text: str, named: re.Match[str]) -> bool:
    """A head of the text, or one in words that a decision puts into another act."""
    piece = outline.piece(named.start())
    line = text.rfind("\n", 0, named.start()) + 1
    return piece.skipped or (piece.place.quoted and text[line : named.start()].strip(" 　“*") == "")
