"""Which instrument a text is, and which version of it.

By title, written with or without 中华人民共和国, in full or by an alias of the facts; never a draft for the act that came of
it, nor the other way round. The version by the days that the text, its file or its file name tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import PurePath

from graph.citations.names import key
from graph.evidence import Taken, TextSeen
from graph.knowledge import Knowledge
from graph.model import Row
from ingest.statute.read import Reading
from ingest.statute.tree import Act, Kind, Statute

_DRAFT = re.compile("征求意见稿|草案|送审稿|讨论稿")
_CALL_FOR_COMMENTS = re.compile("公开征求.{0,100}意见")
_BRACKET = re.compile(r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]\Z")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_DAY_OF_NAME = re.compile(r"[(（](\d{4}-\d\d-\d\d)[)）]\Z")
_TO_PUBLISH = timedelta(days=92)
"""How long after an amendment whose day of effect is not known its text may be published."""
_NAMED = re.compile("《([^《》]{2,100})》")
_TITLES_OF_FILE = ("officialTitle", "法规名称", "title")
_DAYS_OF_FILE = ("adoptedOn", "publishedOn", "publish_date")
_LONGEST_HEADING = 120
_CLOSES = re.compile("施行|实施|生效|执行|解释|有效期|废止")


@dataclass(frozen=True, slots=True)
class Held:
    """A text at hand: its file, its tree, what the file says about itself."""

    name: str
    statute: Statute
    metadata: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, reading: Reading, statute: Statute) -> Held:
        return cls(name, statute, reading.provenance.metadata)

    @property
    def titles(self) -> tuple[str, ...]:
        """What it may be called, the surest first: its own title, else what the file says, else the name of the file."""
        if self.statute.title:
            return (self.statute.title.text,)
        said = [self.metadata[name] for name in _TITLES_OF_FILE if self.metadata.get(name)]
        stem = PurePath(self.name).name.split(".")[0]
        return tuple(name for title in [*said, stem] for name in (*_NAMED.findall(title), title))

    @property
    def is_draft(self) -> bool:
        """Whether title, file or file name calls it a draft, or what stands before it calls for comments."""
        said = [*self.titles, *(self.metadata.get(name, "") for name in _TITLES_OF_FILE), PurePath(self.name).name]
        if self.metadata.get("是否征求意见稿") == "true" or any(_DRAFT.search(title) for title in said):
            return True
        headings = [line.text for line in self.statute.before if len(line.text) <= _LONGEST_HEADING]
        return any(_CALL_FOR_COMMENTS.search(heading) for heading in [*headings, *said])

    @property
    def days(self) -> frozenset[date]:
        """The days of adoption, publication and amendment that it tells; a file name may end with one: ``(2021-11-16)``."""
        said = [self.metadata.get(name, "") for name in _DAYS_OF_FILE]
        said += _DAY_OF_NAME.findall(PurePath(self.name).stem)
        told = {day for words in said for day in _days_in(words)}
        return frozenset(
            told | {head.on for head in self.statute.dates if head.act not in (Act.EFFECTIVE, Act.REPEALED, Act.UNSAID)}
        )

    @property
    def effective(self) -> frozenset[date]:
        said = [self.metadata.get(name, "") for name in ("effectiveFrom", "implement_date")]
        told = {day for words in said for day in _days_in(words)}
        return frozenset(told | {head.on for head in self.statute.dates if head.act is Act.EFFECTIVE})

    @property
    def article_count(self) -> int:
        return len({article.number for article in self.statute.articles})

    @property
    def gaps(self) -> tuple[int, ...]:
        """Numbers of articles that are missing in between."""
        numbers = {int(article.number.partition("-")[0]) for article in self.statute.articles}
        return tuple(n for n in range(1, max(numbers, default=0)) if n not in numbers)

    @property
    def is_cut(self) -> bool:
        """Whether it seems to break off: an act ends by telling when it enters into force, or who explains it."""
        return not any(_CLOSES.search(provision.full_text) for provision in self.statute.provisions[-2:])


def _days_in(words: str) -> Iterator[date]:
    for found in _DAY.finditer(words):
        try:
            yield date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue


@dataclass(frozen=True, slots=True)
class Titles:
    """The instruments of the graph by what they are called."""

    rows: Mapping[str, Row]
    by_name: Mapping[str, frozenset[str]]
    by_bare_name: Mapping[str, frozenset[str]]
    drafts: frozenset[str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Titles:
        rows = {str(row["id"]): row for row in knowledge.nodes.get("Regulation", ())}
        by_name: dict[str, set[str]] = {}
        by_bare_name: dict[str, set[str]] = {}
        for identifier, row in rows.items():
            aliases = row["aliases"]
            for name in [str(row["title_zh"]), *(aliases if isinstance(aliases, list) else ())]:
                by_name.setdefault(key(name), set()).add(identifier)
                by_bare_name.setdefault(_bare(name), set()).add(identifier)
        drafts = frozenset(i for i, row in rows.items() if str(row["status"]).startswith("draft"))
        return cls(rows, _frozen(by_name), _frozen(by_bare_name), drafts)

    def called(self, title: str, *, draft: bool) -> frozenset[str]:
        """The instruments of that title: written so, else written so but for what follows in brackets."""
        for found in (self.by_name.get(key(title)), self.by_bare_name.get(_bare(title))):
            if found and (fit := found & self.drafts if draft else found - self.drafts):
                return fit
        return frozenset()


def _bare(title: str) -> str:
    """The key of a title without the brackets at its end: （试行）, （2025修正）, （征求意见稿）."""
    bare = key(title)
    while (shorter := _BRACKET.sub("", bare)) not in ("", bare):
        bare = shorter
    return bare


def _frozen(names: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in names.items()}


def seen(text: Held, titles: Titles) -> TextSeen:
    """What a text is taken for."""
    title = next(iter(text.titles), None)
    dated = max(text.days, default=None)

    def as_(taken: Taken, regulations: frozenset[str] = frozenset(), notes: tuple[str, ...] = ()) -> TextSeen:
        return TextSeen(text.name, title, taken, tuple(sorted(regulations)), text.article_count, dated, notes)

    if text.statute.kind is Kind.AMENDMENT:
        return as_(Taken.AMENDMENT)
    found = next((found for name in text.titles if (found := titles.called(name, draft=text.is_draft))), frozenset())
    if len(found) != 1:
        return as_(Taken.AMBIGUOUS if found else Taken.NO_REGULATION, found)
    if not text.statute.provisions:
        return as_(Taken.NO_PROVISIONS, found)
    row = titles.rows[next(iter(found))]
    taken, notes = _version(text, row)
    if taken.is_held_against:
        notes = (*notes, *(note for note in (_lacks(text, row), _force(text, row)) if note))
    return as_(taken, found, notes)


def is_partial(text: Held, row: Row) -> bool:
    """Whether the text is not the whole instrument."""
    return _lacks(text, row) is not None


def _lacks(text: Held, row: Row) -> str | None:
    held, count = text.article_count, row["article_count"]
    if isinstance(count, int) and 0 < held < count:
        return f"holds {held} of {count} articles"
    if gaps := text.gaps:
        return f"lacks article{'s' if len(gaps) > 1 else ''} {', '.join(map(str, gaps))}"
    return "seems to break off before its end" if text.is_cut else None


def _force(text: Held, row: Row) -> str | None:
    """What the file says of its being in force, where the facts say otherwise."""
    said = text.metadata.get("status", "")
    if row["status"] == "in-force" and re.search("废止|失效", said) and "有效" not in said:
        return f"its file calls it {said}, the facts in-force"
    return None


def _version(text: Held, row: Row) -> tuple[Taken, tuple[str, ...]]:
    """Whether it is the version that the facts are about; with what speaks against it or is left open."""
    amended = _day(row, "amended")
    first = {day for name in ("adopted", "signed", "published") if (day := _day(row, name))}
    ours = {amended} if amended else first
    since = {day for name in ("amendment_effective" if amended else "effective",) if (day := _day(row, name))}
    latest = max(text.days, default=None)
    changed = max((head.on for head in text.statute.dates if head.act is Act.AMENDED), default=None)
    known = max(ours | since, default=None)
    if amended and latest and latest < amended:
        return Taken.OTHER_VERSION, (f"is of {latest}, the facts are about the version amended on {amended}",)
    if known and (
        (changed and changed > known) or (latest and latest > known + (timedelta(0) if since else _TO_PUBLISH))
    ):
        return Taken.OTHER_VERSION, (f"is of {latest}, the facts know of nothing later than {known}",)
    if text.days & ours or text.effective & since:
        return Taken.VERSION, ()
    if ours and latest and latest < min(ours):
        return Taken.OTHER_VERSION, (f"is of {latest}, the facts are about the one of {min(ours)}",)
    count = row["article_count"]
    if isinstance(count, int) and text.article_count > count:
        return Taken.OTHER_VERSION, (f"has {text.article_count} articles, the facts are about a version of {count}",)
    return Taken.VERSION_UNSAID, (
        f"tells {latest}, which is no day of the version known here" if latest else "tells no day",
    )


def _day(row: Row, name: str) -> date | None:
    value = row[name]
    return value if isinstance(value, date) else None
