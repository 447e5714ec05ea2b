"""What holds for every citation that the grammar can build, and for every text."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from graph.citations.find import find
from graph.citations.lines import outline_of_lines
from graph.citations.numerals import number
from graph.citations.outline import NO_OUTLINE, outline_of
from ingest.statute.numerals import numeral
from ingest.statute.parse import parse


@dataclass(frozen=True)
class Built:
    """A citation and what it must come back as."""

    words: str
    title: str
    provisions: tuple[str, ...]


@st.composite
def one_provision(draw: st.DrawFn) -> tuple[str, list[str]]:
    """第X条之Y第Z款第（W）项, in Chinese numerals or digits."""
    write = draw(st.sampled_from([numeral, str]))
    article = draw(st.integers(1, 1300))
    after = draw(st.none() | st.integers(1, 9))
    paragraph = draw(st.none() | st.integers(1, 12))
    item = draw(st.none() | st.integers(1, 20))
    words = f"第{write(article)}条" + (f"之{numeral(after)}" if after else "")
    locator = f"art-{article}" + (f"-{after}" if after else "")
    if paragraph:
        words += f"第{write(paragraph)}款"
        locator += f".par-{paragraph}"
    if item:
        brackets = draw(st.sampled_from(["第（{}）项", "第({})项", "第{}项"]))
        words += brackets.format(write(item))
        locator += ("" if paragraph else ".par-1") + f".item-{item}"
    return words, [locator]


@st.composite
def article_range(draw: st.DrawFn) -> tuple[str, list[str]]:
    first = draw(st.integers(1, 1200))
    last = first + draw(st.integers(1, 30))
    words = draw(
        st.sampled_from([f"第{numeral(first)}条至第{numeral(last)}条", f"第{numeral(first)}至{numeral(last)}条"])
    )
    return words, [f"art-{n}" for n in range(first, last + 1)]


TITLES = st.sampled_from(
    ["甲乙管理条例", "网络安全法", "关于适用〈中华人民共和国民法典〉的解释（一）", "某市数据办法", "中华人民共和国刑法"]
)


@st.composite
def citations(draw: st.DrawFn) -> Built:
    title = draw(TITLES)
    parts = draw(st.lists(one_provision() | article_range(), min_size=1, max_size=4))
    joints = draw(st.lists(st.sampled_from(["、", "和", "，", "或者", "以及", "及"]), min_size=3, max_size=3))
    words = f"《{title}》" + parts[0][0]
    for joint, (more, _) in zip(joints, parts[1:], strict=False):
        words += joint + more
    return Built(words, title, tuple(locator for _, locators in parts for locator in locators))


LINES = st.builds(
    lambda before, built, after: (before, built, after),
    st.sampled_from(["依照", "违反了", "根据", "有"]),
    citations(),
    st.sampled_from(["规定处罚。", "的规定，予以公告。", "情形之一的，责令改正；"]),
)


@given(LINES)
def test_what_the_grammar_builds_comes_back_with_its_words_and_provisions(line: tuple[str, Built, str]) -> None:
    before, built, after = line
    text = before + built.words + after

    (found,) = find(text).citations

    assert (found.start, found.end) == (len(before), len(before) + len(built.words))
    assert (found.words, found.title, found.provisions) == (built.words, built.title, built.provisions)


@given(st.lists(LINES, min_size=1, max_size=6))
def test_the_citations_of_joined_lines_are_those_of_the_lines(lines: list[tuple[str, Built, str]]) -> None:
    texts = [before + built.words + after for before, built, after in lines]
    joined = "\n".join(texts)

    apart = [
        (sum(len(text) + 1 for text in texts[:i]) + one.start, one.words, one.title, one.provisions)
        for i, text in enumerate(texts)
        for one in find(text, NO_OUTLINE).citations
    ]

    assert [(one.start, one.words, one.title, one.provisions) for one in find(joined, NO_OUTLINE).citations] == apart


WORDS = st.sampled_from(
    [
        "《", "》", "〈", "〉", "（以下简称", "）", "第", "第一", "条", "款", "项", "目", "第三条", "第二款", "第（一）项", "第十七条之一", "至", "、", "和", "或者", "前款",
        "前两款", "前条", "前项", "前三项", "本条", "本款", "本法", "本条例", "本章", "该条", "该法", "同法第", "国家有关规定", "有关法律、行政法规", "法律法规", "刑法", "条例",
        "中华人民共和国", "网络安全法", "实施细则", "修正案", "第一章 总则", "\n", "\n\n第一条 ", "\n第二条 ", "\n（一）", "\n1.", "\n一、", "。", "，", "；", "：“", "”", "零", "○", "一",
        "关于修改《甲法》的决定\n", "某条例\n", "附件：", " ", "　", "(", ")", "１", "2", "之一", "违反", "修改为", "𠀀", "\x00", "é", "abc", "CSL",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=50).map("".join)


@given(TEXTS)
def test_any_text_is_read_and_every_span_is_exact(text: str) -> None:
    end = 0
    for outline in (outline_of_lines(text), outline_of(parse(text)), NO_OUTLINE):
        found = find(text, outline)
        taken = sorted([*found.citations, *found.passed_over], key=lambda one: one.start)
        end = 0
        for one in taken:
            assert end <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == one.words
            end = one.end
        for one in found.citations:
            assert all(one.start <= target.start < target.end <= one.end for target in one.targets)


@given(st.text(max_size=200))
def test_letters_of_any_script_do_no_harm(text: str) -> None:
    find(text)


@given(st.integers(1, 9_999))
def test_a_numeral_means_its_number(value: int) -> None:
    assert number(numeral(value)) == value
