"""The door over HTTP: what comes in wrong gets a status and a code, never a 500."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from api.access import JsonLines
from api.app import create_app
from api.over_http import BODY_LIMIT
from api.settings import Settings
from graph.backends import open_store
from graph.model import Row
from graph.statements import Statement
from graph.store import Parameters, Store

if TYPE_CHECKING:
    from conftest import Client

JSON = {"content-type": "application/json"}
MODERN = "application/graphql-response+json"
ASKED = b'{"query": "{ meta { revision } }"}'


def code(response: Any) -> str:
    (error,) = response.json()["errors"]
    assert error["message"]
    found: str = error["extensions"]["code"]
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", "NOT_JSON"),
        (b"{", "NOT_JSON"),
        (b"query { meta }", "NOT_JSON"),
        (b'{"query": "\xff\xfe"}', "NOT_JSON"),
        (b'{"query": "\\ud800"}', "NOT_JSON"),
        (b"[" * 100_000, "NOT_JSON"),
        (b'{"a":' * 30_000, "NOT_JSON"),
        (b'{"query": "{ meta { revision } }", "variables": {"a": NaN}}', "NOT_JSON"),
        (b"null", "NOT_AN_OBJECT"),
        (b"1", "NOT_AN_OBJECT"),
        (b"true", "NOT_AN_OBJECT"),
        (b'"{ meta { revision } }"', "NOT_AN_OBJECT"),
        (b'[{"query": "{ meta { revision } }"}]', "NOT_AN_OBJECT"),
        (b"{}", "NO_QUERY"),
        (b'{"query": null}', "NO_QUERY"),
        (b'{"query": 1}', "NO_QUERY"),
        (b'{"query": "  "}', "NO_QUERY"),
        (b'{"query": "{ a }", "variables": []}', "VARIABLES"),
        (b'{"query": "{ a }", "variables": "{}"}', "VARIABLES"),
        (b'{"query": "{ a }", "operationName": 1}', "OPERATION_NAME"),
        (b'{"query": "{ a }", "extensions": 1}', "EXTENSIONS"),
    ],
)
def test_a_body_that_is_no_request_is_a_400_with_a_code(client: Client, body: bytes, expected: str) -> None:
    response = client.post("/graphql", content=body, headers=JSON)

    assert (response.status_code, code(response)) == (400, expected)


@pytest.mark.parametrize(
    "content_type", ["", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json; charset=gbk"]
)  # fmt: skip
def test_another_media_type_is_refused(client: Client, content_type: str) -> None:
    response = client.post("/graphql", content=ASKED, headers={"content-type": content_type})

    assert (response.status_code, code(response)) == (415, "MEDIA_TYPE")


def test_a_body_of_the_largest_size_is_read(client: Client) -> None:
    body = ASKED + b" " * (BODY_LIMIT - len(ASKED))

    assert client.post("/graphql", content=body, headers=JSON).status_code == 200


def test_a_larger_body_is_refused_before_it_is_parsed(client: Client) -> None:
    response = client.post("/graphql", content=b"[" * (BODY_LIMIT + 1), headers=JSON)

    assert (response.status_code, code(response)) == (413, "BODY_TOO_LARGE")


def test_a_larger_body_in_chunks_is_not_read_to_its_end(client: Client) -> None:
    sent: list[int] = []

    async def endless() -> AsyncIterator[bytes]:
        while True:
            sent.append(65_536)
            yield b" " * 65_536

    response = client.post("/graphql", content=endless(), headers=JSON)

    assert (response.status_code, code(response)) == (413, "BODY_TOO_LARGE")
    assert sum(sent) <= BODY_LIMIT + 2 * 65_536


@pytest.mark.parametrize("announced", ["x", "-1", "9" * 5_000])
def test_a_length_that_lies_does_no_harm(client: Client, announced: str) -> None:
    response = client.post("/graphql", content=ASKED, headers={**JSON, "content-length": announced})

    assert response.status_code in (200, 413)


@pytest.mark.parametrize(
    ("parameters", "status", "expected"),
    [
        ({"query": "{"}, 200, "SYNTAX"),
        ({"query": ""}, 400, "NO_QUERY"),
        ({}, 400, "NO_QUERY"),
        ({"query": "{ a }", "variables": "{"}, 400, "NOT_JSON"),
        ({"query": "{ a }", "variables": "1"}, 400, "VARIABLES"),
        ({"query": "{ a }", "extensions": "[]"}, 400, "EXTENSIONS"),
        ({"query": "mutation { a }"}, 200, "NOT_VALID"),
    ],
)
def test_a_wrong_question_in_the_address(
    client: Client, parameters: dict[str, str], status: int, expected: str
) -> None:
    response = client.get("/graphql", params=parameters)

    assert (response.status_code, code(response)) == (status, expected)


def test_a_question_in_the_address_is_answered(client: Client) -> None:
    parameters = {"query": "query A($n: Int!) { routes(first: $n) { nodes { kind } } } query B { meta { nodes } }"}

    response = client.get("/graphql", params={**parameters, "variables": '{"n": 1}', "operationName": "A"})

    assert response.json()["data"] == {"routes": {"nodes": [{"kind": "PLATFORM"}]}}


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("application/json", "application/json"),
        (MODERN, MODERN),
        (f"{MODERN}, application/json;q=0.9", MODERN),
        (f"{MODERN};q=0.5, application/json;q=0.9", "application/json"),
        (f"text/html, {MODERN};q=0.1, */*;q=0", MODERN),
    ],
)
def test_the_media_type_is_the_one_that_the_client_prefers(client: Client, accept: str | None, media_type: str) -> None:
    headers = {**JSON, "accept": accept or ""}

    response = client.post("/graphql", content=ASKED, headers=headers)

    assert response.headers["content-type"] == f"{media_type}; charset=utf-8"


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "image/png, application/json;q=x"])
def test_who_accepts_no_json_is_told_so(client: Client, accept: str) -> None:
    response = client.post("/graphql", content=ASKED, headers={**JSON, "accept": accept})

    assert (response.status_code, code(response)) == (406, "NOT_ACCEPTABLE")


@pytest.mark.parametrize(("accept", "status"), [(MODERN, 400), ("application/json", 200)])
@pytest.mark.parametrize("query", ["{", "{ nope }", "query($d: Date!) { routes(on: $d) { totalCount } }"])
def test_a_faulty_document_is_a_400_for_who_asks_for_the_new_media_type(
    client: Client, accept: str, status: int, query: str
) -> None:
    response = client.post("/graphql", json={"query": query}, headers={"accept": accept})

    assert response.status_code == status
    assert "data" not in response.json()


def test_expected_failures_of_execution_are_answers(client: Client) -> None:
    query = '{ meta { checkedThrough } routes(authority: "nobody") { totalCount } }'

    response = client.post("/graphql", json={"query": query}, headers={"accept": MODERN})

    assert (response.status_code, code(response)) == (200, "UNKNOWN_ID")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    response = client.request(method, "/graphql")

    assert (response.status_code, code(response)) == (405, "METHOD_NOT_ALLOWED")


def test_an_unknown_page_is_a_404_in_the_same_form(client: Client) -> None:
    response = client.get("/nowhere")

    assert (response.status_code, code(response)) == (404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example:8000", 421),
        ("", 421),
    ],
)
def test_only_the_names_that_we_go_by_are_answered(client: Client, host: str, status: int) -> None:
    assert client.get("/ready", headers={"host": host}).status_code == status


def test_other_names_can_be_allowed(embedded_world: Store, client_of: Any) -> None:
    app = create_app(embedded_world, Settings(allowed_hosts=("guikou.example",)))

    assert client_of(app).get("/ready", headers={"host": "guikou.example"}).status_code == 200


def test_ready_says_which_revision_is_served_and_health_asks_a_question(client: Client, embedded_world: Store) -> None:
    assert client.get("/ready").json() == {"revision": embedded_world.revision(), "checkedThrough": "2026-11-25"}
    assert client.get("/health").json() == {"status": "ok"}


def test_an_empty_store_is_neither_healthy_nor_ready_and_says_what_to_do(tmp_path: Path, client_of: Any) -> None:
    client = client_of(create_app(open_store(f"embedded:{tmp_path}/none")))

    responses = [
        client.get("/health"),
        client.get("/ready"),
        client.post("/graphql", json={"query": "{ meta { nodes } }"}),
    ]

    assert [(r.status_code, code(r)) for r in responses] == [
        (503, "NOTHING_PUBLISHED"),
        (503, "NOTHING_PUBLISHED"),
        (200, "NOTHING_PUBLISHED"),
    ]
    assert "guikou ingest" in client.get("/").text


def test_the_start_page_says_what_is_here_and_links_on(client: Client, embedded_world: Store) -> None:
    page = client.get("/").text

    for said in (
        str(embedded_world.revision()),
        "2026-11-25",
        "Not legal advice",
        'href="/graphql"',
        'href="/schema.graphql"',
    ):
        assert said in page


def test_a_browser_gets_graphiql_from_our_own_files(client: Client) -> None:
    page = client.get("/graphql", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}).text

    assert "//" not in page.replace("<!doctype html>", "")
    for part in page.split('"'):
        if part.startswith("/static/"):
            assert client.get(part).status_code == 200


@pytest.mark.parametrize("path", ["/", "/graphql", "/health", "/static/start.css", "/nowhere"])
def test_every_answer_carries_the_headers_that_keep_a_browser_safe(client: Client, path: str) -> None:
    headers = client.get(path, headers={"accept": "text/html"}).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["content-security-policy"].startswith("default-src 'self'; ")
    assert ("'unsafe-inline'" in headers["content-security-policy"]) is (path == "/graphql")
    assert len(headers["x-request-id"]) == 16


def test_one_line_is_logged_for_a_request_without_what_it_asked(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="guikou.request")

    response = client.post(
        "/graphql",
        json={"query": 'query Secret { node(id: "cn.secret") { id } }', "operationName": "Secret"},
        headers={"authorization": "Bearer secret-token"},
    )

    (record,) = [record for record in caplog.records if record.name == "guikou.request"]
    line = json.loads(JsonLines().format(record))
    assert line.pop("time")
    assert line.pop("ms") > 0
    assert line == {
        "level": "info",
        "logger": "guikou.request",
        "event": "request",
        "id": response.headers["x-request-id"],
        "method": "POST",
        "path": "/graphql",
        "status": 200,
        "bytes": len(response.content),
        "operation": "Secret",
    }


class BrokenStore:
    """A store in which something breaks that nobody thought of."""

    def __init__(self, inner: Store) -> None:
        self._inner = inner

    def read(self, statement: Statement, parameters: Parameters) -> list[Row]:
        if statement.name.startswith("read/node"):
            raise ZeroDivisionError("the password is hunter2")
        return self._inner.read(statement, parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def test_an_unknown_error_is_masked_and_found_in_the_log(
    embedded_world: Store, client_of: Any, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_of(create_app(BrokenStore(embedded_world)))

    response = client.post("/graphql", json={"query": "{ obligations { nodes { id } } }"})

    assert (response.status_code, code(response)) == (200, "INTERNAL")
    assert "hunter2" not in response.text
    name = response.json()["errors"][0]["message"].split()[-1].rstrip(".")
    (record,) = [record for record in caplog.records if name in record.getMessage()]
    assert record.exc_info is not None


def test_a_failure_outside_graphql_is_masked_too(
    embedded_world: Store, client_of: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.app.printed", lambda: 1 / 0)

    response = client_of(create_app(embedded_world)).get("/schema.graphql")

    assert (response.status_code, code(response)) == (500, "INTERNAL")
    assert "division" not in response.text
    assert any(record.exc_info for record in caplog.records)
