"""Texts already taken apart: JSON with one record an article (also bilingual), and simple Akoma Ntoso XML.

The Chinese is the law; a translation beside it is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

from graph.errors import TextDamaged, TextNotText
from ingest.statute.numerals import numeral

_NUMBERS = (
    "originalTitle",
    "articleNumber",
    "article_number",
    "number",
    "article",
    "articleNo",
    "provision_ref",
    "section",
    "no",
    "title",
)
_WORDS = ("paragraphs", "fullText", "text_zh", "zh", "content_zh", "chinese", "text", "content", "body")
_ABOUT = (
    "source",
    "canonicalSource",
    "sourceLabel",
    "retrievedOn",
    "appliesFrom",
    "license",
    "licence",
    "url",
    "source_url",
    "title",
    "short_name",
    "id",
    "issued_date",
    "in_force_date",
    "status",
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_HEAD = re.compile(r"第[零〇一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?")


def text_of_json(text: str, name: str) -> tuple[str, Mapping[str, str]]:
    """The title and the articles, one paragraph a line, and what the file says of itself."""
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        at = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise TextDamaged(name, f"is not valid JSON ({at})", "Correct it, or save the text as plain text.") from error
    articles = _articles(data)
    if not articles:
        raise TextNotText(
            name, "is JSON without a list of articles", "Each article needs a number and its Chinese words."
        )
    first = articles[0]
    about = dict(_about(first))
    if isinstance(data, dict):
        about |= dict(_about(data))
    title = about.get("officialTitle") or _chinese(data.get("title") if isinstance(data, dict) else None)
    lines = [title] if title else []
    for article in articles:
        words = _words(article)
        lines.append(f"{_head(article)}　{words[0]}")
        lines += words[1:]
    return "\n".join(lines), about


def text_of_xml(text: str, name: str) -> tuple[str, Mapping[str, str]]:
    """The units of a simple AKN file: number and content."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise TextDamaged(name, f"is not valid XML ({error})", "Correct it, or save the text as plain text.") from error
    lines: list[str] = []
    for unit in root.iter():
        tag = unit.tag.rpartition("}")[2]
        if tag == "unit" or tag in ("article", "chapter", "section", "part"):
            number = unit.get("number") or "".join(n.text or "" for n in unit if n.tag.endswith("num"))
            content = "\n".join(
                "".join(c.itertext()) for c in unit if c.tag.rpartition("}")[2] in ("content", "heading")
            )
            lines.append(f"{number}　{content}".strip())
        elif tag in ("title", "docTitle", "FRBRname") and unit.text:
            lines.append(unit.text.strip())
    if not lines:
        raise TextNotText(name, "is XML without units of a law", "Save the text as plain text.")
    return "\n".join(lines), {key.rpartition("}")[2]: value for key, value in root.attrib.items()}


def _articles(data: Any) -> list[Mapping[str, Any]]:
    """The list of records that has a number and Chinese words in each, wherever it stands."""
    if isinstance(data, list):
        records: list[Mapping[str, Any]] = [r for r in data if isinstance(r, dict) and _head(r) and _words(r)]
        if records and len(records) * 2 > len(data):
            return records
        nested = [_articles(part) for part in data if isinstance(part, dict | list)]
    elif isinstance(data, dict):
        nested = [_articles(part) for part in data.values() if isinstance(part, dict | list)]
    else:
        return []
    return max(nested, key=len, default=[])


def _head(record: Mapping[str, Any]) -> str:
    for key in _NUMBERS:
        value = record.get(key)
        if isinstance(value, str) and (found := _HEAD.match(value.strip())):
            return found[0]
        text = str(value).strip() if isinstance(value, str | int) else ""
        if found := re.fullmatch(r"(?:art(?:icle)?[-_. ]?)?(\d{1,4})(?:[-_.](\d{1,2}))?", text, re.IGNORECASE):
            return f"第{numeral(int(found[1]))}条" + (f"之{numeral(int(found[2]))}" if found[2] else "")
    return ""


def _words(record: Mapping[str, Any]) -> list[str]:
    for key in _WORDS:
        lines = [line for part in _parts(record.get(key)) for line in part.splitlines() if line.strip()]
        if lines and _HAN.search("".join(lines)):
            lines[0] = _HEAD.sub("", lines[0], count=1).lstrip() if _HEAD.match(lines[0]) else lines[0]
            return [line for line in lines if line] or []
    return []


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _parts(part)
    elif isinstance(value, dict):
        chosen = next((value[key] for key in ("zh", "zh-CN", "text", "content", "original") if key in value), None)
        yield from _parts(chosen)
        for key in ("items", "subitems", "children"):
            yield from _parts(value.get(key))


def _about(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in _ABOUT:
        if isinstance(record.get(key), str) and record[key].strip():
            yield key, record[key].strip()
    version = record.get("sourceVersion")
    if isinstance(version, dict):
        yield from ((key, value) for key, value in version.items() if isinstance(value, str))


def _chinese(value: Any) -> str:
    return value if isinstance(value, str) and _HAN.search(value) else ""
