"""The GraphQL schema, and how an operation on it is answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import strawberry
from graphql import GraphQLError, OperationDefinitionNode
from strawberry.exceptions import MissingQueryError
from strawberry.extensions import MaxTokensLimiter, ParserCache, SchemaExtension, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionContext, ExecutionResult
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType

from api.errors import told
from api.loaders import Context, TooMuchAsked
from api.query import Query
from api.ties import TIES, PlainTie
from graph.errors import GuikouError
from graph.meta import warnings
from graph.store import Store

TOKEN_LIMIT = 1_000
"""Checking a document takes time in the square of its length."""

_CACHED = 128
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as it came in."""

    query: str
    variables: dict[str, Any] | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """``body`` is the GraphQL response; ``executed`` is false when the request itself was at fault."""

    body: dict[str, Any]
    executed: bool


@cache
def schema() -> strawberry.Schema:
    extensions: list[Any] = [
        lambda: MaxTokensLimiter(TOKEN_LIMIT),
        lambda: ParserCache(_CACHED),
        lambda: ValidationCache(_CACHED),
        _OneOperation,
    ]
    return _Schema(
        query=Query,
        types=[PlainTie, *TIES.values()],
        config=StrawberryConfig(disable_field_suggestions=True),
        extensions=extensions,
    )


def printed() -> str:
    """The schema as ``api/schema.graphql`` holds it."""
    return schema().as_str() + "\n"


async def answer(store: Store, operation: Operation, *, today: date) -> Answer:
    """Answer an operation from one revision of the graph.

    Every answer tells in its ``extensions`` the revision, the day through which the law was checked, and warnings. When
    a new revision was published in the midst, the operation is asked again: its parts would not fit together.
    """
    for _ in range(_ATTEMPTS):
        context = Context(store, today)
        result = await _executed(operation, context)
        rests_on = await _rests_on(context)
        if len(context.revisions) < 2:
            break
    executed = not isinstance(result, PreExecutionError) and not _refused(result)
    errors = [error for error in result.errors or () if isinstance(error.original_error, TooMuchAsked)][
        :1
    ] or result.errors
    body: dict[str, Any] = {"errors": told(errors, executed=executed)} if errors else {}
    if executed:
        # A part of what was too much says nothing about the rest.
        body["data"] = None if context.exhausted else result.data
    if rests_on:
        body["extensions"] = rests_on
    return Answer(body, executed)


async def _executed(operation: Operation, context: Context) -> ExecutionResult:
    try:
        return await schema().execute(
            operation.query,
            variable_values=operation.variables,
            operation_name=operation.name,
            context_value=context,
            allowed_operation_types=[OperationType.QUERY],
        )
    except MissingQueryError:
        message = "The request holds no GraphQL document."
    except CannotGetOperationTypeError as error:
        message = error.as_http_error_reason()
    except InvalidOperationTypeError:
        message = "Only queries can be asked: the graph is changed by publishing facts."
    return PreExecutionError(data=None, errors=[GraphQLError(message)])


async def _rests_on(context: Context) -> dict[str, Any]:
    """What the answer rests on; nothing when the graph was not asked."""
    if not (context.revisions or context.days):
        return {}
    try:
        served = await context.served()
    except GuikouError:
        return {}
    cautions = [caution for day in sorted(context.days) for caution in warnings(served, day)]
    return {
        "revision": served.revision,
        "checkedThrough": served.checked_through.isoformat(),
        "warnings": [{"code": caution.caution.name, "message": caution.message} for caution in cautions],
    }


def _refused(result: ExecutionResult) -> bool:
    """Whether the variables did not fit, so that nothing was executed."""
    return result.data is None and all(error.path is None for error in result.errors or ())


class _OneOperation(SchemaExtension):
    """Of several operations the request names one; Strawberry would take the first."""

    def on_execute(self) -> Iterator[None]:
        context = self.execution_context
        document = context.graphql_document
        operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)] if document else []
        if len(operations) > 1 and context._provided_operation_name is None:
            context.result = ExecutionResult(
                None, [GraphQLError("The document holds several operations: say which one by `operationName`.")]
            )
        yield


class _Schema(strawberry.Schema):
    def process_errors(self, errors: Sequence[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Strawberry would log every error of a client with its traceback; ``api.errors`` logs the unexpected ones."""
