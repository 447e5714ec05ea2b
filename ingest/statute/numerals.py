"""Chinese numerals of the law: 第十七条, 第一百零三条, 第二〇八条, 前两款, 第17条, both ways."""

from __future__ import annotations

import re

from graph.citations.numerals import number as below_ten_thousand

NUMERAL = "[零〇○一二两三四五六七八九十百千万0-9０-９]+"
"""A pattern for one numeral as it stands in a heading or a citation; ASCII and full-width digits included."""

_WORDS = "零一二三四五六七八九"
_SHAPE = re.compile(NUMERAL)


def number(text: str) -> int:
    """The number that a numeral means; ``ValueError`` when it is none.

    >>> [number(n) for n in ("十", "二十四", "一百零三", "一百三十", "二〇八", "两", "１７", "一千二百六十", "一万二千")]
    [10, 24, 103, 130, 208, 2, 17, 1260, 12000]
    """
    if (known := _KNOWN.get(text)) is not None:
        return known
    if _SHAPE.fullmatch(text) is None:
        raise ValueError(f'"{text}" is not a Chinese numeral')
    high, ten_thousand, low = text.rpartition("万")
    return (
        (below_ten_thousand(high) or 1) * 10_000 + below_ten_thousand(low) if ten_thousand else below_ten_thousand(low)
    )


def numeral(value: int) -> str:
    """How the law writes a number from 0 to 99,999,999.

    >>> [numeral(n) for n in (0, 7, 10, 17, 20, 103, 110, 130, 1008, 1260)]
    ['零', '七', '十', '十七', '二十', '一百零三', '一百一十', '一百三十', '一千零八', '一千二百六十']
    """
    if not 0 <= value < 100_000_000:
        raise ValueError(f"{value} has no numeral in the law")
    high, low = divmod(value, 10_000)
    written = (_written(high) + "万" if high else "") + ("零" if high and 0 < low < 1000 else "") + _written(low)
    return "十" + written[2:] if written.startswith("一十") else written or "零"


def _written(value: int) -> str:
    """Below ten thousand, 一十七 written in full; nothing for zero."""
    text, gap = "", False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += ("零" if gap and text else "") + _WORDS[digit] + word
        gap = not digit
    return text


_KNOWN: dict[str, int] = {}
_KNOWN.update({numeral(n): n for n in range(1, 400)})
