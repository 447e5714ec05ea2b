"""Every document at hand: given back as it was, nothing lost, and with its true number of articles."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.errors import TextError
from ingest.statute.fold import comparable, one_to_one
from ingest.statute.parse import parse
from ingest.statute.read import Reading, read
from ingest.statute.tree import Kind, Statute
from ingest.statute.unparse import unparse

COUNTS = Path(__file__).parents[2] / "docs" / "statute-counts.md"
WORD = re.compile("[\u4e00-\u9fff0-9]")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one file of the pack came to."""

    file: str
    kind: Kind
    articles: int
    given_back: bool
    lost: int
    """Characters of the file that are neither in the text nor told as left out."""
    astray: int
    """Leaves that do not stand where they say."""
    untrue: int
    """Characters, looked at here and there, that do not lead back to themselves."""
    line_behind: bool
    titled: bool


@pytest.fixture(scope="session")
def seen(pack: Path) -> tuple[dict[str, Seen], dict[str, str]]:
    """Every file that can be read, and the message for every one that cannot."""
    out: dict[str, Seen] = {}
    refused: dict[str, str] = {}
    for path in sorted(path for path in pack.rglob("*") if path.is_file() and "gold" not in path.parts):
        file = path.relative_to(pack).as_posix()
        try:
            reading = read(path, file)
        except TextError as error:
            refused[file] = str(error)
        else:
            out[file] = _seen(file, reading, parse(reading.text))
    return out, refused


def _seen(file: str, reading: Reading, statute: Statute) -> Seen:
    text, at, astray = reading.text, 0, 0
    line = 1
    line_behind = False
    for leaf in statute.leaves():
        astray += leaf.start != at or text[leaf.begin : leaf.end] != leaf.text
        line_behind = line_behind or leaf.line < line
        line = leaf.line
        at += len(leaf.raw)
    have = Counter(WORD.findall(text)) + Counter(
        WORD.findall(one_to_one("".join(left.text for left in reading.left_out)))
    )
    lost = Counter(WORD.findall(one_to_one(reading.raw))) - have
    untrue = sum(
        one_to_one(reading.raw[reading.origin.back(i)]) != text[i]
        for i in range(0, len(text), 499)
        if reading.origin.moves_at(i) and not text[i].isspace()
    )
    return Seen(
        file, statute.kind, len(statute.articles), unparse(statute) == text, lost.total(), astray, untrue, line_behind, statute.title is not None
    )  # fmt: skip


def test_every_document_is_given_back_as_it_was(seen: tuple[dict[str, Seen], dict[str, str]]) -> None:
    documents, _ = seen

    assert len(documents) > 3900
    assert [s.file for s in documents.values() if not s.given_back] == []


def test_every_leaf_of_every_document_stands_where_it_says(seen: tuple[dict[str, Seen], dict[str, str]]) -> None:
    documents, _ = seen

    assert [s.file for s in documents.values() if s.astray or s.line_behind] == []


def test_no_character_of_any_document_is_lost_in_silence(seen: tuple[dict[str, Seen], dict[str, str]]) -> None:
    documents, _ = seen

    lost = {s.file: s.lost for s in documents.values() if s.lost}

    assert set(lost) <= {"just-laws/docs/README.md"}, "its digits stand in tags of a web page that only dress the words"
    assert [s.file for s in documents.values() if s.untrue] == []


def test_what_cannot_be_read_says_so_in_one_line(seen: tuple[dict[str, Seen], dict[str, str]]) -> None:
    _, refused = seen

    assert [file for file in refused if not file.endswith(".json")] == [
        "formats/company-law/object-store/company_law/1993/lawlib_company_law_1993.html"
    ]
    assert [message for message in refused.values() if "\n" in message] == []


def true_counts() -> dict[str, int]:
    """The table of docs/statute-counts.md: the files whose gold count is not the true one."""
    rows = re.findall(r"^\| `(.+?)` \| (\d+) \| (\d+) \| (.+) \|$", COUNTS.read_text("utf-8"), re.MULTILINE)
    return {file: int(true) for file, _, true, _ in rows}


def test_the_counts_of_the_gold_tables_are_reproduced_or_explained(
    pack: Path, seen: tuple[dict[str, Seen], dict[str, str]]
) -> None:
    documents, _ = seen
    gold: dict[str, int] = {}
    for table in ("lawrefbook", "just-laws", "ai", "formats"):
        with (pack / "gold" / f"{table}_articles.tsv").open(encoding="utf-8") as rows:
            gold |= {row["file"]: int(row["n"]) for row in csv.DictReader(rows, delimiter="\t")}
    explained = true_counts()

    counted = {file: documents[file].articles for file in gold if file in documents}

    assert len(counted) > 3800
    assert {file: n for file, n in counted.items() if n != gold[file]} == explained
    assert sum(counted.values()) == sum(gold.values()) - sum(gold[f] for f in explained) + sum(explained.values())


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_word_files_and_pdfs_hold_the_articles_of_their_markdown(
    pack: Path, seen: tuple[dict[str, Seen], dict[str, str]], suffix: str
) -> None:
    documents, _ = seen

    differing = {
        s.file: s.articles
        for s in documents.values()
        if s.file.startswith("formats/zitzhen") and s.file.endswith(suffix)
        if s.articles != documents[f"{s.file.rpartition('/')[0]}/README.md"].articles
    }

    assert differing == {}


def test_decisions_that_change_other_acts_are_told_from_statutes(
    seen: tuple[dict[str, Seen], dict[str, str]],
) -> None:
    documents, _ = seen
    named = re.compile(r"修正案|/最高人民法院.*关于修改《|关于废止部分")
    within = [s for s in documents.values() if s.file.startswith("lawrefbook/")]

    amendments = {s.file for s in within if s.kind is Kind.AMENDMENT}

    assert len(amendments) == 26
    by_name = {s.file for s in within if named.search(s.file) and not re.search("时间效力|修正案》", s.file)}
    assert amendments == by_name


def test_every_statute_has_its_title(seen: tuple[dict[str, Seen], dict[str, str]]) -> None:
    documents, _ = seen

    assert [s.file for s in documents.values() if s.file.startswith("lawrefbook/") and not s.titled] == []


def units(statute: Statute) -> dict[str, list[str]]:
    """The paragraphs and items of every article, comparable."""
    out: dict[str, list[str]] = {}
    for article in statute.articles:
        of = out.setdefault(article.number, [])
        for paragraph in article.paragraphs:
            of.append(comparable(paragraph.text))
            of += [comparable(item.full_text) for item in paragraph.items]
    return out


def parsed(path: Path) -> dict[str, list[str]]:
    return units(parse(read(path).text))


@pytest.mark.parametrize(
    ("reference", "other"),
    [
        ("ai/pipl-2021.articles.bilingual.json", "ai/pipl-2021.just-laws.md"),
        ("ai/pipl-2021.articles.bilingual.json", "ai/pipl-2021.lawrefbook.md"),
        ("ai/pipl-2021.articles.bilingual.json", "ai/pipl-2021.pdf"),
        ("ai/network-data-security-regs-2024.articles.bilingual.json", "ai/network-data-security-regs-2024.lawrefbook.md"),
        ("ai/network-data-security-regs-2024.articles.bilingual.json", "ai/network-data-security-regs-2024.pdftext.md"),
        ("ai/cybersecurity-law-2025-amended.just-laws.md", "ai/cybersecurity-law-2025-amended.pdf"),
        ("ai/data-security-law-2021.just-laws.md", "ai/data-security-law-2021.pdf"),
    ],
)  # fmt: skip
def test_one_law_in_two_forms_has_the_same_paragraphs_and_items(pack: Path, reference: str, other: str) -> None:
    assert parsed(pack / other) == parsed(pack / reference)


@pytest.mark.parametrize(
    ("reference", "other", "differing"),
    [
        # A paragraph that ends exactly at the edge of the page cannot be told from one that goes on.
        ("ai/gov-data-sharing-2025.china-law-db.md", "ai/gov-data-sharing-2025.pdftext.md", {"27", "28"}),
        (
            "formats/zitzhen/law/中华人民共和国选举法/README.md",
            "formats/zitzhen/law/中华人民共和国选举法/中华人民共和国选举法.pdf",
            {"9", "28"},
        ),
    ],
)
def test_in_a_page_without_indents_two_paragraphs_may_stay_one_but_no_word_is_lost(
    pack: Path, reference: str, other: str, differing: set[str]
) -> None:
    first, second = parsed(pack / reference), parsed(pack / other)

    assert {number for number in first if first[number] != second.get(number)} == differing
    assert {n: "".join(u) for n, u in first.items()} == {n: "".join(u) for n, u in second.items()}


def test_one_article_a_line_keeps_its_items(pack: Path) -> None:
    reference = parsed(pack / "ai" / "genai-interim-measures-2023.articles.bilingual.json")

    glued = parsed(pack / "ai" / "genai-interim-measures-2023.oneline.txt")

    assert {n: "".join(u) for n, u in glued.items()} == {n: "".join(u) for n, u in reference.items()}
    assert glued["4"] == reference["4"]
    assert len(glued["4"]) == 6
