"""``guikou check``: are the facts sound? Nothing is written."""

from __future__ import annotations

from pathlib import Path

from graph.errors import Problem, ProblemsFound
from graph.knowledge import Knowledge
from ingest import rules
from ingest.assemble import assemble
from ingest.read import read_facts

CURATED = Path(__file__).parent / "facts"


def checked(folder: Path = CURATED) -> Knowledge:
    """The graph of the facts in the folder; ``ProblemsFound`` with every problem of every file when it is not sound."""
    knowledge, problems = knowledge_and_problems(folder)
    if problems:
        raise ProblemsFound(problems)
    return knowledge


def knowledge_and_problems(folder: Path) -> tuple[Knowledge, list[Problem]]:
    """The graph as far as it could be made, and everything that is wrong with it."""
    sheets, problems = read_facts(folder)
    knowledge, made = assemble(sheets)
    problems += made.problems
    if not problems:
        problems += rules.offences(knowledge, made)
    return knowledge, problems


if __name__ == "__main__":
    try:
        found = checked(Path(__import__("sys").argv[1]))
        print(found.node_count, "nodes,", found.edge_count, "edges, revision", found.revision)
    except ProblemsFound as error:
        print(error)
