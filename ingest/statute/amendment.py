"""Decisions and amendments that change other acts: what is their own, and what is text that they put elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.statute.front import front_of, is_title
from ingest.statute.lines import Row
from ingest.statute.numbering import plain, with_heads

_CHANGES = re.compile(
    r"关于[^。]{0,4}(?:修改|修正|修订|废止|宣布失效|停止执行|删去|取消)[^。]*(?:决定|决议|公告|命令|令)(?:[（(].*[)）])?\Z"
    r"|关于对[^。]{2,80}(?:修改|修正|修订)的(?:决定|决议)(?:[（(].*[)）])?\Z|关于[^。]{0,4}(?:废止|宣布失效)[^。]*通知\Z"
    r"|修正案(?:[（(][^（）()]*[)）])?\Z"
)
_MAY_CHANGE = re.compile("修改|修正|修订|废止|失效|停止执行|删去|取消")
_OWN_AGAIN = re.compile("相应改为|相应修改|修改为[：“]?|本(?:决定|修正案)")


@dataclass(frozen=True, slots=True)
class Amendment:
    """The rows of an amendment, which of them are replacement text, and where an appended full text begins."""

    rows: list[Row]
    quoted: list[bool]
    unit: str
    appended: int
    """The row at which the text as amended begins, when it follows the decision; else the number of rows."""


def changes_another_act(rows: Sequence[Row], text: str) -> bool:
    """Whether the title says so."""
    first = next((i for i, row in enumerate(rows) if row.begins in ("article", "point")), len(rows))
    if _MAY_CHANGE.search(text, 0, rows[first].start if first < len(rows) else len(text)) is None:
        return False
    title = front_of(rows[:first], text, whole=first == len(rows)).title
    return title is not None and _CHANGES.search(title.text) is not None


def as_amendment(rows: Sequence[Row], text: str) -> Amendment:
    """Tell the provisions of an amendment from the provisions that it quotes.

    Quoted is what begins with “ or stands in a “ that is still open; without quotation marks, what follows a head or a
    heading that is not due, until the amendment speaks of its own changes again.
    """
    quoted = _in_quotes(rows, text)
    unit = next(
        (row.begins for row, q in zip(rows, quoted, strict=True) if not q and row.begins in ("article", "point")),
        "point",
    )
    appended = _appended(rows, quoted, text) if unit == "point" else len(rows)
    kept = [plain(row) if q else row for row, q in zip(rows, quoted, strict=True)]
    if unit == "article":
        kept = with_heads(kept, text, strictly=True)
        unquoted = False
        for i, (before, row) in enumerate(zip(rows, kept, strict=True)):
            if row.begins == "article":
                unquoted = False
            elif not quoted[i] and before.begins in ("article", "division"):
                unquoted = _OWN_AGAIN.search(text, row.mark, row.end) is None
            elif unquoted and _OWN_AGAIN.search(text, row.mark, row.end):
                unquoted = False
            quoted[i] = quoted[i] or unquoted
        kept = [plain(row) if q or row.begins == "division" else row for row, q in zip(kept, quoted, strict=True)]
    return Amendment(kept, quoted, unit, appended)


def _in_quotes(rows: Sequence[Row], text: str) -> list[bool]:
    out: list[bool] = []
    is_open = False
    for row in rows:
        words = text[row.mark : row.end]
        out.append(words.startswith("“") or is_open)
        if "”" in words or "“" in words:
            is_open = words.rfind("“") > words.rfind("”")
    return out


def _appended(rows: Sequence[Row], quoted: Sequence[bool], text: str) -> int:
    """The full text behind a decision: from its title, above an unquoted 第一条 that comes after the points."""
    points = [i for i, row in enumerate(rows) if row.begins == "point" and not quoted[i]]
    head = next(
        (i for i, row in enumerate(rows) if i > points[0] and row.begins == "article" and row.value == 1 and not quoted[i]), None
    ) if points else None  # fmt: skip
    if head is None:
        return len(rows)
    above = max(i for i in points if i < head)
    return next((i for i in range(above + 1, head) if is_title(rows[i].words(text))), head)
