"""What is rendered from the facts: the page of docs/ that tells where every duty goes, as of the day of the last check,
and the facts that a profile can tell, for whoever must know them before a graph is there (the GraphQL input).
"""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import TemporaryDirectory

from graph.backends import open_store
from graph.deadlines import clocks
from graph.model import Row
from graph.route_table import route_table
from graph.routes import routes, with_addresses
from graph.view import view
from graph.vocabulary import ProfileFactKind
from ingest.check import checked


def rendered_pages() -> dict[str, str]:
    """Every such file by its path below the repository; ``ProblemsFound`` when the facts are not sound."""
    knowledge = checked()
    on = knowledge.checked_through
    with TemporaryDirectory() as folder:
        store = open_store(f"embedded:{folder}")
        store.publish(knowledge)
        seen = view(on)
        ways = with_addresses(store, routes(store, seen).items, seen)
        ticking = clocks(store, dict.fromkeys(way.obligation for way in ways), seen)
        store.close()
    return {
        "docs/routes.md": route_table(ways, ticking, on=on),
        "api/profile_declared.py": declared_module(knowledge.nodes["ProfileFact"]),
    }


def declared_module(facts: Sequence[Row]) -> str:
    """The module that names every fact of a profile, in the order of their ids."""
    lines = (
        f"    Declared({row['id']!r}, {_KINDS[str(row['kind'])]}, {row['question_zh']!r}, {row['question_en']!r}, {row['unit']!r}),"
        for row in sorted(facts, key=lambda row: str(row["id"]))
    )
    return _DECLARED.format(facts="\n".join(lines))


_KINDS = {kind.value: f"ProfileFactKind.{kind.name}" for kind in ProfileFactKind}
_DECLARED = """\
\"\"\"The facts that a profile can tell. Rendered from the facts by `guikou render`: change them in ingest/facts.\"\"\"

from __future__ import annotations

from graph.applies.profile import Declared
from graph.vocabulary import ProfileFactKind

# fmt: off
DECLARED = (
{facts}
)
"""
