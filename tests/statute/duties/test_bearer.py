"""Who is bound."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.statute.duties import Candidate

Reads = Callable[..., list[Candidate]]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("平台运营者应当建档。", "平台运营者"),
        ("生产、销售、使用单位应当建档。", "生产、销售、使用单位"),
        ("化妆品注册人、备案人及其受托企业应当建档。", "化妆品注册人、备案人及其受托企业"),
        ("国务院负责档案安全的部门应当公布目录。", "国务院负责档案安全的部门"),
        ("县级以上人民政府交通、公安等部门应当会商。", "县级以上人民政府交通、公安等部门"),
        ("在境内从事测绘活动的单位和个人应当登记。", "在境内从事测绘活动的单位和个人"),
        ("提供者（以下称甲方）应当建档。", "提供者"),
        ("任何单位和个人不得毁坏标志。", "任何单位和个人"),
        ("经营者自收到通知之日起十日内应当答复。", "经营者"),
        ("经营者对消费者应当说明情况。", "经营者"),
        ("检测报告应当由检测机构出具。", "检测机构"),
        ("严禁旅游者擅自离队。", "旅游者"),
        ("销售者销售的设备，应当符合标准。", "销售者"),
        ("经营者变更住所，或者变更名称的，应当办理变更手续。", "经营者"),
        ("发现风险的，运营者应当处置。", "运营者"),
        ("人工智能服务提供者应当建档。", "人工智能服务提供者"),
        ("向海域排放废水的企业，应当安装设备。", "向海域排放废水的企业"),
        ("接到举报的部门应当核查。", "接到举报的部门"),
    ],
)
def test_the_bearer_is_the_subject_verbatim(read: Reads, sentence: str, bearer: str) -> None:
    found = read(sentence)

    assert [c.bearer and c.bearer.words for c in found[:1]] == [bearer]


@pytest.mark.parametrize(
    "sentence",
    [
        "登记内容应当真实。",
        "禁止在景区内吸烟。",
        "其他竞买人交纳的保证金应当在三日内退还。",
        "消费者的合法权益应当受到保护。",
        "申请设立学校，应当具备下列条件。",
        "委托其他单位生产的，应当备案。",
    ],
)
def test_a_thing_or_an_object_is_no_bearer(read: Reads, sentence: str) -> None:
    assert [c.bearer for c in read(sentence)] == [None]


def test_an_omitted_bearer_is_carried_over_from_the_sentence_before(read: Reads) -> None:
    first, second = read("运营者应当建档。记录应当至少保存三年。")

    assert (first.bearer and first.bearer.words, first.carried) == ("运营者", False)
    assert (second.bearer, second.carried) == (first.bearer, True)


def test_an_omitted_bearer_is_carried_over_from_the_paragraph_before_where_nobody_else_was_bound(read: Reads) -> None:
    found = read("运营者应当建档。", "处理敏感数据的，应当单独建档。")

    assert [(c.at, c.bearer and c.bearer.words, c.carried) for c in found] == [
        ("art-1.par-1", "运营者", False),
        ("art-1.par-2", "运营者", True),
    ]


def test_he_who_reports_is_not_bound_to_answer_himself(read: Reads) -> None:
    found = read("公安机关应当登记报案。报警人不报姓名的，应当记录在案。")

    assert [c.bearer and c.bearer.words for c in found] == ["公安机关", "公安机关"]


def test_each_norm_of_a_sentence_has_its_own_bearer(read: Reads) -> None:
    found = read("领队应当及时通知旅行社，旅行社应当向公安机关报告。")

    assert [c.bearer and c.bearer.words for c in found] == ["领队", "旅行社"]
