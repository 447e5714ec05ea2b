"""The stores there are, chosen by their address."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from graph.errors import UsedWrongly
from graph.store import Store

_SERVERS = ("neo4j", "neo4j+s", "bolt", "bolt+s")
_ALLOWED = "embedded:DIRECTORY, " + ", ".join(f"{scheme}://HOST:PORT" for scheme in _SERVERS)


def open_store(address: str, *, user: str | None = None, password: str | None = None) -> Store:
    """The store at that address; no connection is made and no file is opened before the first question.

    ``embedded:DIR`` is a directory, ``neo4j://`` a server or cluster, ``bolt://`` one server; ``+s`` encrypts. User and
    password never stand in the address: it is shown in messages and logs.
    """
    scheme, _, rest = address.partition(":")
    if scheme == "embedded":
        return _embedded(address, rest)
    if scheme in _SERVERS and rest.startswith("//"):
        return _server(address, user, password)
    raise UsedWrongly(f'"{_without_secrets(address)}" is not the address of a store. Write one of {_ALLOWED}.')


def _embedded(address: str, directory: str) -> Store:
    if not directory.strip():
        raise UsedWrongly(f'"{address}" names no directory. Write it as embedded:DIRECTORY, such as embedded:.guikou.')
    from graph.backends.embedded import EmbeddedStore

    return EmbeddedStore(Path(directory).expanduser())


def _server(address: str, user: str | None, password: str | None) -> Store:
    if "@" in address:
        raise UsedWrongly(
            f'"{_without_secrets(address)}" holds a user or password, and addresses are shown in messages and logs. '
            "Take it out, and set GUIKOU_NEO4J_USER and GUIKOU_NEO4J_PASSWORD instead."
        )
    if wrong := _wrong_with(urlsplit(address)):
        raise UsedWrongly(f'"{address}" is not the address of a store: {wrong}. Write one of {_ALLOWED}.')
    if (user is None) != (password is None):
        missing = "GUIKOU_NEO4J_USER" if user is None else "GUIKOU_NEO4J_PASSWORD"
        raise UsedWrongly(f"{missing} is not set, but the other one is. Set both, or neither for a server without.")
    from graph.backends.neo4j import Neo4jStore

    return Neo4jStore(address, user, password)


def _wrong_with(address: SplitResult) -> str | None:
    try:
        port = address.port
    except ValueError:
        return "its port is not a number from 1 to 65535"
    if not address.hostname:
        return "it names no host"
    if port == 0:
        return "its port is not a number from 1 to 65535"
    if address.path.strip("/") or address.fragment:
        return "something follows host and port"
    if address.query and address.scheme.startswith("bolt"):
        return "only neo4j:// takes routing settings after a question mark"
    return None


def _without_secrets(address: str) -> str:
    """The address without what stands before the @."""
    before, at, host = address.rpartition("@")
    return f"{before.partition(':')[0]}://…@{host}" if at else address
