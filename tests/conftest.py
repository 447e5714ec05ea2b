"""What the tests share: a small graph that knows every label, and both stores, empty or with that graph in them.

Neo4j is one container for the session. ``GUIKOU_TEST_NEO4J=bolt://HOST:PORT`` (with ``GUIKOU_NEO4J_USER`` and
``GUIKOU_NEO4J_PASSWORD``) takes a running server instead; **its graph is deleted**. Without Docker these tests are
skipped with the reason, or fail where ``GUIKOU_REQUIRE_NEO4J=1`` says that Neo4j must be there.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

# Read once, when testcontainers is imported. Its reaper is an image of its own, which a machine without a registry
# cannot pull; the container is removed below.
os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")

import pytest
from click.testing import CliRunner, Result

from api import cli
from graph.backends import open_store
from graph.backends.embedded import EmbeddedStore
from graph.knowledge import Knowledge
from graph.store import Store
from ingest.check import checked

if TYPE_CHECKING:
    import neo4j

Holding: TypeAlias = Callable[[Knowledge], Store]
"""A store with that graph in it."""

IMAGE = "neo4j:5.26-community"


@dataclass(frozen=True, slots=True)
class Server:
    """A Neo4j server for the tests."""

    address: str
    user: str | None
    password: str | None

    @property
    def auth(self) -> tuple[str, str] | None:
        return None if self.user is None else (self.user, self.password or "")


@pytest.fixture(scope="session")
def sample() -> Knowledge:
    """A node of every label, an edge of every shape, a value of every property (tests/sample.py)."""
    knowledge: Knowledge = _beside("sample").sample()
    return knowledge


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    if address := os.environ.get("GUIKOU_TEST_NEO4J"):
        yield Server(address, os.environ.get("GUIKOU_NEO4J_USER"), os.environ.get("GUIKOU_NEO4J_PASSWORD"))
        return
    if reason := _no_docker():
        said = f"Neo4j tests need Docker and the image {IMAGE}: {reason}"
        if os.environ.get("GUIKOU_REQUIRE_NEO4J") == "1":
            pytest.fail(said, pytrace=False)
        pytest.skip(said)
    from testcontainers.community.neo4j import Neo4jContainer

    with Neo4jContainer(IMAGE) as container:
        yield Server(container.get_connection_url(), container.username, container.password)


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: Server) -> Iterator[neo4j.Driver]:
    """A driver of the tests' own, with every notification switched on."""
    import neo4j

    with neo4j.GraphDatabase.driver(neo4j_server.address, auth=neo4j_server.auth) as driver:
        yield driver


@pytest.fixture
def neo4j_emptied(neo4j_server: Server, neo4j_driver: neo4j.Driver) -> Server:
    """The server without any data; constraints and indexes may stand from before."""
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n")
    return neo4j_server


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.docker)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn, with nothing published."""
    if request.param == "embedded":
        opened = open_store(f"embedded:{tmp_path / 'store'}")
    else:
        server: Server = request.getfixturevalue("neo4j_emptied")
        opened = open_store(server.address, user=server.user, password=server.password)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _neo4j_opened(neo4j_server: Server) -> Iterator[Store]:
    opened = open_store(neo4j_server.address, user=neo4j_server.user, password=neo4j_server.password)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def embedded_with(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Holding]:
    """An embedded store for each graph, with that graph in it. For reading only."""
    held: list[tuple[Knowledge, Store]] = []

    def holding(knowledge: Knowledge) -> Store:
        for known, opened in held:
            if known is knowledge:
                return opened
        opened = EmbeddedStore(tmp_path_factory.mktemp("held"))
        held.append((knowledge, opened))
        opened.publish(knowledge)
        return opened

    yield holding
    for _, opened in held:
        opened.close()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.docker)])
def store_with(request: pytest.FixtureRequest, embedded_with: Holding) -> Holding:
    """Each store in turn, with the graph asked for in it. For reading only.

    Neo4j holds one graph at a time: it is written again only where another test has replaced it.
    """
    if request.param == "embedded":
        return embedded_with
    opened: Store = request.getfixturevalue("_neo4j_opened")

    def holding(knowledge: Knowledge) -> Store:
        opened.publish(knowledge)
        return opened

    return holding


@pytest.fixture
def embedded_sample(embedded_with: Holding, sample: Knowledge) -> Store:
    """The embedded store with the sample in it. For reading only."""
    return embedded_with(sample)


@pytest.fixture
def neo4j_sample(_neo4j_opened: Store, sample: Knowledge) -> Store:
    """The Neo4j store with the sample in it. For reading only."""
    _neo4j_opened.publish(sample)
    return _neo4j_opened


@pytest.fixture
def sample_store(store_with: Holding, sample: Knowledge) -> Store:
    """Each store in turn, with the sample in it. For reading only."""
    return store_with(sample)


@pytest.fixture(scope="session")
def curated() -> Knowledge:
    """The curated graph, assembled once."""
    return checked()


@pytest.fixture(scope="session")
def curated_store(embedded_with: Holding, curated: Knowledge) -> Store:
    """The embedded store with the curated graph in it. For reading only."""
    return embedded_with(curated)


@pytest.fixture
def command_line(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run ``guikou`` over the store of the test, which stays open for the next run."""

    class Kept:
        def __getattr__(self, name: str) -> Any:
            return (lambda: None) if name == "close" else getattr(store, name)

    monkeypatch.setattr(cli, "_open", lambda _address: Kept())

    def run(*arguments: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(cli.main, arguments, input=stdin, catch_exceptions=False)

    return run


def _no_docker() -> str | None:
    """Why there is no Docker; None when it answers."""
    try:
        import docker
        import testcontainers.community.neo4j  # noqa: F401
    except ImportError as error:
        return f"{error.name} is not installed (pip install 'guikou[dev]')."
    try:
        client = docker.from_env()
        client.ping()
        client.close()
    except docker.errors.DockerException as error:
        return f"the Docker daemon does not answer ({error}). Start it, or set GUIKOU_TEST_NEO4J to a running server."
    return None


def _beside(name: str) -> ModuleType:
    """The module of that name beside this file; under importlib mode tests are no package."""
    spec = importlib.util.spec_from_file_location(f"guikou_tests_{name}", Path(__file__).parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
