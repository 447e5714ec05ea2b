"""Numbers of provisions as they are cited: 第十七条, 第一百零三条, 第（二）项, 第17条, 前两款."""

from __future__ import annotations

NUMERAL = r"[零〇○一二两三四五六七八九十百千\d]{1,10}"
"""A pattern for one numeral; ``\\d`` takes full-width digits too."""

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_KNOWN: dict[str, int] = {}


def number(text: str) -> int:
    """The number that a text of ``NUMERAL`` means.

    >>> [number(n) for n in ("十", "二十四", "一百零三", "二〇八", "两", "１７", "一千二百六十")]
    [10, 24, 103, 208, 2, 17, 1260]
    """
    found = _KNOWN.get(text)
    if found is None:
        found = _value(text)
        if len(_KNOWN) < 5_000:
            _KNOWN[text] = found
    return found


def _value(text: str) -> int:
    value = digit = 0
    for c in text:
        unit = _UNITS.get(c)
        if unit is None:
            digit = digit * 10 + (_DIGITS[c] if c in _DIGITS else int(c))
        else:
            value += (digit or 1) * unit
            digit = 0
    return value + digit
