"""A citation leads to a node that holds on the day, or to a typed outcome that says why not."""

from __future__ import annotations

from datetime import date

import pytest

from graph.citations.answer import Answer
from graph.citations.check import check_citations, cited_provision
from graph.citations.outcome import Because, Outcome
from graph.errors import NothingPublished, UsedWrongly
from graph.knowledge import Knowledge
from graph.store import Store

TODAY = date(2026, 11, 20)
BEFORE = date(2025, 6, 1)


def only(store: Store, words: str, on: date = TODAY) -> Answer:
    (answer,) = cited_provision(store, words, on=on).answers
    return answer


CASES = [
    ("算法推荐管理规定第二十四条第一款", TODAY, Outcome.EXISTS, "cn.recommendation.art-24.par-1", None),
    ("《互联网信息服务算法推荐管理规定》", TODAY, Outcome.EXISTS, "cn.recommendation", None),
    ("cn.recommendation.art-24.par-1", TODAY, Outcome.EXISTS, "cn.recommendation.art-24.par-1", None),
    ("cn.recommendation", TODAY, Outcome.EXISTS, "cn.recommendation", None),
    ("《算法推荐管理规定》第四章", TODAY, Outcome.EXISTS, "cn.recommendation", None),
    ("《算法推荐管理规定》第九章", TODAY, Outcome.NOT_HELD, "cn.recommendation", Because.DIVISION),
    ("算法推荐管理规定第二十四条第二款", TODAY, Outcome.EXISTS, "cn.recommendation.art-24", Because.IMPLIED),
    ("算法推荐管理规定第二十四条第九款", TODAY, Outcome.NOT_HELD, "cn.recommendation.art-24", Because.CLAUSE),
    ("人工智能暂行办法第二条第二项", TODAY, Outcome.EXISTS, "cn.measures.art-2.par-1.item-2", None),
    ("算法推荐管理规定第三条", TODAY, Outcome.NOT_HELD, None, Because.ARTICLE),
    ("算法推荐管理规定第三十六条", TODAY, Outcome.NO_SUCH_PROVISION, None, Because.BEYOND),
    ("人工智能暂行办法第一条之一", TODAY, Outcome.NO_SUCH_PROVISION, None, Because.ALL_HELD),
    (
        "算法推荐管理规定第二十四条",
        date(2022, 2, 28),
        Outcome.NOT_IN_FORCE,
        "cn.recommendation.art-24",
        Because.NOT_YET,
    ),
    ("《生成式人工智能服务管理办法（征求意见稿）》第三条", TODAY, Outcome.NOT_IN_FORCE, None, Because.DRAFT),
    ("《生成式人工智能服务管理办法（征求意见稿）》", date(2023, 5, 1), Outcome.NOT_IN_FORCE, "cn.draft", Because.DRAFT),
    ("评估指南", TODAY, Outcome.REPEALED, "cn.guide-old", Because.ENDED),
    ("评估指南", date(2019, 12, 31), Outcome.EXISTS, "cn.guide-old", None),
    ("《安全基本要求》", TODAY, Outcome.AMBIGUOUS, None, Because.SEVERAL),
    ("《某某条例》第三条", TODAY, Outcome.NOT_HELD, None, Because.TITLE),
    ("国家有关规定", TODAY, Outcome.UNNAMED, None, Because.GENERAL),
    ("第三条", TODAY, Outcome.UNPARSED, None, Because.NO_INSTRUMENT),
    ("随便什么", TODAY, Outcome.UNPARSED, None, Because.NO_INSTRUMENT),
    ("网络安全法第二十三条", TODAY, Outcome.EXISTS, "cn.security.art-23", None),
    ("网络安全法第二十一条", BEFORE, Outcome.EXISTS, "cn.security.art-23", None),
    ("网络安全法第二十一条", TODAY, Outcome.NOT_HELD, None, Because.ARTICLE),
    ("网络安全法第二十三条", BEFORE, Outcome.NOT_HELD, None, Because.OLD_NUMBERS),
    ("网络安全法第六十一条", BEFORE, Outcome.NOT_HELD, None, Because.OLD_NUMBERS),
    ("网络安全法第十八条", BEFORE, Outcome.NOT_HELD, None, Because.SUCCESSOR),
    ("网络安全法第八十二条", BEFORE, Outcome.NOT_HELD, None, Because.OLD_NUMBERS),
    ("网络安全法第八十二条", TODAY, Outcome.NO_SUCH_PROVISION, None, Because.BEYOND),
    ("《网络安全法》（2016年）第二十三条", TODAY, Outcome.NOT_HELD, None, Because.EDITION),
    ("《网络安全法》（2025年修正）第二十三条", TODAY, Outcome.EXISTS, "cn.security.art-23", None),
    ("原《网络安全法》第二十一条", BEFORE, Outcome.EXISTS, "cn.security.art-23", None),
]


@pytest.mark.parametrize(("words", "on", "outcome", "node", "because"), CASES)
def test_a_citation_has_a_typed_outcome(
    held: Store, words: str, on: date, outcome: Outcome, node: str | None, because: Because | None
) -> None:
    answer = only(held, words, on)

    assert (answer.outcome, answer.node, answer.reason and answer.reason.because) == (outcome, node, because)


def test_both_stores_give_the_same_outcomes(store: Store, held: Store, world: Knowledge) -> None:
    store.publish(world)

    assert [only(store, words, on) for words, on, *_ in CASES] == [only(held, words, on) for words, on, *_ in CASES]


def test_a_renumbered_article_is_told_with_both_numbers_and_the_day(held: Store) -> None:
    then, now = only(held, "网络安全法第二十一条", BEFORE), only(held, "网络安全法第二十一条")

    for answer in (then, now):
        (moved,) = answer.renumbered
        assert (moved.former, moved.now, moved.node, moved.since) == (
            "21",
            "23",
            "cn.security.art-23",
            date(2026, 1, 1),
        )
    assert then.provision == "cn.security.art-23"
    assert now.provision == "cn.security.art-21"


def test_a_repealed_instrument_names_what_followed(held: Store) -> None:
    assert only(held, "评估指南").candidates == ("cn.guide-new",)


def test_an_ambiguous_title_names_its_candidates(held: Store) -> None:
    assert only(held, "《安全基本要求》").candidates == ("cn.basic-1", "cn.basic-2")


def test_a_title_that_is_not_held_names_what_is_like_it(held: Store) -> None:
    assert only(held, "《算法推荐管理规定解读》").candidates == ()
    assert only(held, "《信息服务算法推荐管理规定》").candidates == ("cn.recommendation",)


def test_a_draft_is_never_found_under_the_title_of_the_final_rule(held: Store) -> None:
    assert only(held, "《生成式人工智能服务管理办法》").outcome is Outcome.NOT_HELD


def test_several_citations_are_refused_where_one_is_asked_for(held: Store) -> None:
    with pytest.raises(UsedWrongly, match="holds 2 citations"):
        cited_provision(held, "《甲法》第一条和《乙法》第二条", on=TODAY)


def test_an_empty_store_says_so(store: Store) -> None:
    with pytest.raises(NothingPublished):
        check_citations(store, "《甲法》", on=TODAY)


def test_every_citation_of_a_text_is_in_the_report_and_counted(held: Store) -> None:
    text = (
        "根据《算法推荐管理规定》第二十四条第一款、第三十六条和国家有关规定，取得《许可证》的，依照合同法第五条办理。"
    )

    report = check_citations(held, text, on=TODAY)

    assert [one.citation.words for one in report.citations] == [
        "《算法推荐管理规定》第二十四条第一款、第三十六条",
        "国家有关规定",
        "合同法第五条",
    ]
    assert {outcome.name: n for outcome, n in report.outcomes.items() if n} == {
        "EXISTS": 1, "NO_SUCH_PROVISION": 1, "UNNAMED": 1, "NOT_HELD": 1,
    }  # fmt: skip
    assert [one.words for one in report.passed_over] == ["《许可证》"]
    assert report.faulty


WHOLE = "互联网信息服务算法推荐管理规定\n\n第一条 依照本规定第二条、第九条和前款办理。\n\n第二条 甲：\n\n（一）乙。\n\n第三条 依照第二条第七项，自公布之日起施行。\n"


def test_a_text_answers_for_its_own_articles(held: Store) -> None:
    report = check_citations(held, WHOLE, on=TODAY)

    answers = [(a.locator, a.outcome, a.reason and a.reason.because) for one in report.citations for a in one.answers]
    assert answers == [
        ("art-2", Outcome.IN_TEXT, Because.OTHER_VERSION),
        ("art-9", Outcome.NO_SUCH_PROVISION, Because.NOT_IN_TEXT),
        (None, Outcome.UNPARSED, Because.NOTHING_BEFORE),
        ("art-2.par-1.item-7", Outcome.NO_SUCH_PROVISION, Because.NOT_IN_TEXT),
    ]
    assert report.regulation == "cn.recommendation"


def test_the_text_of_an_instrument_that_is_held_leads_to_its_nodes(held: Store) -> None:
    text = "生成式人工智能服务管理暂行办法\n\n第一条 依照本办法第二条办理。\n\n第二条 自公布之日起施行。\n"

    (one,) = check_citations(held, text, on=TODAY).citations

    assert [(answer.outcome, answer.node) for answer in one.answers] == [(Outcome.EXISTS, "cn.measures.art-2")]


def test_a_part_of_a_text_never_says_that_an_article_does_not_exist(held: Store) -> None:
    text = "某某条例\n\n第五条 依照本条例第二条办理。\n\n第六条 甲。\n"

    (one,) = check_citations(held, text, on=TODAY).citations

    assert [(answer.outcome, answer.reason and answer.reason.because) for answer in one.answers] == [
        (Outcome.NOT_HELD, Because.PART_OF_TEXT)
    ]


def test_a_list_without_marks_never_says_that_an_item_does_not_exist(held: Store) -> None:
    text = "某某条例\n\n第一条 有下列情形的：\n\n甲；\n\n乙。\n\n第二条 有第一条第二项情形的，自公布之日起施行。\n"

    (one,) = check_citations(held, text, on=TODAY).citations

    assert [(answer.outcome, answer.reason and answer.reason.because) for answer in one.answers] == [
        (Outcome.NOT_HELD, Because.UNMARKED)
    ]


def test_a_chapter_is_asked_of_the_text_and_not_guessed_where_a_copy_lost_its_headings(held: Store) -> None:
    headed = "某条例\n\n第一章 总则\n\n第一条 适用本章和第九章规定，自公布之日起施行。\n"
    bare = headed.replace("第一章 总则\n\n", "")

    told = [
        [
            (a.locator, a.outcome, a.reason and a.reason.because)
            for one in check_citations(held, text, on=TODAY).citations
            for a in one.answers
        ]
        for text in (headed, bare)
    ]

    assert told == [
        [("chap-1", Outcome.IN_TEXT, None), ("chap-9", Outcome.NOT_HELD, Because.PART_OF_TEXT)],
        [(None, Outcome.NOT_HELD, Because.NO_HEADING)],
    ]


def test_titles_are_read_once_per_revision(world: Knowledge, held: Store) -> None:
    asked: list[str] = []

    class Counting:
        """The store, remembering what it was asked."""

        address = held.address
        revision = staticmethod(held.revision)

        def read(self, statement, parameters):  # type: ignore[no-untyped-def]
            asked.append(statement.name)
            return held.read(statement, parameters)

    store = Counting()
    for _ in range(3):
        check_citations(store, "《算法推荐管理规定》第二十四条，《网络安全法》第二十三条", on=TODAY)  # type: ignore[arg-type]

    assert asked == ["read/cited/instruments", "read/cited/provisions"]
