"""The curated facts against the official texts of the pack: each provision exists and each key term stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.evidence import Report, Taken
from graph.knowledge import Knowledge
from ingest.statute.evidence import held_against
from ingest.statute.folder import texts_in

HELD = {
    "cn.algo-2021", "cn.anthro-2026", "cn.cii-2021", "cn.cii-crypto-2025", "cn.cis-1994", "cn.cns-intl", "cn.csl",
    "cn.ct-law", "cn.d2d-2025", "cn.deepsyn-2022", "cn.dsl", "cn.fraud-2022", "cn.genai-2023", "cn.iis",
    "cn.milinfo-2025", "cn.minors-2023", "cn.minors-law", "cn.ndsr", "cn.netid-2025", "cn.piaudit-2025", "cn.pipl",
    "cn.scc-2023", "cn.stpl", "cn.telecom",
}  # fmt: skip


@pytest.fixture(scope="module")
def report(pack: Path, curated: Knowledge) -> Report:
    unreadable: list[str] = []
    return held_against(curated, texts_in(pack, unreadable=unreadable), unreadable=unreadable)


def test_no_official_text_contradicts_a_fact(report: Report) -> None:
    assert [(mismatch.claim.fact, mismatch.claim.provision, mismatch.missing) for mismatch in report.mismatches] == []


def test_every_instrument_with_a_whole_text_has_the_number_of_articles_that_the_facts_say(report: Report) -> None:
    counted = {agreement.claim.fact for agreement in report.agreements if agreement.claim.articles is not None}

    assert counted == {"cn.algo-2021", "cn.csl", "cn.d2d-2025", "cn.deepsyn-2022", "cn.genai-2023", "cn.iis", "cn.ndsr"}


def test_the_words_that_were_looked_up_are_many(report: Report) -> None:
    assert report.words_found > 1800
    assert len(report.agreements) > 1800


def test_the_instruments_with_a_text_are_those_that_were_reviewed(report: Report) -> None:
    held = {name for text in report.texts if text.taken.is_held_against for name in text.regulations}

    assert held == HELD


def test_the_cybersecurity_law_of_2016_is_not_the_one_that_is_in_force(report: Report) -> None:
    older = {
        text.text for text in report.texts if text.regulations == ("cn.csl",) and text.taken is Taken.OTHER_VERSION
    }

    assert "ai/cybersecurity-law-2016.lawrefbook.md" in older


def test_copies_of_one_version_have_the_same_words(report: Report) -> None:
    assert report.twins == ()
