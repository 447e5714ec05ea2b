"""The lines of a page, with what tells a broken sentence from a unit of the law."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.statute.grammar import ARTICLE, CIRCLED, CITES_ON, COUNT, DIVISION, ITEM, MARKS, POINT

_ENDS = "。；：！？!?;:…"
_CLOSES = "”）)】"
MARK = re.compile(rf"{MARKS}(?:(?P<head>{ARTICLE})|(?P<div>{DIVISION})|{ITEM}|{POINT}|{COUNT}|{CIRCLED}|附\s*[件表])")
"""What begins a unit of the law."""
BEGINS_PLAINLY = re.compile("[\u4e00-\u9fff、，（《“0-9]")
"""What may go on with a Chinese sentence."""
_CITED_ITEM = re.compile(r"[（(][零一二三四五六七八九十\d]+[)）](?:项|、|至|和|或|目)")
_PAGE_NUMBER = re.compile(
    r"[-—–－―一_\s·•]*\d{1,4}[-—–－―一_\s·•]*\Z|第?\s*\d{1,4}\s*页?\s*(?:[/／]|共)\s*(?:共\s*)?\d{1,4}\s*页?\Z|第\s*\d{1,4}\s*页\Z"
)
_PRINTED = re.compile(r"https?://|\d{4}[/-]\d{1,2}[/-]\d{1,2}\s+\d{1,2}:\d{2}|下载日期|法宝引证码")
_COUNTS_PAGES = re.compile(r"第\s*\d+\s*页|共\s*\d+\s*页|\d+\s*/\s*\d+")
_DIGITS = re.compile(r"\d+")
_HEADING_TAIL = re.compile(r"[^。；，：]{0,40}\Z")
_CAPTION = re.compile(r"\s*(?:[（(【][^（）()【】]{1,40}[)）】])?")
_LINE = re.compile(r"[^\n\f]*(?:[\n\f]|\Z)")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line that says something."""

    start: int
    end: int
    """Where the words end; the line end follows."""
    stop: int
    words: str
    indent: int
    gap: int
    """Blank lines before it."""
    width: float
    """In Chinese characters; a narrow one counts half."""

    def ended(self, *, filled: bool) -> bool:
        """Whether the line ends a sentence or leads to a list. A bracket that closes at the edge of the page ends nothing."""
        if self.words[-1] in _CLOSES:
            return not filled or self.words[-2:-1] in ("。", "！", "？")
        return self.words[-1] in _ENDS

    @property
    def is_heading(self) -> bool:
        """第二章 总则, or 第一条 alone on its line, or with its caption only: 第一条（目的和依据）."""
        found = MARK.match(self.words)
        if found and found["div"]:
            return _HEADING_TAIL.match(self.words, found.end()) is not None
        return bool(found and found["head"] and _CAPTION.fullmatch(self.words, found.end())) or self.words.startswith(
            "#"
        )


def page_lines(text: str) -> list[PageLine]:
    lines: list[PageLine] = []
    gap = 0
    for found in _LINE.finditer(text):
        whole = found[0].rstrip("\n\f")
        words = whole.strip()
        if not words:
            gap += 1
            continue
        narrow = len(words.encode("ascii", "ignore"))
        indent = len(whole) - len(whole.lstrip())
        end = found.start() + len(whole.rstrip())
        lines.append(PageLine(found.start(), end, found.end(), words, indent, gap, len(words) - 0.5 * narrow))
        gap = 0
    return lines


def begins_unit(before: PageLine, after: PageLine, *, filled: bool) -> bool:
    """Whether a line begins a unit rather than goes on with 本法第二十条 or 第（一）项 broken before 第 or （.

    ``filled``: the line before is as long as the page is wide.
    """
    found = MARK.match(after.words)
    ended = before.ended(filled=filled)
    if not found or (not ended and before.words[-1] in "第、和或至及与（《"):
        return False
    if found["head"]:
        if CITES_ON.match(after.words, found.end()):
            return False
        set_off = after.words[found.end() : found.end() + 1] in ("", " ", "\u3000", "【", "（")
        return ended or not filled or set_off
    if found["div"]:
        return _HEADING_TAIL.match(after.words, found.end()) is not None
    if found["point"] or found["count"]:
        return ended or not filled
    return ended or _CITED_ITEM.match(after.words) is None


def full_width(lines: Sequence[PageLine]) -> float:
    """From this width on a line is as long as the page is wide; its last characters may have moved to the next line."""
    broken = sorted(line.width for line in lines if line.words[-1] not in _ENDS + _CLOSES and line.width > 8)
    if not broken:
        return 0.0
    return min(broken[int(len(broken) * 0.9)], broken[len(broken) // 2] * 1.15) - 3


def page_heads(lines: Sequence[PageLine], text: str, title: str | None) -> list[PageLine]:
    """Page numbers, and lines that come again on the pages.

    A sentence of law can come again too, so a repeated line counts only where it stands at the edge of a page, tells an
    address or a time of printing, counts pages, is the title, or is a short line without an end, which no sentence has.
    """
    full = full_width(lines)
    shapes = Counter(_DIGITS.sub("#", line.words) for line in lines)
    edges = _at_edges(lines, text)
    running = "".join((title or "").split())
    heads = []
    for line in lines:
        words = line.words
        again = shapes[_DIGITS.sub("#", words)]
        if _PAGE_NUMBER.match(words):
            heads.append(line)
        elif MARK.match(words) or words.endswith(("。", "；", "：", "，", "、")):
            continue
        elif _PRINTED.search(words):
            if len(words) < 200 and (again >= 2 or "\f" in text):
                heads.append(line)
        elif again >= 3 and len(words) <= 60:
            is_title = len(words) > 4 and "".join(words.split()) in running
            is_loose = line.width < full and len(words) > 3 and not line.ended(filled=False)
            if is_title or is_loose or line.start in edges or _COUNTS_PAGES.search(words):
                heads.append(line)
    return heads


def _at_edges(lines: Sequence[PageLine], text: str) -> frozenset[int]:
    """Where the first and last two lines of every page start, when form feeds tell the pages."""
    breaks = [found.start() for found in re.finditer("\f", text)]
    if not breaks:
        return frozenset()
    pages: dict[int, list[PageLine]] = {}
    for line in lines:
        pages.setdefault(bisect_right(breaks, line.start), []).append(line)
    return frozenset(line.start for page in pages.values() for line in [*page[:2], *page[-2:]])
