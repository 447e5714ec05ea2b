"""The command line: the same words and the same answers as the library.

Results go to stdout (``--json`` for machines), notes to stderr. Exit 0: done; 1: problems found; 2: used wrongly.
Everything heavy is imported inside its command, so that ``guikou --help`` stays quick.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from api.settings import DEFAULT_STORE
from graph.errors import GuikouError, ProblemsFound, UsedWrongly

if TYPE_CHECKING:
    from graph.clock.due import DueDates
    from graph.meta import Warned
    from graph.store import Store
    from graph.view import View

BASES = ("STATUTE", "PRACTICE", "OPINION")
OUTCOMES = ("APPLIES", "ON_EVENT", "CONTESTED", "NEEDS_FACTS", "DOES_NOT_APPLY", "NOT_YET", "NO_LONGER")


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
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            # The last door: whatever gets here is our defect, and a user is not shown a traceback for it.
            if os.environ.get("GUIKOU_DEBUG"):
                raise
            click.echo(
                f"Error: {type(error).__name__}: {error}. This is a defect of Guikou, not of your input. "
                "Set GUIKOU_DEBUG=1 to see where it happened, and report it.",
                err=True,
            )
            raise SystemExit(1) from error


class Day(click.ParamType[date]):
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
    return click.option("--on", type=Day(), default=None, help="The day on which the law is asked.  [default: today]")(
        command
    )


def _basis_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--basis",
        "bases",
        type=click.Choice(BASES, case_sensitive=False),
        multiple=True,
        help="Keep only what rests on this; STATUTE alone removes practice and opinion. May be repeated.",
    )(command)


def _profile_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--profile",
        type=click.Path(path_type=Path),
        help="Only what concerns the service of this file, or may; - for stdin.",
    )(command)


def _open(address: str) -> Store:
    from graph.backends import open_store

    return open_store(
        address,
        user=os.environ.get("GUIKOU_NEO4J_USER"),
        password=os.environ.get("GUIKOU_NEO4J_PASSWORD"),
    )


@contextmanager
def _opened(address: str) -> Iterator[Store]:
    """The store at the address, given up again whatever happens."""
    store = _open(address)
    try:
        yield store
    finally:
        store.close()


def _warn(warnings: Iterable[Warned]) -> None:
    for warning in warnings:
        click.echo(f"Warning: {warning.message}", err=True)


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


@click.group("guikou", cls=Guikou, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Guikou 归口: which duty of Chinese internet and AI law goes to which authority, through which door, by when.

    Not legal advice. Only the Chinese texts bind; English is unofficial.
    """


@main.command()
@_store_option
@click.option(
    "--facts", type=click.Path(path_type=Path), default=None, help="A folder of facts.  [default: the curated facts]"
)
@click.option(
    "--texts", type=click.Path(path_type=Path), default=None, help="A folder of official texts (not built yet)."
)
@_json_option
def ingest(address: str, facts: Path | None, texts: Path | None, as_json: bool) -> None:
    """Read the facts, check them, and publish them as one revision of the graph.

    Nothing is written unless everything is sound. The same facts again publish nothing.
    """
    from ingest.check import CURATED
    from ingest.job import ingest as run

    with _opened(address) as store, _progress("Reading facts") as tell:
        published = run(store, facts=facts or CURATED, texts=texts, tell=tell)
    if as_json:
        _write_json(published)
    elif published.fresh:
        click.echo(
            f"Published revision {published.revision} to {address}: {published.nodes} nodes, {published.edges} edges."
        )
    else:
        click.echo(f"{address} serves revision {published.revision} already: nothing to do.")


@main.command()
@click.option(
    "--facts", type=click.Path(path_type=Path), default=None, help="A folder of facts.  [default: the curated facts]"
)
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    default=None,
    help="A folder of official texts to hold the facts against.",
)
@_json_option
def check(facts: Path | None, texts: Path | None, as_json: bool) -> None:
    """Tell everything that is wrong with the facts, with file and line. Nothing is written.

    With --texts also whether each cited provision exists in the official text and the cited words stand in it; exit 1
    when a text contradicts a fact.
    """
    from ingest.check import CURATED, checked

    try:
        knowledge = checked(facts or CURATED)
    except ProblemsFound as error:
        if not as_json:
            raise
        _write_json({"problems": error.problems})
        raise SystemExit(1) from None
    report = None
    if texts is not None:
        from ingest.statute.evidence import held_against
        from ingest.statute.folder import texts_in

        unreadable: list[str] = []
        with _progress("Reading texts") as tell:
            report = held_against(knowledge, texts_in(texts, unreadable=unreadable, tell=tell), unreadable=unreadable)
    if as_json:
        found = {"problems": [], "nodes": knowledge.node_count, "edges": knowledge.edge_count}
        _write_json(found if report is None else found | {"evidence": report})
    else:
        click.echo(f"Sound: {knowledge.node_count} nodes, {knowledge.edge_count} edges, revision {knowledge.revision}.")
    if report is None:
        return
    if not as_json:
        from api.evidence_text import evidence_text, summary

        _write_lines(evidence_text(report))
        click.echo(summary(report), err=True)
    if report.mismatches:
        raise SystemExit(1)


@main.command()
@_store_option
@click.option("--host", default=None, help="The address to listen on.  [env: GUIKOU_HOST; default: 127.0.0.1]")
@click.option(
    "--port", default=None, type=click.IntRange(1, 65535), help="The port.  [env: GUIKOU_PORT; default: 8000]"
)
def serve(address: str, host: str | None, port: int | None) -> None:
    """Serve GraphQL, GraphiQL and the start page.

    GUIKOU_ALLOWED_HOSTS names the hosts, separated by commas, under which browsers may reach it (default: this machine).
    """
    import uvicorn

    from api.access import log_to_stderr
    from api.app import create_app
    from api.settings import settings
    from graph.errors import NothingPublished

    given = settings(os.environ)
    host, port = host or given.host, port or given.port
    with _opened(address) as store:
        if store.revision() is None:
            raise NothingPublished(address)
        log_to_stderr()
        click.echo(f"Guikou serves {store.address} on http://{host}:{port} (stop with Ctrl-C)", err=True)
        app = create_app(store, given)
        uvicorn.run(app, host=host, port=port, log_config=None, access_log=False, server_header=False)


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; name the files that differ.")
@click.option(
    "--root", type=click.Path(path_type=Path, exists=True), default=Path(), help="The repository.  [default: here]"
)
def render(only_check: bool, root: Path) -> None:
    """Render the schema, the statements and the docs pages from the ontology and the facts."""
    from api.schema import printed
    from graph.render import differing, rendered, write_all
    from ingest.pages import rendered_pages

    files = rendered() | {"api/schema.graphql": printed()} | rendered_pages()
    paths = differing(root, files) if only_check else write_all(root, files)
    for path in paths:
        click.echo(path)
    if "api/profile_declared.py" in paths and not only_check:
        click.echo("Other facts can be told now: run `guikou render` once more, for the schema follows them.", err=True)
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


@main.command()
@_store_option
@_day_option
@_basis_option
@click.option("--obligation", "obligations", multiple=True, help="Only this obligation. May be repeated.")
@click.option("--regulation", help="Only duties of this instrument, such as cn.algo-2021.")
@click.option("--authority", help="Only ways to this authority, such as cn.mps, and to the terms that cover it.")
@click.option("--platform", help="Only ways through this platform.")
@click.option(
    "--to-authority/--to-nobody", default=None, help="Only what an authority receives, or only what none does."
)
@click.option("--drafts", is_flag=True, help="Show norms of drafts too; they never bind.")
@_json_option
def routes(
    address: str, on: date | None, bases: tuple[str, ...], obligations: tuple[str, ...], regulation: str | None,
    authority: str | None, platform: str | None, to_authority: bool | None, drafts: bool, as_json: bool,
) -> None:  # fmt: skip
    """Tell where each duty goes: authority, platform, by which article, on what basis."""
    from graph.meta import meta, warnings
    from graph.routes import routes as asked
    from graph.routes import with_addresses

    seen = _view(on, bases, drafts=drafts)
    with _opened(address) as store:
        found = asked(
            store,
            seen,
            obligations=obligations or None,
            regulation=regulation,
            authority=authority,
            platform=platform,
            to_authority=to_authority,
        )
        ways = with_addresses(store, found.items, seen)
        told = meta(store)
    if as_json:
        _write_json({"meta": told, "on": seen.on, "warnings": warnings(told, seen.on), "routes": ways})
        return
    from api.text import routes_text

    _write_lines(routes_text(ways))
    duties = len({way.obligation for way in ways})
    click.echo(
        f"{len(ways)} ways of {duties} duties on {seen.on}; law checked through {told.checked_through}.", err=True
    )
    _warn(warnings(told, seen.on))


@main.command(name="obligations")
@_store_option
@_day_option
@_basis_option
@click.option("--regulation", help="Only norms of this instrument, such as cn.algo-2021.")
@click.option("--bound", help="Only what binds this role or authority, such as provider.generative-ai.")
@click.option("--drafts", is_flag=True, help="Show norms of drafts too; they never bind.")
@_json_option
def list_obligations(
    address: str, on: date | None, bases: tuple[str, ...], regulation: str | None, bound: str | None, drafts: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """List norms: who must, must not or may do what."""
    from graph.catalogue import obligations as listed
    from graph.lookup import nodes

    seen = _view(on, bases, drafts=drafts)
    with _opened(address) as store:
        ids = listed(store, seen, regulation=regulation, bound=bound).items
        rows = list(nodes(store, "Obligation", ids).values())
    if as_json:
        _write_json({"on": seen.on, "obligations": rows})
        return
    from api.text import rows_text

    _write_lines(rows_text(rows))
    click.echo(f"{len(rows)} norms on {seen.on}.", err=True)


@main.command()
@click.argument("identifier")
@_store_option
@_day_option
@_basis_option
@_json_option
def show(identifier: str, address: str, on: date | None, bases: tuple[str, ...], as_json: bool) -> None:
    """Show one thing of the graph with all its ties; for an obligation also its ways and clocks."""
    from graph.deadlines import clocks
    from graph.routes import routings, with_addresses
    from graph.show import show as shown

    seen = _view(on, bases, drafts=True)
    with _opened(address) as store:
        found = shown(store, identifier, seen)
        duty = [identifier] if found.label == "Obligation" else []
        ways = [way for of_one in routings(store, duty, seen).values() for way in with_addresses(store, of_one, seen)]
        ticking = [clock for of_one in clocks(store, duty, seen).values() for clock in of_one]
    if as_json:
        ties = {
            relation.field: [{"label": t.label, **t.row, "tie": t.tie} for t in tied] for relation, tied in found.ties
        }
        _write_json({"label": found.label, **found.row, "ties": ties, "routes": ways, "deadlines": ticking})
        return
    from api.text import clocks_text, routes_text, shown_text

    _write_lines(shown_text(found))
    _write_lines(routes_text(ways))
    _write_lines(clocks_text(ticking))


@main.command()
@_store_option
@click.option("--url", help="Ask a running API too, such as http://127.0.0.1:8000.")
@_json_option
def doctor(address: str, url: str | None, as_json: bool) -> None:
    """Tell whether everything works: Python, packages, facts, store, and a running API."""
    from api.doctor import examined

    findings = examined(lambda: _open(address), url)
    if as_json:
        _write_json({"sound": all(f.sound for f in findings), "findings": findings})
    else:
        for finding in findings:
            click.echo(f"{'ok  ' if finding.sound else 'BAD '} {finding.what}: {finding.said}")
    if not all(finding.sound for finding in findings):
        raise SystemExit(1)


def _view(on: date | None, bases: tuple[str, ...], *, drafts: bool) -> View:
    from graph.view import today, view
    from graph.vocabulary import Basis

    return view(on or today(), {Basis[name.upper()] for name in bases} or None, drafts=drafts)


def _write_lines(lines: Iterator[str]) -> None:
    click.echo("\n".join(lines))


class Moment(click.ParamType[date]):
    """A day, or a day with its time: in China, unless it names its zone."""

    name = "YYYY-MM-DD[THH:MM]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from datetime import datetime

        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as YYYY-MM-DD, or as YYYY-MM-DDTHH:MM for hours.", param, ctx)


@main.command()
@click.argument("obligation")
@click.option(
    "--start", type=Moment(), required=True, help="When the event happened or will happen; the time of China."
)
@click.option("--event", help="Only clocks that run from this event, by words of its Chinese or English name.")
@click.option("--ics", type=click.Path(path_type=Path, allow_dash=True), help="Write a calendar file; - for stdout.")
@_store_option
@_day_option
@_basis_option
@click.option("--drafts", is_flag=True, help="Answer for norms of drafts too; they never bind.")
@_json_option
def due(
    obligation: str, start: date, event: str | None, ics: Path | None, address: str, on: date | None,
    bases: tuple[str, ...], drafts: bool, as_json: bool,
) -> None:  # fmt: skip
    """Tell by which day: every clock of an obligation, counted by the holidays of mainland China."""
    from graph.clock.due import due_dates_of
    from graph.meta import meta, warnings

    to_stdout = ics == Path("-")
    if to_stdout and as_json:
        raise UsedWrongly(
            "--json and --ics - both write to stdout. Name a file for one of them, such as --ics due.ics."
        )
    seen = _view(on, bases, drafts=drafts)
    with _opened(address) as store:
        found = due_dates_of(store, obligation, start, seen, event=event)
        told = meta(store)
    if ics is not None:
        from graph.clock.ics import undated

        written = _calendar([found])
        if to_stdout:
            click.echo(written, nl=False)
        else:
            _write_file(ics, written)
        for one in undated(found):
            click.echo(f"Note: not in the calendar file, without a day: {one.clock.deadline} ({one.why_not})", err=True)
    if as_json:
        _write_json({"meta": told, "on": seen.on, "warnings": warnings(told, seen.on), "due": found})
    elif not to_stdout:
        from api.due_text import due_text

        _write_lines(due_text(found))
    _warn(warnings(told, seen.on))


def _write_file(path: Path, text: str) -> None:
    """Lines end as the text has them, on every system."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsedWrongly(
            f"{path} cannot be written: {error.strerror}. Name a file in a folder that is there."
        ) from error


@main.command()
@click.argument("profile", type=click.Path(path_type=Path, allow_dash=True), required=False)
@click.option("--next", "only_next", is_flag=True, help="Tell only what to ask next, and why.")
@click.option("--schema", is_flag=True, help="Write the JSON Schema of a profile, and stop.")
@click.option(
    "--outcome",
    "outcomes",
    type=click.Choice(OUTCOMES, case_sensitive=False),
    multiple=True,
    help="Show these findings.  [default: all but DOES_NOT_APPLY] May be repeated.",
)
@click.option("--regulation", help="Show only findings on norms of this instrument, such as cn.genai-2023.")
@click.option("--why", is_flag=True, help="Show the whole reason of each finding.")
@_store_option
@_day_option
@_basis_option
@click.option("--drafts", is_flag=True, help="Show norms of drafts too; they never bind.")
@click.option("--start", type=Day(), help="The day on which the service begins, for --ics.")
@click.option("--ics", type=click.Path(path_type=Path), help="Write the due days of the plan to this iCalendar file.")
@_json_option
def assess(
    profile: Path | None, only_next: bool, schema: bool, outcomes: tuple[str, ...], regulation: str | None, why: bool,
    start: date | None, ics: Path | None, address: str, on: date | None, bases: tuple[str, ...], drafts: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Tell what applies to a service, and what to file: PROFILE is YAML or JSON; - for stdin."""
    from graph.applies.assessment import assess as assessed
    from graph.applies.rulebook import declared_facts
    from graph.applies.telling import json_schema, read_profile
    from graph.applies.verdict import Outcome
    from graph.clock.due import due_dates_of

    if profile is None and not schema:
        raise UsedWrongly("PROFILE is missing. Name a file, or see what one can tell by `guikou assess --schema`.")
    if (start is None) != (ics is None):
        raise UsedWrongly(
            "--ics and --start go together: due days are counted from the day on which the service begins."
        )
    seen = _view(on, bases, drafts=drafts)
    with _opened(address) as store:
        facts = declared_facts(store)
        if profile is None or schema:
            _write_json(json_schema(facts))
            return
        made = assessed(store, read_profile(_read_file(profile), facts, file=str(profile)), seen)
        if start is not None and ics is not None:
            # One filing that serves several duties is one entry; what waits for an event has no day yet.
            begun = [step.serves[0].obligation for step in made.plan if not step.waiting]
            _write_file(ics, _calendar(due_dates_of(store, one, start, seen) for one in begun))
    from api.assess_text import SHOWN, assess_form, assess_text, question_text

    shown = [Outcome[name.upper()] for name in outcomes] or SHOWN
    if as_json:
        form = assess_form(made)
        _write_json({"next_question": form["next_question"]} if only_next else form)
    else:
        _write_lines(
            question_text(made.next_question)
            if only_next
            else assess_text(made, outcomes=shown, regulation=regulation, why=why)
        )
        click.echo(
            f"{len(made.findings)} findings on {made.on}; {made.of_others} norms of authorities or the State are no findings "
            f"about a service. Law checked through {made.checked_through}; graph {made.revision}.",
            err=True,
        )
    _warn(made.warnings)


def _calendar(plan: Iterable[DueDates]) -> str:
    """An iCalendar file, stamped now."""
    from datetime import UTC, datetime

    from graph.clock.ics import calendar_file

    return calendar_file(plan, stamped=datetime.now(UTC).replace(microsecond=0))


def _concerning(store: Store, profile: Path | None, seen: View) -> tuple[str, ...] | None:
    """The norms that concern the service of a profile, or may; None without one."""
    if profile is None:
        return None
    from graph.applies.assessment import assess as assessed
    from graph.applies.rulebook import declared_facts
    from graph.applies.telling import read_profile

    told = read_profile(_read_file(profile), declared_facts(store), file=str(profile))
    return assessed(store, told, seen).concerning


def _read_file(path: Path) -> str:
    try:
        return sys.stdin.read() if path == Path("-") else path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsedWrongly(f"{path} cannot be read: {why}.") from error


@main.command()
@click.argument("before", metavar="FROM", type=Day())
@click.argument("after", metavar="TO", type=Day())
@_store_option
@_basis_option
@click.option("--regulation", help="Only what concerns this instrument, its procedures and platforms included.")
@click.option("--subject", help="Only what concerns this thing, whatever it is, such as cn.mps.platform.")
@click.option(
    "--known-from", type=Day(), default=None, help="For FROM, leave out what was last checked after this day."
)
@click.option("--known-to", type=Day(), default=None, help="For TO, leave out what was last checked after this day.")
@_profile_option
@_json_option
def compare(
    before: date, after: date, address: str, bases: tuple[str, ...], regulation: str | None, subject: str | None,
    known_from: date | None, known_to: date | None, profile: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Tell what changed in the law between two days: rules, duties, routes, addresses, clocks, readings.

    FROM and TO are days as YYYY-MM-DD; what began on TO is told, what began on FROM was there already.
    """
    from graph.change.compare import compare as compared
    from graph.change.pictures import Moment as At
    from graph.lookup import require

    if regulation is not None and subject is not None:
        raise UsedWrongly("--regulation and --subject both narrow the answer to one thing. Give one of them.")
    seen = _view(after, bases, drafts=False)
    with _opened(address) as store:
        require(store, "Regulation", regulation)
        found = compared(
            store,
            At(before, known_from),
            At(after, known_to),
            bases=seen.bases,
            subject=regulation or subject,
            norms=_concerning(store, profile, seen),
        )
    if as_json:
        from api.plain import plain

        _write_json(plain(found))
        return
    from api.compare_text import compare_text

    _write_lines(compare_text(found))
    click.echo(
        f"{len(found.changes)} changes from {before} to {after}; law checked through {found.checked_through}; "
        f"graph {found.revision}.",
        err=True,
    )
    _warn(found.warnings)


KINDS = (
    "FILING", "REGISTRATION", "ASSESSMENT", "AUDIT", "REPORT", "LICENCE", "INSPECTION", "COMPLAINT", "AUTHORITY_ACT",
    "INTERNAL", "DISCLOSURE", "ABSTENTION",
)  # fmt: skip


@main.command()
@_store_option
@_day_option
@_basis_option
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(KINDS, case_sensitive=False),
    multiple=True,
    help="Count procedures of this kind. May be repeated.  [default: FILING to LICENCE]",
)
@click.option(
    "--procedure", "procedures", multiple=True, help="Hold this procedure against the others named so; two or more."
)
@_profile_option
@_json_option
def overlap(
    address: str, on: date | None, bases: tuple[str, ...], kinds: tuple[str, ...], procedures: tuple[str, ...],
    profile: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Tell where authorities ask for the same: who shares which duties, by law and in practice, and what is extra work."""
    from graph.overlaps.overlap import ASSESSMENTS_AND_FILINGS
    from graph.overlaps.overlap import overlap as overlapped
    from graph.vocabulary import ProcedureKind

    seen = _view(on, bases, drafts=False)
    assert seen.on is not None
    with _opened(address) as store:
        found = overlapped(
            store,
            seen.on,
            bases=seen.bases,
            kinds=[ProcedureKind[name.upper()] for name in kinds] or ASSESSMENTS_AND_FILINGS,
            procedures=procedures or None,
            norms=_concerning(store, profile, seen),
        )
    if as_json:
        from api.plain import plain

        _write_json(plain(found))
        return
    from api.overlap_text import overlap_text

    _write_lines(overlap_text(found, asked=procedures))
    click.echo(
        f"{len(found.by_law.duties)} duties by law and {len(found.in_practice.duties)} in practice on {found.on}; "
        f"law checked through {found.checked_through}; graph {found.revision}.",
        err=True,
    )
    _warn(found.warnings)


@main.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@_store_option
@_day_option
@_json_option
def cite(file: Path, address: str, on: date | None, as_json: bool) -> None:
    """Check every citation of a text: FILE in any form that `ingest --texts` reads; - for stdin.

    Exit 1 when something cited does not exist, is not law on the day, or was not understood. What is not held is told, and
    is no fault.
    """
    from dataclasses import replace

    from api.citation_text import report_form, report_text
    from graph.citations.check import check_citations
    from graph.citations.outline import outline_of
    from graph.meta import meta, warnings
    from graph.view import today
    from ingest.statute.parse import parse
    from ingest.statute.read import read

    day = on or today()
    stdin = file == Path("-")
    reading = read(sys.stdin.buffer.read() if stdin else file, "standard input" if stdin else None)
    with _opened(address) as store:
        found = check_citations(store, reading.text, on=day, outline=outline_of(parse(reading.text)))
        told = meta(store)

    def place(offset: int) -> tuple[int, int]:
        at = reading.place(offset)
        return at.line, at.column

    if as_json:
        of_file = replace(reading.provenance, metadata=dict(reading.provenance.metadata))
        rests_on = {"meta": told, "warnings": warnings(told, day), "file": of_file, "left_out": reading.left_out}
        _write_json({**rests_on, **report_form(found, place)})
    else:
        _write_lines(report_text(found, place))
        counts = ", ".join(f"{count} {outcome.name}" for outcome, count in found.outcomes.items() if count)
        click.echo(
            f"{len(found.citations)} citations on {day}: {counts or 'none'}. {len(reading.left_out)} pieces of the file are "
            f"no text and were not searched. Law checked through {told.checked_through}; graph {told.revision}.",
            err=True,
        )
        _warn(warnings(told, day))
    if found.faulty:
        raise SystemExit(1)
