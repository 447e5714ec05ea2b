"""References that name no instrument: 国家有关规定, 有关法律、行政法规, 法律、法规另有规定. They are told and never resolved."""

from __future__ import annotations

import re

_RANK = r"(?:法律|行政法规|地方性法规|法规|部门规章|规章|司法解释|规范性文件|国家标准|技术规范|标准|政策)"
_AND = r"(?:、|以及|和|与|及|或者|或)(?:有关|相关)?"
_RULE = r"(?:的?(?:有关|相关|其他)?规定|另有规定|的?要求)"
_KNOWN = rf"的?(?:{_RANK}(?:(?:{_AND}|){_RANK}){{0,4}}(?:等?{_RULE})?|规定)"

HEARTS = (
    rf"有关{_KNOWN}",
    rf"相关{_KNOWN}",
    rf"法律(?:法规{_RULE}?|(?:{_AND}{_RANK}){{1,4}}(?:等?{_RULE})?|另有(?:特别)?规定|的?规定(?!的?[程事职期范权幅]))",
    rf"法规(?:{_AND}{_RANK}){{1,4}}(?:等?{_RULE})?",
    r"国家(?:的)?(?:另有)?规定(?!的的)",
    r"[上前]述(?:规定|条款|法律|法规)",
    r"各该[条款项](?:的?规定)?",
)
"""Patterns for the heart of such a reference; ``widened`` finds what stands before it and belongs to it."""

_RANK_BEFORE = re.compile(r"(?:行政|地方性)$")
_BEFORE = re.compile(
    r"(?:(?:国家|国务院|中央|我国|本?省|本?市|本?自治区|本?自治州|本?县|军队|全国人大常委会|其他|现行|上级|行业|地方|其它|有关|相关)"
    r"(?:、|以及|和|与|及|或者|或)?){1,5}的?$"
)


def widened(text: str, start: int, floor: int) -> int:
    """Where the reference begins whose heart begins at ``start``.

    >>> text = "应当按照国家和本市有关规定办理"
    >>> text[widened(text, 9, 0) : 13]
    '国家和本市有关规定'
    """
    if text.startswith("法规", start) and (rank := _RANK_BEFORE.search(text, max(floor, start - 3), start)):
        start = rank.start()
    found = _BEFORE.search(text, max(floor, start - 24), start)
    return found.start() if found else start
