"""``guikou check``: are the facts sound? Nothing is written."""

from __future__ import annotations

from pathlib import Path

from graph.errors import Problem, ProblemsFound
from graph.knowledge import Knowledge
from ingest import rules
from ingest.assemble import assemble
from ingest.read import Tell, read_facts, silent

CURATED = Path(__file__).parent / "facts"


def checked(folder: Path = CURATED, *, tell: Tell = silent) -> Knowledge:
    """The graph of the facts in the folder; ``ProblemsFound`` with every problem of every file when it is not sound."""
    knowledge, problems = knowledge_and_problems(folder, tell=tell)
    if problems:
        raise ProblemsFound(problems)
    return knowledge


def knowledge_and_problems(folder: Path, *, tell: Tell = silent) -> tuple[Knowledge, list[Problem]]:
    """The graph as far as it could be made, and everything that is wrong with it."""
    sheets, problems = read_facts(folder, tell=tell)
    knowledge, made = assemble(sheets)
    problems += made.problems
    if not problems:
        problems += rules.offences(knowledge, made)
    return knowledge, problems


if __name__ == "__main__":  # until the command line is here
    import sys

    try:
        found = checked(Path(sys.argv[1]))
        sys.stdout.write(f"{found.node_count} nodes, {found.edge_count} edges, revision {found.revision}\n")
    except ProblemsFound as error:
        sys.stdout.write(f"{error}\n")
