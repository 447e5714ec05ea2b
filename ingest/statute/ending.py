"""Where the law ends: signatures and notes after it, annexes behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.statute.front import line_of
from ingest.statute.grammar import DATE
from ingest.statute.lines import Row
from ingest.statute.tree import Annex, Line

_NOT_LAW = re.compile(
    rf"[（(]?(?:{DATE.pattern})[)）]?\Z|[（(]?(?:原文|信息|文章)?来源[：:]|(?:责任编辑|责编|编辑|主办|版权|扫一扫|打印|关闭|分享|上一篇|下一篇|"
    r"相关|返回|网站|.{0,4}ICP|京公网|联系我们|推荐阅读|点击|注[：:]|注释|本站|地址[：:]|电脑版|\[?编辑|Produced|技术支持|End\b|END\b|"
    r".{0,40}\d{4}年\d{1,2}月\d{1,2}日印发|[（(]此件[^）)]{0,12}公开|[ps]{2}[：:]|扫码|长按|预览时|阅读原文|“投稿|©)"
)
_TABLE = re.compile(
    r"[^。；]{0,60}(?:表|图|图案|式样|样式|说明|清单|目录|名单|格式|文书)[一二三四五六七八九十\d]*(?:[（(].*[)）])?\Z"
)
_IN_FORCE = re.compile("(?:自|从).{1,40}(?:施行|生效|实施|执行).*[。；]|公布之日起.*。")


def ends_at(rows: Sequence[Row], text: str, last: int) -> tuple[int, int]:
    """The row at which the body ends and the row at which the annexes begin. ``last`` is the head of the last provision.

    Behind the paragraph that sets the law in force, a line that does not end as a sentence is no paragraph of it.
    """
    in_force = _IN_FORCE.search(rows[last].words(text)) is not None
    end: int | None = None
    for i in range(last + 1, len(rows)):
        row = rows[i]
        words = row.words(text)
        if row.begins == "annex" or (in_force and row.begins == "plain" and _TABLE.match(words)):
            return (i if end is None else end), i
        if end is None and row.begins == "plain":
            if _NOT_LAW.match(words) or (in_force and words[-1:] not in "。；：:;”）)"):
                end = i
            in_force = in_force or _IN_FORCE.search(words) is not None
    return (len(rows) if end is None else end), len(rows)


def annexes_of(rows: Sequence[Row], text: str) -> tuple[Annex, ...]:
    """Each heading with the lines below it; the first row is a heading whatever it says."""
    annexes: list[Annex] = []
    heading: Line | None = None
    lines: list[Line] = []
    for row in rows:
        if heading is None or row.begins == "annex":
            if heading:
                annexes.append(Annex(heading, tuple(lines)))
            heading, lines = line_of(row, text), []
        else:
            lines.append(line_of(row, text))
    if heading:
        annexes.append(Annex(heading, tuple(lines)))
    return tuple(annexes)
