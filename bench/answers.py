"""CPU of whole answers over the full curated graph, in this process, on the embedded store.

An answer is measured as Python gets it, before any door renders it. ``first`` is the first one of a revision in a process,
which reads and shapes the whole graph; ``next`` is every other. The goal is 50 ms.

    .venv/bin/python bench/answers.py
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph.applies import assessment, proceedings, rulebook
from graph.backends.embedded import EmbeddedStore
from graph.change import compare
from graph.change.pictures import Moment
from graph.overlaps import overlap
from graph.store import Store
from graph.view import view
from ingest.check import checked

ROUNDS = 15
GOAL_MS = 50
ON = date(2026, 9, 1)

Answer = Callable[[Store], Any]


def compared(before: date, after: date, **narrowed: str) -> Answer:
    return lambda store: compare.compare(store, Moment(before), Moment(after), **narrowed)  # type: ignore[arg-type]


def opened(store: Store) -> int:
    """The overlap with every cell of every pair opened."""
    found = overlap.overlap(store, ON)
    return sum(
        len(each.shared) + len(each.only_first) + len(each.only_second)
        for picture in (found.by_law, found.in_practice)
        for pair in (*picture.pairs, *picture.lines)
        for each in pair.likenesses
    )


_TOLD = ("generative-ai", "offered-in-mainland", "internet-information-service", "own-model", "personal-information")
CHAT = {
    "facts": dict.fromkeys((*_TOLD, "offered-to-public", "public-opinion"), True),
    "events": {"launch": "2026-01-01"},
}
B2B = {
    "facts": dict.fromkeys((*_TOLD, "business-customers-serve-public", "interactive-functions", "deep-synthesis"), True)
}

ANSWERS: dict[str, Answer] = {
    "compare, a year": compared(date(2025, 9, 1), ON),
    "compare, two months with a rule": compared(date(2023, 7, 1), date(2023, 9, 1)),
    "compare, everything": compared(date(1990, 1, 1), ON),
    "compare, one instrument": compared(date(2021, 1, 1), ON, subject="cn.genai-2023"),
    "overlap": lambda store: overlap.overlap(store, ON),
    "overlap, two procedures": lambda store: overlap.overlap(
        store, ON, procedures=["cn.proc.algorithm-filing.file", "cn.proc.security-assessment-2018"]
    ),
    "overlap, every cell opened": opened,
    "assess, nothing told": lambda store: assessment.assess_told(store, {}, view(ON)),
    "assess, a chat service": lambda store: assessment.assess_told(store, CHAT, view(ON)),
    "assess, a contested B2B service": lambda store: assessment.assess_told(store, B2B, view(ON)),
}
"""Others add theirs here."""


def main() -> None:
    with TemporaryDirectory() as folder:
        store = EmbeddedStore(Path(folder))
        published = store.publish(checked())
        print(f"{published.nodes} nodes, {published.edges} edges; CPU ms in process, embedded store; goal {GOAL_MS}")
        print(f"this machine, now: {_yardstick():.1f} ms for a fixed loop of arithmetic")
        print(f"{'answer':36} {'first':>8} {'next: median':>14} {'best':>8}")
        for name, answer in ANSWERS.items():
            forgotten()
            gc.collect()
            first = _cpu(answer, store)
            after = sorted(_cpu(answer, store) for _ in range(ROUNDS))
            print(f"{name:36} {first:8.1f} {statistics.median(after):14.1f} {after[0]:8.1f}")
        store.close()


def forgotten() -> None:
    """Forget what was made from the revision."""
    for shaped in _shaped():
        shaped._kept = type(shaped._kept)(shaped._kept.limit)
    rulebook._KEPT._values.clear()
    proceedings._KEPT._values.clear()


def _shaped() -> Iterator[Any]:
    yield compare._GRAPH
    yield overlap._GRAPH


def _yardstick() -> float:
    """How fast the machine is while this runs: neighbours on its cores slow every figure alike."""

    def loop() -> float:
        begin = time.process_time()
        sum(i * i for i in range(200_000))
        return (time.process_time() - begin) * 1000

    return min(loop() for _ in range(5))


def _cpu(answer: Answer, store: Store) -> float:
    begin = time.process_time()
    answer(store)
    return (time.process_time() - begin) * 1000


if __name__ == "__main__":
    main()
