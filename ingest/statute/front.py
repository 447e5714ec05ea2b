"""What stands before the provisions: title, adoption lines and their dates, table of contents, preamble, notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from ingest.statute.grammar import DATE
from ingest.statute.lines import Row
from ingest.statute.numerals import number
from ingest.statute.tree import Act, HeadDate, Line, Unread

_INSTRUMENTS = (
    "法典|法|条例|规定|办法|细则|规则|决定|决议|解释|规范|准则|标准|通则|意见|通知|批复|方案|章程|修正案|守则|制度|公告|答复|解答|复函|命令|指南|指引|"
    "纲要|总则|附则|编|公约|安排|规划|规程|程序|基准|清单|要点|宪法"
)
_TITLE = re.compile(
    rf"[《〈]?[^。；！？!?，,：:|←→]{{1,120}}(?:{_INSTRUMENTS})[》〉]?(?:\s*[（(〔][^（）()]{{1,40}}[)）〕])*[》〉]?\Z"
)
_ADOPTION = re.compile(
    r"通过|公布|发布|修正|修订|批准|施行|印发|颁布|制定|生效|废止|令第|第\s*[\d零一二三四五六七八九十百]+\s*号|〔\d{4}〕|\[\d{4}\]|根据|征求意见稿|草案|送审稿|暂行|试行"
)
_DATED = re.compile(rf"\s*[（(]?\s*(?:根据|自)?\s*(?:{DATE.pattern}|[一二]\S{{3}}年)")
_CONTENTS = re.compile(r"(?:目\s*录|目\s*次|CONTENTS|Contents)[:：]?\Z")
_DOTS = re.compile(r"(?:[.…·．]{3,}|\s{2,}|\t)\s*\d{1,4}\Z")
_ACTS: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (Act.AMENDED, re.compile(r"修正|修订|修改")),
    (Act.ADOPTED, re.compile(r"通过|制定")),
    (Act.PUBLISHED, re.compile(r"公布|发布|颁布|印发|令第")),
    (Act.APPROVED, re.compile(r"批准|批复")),
    (Act.EFFECTIVE, re.compile(r"施行|生效|实施|执行")),
    (Act.REPEALED, re.compile(r"废止|失效")),
)
_A_PART = re.compile(r"\S{1,12}编\Z|[总附]\s*则\Z|序\s*言\Z")
_ORDER = re.compile("现予公布|现予发布|现公布|现予以公布|审议通过|已由|已经.{0,80}通过|通过.{0,20}施行|现印发")
_NAMED = re.compile("《([^《》]{4,80})》")
_LONGEST_TITLE = 130


@dataclass(frozen=True, slots=True)
class Front:
    """The rows before the first provision, each in its place."""

    before: tuple[Line, ...]
    title: Line | None
    adoption: tuple[Line, ...]
    contents: tuple[Line, ...]
    preamble: tuple[Line, ...]


def line_of(row: Row, text: str) -> Line:
    return Line(row.start, row.line, text[row.start : row.stop], row.mark, row.end)


def unread_of(row: Row, text: str) -> Unread:
    return Unread(row.start, row.line, text[row.start : row.stop], row.mark, row.end)


def is_title(words: str) -> bool:
    """Whether a line reads like the title of an instrument."""
    return len(words) <= _LONGEST_TITLE and _TITLE.match(words) is not None and not _DATED.match(words)


def tells_adoption(words: str) -> bool:
    """Whether a line below a title tells who adopted, published or amended the act, and when."""
    if words.startswith(("为", "第一")):
        return False
    dated = DATE.search(words) is not None
    if not dated and _ADOPTION.search(words) is None:
        return False
    if words[:1] in "（(〔[" or DATE.match(words) is not None:
        return True
    return (len(words) < 40 and not words.endswith(("。", "："))) or (dated and words.startswith(("根据", "自")))


def front_of(rows: Sequence[Row], text: str, *, whole: bool = False) -> Front:
    """Sort the rows before the first provision. ``whole``: these are all rows, there is no provision."""
    told = text.find("<!-- INFO END -->")
    title_at = _title_at(rows, text, first=whole)
    before: list[Line] = []
    adoption: list[Line] = []
    contents: list[Line] = []
    preamble: list[Line] = []
    title: Line | None = None
    in_contents = open_bracket = False
    listed: set[str] = set()
    for i, row in enumerate(rows):
        line = line_of(row, text)
        words = line.text
        bare = "".join(words.split())
        if i == title_at:
            title = (
                line
                if is_title(words) or not (named := _named_in(row, text))
                else replace(line, begin=named[0], end=named[1])
            )
            in_contents = False
        elif _CONTENTS.match(words.strip("* 　")):
            in_contents = True
            contents.append(line)
        elif in_contents and bare not in listed and _is_row_of_contents(words):
            listed.add(_DOTS.sub("", bare))
            contents.append(line)
        elif title_at is None or i < title_at:
            in_contents = False
            before.append(line)
        elif row.begins == "division" and not preamble:
            contents.append(line)
        elif row.start < told or (not preamble and (open_bracket or tells_adoption(words))):
            in_contents = False
            open_bracket = _opens(words) if not open_bracket else not words.endswith(("）", ")"))
            adoption.append(line)
        else:
            in_contents = False
            preamble.append(line)
    return Front(tuple(before), title, tuple(adoption), tuple(contents), tuple(preamble))


def dates_of(front: Front) -> tuple[HeadDate, ...]:
    """Every date that the head tells, in the order of the text: the adoption lines, and the order that publishes the act."""
    orders = [line for line in front.before if _ORDER.search(line.text)]
    if front.title and front.title.text != (whole := front.title.raw.strip()) and _ORDER.search(whole):
        orders.append(
            replace(front.title, begin=front.title.start, end=front.title.start + len(front.title.raw.rstrip()))
        )
    dates: list[HeadDate] = []
    for line, words in _unbroken(sorted([*orders, *front.adoption], key=lambda line: line.start)):
        found = list(DATE.finditer(words))
        for this, following in zip_longest(found, found[1:]):
            said = words[this.start() : following.start() if following else None].strip(" 　（）()，,。")
            on = day_of(this)
            if on:
                dates.append(HeadDate(on, _act(said), line.line, said))
    return tuple(dates)


def _unbroken(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Lines with their words; a date broken over two lines is whole in the first."""
    held: tuple[Line, str] | None = None
    for line in lines:
        words = line.text
        if held and held[1][-1:] in "0123456789年月" and words[:1] in "0123456789年月日":
            held = (held[0], held[1] + words)
            continue
        if held:
            yield held
        held = (line, words)
    if held:
        yield held


def _opens(words: str) -> bool:
    return words[:1] in "（(" and words[-1:] not in "）)"


def _named_in(row: Row, text: str) -> tuple[int, int] | None:
    """Where 《…》 in a line that tells the passing of an act names it."""
    if not _ORDER.search(row.words(text)):
        return None
    found = next((m for m in _NAMED.finditer(text, row.begin, row.end) if is_title(m[1])), None)
    return found.span(1) if found else None


def day_of(found: re.Match[str]) -> date | None:
    """The day that a match of ``DATE`` names; ``None`` when the calendar has no such day."""
    try:
        return date(number(found["year"]), number(found["month"]), number(found["day"]))
    except ValueError:
        return None


def _act(said: str) -> Act:
    return next((act for act, words in _ACTS if words.search(said)), Act.UNSAID)


def _is_row_of_contents(words: str) -> bool:
    return len(words) <= 60 and not words.endswith(("。", "；")) and not (DATE.search(words) and tells_adoption(words))


def _is_part_of(heading: Row, other: Row, text: str) -> bool:
    """Whether a later title only heads a part below the first-level heading: one of several amendments, not the act approved."""
    return "##" in text[other.start : other.mark] and f"《{other.words(text)}》" not in heading.words(text)


def _title_at(rows: Sequence[Row], text: str, *, first: bool) -> int | None:
    """The line that is the title.

    In a file of one law the only first-level heading. Else the last line that reads like a title before the provisions:
    what stands above it is a circular, an order, a report. A title between 《》 only when there is no other.
    """
    titles: list[int] = []
    headings: list[int] = []
    in_contents = False
    for i, row in enumerate(rows):
        words = row.words(text)
        marks = text[row.start : row.mark]
        if "#" in marks and marks.count("#") == 1:
            headings.append(i)
        if _CONTENTS.match(words):
            in_contents = True
        elif in_contents and "#" not in marks and "*" not in marks and is_title(words):
            # A table of contents may end with 附则; a title after it stands alone or in a heading.
            continue
        elif row.begins == "plain" and is_title(words):
            titles.append(i)
    if len(headings) == 1 and headings == titles[:1]:
        heading = rows[headings[0]]
        if "<!-- INFO END -->" in text or all(_is_part_of(heading, rows[i], text) for i in titles[1:]):
            return headings[0]
    whole = [i for i in titles if not _A_PART.match(rows[i].words(text))]
    if whole and len(headings) > 1 and whole[-1] == headings[0]:
        return whole[-1]
    bare = [i for i in titles if rows[i].words(text)[:1] not in "《〈"]
    if first and (headings or titles):
        return min([*headings[:1], *titles[:1]])
    if bare or titles:
        return (bare or titles)[-1]
    named = [i for i, row in enumerate(rows) if _named_in(row, text)]
    if named:
        return named[-1]
    if headings:
        return headings[-1]
    words = rows[0].words(text) if rows and rows[0].begins == "plain" else ""
    if (
        2 <= len(words) <= 40
        and words[-1] not in "。；，："
        and not tells_adoption(words)
        and not _CONTENTS.match(words)
    ):
        return 0
    return None
