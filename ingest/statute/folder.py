"""All texts of a folder, one after the other. A bad file is told and stops nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from graph.errors import TextError, UsedWrongly
from ingest.read import Tell, silent
from ingest.statute.matching import Held
from ingest.statute.parse import parse
from ingest.statute.read import read


def texts_in(folder: Path, *, unreadable: list[str], tell: Tell = silent) -> Iterator[Held]:
    """Read and parse every file below the folder, in the order of their names.

    Hidden files and folders are passed over; a link to a folder is not followed, which is told. ``unreadable`` gets one line
    for each file from which no text was to be had.
    """
    files = _files(folder, unreadable)
    if not files:
        raise UsedWrongly(f"{folder} holds no file, so nothing would be checked. Name a folder of official texts.")
    for done, file in enumerate(files):
        tell(done, len(files))
        name = file.relative_to(folder).as_posix()
        try:
            reading = read(file, name)
        except TextError as error:
            unreadable.append(str(error))
            continue
        yield Held.of(name, reading, parse(reading.text))
    tell(len(files), len(files))


def _files(folder: Path, unreadable: list[str]) -> list[Path]:
    if not folder.is_dir():
        raise UsedWrongly(f"{folder} is not a folder. Name the folder that holds the official texts.")
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        here = Path(place)
        unreadable += [f"{(here / name).relative_to(folder).as_posix()}: is a link to a folder. Links to folders are not followed; name the folder itself."
                       for name in sorted(folders) if (here / name).is_symlink()]  # fmt: skip
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [here / name for name in names if not name.startswith(".")]
    return sorted(found)
