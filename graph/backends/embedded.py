"""The embedded store: KGLite in this process, over a directory of immutable files.

    DIR/graph-<revision>.kgl     one whole graph, never changed once it has that name; two are kept
    DIR/CURRENT                  the name of the file that is served, replaced as one step
    DIR/LOCK                     held by the one run that publishes

A run that is killed anywhere leaves CURRENT as it was; the next one sweeps what it left.
"""

from __future__ import annotations

import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from graph.backends.messages import closed, number_too_large, timed_out, too_many_rows
from graph.backends.writes import schema, writes
from graph.errors import (
    NothingPublished,
    StatementFailed,
    StatementTimedOut,
    StoreDamaged,
    StoreRefused,
    StoreUnreachable,
    TooManyRows,
    UsedWrongly,
)
from graph.knowledge import Knowledge
from graph.model import Row
from graph.statements import Statement
from graph.store import ROW_LIMIT, TIMEOUT_SECONDS, Parameters, Published
from graph.validate import refuse_unsound

if TYPE_CHECKING:
    import kglite

_Stamp: TypeAlias = tuple[int, int, int]

_NAME = re.compile(r"graph-([0-9a-f]+)\.kgl")
_WRITE_TIMEOUT_MS = 300_000
_LOCK_SECONDS = 60.0
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class _Served:
    """The file that answers now, and the state of CURRENT in which it was found."""

    stamp: _Stamp
    name: str
    session: kglite.Session

    @property
    def revision(self) -> str:
        return _revision_in(self.name)


class EmbeddedStore:
    """A graph in a directory. Any number of processes and threads read while one publishes.

    Every read looks whether CURRENT has changed, which costs one `stat`; one thread then opens the new file while the
    others go on answering from the old one.
    """

    def __init__(self, directory: Path, *, timeout: float = TIMEOUT_SECONDS, row_limit: int = ROW_LIMIT) -> None:
        self._directory = directory
        self._current = directory / "CURRENT"
        self._timeout = timeout
        self._row_limit = row_limit
        self._held: _Served | None = None
        self._swap = threading.Lock()
        self._closed = False

    @property
    def address(self) -> str:
        return f"embedded:{self._directory}"

    def read(self, statement: Statement, parameters: Parameters) -> list[Row]:
        session = self._serving().session
        with _failures(statement, self._timeout):
            result = session.cypher(
                statement.text,
                params=dict(parameters),
                timeout_ms=max(1, round(self._timeout * 1000)),
                row_limit=self._row_limit,
            )
            if result.diagnostics["total_rows"] is not None:
                raise TooManyRows(too_many_rows(statement.name, self._row_limit))
            rows: list[Row] = result.to_list()
        return rows

    def revision(self) -> str | None:
        try:
            return self._serving().revision
        except NothingPublished:
            return None

    def publish(self, knowledge: Knowledge) -> Published:
        refuse_unsound(knowledge)
        revision = knowledge.revision
        name = f"graph-{revision}.kgl"
        with self._writing():
            before = self._named_before()
            fresh = before != name or not self._sound(name)
            if fresh:
                self._save(knowledge, revision, name)
                self._point_at(name)
                self._sweep(keep={name, before})
        return Published(revision, fresh, knowledge.node_count, knowledge.edge_count)

    def close(self) -> None:
        self._closed = True
        self._held = None

    # ------------------------------------------------------------ reading

    def _serving(self) -> _Served:
        """What answers now: the file that CURRENT names, or for a moment the one before, while the new one opens."""
        if self._closed:
            raise StoreUnreachable(closed(self.address))
        for _ in range(_ATTEMPTS):
            stamp, held = self._stamp(), self._held
            if held is not None and held.stamp == stamp:
                return held
            if held is None:
                self._swap.acquire()
            elif not self._swap.acquire(blocking=False):
                return held
            try:
                if (held := self._held) is None or held.stamp != stamp:
                    self._held = held = self._changed(held, stamp)
                return held
            except FileNotFoundError:
                continue  # Two publications passed since CURRENT was read, and its file was swept: read it again.
            finally:
                self._swap.release()
        raise StoreDamaged(
            f"{self._current} names {self._named()}, and there is no such file, so there is no graph to answer from. "
            f"Run `guikou ingest --store {self.address}` again."
        )

    def _changed(self, held: _Served | None, stamp: _Stamp) -> _Served:
        name = self._named()
        if held is not None and held.name == name:
            return replace(held, stamp=stamp)
        return _Served(stamp, name, self._opened(name))

    def _stamp(self) -> _Stamp:
        try:
            found = self._current.stat()
        except (FileNotFoundError, NotADirectoryError):
            raise NothingPublished(self.address) from None
        except OSError as error:
            raise self._unreadable(error) from error
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _named(self) -> str:
        """The file that CURRENT names."""
        try:
            name = self._current.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            raise NothingPublished(self.address) from None
        except UnicodeDecodeError as error:
            raise self._damaged(self._current, "it is not text") from error
        except OSError as error:
            raise self._unreadable(error) from error
        if _NAME.fullmatch(name) is None:
            raise self._damaged(self._current, f'it says "{name[:80]}" instead of the name of a graph file')
        return name

    def _opened(self, name: str) -> kglite.Session:
        """The graph of that file; ``FileNotFoundError`` when it is not there."""
        engine, path = _engine(), self._directory / name
        try:
            path.open("rb").close()
            session: kglite.Session = engine.open_session(str(path))
            found = session.cypher("MATCH (r:Revision) RETURN r.id AS id", timeout_ms=10_000, row_limit=2).to_list()
        except (FileNotFoundError, engine.FileError) as error:
            raise FileNotFoundError(path) from error
        except engine.LoadMemoryLimitError as error:
            raise StoreRefused(f"{path} is larger than KGLITE_MAX_LOAD_MB allows: raise it or unset it.") from error
        except OSError as error:
            raise self._unreadable(error) from error
        except engine.KgError as error:
            raise self._damaged(path, str(error)) from error
        if found != [{"id": _revision_in(name)}]:
            raise self._damaged(path, "it holds another revision than its name says")
        return session

    def _named_before(self) -> str | None:
        """The file that is served before a publication; what is damaged is replaced like what is not there."""
        try:
            return self._named()
        except (NothingPublished, StoreDamaged):
            return None

    def _sound(self, name: str) -> bool:
        try:
            self._opened(name)
        except (FileNotFoundError, StoreDamaged):
            return False
        return True

    # ------------------------------------------------------------ publishing

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the directory against other publishers; the lock goes with the process, however that ends."""
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            with (self._directory / "LOCK").open("ab") as lock:
                until = time.monotonic() + _LOCK_SECONDS
                while not _locked(lock):
                    if time.monotonic() > until:
                        raise StoreUnreachable(
                            f"Another run has been publishing into {self._directory} for more than {_LOCK_SECONDS:.0f} s, "
                            "so nothing was written. Run the command again when it is done."
                        )
                    time.sleep(0.05)
                yield
        except OSError as error:
            raise StoreRefused(
                f"{self._directory} cannot be written to ({error.strerror or error}); what was served before is served "
                "still. Check the path, its permissions and the free space, and run the command again."
            ) from error

    def _save(self, knowledge: Knowledge, revision: str, name: str) -> None:
        """Write the whole graph under its name: KGLite writes beside it, syncs, and renames as one step."""
        engine, path = _engine(), self._directory / name
        graph = engine.KnowledgeGraph()
        for statement, rows in (*((part, []) for part in schema()), *writes(knowledge, revision)):
            with _failures(statement, _WRITE_TIMEOUT_MS / 1000):
                graph.cypher(statement.text, params={"rows": rows}, timeout_ms=_WRITE_TIMEOUT_MS)
        try:
            graph.save(str(path))
        except engine.FileIoError as error:
            raise OSError(str(error)) from error
        self._opened(name)

    def _point_at(self, name: str) -> None:
        beside = self._directory / f"CURRENT.tmp.{os.getpid()}"
        with beside.open("w", encoding="utf-8") as file:
            file.write(f"{name}\n")
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._current)
        if sys.platform != "win32":
            directory = os.open(self._directory, os.O_RDONLY)
            try:
                os.fsync(directory)
            finally:
                os.close(directory)

    def _sweep(self, *, keep: set[str | None]) -> None:
        """Remove older graphs, and what killed runs left. A reader that has a file open keeps it."""
        for path in self._directory.iterdir():
            if ".tmp" in path.name or (_NAME.fullmatch(path.name) and path.name not in keep):
                path.unlink(missing_ok=True)

    # ------------------------------------------------------------ errors

    def _damaged(self, path: Path, why: str) -> StoreDamaged:
        return StoreDamaged(
            f"{path} is damaged, so there is no graph to answer from: {why}. "
            f"Run `guikou ingest --store {self.address}` to write it anew."
        )

    def _unreadable(self, error: OSError) -> StoreRefused:
        return StoreRefused(
            f"{self.address} cannot be read ({error.strerror or error}). Check the path and its permissions."
        )


@contextmanager
def _failures(statement: Statement, timeout: float) -> Iterator[None]:
    """Tell what KGLite raises in the terms of ``graph.errors``."""
    engine = _engine()
    try:
        yield
    except engine.CypherTimeoutError as error:
        raise StatementTimedOut(timed_out(statement.name, timeout)) from error
    except OverflowError as error:
        raise UsedWrongly(number_too_large(statement.name)) from error
    except (engine.KgError, TypeError, ValueError, RecursionError) as error:
        raise StatementFailed(f"The embedded store refused {statement.name}, a defect of Guikou: {error}") from error


def _engine() -> ModuleType:
    """KGLite, quiet: it would print to stderr that an empty label is unknown; what matters is checked here."""
    import kglite

    kglite.set_query_warning_policy("silent")
    return kglite


def _revision_in(name: str) -> str:
    return name.removeprefix("graph-").removesuffix(".kgl")


def _locked(file: BinaryIO) -> bool:
    """Take the lock of that file if it is free; closing the file, or dying, gives it back."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:
        if sys.platform == "win32":
            return False
        raise
    return True
