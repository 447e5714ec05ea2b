"""What surrounds every request: the host it may name, the headers of its answer, and its line in the log."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Collection, MutableMapping
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import masked_message
from api.over_http import refusal

log = logging.getLogger("guikou.request")

# Nothing is loaded from elsewhere. GraphiQL writes style attributes, so its page may have inline styles.
_POLICY = (
    "default-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self'{styles}; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Access:
    """Wraps the whole application. A request gets an id, one line in the log, and an answer even when something breaks."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        line = _Line(scope)
        sending = _sending(scope, send, line)
        try:
            if self._knows(Headers(scope=scope).get("host", "")):
                await self._app(scope, receive, sending)
            else:
                await refusal(421, "HOST", "This service is not reached under that host name.")(scope, receive, sending)
        except Exception as error:
            if line.status is not None:
                raise
            await refusal(500, "INTERNAL", masked_message(error))(scope, receive, sending)
        finally:
            line.write()

    def _knows(self, host: str) -> bool:
        """A page elsewhere may point its own name at this machine: only the names that we go by are answered."""
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        return "*" in self._hosts or name.lower() in self._hosts


class _Line:
    """One request's line in the log. No query, no variable, no header: they may hold what is nobody's business."""

    def __init__(self, scope: Scope) -> None:
        self.id = token_hex(8)
        self.status: int | None = None
        self.size = 0
        self._scope = scope
        self._begun = time.perf_counter()

    def write(self) -> None:
        state: MutableMapping[str, Any] = self._scope.get("state", {})
        told = {
            "id": self.id,
            "method": self._scope["method"],
            "path": self._scope["path"][:200],
            "status": self.status,
            "ms": round((time.perf_counter() - self._begun) * 1000, 1),
            "bytes": self.size,
            "operation": (state.get("operation") or "")[:100] or None,
            "codes": state.get("codes") or None,
        }
        log.info("request", extra={"told": {key: value for key, value in told.items() if value is not None}})


def _sending(scope: Scope, send: Send, line: _Line) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            line.status = message["status"]
            headers = MutableHeaders(scope=message)
            styles = " 'unsafe-inline'" if scope["path"] == "/graphql" else ""
            headers["Content-Security-Policy"] = _POLICY.format(styles=styles)
            headers["X-Request-Id"] = line.id
            for name, value in _HEADERS.items():
                headers[name] = value
        elif message["type"] == "http.response.body":
            line.size += len(message.get("body", b""))
        await send(message)

    return sending


class JsonLines(logging.Formatter):
    """Each record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def log_to_stderr() -> None:
    """Write every record as a line of JSON to stderr. Called by who serves, never by importing."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
