"""The pack of official texts, unpacked once into a cache outside the repository."""

from __future__ import annotations

import hashlib
import os
import shutil
import tarfile
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve()
ABSENT = "the pack of official texts (shared/statutes) is not beside the checkout; name it by GUIKOU_STATUTES"


def _packed() -> Path | None:
    named = os.environ.get("GUIKOU_STATUTES")
    places = [Path(named)] if named else [up / "shared" / "statutes" / "statutes.tar.xz" for up in HERE.parents]
    return next((place for place in places if place.is_file()), None)


@pytest.fixture(scope="session")
def pack() -> Path:
    """The folder that holds ``ai``, ``lawrefbook``, ``just-laws``, ``formats`` and ``gold``."""
    packed = _packed()
    if packed is None:
        pytest.skip(ABSENT)
    return _unpacked(packed)


def _unpacked(packed: Path) -> Path:
    """Unpack beside a rename, so that a test that is stopped leaves nothing half done."""
    stat = packed.stat()
    name = hashlib.sha256(f"{packed}:{stat.st_size}:{stat.st_mtime_ns}".encode()).hexdigest()[:16]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or tempfile.gettempdir()) / "guikou-statutes"
    target = cache / name
    if not target.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as beside:
            with tarfile.open(packed) as archive:
                archive.extractall(beside, filter="data")
            try:
                (Path(beside) / "statutes").rename(target)
            except OSError:
                if not target.is_dir():
                    raise
    return target


@pytest.fixture
def in_a_circle(tmp_path: Path) -> Path:
    """A link to a link to itself."""
    first, second = tmp_path / "甲.md", tmp_path / "乙.md"
    first.symlink_to(second)
    second.symlink_to(first)
    return first


def pytest_sessionfinish() -> None:
    """Older unpackings of the pack go."""
    packed = _packed()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or tempfile.gettempdir()) / "guikou-statutes"
    if packed is None or not cache.is_dir():
        return
    kept = _unpacked(packed)
    for other in cache.iterdir():
        if other != kept and other.is_dir():
            shutil.rmtree(other, ignore_errors=True)
