"""The web application over one store."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from html import escape
from importlib.resources import files
from pathlib import Path

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from api.access import Access
from api.errors import code_of
from api.over_http import answered, refusal, wants_page
from api.schema import printed
from api.schema import schema as built
from api.settings import Settings
from graph.errors import GuikouError
from graph.meta import Meta, meta
from graph.store import Store

_STATIC = Path(str(files("api") / "static"))
_GET = ["GET", "HEAD"]


def create_app(store: Store, settings: Settings | None = None) -> FastAPI:
    """The application that answers from the store. The store stays its owner's to close."""
    built()  # takes a tenth of a second, which the first user should not wait for
    app = FastAPI(title="Guikou", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_served_long)
    app.add_middleware(GZipMiddleware, minimum_size=1_024)
    app.add_middleware(Access, hosts=(settings or Settings()).allowed_hosts)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")

    @app.api_route("/", methods=_GET)
    async def start() -> Response:
        return HTMLResponse(_page("start.html").replace("<!-- served -->", await asyncio.to_thread(_served, store)))

    @app.api_route("/graphql", methods=["GET", "POST"])
    async def graphql(request: Request) -> Response:
        return HTMLResponse(_page("graphiql.html")) if wants_page(request) else await answered(store, request)

    @app.api_route("/schema.graphql", methods=_GET)
    async def schema() -> Response:
        return PlainTextResponse(printed())

    @app.api_route("/health", methods=_GET)
    async def health() -> Response:
        """Whether a question is answered now: the store is asked one."""
        return await asyncio.to_thread(_state, store, lambda _served: {"status": "ok"})

    @app.api_route("/ready", methods=_GET)
    async def ready() -> Response:
        """Which revision is served."""
        return await asyncio.to_thread(_state, store, _revision)

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        return refusal(
            error.status_code,
            error.detail.upper().replace(" ", "_"),
            f"{error.detail}: {request.url.path}",
            error.headers,
        )

    return app


@asynccontextmanager
async def _served_long(app: FastAPI) -> AsyncIterator[None]:
    """What is loaded now stays for good, and answers are many small objects: collect garbage seldom (a quarter of the
    time of an answer went into it), and not among what stays."""
    gc.collect()
    gc.freeze()
    before = gc.get_threshold()
    gc.set_threshold(50_000, *before[1:])
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def _state(store: Store, told: Callable[[Meta], object]) -> Response:
    try:
        served = meta(store)
    except GuikouError as error:
        return refusal(503, code_of(error), str(error))
    return Response(orjson.dumps(told(served)), media_type="application/json")


def _revision(served: Meta) -> dict[str, str]:
    return {"revision": served.revision, "checkedThrough": served.checked_through.isoformat()}


def _page(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")


def _served(store: Store) -> str:
    """What the start page says of the graph; it opens also when there is none."""
    try:
        served = meta(store)
    except GuikouError as error:
        return f"<p class=bad>{escape(str(error))}</p>"
    return (
        f"<p>Revision <code>{escape(served.revision)}</code>: {served.nodes:,} nodes, {served.edges:,} edges. "
        f"The law was checked through <b>{served.checked_through}</b>.</p>"
    )
