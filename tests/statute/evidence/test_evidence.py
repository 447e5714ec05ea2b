"""A made-up rule, facts for every way in which a text can bear a fact out or not, and what is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Agreement, Claim, Mismatch, Mistake, NotChecked, Report, Taken, TextSeen, Twins, Unchecked
from graph.knowledge import Knowledge
from graph.model import Row
from ingest.check import checked
from ingest.statute.evidence import claims, fingerprint, held_against, with_fingerprints
from ingest.statute.matching import Held
from ingest.statute.parse import parse

LANTERNS = """纸灯管理办法
（2024年3月1日灯会办公布　自2024年5月1日起施行）

第一条 为了规范纸灯，制定本办法。
第二条 灯主应当自点灯之日起十个工作日内，通过灯会系统备案。
灯主应当遵守下列规定：
（一）保存灯谱；
（二）标明灯色。
点灯不得扰民。
第三条 违反本办法的，由灯会办责令改正。
第四条 外国人点灯，适用本办法。
第五条 本办法自2024年5月1日起施行。
"""
UNDATED = LANTERNS.replace("（2024年3月1日灯会办公布　自2024年5月1日起施行）\n", "")
DRAFT = LANTERNS.replace("纸灯管理办法\n（2024年3月1日灯会办公布　自2024年5月1日起施行）", "纸灯管理办法（征求意见稿）")
OLDER = LANTERNS.replace("2024年", "2009年").replace("灯会系统", "书面")
NEWER = LANTERNS.replace("公布　", "公布　2026年2月2日修正　")
FIRST_TWO = LANTERNS[: LANTERNS.index("第三条")]


def held(name: str = "lanterns.md", text: str = LANTERNS, **metadata: str) -> Held:
    return Held(name, parse(text), metadata)


@pytest.fixture(scope="module")
def facts() -> Knowledge:
    return checked(Path(__file__).with_name("facts"))


def found(report: Report, fact: str) -> Agreement | Mismatch | NotChecked:
    (one,) = [one for one in report.findings if one.claim.fact == fact]
    return one


def taken(facts: Knowledge, text: Held) -> TextSeen:
    return held_against(facts, [text]).texts[0]


# ------------------------------------------------------------ what a text says of a fact


def test_every_claim_is_an_agreement_a_mismatch_or_unchecked(facts: Knowledge) -> None:
    report = held_against(facts, [held()])

    told = [one.claim.fact for one in report.findings]

    assert sorted(told) == sorted(claim.fact for claim in claims(facts))
    assert (len(report.agreements), len(report.mismatches), len(report.unchecked)) == (5, 4, 6)


def test_words_that_stand_where_they_are_cited_agree(facts: Knowledge) -> None:
    report = held_against(facts, [held()])

    assert found(report, "ev.doc.right.1") == Agreement(
        Claim("ev.doc.right.1", "cn.lantern-2024", "art-2.par-1", ("十个工作日", "灯会系统")),
        "lanterns.md",
        fingerprint("灯主应当自点灯之日起十个工作日内，通过灯会系统备案。"),
    )
    assert found(report, "ev.doc.item.1") in report.agreements
    assert report.words_found == 5


def test_layout_and_code_points_make_no_mismatch(facts: Knowledge) -> None:
    laid_out = LANTERNS.replace("十个工作日", "⼗ 个 ⼯ 作 ⽇").replace("灯会系统", "灯 会系统")

    report = held_against(facts, [held(text=laid_out)])

    assert found(report, "ev.doc.right.1") in report.agreements


def test_words_that_stand_elsewhere_are_told_with_the_provision_where_they_stand(facts: Knowledge) -> None:
    report = held_against(facts, [held()])

    assert found(report, "ev.doc.elsewhere.1") == Mismatch(
        Claim("ev.doc.elsewhere.1", "cn.lantern-2024", "art-3.par-1", ("灯会系统",)),
        "lanterns.md",
        Mistake.WORDS_MISSING,
        missing=("灯会系统",),
        nearest="cn.lantern-2024.art-2.par-1",
    )


def test_words_that_stand_nowhere_are_told_with_the_words_most_like_them(facts: Knowledge) -> None:
    mismatch = found(held_against(facts, [held()]), "ev.doc.other-words.1")

    assert isinstance(mismatch, Mismatch)
    assert (mismatch.missing, mismatch.nearest, mismatch.said) == (("十五个工作日",), None, "起十个工作日")


def test_a_paragraph_that_is_not_there_is_told_with_the_nearest_that_holds_the_words(facts: Knowledge) -> None:
    mismatch = found(held_against(facts, [held()]), "ev.doc.beyond.1")

    assert isinstance(mismatch, Mismatch)
    assert (mismatch.why, mismatch.nearest) == (Mistake.NO_SUCH_PROVISION, "cn.lantern-2024.art-2.par-2")


def test_an_article_that_is_not_there_is_told_with_the_nearest_that_is(facts: Knowledge) -> None:
    mismatch = found(held_against(facts, [held()]), "ev.lantern-2024.art-9.1")

    assert isinstance(mismatch, Mismatch)
    assert (mismatch.why, mismatch.nearest) == (Mistake.NO_SUCH_PROVISION, "cn.lantern-2024.art-5")


def test_another_number_of_articles_is_a_mismatch(facts: Knowledge) -> None:
    six = LANTERNS.replace("第五条 本办法", "第五条 灯会办负责解释。\n第六条 本办法")

    assert found(held_against(facts, [held(text=six)]), "cn.lantern-2024") == Mismatch(
        Claim("cn.lantern-2024", "cn.lantern-2024", articles=5), "lanterns.md", Mistake.COUNT_DIFFERS, said="6 articles"
    )


def test_a_stored_fingerprint_matches_the_text_it_was_made_of_and_no_other(facts: Knowledge) -> None:
    stored = with_fingerprints(facts, held_against(facts, [held()]))
    changed = LANTERNS.replace("通过灯会系统备案", "通过灯会系统登记备案")

    same = held_against(stored, [held()])
    other = found(held_against(stored, [held(text=changed)]), "ev.doc.right.1")

    assert len(same.mismatches) == 4
    assert isinstance(other, Mismatch)
    assert (other.why, other.nearest) == (Mistake.FINGERPRINT_DIFFERS, None)
    assert other.said == fingerprint("灯主应当自点灯之日起十个工作日内，通过灯会系统登记备案。")


def test_a_fingerprint_that_is_another_paragraphs_names_it(facts: Knowledge) -> None:
    rows = [
        row | {"fingerprint": fingerprint("点灯不得扰民。") if row["id"] == "ev.doc.right.1" else None}
        for row in facts.nodes["Evidence"]
    ]
    moved = replace(facts, nodes={**facts.nodes, "Evidence": rows})

    mismatch = found(held_against(moved, [held()]), "ev.doc.right.1")

    assert isinstance(mismatch, Mismatch)
    assert mismatch.nearest == "cn.lantern-2024.art-2.par-3"


def test_evidence_keeps_the_fingerprint_it_has_where_no_text_was_read(facts: Knowledge) -> None:
    stored = with_fingerprints(facts, held_against(facts, [held()]))

    again = with_fingerprints(stored, held_against(stored, []))

    assert again == stored
    assert {row["id"]: row["fingerprint"] for row in again.nodes["Evidence"]}["ev.bell.art-2.1"] is None


LINES = st.lists(
    st.sampled_from([*LANTERNS.splitlines(), "第九条 点灯。", "第二条之一 熄灯。", "征求意见稿", "附件", ""]),
    max_size=14,
)


@given(st.lists(LINES, max_size=3))
def test_whatever_the_texts_are_every_claim_is_told_once_and_only_a_text_of_the_version_contradicts(
    facts: Knowledge, texts: list[list[str]]
) -> None:
    report = held_against(facts, [held(f"{i}.md", "\n".join(lines)) for i, lines in enumerate(texts)])

    against = {text.text for text in report.texts if text.taken.is_held_against}

    assert sorted(one.claim.fact for one in report.findings) == sorted(claim.fact for claim in claims(facts))
    assert {mismatch.text for mismatch in report.mismatches} <= against


# ------------------------------------------------------------ what a duty quotes


def duty(**row: str | None) -> Knowledge:
    named: dict[str, str | None] = {"bound_term_zh": None, "modal_word_zh": None}
    return Knowledge({"Obligation": [{"id": "cn.ob.lantern.x", **named, **row}]}, {}, date(2026, 11, 20))


def test_who_is_bound_is_looked_for_in_the_article_and_the_modal_word_at_the_place() -> None:
    assert list(
        claims(duty(provision="cn.lantern-2024.art-2.par-3", bound_term_zh="灯主；游人", modal_word_zh="不得"))
    ) == [
        Claim("cn.ob.lantern.x", "cn.lantern-2024", "art-2.par-3", ("不得",), with_lead=True),
        Claim("cn.ob.lantern.x", "cn.lantern-2024", "art-2", ("灯主", "游人")),
    ]


def test_the_modal_word_of_an_item_may_stand_in_the_words_that_lead_it_in_but_not_in_another_paragraph(
    facts: Knowledge,
) -> None:
    def with_duty(provision: str, word: str) -> Report:
        row: Row = {"id": "cn.ob.lantern.x", "provision": provision, "bound_term_zh": None, "modal_word_zh": word}
        return held_against(replace(facts, nodes={**facts.nodes, "Obligation": [row]}), [held()])

    led_in = with_duty("cn.lantern-2024.art-2.par-2.item-1", "应当")
    not_led_in = with_duty("cn.lantern-2024.art-2.par-3", "应当")

    assert isinstance(found(led_in, "cn.ob.lantern.x"), Agreement)
    assert isinstance(found(not_led_in, "cn.ob.lantern.x"), Mismatch)


# ------------------------------------------------------------ what could not be checked


def test_a_fact_whose_text_is_not_at_hand_is_unchecked_with_the_reason(facts: Knowledge) -> None:
    report = held_against(facts, [held()])

    assert found(report, "ev.bell.art-2.1") == NotChecked(
        Claim("ev.bell.art-2.1", "cn.bell", "art-2", ("铃声",)), Unchecked.NO_TEXT
    )


def test_evidence_that_names_no_provision_is_unchecked(facts: Knowledge) -> None:
    assert found(held_against(facts, [held()]), "ev.bell.1") == NotChecked(
        Claim("ev.bell.1", None), Unchecked.NAMES_NO_PROVISION
    )


def test_a_text_of_another_version_contradicts_nothing(facts: Knowledge) -> None:
    report = held_against(facts, [held("older.md", OLDER), held("newer.md", NEWER)])

    assert found(report, "ev.doc.right.1") == NotChecked(
        Claim("ev.doc.right.1", "cn.lantern-2024", "art-2.par-1", ("十个工作日", "灯会系统")),
        Unchecked.OTHER_VERSION,
        ("newer.md", "older.md"),
    )
    assert report.mismatches == ()


def test_of_two_versions_the_one_of_the_facts_is_held_against(facts: Knowledge) -> None:
    report = held_against(facts, [held("older.md", OLDER), held("now.md", LANTERNS)])

    agreement = found(report, "ev.doc.right.1")

    assert isinstance(agreement, Agreement)
    assert agreement.text == "now.md"
    assert [(text.text, text.taken) for text in report.texts] == [
        ("now.md", Taken.VERSION),
        ("older.md", Taken.OTHER_VERSION),
    ]


def test_what_a_text_that_is_cut_off_does_not_hold_is_unchecked(facts: Knowledge) -> None:
    report = held_against(facts, [held(text=FIRST_TWO)])

    unchecked = found(report, "ev.doc.elsewhere.1")

    assert isinstance(unchecked, NotChecked)
    assert unchecked.why is Unchecked.PARTIAL_TEXT
    assert found(report, "ev.doc.right.1") in report.agreements
    assert report.texts[0].notes == ("holds 2 of 5 articles",)


# ------------------------------------------------------------ several texts of one version


def test_two_texts_of_one_version_with_the_same_words_are_no_news(facts: Knowledge) -> None:
    assert held_against(facts, [held("a.md"), held("b.md", LANTERNS.replace("。\n", "。\n\n"))]).twins == ()


def test_two_texts_of_one_version_with_different_words_are_told_with_the_articles(facts: Knowledge) -> None:
    other = LANTERNS.replace("十个工作日", "十日").replace("责令改正", "责令改正，可以罚款")

    report = held_against(facts, [held("a.md"), held("b.md", other)])

    assert report.twins == (
        Twins("cn.lantern-2024", "a.md", "b.md", ("cn.lantern-2024.art-2", "cn.lantern-2024.art-3")),
    )


def test_a_fact_that_one_text_bears_out_and_another_of_its_version_does_not_is_a_mismatch(facts: Knowledge) -> None:
    other = LANTERNS.replace("十个工作日", "十日")

    mismatch = found(held_against(facts, [held("a.md"), held("b.md", other)]), "ev.doc.right.1")

    assert isinstance(mismatch, Mismatch)
    assert (mismatch.why, mismatch.text, mismatch.missing) == (Mistake.TEXTS_DISAGREE, "b.md", ("十个工作日",))


def test_a_text_with_glued_paragraphs_does_not_contradict_one_with_the_same_words(facts: Knowledge) -> None:
    glued = LANTERNS.replace("备案。\n灯主应当", "备案。灯主应当")

    report = held_against(facts, [held("glued.md", glued), held("whole.md")])

    assert isinstance(found(report, "ev.doc.item.1"), Agreement)
    assert report.twins == ()


def test_a_text_that_tells_no_version_does_not_overrule_one_that_does(facts: Knowledge) -> None:
    other = UNDATED.replace("十个工作日", "十日")

    report = held_against(facts, [held("dated.md"), held("undated.md", other)])

    assert isinstance(found(report, "ev.doc.right.1"), Agreement)
    assert len(report.twins) == 1


# ------------------------------------------------------------ which text is which instrument


@pytest.mark.parametrize(
    "title",
    ["纸灯管理办法", "中华人民共和国纸灯管理办法", "《纸灯管理办法》", "纸灯管理办法（2024年公布）", "纸灯办法"],
)
def test_a_title_is_known_with_and_without_the_state_in_brackets_and_by_alias(facts: Knowledge, title: str) -> None:
    text = held(text=LANTERNS.replace("纸灯管理办法\n", f"{title}\n"))

    assert taken(facts, text).regulations == ("cn.lantern-2024",)


def test_a_title_that_matches_no_instrument_is_told(facts: Knowledge) -> None:
    text = held("moon.md", LANTERNS.replace("纸灯管理办法", "月饼管理办法"))

    assert taken(facts, text) == TextSeen("moon.md", "月饼管理办法", Taken.NO_REGULATION, (), 5, date(2024, 3, 1))


def test_a_text_without_a_title_goes_by_what_its_file_says(facts: Knowledge) -> None:
    untitled = LANTERNS[LANTERNS.index("第一条") :]

    by_head = taken(facts, held("x.json", untitled, officialTitle="纸灯管理办法", publishedOn="2024-03-01"))
    by_name = taken(facts, held("laws/纸灯管理办法(2024-03-01).txt", untitled))

    assert (by_head.regulations, by_head.taken) == (("cn.lantern-2024",), Taken.VERSION)
    assert (by_name.regulations, by_name.taken) == (("cn.lantern-2024",), Taken.VERSION)


def test_a_draft_is_never_taken_for_the_act_that_came_of_it(facts: Knowledge) -> None:
    by_title = taken(facts, held(text=DRAFT))
    by_call = taken(facts, held(text=f"灯会办关于《纸灯管理办法》公开征求意见的通知\n\n{UNDATED}"))
    by_head = taken(facts, held(text=UNDATED, **{"是否征求意见稿": "true"}))

    assert {text.regulations for text in (by_title, by_call, by_head)} == {("cn.lantern-draft-2023",)}


def test_an_act_is_never_taken_for_a_draft(facts: Knowledge) -> None:
    report = held_against(facts, [held()])

    assert isinstance(found(report, "ev.lantern-draft-2023.art-2.1"), NotChecked)


def test_a_decision_that_amends_is_held_against_nothing(facts: Knowledge) -> None:
    decision = "灯会办关于修改《纸灯管理办法》的决定\n\n一、将第二条修改为：“第二条 灯主应当备案。”\n二、本决定自公布之日起施行。\n"

    assert taken(facts, held(text=decision)).taken is Taken.AMENDMENT


def test_a_known_title_without_articles_is_told(facts: Knowledge) -> None:
    assert taken(facts, held(text="纸灯管理办法\n")).taken is Taken.NO_PROVISIONS


def test_a_name_of_two_instruments_is_ambiguous(facts: Knowledge) -> None:
    rows = [row | {"aliases": ["纸灯办法"]} for row in facts.nodes["Regulation"]]
    doubled = replace(facts, nodes={**facts.nodes, "Regulation": rows})

    seen = taken(doubled, held(text=LANTERNS.replace("纸灯管理办法\n", "纸灯办法\n")))

    assert (seen.taken, seen.regulations) == (Taken.AMBIGUOUS, ("cn.bell", "cn.lantern-2024"))


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (LANTERNS, Taken.VERSION),
        (UNDATED, Taken.VERSION_UNSAID),
        (OLDER, Taken.OTHER_VERSION),
        (NEWER, Taken.OTHER_VERSION),
        (UNDATED.replace("第五条 本办法", "第五条 灯会办解释。\n第六条 本办法"), Taken.OTHER_VERSION),
    ],
    ids=["its days", "no day", "earlier", "amended since", "more articles, no day"],
)
def test_the_version_goes_by_the_days_and_the_number_of_articles(facts: Knowledge, text: str, how: Taken) -> None:
    assert taken(facts, held(text=text)).taken is how


def test_a_file_name_with_a_later_day_than_the_facts_know_is_another_version(facts: Knowledge) -> None:
    later = taken(facts, held("纸灯管理办法(2026-05-01).md"))
    fetched = taken(facts, held("纸灯管理办法-2026-05-01.md"))

    assert later.taken is Taken.OTHER_VERSION
    assert later.notes == ("is of 2026-05-01, the facts know of nothing later than 2024-05-01",)
    assert fetched.taken is Taken.VERSION


def test_an_amended_act_is_the_version_of_its_last_amendment(facts: Knowledge) -> None:
    bells = (
        "铜铃条例\n（2001年2月3日通过{}）\n第一条 为了铜铃。\n第二条 铃声应当清晰。\n第三条 本条例自公布之日起施行。\n"
    )

    now = taken(facts, held(text=bells.format("　2020年6月1日修正")))
    before = taken(facts, held(text=bells.format("")))
    later = taken(facts, held(text=bells.format("　2020年6月1日修正　2025年1月1日修正")))

    assert [seen.taken for seen in (now, before, later)] == [Taken.VERSION, Taken.OTHER_VERSION, Taken.OTHER_VERSION]
    assert before.notes == ("is of 2001-02-03, the facts are about the version amended on 2020-06-01",)


def test_a_file_that_calls_a_law_repealed_which_the_facts_hold_in_force_is_noted(facts: Knowledge) -> None:
    assert taken(facts, held(text=LANTERNS, status="废止或失效")).notes == (
        "its file calls it 废止或失效, the facts in-force",
    )
