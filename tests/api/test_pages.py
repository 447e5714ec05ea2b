"""Pages and cursors."""

from __future__ import annotations

import pytest

from graph.errors import UsedWrongly
from graph.pages import cursor, page

WORDS = ["a", "b", "c"]


def test_a_page_says_where_it_stands() -> None:
    cut = page(WORDS, key=str, first=1, after=cursor("a"))

    assert (cut.items, cut.cursors, cut.total, cut.has_previous, cut.has_next) == (
        ("b",),
        (cursor("b"),),
        3,
        True,
        True,
    )


def test_without_a_size_a_page_is_the_whole() -> None:
    cut = page(WORDS, key=str)

    assert (cut.items, cut.has_previous, cut.has_next) == (("a", "b", "c"), False, False)


def test_a_page_of_nothing_still_counts() -> None:
    cut = page(WORDS, key=str, first=0)

    assert (cut.items, cut.total, cut.has_next) == ((), 3, True)


def test_after_the_last_there_is_nothing() -> None:
    cut = page(WORDS, key=str, first=2, after=cursor("c"))

    assert (cut.items, cut.has_previous, cut.has_next) == ((), True, False)


@pytest.mark.parametrize("after", ["", "zzz", "é", "====", cursor("d"), "\x00" * 90])
def test_a_foreign_cursor_is_refused(after: str) -> None:
    with pytest.raises(UsedWrongly, match=r"^after: "):
        page(WORDS, key=str, after=after)


def test_fewer_than_none_is_refused() -> None:
    with pytest.raises(UsedWrongly, match=r"^first: -1"):
        page(WORDS, key=str, first=-1)
