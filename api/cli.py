"""The command line: the same words and the same answers as the library.

Results go to stdout (``--json`` for machines), notes to stderr. Exit 0: done; 1: problems found; 2: used wrongly.
Everything heavy is imported inside its command, so that ``guikou --help`` stays quick.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from graph.errors import GuikouError, ProblemsFound, UsedWrongly

if TYPE_CHECKING:
    from graph.store import Store

DEFAULT_STORE = "embedded:.guikou"
BASES = ("STATUTE", "PRACTICE", "OPINION")


class Guikou(click.Group):
    """Shows an expected error as one message; a user never sees a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UsedWrongly as error:
            _fail(error, 2)
        except GuikouError as error:
            _fail(error, 1)
        except BrokenPipeError:
            # The reader of our output has seen enough, as `| head` does.
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - lives as long as the process
            raise SystemExit(0) from None


class Day(click.ParamType):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD, such as {date.today()}.", param, ctx)


def _fail(error: GuikouError, code: int) -> NoReturn:
    lines = str(error) if isinstance(error, ProblemsFound) else f"Error: {error}"
    click.echo(lines, err=True)
    raise SystemExit(code)


def _store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--store",
        "address",
        envvar="GUIKOU_STORE",
        default=DEFAULT_STORE,
        show_default=True,
        show_envvar=True,
        help="Where the graph is: embedded:DIR, neo4j://HOST:PORT or bolt://HOST:PORT.",
    )(command)


def _json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True, help="Write JSON, for machines.")(command)


def _day_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--on", type=Day(), default=None, help="The day on which the law is asked.  [default: today]")(command)


def _basis_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--basis",
        "bases",
        type=click.Choice(BASES, case_sensitive=False),
        multiple=True,
        help="Keep only what rests on this; STATUTE alone removes practice and opinion. May be repeated.",
    )(command)


def _open(address: str) -> Store:
    from graph.backends import open_store

    return open_store(
        address,
        user=os.environ.get("GUIKOU_NEO4J_USER"),
        password=os.environ.get("GUIKOU_NEO4J_PASSWORD"),
    )


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr when somebody watches it."""
    if not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def tell(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield tell


def _write_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_jsonable))


def _jsonable(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


@click.group(cls=Guikou, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Guikou 归口: which duty of Chinese internet and AI law goes to which authority, through which door, by when.

    Not legal advice. Only the Chinese texts bind; English is unofficial.
    """


@main.command()
@_store_option
@click.option("--facts", type=click.Path(path_type=Path), default=None, help="A folder of facts.  [default: the curated facts]")
@click.option("--texts", type=click.Path(path_type=Path), default=None, help="A folder of official texts (not built yet).")
@_json_option
def ingest(address: str, facts: Path | None, texts: Path | None, as_json: bool) -> None:
    """Read the facts, check them, and publish them as one revision of the graph.

    Nothing is written unless everything is sound. The same facts again publish nothing.
    """
    from ingest.check import CURATED
    from ingest.job import ingest as run

    store = _open(address)
    try:
        with _progress("Reading facts") as tell:
            published = run(store, facts=facts or CURATED, texts=texts, tell=tell)
    finally:
        store.close()
    if as_json:
        _write_json(published)
    elif published.fresh:
        click.echo(f"Published revision {published.revision} to {address}: {published.nodes} nodes, {published.edges} edges.")
    else:
        click.echo(f"{address} serves revision {published.revision} already: nothing to do.")


@main.command()
@click.option("--facts", type=click.Path(path_type=Path), default=None, help="A folder of facts.  [default: the curated facts]")
@_json_option
def check(facts: Path | None, as_json: bool) -> None:
    """Tell everything that is wrong with the facts, with file and line. Nothing is written."""
    from ingest.check import CURATED, checked

    try:
        knowledge = checked(facts or CURATED)
    except ProblemsFound as error:
        if not as_json:
            raise
        _write_json({"problems": error.problems})
        raise SystemExit(1) from None
    if as_json:
        _write_json({"problems": [], "nodes": knowledge.node_count, "edges": knowledge.edge_count})
    else:
        click.echo(f"Sound: {knowledge.node_count} nodes, {knowledge.edge_count} edges, revision {knowledge.revision}.")


@main.command()
@_store_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
def serve(address: str, host: str, port: int) -> None:
    """Serve GraphQL, GraphiQL and the start page."""
    import uvicorn

    from api.app import create_app
    from graph.errors import NothingPublished

    store = _open(address)
    try:
        if store.revision() is None:
            raise NothingPublished(address)
        click.echo(f"Guikou serves {address} on http://{host}:{port} (stop with Ctrl-C)", err=True)
        uvicorn.run(create_app(store), host=host, port=port, log_config=None, access_log=False, server_header=False)
    finally:
        store.close()


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; name the files that differ.")
@click.option("--root", type=click.Path(path_type=Path, exists=True), default=Path(), help="The repository.  [default: here]")
def render(only_check: bool, root: Path) -> None:
    """Render the schema, the statements and the docs pages from the ontology and the facts."""
    from graph.render import differing, rendered, write_all
    from ingest.pages import rendered_pages

    files = rendered() | rendered_pages()
    paths = differing(root, files) if only_check else write_all(root, files)
    for path in paths:
        click.echo(path)
    if only_check and paths:
        click.echo(f"{len(paths)} files differ from the ontology and the facts. Run `guikou render`.", err=True)
        raise SystemExit(1)


@main.command()
@_json_option
def version(as_json: bool) -> None:
    """Tell the version."""
    from importlib.metadata import version as installed

    number = installed("guikou")
    if as_json:
        _write_json({"guikou": number, "python": sys.version.split()[0]})
    else:
        click.echo(f"guikou {number}")
