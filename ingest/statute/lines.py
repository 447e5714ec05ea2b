"""A text as rows: every line that says something, with what it begins with and the layout around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.statute.grammar import ANNEX, ARTICLE, BLANK, CIRCLED, COUNT, DIVISION, ITEM, MARKS, NUMERAL, ODD, POINT
from ingest.statute.numerals import number


class Row(NamedTuple):
    """One line, or, where units are glued together, a part of one. Rows tile the text."""

    begins: str
    """``article``, ``division``, ``item``, ``point``, ``count``, ``circled``, ``annex``, ``odd`` or ``plain``."""
    start: int
    """The first character of the row, its indentation included."""
    mark: int
    """Where the mark begins (第, （); equal to ``begin`` in a plain row."""
    begin: int
    """Where the words after the mark begin."""
    end: int
    """Where the words end."""
    stop: int
    """Where the next row starts."""
    line: int
    value: int = 0
    """The number that the mark tells."""
    below: int = 0
    """Z of 第X条之Z; of a division its rank: 编 0, 分编 1, 章 2, 节 3."""
    sure: bool = True
    """An article head set off from its words, not glued to them."""

    def words(self, text: str) -> str:
        return text[self.begin : self.end]


RANK = {"编": 0, "分编": 1, "章": 2, "节": 3}
_ROW = re.compile(
    rf"(?P<plain>{MARKS})(?:(?P<is_article>{ARTICLE}(?:\*\*)?)|(?P<is_division>{DIVISION})|(?P<is_item>{ITEM})"
    rf"|(?P<is_point>{POINT})|(?P<is_count>{COUNT})|(?P<is_circled>{CIRCLED})|(?P<is_annex>{ANNEX})|(?P<is_odd>{ODD}))?"
    r"[^\n]*(?:\n\s*\n|\n|\Z)"
)
_AFTER_MARK = re.compile(rf"(?:{BLANK}|\*)*[:：]?(?:{BLANK}|\*)*")
_AFTER = re.compile(r"之\s*([一二三四五六七八九十]{1,3})")
_SET_OFF = re.compile(r"[\s*:：【(（]|\Z")
_NOT_A_HEADING = re.compile(
    rf"{BLANK}*(?:规定|、|和第|至第|及第|第[{NUMERAL}]+[条节])|的|所(?!有|得)|中的|.*[。；]|.{{60}}"
)
_LAYOUT_BEGINS = frozenset("<-*_=#&\\")
_LAYOUT = re.compile(r"\s*(?:<!-- INFO END -->|(?:[-*_=]\s*){3,}|#+|\\newpage|&nbsp;)\s*")


def rows_of(text: str) -> list[Row]:
    """The rows of a text in order. A text without words has none."""
    rows: list[Row] = []
    line = 1
    for found in _ROW.finditer(text):
        start, stop = found.span()
        if start == stop:
            break
        kind = found.lastgroup or "plain"
        here = line
        line += text.count("\n", start, stop)
        body_from = found.end(kind)
        words = text[body_from:stop].rstrip()
        if (kind == "plain" and not words) or (
            text[found.end("plain") : found.end("plain") + 1] in _LAYOUT_BEGINS and _LAYOUT.fullmatch(text, start, stop)
        ):
            if rows:
                rows[-1] = rows[-1]._replace(stop=stop)
            continue
        row = _row(text, found, kind, start if rows else 0, body_from, body_from + len(words), stop, here)
        rows.append(row)
    return _rejoined(rows, text) if "\n之" in text else rows


def _rejoined(rows: list[Row], text: str) -> list[Row]:
    """第十七条 with 之一 alone on the line below is one head."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if above and above.begins == "article" and above.begin == above.end and not above.below:
            after = _AFTER.fullmatch(text, row.mark, row.end)
            if after:
                out[-1] = above._replace(begin=row.end, end=row.end, stop=row.stop, below=number(after[1]))
                continue
        out.append(row)
    return out


def _row(text: str, found: re.Match[str], kind: str, start: int, body_from: int, end: int, stop: int, line: int) -> Row:
    if text.endswith("**", body_from, end):
        end -= 2
        end = body_from + len(text[body_from:end].rstrip())
    if kind == "plain":
        return Row("plain", start, body_from, body_from, end, stop, line)
    mark = found.start(kind)
    begins = kind[3:]
    if begins == "article":
        begin = behind_mark(text, body_from, end)
        sure = _SET_OFF.match(text, body_from) is not None or text.endswith("**", mark, body_from)
        after = found["after"]
        return Row(
            begins, start, mark, begin, end, stop, line, number(found["article"]), number(after) if after else 0, sure
        )
    if begins == "division":
        if _NOT_A_HEADING.match(text, body_from, end):
            return Row("plain", start, mark, mark, end, stop, line)
        value, rank = (number(found["division"]), RANK[found["level"]]) if found["level"] else (0, RANK["章"])
        return Row(begins, start, mark, mark, end, stop, line, value, rank)
    if begins in ("annex", "odd"):
        if begins == "annex" and (end - mark > 60 or text.find("。", mark, end) >= 0):
            return Row("plain", start, mark, mark, end, stop, line)
        return Row(begins, start, mark, mark, end, stop, line)
    begin = behind_mark(text, body_from, end)
    value = ord(found["circled"]) - 0x245F if begins == "circled" else number(found[begins])
    return Row(begins, start, mark, begin, end, stop, line, value)


def behind_mark(text: str, begin: int, end: int) -> int:
    """Where the words begin behind a mark and the blanks, stars or colon that set it off."""
    found = _AFTER_MARK.match(text, begin, end)
    return found.end() if found else begin
