"""Each key term stands in the article that it is cited for, wherever the official text is at hand.

A simple reader for the forms at hand; the pack of texts is not part of the repository, so the test skips without it.
"""

from __future__ import annotations

import json
import os
import re
import tarfile
import unicodedata
from pathlib import Path

import pytest

from graph.ids import Provision, is_provision
from graph.model import EdgeShape
from ingest.check import checked

HERE = Path(__file__).resolve()
PLACES = [Path(os.environ["GUIKOU_STATUTES"])] if "GUIKOU_STATUTES" in os.environ else [
    above / "shared" / "statutes" / "statutes.tar.xz" for above in HERE.parents
]  # fmt: skip
PACK = next((place for place in PLACES if place.is_file()), None)

pytestmark = pytest.mark.skipif(
    PACK is None,
    reason="the pack of official texts (shared/statutes) is not beside the checkout; name it by GUIKOU_STATUTES",
)

TEXTS = {
    "cn.algo-2021": "ai/algorithm-recommendation-2021.lawrefbook.md",
    "cn.deepsyn-2022": "ai/deep-synthesis-2022.wechat.md",
    "cn.genai-2023": "ai/genai-interim-measures-2023.articles.bilingual.json",
    "cn.csl": "ai/cybersecurity-law-2025-amended.just-laws.md",
    "cn.dsl": "ai/data-security-law-2021.just-laws.md",
    "cn.pipl": "ai/pipl-2021.articles.bilingual.json",
    "cn.ndsr": "ai/network-data-security-regs-2024.articles.bilingual.json",
    "cn.iis": "ai/internet-information-services-2024.china-law-db.md",
    "cn.telecom": "ai/telecom-regulations-2016.lawrefbook.md",
    "cn.cns-intl": "lawrefbook/行政法规/计算机信息网络国际联网安全保护管理办法(2011-01-08).md",
    "cn.cis-1994": "lawrefbook/行政法规/计算机信息系统安全保护条例(2011-01-08).md",
    "cn.cii-2021": "ai/cii-protection-2021.lawrefbook.md",
    "cn.cii-crypto-2025": "ai/cii-commercial-crypto-2025.pdftext.md",
    "cn.minors-2023": "ai/minors-network-protection-2023.lawrefbook.md",
    "cn.minors-law": "lawrefbook/社会法/未成年人保护法(2024-04-26).md",
    "cn.piaudit-2025": "ai/pi-compliance-audit-2025.pdftext.md",
    "cn.scc-2023": "ai/pi-outbound-standard-contract-2023.wechat.md",
    "cn.netid-2025": "ai/network-id-service-2025.pdftext.md",
    "cn.fraud-2022": "ai/telecom-fraud-law-2022.just-laws.md",
    "cn.d2d-2025": "ai/d2d-satellite-2025.pdftext.md",
    "cn.ct-law": "lawrefbook/宪法相关法/反恐怖主义法(2018-04-27).md",
    "cn.milinfo-2025": "ai/military-info-online-2025.pdftext.md",
    "cn.stpl": "ai/sci-tech-progress-law-2021.lawrefbook.md",
}
HEAD = re.compile(r"(?m)^[\s#*>　]*第([一二三四五六七八九十百]+)条(?:之([一二三四五六七八九十]+))?")
DIGITS = "零一二三四五六七八九"


def numeral(text: str) -> int:
    """
    >>> numeral("二十四"), numeral("十"), numeral("一百零三")
    (24, 10, 103)
    """
    value, digit = 0, 0
    for c in text:
        if c in "十百":
            value += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = DIGITS.index(c)
    return value + digit


def folded(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def articles(name: str, content: str) -> dict[str, str]:
    """Folded text by article number; of two heads with one number (a table of contents) the longer text counts."""
    found: dict[str, str] = {}
    if name.endswith(".json"):
        return {
            a["articleNumber"]: folded(json.dumps(a["paragraphs"], ensure_ascii=False)) for a in json.loads(content)
        }
    heads = list(HEAD.finditer(content))
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        number = str(numeral(head[1])) + (f"-{numeral(head[2])}" if head[2] else "")
        text = folded(content[head.end() : following.start() if following else len(content)])
        if len(text) > len(found.get(number, "")):
            found[number] = text
    return found


@pytest.fixture(scope="module")
def texts() -> dict[str, dict[str, str]]:
    assert PACK is not None
    wanted = {f"statutes/{path}": regulation for regulation, path in TEXTS.items()}
    held = {}
    with tarfile.open(PACK) as pack:
        for member in pack:
            if member.name in wanted and (file := pack.extractfile(member)):
                held[wanted[member.name]] = articles(member.name, file.read().decode("utf-8"))
    return held


def test_every_key_term_stands_in_the_article_that_it_is_cited_for(texts: dict[str, dict[str, str]]) -> None:
    graph = checked()
    terms = {str(row["id"]): row["terms"] for row in graph.nodes["Evidence"]}
    cited = {
        (edge.source, edge.target)
        for target in ("Article", "Clause")
        for edge in graph.edges[EdgeShape("Evidence", "CITES", target)]
        if is_provision(edge.target)
    }

    looked_up, missing = 0, []
    for evidence, name in sorted(cited):
        provision = Provision.parse(name)
        if provision.regulation not in texts:
            continue
        text = texts[provision.regulation].get(provision.number, "")
        for term in terms[evidence] or ():  # type: ignore[union-attr]
            looked_up += 1
            if folded(term) not in text:
                missing.append((evidence, name, term))

    assert missing == []
    assert looked_up > 700


def test_every_text_that_is_named_here_is_in_the_pack_and_has_articles(texts: dict[str, dict[str, str]]) -> None:
    assert {regulation for regulation in TEXTS if len(texts.get(regulation, {})) < 5} == set()
