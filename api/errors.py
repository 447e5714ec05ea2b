"""What a client is told when something goes wrong: a message in its terms and a code, never the inside of Guikou."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from secrets import token_hex
from typing import Any

from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.exceptions import StrawberryInputCoercionError

from graph.errors import GuikouError, StatementFailed

log = logging.getLogger("guikou.api")

ERROR_LIMIT = 20
"""One failed read fails every field that waited for it: more of the same would tell nothing more."""

# Of a schema that anybody may read, suggestions would be harmless; of one with hidden parts they tell names. Strawberry
# takes them out of messages about fields alone.
_SUGGESTION = re.compile(r" Did you mean [^?]*\?$")


def told(errors: Sequence[GraphQLError], *, executed: bool) -> list[dict[str, Any]]:
    """The errors of an operation as the client sees them; the unknown ones masked, with an id that the log has too.

    Without ``executed``, the request itself was at fault.
    """
    masked: dict[int, str] = {}
    return [_formatted(error, masked, executed=executed) for error in errors[:ERROR_LIMIT]]


def code_of(error: GuikouError) -> str:
    """
    >>> from graph.errors import NothingPublished
    >>> code_of(NothingPublished("embedded:x"))
    'NOTHING_PUBLISHED'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).upper()


def masked_message(error: BaseException) -> str:
    """Log an error that nobody expected, and say by which id it is found there."""
    name = token_hex(6)
    log.error("unexpected error %s", name, exc_info=error, extra={"error_id": name})
    return f"Something went wrong on our side. It is in the log as {name}."


def _formatted(error: GraphQLError, masked: dict[int, str], *, executed: bool) -> dict[str, Any]:
    message, code = _message_and_code(error, masked, executed=executed)
    shown: dict[str, Any] = {"message": message}
    if error.locations:
        shown["locations"] = [location.formatted for location in error.locations]
    if error.path is not None:
        shown["path"] = error.path
    return {**shown, "extensions": {"code": code}}


def _message_and_code(error: GraphQLError, masked: dict[int, str], *, executed: bool) -> tuple[str, str]:
    cause = error.original_error
    match cause:
        case GuikouError() if not isinstance(cause, StatementFailed):
            return str(cause), code_of(cause)
        case RecursionError():
            return "The document is nested too deeply. Ask for fewer levels at once.", "TOO_DEEP"
        case None if isinstance(error, GraphQLSyntaxError):
            return error.message, "SYNTAX"
        case None | GraphQLError() | StrawberryInputCoercionError() if not executed:
            return _SUGGESTION.sub("", error.message), "NOT_VALID"
    if id(cause) not in masked:
        masked[id(cause)] = masked_message(cause or error)
    return masked[id(cause)], "INTERNAL"
