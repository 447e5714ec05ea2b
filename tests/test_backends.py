"""Addresses of stores: what is allowed, what is refused and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.backends import open_store
from graph.errors import UsedWrongly

ALLOWED = (
    "Write one of embedded:DIRECTORY, neo4j://HOST:PORT, neo4j+s://HOST:PORT, bolt://HOST:PORT, bolt+s://HOST:PORT."
)


def test_embedded_names_a_directory() -> None:
    assert open_store("embedded:some/where").address == "embedded:some/where"


def test_a_directory_below_home_is_found() -> None:
    assert open_store("embedded:~/graph").address == f"embedded:{Path.home()}/graph"


def test_user_and_password_do_not_matter_to_the_embedded_store() -> None:
    assert open_store("embedded:x", user="neo4j").address == "embedded:x"


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s", "bolt", "bolt+s"])
def test_a_server_is_opened_without_connecting(scheme: str) -> None:
    store = open_store(f"{scheme}://no-such-host.invalid:7687", user="neo4j", password="secret")

    assert store.address == f"{scheme}://no-such-host.invalid:7687"
    store.close()


def test_a_cluster_may_be_given_routing_settings() -> None:
    store = open_store("neo4j://no-such-host.invalid?policy=europe")

    assert store.address == "neo4j://no-such-host.invalid?policy=europe"
    store.close()


@pytest.mark.parametrize(
    "address", ["", "graph.kgl", "http://localhost:7474", "neo4j:localhost", "bolt+ssc://h:1", "C:\\graph"]
)
def test_any_other_address_is_refused_with_what_is_allowed(address: str) -> None:
    with pytest.raises(UsedWrongly) as caught:
        open_store(address)

    assert str(caught.value) == f'"{address}" is not the address of a store. {ALLOWED}'


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("bolt://", "it names no host"),
        ("bolt://:7687", "it names no host"),
        ("bolt://h:99999", "its port is not a number from 1 to 65535"),
        ("bolt://h:0", "its port is not a number from 1 to 65535"),
        ("bolt://h:bolt", "its port is not a number from 1 to 65535"),
        ("bolt://h:7687/neo4j", "something follows host and port"),
        ("bolt://h:7687#x", "something follows host and port"),
        ("bolt://h:7687?policy=europe", "only neo4j:// takes routing settings after a question mark"),
    ],
)
def test_the_address_of_a_server_is_host_and_port(address: str, why: str) -> None:
    with pytest.raises(UsedWrongly) as caught:
        open_store(address)

    assert str(caught.value) == f'"{address}" is not the address of a store: {why}. {ALLOWED}'


@pytest.mark.parametrize("directory", ["", "  "])
def test_embedded_without_a_directory_is_refused(directory: str) -> None:
    with pytest.raises(UsedWrongly, match=r"names no directory\. Write it as embedded:DIRECTORY"):
        open_store(f"embedded:{directory}")


@pytest.mark.parametrize(
    "address", ["bolt://neo4j:pa55word@h:7687", "neo4j+s://neo4j:pa55@word@h", "http://neo4j:pa55word@h"]
)
def test_a_secret_in_the_address_is_refused_and_never_repeated(address: str) -> None:
    with pytest.raises(UsedWrongly) as caught:
        open_store(address)

    assert "pa55" not in str(caught.value)
    assert "…@h" in str(caught.value)


def test_the_advice_names_the_settings_for_user_and_password() -> None:
    with pytest.raises(UsedWrongly, match="set GUIKOU_NEO4J_USER and GUIKOU_NEO4J_PASSWORD instead"):
        open_store("bolt://neo4j:pa55word@h:7687")


@pytest.mark.parametrize(
    ("given", "missing"),
    [({"user": "neo4j"}, "GUIKOU_NEO4J_PASSWORD"), ({"password": "secret"}, "GUIKOU_NEO4J_USER")],
)
def test_user_and_password_come_together(given: dict[str, str], missing: str) -> None:
    with pytest.raises(UsedWrongly, match=f"^{missing} is not set"):
        open_store("bolt://h:7687", **given)
