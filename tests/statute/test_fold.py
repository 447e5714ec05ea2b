"""Characters that were meant, and the way back from an edited text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ingest.statute.fold import SAME, Edit, Way, comparable, edited, one_to_one


def test_radicals_that_stand_for_characters_are_folded_also_where_nfkc_leaves_them() -> None:
    assert one_to_one("⺠⻔⻋⻄⻚⻛⻅⻓") == "民门车西页风见长"
    assert unicodedata.normalize("NFKC", "⺠⻔⻋⻄⻚⻛⻅⻓") == "⺠⻔⻋⻄⻚⻛⻅⻓"
    assert one_to_one("⼀⽹⽤⾏⼈") == "一网用行人"


def test_punctuation_and_ideographs_stay_as_they_are() -> None:
    text = "第一条　国家，对“个人信息”（数据）：《某法》；１９９７年。"

    assert one_to_one(text) == text


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(one_to_one(text)) == len(text)


@given(st.text("第一⼀条⽹网，,（(1１ \u3000\n"))
def test_comparing_knows_no_blanks_no_invisible_characters_and_no_width(text: str) -> None:
    spaced = " ".join("\u200b".join(text))

    assert comparable(spaced) == comparable(text)
    assert comparable(comparable(text)) == comparable(text)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("第一条国家。\n ", max_size=40))
    points = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(points[::2], points[1::2], strict=False)
    return text, [Edit(start, end, draw(st.sampled_from(["", "\n", "甲乙"]))) for start, end in pairs]


@given(texts_with_edits())
def test_every_character_that_was_not_put_in_leads_back_to_itself(case: tuple[str, list[Edit]]) -> None:
    text, edits = case

    after, way = edited(text, edits)

    kept = [way.back(i) for i in range(len(after))]
    taken_out = {i for edit in edits for i in range(edit.start, edit.end)}
    assert [text[i] for i in sorted(set(range(len(text))) - taken_out)] == [
        after[i] for i, at in enumerate(kept) if way.moves_at(i) and at not in taken_out
    ]


@given(texts_with_edits(), st.data())
def test_two_ways_after_one_another_lead_back_like_one(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    text, edits = case
    middle, first = edited(text, edits)
    points = sorted(data.draw(st.lists(st.integers(0, len(middle)), max_size=6)))
    more = [Edit(a, b, "丙") for a, b in zip(points[::2], points[1::2], strict=False)]

    last, second = edited(middle, more)

    both = second.after(first)
    assert [both.back(i) for i in range(len(last))] == [first.back(second.back(i)) for i in range(len(last))]


def test_without_edits_the_text_is_the_same_and_so_is_the_way() -> None:
    assert edited("第一条", []) == ("第一条", SAME)
    assert SAME.after(Way()) == SAME
