"""Each construct of a statute: the text beside its tree."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from ingest.statute.parse import parse
from ingest.statute.tree import Act, Article, Division, Kind, Line, Statute
from ingest.statute.unparse import unparse


def tree(text: str) -> Statute:
    """The tree of a text written as a block; that it gives the text back is part of every test."""
    text = dedent(text).lstrip("\n")
    statute = parse(text)
    assert unparse(statute) == text
    return statute


def words(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def outline(statute: Statute) -> list[str]:
    """Divisions and articles as they are nested."""

    def lines(parts: tuple[object, ...], depth: int) -> list[str]:
        out: list[str] = []
        for part in parts:
            if isinstance(part, Division):
                out.append("  " * depth + f"{part.level}{part.number} {part.caption}")
                out += lines(part.parts, depth + 1)
            elif isinstance(part, Article):
                out.append("  " * depth + part.number)
        return out

    return lines(statute.body, 0)


def test_title_adoption_divisions_and_articles() -> None:
    statute = tree("""
        # 中华人民共和国甲法

        2016年11月7日 第十二届全国人民代表大会常务委员会第二十四次会议通过

        2020年1月2日 第十三届全国人民代表大会常务委员会第一次会议《关于修改〈中华人民共和国甲法〉的决定》修正

        <!-- INFO END -->

        ## 第一章 总 则

        第一条 为了规范甲，制定本法。

        ## 第二章 甲的管理

        ### 第一节 一般规定

        第二条 甲应当登记。

        ### 第二节 特别规定

        第三条 乙适用本法。
        """)

    assert statute.kind is Kind.STATUTE
    assert statute.title is not None
    assert statute.title.text == "中华人民共和国甲法"
    assert [(d.on, d.act) for d in statute.dates] == [
        (date(2016, 11, 7), Act.ADOPTED),
        (date(2020, 1, 2), Act.AMENDED),
    ]
    assert outline(statute) == ["章1 总则", "  1", "章2 甲的管理", "  节1 一般规定", "    2", "  节2 特别规定", "    3"]


def test_articles_carry_their_numbers_as_cited() -> None:
    statute = tree("""
        第十七条 甲。
        第十七条之一 乙。
        第十八条　丙。
        **第十九条**　丁。
        第20条 戊。
        第二十一条
        己。
        """)

    assert [article.number for article in statute.articles] == ["17", "17-1", "18", "19", "20", "21"]
    assert [article.locator for article in statute.articles][:2] == ["art-17", "art-17-1"]
    assert [article.full_text for article in statute.articles] == ["甲。", "乙。", "丙。", "丁。", "戊。", "己。"]


def test_a_number_broken_over_two_lines_is_one_number() -> None:
    assert [article.number for article in tree("第十七条\n甲。\n第十七条\n之一\n乙。\n").articles] == ["17", "17-1"]


def test_paragraphs_items_and_what_is_below_them() -> None:
    statute = tree("""
        第一条 甲应当符合下列条件：
        （一）乙；
        （二）丙，包括：
        1.丁；
        2.戊；
        （三）己。
        前款规定的甲，应当备案。
        """)

    first, second = statute.articles[0].paragraphs
    assert first.text == "甲应当符合下列条件："
    assert [(item.number, item.mark, item.text) for item in first.items] == [
        (1, "（一）", "乙；"),
        (2, "（二）", "丙，包括："),
        (3, "（三）", "己。"),
    ]
    assert [(item.mark, item.text) for item in first.items[1].items] == [("1.", "丁；"), ("2.", "戊；")]
    assert (second.number, second.text, second.items) == (2, "前款规定的甲，应当备案。", ())
    assert first.full_text.splitlines()[2:4] == ["（二）丙，包括：", "1.丁；"]


def test_a_line_between_two_items_belongs_to_the_item_above() -> None:
    statute = tree("第一条 下列情形：\n（一）甲；\n前项的甲不含乙。\n（二）丙。\n丁的，从其规定。\n")

    first, second = statute.articles[0].paragraphs
    assert [line.text for line in first.items[0].continued] == ["前项的甲不含乙。"]
    assert second.text == "丁的，从其规定。"


def test_items_in_the_line_of_their_paragraph_are_taken_apart() -> None:
    statute = tree(
        "第一条 甲应当：（一）乙；（二）丙。前款的甲，从其规定。\n第二条 依照第一条第（一）项、第（二）项办理。\n"
    )

    first, second = statute.articles
    assert [(item.mark, item.text) for item in first.paragraphs[0].items] == [("（一）", "乙；"), ("（二）", "丙。")]
    assert first.paragraphs[1].text == "前款的甲，从其规定。"
    assert second.full_text == "依照第一条第（一）项、第（二）项办理。"


@pytest.mark.parametrize("caption", ["【立法目的】", "（立法目的）"])
def test_a_caption_is_told_from_the_words_of_the_article(caption: str) -> None:
    statute = tree(f"第一条{caption} 为了甲。\n第二条{caption}\n乙。\n")

    assert [(a.caption, a.full_text) for a in statute.articles] == [("立法目的", "为了甲。"), ("立法目的", "乙。")]


def test_several_articles_on_one_line_are_told_by_their_numbers() -> None:
    statute = tree(
        "甲条例 第一章 总则 第一条 为了甲。 第二条 依照本条例第一条的规定。第三条乙。第二章 附则 第四条 丙。"
    )

    assert [a.full_text for a in statute.articles] == ["为了甲。", "依照本条例第一条的规定。", "乙。", "丙。"]
    assert outline(statute) == ["章1 总则", "  1", "  2", "  3", "章2 附则", "  4"]
    assert statute.title is not None
    assert statute.title.text == "甲条例"


def test_a_head_whose_number_is_spoiled_is_read_where_exactly_one_is_due() -> None:
    statute = tree("第十条（甲）\n甲。\n第H■一条（乙）\n乙。\n第十二条（丙）\n丙。\n笫十三条 丁。\n第十四条 戊。\n")

    assert [article.number for article in statute.articles] == ["10", "11", "12", "13", "14"]
    assert statute.missing == ()


def test_a_number_that_is_not_there_is_told_as_missing() -> None:
    statute = tree("第一条 甲。\n第二条 乙。\n第四条 丁。\n")

    assert statute.missing == ("3",)


def test_a_citation_at_the_start_of_a_line_heads_no_article() -> None:
    statute = tree("第一条 违反本法\n第二十条 规定的，依照\n第三十一条的规定处罚。\n第二条 乙。\n第三条 丙。\n")

    assert [article.number for article in statute.articles] == ["1", "2", "3"]


def test_a_table_of_contents_is_outside_the_law() -> None:
    statute = tree("""
        甲条例
        （2020年1月1日甲市人民代表大会通过）
        目　录
        第一章 总则
        第二章 法律责任
        附则
        第一章 总则
        第一条 甲。
        第二章 法律责任
        第二条 乙。
        """)

    assert words(statute.contents) == ["目　录", "第一章 总则", "第二章 法律责任", "附则"]
    assert outline(statute) == ["章1 总则", "  1", "章2 法律责任", "  2"]


def test_what_is_told_before_the_law_and_after_it_is_kept_outside() -> None:
    statute = tree("""
        国家互联网信息办公室令
        第5号
        《甲管理办法》已经2020年3月1日审议通过，现予公布，自2020年6月1日起施行。
        主任 某某
        甲管理办法
        第一条 甲。
        第二条 本办法自2020年6月1日起施行。
        原文来源：某网
        阅读原文
        """)

    assert words(statute.before)[0] == "国家互联网信息办公室令"
    assert statute.title is not None
    assert statute.title.text == "甲管理办法"
    assert [(d.on, d.act) for d in statute.dates] == [
        (date(2020, 3, 1), Act.ADOPTED),
        (date(2020, 6, 1), Act.EFFECTIVE),
    ]
    assert words(statute.after) == ["原文来源：某网", "阅读原文"]
    assert statute.articles[-1].full_text == "本办法自2020年6月1日起施行。"


def test_a_sentence_after_the_day_of_entry_into_force_is_still_law() -> None:
    statute = tree(
        "第一条 甲。\n第二条 本法自2020年6月1日起施行。\n本法施行前已经登记的，继续有效。\n（院印）\n某县人民政府\n"
    )

    assert [p.text for p in statute.articles[-1].paragraphs] == [
        "本法自2020年6月1日起施行。",
        "本法施行前已经登记的，继续有效。",
        "（院印）",
    ]
    assert words(statute.after) == ["某县人民政府"]


def test_annexes_are_kept_with_their_lines_and_their_articles_are_not_the_laws() -> None:
    statute = tree("""
        甲办法
        第一条 甲。
        第二条 本办法自2020年6月1日起施行。
        附件
        标准合同
        第一条 定义
        第二条 义务
        附件2：登记表
        一、名称
        """)

    assert [article.number for article in statute.articles] == ["1", "2"]
    assert [(annex.heading.text, words(annex.lines)) for annex in statute.annexes] == [
        ("附件", ["标准合同", "第一条 定义", "第二条 义务"]),
        ("附件2：登记表", ["一、名称"]),
    ]


def test_a_second_law_in_the_file_is_an_annex_from_its_title_on() -> None:
    statute = tree("甲办法\n第一条 甲。\n第二条 乙。\n第三条 丙。\n乙细则\n第一条 丁。\n第二条 戊。\n")

    assert [article.number for article in statute.articles] == ["1", "2", "3"]
    assert [annex.heading.text for annex in statute.annexes] == ["乙细则"]


def test_an_amendment_has_points_and_its_quoted_text_is_no_article_of_it() -> None:
    statute = tree("""
        全国人民代表大会常务委员会关于修改《中华人民共和国甲法》的决定
        （2020年1月1日通过）
        决定对《中华人民共和国甲法》作如下修改：
        一、将第三条修改为：“第三条 国家保护甲。
        “违反前款规定的，给予警告。”
        二、增加一条，作为第四条：
        “第四条 下列行为：
        “（一）乙；
        “（二）丙。”
        三、删去第五条。
        本决定自公布之日起施行。
        """)

    assert statute.kind is Kind.AMENDMENT
    assert statute.articles == ()
    assert [point.locator for point in statute.points] == ["sec-1", "sec-2", "sec-3"]
    assert [(p.text, p.quoted) for p in statute.points[0].paragraphs] == [
        ("将第三条修改为：“第三条 国家保护甲。", False),
        ("“违反前款规定的，给予警告。”", True),
    ]
    assert [p.quoted for p in statute.points[1].paragraphs] == [False, True, True, True]
    assert [(p.text, p.quoted) for p in statute.points[2].paragraphs] == [
        ("删去第五条。", False),
        ("本决定自公布之日起施行。", False),
    ]


def test_an_amendment_that_has_articles_of_its_own_quotes_without_marks() -> None:
    statute = tree("""
        # 中华人民共和国宪法修正案（2018年）
        第五十一条 甲修改为乙。
        第五十二条 增加一节，作为第七节；增加两条。内容如下：
        第七节 监察委员会
        第一百二十三条 甲。
        第一百二十四条 乙。
        第七节相应改为第八节。
        """)

    assert statute.kind is Kind.AMENDMENT
    assert [article.number for article in statute.articles] == ["51", "52"]
    assert [(p.text, p.quoted) for p in statute.articles[1].paragraphs] == [
        ("增加一节，作为第七节；增加两条。内容如下：", False),
        ("第七节 监察委员会", True),
        ("第一百二十三条 甲。", True),
        ("第一百二十四条 乙。", True),
        ("第七节相应改为第八节。", False),
    ]


def test_the_full_text_behind_a_decision_is_not_the_decision() -> None:
    statute = tree("""
        关于修改《甲法》的决定
        一、删去第二条。
        本决定自公布之日起施行。
        甲法
        第一条 甲。
        第二条 乙。
        """)

    assert [point.number for point in statute.points] == ["1"]
    assert statute.articles == ()
    assert [(annex.heading.text, words(annex.lines)) for annex in statute.annexes] == [
        ("甲法", ["第一条 甲。", "第二条 乙。"])
    ]


def test_an_instrument_without_articles_is_read_by_its_points() -> None:
    statute = tree(
        "关于甲的若干规定\n为了甲，规定如下：\n一、甲应当登记。\n登记由某部门办理。\n二、下列情形除外：\n（一）乙；\n（二）丙。\n"
    )

    assert statute.kind is Kind.STATUTE
    assert words(statute.preamble) == ["为了甲，规定如下："]
    assert [(point.locator, len(point.paragraphs)) for point in statute.provisions] == [("sec-1", 2), ("sec-2", 1)]
    assert [item.number for item in statute.points[1].paragraphs[0].items] == [1, 2]


def test_counted_headings_above_articles_are_divisions() -> None:
    statute = tree("甲解释\n一、一般规定\n第一条 甲。\n二、责任\n第二条 下列：\n一、乙；\n二、丙。\n")

    assert outline(statute) == ["、1 一般规定", "  1", "、2 责任", "  2"]
    assert [item.text for item in statute.articles[1].paragraphs[0].items] == ["乙；", "丙。"]


def test_what_is_not_understood_stays_with_its_line() -> None:
    statute = tree("甲办法\n第一条 甲。\n<table>\n| 1 | 2 |\n第二条 乙。\n")

    assert [(unread.line, unread.text) for unread in statute.unread] == [(3, "<table>"), (4, "| 1 | 2 |")]
    assert [article.full_text for article in statute.articles] == ["甲。", "乙。"]


@pytest.mark.parametrize("text", ["", "\n\n  \n", "。", "Article 1 The State protects A."])
def test_a_text_that_is_no_law_has_a_tree_all_the_same(text: str) -> None:
    statute = parse(text)

    assert statute.kind is Kind.OTHER
    assert unparse(statute) == text


def test_a_leaf_tells_its_place_and_its_line() -> None:
    text = "# 甲法\n\n**第一条**　甲。\n\n## 第二章 乙\n\n第二条 丙。\n"

    statute = parse(text)

    for leaf in statute.leaves():
        assert text[leaf.start : leaf.start + len(leaf.raw)] == leaf.raw
        assert text[leaf.begin : leaf.end] == leaf.text
        assert leaf.line == text.count("\n", 0, leaf.begin) + 1
    assert [(leaf.line, leaf.text) for leaf in statute.leaves()] == [
        (1, "甲法"),
        (3, "第一条"),
        (3, "甲。"),
        (5, "第二章 乙"),
        (7, "第二条"),
        (7, "丙。"),
    ]
