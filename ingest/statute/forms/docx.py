"""DOCX: the words of the document, also where the numbers are Word's own or the whole text sits in an MHT or HTML part."""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.etree import ElementTree

from graph.errors import TextDamaged, TextNotText, TextTooLarge
from ingest.statute.forms.encoding import decoded
from ingest.statute.forms.html import charset_of, page_of
from ingest.statute.numerals import numeral

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
    "{http://purl.org/dc/terms/}created": "created",
}
LARGEST_PART = 64_000_000
LARGEST_WHOLE = 128_000_000
_MOST_PARTS = 5000
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Document:
    """The words, one paragraph a line; the page heads and notes below them apart."""

    text: str
    aside: str
    metadata: Mapping[str, str]


def document_of(content: bytes, name: str) -> Document:
    """Take the words out of a DOCX file. Nothing is unpacked beyond fixed bounds, whatever the file claims of itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _Reader(packed, name).document()
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ElementTree.ParseError,
        RuntimeError,
        KeyError,
    ) as error:
        raise TextDamaged(
            name, f"is a damaged DOCX file ({_short(error)})", "Open it in a word processor and save it again."
        ) from error


def html_of_mht(content: bytes, name: str) -> str:
    """The page inside a web archive."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                charset = part.get_content_charset() or charset_of(payload)
                return _in_charset(payload, charset, name)
    raise TextDamaged(name, "is a web archive without a page in it", "Save the page again as HTML.")


def _in_charset(payload: bytes, charset: str | None, name: str) -> str:
    if charset:
        try:
            return payload.decode("gb18030" if charset.lower() in ("gb2312", "gbk") else charset)
        except (LookupError, UnicodeDecodeError):
            pass  # the part says one thing and is another: its own bytes decide
    return decoded(payload, name)[0]


def _short(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]


@dataclass(slots=True)
class _Level:
    pattern: str
    form: str
    start: int


@dataclass(slots=True)
class _Numbers:
    """Word's own numbering: 第%1条 in Chinese counting is kept as a counter, not as words."""

    levels: Mapping[str, Mapping[int, _Level]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, number_id: str, depth: int) -> str:
        levels = self.levels.get(number_id, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self.counters.setdefault(number_id, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]

        def told(found: re.Match[str]) -> str:
            d = int(found[1]) - 1
            return _counted(
                counts.get(d, levels[d].start if d in levels else 1), levels[d].form if d in levels else "decimal"
            )

        words = re.sub(r"%(\d)", told, level.pattern)
        return words + ("　" if words.endswith(("条", "章", "节", "编")) else "")


def _counted(value: int, form: str) -> str:
    if form in (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseCounting",
        "chineseLegalSimplified",
        "taiwaneseCountingThousand",
        "koreanCounting",
    ):
        return numeral(value)
    if form == "decimalEnclosedCircle" and 0 < value <= len(_CIRCLED):
        return _CIRCLED[value - 1]
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("bullet", "none"):
        return ""
    return str(value)


class _Reader:
    def __init__(self, packed: zipfile.ZipFile, name: str) -> None:
        self.packed = packed
        self.name = name
        self.names = set(packed.namelist())
        self.left = LARGEST_WHOLE
        if len(self.names) > _MOST_PARTS:
            raise TextTooLarge(
                name, f"holds {len(self.names)} parts, more than a document has", "Give the document alone."
            )

    def document(self) -> Document:
        main = self._main_part()
        relations = self._relations(main)
        numbers = self._numbers()
        lines = list(self._paragraphs(self.part(main), numbers, main, relations))
        aside: list[str] = []
        for other in sorted(self.names):
            if re.fullmatch(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml", other):
                aside += [line for line in self._paragraphs(self.part(other), _Numbers(), other, {}) if line.strip()]
        return Document("\n".join(lines), "\n".join(aside), dict(self._core()))

    def part(self, path: str) -> bytes:
        """The bytes of one part, never more than the bounds."""
        with self.packed.open(path) as stream:
            content = stream.read(min(LARGEST_PART, self.left) + 1)
        if len(content) > min(LARGEST_PART, self.left):
            raise TextTooLarge(
                self.name,
                f"unpacks to more than {LARGEST_PART // 1_000_000} MB in {path}",
                "No law is as large; give the document itself.",
            )
        self.left -= len(content)
        return content

    def _main_part(self) -> str:
        if "word/document.xml" in self.names:
            return "word/document.xml"
        if "_rels/.rels" in self.names:
            for target in self._targets("_rels/.rels", "officeDocument"):
                if target.lstrip("/") in self.names and "word" in target:
                    return target.lstrip("/")
        raise TextNotText(self.name, "is a zip file but no Word document", "Unpack it and name the folder.")

    def _targets(self, path: str, kind: str) -> Iterator[str]:
        for relation in ElementTree.fromstring(self.part(path)).iter(_RELATION):
            if relation.get("Type", "").endswith(f"/{kind}"):
                yield relation.get("Target", "")

    def _relations(self, main: str) -> dict[str, str]:
        at = PurePosixPath(main)
        path = str(at.parent / "_rels" / f"{at.name}.rels")
        if path not in self.names:
            return {}
        found = {}
        for relation in ElementTree.fromstring(self.part(path)).iter(_RELATION):
            target = relation.get("Target", "")
            found[relation.get("Id", "")] = target.lstrip("/") if target.startswith("/") else str(at.parent / target)
        return found

    def _core(self) -> Iterator[tuple[str, str]]:
        if "docProps/core.xml" in self.names:
            for element in ElementTree.fromstring(self.part("docProps/core.xml")):
                if element.tag in _CORE and element.text and element.text.strip():
                    yield _CORE[element.tag], element.text.strip()

    def _numbers(self) -> _Numbers:
        if "word/numbering.xml" not in self.names:
            return _Numbers()
        root = ElementTree.fromstring(self.part("word/numbering.xml"))
        abstract: dict[str, dict[int, _Level]] = {}
        for definition in root.iter(f"{_W}abstractNum"):
            levels = {}
            for level in definition.iter(f"{_W}lvl"):
                levels[int(level.get(f"{_W}ilvl", "0"))] = _Level(
                    _value(level, "lvlText"), _value(level, "numFmt") or "decimal", int(_value(level, "start") or 1)
                )
            abstract[definition.get(f"{_W}abstractNumId", "")] = levels
        return _Numbers(
            {
                number.get(f"{_W}numId", ""): abstract.get(_value(number, "abstractNumId"), {})
                for number in root.iter(f"{_W}num")
            }
        )

    def _paragraphs(self, xml: bytes, numbers: _Numbers, part: str, relations: Mapping[str, str]) -> Iterator[str]:
        for element in _blocks(ElementTree.fromstring(xml)):
            if element.tag == f"{_W}altChunk":
                yield from self._chunk(relations.get(element.get(f"{_R}id", ""), ""))
                continue
            number = ""
            marked = element.find(f"{_W}pPr/{_W}numPr")
            if marked is not None:
                number = numbers.next(_value(marked, "numId"), int(_value(marked, "ilvl") or 0))
            yield number + "".join(_words(element))

    def _chunk(self, path: str) -> Iterator[str]:
        if path not in self.names:
            raise TextDamaged(
                self.name, f"keeps its text in a part that is not there ({path or 'unnamed'})", "Save it again."
            )
        content = self.part(path)
        if content.startswith(b"PK"):
            raise TextNotText(self.name, "keeps its text in a document inside the document", "Save it as a plain DOCX.")
        head = content[:2048].lstrip().lower()
        if head.startswith((b"mime-version", b"content-type", b"from:")):
            yield page_of(html_of_mht(content, self.name), self.name).text
        elif head.startswith(b"<"):
            yield page_of(_in_charset(content, charset_of(content), self.name), self.name).text
        else:
            yield decoded(content, self.name)[0]


def _value(element: ElementTree.Element, child: str) -> str:
    found = element.find(f"{_W}{child}")
    return found.get(f"{_W}val", "") if found is not None else ""


def _blocks(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Paragraphs and foreign parts in their order; what is repeated for older programs is passed over."""
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag in (f"{_W}p", f"{_W}altChunk"):
            yield element
            continue
        if element.tag != _FALLBACK:
            stack.extend(reversed(element))


def _words(paragraph: ElementTree.Element) -> Iterator[str]:
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == f"{_W}t":
            yield element.text or ""
        elif tag == f"{_W}tab":
            yield " "
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        elif tag == f"{_W}p":
            yield "\n"
            stack.extend(reversed(element))
        elif tag not in (_FALLBACK, f"{_W}pPr", f"{_W}rPr", f"{_W}del", f"{_W}moveFrom"):
            stack.extend(reversed(element))
