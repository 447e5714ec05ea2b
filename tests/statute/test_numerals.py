"""Chinese numerals, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.statute.numerals import number, numeral


@given(st.integers(0, 99_999_999))
def test_a_number_written_as_a_numeral_is_read_as_that_number(value: int) -> None:
    assert number(numeral(value)) == value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("两", 2), ("十", 10), ("一十", 10), ("二十", 20), ("一百零三", 103), ("一百〇三", 103), ("一百一十", 110),
        ("一千二百六十", 1260), ("二〇八", 208), ("○", 0), ("17", 17), ("１７", 17), ("二零二一", 2021), ("一万", 10_000),
    ],
)  # fmt: skip
def test_numerals_are_read_as_the_law_writes_them(written: str, meant: int) -> None:
    assert number(written) == meant


@pytest.mark.parametrize("written", ["", "甲", "一条", "1.5", "-1"])
def test_what_is_no_numeral_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is not a Chinese numeral"):
        number(written)


def test_a_number_beyond_the_law_has_no_numeral() -> None:
    with pytest.raises(ValueError, match="has no numeral"):
        numeral(100_000_000)
