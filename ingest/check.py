"""``guikou check``: are the facts sound? Nothing is written."""

from __future__ import annotations

from pathlib import Path

from graph.errors import Problem, ProblemsFound
from graph.knowledge import Knowledge
from graph.validate import Offence, offences
from ingest import rules
from ingest.assemble import Assembly, assemble
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
    if not problems:
        problems += [_where_stated(offence, made, folder) for offence in offences(knowledge)]
    return knowledge, problems


def _where_stated(offence: Offence, made: Assembly, folder: Path) -> Problem:
    """What a store would refuse, at the line of the fact that it comes from."""
    where = next((made.wheres[one] for one in offence.ids if one in made.wheres), None)
    return where.problem(str(offence)) if where else Problem(str(folder), 1, str(offence))
