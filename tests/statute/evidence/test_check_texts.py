"""``guikou check --texts``: what a user sees of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.cli import main

FACTS = str(Path(__file__).with_name("facts"))
LAW = """纸灯管理办法
（2024年3月1日灯会办公布　自2024年5月1日起施行）

第一条 为了规范纸灯，制定本办法。
第二条 灯主应当自点灯之日起十个工作日内，通过灯会系统备案。
第三条 违反本办法的，由灯会办责令改正。
第四条 外国人点灯，适用本办法。
第五条 本办法自2024年5月1日起施行。
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "lanterns.md").write_text(LAW, encoding="utf-8")
    (tmp_path / "lanterns-too.md").write_text(LAW.replace("外国人", "外地人"), encoding="utf-8")
    (tmp_path / "moon.md").write_text(LAW.replace("纸灯", "月饼"), encoding="utf-8")
    (tmp_path / "empty.md").touch()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--facts", FACTS, *arguments])


def test_a_text_that_contradicts_a_fact_ends_with_one_and_says_what_would_fit(texts: Path) -> None:
    answer = run("--texts", str(texts))

    assert answer.exit_code == 1
    assert (
        "不符 MISMATCH ev.doc.elsewhere.1 at cn.lantern-2024.art-3.par-1\n"
        "  原文无此字句 words that do not stand there: 灯会系统\n"
        "  nearest that fits: cn.lantern-2024.art-2.par-1\n"
        "  text: lanterns-too.md\n"
    ) in answer.stdout


def test_what_was_not_checked_and_which_texts_are_of_no_instrument_is_said(texts: Path) -> None:
    lines = run("--texts", str(texts)).stdout.splitlines()

    assert "未核对 NOT CHECKED, 无文本 no text of the instrument at hand: 2" in lines
    assert "  cn.bell 1, cn.lantern-draft-2023 1" in lines
    assert (
        "  moon.md: 月饼管理办法 · 5 articles · of 2024-03-01 · 无对应法规 no instrument of the graph has this title"
        in lines
    )


def test_texts_of_one_version_with_different_words_are_said(texts: Path) -> None:
    answer = run("--texts", str(texts))

    assert (
        "同版异文 TEXTS OF ONE VERSION DIFFER: cn.lantern-2024\n  lanterns-too.md\n  lanterns.md\n  in art-4\n"
    ) in answer.stdout


def test_files_that_cannot_be_read_come_last_and_stop_nothing(texts: Path) -> None:
    answer = run("--texts", str(texts))

    assert answer.stdout.splitlines()[-2:] == [
        "无法读取 files that could not be read:",
        "  empty.md: is empty. Nothing was taken from it; fetch it again or remove it.",
    ]
    assert answer.stderr.splitlines()[-1] == (
        "4 claims agree (4 words found where cited), 5 mismatches, 6 could not be checked; "
        "2 of 3 texts held against, 1 unreadable."
    )


def test_machines_get_every_claim_and_every_text(texts: Path) -> None:
    evidence = json.loads(run("--texts", str(texts), "--json").stdout)["evidence"]

    assert {key: len(evidence[key]) for key in evidence} == {
        "agreements": 4, "mismatches": 5, "unchecked": 6, "texts": 3, "twins": 1, "unreadable": 1,
    }  # fmt: skip
    assert [one["claim"]["fact"] for one in evidence["unchecked"] if one["why"] == "no-text"] == [
        "ev.bell.art-2.1",
        "ev.lantern-draft-2023.art-2.1",
    ]


def test_texts_that_contradict_nothing_end_with_zero(tmp_path: Path) -> None:
    (tmp_path / "moon.md").write_text(LAW.replace("纸灯", "月饼"), encoding="utf-8")

    assert run("--texts", str(tmp_path)).exit_code == 0


def test_a_folder_that_is_not_there_is_used_wrongly(tmp_path: Path) -> None:
    answer = run("--texts", str(tmp_path / "nowhere"))

    assert answer.exit_code == 2
    assert "is not a folder" in answer.stderr
