"""From bytes to characters: UTF-8, UTF-16 with its mark, GB18030; anything else is refused in one line."""

from __future__ import annotations

import codecs
import re

from graph.errors import TextEncoding, TextNotText

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_STRAYS = 8
"""So many control characters may stray into a text."""
_COMMON = frozenset("的一是不了在人有我他这个们中来上大为和国法规定条第应当者以及者或由机关部门本")


def decoded(content: bytes, name: str, *, declared: str | None = None) -> tuple[str, str]:
    """The characters, and the name of the encoding. One that the file declares for itself is tried after UTF-8."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise TextEncoding(
                    name, f"begins as {encoding} but breaks at byte {error.start}", "Save it as UTF-8."
                ) from error
    sample = content[:65536]
    if len(_BINARY.findall(sample)) > max(_STRAYS, len(sample) // 200):
        raise TextNotText(name, "holds binary data, not text", "Give a Markdown, text, HTML, DOCX, PDF or JSON file.")
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error
    if declared not in (None, "utf-8", "utf8", "gb18030"):
        try:
            return content.decode(declared), declared
        except (LookupError, UnicodeDecodeError):
            pass  # it says one thing and is another
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise TextEncoding(
            name, f"is neither UTF-8 (byte {broken.start}) nor GB18030 (byte {error.start})", "Save it as UTF-8."
        ) from error
    if not _reads_as_chinese(text):
        raise TextEncoding(
            name, f"is not UTF-8 (byte {broken.start}), and as GB18030 it does not read as Chinese", "Save it as UTF-8."
        )
    return text, "gb18030"


def _reads_as_chinese(text: str) -> bool:
    """Text of another encoding read as GB18030 gives rare characters: of 50 characters of law, one at least is common."""
    wide = sum(1 for c in text[:20000] if "\u4e00" <= c <= "\u9fff")
    return wide > 0 and sum(1 for c in text[:20000] if c in _COMMON) * 20 >= wide
