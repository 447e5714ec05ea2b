"""GraphQL over HTTP: what a request must look like, and in which form it is answered.

Strawberry's own view answers a scalar, a null or invalid UTF-8 with status 500 and reads bodies of any size, so this
door is ours. It follows the GraphQL-over-HTTP specification: ``application/graphql-response+json`` for who asks for it,
where a faulty request is a 400, and ``application/json`` for everybody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from fastapi import Request, Response

from api.schema import Operation, answer
from graph.store import Store
from graph.view import today

BODY_LIMIT = 256 * 1024
RESPONSE = "application/graphql-response+json"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """A request that is not a GraphQL request, with the status and the code that say why."""

    status: int
    code: str
    message: str


async def answered(store: Store, request: Request) -> Response:
    """Answer a GraphQL request."""
    try:
        media_type = _accepted(request.headers.get("accept"))
        operation = _asked(request.query_params) if request.method == "GET" else _posted(request, await _body(request))
    except Refused as refused:
        request.state.codes = [refused.code]
        return refusal(refused.status, refused.code, refused.message)
    request.state.operation = operation.name
    given = await answer(store, operation, today=today())
    request.state.codes = [error["extensions"]["code"] for error in given.body.get("errors", ())]
    status = 400 if media_type == RESPONSE and not given.executed else 200
    return Response(orjson.dumps(given.body), status, media_type=f"{media_type}; charset=utf-8")


def refusal(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """An error in the form of GraphQL's, for whatever went wrong before or around GraphQL."""
    body = {"errors": [{"message": message, "extensions": {"code": code}}]}
    return Response(orjson.dumps(body), status, headers, media_type=f"{JSON}; charset=utf-8")


def wants_page(request: Request) -> bool:
    """Whether a person with a browser asks, and not a program."""
    return (
        request.method == "GET"
        and "query" not in request.query_params
        and "text/html" in request.headers.get("accept", "")
    )


def _accepted(accept: str | None) -> str:
    """The best of our two media types that the client accepts."""
    if not accept:
        return JSON
    weights = {name: weight for part in accept.split(",") for name, weight in [_weighed(part)]}
    everything = weights.get("application/*", weights.get("*/*", 0.0))
    ours = {JSON: weights.get(JSON, everything), RESPONSE: weights.get(RESPONSE, everything)}
    best = max(ours, key=lambda name: (ours[name], name in weights and name == RESPONSE, name == JSON))
    if ours[best] <= 0:
        raise Refused(406, "NOT_ACCEPTABLE", f"Answers come as {RESPONSE} or {JSON}; the Accept header takes neither.")
    return best


def _weighed(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return name, float(weight)
    except ValueError:
        return name, 0.0


async def _body(request: Request) -> bytes:
    """The body, never more of it than allowed, whatever its headers say."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and (len(announced) > _DIGITS or int(announced) > BODY_LIMIT):
        raise _TOO_LARGE
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > BODY_LIMIT:
            raise _TOO_LARGE
        parts.append(part)
    return b"".join(parts)


_DIGITS = 12  # Python refuses to read numbers of thousands of digits
_TOO_LARGE = Refused(
    413, "BODY_TOO_LARGE", f"The body is larger than {BODY_LIMIT // 1024} kB. Use variables, or ask in parts."
)


def _posted(request: Request, body: bytes) -> Operation:
    name, *parameters = (piece.strip().lower() for piece in request.headers.get("content-type", "").split(";"))
    charset = next((piece[8:].strip('"') for piece in parameters if piece.startswith("charset=")), "utf-8")
    if name != JSON or charset not in ("utf-8", "utf8"):
        raise Refused(415, "MEDIA_TYPE", f"Send the request as {JSON} in UTF-8.")
    fields = _parsed(body, "The body")
    if not isinstance(fields, dict):
        raise Refused(400, "NOT_AN_OBJECT", 'The body is not a JSON object such as {"query": "{ meta { revision } }"}.')
    return _operation(fields)


def _asked(parameters: Mapping[str, str]) -> Operation:
    fields: dict[str, Any] = {key: value or None for key, value in parameters.items()}
    for key in ("variables", "extensions"):
        if fields.get(key):
            fields[key] = _parsed(fields[key].encode("utf-8", "surrogatepass"), f"The parameter `{key}`")
    return _operation(fields)


def _parsed(text: bytes, what: str) -> object:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Refused(400, "NOT_JSON", f"{what} is not JSON in UTF-8: {error}.") from error


def _operation(fields: Mapping[str, object]) -> Operation:
    query, variables, name = fields.get("query"), fields.get("variables"), fields.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise Refused(400, "NO_QUERY", "`query` must be a text that holds a GraphQL document.")
    if not isinstance(variables, dict | None):
        raise Refused(400, "VARIABLES", "`variables` must be an object, if given.")
    if not isinstance(name, str | None):
        raise Refused(400, "OPERATION_NAME", "`operationName` must be a text, if given.")
    if not isinstance(fields.get("extensions"), dict | None):
        raise Refused(400, "EXTENSIONS", "`extensions` must be an object, if given.")
    return Operation(query, variables, name)
