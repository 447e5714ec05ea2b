"""Reading a facts file never fails in another way than by telling its problems."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ingest.read import read_facts, read_sheet

WORDS = st.sampled_from(
    ["checked: 2026-11-25", "regulation:", "obligations:", "- id: cn.ob.x", "  at: art-1", "&a", "*a", "{", "}", "[", "]",
     "on:", "yes", "2021-13-45", "!!python/object:os.system", "null", "---", "'", '"', "十个工作日", ": ", "\t", "#", "<<: *a"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12).map("\n".join))
def test_any_mixture_of_the_language_gives_a_sheet_or_problems_and_never_both(text: str) -> None:
    sheet, problems = read_sheet("mixed.yaml", text.encode())

    assert (sheet is None) == bool(problems)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_sheet_or_problems(content: bytes) -> None:
    sheet, problems = read_sheet("bytes.yaml", content)

    assert (sheet is None) == bool(problems)


def test_a_part_knows_its_line() -> None:
    small = Path(__file__).parents[1] / "facts"
    (sheet,), problems = read_facts(small)

    assert problems == []
    assert sheet.line("obligations", 0, "terms") == sheet.line("obligations", 0, "at") + 1
    assert sheet.line("obligations", 0, "no-such-key") == sheet.line("obligations", 0)
