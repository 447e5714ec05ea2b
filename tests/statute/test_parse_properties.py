"""What holds for every text, also one that nobody would write: mixed from the language's own words."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from ingest.statute.numerals import numeral
from ingest.statute.parse import parse
from ingest.statute.read import read
from ingest.statute.tree import Article, Division, Item, Kind, Paragraph, Point
from ingest.statute.unparse import unparse

WORDS = st.sampled_from(
    [
        "第一条", "第二条 ", "第十七条之一　", "**第三条**　", "第 四 条 ", "笫五条 ", "第六十－条 ", "第7条 ", "第一章 总则", "## 第二章　", "第三节 ",
        "第一编 ", "附则", "附　则", "附件", "附件2：表", "目　录", "序言", "（一）", "(二)", "（十一）", "1.", "２．", "（1）", "①", "一、", "二、", "第（一）项",
        "第二款", "第三条、第五条", "至第六条", "的规定", "本法", "前款", "《中华人民共和国网络安全法》", "《关于修改〈甲法〉的决定》", "关于修改《甲法》的决定",
        "中华人民共和国宪法修正案", "“", "”", "修改为：“", "。", "；", "：", "，", "、", "\n", "\n\n", "\n　　", " ", "　", "\t", "# ", "## ", "**", "> ", "- ", "---\n",
        "<!-- INFO END -->\n", "| 甲 | 乙 |", "<table>", "![图](a.png)", "[目录](#一)", "2021年6月10日", "二〇二一年六月十日", "通过", "自2021年9月1日起施行。", "公布",
        "征求意见稿", "国家对甲实行登记制度", "应当自变更之日起十个工作日内备案", "来源：某网", "【立法目的】", "\x0c", "\u200b", "⽹", "⺠", "𠀀", "é", "\x00",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=60).map("".join)


@given(TEXTS)
def test_every_text_is_given_back_as_it_was(text: str) -> None:
    assert unparse(parse(text)) == text


@given(TEXTS)
def test_every_leaf_stands_where_it_says(text: str) -> None:
    at = 0
    for leaf in parse(text).leaves():
        assert leaf.start == at
        assert leaf.start <= leaf.begin <= leaf.end <= leaf.start + len(leaf.raw)
        assert text[leaf.begin : leaf.end] == leaf.text
        assert leaf.text == leaf.text.strip()
        at += len(leaf.raw)


@given(TEXTS)
def test_articles_of_a_statute_rise_and_stand_in_the_body_once(text: str) -> None:
    statute = parse(text)

    numbers = [tuple(int(part) for part in article.number.split("-")) for article in statute.articles]
    assert numbers == sorted(set(numbers))
    assert [part for part in _provisions(statute.body) if isinstance(part, Article)] == list(statute.articles)
    assert [part for part in _provisions(statute.body) if isinstance(part, Point)] == list(statute.points)


@given(TEXTS)
def test_paragraphs_count_from_one(text: str) -> None:
    for provision in parse(text).provisions:
        assert [paragraph.number for paragraph in provision.paragraphs] == list(range(1, len(provision.paragraphs) + 1))


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_what_can_be_read_leads_back_to_what_was_read(text: str, encoding: str) -> None:
    content = ("第一条 国家对甲实行登记制度，应当备案。\n" + text).encode(encoding)

    reading = read(content, "甲.md")

    for i, char in enumerate(reading.text):
        if reading.origin.moves_at(i) and not char.isspace():
            place = reading.place(i)
            assert 1 <= place.line <= reading.raw.count("\n") + 1
            assert reading.raw[reading.origin.back(i)].isspace() is False
    assert unparse(parse(reading.text)) == reading.text


SENTENCES = st.text("国家保护甲乙丙丁依法登记备案应当不得", min_size=1, max_size=20).map(lambda words: words + "。")


@st.composite
def statutes(draw: st.DrawFn) -> tuple[str, list[list[tuple[str, int]]]]:
    """A text as a legislature would set it, and its articles: each paragraph with the number of its items."""
    articles = draw(
        st.lists(st.lists(st.tuples(SENTENCES, st.integers(0, 4)), min_size=1, max_size=4), min_size=1, max_size=30)
    )
    marks = draw(st.sampled_from([("", "　"), ("**", "**　"), ("　　", "  "), ("", " ")]))
    gap = draw(st.sampled_from(["\n", "\n\n", "\r\n"]))
    chapters = draw(st.integers(0, 3))
    lines = ["甲管理办法"]
    for n, article in enumerate(articles, start=1):
        if chapters and n % 7 == 1:
            lines.append(f"第{numeral(n // 7 + 1)}章 总则")
        for p, (words, items) in enumerate(article):
            head = f"{marks[0]}第{numeral(n)}条{marks[1]}" if p == 0 else ""
            lines.append(head + (words[:-1] + "：" if items else words))
            lines += [f"（{numeral(i)}）某事项" + ("；" if i < items else "。") for i in range(1, items + 1)]
    return gap.join(lines) + gap, articles


@given(statutes())
def test_a_well_set_statute_is_read_as_it_was_built(case: tuple[str, list[list[tuple[str, int]]]]) -> None:
    text, built = case

    statute = parse(read(text.encode(), "甲.md").text)

    assert statute.kind is Kind.STATUTE
    assert [article.number for article in statute.articles] == [str(n) for n in range(1, len(built) + 1)]
    assert [
        [(paragraph.text, len(paragraph.items)) for paragraph in article.paragraphs] for article in statute.articles
    ] == [[(words[:-1] + "：" if items else words, items) for words, items in article] for article in built]


def _provisions(parts: tuple[object, ...]) -> Iterator[object]:
    for part in parts:
        if isinstance(part, Division):
            yield from _provisions(part.parts)
        elif isinstance(part, Article | Point):
            yield part


def test_a_paragraph_and_an_item_are_leaves_of_their_article() -> None:
    article = parse("第一条 甲：\n（一）乙；\n（二）丙。\n").articles[0]

    assert [type(leaf) for leaf in article.leaves()] == [Article, Paragraph, Item, Item]
