"""What the embedded store promises beyond the contract: files that are whole or not there, whatever kills the publisher."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.backends import embedded
from graph.backends.embedded import EmbeddedStore
from graph.errors import NothingPublished, StoreDamaged, StoreRefused, StoreUnreachable
from graph.knowledge import Knowledge
from graph.statements import Statement

SOURCES = Statement("test", "MATCH (s:Source) RETURN s.id AS id ORDER BY id", "", (), ())


def graph_of(*ids: str) -> Knowledge:
    rows = [{"id": i, "what_en": "A source", "place": "here", "url": None, "seen": None} for i in ids]
    return Knowledge({"Source": rows}, {}, date(2026, 11, 20))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(directory: Path) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore(directory)
    yield opened
    opened.close()


def served(directory: Path) -> list[object]:
    """What somebody who opens the store now is told."""
    return [row["id"] for row in EmbeddedStore(directory).read(SOURCES, {})]


def files(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


# ---------------------------------------------------------------- files


def test_a_revision_is_one_file_and_a_pointer(store: EmbeddedStore, directory: Path) -> None:
    revision = store.publish(graph_of("a")).revision

    assert files(directory) == ["CURRENT", "LOCK", f"graph-{revision}.kgl"]
    assert (directory / "CURRENT").read_text() == f"graph-{revision}.kgl\n"


def test_the_two_newest_revisions_are_kept(store: EmbeddedStore, directory: Path) -> None:
    published = [store.publish(graph_of(name)).revision for name in ("a", "b", "c")]

    assert files(directory) == sorted(["CURRENT", "LOCK", *(f"graph-{revision}.kgl" for revision in published[1:])])


def test_what_killed_runs_left_is_swept_and_nothing_else(store: EmbeddedStore, directory: Path) -> None:
    store.publish(graph_of("a"))
    for name in ("graph-abc.kgl.tmp.17.0", "CURRENT.tmp.17", "graph-deadbeef.kgl", "notes.txt", "graph-backup.kgl"):
        (directory / name).write_text("x")

    store.publish(graph_of("b"))

    assert [name for name in files(directory) if not name.startswith("graph-") or "backup" in name] == [
        "CURRENT",
        "LOCK",
        "graph-backup.kgl",
        "notes.txt",
    ]
    assert len(list(directory.glob("graph-*.kgl"))) == 3


def test_the_same_revision_again_touches_no_file(store: EmbeddedStore, directory: Path) -> None:
    store.publish(graph_of("a"))
    before = {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in directory.iterdir()}

    again = store.publish(graph_of("a"))

    assert not again.fresh
    assert {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in directory.iterdir()} == before


def test_a_reader_goes_on_while_the_file_it_holds_is_swept(store: EmbeddedStore, directory: Path) -> None:
    reader = EmbeddedStore(directory)
    store.publish(graph_of("a"))
    assert [row["id"] for row in reader.read(SOURCES, {})] == ["a"]

    for name in ("b", "c", "d"):
        store.publish(graph_of(name))

    assert [row["id"] for row in reader.read(SOURCES, {})] == ["d"]


def test_many_publications_fail_no_read(store: EmbeddedStore, directory: Path) -> None:
    store.publish(graph_of("a"))
    wrong: list[object] = []
    reads: list[int] = []
    done = threading.Event()

    def reading() -> None:
        own = EmbeddedStore(directory)
        while not done.is_set():
            for place in (own, store):
                try:
                    rows = place.read(SOURCES, {})
                except Exception as error:
                    wrong.append(error)
                    raise
                if len(rows) != 1:
                    wrong.append(rows)
            reads.append(1)

    readers = [threading.Thread(target=reading) for _ in range(4)]
    for reader in readers:
        reader.start()
    for turn in range(20):
        store.publish(graph_of(f"a{turn}"))
    done.set()
    for reader in readers:
        reader.join()

    assert wrong == []
    assert sum(reads) > 100
    assert served(directory) == ["a19"]


# ---------------------------------------------------------------- damage


def test_a_damaged_file_is_told_and_publishing_again_mends_it(store: EmbeddedStore, directory: Path) -> None:
    store.publish(graph_of("a"))
    file = next(directory.glob("graph-*.kgl"))
    file.write_bytes(file.read_bytes()[:200])

    with pytest.raises(StoreDamaged, match=r"graph-\w+\.kgl is damaged.*guikou ingest --store embedded:"):
        served(directory)
    mended = EmbeddedStore(directory).publish(graph_of("a"))

    assert mended.fresh
    assert served(directory) == ["a"]


def test_a_missing_file_is_told_and_publishing_again_mends_it(store: EmbeddedStore, directory: Path) -> None:
    store.publish(graph_of("a"))
    next(directory.glob("graph-*.kgl")).unlink()

    with pytest.raises(StoreDamaged, match=r"CURRENT names graph-\w+\.kgl, and there is no such file"):
        served(directory)
    EmbeddedStore(directory).publish(graph_of("a"))

    assert served(directory) == ["a"]


@pytest.mark.parametrize("content", [b"", b"../../etc/passwd\n", b"graph-xyz.kgl", b"\xff\xfe"])
def test_a_pointer_that_names_no_graph_is_damage_and_publishing_again_mends_it(
    store: EmbeddedStore, directory: Path, content: bytes
) -> None:
    store.publish(graph_of("a"))
    (directory / "CURRENT").write_bytes(content)

    with pytest.raises(StoreDamaged, match="CURRENT is damaged"):
        served(directory)
    EmbeddedStore(directory).publish(graph_of("a"))

    assert served(directory) == ["a"]


def test_a_file_under_the_name_of_another_revision_is_damage(store: EmbeddedStore, directory: Path) -> None:
    first, second = store.publish(graph_of("a")).revision, store.publish(graph_of("b")).revision
    (directory / f"graph-{first}.kgl").replace(directory / f"graph-{second}.kgl")

    with pytest.raises(StoreDamaged, match="it holds another revision than its name says"):
        served(directory)


# ---------------------------------------------------------------- places


def test_a_directory_that_is_not_there_holds_nothing(directory: Path) -> None:
    with pytest.raises(NothingPublished):
        served(directory)
    assert not directory.exists()


def test_a_file_in_the_place_of_the_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = EmbeddedStore(tmp_path / "file")

    assert store.revision() is None
    with pytest.raises(StoreRefused, match="cannot be written to"):
        store.publish(graph_of("a"))


def test_a_full_disk_is_told_and_the_served_graph_stays(store: EmbeddedStore, directory: Path) -> None:
    store.publish(graph_of("a"))
    script = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))"

    result = publishing(
        directory, "b", before=f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); {script}"
    )

    assert "StoreRefused" in result.stderr
    assert "what was served before is served still" in result.stderr
    assert served(directory) == ["a"]


def test_a_publisher_waits_for_another_and_gives_up_in_words(
    store: EmbeddedStore, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.publish(graph_of("a"))
    monkeypatch.setattr(embedded, "_LOCK_SECONDS", 0.2)

    with (directory / "LOCK").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(StoreUnreachable, match=r"Another run has been publishing into .* nothing was written"):
            store.publish(graph_of("b"))

    assert store.publish(graph_of("b")).fresh


# ---------------------------------------------------------------- kill -9


def publishing(directory: Path, name: str, *, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run a process that publishes a graph of one source of that name, after some code of ours."""
    code = f"""
        import os, signal, sys
        from datetime import date
        from pathlib import Path
        from graph.backends.embedded import EmbeddedStore
        from graph.knowledge import Knowledge
        def die(*args, **kwargs):
            os.kill(os.getpid(), signal.SIGKILL)
        {before}
        rows = [{{"id": {name!r}, "what_en": "A source", "place": "here", "url": None, "seen": None}}]
        EmbeddedStore(Path({str(directory)!r})).publish(Knowledge({{"Source": rows}}, {{}}, date(2026, 11, 20)))
    """
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=60, check=False
    )


KILLED = {
    "before saving": "EmbeddedStore._save = die",
    "while saving": "import resource; signal.signal(signal.SIGXFSZ, signal.SIG_DFL); "
    "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))",
    "when saved, before the check": "EmbeddedStore._opened = die",
    "before CURRENT is written": "EmbeddedStore._point_at = die",
    "before CURRENT is synced": "os.fsync = die",
    "before CURRENT is replaced": "Path.replace = die",
}


@pytest.mark.parametrize("before", KILLED.values(), ids=KILLED.keys())
def test_a_killed_publisher_leaves_the_served_graph(store: EmbeddedStore, directory: Path, before: str) -> None:
    store.publish(graph_of("a"))

    result = publishing(directory, "b", before=before)

    assert result.returncode in (-signal.SIGKILL, -signal.SIGXFSZ), result.stderr
    assert served(directory) == ["a"]
    assert store.publish(graph_of("b")).fresh
    assert served(directory) == ["b"]
    assert [name for name in files(directory) if ".tmp" in name] == []


def test_a_publisher_killed_after_the_pointer_was_replaced_has_published(store: EmbeddedStore, directory: Path) -> None:
    store.publish(graph_of("a"))

    result = publishing(directory, "b", before="EmbeddedStore._sweep = die")

    assert result.returncode == -signal.SIGKILL, result.stderr
    assert served(directory) == ["b"]
    assert not store.publish(graph_of("b")).fresh


@pytest.mark.parametrize("after", [0.05, 0.1, 0.15, 0.2, 0.3])
def test_a_publisher_killed_at_any_moment_leaves_a_whole_graph(
    store: EmbeddedStore, directory: Path, after: float
) -> None:
    many = [f"{i:05}" for i in range(20_000)]
    store.publish(graph_of("a"))
    code = textwrap.dedent(f"""
        from datetime import date
        from pathlib import Path
        from graph.backends.embedded import EmbeddedStore
        from graph.knowledge import Knowledge
        rows = [{{"id": f"{{i:05}}", "what_en": "A source", "place": "here", "url": None, "seen": None}} for i in range(20_000)]
        graph = Knowledge({{"Source": rows}}, {{}}, date(2026, 11, 20))
        print("now", flush=True)
        EmbeddedStore(Path({str(directory)!r})).publish(graph)
    """)
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"

    time.sleep(after)
    process.kill()
    process.wait()
    process.stdout.close()

    found = EmbeddedStore(directory, row_limit=30_000).read(SOURCES, {})
    assert [row["id"] for row in found] in (["a"], many)
    assert store.publish(graph_of("b")).fresh
    assert served(directory) == ["b"]
    assert [name for name in files(directory) if ".tmp" in name] == []


# ---------------------------------------------------------------- start


def test_neither_client_is_loaded_before_a_store_is_opened() -> None:
    code = "import sys, graph.backends; print([m for m in ('kglite', 'neo4j', 'pandas') if m in sys.modules])"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)

    assert result.stdout == "[]\n"
