"""PDF: characters by their place on the page, so that bold heads drawn twice count once and indents tell paragraphs.

pypdfium2 reads the file (docs/decisions/0010). The text that comes out has the lines of the page, indents as blanks, and a form
feed between pages; ``wrapped`` undoes the line breaks. PDFium serves one thread at a time: read in processes, not in threads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.errors import TextDamaged, TextTooLarge, TextWithoutWords

_MOST_PAGES = 3000
_MOST_CHARACTERS = 8_000_000


@dataclass(frozen=True, slots=True)
class _Char:
    char: str
    left: float
    right: float
    bottom: float
    top: float
    after_blank: bool
    """The file has a blank before it."""


def text_of(content: bytes, name: str) -> tuple[str, Mapping[str, str]]:
    """The lines of all pages, and what the file says of itself."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise TextDamaged(
            name, f"is a PDF file that cannot be opened ({error})", "Save it again, without a password."
        ) from error
    try:
        if len(document) > _MOST_PAGES:
            raise TextTooLarge(
                name, f"has {len(document)} pages", f"No law has more than {_MOST_PAGES}; give the law alone."
            )
        pages: list[str] = []
        total = 0
        for number in range(len(document)):
            try:
                page = document[number]
                words = page.get_textpage()
                chars = list(_chars(words))
                words.close()
                page.close()
            except pypdfium2.PdfiumError as error:
                raise TextDamaged(
                    name, f"has a page {number + 1} that cannot be read ({error})", "Save it again."
                ) from error
            total += len(chars)
            if total > _MOST_CHARACTERS:
                raise TextTooLarge(name, f"holds more than {_MOST_CHARACTERS:,} characters", "No law is as long.")
            pages.append("\n".join(_lines(chars)))
        metadata = {key.lower(): value for key, value in document.get_metadata_dict(skip_empty=True).items()}
    finally:
        document.close()
    text = "\f".join(pages)
    if not text.strip():
        raise TextWithoutWords(
            name, f"has {len(pages)} pages of pictures and no text", "Run OCR over it first and give that text."
        )
    return text, metadata


def _chars(page: object) -> Iterator[_Char]:
    """Every character of a page with its box; one drawn again on the same spot counts once."""
    import pypdfium2.raw as pdfium

    raw = page.raw  # type: ignore[attr-defined]
    box = pdfium.FS_RECTF()
    blank = False
    seen: set[tuple[str, int, int]] = set()
    for i in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, i)
        if code in (0, 10, 13) or pdfium.FPDFText_IsGenerated(raw, i) == 1:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, i, box):
            continue
        char = chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd"
        if char.isspace():
            blank = True
            continue
        spot = (char, round(box.left / 2), round(box.bottom / 2))
        if spot in seen:
            continue
        seen.add(spot)
        yield _Char(char, box.left, box.right, box.bottom, box.top, blank)
        blank = False


def _lines(chars: list[_Char]) -> Iterator[str]:
    """Characters to lines from top to bottom, with blanks where the page has room."""
    if not chars:
        return
    size = sorted(max(c.top - c.bottom, c.right - c.left) for c in chars)[len(chars) // 2] or 1.0
    rows: list[list[_Char]] = []
    for char in sorted(chars, key=lambda c: -(c.top + c.bottom)):
        middle = (char.top + char.bottom) / 2
        if rows and abs(_middle(rows[-1]) - middle) < size * 0.6:
            rows[-1].append(char)
        else:
            rows.append([char])
    margin = sorted(min(c.left for c in row) for row in rows)[len(rows) // 10]
    for row in rows:
        row.sort(key=lambda c: c.left)
        indent = (row[0].left - margin) / size
        words = "　" * min(int(indent + 0.4), 40) if indent > 0.6 else ""
        for before, char in zip([row[0], *row], row, strict=False):
            gap = char.left - before.right
            if (
                gap > size * 0.8
                or (gap > size * 0.2 and _narrow(before.char) and _narrow(char.char))
                or (char.after_blank and before is not char)
            ):
                words += " "
            words += char.char
        yield words


def _middle(row: list[_Char]) -> float:
    return sum((c.top + c.bottom) / 2 for c in row[-8:]) / len(row[-8:])


def _narrow(char: str) -> bool:
    return char < "\u2e80"
