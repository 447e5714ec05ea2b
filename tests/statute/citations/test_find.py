"""Every form in which Chinese law is cited, with the exact words and the provisions that they name."""

from __future__ import annotations

import pytest

from graph.citations.citation import By, Trouble, Why
from graph.citations.find import find
from graph.citations.names import Names, national_laws


def told(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(one.words, one.title, one.provisions) for one in find(text).citations]


@pytest.mark.parametrize(
    ("text", "words", "title", "provisions"),
    [
        ("依照《甲条例》第三条处罚", "《甲条例》第三条", "甲条例", ("art-3",)),
        ("依照《甲条例》第三条第二款第（四）项处罚", "《甲条例》第三条第二款第（四）项", "甲条例", ("art-3.par-2.item-4",)),
        ("依照《甲条例》第三条第（四）项处罚", "《甲条例》第三条第（四）项", "甲条例", ("art-3.par-1.item-4",)),
        ("依照《甲条例》第三条第四项处罚", "《甲条例》第三条第四项", "甲条例", ("art-3.par-1.item-4",)),
        ("依照《甲条例》第17条第2款处罚", "《甲条例》第17条第2款", "甲条例", ("art-17.par-2",)),
        ("依照《甲条例》第 十七 条处罚", "《甲条例》第 十七 条", "甲条例", ("art-17",)),
        ("依照《甲条例》第十七条之一第二款处罚", "《甲条例》第十七条之一第二款", "甲条例", ("art-17-1.par-2",)),
        ("依照《甲条例》第十七条之一、之二处罚", "《甲条例》第十七条之一、之二", "甲条例", ("art-17-1", "art-17-2")),
        ("依照《甲条例》第一条至第三条、第五条处罚", "《甲条例》第一条至第三条、第五条", "甲条例", ("art-1", "art-2", "art-3", "art-5")),
        ("依照《甲条例》第一至三条处罚", "《甲条例》第一至三条", "甲条例", ("art-1", "art-2", "art-3")),
        ("依照《甲条例》第三、四条处罚", "《甲条例》第三、四条", "甲条例", ("art-3", "art-4")),
        ("依照《甲条例》第三条第一款、第三款处罚", "《甲条例》第三条第一款、第三款", "甲条例", ("art-3.par-1", "art-3.par-3")),
        ("依照《甲条例》第三条第一款，第五条和第七条处罚", "《甲条例》第三条第一款，第五条和第七条", "甲条例", ("art-3.par-1", "art-5", "art-7")),
        ("依照《甲条例》第三条第（一）、（三）项处罚", "《甲条例》第三条第（一）、（三）项", "甲条例", ("art-3.par-1.item-1", "art-3.par-1.item-3")),
        ("依照《甲条例》第九条第一项至三项处罚", "《甲条例》第九条第一项至三项", "甲条例", ("art-9.par-1.item-1", "art-9.par-1.item-2", "art-9.par-1.item-3")),
        ("依照《甲条例》第九条前两款处罚", "《甲条例》第九条前两款", "甲条例", ("art-9.par-1", "art-9.par-2")),
        ("依照《甲条例》第九条所列第二项处罚", "《甲条例》第九条所列第二项", "甲条例", ("art-9.par-1.item-2",)),
        ("依照《甲条例》第二章第一节处罚", "《甲条例》第二章第一节", "甲条例", ("chap-2.sect-1",)),
        ("依照《甲条例》第二章第七条处罚", "《甲条例》第二章第七条", "甲条例", ("art-7",)),
        ("依照《甲条例》六十条第四款处罚", "《甲条例》六十条第四款", "甲条例", ("art-60.par-4",)),
        ("依照《甲条例》（国务院令第292号）第三条处罚", "《甲条例》（国务院令第292号）第三条", "甲条例", ("art-3",)),
        ("依照《甲条例》的第三条处罚", "《甲条例》的第三条", "甲条例", ("art-3",)),
        ("依照《甲条例》处罚", "《甲条例》", "甲条例", ()),
        ("依照《关于适用〈乙法〉的解释》第三条处罚", "《关于适用〈乙法〉的解释》第三条", "关于适用〈乙法〉的解释", ("art-3",)),
        ("依照《关于适用《乙法》的解释》第三条处罚", "《关于适用《乙法》的解释》第三条", "关于适用《乙法》的解释", ("art-3",)),
        ("依照刑事诉讼法第三条处罚", "刑事诉讼法第三条", "刑事诉讼法", ("art-3",)),
        ("依照中华人民共和国刑法第三条处罚", "中华人民共和国刑法第三条", "中华人民共和国刑法", ("art-3",)),
        ("涉嫌刑法分则第四章、第五章的犯罪", "刑法分则第四章、第五章", "刑法", ("chap-4", "chap-5")),
        ("依照专利法实施细则第三条处罚", "专利法实施细则第三条", "专利法实施细则", ("art-3",)),
        ("可以依照医疗器械监督管理条例第三条处罚", "医疗器械监督管理条例第三条", "医疗器械监督管理条例", ("art-3",)),
        ("遵守数据安全法的规定", "数据安全法", "数据安全法", ()),
    ],
)  # fmt: skip
def test_an_instrument_and_its_provisions_are_found_with_the_exact_words(
    text: str, words: str, title: str, provisions: tuple[str, ...]
) -> None:
    assert told(text) == [(words, title, provisions)]


def test_a_unit_below_an_item_is_told_in_its_own_words() -> None:
    (found,) = find("依照《甲条例》第三条第一款第二项第1目").citations

    assert found.words == "《甲条例》第三条第一款第二项第1目"
    assert [(target.first and target.first.locator, target.deeper) for target in found.targets] == [
        ("art-3.par-1.item-2", "第1目")
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("《甲乙丙条例》（以下简称《丙条例》）。依照《丙条例》第三条", "甲乙丙条例"),
        ("《甲乙丙条例》（以下简称丙条例）。依照丙条例第三条", "甲乙丙条例"),
        ("《甲乙丙条例》（以下简称“《丙条例》”）。依照《丙条例》第三条", "甲乙丙条例"),
        ("《甲乙丙条例》(下称《条例》)。依照《条例》第三条", "甲乙丙条例"),
        ("《甲乙丙条例》（国务院令第1号，以下简称《条例》）。依照《条例》第三条", "甲乙丙条例"),
    ],
)
def test_a_short_name_stands_for_the_title_from_its_definition_on(text: str, title: str) -> None:
    assert told(text)[-1][1:] == (title, ("art-3",))


def test_a_name_that_the_text_gives_in_brackets_is_seen_without_them() -> None:
    assert told("根据《某市公共数据条例》。某市公共数据条例第三条")[1] == (
        "某市公共数据条例第三条",
        "某市公共数据条例",
        ("art-3",),
    )


def test_names_that_are_held_are_seen_without_brackets() -> None:
    names = national_laws().with_(["算法推荐管理规定"])

    found = find("平台按照算法推荐管理规定办理", names=names).citations

    assert [one.words for one in found] == ["算法推荐管理规定"]


@pytest.mark.parametrize(
    "text", ["依法处理", "合法权益", "日本法第三条规定", "基本法律制度", "各种方法", "办法总比困难多", "法定代表人"]
)
def test_words_that_only_contain_the_word_for_law_are_no_citation_of_a_law(text: str) -> None:
    assert [one for one in find(text).citations if one.title in national_laws().known] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("按照国家有关规定办理", "国家有关规定"),
        ("按照国家和本市有关规定办理", "国家和本市有关规定"),
        ("依照有关法律、行政法规的规定处理", "有关法律、行政法规的规定"),
        ("法律、行政法规另有规定的，从其规定", "法律、行政法规另有规定"),
        ("违反国家规定", "国家规定"),
    ],
)
def test_general_words_are_told_and_name_nothing(text: str, words: str) -> None:
    (found,) = find(text).citations

    assert (found.words, found.by, found.title) == (words, By.GENERAL, None)


@pytest.mark.parametrize("text", ["依照刑法有关规定追究", "依照本条例的有关规定处罚", "依照《甲条例》的相关规定处罚"])
def test_words_that_belong_to_a_named_instrument_are_no_general_reference(text: str) -> None:
    assert [one for one in find(text).citations if one.by is By.GENERAL] == []


def test_a_list_that_goes_on_after_other_words_keeps_its_instrument() -> None:
    found = find("刑法第一百六十三条规定的受贿罪、第二百七十一条规定的侵占罪").citations

    assert [(one.title, one.provisions, one.by, one.inferred) for one in found] == [
        ("刑法", ("art-163",), By.BARE_TITLE, False),
        ("刑法", ("art-271",), By.BEFORE, True),
    ]


def test_that_instrument_is_the_last_one_of_its_kind() -> None:
    found = find("根据《甲规定》第一条和《乙要求》，该规定第三条要求备案").citations

    assert (found[-1].words, found[-1].title, found[-1].provisions) == ("该规定第三条", "甲规定", ("art-3",))


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("依照原《甲条例》第三条", "原"),
        ("依照《甲条例》（2018年修正）第三条", "（2018年修正）"),
        ("依照修正前的《甲条例》第三条", "修正前的"),
        ("依照《甲条例》第三条", None),
    ],
)
def test_words_that_mean_an_edition_are_kept(text: str, edition: str | None) -> None:
    assert find(text).citations[0].edition == edition


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("依照第十条处理", Trouble.NO_INSTRUMENT),
        ("该法第十条", Trouble.NO_INSTRUMENT),
        ("前款规定的", Trouble.NOWHERE),
        ("依照《甲条例》第五条至第三条", Trouble.RANGE),
        ("依照《甲条例》第零条", Trouble.NUMBER),
        ("应当认定为刑法第二百三十六第三款规定的", Trouble.NO_UNIT),
        ("依照《甲条例第三条", Trouble.BRACKET),
    ],
)
def test_what_cannot_be_made_out_is_told_with_its_reason(text: str, trouble: Trouble) -> None:
    found = find(text).citations

    assert trouble in {one.trouble for one in found} | {target.trouble for one in found for target in one.targets}


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("取得《营业执照》", "《营业执照》", Why.NO_INSTRUMENT),
        ("违反本法规定", "本法", Why.ITSELF),
        ("完成第一项任务", "第一项", Why.COUNTED),
    ],
)
def test_what_is_no_citation_is_passed_over_and_told(text: str, words: str, why: Why) -> None:
    found = find(text)

    assert [(one.words, one.why) for one in found.passed_over] == [(words, why)]
    assert found.citations == ()


def test_a_notice_before_a_law_speaks_of_what_it_named() -> None:
    text = "某条例\n\n《甲条例》施行后，第二十条要求备案。\n\n第一条 乙。\n\n第二条 自公布之日起施行。\n"

    assert told(text)[1] == ("第二十条", "甲条例", ("art-20",))


def test_the_title_of_a_text_is_no_citation_but_what_it_cites_is_one() -> None:
    text = "最高人民法院关于刑法第三百条若干问题的解释\n\n第一条 甲，自公布之日起施行。\n"

    assert told(text) == [("刑法第三百条", "刑法", ("art-300",))]
    assert told(text.replace("第三百条", "")) == []


def test_a_name_is_longest() -> None:
    names = Names.of(["教育法", "职业教育法"])

    assert names.ending_at("依照职业教育法", 7, 0) == 2
