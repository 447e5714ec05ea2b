"""The samples that were labelled by hand: their size, that the texts are still those that were labelled, and the aims.

`bench/duties.py` prints the whole table; docs/candidate-duties.md has it with the labelling guide.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

AIMS = {"is a norm": 0.90, "is a duty": 0.90, "modality": 0.90, "bearer": 0.85, "deadline": 0.95, "authority": 0.85}


def part(scoring: ModuleType, name: str) -> list[dict[str, Any]]:
    return [document for document in scoring.labels() if document["part"] == name]


def norms(documents: list[dict[str, Any]]) -> int:
    return sum(1 for document in documents for label in document["labels"] if not label.get("unsure"))


def test_the_samples_are_as_large_and_as_mixed_as_was_asked(scoring: ModuleType) -> None:
    held_out, all_documents = part(scoring, "held-out"), scoring.labels()

    assert (norms(all_documents), norms(held_out)) == (916, 524)
    assert len({document["document"] for document in all_documents}) >= 12
    assert len({document["document"] for document in held_out}) >= 5


def test_no_document_is_in_both_parts(scoring: ModuleType) -> None:
    development, held_out = part(scoring, "development"), part(scoring, "held-out")

    assert {d["document"] for d in development} & {d["document"] for d in held_out} == set()


def test_labels_hold_offsets_and_short_values_and_no_sentences(scoring: ModuleType) -> None:
    text = scoring.LABELS.read_text("utf-8").partition("documents:")[2]

    longest = max((line for line in text.splitlines() if "document:" not in line and "texts:" not in line), key=len)

    assert not any(
        "\u4e00" <= c <= "\u9fff"
        for line in text.splitlines()
        if "document:" not in line and "word:" not in line
        for c in line
    )
    assert len(longest) < 400


def test_the_texts_are_still_those_that_were_labelled(scoring: ModuleType, pack: Path) -> None:
    changed = {document["document"]: scoring.unchanged(document, pack) for document in scoring.labels()}

    assert {document: places for document, places in changed.items() if places} == {}


@pytest.mark.parametrize("name", ["development", "held-out"])
def test_the_aims_are_met_and_precision_is_not_bought_with_recall(scoring: ModuleType, pack: Path, name: str) -> None:
    report = scoring.score(name, pack)

    short = {aspect: report.scores[aspect].f1 for aspect, aim in AIMS.items() if report.scores[aspect].f1 < aim}
    imprecise = {
        aspect: report.scores[aspect].precision for aspect, aim in AIMS.items() if report.scores[aspect].precision < aim
    }
    assert (short, imprecise) == ({}, {})
