"""Which deontic words govern."""

from __future__ import annotations

import pytest

from graph.vocabulary import Modality
from ingest.statute.duties.modality import governing
from ingest.statute.duties.sentences import sentences


def words(text: str) -> list[str]:
    return [text[m.start : m.end] for s in sentences(text) for m in governing(s)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经营者应当建档。", ["应当"]),
        ("经营者必须建档，不得涂改。", ["必须", "不得"]),
        ("用户有权查询，也可以复制。", ["有权", "可以"]),
        ("投资者须如实申报。", ["须"]),
        ("船长应立即报告。", ["应"]),
        ("严禁携带火种。", ["严禁"]),
        ("业主有义务配合。", ["有义务"]),
        ("经检验合格后，方可出厂。", ["方可"]),
        ("文化部门负责审批。", ["负责"]),
        ("期限届满可申请延长。", ["可"]),
    ],
)
def test_a_deontic_word_of_the_main_clause_governs(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "应当申请而未申请的，依法处理。",
        "法律规定应当公示的事项，从其规定。",
        "其他应当由运营者承担的费用。",
        "禁止进口的货物，由海关封存后退运。",
        "法律、法规禁止的其他行为。",
        "对直接负责的主管人员给予警告。",
        "国务院负责档案工作的部门制定标准。",
        "必须的费用由申请人垫付。",
        "本办法由文化部门负责解释。",
        "采取相应的应急措施。",
        "这一供应链的适应性较强。",
        "许可证可以说明来源的部分见附件的。",
        "无须重复报送。",
        "所称用户，是指应当登记的人。",
        "标注“不得外传”字样。",
    ],
)
def test_a_deontic_word_in_a_condition_an_attribute_or_another_word_does_not_govern(text: str) -> None:
    assert words(text) == []


def test_of_a_condition_and_its_consequence_only_the_consequence_governs() -> None:
    (sentence,) = sentences("依法应当回避而没有回避的，当事人可以申请更换。")

    (modal,) = governing(sentence)

    assert (modal.modality, modal.clause) == (Modality.MAY, 1)


def test_an_office_named_by_what_it_is_in_charge_of_is_no_competence() -> None:
    assert words("国务院负责民航安全的部门应当公布名单。") == ["应当"]


def test_a_ban_with_an_object_is_a_ban_and_not_an_attribute() -> None:
    assert words("在河道内，禁止倾倒垃圾，堆放妨碍行洪的物料。") == ["禁止"]


def test_only_after_is_no_second_norm_beside_a_command() -> None:
    assert words("经营者应当取得许可证，方可营业。") == ["应当"]
