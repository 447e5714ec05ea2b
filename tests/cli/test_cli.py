"""The command line: the library's words and answers, results on stdout, notes on stderr, exit 0, 1 or 2, no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from api.cli import main
from graph.backends.embedded import EmbeddedStore
from graph.routes import routes
from graph.store import Store
from graph.view import view

TESTS = Path(__file__).parents[1]
HELP = Path(__file__).with_name("help.txt")
DAY = "2026-09-01"


@pytest.fixture
def published(curated_store: Store) -> str:
    """The address of an embedded store with the curated graph in it."""
    return curated_store.address


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_help_is_as_it_was_reviewed() -> None:
    """Written anew by ``python tests/cli/test_cli.py``."""
    assert helps() == HELP.read_text(encoding="utf-8")


def test_every_command_answers_in_json_with_the_same_ways_as_the_library(published: str) -> None:
    answer = run("routes", "--store", published, "--on", DAY, "--regulation", "cn.genai-2023", "--json")

    store = EmbeddedStore(Path(published.removeprefix("embedded:")))
    ways = routes(store, view(click_day(DAY)), regulation="cn.genai-2023").items
    store.close()
    told = json.loads(answer.stdout)
    assert answer.exit_code == 0
    assert [way["route"] for way in told["routes"]] == [way.route for way in ways]
    assert told["meta"]["checked_through"] == "2026-09-14"


def test_practice_and_what_is_unresolved_are_said_in_capitals(published: str) -> None:
    answer = run("routes", "--store", published, "--on", DAY, "--obligation", "cn.ob.genai-2023.assess-security")

    assert "PRACTICE · seed" in answer.stdout
    assert "UNRESOLVED: The rule refers to state provisions that it does not name (国家有关规定)." in answer.stdout


def test_statute_alone_leaves_the_words_of_the_article(published: str) -> None:
    answer = run(
        "routes",
        "--store",
        published,
        "--on",
        DAY,
        "--obligation",
        "cn.ob.genai-2023.assess-security",
        "--basis",
        "statute",
    )

    assert answer.stdout.count("→") == 1
    assert "PRACTICE" not in answer.stdout


def test_a_day_after_the_check_is_warned_about_on_stderr(published: str) -> None:
    answer = run("routes", "--store", published, "--on", "2026-11-25", "--obligation", "cn.ob.algo-2021.file")

    assert "Warning: The law was checked through 2026-09-14; 2026-11-25 lies after it" in answer.stderr
    assert "Warning" not in answer.stdout


def test_show_tells_the_imported_clock_and_through_which_article_it_came(published: str) -> None:
    answer = run("show", "cn.ob.genai-2023.file", "--store", published, "--on", DAY)

    assert "⏱ within 10 working-day from the day the service is provided" in answer.stdout
    assert "imported from cn.algo-2021.art-24.par-1 through cn.genai-2023.art-17.par-1" in answer.stdout


def test_a_memory_fact_is_shown_as_unverified(published: str) -> None:
    answer = run("show", "cn.ob.secassess-2018.submit-report", "--store", published, "--on", DAY)

    assert "memory · UNVERIFIED: no source found" in answer.stdout


def test_a_draft_is_not_among_the_duties_and_is_marked_where_it_is_asked_for(published: str) -> None:
    without = run("obligations", "--store", published, "--on", DAY, "--regulation", "cn.miit-draft-2017")
    with_drafts = run("routes", "--store", published, "--on", DAY, "--regulation", "cn.miit-draft-2017", "--drafts")

    assert without.stdout.strip() == ""
    assert "DRAFT: does not bind" in with_drafts.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["routes", "--regulation", "cn.algo-2012"], 'Nothing in the graph is called "cn.algo-2012". Did you mean'),
        (["show", "cn.ob.algo-2021.fil"], "Did you mean cn.ob.algo-2021.file"),
        (["routes", "--authority", "cn.algo-2021"], '"cn.algo-2021" is a Regulation, where an Authority is asked for.'),
    ],
)
def test_a_name_that_the_graph_does_not_hold_is_used_wrongly(
    published: str, arguments: list[str], message: str
) -> None:
    answer = run(*arguments, "--store", published)

    assert answer.exit_code == 2
    assert message in answer.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["routes", "--on", "soon"], 2, "'soon' is not a day; write it as YYYY-MM-DD"),
        (["routes", "--store", "redis://x"], 2, "redis://x"),
        (["ingest", "--texts", "texts"], 2, "Reading official texts is not built yet"),
        (["ingest", "--facts", "no-such-folder"], 1, "holds no *.yaml file"),
        (["nonsense"], 2, "No such command 'nonsense'"),
    ],
)
def test_what_cannot_be_followed_is_told_without_a_traceback(
    arguments: list[str], code: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    answer = run(*arguments)

    assert answer.exit_code == code
    assert message in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_defect_of_ours_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.check.checked", lambda *_, **__: 1 / 0)

    answer = run("check")

    assert answer.exit_code == 1
    assert answer.stderr.startswith("Error: ZeroDivisionError: division by zero. This is a defect of Guikou")


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    answer = run("routes", "--store", f"embedded:{tmp_path}")

    assert answer.exit_code == 1
    assert f"Run `guikou ingest --store embedded:{tmp_path}` first." in answer.stderr


def test_ingest_publishes_once_and_then_has_nothing_to_do(tmp_path: Path) -> None:
    address = f"embedded:{tmp_path}"

    first = run("ingest", "--store", address, "--facts", str(TESTS / "facts"))
    again = run("ingest", "--store", address, "--facts", str(TESTS / "facts"), "--json")

    assert first.stdout.startswith("Published revision ")
    assert json.loads(again.stdout)["fresh"] is False


def test_ingest_of_unsound_facts_writes_nothing(tmp_path: Path) -> None:
    facts, store = tmp_path / "facts", tmp_path / "store"
    facts.mkdir()
    (facts / "bad.yaml").write_bytes((TESTS / "bad" / "unknown-key.yaml").read_bytes())

    answer = run("ingest", "--store", f"embedded:{store}", "--facts", str(facts))

    assert answer.exit_code == 1
    assert 'bad.yaml:3: events.1.hapened: unknown key "hapened". Did you mean "happened"?' in answer.stderr
    assert not list(store.glob("*.kgl"))


def test_check_gives_its_problems_to_machines(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_bytes((TESTS / "bad" / "no-date.yaml").read_bytes())

    answer = run("check", "--facts", str(tmp_path), "--json")

    assert answer.exit_code == 1
    assert json.loads(answer.stdout)["problems"] == [
        {
            "file": "bad.yaml",
            "line": 3,
            "message": "events.1.happened: 'soon' is not a date. Write it as YYYY-MM-DD, without quotes.",
        }
    ]


def test_doctor_is_content_with_a_published_store_and_not_with_an_empty_one(published: str, tmp_path: Path) -> None:
    well = run("doctor", "--store", published)
    ill = run("doctor", "--store", f"embedded:{tmp_path}")

    assert (well.exit_code, ill.exit_code) == (0, 1)
    assert "BAD  store" in ill.stdout


def test_a_reader_that_closes_early_is_no_error(published: str) -> None:
    command = f"{sys.executable} -c 'from api.cli import main; main()' routes --store {published} | head -n 1"

    finished = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert finished.stdout.startswith("cn.ob.")
    assert "Traceback" not in finished.stderr


def click_day(text: str) -> date:
    return date.fromisoformat(text)


def helps() -> str:
    """The help of the group and of every command, as they are shown."""
    pages = [run("--help").output]
    pages += [run(name, "--help").output for name in main.list_commands(click.Context(main))]
    return "\n".join(pages)


if __name__ == "__main__":
    HELP.write_text(helps(), encoding="utf-8")
