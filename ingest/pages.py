"""The pages of docs/ that are rendered from the facts: what the graph answers, as of the day of the last check."""

from __future__ import annotations

from tempfile import TemporaryDirectory

from graph.backends import open_store
from graph.deadlines import clocks
from graph.route_table import route_table
from graph.routes import routes, with_addresses
from graph.view import view
from ingest.check import checked


def rendered_pages() -> dict[str, str]:
    """Every such page by its path below the repository; ``ProblemsFound`` when the facts are not sound."""
    knowledge = checked()
    on = knowledge.checked_through
    with TemporaryDirectory() as folder:
        store = open_store(f"embedded:{folder}")
        store.publish(knowledge)
        seen = view(on)
        ways = with_addresses(store, routes(store, seen).items, seen)
        ticking = clocks(store, dict.fromkeys(way.obligation for way in ways), seen)
        store.close()
    return {"docs/routes.md": route_table(ways, ticking, on=on)}
