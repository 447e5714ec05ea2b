"""Markdown: LawRefBook, just-laws, posts and hand-made files. Front matter becomes metadata; images and menus are left out.

``#``, ``**`` and ``>`` stay: the parser takes them as layout. So nearly every line of the two large collections stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ingest.statute.fold import Edit
from ingest.statute.forms.draft import Draft

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?P<head>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"^(?P<key>[^\s:：#-][^:：\n]{0,40})[:：][ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,3000}\)")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]{0,300})\](?P<target>\([^()\n]{0,3000}\))")
_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp);")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!>|~])")
_TAG = re.compile(r"(?P<br><br\s*/?>)|</?(?:font|span|strong|b|em|i|u|p|div|center|a|sup|sub)\b[^>\n]*>", re.IGNORECASE)
_INFO_END = "<!-- INFO END -->"


def metadata_of(raw: str) -> Mapping[str, str]:
    """The pairs of the front matter, as written; ``{}`` without one."""
    found = _FRONT_MATTER.match(raw)
    if not found:
        return {}
    return {
        m["key"].strip(): m["value"].strip().strip("\"'") for m in _PAIR.finditer(found["head"]) if m["value"].strip()
    }


def undressed(draft: Draft) -> Draft:
    """The draft without what is not law in a Markdown file, and without what only dresses the words."""
    for edits_of in (_front_matter, _entities, _images, _links, _tags, _escapes):
        draft = draft.after(edits_of(draft.text))
    return draft


def _front_matter(text: str) -> Iterator[Edit]:
    if text[:40].lstrip().startswith("---") and (found := _FRONT_MATTER.match(text)):
        yield Edit(0, found.end(), why="front matter")


def _entities(text: str) -> Iterator[Edit]:
    if "&" in text:
        yield from (Edit(*found.span(), " ") for found in _ENTITY.finditer(text))


def _images(text: str) -> Iterator[Edit]:
    if "![" in text:
        yield from (Edit(*found.span(), why="image") for found in _IMAGE.finditer(text))


def _links(text: str) -> Iterator[Edit]:
    if "](" in text:
        for found in _LINK.finditer(text):
            yield Edit(found.start(), found.start() + 1)
            yield Edit(found.end("words"), found.end(), why="address of a link")


def _tags(text: str) -> Iterator[Edit]:
    if text.count("<") > text.count(_INFO_END):
        yield from (Edit(*found.span(), "\n" if found["br"] else "") for found in _TAG.finditer(text))


def _escapes(text: str) -> Iterator[Edit]:
    if "\\" in text:
        yield from (Edit(*found.span()) for found in _ESCAPE.finditer(text))
