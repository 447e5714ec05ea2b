"""A provision has one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import Provision, is_provision

NUMBERS = st.integers(1, 999)
PROVISIONS = st.builds(
    Provision,
    st.sampled_from(["cn.algo-2021", "cn.gb-45438-2025", "cn.csl"]),
    st.one_of(
        NUMBERS.map("art-{}".format), st.builds("art-{}-{}".format, NUMBERS, NUMBERS), NUMBERS.map("sec-{}".format)
    ),
    NUMBERS,
    st.one_of(st.none(), NUMBERS),
)


@given(PROVISIONS)
def test_a_provision_comes_back_from_its_name(provision: Provision) -> None:
    assert Provision.parse(str(provision)) == provision


@given(PROVISIONS)
def test_the_article_of_a_provision_has_no_paragraph(provision: Provision) -> None:
    assert str(provision.of_article) == f"{provision.regulation}.{provision.article}"


@pytest.mark.parametrize(
    "text", ["cn.algo-2021", "art-24", "cn.algo-2021.art-x", "cn.algo-2021.art-24.item-1", "cn.Algo.art-1", ""]
)
def test_other_texts_name_no_provision(text: str) -> None:
    assert not is_provision(text)
    with pytest.raises(ValueError, match="does not name a provision"):
        Provision.parse(text)
