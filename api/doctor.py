"""Whether everything works, one finding a part, each with what to do about it."""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from graph.errors import GuikouError, NothingPublished

if TYPE_CHECKING:
    from graph.store import Store

PACKAGES = ("kglite", "neo4j", "strawberry-graphql", "fastapi", "uvicorn")
OPTIONAL = ("neo4j-rust-ext", "py2neo")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is sound, and what was seen or is to be done."""

    what: str
    sound: bool
    said: str


def examined(opened: Callable[[], Store], url: str | None) -> list[Finding]:
    """Look at Python, the packages, the store, and the API at the address if one is named."""
    return [*_python(), *_packages(), _store(opened), *([_api(url)] if url else [])]


def _python() -> Iterator[Finding]:
    number = sys.version.split()[0]
    yield Finding("Python", sys.version_info >= (3, 11), f"{number}; 3.11 or newer is needed")


def _packages() -> Iterator[Finding]:
    for name in (*PACKAGES, *OPTIONAL):
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            optional = name in OPTIONAL
            yield Finding(name, optional, "not installed" + (" (optional)" if optional else ". Install guikou again."))


def _store(opened: Callable[[], Store]) -> Finding:
    try:
        store = opened()
    except GuikouError as error:
        return Finding("store", False, str(error))
    try:
        revision = store.revision()
        if revision is None:
            raise NothingPublished(store.address)
        return Finding("store", True, f"{store.address} serves revision {revision}")
    except GuikouError as error:
        return Finding("store", False, str(error))
    finally:
        store.close()


def _api(url: str) -> Finding:
    """``/ready`` of a running API."""
    address = f"{url.rstrip('/')}/ready"
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return Finding("API", True, f"{address} answers: {json.load(answer)}")
    except (urllib.error.URLError, TimeoutError, ValueError) as error:
        return Finding("API", False, f"{address} does not answer ({error}). Is `guikou serve` running there?")
