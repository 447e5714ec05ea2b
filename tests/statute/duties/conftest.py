"""Candidates of small invented texts, and the scoring of the labelled samples."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from ingest.statute.duties import Candidate, candidates
from ingest.statute.parse import parse

Reads = Callable[..., list[Candidate]]


@pytest.fixture(scope="session")
def scoring() -> ModuleType:
    spec = importlib.util.spec_from_file_location("guikou_duties_scoring", Path(__file__).with_name("scoring.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def read() -> Reads:
    """The candidates of one article, given as its paragraphs and items, one a line."""

    def reads(*lines: str) -> list[Candidate]:
        text = "某某管理办法\n第一条　" + "\n".join(lines) + "\n第二条　本办法自2030年1月1日起施行。\n"
        found = candidates(parse(text))
        for candidate in found:
            assert text[candidate.evidence.start : candidate.evidence.end] == candidate.evidence.words
        return found

    return reads
