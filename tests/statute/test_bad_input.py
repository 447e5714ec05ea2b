"""A text that cannot be read says what, why and what to do in one line; nothing hangs, nothing is unpacked without bounds."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from graph.errors import (
    GuikouError,
    IngestError,
    TextDamaged,
    TextEmpty,
    TextEncoding,
    TextError,
    TextNotText,
    TextTooLarge,
    TextUnreachable,
    TextWithoutSource,
    TextWithoutWords,
)
from ingest.statute.parse import parse
from ingest.statute.read import LARGEST_FILE, read
from ingest.statute.unparse import unparse

LAW = "第一条 国家对甲实行登记制度，应当备案。\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))


def packed(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", part)
    return content.getvalue()


def pages_without_words() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("空.md", b"", TextEmpty, "空.md: is empty. Nothing was taken from it; fetch it again or remove it."),
        ("空.md", b" \n\t\n", TextEmpty, "空.md: is empty. Nothing was taken from it; fetch it again or remove it."),
        ("空.md", b"\xef\xbb\xbf", TextEmpty, "空.md: holds no words. Nothing was taken from it; fetch it again or remove it."),
        ("页.html", b"<html><body><div id=app></div></body></html>", TextEmpty, "页.html: holds no words. Nothing was taken from it; fetch it again or remove it."),
        ("图.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, TextNotText, "图.png: holds binary data, not text. Give a Markdown, text, HTML, DOCX, PDF or JSON file."),
        ("旧.doc", b"\xd0\xcf\x11\xe0" + bytes(512), TextNotText, "旧.doc: is an old Word file (DOC). Save it as DOCX, PDF or text."),
        ("旧.rtf", rb"{\rtf1 a}", TextNotText, "旧.rtf: is an RTF file. Save it as DOCX, PDF or text."),
        ("包.zip", packed(a=b"<a/>"), TextNotText, "包.zip: is a zip file but no Word document. Unpack it and name the folder."),
        ("表.json", b'{"date": "2020"}', TextNotText, "表.json: is JSON without a list of articles. Each article needs a number and its Chinese words."),
        ("繁.txt", "第一條 國家對甲實行登記制度".encode("big5"), TextEncoding, "繁.txt: is not UTF-8 (byte 0), and as GB18030 it does not read as Chinese. Save it as UTF-8."),
        ("断.txt", LAW.encode("utf-16")[:-1], TextEncoding, "断.txt: begins as utf-16 but breaks at byte 42. Save it as UTF-8."),
        ("断.docx", packed(word__document=b"<a/>")[:40], TextDamaged, "断.docx: is a damaged DOCX file (File is not a zip file). Open it in a word processor and save it again."),
        ("断.docx", packed(word__document=b"<w:document"), TextDamaged, "断.docx: is a damaged DOCX file (unclosed token: line 1, column 0). Open it in a word processor and save it again."),
        ("断.json", b'{"a": "x", ]', TextDamaged, "断.json: is not valid JSON (line 1: Expecting property name enclosed in double quotes). Correct it, or save the text as plain text."),
        ("深.json", b"[" * 99_999 + b'""' + b"]" * 99_999, TextDamaged, "深.json: is not valid JSON (nested too deep). Correct it, or save the text as plain text."),
        ("深.html", b"<html>" + b"<div>" * 99_999, TextTooLarge, "深.html: nests more than 2,000 elements in one another. No page of law does; save its text."),
        ("图.pdf", pages_without_words(), TextWithoutWords, "图.pdf: has 1 pages of pictures and no text. Run OCR over it first and give that text."),
        ("大.txt", "第".encode() * (50_000_000 // 3), TextTooLarge, "大.txt: has 49 MB. No law is larger than 32 MB; give the law alone."),
        ("长.txt", "国家保护甲，".encode() * 1_500_000, TextTooLarge, "长.txt: holds 9,000,000 characters. No law is longer than 8,000,000; give the law alone."),
        ("弹.docx", packed(word__document=b" " * 80_000_000), TextTooLarge, "弹.docx: unpacks to more than 64 MB in word/document.xml. No law is as large; give the document itself."),
        ("弹.docx", packed(**{f"a{i}": b"" for i in range(5001)}), TextTooLarge, "弹.docx: holds 5001 parts, more than a document has. Give the document alone."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_line(
    name: str, content: bytes, error: type[TextError], message: str
) -> None:
    with pytest.raises(error) as raised:
        read(content, name)

    assert str(raised.value) == message
    assert raised.value.name == name


def test_entities_that_unfold_without_end_are_refused_in_word_files_and_xml() -> None:
    head = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "甲甲甲甲甲甲甲甲">{ENTITIES}]>'
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"

    for name, content in (
        ("弹.docx", packed(word__document=(head + body).encode())),
        ("弹.xml", (head + body).encode()),
    ):
        with pytest.raises(TextDamaged, match="amplification"):
            read(content, name)


def test_parts_of_a_word_file_are_bounded_together() -> None:
    document = f"<w:document {W}><w:body/></w:document>".encode()
    heads = {f"word__header{i}": b"<a>" + b" " * 50_000_000 + b"</a>" for i in range(3)}

    with pytest.raises(TextTooLarge, match="unpacks to more than"):
        read(packed(word__document=document, **heads), "弹.docx")


def test_a_text_without_a_source_is_not_taken_in() -> None:
    with pytest.raises(TextWithoutSource) as raised:
        read(LAW.encode())

    assert str(raised.value) == (
        "a text: comes without a name. Say where it comes from: a text without a source is not taken in."
    )


def test_a_link_in_a_circle_a_missing_file_and_a_folder_say_so(in_a_circle: Path, tmp_path: Path) -> None:
    cases = {
        in_a_circle: "is a link in a circle",
        tmp_path / "无.md": "is not there",
        tmp_path: "is a folder",
    }

    for path, why in cases.items():
        with pytest.raises(TextUnreachable, match=why) as raised:
            read(path)
        assert str(raised.value).startswith(f"{path}: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system knows no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.md")

    with pytest.raises(TextUnreachable, match="is not a regular file"):
        read(tmp_path / "管.md")


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "大.md"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    with pytest.raises(TextTooLarge, match="has 32 MB"):
        read(path)


def test_every_such_error_is_one_that_a_door_shows() -> None:
    assert issubclass(TextError, IngestError)
    assert issubclass(IngestError, GuikouError)


@pytest.mark.parametrize(
    "text",
    [
        "第一条国家保护甲，应当备案。" * 40_000,
        "".join(f"第{n}条 甲。" for n in range(1, 20_000)),
        "第一条 甲：" + "（一）乙；" * 60_000,
        "［［［" * 60_000 + "[" * 99_999 + "](",
        "0 " * 99_999,
        "\n" * 300_000 + "第一条 甲。" + " " * 300_000,
        "“第一条 甲。\n" * 30_000,
        "---\n" + "a: b\n" * 60_000,
        "附件\n第一条\n" * 30_000,
        "关于修改《甲法》的决定\n" + "一、将“甲”\n" * 30_000,
    ],
)
def test_a_text_made_to_hang_is_read_all_the_same(text: str) -> None:
    reading = read(text.encode(), "怪.txt")

    assert unparse(parse(reading.text)) == reading.text
