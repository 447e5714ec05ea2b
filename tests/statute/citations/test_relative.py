"""What points from where it stands is resolved there, in an outline of lines and in one of a tree alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.citations.citation import By, Trouble
from graph.citations.find import find
from graph.citations.lines import outline_of_lines
from graph.citations.outline import Outline, outline_of
from ingest.statute.parse import parse

STATUTE = """某某管理条例

第一章 总则

第一条 为了管理，制定本条例。

第二条 甲应当登记。

前款所称登记，是指备案。

依照前两款规定办理的，适用本条第一款和前条规定。

第二章 罚则

第三条 有下列情形之一的，处罚款：

（一）违反第二条第一款的；

（二）违反前项规定情节严重的；

（三）有前两项行为的。

有前款第一项、第三项行为的，依照第二款处罚，适用本章规定。

第三条之一 违反本条例第二条规定，有第三条第三项行为的，从重处罚。

第四条 违反前两条规定，按照下列规定处罚：

（一）违反第三项的，罚款；

（二）违反该条第一项的，警告。

第五条 本条例自公布之日起施行。
"""


@pytest.fixture(params=[outline_of_lines, lambda text: outline_of(parse(text))], ids=["lines", "tree"])
def outlined(request: pytest.FixtureRequest) -> Callable[[str], Outline]:
    found: Callable[[str], Outline] = request.param
    return found


def test_every_relative_citation_of_a_statute_leads_where_it_points(outlined: Callable[[str], Outline]) -> None:
    found = find(STATUTE, outlined(STATUTE)).citations

    assert [(one.words, one.provisions) for one in found] == [
        ("前款", ("art-2.par-1",)),
        ("前两款", ("art-2.par-1", "art-2.par-2")),
        ("本条第一款", ("art-2.par-1",)),
        ("前条", ("art-1",)),
        ("第二条第一款", ("art-2.par-1",)),
        ("前项", ("art-3.par-1.item-1",)),
        ("前两项", ("art-3.par-1.item-1", "art-3.par-1.item-2")),
        ("前款第一项、第三项", ("art-3.par-1.item-1", "art-3.par-1.item-3")),
        ("第二款", ("art-3.par-2",)),
        ("本章", ("chap-2",)),
        ("本条例第二条", ("art-2",)),
        ("第三条第三项", ("art-3.par-1.item-3",)),
        ("前两条", ("art-3", "art-3-1")),
        ("第三项", ("art-3-1.par-1.item-3",)),
        ("该条第一项", ("art-3-1.par-1.item-1",)),
    ]
    assert {one.by for one in found} == {By.SELF, By.BEFORE}


def test_heads_and_headings_are_no_citations(outlined: Callable[[str], Outline]) -> None:
    text = "某某管理条例\n\n第一章 总则\n\n第一条 甲。\n\n第二条 乙自公布之日起施行。\n"

    assert find(text, outlined(text)).citations == ()


def test_an_item_without_its_paragraph_stands_in_the_one_that_has_it(outlined: Callable[[str], Outline]) -> None:
    text = "某条例\n\n第一条 甲。\n\n乙有下列情形：\n\n（一）丙；\n\n（二）丁。\n\n第二条 有第一条第二项情形的，自公布之日起施行。\n"

    assert [one.provisions for one in find(text, outlined(text)).citations] == [("art-1.par-2.item-2",)]


def test_a_sanction_for_breaking_an_item_means_the_article_that_was_cited(outlined: Callable[[str], Outline]) -> None:
    text = (
        "某条例\n\n第一条 禁止下列行为：\n\n（一）甲；\n\n（二）乙；\n\n（三）丙。\n\n"
        "第二条 违反本条例第一条规定的，按照下列规定处罚：\n\n（一）违反第一项、第三项的，罚款；\n\n（二）违反第二项的，警告。\n\n"
        "第三条 本条例自公布之日起施行。\n"
    )

    assert [one.provisions for one in find(text, outlined(text)).citations] == [
        ("art-1",),
        ("art-1.par-1.item-1", "art-1.par-1.item-3"),
        ("art-1.par-1.item-2",),
    ]


def test_an_article_that_an_interpretation_has_not_is_one_of_the_law_it_explains(
    outlined: Callable[[str], Outline],
) -> None:
    text = "关于适用《甲法》若干问题的解释\n\n第一条 乙依照甲法第九条办理。\n\n第二条 符合第三十二条第三款规定的，自公布之日起施行。\n"

    assert [(one.title, one.provisions) for one in find(text, outlined(text)).citations[-1:]] == [
        ("甲法", ("art-32.par-3",))
    ]


DECISION = """关于修改《某某管理条例》的决定

一、将第三条修改为：

“第三条 甲应当备案。

“前款规定的备案，依照本条例第二条办理。”

二、在第五条中增加一款，作为第二款：“前款规定不适用于乙。”

三、删去第七条、第八条第二款。
"""


def test_a_decision_speaks_of_the_act_that_it_changes(outlined: Callable[[str], Outline]) -> None:
    found = find(DECISION, outlined(DECISION)).citations

    assert {one.title for one in found} == {"某某管理条例"}
    assert [(one.words, one.provisions) for one in found if one.by is By.SUBJECT] == [
        ("第三条", ("art-3",)),
        ("前款", ("art-3.par-1",)),
        ("本条例第二条", ("art-2",)),
        ("第五条", ("art-5",)),
        ("第二款", ("art-5.par-2",)),
        ("前款", ("art-5.par-1",)),
        ("第七条、第八条第二款", ("art-7", "art-8.par-2")),
    ]


def test_nothing_before_the_first_paragraph_is_told_as_such(outlined: Callable[[str], Outline]) -> None:
    text = "某条例\n\n第一条 前款规定的甲，自公布之日起施行。\n"

    (found,) = find(text, outlined(text)).citations

    assert [target.trouble for target in found.targets] == [Trouble.NOTHING_BEFORE]
