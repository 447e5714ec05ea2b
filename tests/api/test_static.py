"""The files of GraphiQL are those that ``VERSIONS`` names, with their licences."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import api

FOLDER = Path(api.__file__).parent / "static" / "graphiql"
VERSIONS = (FOLDER / "VERSIONS").read_text(encoding="utf-8")
OURS = {"VERSIONS", "page.js", "page.css"}


def test_every_vendored_file_has_the_hash_that_is_written_down() -> None:
    written = dict(re.findall(r"^  (\S+) = \S+ (sha384-\S+)$", VERSIONS, re.MULTILINE))
    present = {
        path.name: f"sha384-{b64encode(hashlib.sha384(path.read_bytes()).digest()).decode()}"
        for path in FOLDER.iterdir()
        if path.name not in OURS and not path.name.startswith("LICENSE")
    }

    assert present == written


def test_every_licence_that_is_named_is_there() -> None:
    assert set(re.findall(r"LICENSE\.[a-z-]+[a-z]", VERSIONS)) == {path.name for path in FOLDER.glob("LICENSE*")}
