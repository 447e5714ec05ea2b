"""``read``: a file in any of the forms that people have official texts in, to plain text with its provenance.

What ``Reading.text`` promises to the parser, whatever the form was:

1. one unit of the law a line: a title, a heading, a paragraph, an item. Hard line breaks of a page are undone, blanks between
   all characters removed. (Several articles on one line the parser tells apart by their numbers.);
2. characters are those that were meant (``fold.one_to_one``); punctuation is untouched; lines end in ``\\n``;
3. light Markdown marks (``#``, ``**``, ``>``) may stand; the parser takes them as layout;
4. nothing is lost in silence: what is not law (front matter, page heads, menus) is in ``left_out`` with line and reason, and
   every other character of ``raw`` that is not white space or a mark is in ``text``; ``origin`` leads back from ``text`` to ``raw``.

``raw`` is the decoded file for text forms, and for HTML, DOCX, PDF and JSON what was taken out of the container.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from graph.errors import TextEmpty, TextNotText, TextTooLarge, TextUnreachable, TextWithoutSource
from ingest.statute.fold import INVISIBLE, SAME, Edit, Way, one_to_one
from ingest.statute.forms import breaks, chrome, markdown, spaced, wrapped
from ingest.statute.forms.draft import Draft

LARGEST_FILE = 32_000_000
"""Bytes. The largest code of China has 0.3 MB as text; a scanned gazette may have tens."""
LARGEST_TEXT = 8_000_000
"""Characters that are parsed."""


class Form(StrEnum):
    """The forms that are read."""

    LAWREFBOOK = "lawrefbook"
    JUST_LAWS = "just-laws"
    MARKDOWN = "markdown"
    PLAIN = "plain"
    PDF_TEXT = "pdftext"
    HTML = "html"
    MHT = "mht"
    DOCX = "docx"
    PDF = "pdf"
    JSON = "json"
    XML = "xml"


_MAY_BE_WRAPPED = frozenset({Form.MARKDOWN, Form.PLAIN, Form.HTML, Form.MHT, Form.DOCX})


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text comes from: no text enters the graph without it."""

    name: str
    """The path as the user gave it, or the name given for bytes."""
    sha256: str
    """Of the bytes of the file."""
    size: int
    form: Form
    encoding: str | None
    """Of the file when it is text; ``None`` for DOCX and PDF."""
    source: str
    """Address or publication that the file names, else the name of the file."""
    licence: str | None
    """As stated in the file, or by the caller; ``None`` when nobody stated one."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """What the file says about itself (front matter, JSON fields), as written."""


@dataclass(frozen=True, order=True, slots=True)
class LeftOut:
    """Words of the file that are not in the text, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both from 1, in ``Reading.raw``."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, what it was, and the way back."""

    text: str
    raw: str
    provenance: Provenance
    origin: Way = SAME
    left_out: tuple[LeftOut, ...] = ()

    def place(self, offset: int) -> Place:
        """Where the character of ``text`` at that offset stands in ``raw``."""
        at = self.origin.back(offset)
        before = self.raw.rfind("\n", 0, at) + 1
        return Place(self.raw.count("\n", 0, at) + 1, at - before + 1)


def read(source: Path | bytes, name: str | None = None, *, licence: str | None = None) -> Reading:
    """Read one file. ``TextError`` (one line: what, where, what to do) when there is no text to be had from it.

    For bytes the name says where they come from; without one they are refused.
    """
    if name is None:
        if isinstance(source, bytes):
            raise TextWithoutSource(
                "a text", "comes without a name", "Say where it comes from: a text without a source is not taken in."
            )
        name = str(source)
    content = source if isinstance(source, bytes) else _bytes_of(source, name)
    if len(content) > LARGEST_FILE:
        raise TextTooLarge(
            name,
            f"has {len(content) // 1_000_000} MB",
            f"No law is larger than {LARGEST_FILE // 1_000_000} MB; give the law alone.",
        )
    if not content.strip():
        raise TextEmpty(name, "is empty", "Nothing was taken from it; fetch it again or remove it.")
    form, encoding, draft = _draft_of(content, name)
    draft = _folded(draft)
    form, draft = _unwrapped(form, draft)
    if len(draft.text) > LARGEST_TEXT:
        raise TextTooLarge(
            name,
            f"holds {len(draft.text):,} characters",
            f"No law is longer than {LARGEST_TEXT:,}; give the law alone.",
        )
    if not draft.text.strip():
        raise TextEmpty(name, "holds no words", "Nothing was taken from it; fetch it again or remove it.")
    provenance = Provenance(
        name, hashlib.sha256(content).hexdigest(), len(content), form, encoding, _source_of(draft.metadata, name),
        licence or draft.metadata.get("licence") or draft.metadata.get("license"), draft.metadata,
    )  # fmt: skip
    return Reading(draft.text, draft.raw, provenance, draft.way, _told(draft))


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise TextUnreachable(name, "is a folder", "Name a file, or use a command that takes a folder.")
        if not path.is_file():
            raise TextUnreachable(name, "is not a regular file", "Name a file.")
        if size > LARGEST_FILE:
            raise TextTooLarge(
                name,
                f"has {size // 1_000_000} MB",
                f"No law is larger than {LARGEST_FILE // 1_000_000} MB; give the law alone.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TextUnreachable(name, "is not there", "Check the path; a link may lead nowhere.") from error
    except RuntimeError as error:
        raise TextUnreachable(name, "is a link in a circle", "Remove the link or point it to a file.") from error
    except OSError as error:
        why = "is a link in a circle" if error.errno == errno.ELOOP else f"cannot be read ({error.strerror or error})"
        raise TextUnreachable(name, why, "Check the path, the links and the rights.") from error


def _draft_of(content: bytes, name: str) -> tuple[Form, str | None, Draft]:
    """What kind of file it is, by its bytes and never by its name, and its words."""
    if content[:1024].lstrip().startswith(b"%PDF-"):
        from ingest.statute.forms import pdf

        text, about = pdf.text_of(content, name)
        return Form.PDF, None, Draft.of(text, about)
    if content.startswith(b"PK\x03\x04"):
        from ingest.statute.forms import docx

        document = docx.document_of(content, name)
        draft = Draft.of(document.text + ("\n" + document.aside if document.aside else ""), document.metadata)
        aside = (
            [Edit(len(document.text), len(draft.raw), why="page head, page foot or note of the document")]
            if document.aside
            else []
        )
        return Form.DOCX, None, draft.after(aside)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise TextNotText(name, "is an old Word file (DOC)", "Save it as DOCX, PDF or text.")
    if content.startswith(b"{\\rtf"):
        raise TextNotText(name, "is an RTF file", "Save it as DOCX, PDF or text.")
    if content[:512].lstrip().lower().startswith(b"mime-version:"):
        from ingest.statute.forms import docx, html

        page = html.page_of(docx.html_of_mht(content, name), name)
        return Form.MHT, None, Draft.of(page.text, page.metadata).after(html.edits_of(page))
    return _draft_of_text(content, name)


def _draft_of_text(content: bytes, name: str) -> tuple[Form, str, Draft]:
    from ingest.statute.forms.encoding import decoded

    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        from ingest.statute.forms import html

        text, encoding = decoded(content, name, declared=html.charset_of(content))
        page = html.page_of(text, name)
        return Form.HTML, encoding, Draft.of(page.text, page.metadata).after(html.edits_of(page))
    text, encoding = decoded(content, name)
    if start.startswith((b"{", b"[")) and _closes(content):
        from ingest.statute.forms import structured

        words, about = structured.text_of_json(text, name)
        return Form.JSON, encoding, Draft.of(words, about)
    if start.startswith(b"<?xml"):
        from ingest.statute.forms import structured

        words, about = structured.text_of_xml(text, name)
        return Form.XML, encoding, Draft.of(words, about)
    return _markdown(text), encoding, Draft.of(text, markdown.metadata_of(text.replace("\r\n", "\n")))


def _closes(content: bytes) -> bool:
    return content.rstrip()[-1:] in (b"}", b"]") and (b'"' in content)


def _markdown(text: str) -> Form:
    if "<!-- INFO END -->" in text:
        return Form.LAWREFBOOK
    if text.startswith("---\nsidebar: auto\n"):
        return Form.JUST_LAWS
    if text.lstrip().startswith(("#", "---")) or "\n#" in text or "**" in text:
        return Form.MARKDOWN
    return Form.PLAIN


def _folded(draft: Draft) -> Draft:
    """Line ends, characters that were meant, nothing invisible."""
    text = draft.text
    if "\r" in text:
        edits = [Edit(i, i + 1) for i in _carriage_returns(text)]
        draft = draft.after(edits)
        text = draft.text.replace("\r", "\n")
    text = one_to_one(text)
    return replace(draft, text=text).after(Edit(*found.span()) for found in INVISIBLE.finditer(text))


def _carriage_returns(text: str) -> list[int]:
    found, at = [], text.find("\r\n")
    while at >= 0:
        found.append(at)
        at = text.find("\r\n", at + 2)
    return found


def _unwrapped(form: Form, draft: Draft) -> tuple[Form, Draft]:
    """Markdown dressing off, blanks between characters out, broken lines joined."""
    if form in (Form.LAWREFBOOK, Form.JUST_LAWS, Form.MARKDOWN, Form.PLAIN):
        draft = markdown.undressed(draft)
    if form not in (Form.LAWREFBOOK, Form.JUST_LAWS, Form.JSON):
        draft = draft.after(chrome.edits_of(draft.text))
    draft = draft.after(spaced.edits_of(draft.text))
    if form is Form.PDF or (form in _MAY_BE_WRAPPED and wrapped.is_wrapped(draft.text)):
        title = draft.metadata.get("法规名称") or draft.metadata.get("title")
        draft = draft.after(wrapped.edits_of(draft.text, title=title))
        draft = draft.after(breaks.glued_paragraphs(draft.text))
        form = Form.PDF_TEXT if form in (Form.MARKDOWN, Form.PLAIN) else form
    else:
        draft = draft.after(breaks.lone_breaks(draft.text))
    return form, replace(draft, text=draft.text.replace("\f", "\n"))


def _source_of(metadata: Mapping[str, str], name: str) -> str:
    for key in ("canonicalSource", "url", "source_url", "canonical", "source", "来源", "来源文件"):
        if value := metadata.get(key):
            return value
    return name


def _told(draft: Draft) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(draft.raw.count("\n", 0, start) + 1, words, why)
        for start, end, why in sorted(draft.left_out)
        if (words := draft.raw[start:end].strip())
    )
