"""Everything that can go wrong, as one tree.

    GuikouError
    ├── ProblemsFound        an input is unsound: every problem of it, gathered
    ├── UsedWrongly          an argument or setting that cannot be followed
    │   ├── UnknownId        an identifier that the graph does not hold
    │   └── ProfileProblems  a service profile that cannot be followed: every problem of it
    ├── IngestError          an input of ingest cannot be taken in; nothing else stops for it
    │   └── TextError        an official text cannot be read
    │       ├── TextUnreachable  no file there, a link in a circle, no right to read it
    │       ├── TextEmpty        nothing in it, or nothing but blanks
    │       ├── TextNotText      no form of text that Guikou reads
    │       ├── TextEncoding     letters in an encoding that is neither UTF-8, UTF-16 nor GB18030
    │       ├── TextTooLarge     larger, packed or unpacked, than any law
    │       ├── TextDamaged      the container is broken
    │       ├── TextWithoutWords a container of pictures, without words
    │       └── TextWithoutSource    nobody says where it comes from
    └── StoreError           a store could not answer
        ├── StoreUnreachable     nobody answers at the address, or not in time
        ├── StoreRefused         the credentials or the address are refused
        ├── NothingPublished     the store holds no revision yet
        ├── StoreDamaged         what the store holds cannot be read
        ├── StatementTimedOut    a statement took longer than allowed
        ├── TooManyRows          an answer is larger than allowed
        └── StatementFailed      the store refused a statement: a defect of Guikou

The message of an error says what happened, where, why it matters and what to do next, in the user's terms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class GuikouError(Exception):
    """The root: a door shows its message and nothing else."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing wrong with an input: where, what, and what to do.

    >>> str(Problem("events.yaml", 7, "happened: 'soon' is not a date. Write it as YYYY-MM-DD."))
    "events.yaml:7: happened: 'soon' is not a date. Write it as YYYY-MM-DD."
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class ProblemsFound(GuikouError):
    """An input has problems; nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        lines = "\n".join(str(problem) for problem in self.problems)
        super().__init__(f"{lines}\n{count} problem{'s' if count != 1 else ''} found; nothing was written.")


class UsedWrongly(GuikouError):
    """An argument or setting cannot be followed."""


class UnknownId(UsedWrongly):
    """The graph holds nothing by that identifier."""

    def __init__(self, identifier: str, nearest: Sequence[str] = ()) -> None:
        hint = f" Did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f'Nothing in the graph is called "{identifier}".{hint}')
        self.identifier, self.nearest = identifier, tuple(nearest)


class IngestError(GuikouError):
    """An input of ingest cannot be taken in."""


class TextError(IngestError):
    """An official text cannot be read: which, why, and what to do, in one line."""

    def __init__(self, name: str, why: str, advice: str) -> None:
        super().__init__(f"{name}: {why}. {advice}")
        self.name, self.why, self.advice = name, why, advice


class TextUnreachable(TextError):
    """No file there, a link in a circle, or no right to read it."""


class TextEmpty(TextError):
    """Nothing in it, or nothing but blanks."""


class TextNotText(TextError):
    """No form of text that Guikou reads."""


class TextEncoding(TextError):
    """Letters in an encoding that is neither UTF-8, UTF-16 nor GB18030."""


class TextTooLarge(TextError):
    """Larger, packed or unpacked, than any law."""


class TextDamaged(TextError):
    """The container is broken."""


class TextWithoutWords(TextError):
    """A container of pictures, without words."""


class TextWithoutSource(TextError):
    """Nobody says where the text comes from."""


class ProfileProblems(UsedWrongly):
    """A service profile cannot be followed, so nothing was assessed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        lines = "\n".join(str(problem) for problem in self.problems)
        super().__init__(f"{lines}\n{count} problem{'s' if count != 1 else ''} found; nothing was assessed.")


class StoreError(GuikouError):
    """A store could not answer."""


class StoreUnreachable(StoreError):
    """Nobody answers at the address, or not in time."""


class StoreRefused(StoreError):
    """The store refuses the credentials, or the address names a database that is not there."""


class NothingPublished(StoreError):
    """The store holds no revision yet."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address} holds no graph yet, so there is nothing to answer from. "
            f"Run `guikou ingest --store {address}` first."
        )


class StoreDamaged(StoreError):
    """What the store holds cannot be read."""


class StatementTimedOut(StoreError):
    """A statement took longer than allowed."""


class TooManyRows(StoreError):
    """An answer is larger than allowed."""


class StatementFailed(StoreError):
    """The store refused a statement: a defect of Guikou, not of its use."""
