"""Each form in which people have official texts, read to one unit of the law a line."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

import pytest

from ingest.statute.parse import parse
from ingest.statute.read import Form, read
from ingest.statute.tree import Statute

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
WRAPPED = """\
                 甲省数据条例

  第一条 为了规范数据处理活动，加强数据资源管理，保护数据权益，根据
《中华人民共和国数据安全法》和有关法律、行政法规，结合本省实际，制定
本条例。
  第二条 本省行政区域内的数据处理活动，适用本条例。法律、法规另有规
定的，从其规定。
                          — 1 —
  违反本法第十条、
第二十条规定的，依照前款规定处罚；构成犯罪的，依法追究刑事责任，并且应当按
照第（二）项的规定处理。
  （一）甲类数据，是指按照规定分类分级以后应当由主管部门重点保护的
各类数据；
  （二）乙类数据。
                          — 2 —
  第三条 本条例自2025年1月1日起施行。
"""


def docx(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with that body and those further parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")
        for path, content in (parts or {}).items():
            archive.writestr(path, content)
    return packed.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


def numbers(statute: Statute) -> list[str]:
    return [article.number for article in statute.articles]


def paragraphs(statute: Statute) -> list[str]:
    return [p.full_text for article in statute.articles for p in article.paragraphs]


def test_markdown_of_lawrefbook_and_of_just_laws_stays_as_it_is_below_the_front_matter() -> None:
    lawrefbook = "# 甲法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n\n第一条 甲。\n"
    just_laws = "---\nsidebar: auto\n---\n\n# 甲法\n\n**第一条**　甲。\n"

    first, second = read(lawrefbook.encode(), "甲.md"), read(just_laws.encode(), "乙.md")

    assert (first.provenance.form, first.text) == (Form.LAWREFBOOK, lawrefbook)
    assert (second.provenance.form, second.text) == (Form.JUST_LAWS, "\n# 甲法\n\n**第一条**　甲。\n")
    assert second.place(second.text.index("第一条")).line == 7
    assert [(left.line, left.why) for left in second.left_out] == [(1, "front matter")]


def test_front_matter_tells_source_and_licence() -> None:
    text = '---\ntitle: "甲办法"\nurl: https://example.org/a\nlicense: CC0\n---\n# 甲办法\n第一条 甲。\n'

    provenance = read(text.encode(), "甲.md").provenance

    assert (provenance.source, provenance.licence, provenance.encoding) == ("https://example.org/a", "CC0", "utf-8")
    assert provenance.metadata["title"] == "甲办法"
    assert provenance.size == len(text.encode())
    assert len(provenance.sha256) == 64


def test_images_addresses_and_escapes_of_markdown_are_told_apart_from_the_words() -> None:
    reading = read("# 甲\n[第一章 总则](#一)\n![图](a.png)\n第一条 甲\\*乙&nbsp;丙。\n".encode(), "甲.md")

    assert reading.text == "# 甲\n第一章 总则\n\n第一条 甲*乙 丙。\n"
    assert [(left.text, left.why) for left in reading.left_out] == [
        ("](#一)", "address of a link"),
        ("![图](a.png)", "image"),
    ]


def test_gb18030_utf_16_and_windows_line_ends_are_read() -> None:
    text = "第一条 国家对甲实行登记制度，应当备案。\r\n第二条 本法自公布之日起施行。\r\n"

    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        reading = read(text.encode(encoding), "甲.txt")
        assert reading.text == text.replace("\r\n", "\n")
        assert reading.provenance.encoding == encoding


def test_radicals_and_invisible_characters_are_folded_and_places_stay_true() -> None:
    reading = read("甲\u200b办法\n第⼀条 ⽹络\u200b安全，⺠法典。\n第⼆条 甲。\n".encode(), "甲.txt")

    assert reading.text == "甲办法\n第一条 网络安全，民法典。\n第二条 甲。\n"
    at = reading.text.index("安全")
    assert reading.raw[reading.origin.back(at)] == "安"
    assert (reading.place(at).line, reading.place(at).column) == (2, 8)


def test_blanks_between_all_characters_are_removed() -> None:
    reading = read(
        "第 一 条 为 了 规 范 数 据 处 理 ， 制 定 本 法 。\n第二条 自 2025 年 1 月起。\n".encode(), "甲.txt"
    )

    assert reading.text == "第一条为了规范数据处理，制定本法。\n第二条 自 2025 年 1 月起。\n"


def test_lines_that_a_page_broke_are_joined_and_page_numbers_left_out() -> None:
    reading = read(WRAPPED.encode(), "甲.txt")

    assert reading.provenance.form is Form.PDF_TEXT
    third = "违反本法第十条、第二十条规定的，依照前款规定处罚；构成犯罪的，依法追究刑事责任，并且应当按照第（二）项的规定处理。"
    items = ["（一）甲类数据，是指按照规定分类分级以后应当由主管部门重点保护的各类数据；", "（二）乙类数据。"]
    assert paragraphs(parse(reading.text)) == [
        "为了规范数据处理活动，加强数据资源管理，保护数据权益，根据《中华人民共和国数据安全法》和有关法律、行政法规，结合本省实际，制定本条例。",
        "本省行政区域内的数据处理活动，适用本条例。法律、法规另有规定的，从其规定。",
        "\n".join([third, *items]),
        "本条例自2025年1月1日起施行。",
    ]
    assert [left.text for left in reading.left_out] == ["— 1 —", "— 2 —"]
    assert reading.place(reading.text.index("制定本条例")).line == 4


def test_a_sentence_of_law_that_comes_again_is_no_page_head() -> None:
    sentence = (
        "与货币存取款、支付交易、税款缴库、银行间市场交易密切相关的中国人民银\n行业务领域网络，应当按照规定报告。"
    )
    lines = [
        f"第{n}条 金融从业机构直接服务五千万个以上自然人或者其他组织并且提供\n{sentence}" for n in "一二三四五六七"
    ]

    reading = read("\n".join(["甲办法", *lines]).encode(), "甲.txt")

    assert reading.left_out == ()
    assert paragraphs(parse(reading.text)) == [line.split(" ")[1].replace("\n", "") for line in lines]


def test_a_single_broken_line_of_a_hand_made_copy_is_joined() -> None:
    text = "# 甲法\n第一条 平等主体的公民、法人和其他组织之\n间发生的合同纠纷，可以仲裁。\n委员会由下列人员组成：\n主任，\n委员若干人。\n"

    assert paragraphs(parse(read(text.encode(), "甲.md").text)) == [
        "平等主体的公民、法人和其他组织之间发生的合同纠纷，可以仲裁。",
        "委员会由下列人员组成：",
        "主任，",
        "委员若干人。",
    ]


def test_html_is_read_without_the_page_around_the_law() -> None:
    page = """<!DOCTYPE html><html><head><title>甲条例_某网</title><script>var a = "第九条";</script></head><body>
    <ul><li>首页</li><li>法规</li></ul><h1>甲条例</h1><p>字体：大 中 小</p>
    <div class="TRS"><p>目录</p><p>第一章 总则</p><p>附则</p><p>第一章 总则</p>
    <p>　　<b>第一条</b>　为了甲，
       制定本条例。</p><p>第二条　甲应当：<br>（一）乙；<br>（二）丙。</p><p>附则</p><p>第三条　自公布之日起施行。</p></div>
    <div>版权所有：某网</div></body></html>"""

    reading = read(page.encode(), "甲.html")
    statute = parse(reading.text)

    assert reading.provenance.form is Form.HTML
    assert statute.title is not None
    assert statute.title.text == "甲条例"
    assert paragraphs(statute) == ["为了甲，制定本条例。", "甲应当：\n（一）乙；\n（二）丙。", "自公布之日起施行。"]
    assert [line.text for line in statute.contents] == ["目录", "第一章 总则", "附则"]
    assert {left.text for left in reading.left_out} == {"首页\n法规", "字体：大 中 小", "版权所有：某网"}


def test_html_in_the_encoding_that_it_names() -> None:
    page = '<html><head><meta charset="gb2312"></head><body><p>第一条 国家对甲实行登记制度。</p></body></html>'

    reading = read(page.encode("gb18030"), "甲.html")

    assert reading.text == "第一条 国家对甲实行登记制度。"
    assert reading.provenance.encoding == "gb18030"


def test_docx_paragraphs_breaks_and_notes() -> None:
    body = paragraph("甲办法") + paragraph("第一条 甲。</w:t><w:br/><w:t>乙。") + paragraph("第二条 丙。")
    footer = f"<w:ftr {W}>{paragraph('第 1 页')}</w:ftr>"

    reading = read(docx(body, {"word/footer1.xml": footer}), "甲.docx")

    assert reading.provenance.form is Form.DOCX
    assert reading.text.rstrip() == "甲办法\n第一条 甲。\n乙。\n第二条 丙。"
    assert [(left.text, left.why) for left in reading.left_out] == [
        ("第 1 页", "page head, page foot or note of the document")
    ]


def test_docx_words_that_were_struck_or_moved_away_are_not_law() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = f"<w:p>{run.format('第一条 甲')}<w:del>{run.format('乙')}</w:del><w:moveFrom>{run.format('丙')}</w:moveFrom>{run.format('。')}</w:p>"

    assert read(docx(body), "甲.docx").text == "第一条 甲。"


def test_docx_numbers_that_word_counts_itself_become_words() -> None:
    numbering = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
      </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
    mark = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    words = [("甲应当：", 0), ("乙；", 1), ("丙。", 1), ("丁应当：", 0), ("戊。", 1)]
    body = "".join(paragraph(text, mark.format(level)) for text, level in words)

    reading = read(docx(body, {"word/numbering.xml": numbering}), "甲.docx")

    assert reading.text == "第九条　甲应当：\n（一）乙；\n（二）丙。\n第十条　丁应当：\n（一）戊。"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_docx_whose_text_sits_in_a_web_archive(encoding: str) -> None:
    page = "<html><body><h1>甲法</h1><p>第一条 甲。<br/>乙。</p></body></html>"
    import base64
    import quopri

    encoded = (
        quopri.encodestring(page.encode()) if encoding == "quoted-printable" else base64.encodebytes(page.encode())
    )
    mht = (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
        b'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: ' + encoding.encode() + b"\n\n"
    ) + encoded + b"\n--b--\n"  # fmt: skip
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="/word/a.mht"/></Relationships>'
    )
    parts: dict[str, str | bytes] = {"word/a.mht": mht, "word/_rels/document.xml.rels": relations}

    assert read(docx('<w:altChunk r:id="c"/>', parts), "甲.docx").text == "甲法\n第一条 甲。\n乙。"
    assert read(mht, "甲.mht").text == "甲法\n第一条 甲。\n乙。"


def test_json_with_one_record_an_article_gives_the_chinese() -> None:
    records = [
        {
            "articleNumber": "17-1",
            "paragraphs": ["甲：", "（一）乙。"],
            "fullText": "x",
            "source": "https://example.org",
            "sourceVersion": {"officialTitle": "甲办法"},
            "translations": {"en": {"paragraphs": ["A"]}},
        },
        {"originalTitle": "第十八条", "text": "第十八条 丙。"},
    ]

    reading = read(json.dumps(records, ensure_ascii=False).encode(), "甲.json")

    assert reading.text == "甲办法\n第十七条之一　甲：\n（一）乙。\n第十八条　丙。"
    assert reading.provenance.source == "https://example.org"


def test_simple_akn_gives_number_and_content_of_each_unit() -> None:
    xml = '<?xml version="1.0"?><law slug="a"><unit number="第一条"><content>甲。\n乙。</content></unit><unit number="第二条"><content>丙。</content></unit></law>'

    assert read(xml.encode(), "甲.xml").text == "第一条　甲。\n乙。\n第二条　丙。"
