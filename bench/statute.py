"""What reading and parsing official texts, and finding their citations and candidate duties, costs beside the floor: read, decode, NFKC, split lines.

    python bench/statute.py DIR [ROUNDS]

All figures are processor time of one process, taken side by side in one run; the median of the rounds counts.
"""

from __future__ import annotations

import statistics
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from graph.citations.find import find
from graph.citations.outline import outline_of
from ingest.statute.duties import candidates
from ingest.statute.parse import parse
from ingest.statute.read import read


def floor(paths: list[Path]) -> int:
    """The least that any reader does; the number of lines keeps it honest."""
    return sum(len(unicodedata.normalize("NFKC", path.read_bytes().decode()).splitlines()) for path in paths)


def reading(paths: list[Path]) -> int:
    return sum(len(read(path).text) for path in paths)


def parsing(texts: list[str]) -> int:
    return sum(len(parse(text).articles) for text in texts)


def seconds(work: Callable[[], int]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def citing(texts: list[str]) -> tuple[float, float, int]:
    """Seconds for the outlines of the trees and for the citations in them, and how many there are."""
    outlining = finding = 0.0
    count = 0
    for text in texts:
        tree = parse(text)
        begun = time.process_time()
        outline = outline_of(tree)
        outlined = time.process_time()
        count += len(find(text, outline).citations)
        outlining, finding = outlining + outlined - begun, finding + time.process_time() - outlined
    return outlining, finding, count


def obliging(texts: list[str]) -> tuple[float, int]:
    """Seconds for the candidate duties of the trees, and how many there are."""
    seconds, count = 0.0, 0
    for text in texts:
        tree = parse(text)
        begun = time.process_time()
        count += len(candidates(tree))
        seconds += time.process_time() - begun
    return seconds, count


def main() -> None:
    paths = sorted(Path(sys.argv[1]).rglob("*.md"))
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    texts = [read(path).text for path in paths]
    articles = parsing(texts)
    print(f"{len(paths):,} documents, {sum(map(len, texts)):,} characters, {articles:,} articles")
    print(f"{citing(texts)[2]:,} citations, {obliging(texts)[1]:,} candidate duties")
    taken: dict[str, list[float]] = {"floor": [], "read": [], "parse": [], "outline": [], "cite": [], "duties": []}
    for _ in range(rounds):
        taken["floor"].append(seconds(lambda: floor(paths)))
        taken["read"].append(seconds(lambda: reading(paths)))
        taken["parse"].append(seconds(lambda: parsing(texts)))
        outlining, finding, _ = citing(texts)
        taken["outline"].append(outlining)
        taken["cite"].append(finding)
        taken["duties"].append(obliging(texts)[0])
    base = statistics.median(taken["floor"])
    for name, times in taken.items():
        print(f"{name:7} {statistics.median(times):6.2f} s  {statistics.median(times) / base:5.2f} x floor")
    together = [sum(round_) for round_ in zip(*(taken[name] for name in ("parse", "outline", "cite")), strict=True)]
    print(f"parse, outline and cite together {statistics.median(together) / base:5.2f} x floor")
    print(
        f"candidate duties cost {statistics.median(taken['duties']) / statistics.median(taken['parse']):5.2f} x parse"
    )
    both = statistics.median(r + p for r, p in zip(taken["read"], taken["parse"], strict=True))
    print(f"read and parse together {both / base:5.2f} x floor")


if __name__ == "__main__":
    main()
