"""What holding the facts against official texts found: what agrees, what a text contradicts, what could not be held against any.

    Report
    ├── agreements    the provision is there and its words stand in it
    ├── mismatches    a text of the right version says otherwise; with the nearest provision that would fit
    ├── unchecked     no text of that version at hand, or the evidence names no provision; each with its reason
    ├── texts         every text that was read, and what it was taken for
    ├── twins         texts that claim to be one version and differ in their words
    └── unreadable    files from which no text was to be had

Every claim of the facts is in exactly one of the first three.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mistake(StrEnum):
    """How a text contradicts a fact."""

    NO_SUCH_PROVISION = "no-such-provision"
    WORDS_MISSING = "words-missing"
    FINGERPRINT_DIFFERS = "fingerprint-differs"
    COUNT_DIFFERS = "article-count-differs"
    TEXTS_DISAGREE = "texts-disagree"
    """One text bears the fact out, another of the same version has other words there and does not."""


class Unchecked(StrEnum):
    """Why a fact was held against no text."""

    NAMES_NO_PROVISION = "names-no-provision"
    """Its evidence is a source as a whole, or a place that is no provision."""
    NO_TEXT = "no-text"
    OTHER_VERSION = "other-version-only"
    """The texts at hand are of another version of the instrument."""
    PARTIAL_TEXT = "partial-text"
    """The text at hand is not whole, and the provision is not in it."""


class Taken(StrEnum):
    """What a text was taken for."""

    VERSION = "version"
    """The version that the facts are about, by its dates."""
    VERSION_UNSAID = "version-unsaid"
    """It does not tell its version and nothing speaks against the one that the facts are about: held against it."""
    OTHER_VERSION = "other-version"
    NO_REGULATION = "no-regulation"
    """Its title is that of no instrument of the graph."""
    AMBIGUOUS = "ambiguous"
    """Its title is that of several."""
    AMENDMENT = "amendment"
    """It changes other instruments: their numbers stand in it, not their provisions."""
    NO_PROVISIONS = "no-provisions"
    """The title is known, but no article was found in it."""

    @property
    def is_held_against(self) -> bool:
        return self in (Taken.VERSION, Taken.VERSION_UNSAID)


@dataclass(frozen=True, order=True, slots=True)
class Claim:
    """What a fact says of a provision: that it exists, that these words stand in it, that it has this fingerprint.

    Without ``locator`` it is a claim about the whole instrument: ``articles`` is how many articles it has.
    """

    fact: str
    regulation: str | None
    locator: str | None = None
    words: tuple[str, ...] = ()
    fingerprint: str | None = None
    articles: int | None = None
    with_lead: bool = False
    """For an item: whether the words may also stand in the words of its paragraph that lead the items in."""

    @property
    def provision(self) -> str | None:
        return (
            f"{self.regulation}.{self.locator}" if self.regulation and self.locator else self.regulation or self.locator
        )


@dataclass(frozen=True, order=True, slots=True)
class Agreement:
    """``fingerprint`` is that of the place as the text has it; ``None`` for a claim about the whole instrument."""

    claim: Claim
    text: str
    fingerprint: str | None


@dataclass(frozen=True, order=True, slots=True)
class Mismatch:
    """``missing`` are the words that do not stand there; ``nearest`` the provision that would fit, in the same instrument."""

    claim: Claim
    text: str
    why: Mistake
    missing: tuple[str, ...] = ()
    nearest: str | None = None
    said: str | None = None
    """What stands there in their place: like words, the fingerprint, the number of articles."""


@dataclass(frozen=True, order=True, slots=True)
class NotChecked:
    claim: Claim
    why: Unchecked
    texts: tuple[str, ...] = ()
    """The texts that were at hand but would not do."""


@dataclass(frozen=True, slots=True)
class TextSeen:
    """One text and what it was taken for."""

    text: str
    title: str | None
    taken: Taken
    regulations: tuple[str, ...] = ()
    articles: int = 0
    dated: date | None = None
    """The day of its version, as far as it tells one."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Twins:
    """Two texts of one version with different words; ``provisions`` are the articles in which they differ."""

    regulation: str
    text: str
    other: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """See the module."""

    agreements: tuple[Agreement, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    unchecked: tuple[NotChecked, ...] = ()
    texts: tuple[TextSeen, ...] = ()
    twins: tuple[Twins, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Agreement | Mismatch | NotChecked, ...]:
        """One for each claim."""
        return (*self.agreements, *self.mismatches, *self.unchecked)

    @property
    def words_found(self) -> int:
        """How many words were looked up and stood where they are cited."""
        return sum(len(agreement.claim.words) for agreement in self.agreements)
