"""Any text gives candidates without an error, and every quote is verbatim."""

from __future__ import annotations

from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.statute.duties import Candidate, Clock, Quote, Receiver, candidates
from ingest.statute.parse import parse

WORDS = [
    "应当",
    "不得",
    "可以",
    "有权",
    "必须",
    "应",
    "须",
    "可",
    "禁止",
    "严禁",
    "负责",
    "方可",
    "有义务",
    "的",
    "，",
    "，",
    "。",
    "；",
    "：",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "、",
    "并",
    "和",
    "或者",
    "由",
    "向",
    "报",
    "经",
    "到",
    "自",
    "在",
    "对",
    "将",
    "未",
    "经营者",
    "申请人",
    "公安机关",
    "国务院",
    "省级网信部门",
    "任何单位和个人",
    "登记内容",
    "许可证",
    "备案",
    "报告",
    "批准",
    "申请",
    "提出申请",
    "举报",
    "保存",
    "立即",
    "及时",
    "定期",
    "每年",
    "三十日内",
    "之日起",
    "二十个工作日内",
    "不少于六个月",
    "七日前",
    "届满",
    "前",
    "后",
    "的，应当",
    "下列义务：",
    "（一）",
    "（二）",
    "第一条\u3000",
    "第二条\u3000",
    "\n",
    "责令改正",
    "处罚款",
    "罚款",
    "通过",
    "备案系统",
    "平台",
    "本办法",
    "第三条",
    "规定",
    "按照",
    "其他",
    "情形",
    "发现",
    "问题",
    "变更",
    "1",
    "年",
    "半年",
    "月",
    "日",
    "１０",
    "小时",
    "人工智能",
    "员",
    "者",
    "人",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)


def quotes(found: Candidate | Clock | Receiver) -> list[Quote]:
    out: list[Quote] = []
    for value in (getattr(found, each.name) for each in fields(found)):
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Quote):
                out.append(one)
            elif isinstance(one, Clock | Receiver):
                out += quotes(one)
    return out


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_words_of_the_law_in_any_order_give_candidates_with_verbatim_quotes(words: str) -> None:
    text = "某某管理办法\n第一条　" + words + "\n第二条　本办法自公布之日起施行。\n"

    found = candidates(parse(text))

    for candidate in found:
        for quote in quotes(candidate):
            assert text[quote.start : quote.end] == quote.words
        assert all(not isinstance(value, dict) for value in candidate.row().values())
    assert len({candidate.key for candidate in found}) == len(found)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_gives_candidates_without_an_error(text: str) -> None:
    assert isinstance(candidates(parse("第一条　" + text)), list)


def test_the_same_text_gives_the_same_candidates() -> None:
    text = "第一条　运营者应当建档，并向公安机关报告。\n"

    assert candidates(parse(text)) == candidates(parse(text))


def test_a_sentence_without_an_end_is_not_read_for_ever() -> None:
    text = "第一条　" + "经营者应当按照向在" * 20_000

    assert candidates(parse(text)) == []
