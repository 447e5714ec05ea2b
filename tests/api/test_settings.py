"""What the environment may say."""

from __future__ import annotations

import pytest

from api.settings import Settings, settings
from graph.errors import UsedWrongly


def test_nothing_said_is_the_embedded_store_on_this_machine_alone() -> None:
    assert settings({"PATH": "/bin", "GUIKOU_STORE": ""}) == Settings(
        store="embedded:.guikou", host="127.0.0.1", port=8000, allowed_hosts=("127.0.0.1", "localhost", "[::1]")
    )


def test_everything_can_be_said() -> None:
    said = {
        "GUIKOU_STORE": "neo4j://db:7687",
        "GUIKOU_NEO4J_USER": "neo4j",
        "GUIKOU_NEO4J_PASSWORD": "correct horse",
        "GUIKOU_HOST": "0.0.0.0",
        "GUIKOU_PORT": "80",
        "GUIKOU_ALLOWED_HOSTS": "guikou.example, localhost",
    }

    assert settings(said) == Settings(
        "neo4j://db:7687", "neo4j", "correct horse", "0.0.0.0", 80, ("guikou.example", "localhost")
    )


def test_the_password_is_never_printed() -> None:
    assert "horse" not in repr(settings({"GUIKOU_NEO4J_PASSWORD": "correct horse"}))


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", "８０００", "80 "])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(UsedWrongly, match=r"^GUIKOU_PORT: "):
        settings({"GUIKOU_PORT": port})
