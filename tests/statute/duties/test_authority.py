"""Receivers and platforms, verbatim."""

from __future__ import annotations

import pytest

from ingest.statute.duties.authority import receivers
from ingest.statute.duties.platform import platform


@pytest.mark.parametrize(
    ("text", "name", "flow"),
    [
        ("向所在地省级网信部门备案", "所在地省级网信部门", "file"),
        ("立即向文物行政部门、公安机关报告", "文物行政部门、公安机关", "report"),
        ("将修改后的章程报市工商局备案", "市工商局", "file"),
        ("报区县（自治县）人民政府防汛指挥机构批准", "区县（自治县）人民政府防汛指挥机构", "apply"),
        ("应当经原审批机关同意", "原审批机关", "apply"),
        ("由省、自治区、直辖市人民政府海洋主管部门审批", "省、自治区、直辖市人民政府海洋主管部门", "apply"),
        ("到登记机关办理变更登记", "登记机关", "file"),
        ("在民政部门申请登记", "民政部门", "file"),
        ("有权向县级以上人民政府有关部门举报", "县级以上人民政府有关部门", "complain"),
        ("并通报同级卫生健康部门", "同级卫生健康部门", "report"),
        ("将名单告知社会保险经办机构", "社会保险经办机构", "report"),
        ("等信息报送履行保护职责的部门", "履行保护职责的部门", "report"),
        ("书面告知县级人民政府城管部门", "县级人民政府城管部门", "report"),
    ],
)
def test_the_authority_to_which_something_goes_is_named_as_in_the_text(text: str, name: str, flow: str) -> None:
    (receiver,) = receivers(text, 0, len(text))

    assert (receiver.name.words, receiver.flow.value) == (name, flow)
    assert text[receiver.name.start : receiver.name.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "向社会公布结果",
        "向用户作出说明",
        "告知申请人向有关行政机关申请",
        "将报国务院部门备案的计划通报销售者",
        "按照公安机关的规定保存",
        "配合公安机关调查",
        "向检验机构提供样品",
        "未经主管部门批准",
        "向消费者提供报告",
    ],
)
def test_nothing_goes_to_an_authority_where_users_or_attributes_are_meant(text: str) -> None:
    assert receivers(text, 0, len(text)) == []


def test_a_department_that_only_joins_in_is_not_the_receiver() -> None:
    text = "报国务院文化部门会同有关部门批准"

    (receiver,) = receivers(text, 0, len(text))

    assert receiver.name.words == "国务院文化部门"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("通过全国样品备案管理系统填报名称", "全国样品备案管理系统"),
        ("在企业信用信息公示系统公示", "企业信用信息公示系统"),
        ("通过主管部门指定的信息系统报送", "主管部门指定的信息系统"),
    ],
)
def test_a_named_system_through_which_something_is_filed_or_shown_is_the_platform(text: str, name: str) -> None:
    found = platform(text, 0, len(text))

    assert found is not None
    assert found.words == name


@pytest.mark.parametrize("text", ["通过网络平台销售", "在其平台公示", "完善操作系统", "利用大数据平台分析"])
def test_no_platform_where_none_is_named_or_nothing_goes_through_it(text: str) -> None:
    assert platform(text, 0, len(text)) is None
