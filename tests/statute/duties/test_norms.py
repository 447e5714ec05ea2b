"""Norms, acts, lists, sanctions: what one article gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.citations.find import find
from graph.citations.outline import outline_of
from ingest.statute.duties import Candidate, candidates
from ingest.statute.parse import parse

Reads = Callable[..., list[Candidate]]


def told(found: list[Candidate]) -> list[tuple[str, str, str]]:
    return [(c.at.removeprefix("art-1."), c.norm.value, c.action.words) for c in found]


def test_an_act_with_its_own_clock_or_addressee_is_a_norm_of_its_own(read: Reads) -> None:
    found = read("运营者应当立即补救，消除隐患，及时告知用户，并在二十四小时内向主管部门报告。")

    assert [(c.action.words, c.clock and c.clock.quote.words, c.receiver and c.receiver.name.words) for c in found] == [
        ("立即补救，消除隐患", "立即", None),
        ("及时告知用户", "及时", None),
        ("并在二十四小时内向主管部门报告", "在二十四小时内", "主管部门"),
    ]
    assert len({c.modal for c in found}) == 1


def test_a_clock_in_front_of_a_list_of_acts_holds_for_all_of_it(read: Reads) -> None:
    found = read("受理机关应当自收到材料之日起十五日内审核，并将意见报省级机关备案。")

    assert [c.clock and c.clock.n for c in found] == [15, 15]


def test_at_once_stands_for_its_own_act_only(read: Reads) -> None:
    found = read("企业应当立即停产，并向环保部门报告。")

    assert [c.clock and c.clock.kind.value for c in found] == ["at-once", None]


def test_a_clock_before_the_bearer_counts(read: Reads) -> None:
    (found,) = read("成交后二十四小时内，服务商应当划转款项。")

    assert found.clock is not None
    assert (found.clock.n, found.clock.event and found.clock.event.words) == (24, "成交")


def test_a_clock_of_a_condition_does_not_count(read: Reads) -> None:
    (found,) = read("停产一年以上的，企业应当重新检验。")

    assert found.clocks == ()


def test_a_ban_followed_by_a_report_orders_the_report(read: Reads) -> None:
    found = read("税务机关不得执行，并向上级税务机关报告。")

    assert [(c.modality.value, c.receiver and c.receiver.name.words) for c in found] == [
        ("must-not", None),
        ("must", "上级税务机关"),
    ]


def test_items_of_ordered_acts_are_norms_with_the_bearer_of_the_lead_in(read: Reads) -> None:
    found = read("承办者应当履行下列职责：", "（一）制定方案；", "（二）及时消除隐患；", "（三）法律规定的其他职责。")

    assert told(found) == [
        ("par-1", "duty", "履行下列职责"),
        ("par-1.item-1", "duty", "制定方案"),
        ("par-1.item-2", "duty", "及时消除隐患"),
    ]
    assert {c.bearer and c.bearer.words for c in found} == {"承办者"}
    assert [c.list_of for c in found] == [None, "art-1.par-1", "art-1.par-1"]


def test_items_of_papers_conditions_and_contents_are_no_norms(read: Reads) -> None:
    found = read("申请人应当提交下列材料：", "（一）营业执照；", "（二）场所证明。")

    assert told(found) == [("par-1", "duty", "提交下列材料")]


def test_items_that_are_conditions_of_a_duty_are_no_norms(read: Reads) -> None:
    found = read("有下列情形之一的，发证机关应当注销许可证：", "（一）企业申请注销的；", "（二）许可证被吊销的。")

    assert [c.at for c in found] == ["art-1.par-1"]


def test_forbidden_acts_in_items_are_prohibitions_whatever_words_they_use(read: Reads) -> None:
    found = read("用户不得有下列行为：", "（一）毁坏标志；", "（二）未经应当取得的许可营业。")

    assert [c.norm.value for c in found] == ["prohibition"] * 3


def test_items_with_deontic_words_of_their_own_keep_them(read: Reads) -> None:
    found = read("经营单位应当遵守下列规定：", "（一）禁止吸烟；", "（二）检查设备，发现故障的，应当停用。")

    assert told(found)[1:] == [
        ("par-1.item-1", "prohibition", "吸烟"),
        ("par-1.item-2", "duty", "检查设备"),
        ("par-1.item-2", "duty", "停用"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "由税务机关责令限期改正；逾期不改正的，处一万元以上十万元以下的罚款。",
        "情节严重的，公安机关可以处五日以下拘留。",
        "构成犯罪的，依法追究刑事责任。",
        "主动供述的，应当从轻或者减轻处罚。",
    ],
)
def test_a_sanction_is_no_duty(read: Reads, sentence: str) -> None:
    found = read(sentence)

    assert {c.norm.value for c in found} == {"sanction"}
    assert not any(c.duty for c in found)


def test_breaches_that_are_listed_under_a_sanction_are_no_norms(read: Reads) -> None:
    found = read(
        "经营者有下列行为之一的，由市场监管部门责令改正：", "（一）未按规定报主管部门备案；", "（二）应当公示而不公示。"
    )

    assert [(c.norm.value, c.bearer and c.bearer.words) for c in found] == [("sanction", "市场监管部门")]


@pytest.mark.parametrize(
    ("sentence", "bearer", "authority"),
    [
        ("收费标准，由经营者制订，报当地物价机关备案。", "经营者", "当地物价机关"),
        ("由承办者在举办活动的二十日前向公安机关申请许可。", "承办者", "公安机关"),
        ("申请人完成筹建后，向文化部门申请审核。", "申请人", "文化部门"),
    ],
)
def test_a_filing_in_the_indicative_is_a_duty(read: Reads, sentence: str, bearer: str, authority: str) -> None:
    (found,) = read(sentence)

    assert (found.modal, found.norm.value) == (None, "duty")
    assert (found.bearer and found.bearer.words, found.receiver and found.receiver.name.words) == (bearer, authority)


@pytest.mark.parametrize(
    "sentence",
    [
        "国家鼓励企业向社会公开数据。",
        "企业不需要报送收入信息。",
        "许可证有效期为五年。",
        "对决定不服的，向上一级机关申请复议。",
        "本办法由文化部门负责解释。",
        "具体办法由市人民政府制定。",
    ],
)
def test_policy_exemption_remedy_and_competence_to_make_rules_are_no_duties(read: Reads, sentence: str) -> None:
    assert [c for c in read(sentence) if c.duty] == []


def test_being_in_charge_is_a_competence_of_an_authority_and_a_duty_of_anybody_else(read: Reads) -> None:
    found = read("公安机关负责治安管理工作。企业负责人对安全工作全面负责。")

    assert [(c.modality.value, c.norm.value) for c in found] == [("may", "power"), ("must", "duty")]


def test_a_retention_period_in_the_indicative_is_a_duty(read: Reads) -> None:
    found = read("运营者应当建档。档案至少保存三年。")

    assert (found[1].modal, found[1].clock and (found[1].clock.kind.value, found[1].clock.n)) == (None, ("at-least", 3))


def test_a_limit_from_below_is_told_by_its_word_and_its_clock(read: Reads) -> None:
    (found,) = read("保存期限不得少于六十日。")

    assert (found.modality.value, found.action.words) == ("must-not", "少于六十日")
    assert found.clock is not None
    assert (found.clock.kind.value, found.clock.n) == ("at-least", 60)


def test_what_an_amendment_puts_into_another_act_gives_no_candidates() -> None:
    text = "关于修改《某某管理办法》的决定\n一、将第三条修改为：“经营者应当备案。”\n二、本决定自公布之日起施行。\n"

    assert candidates(parse(text)) == []


def test_the_provisions_cited_in_the_evidence_stand_with_the_candidate() -> None:
    text = "某某管理办法\n第一条　运营者应当建档。\n第二条　运营者应当按照本办法第一条的规定备案。\n"
    statute = parse(text)

    found = candidates(statute, find(text, outline_of(statute)).citations)

    assert [[c.words for c in candidate.citations] for candidate in found] == [[], ["本办法第一条"]]


def test_a_row_holds_scalars_and_lists_of_words_only(read: Reads) -> None:
    (found,) = read("运营者应当在变更之日起十个工作日内通过全国备案系统向省级网信部门备案。")

    row = found.row()

    assert row == {
        "key": "art-1.par-1.cand-1",
        "at": "art-1.par-1",
        "norm": "duty",
        "modality": "must",
        "modal_word_zh": "应当",
        "bearer_zh": "运营者",
        "bearer_carried": False,
        "action_zh": "在变更之日起十个工作日内通过全国备案系统向省级网信部门备案",
        "deadline_zh": "在变更之日起十个工作日内",
        "deadline_kind": "within",
        "deadline_n": 10,
        "deadline_unit": "working-day",
        "deadline_from_zh": "变更之日",
        "further_deadlines_zh": [],
        "authority_zh": "省级网信部门",
        "flow": "file",
        "flow_verb_zh": "备案",
        "further_authorities_zh": [],
        "platform_zh": "全国备案系统",
        "cites_zh": [],
        "list_of": None,
        "evidence_zh": "运营者应当在变更之日起十个工作日内通过全国备案系统向省级网信部门备案",
        "evidence_start": 11,
        "evidence_end": 45,
    }


def test_candidates_of_one_provision_are_numbered_in_the_order_of_the_text(read: Reads) -> None:
    found = read("运营者应当建档，不得涂改。", "用户可以查询。")

    assert [c.key for c in found] == ["art-1.par-1.cand-1", "art-1.par-1.cand-2", "art-1.par-2.cand-1"]
