"""Clocks: kind, number, unit, event."""

from __future__ import annotations

import pytest

from ingest.statute.duties.deadline import before, clocks

DAY, WORKING_DAY, HOUR, MINUTE, MONTH, YEAR = "day", "working-day", "hour", "minute", "month", "year"


@pytest.mark.parametrize(
    ("text", "kind", "n", "unit", "event"),
    [
        ("自收到申请之日起二十个工作日内作出决定", "within", 20, WORKING_DAY, "收到申请之日"),
        ("在变更之日起10个工作日内办理变更手续", "within", 10, WORKING_DAY, "变更之日"),
        ("自作出许可决定之日起5日内公布", "within", 5, DAY, "作出许可决定之日"),
        ("在事故发生后24小时内报告", "within", 24, HOUR, "事故发生"),
        ("于 1 小时内报送简要情况", "within", 1, HOUR, None),
        ("半小时内到场", "within", 30, MINUTE, None),
        ("在三十日内通知对方", "within", 30, DAY, None),
        ("于季度终了的次月内报送", "within", 1, MONTH, "季度终了"),
        ("在有效期届满三十日前申请延续", "before", 30, DAY, "有效期届满"),
        ("在举行听证的七日前通知当事人", "before", 7, DAY, "举行听证"),
        ("在有效期限届满3个月前，向登记机关申请", "before", 3, MONTH, "有效期限届满"),
        ("提前六十日提出书面申请", "before", 60, DAY, None),
        ("留存日志不少于六个月", "at-least", 6, MONTH, None),
        ("至少保存三年", "at-least", 3, YEAR, None),
        ("保存期限不得少于产品使用期限届满后6个月", "at-least", 6, MONTH, "产品使用期限届满"),
        ("档案保存时间自行为终了之日起不少于三年", "at-least", 3, YEAR, "行为终了之日"),
        ("并保存2年以上", "at-least", 2, YEAR, None),
        ("每年开展一次评估", "every", 1, YEAR, None),
        ("每半年组织一次演练", "every", 6, MONTH, None),
        ("每季度报送统计资料", "every", 3, MONTH, None),
        ("至少每隔2小时报告进展", "every", 2, HOUR, None),
        ("于每年1月31日前报告上一年度情况", "by-date", None, None, None),
        ("于每年 1 月 31 日前报告上一年度情况", "by-date", None, None, None),
        ("在每年三月底以前核定计划", "by-date", None, None, None),
        ("立即采取补救措施", "at-once", None, None, None),
        ("及时告知用户", "promptly", None, None, None),
        ("定期开展培训", "every", None, None, None),
        ("事先征求意见", "before", None, None, None),
    ],
)
def test_a_time_that_governs_the_act_is_a_clock(
    text: str, kind: str, n: int | None, unit: str | None, event: str | None
) -> None:
    (clock,) = clocks(text, 0, len(text))

    found = (
        clock.kind.value,
        clock.n,
        clock.unit.value if clock.unit else None,
        clock.event.words if clock.event else None,
    )
    assert found == (kind, n, unit, event)


@pytest.mark.parametrize(
    "text",
    [
        "许可证有效期为五年",
        "建立及时发现问题的机制",
        "确保数据及时、准确",
        "要求对方在七日内答复",
        "从事满5年的人员",
        "使用即时通信工具",
        "签订定期存款合同",
        "标明生产日期",
        "按日连续处罚",
    ],
)
def test_a_time_that_does_not_say_when_to_act_is_no_clock(text: str) -> None:
    assert clocks(text, 0, len(text)) == []


def test_the_words_of_a_clock_are_verbatim_and_leave_out_what_stands_in_front() -> None:
    text = "并应当自变更之日起三十日内向登记机关报告"

    (clock,) = clocks(text, 0, len(text))

    assert clock.quote.words == "自变更之日起三十日内" == text[clock.quote.start : clock.quote.end]


def test_an_event_before_which_to_act_is_a_clock_without_a_number() -> None:
    text = "在施工前报告"

    clock = before(text, 0, len(text))

    assert clock is not None
    assert (clock.kind.value, clock.n, clock.event and clock.event.words) == ("before", None, "施工")


@pytest.mark.parametrize("text", ["在本办法施行前", "在五年前", "目前"])
def test_a_day_of_the_past_is_no_such_event(text: str) -> None:
    assert before(text, 0, len(text)) is None
