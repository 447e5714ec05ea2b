"""What the environment may say, read once when a door opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import UsedWrongly

DEFAULT_STORE = "embedded:.guikou"


@dataclass(frozen=True, slots=True)
class Settings:
    """``allowed_hosts`` are the names under which browsers may reach the service; ``*`` is any."""

    store: str = DEFAULT_STORE
    neo4j_user: str | None = None
    neo4j_password: str | None = field(default=None, repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    allowed_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")


def settings(environment: Mapping[str, str]) -> Settings:
    """Read the variables ``GUIKOU_…``; an empty one counts as absent."""
    given = {key: value for key, value in environment.items() if key.startswith("GUIKOU_") and value}
    default = Settings()
    hosts = tuple(host.strip() for host in given.get("GUIKOU_ALLOWED_HOSTS", "").split(",") if host.strip())
    return Settings(
        store=given.get("GUIKOU_STORE", default.store),
        neo4j_user=given.get("GUIKOU_NEO4J_USER"),
        neo4j_password=given.get("GUIKOU_NEO4J_PASSWORD"),
        host=given.get("GUIKOU_HOST", default.host),
        port=_port(given.get("GUIKOU_PORT", str(default.port))),
        allowed_hosts=hosts or default.allowed_hosts,
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise UsedWrongly(f'GUIKOU_PORT: "{text}" is not a port. Give a number from 1 to 65535.')
    return int(text)
