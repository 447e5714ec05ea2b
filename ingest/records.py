"""The shape of a facts file, as a lawyer writes it.

A file holds any of the sections of ``FactsFile``; where a fact stands is a matter of finding it again (one file per
regulation, one each for authorities, platforms, procedures …), not of meaning. Keys that are not named here are errors.
What is left out is filled in by ``ingest/assemble.py``:

- ``checked`` of a fact, from ``checked`` of its file;
- ``evidence``, from ``at``, ``terms`` and ``confidence`` of the fact and the ``text`` source of the file's regulation;
- ``valid_from`` and ``valid_to``, from the days of effect and repeal of the file's regulation;
- identifiers of routes, clocks, readings and evidence, from the fact that they belong to.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from graph.vocabulary import (
    AuthorityKind,
    AuthorityRole,
    Basis,
    Binds,
    Confidence,
    DeadlineKind,
    DeadlineUnit,
    Derivation,
    DocumentKind,
    EventKind,
    ImportMode,
    Level,
    Modality,
    Norm,
    ObligationKind,
    Precision,
    ProcedureKind,
    ProfileFactKind,
    ProvisionKind,
    QuestionKind,
    Reason,
    RegulationKind,
    RoleKind,
    Status,
    System,
    TriggerKind,
)

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$")]


class Record(BaseModel):
    """A mapping of a facts file: unknown keys are errors, texts are never empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class EvidenceRecord(Record):
    """Where a statement stands. ``at`` is a locator of the file's regulation, or a full provision, or a free place."""

    source: Id | None = None
    at: Text | None = None
    terms: tuple[Text, ...] = ()
    confidence: Confidence | None = None
    note_en: Text | None = None


class Stated(Record):
    """What every fact carries that states law or practice."""

    basis: Basis = Basis.STATUTE
    confidence: Confidence
    valid_from: date | None = None
    valid_to: date | None = None
    checked: date | None = None
    note_en: Text | None = None
    dossier: tuple[Text, ...] = ()
    at: Text | None = None
    terms: tuple[Text, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()


class SourceRecord(Record):
    id: Id
    what_en: Text
    place: Text
    url: Text | None = None
    seen: Text | None = None


class RegulationRecord(Stated):
    id: Id
    title_zh: Text
    title_en: Text
    aliases: tuple[Text, ...] = ()
    kind: RegulationKind
    binding: bool
    status: Status
    number: Text | None = None
    adopted: date | None = None
    signed: date | None = None
    published: date | None = None
    effective: date | None = None
    amended: date | None = None
    amendment_effective: date | None = None
    repealed: date | None = None
    comments_until: date | None = None
    published_precision: Precision | None = None
    article_count: int | None = None
    url: Text | None = None
    other_urls: tuple[Text, ...] = ()
    chapters_en: Text | None = None
    text: Id | None = None
    """The source that holds its text: evidence of this file that names no source comes from it."""
    issuers: tuple[Id, ...] = ()
    based_on: tuple[Id, ...] = ()
    supersedes: tuple[Id, ...] = ()
    draft_of: tuple[Id, ...] = ()
    explains: tuple[Id, ...] = ()


class ArticleRecord(Record):
    """An article; its evidence is the article itself. ``n`` is the number as cited: 24, "17-1", "sec-2"."""

    n: Annotated[
        str,
        BeforeValidator(lambda n: str(n) if type(n) is int else n),
        StringConstraints(pattern=r"^(sec-)?[1-9]\d*(-[1-9]\d*)?$"),
    ]
    chapter: int | None = None
    kind: ProvisionKind
    gist_zh: Text
    gist_en: Text
    former_numbers: tuple[Text, ...] = ()
    confidence: Confidence
    valid_from: date | None = None
    valid_to: date | None = None
    note_en: Text | None = None
    dossier: tuple[Text, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()
    terms: tuple[Text, ...] = ()
    checked: date | None = None


class AuthorityRecord(Stated):
    id: Id
    name_zh: Text
    name_en: Text
    short_zh: Text | None = None
    abbreviation: Text | None = None
    terms_zh: tuple[Text, ...] = ()
    kind: AuthorityKind
    level: Level
    system: System
    url: Text | None = None
    under: Id | None = None
    covers: tuple[Id, ...] = ()


class RoleRecord(Stated):
    """``when`` tells by the facts of a profile when a service has the role; the State itself never is a service."""

    id: Id
    name_zh: Text
    name_en: Text
    kind: RoleKind
    gist_zh: Text
    gist_en: Text
    when: Any = None
    defined_in: tuple[Text, ...] = ()
    """Provisions, written in full."""


class SiteRecord(Stated):
    id: Id
    url: Text
    sure_from: date | None = None
    sure_to: date | None = None


class PlatformRecord(Stated):
    id: Id
    name_zh: Text
    name_en: Text
    former_names_zh: tuple[Text, ...] = ()
    gist_zh: Text
    gist_en: Text
    number_format: Text | None = None
    operated_by: tuple[Id, ...] = ()
    sites: tuple[SiteRecord, ...] = ()


class ProfileFactRecord(Record):
    """``yes_when`` and ``no_when`` say what other facts make of it; ``of_events``, of which events it is told."""

    id: Id
    kind: ProfileFactKind
    question_zh: Text
    question_en: Text
    unit: Text | None = None
    of_events: tuple[Id, ...] = ()
    yes_when: Any = None
    no_when: Any = None


class TriggerRecord(Stated):
    """``when`` is a predicate in the form of ``graph/predicates.py``."""

    id: Id
    gist_zh: Text
    gist_en: Text
    kind: TriggerKind
    when: Any


class DocumentRecord(Stated):
    id: Id
    name_zh: Text
    name_en: Text
    kind: DocumentKind = DocumentKind.PAPER
    precedes: tuple[Id, ...] = ()


def _as(key: str) -> BeforeValidator:
    """A bare text stands for the mapping with that one key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


class DocumentUse(Record):
    """A document that is handed in, shown or issued; the order of the list is the order of handing in."""

    document: Id
    open_list: bool = False
    to_en: Text | None = None
    basis: Basis | None = None
    confidence: Confidence | None = None


class OwnStated(Record):
    """A part of a fact: what it does not state itself, it takes from that fact."""

    basis: Basis | None = None
    confidence: Confidence | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note_en: Text | None = None
    dossier: tuple[Text, ...] = ()
    at: Text | None = None
    terms: tuple[Text, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()


class DeadlineRecord(OwnStated):
    id: Id | None = None
    kind: DeadlineKind
    n: int | None = None
    n_max: int | None = None
    unit: DeadlineUnit | None = None
    from_zh: Text | None = None
    from_en: Text | None = None
    word_zh: Text | None = None
    binds: Binds = Binds.FILER
    case_en: Text | None = None


class RouteRecord(OwnStated):
    """One way. ``to`` and ``through`` make its kind: both, a platform route; only ``to``, an open one.

    A route without platform says its ``reason``; ``unresolved: true`` marks a part that is missing. Without ``to``
    it is unresolved, or none when the reason says that nobody receives anything.
    """

    id: Id | None = None
    to: Id | None = None
    through: Id | None = None
    role: AuthorityRole = AuthorityRole.RECEIVES
    reason: Reason | None = None
    unresolved: bool = False
    alternative_group: Text | None = None
    platform_by: Derivation | None = None
    authority_by: Derivation | None = None
    place_en: Text | None = None


class ProcedureBody(Record):
    routes: tuple[RouteRecord, ...] = Field(min_length=1)
    clocks: tuple[DeadlineRecord, ...] = ()
    documents: tuple[Annotated[DocumentUse, _as("document")], ...] = ()


class ProcedureRecord(Stated, ProcedureBody):
    id: Id
    name_zh: Text
    name_en: Text
    kind: ProcedureKind
    gist_zh: Text
    gist_en: Text
    part_of: Id | None = None
    precedes: tuple[Id, ...] = ()


class OwnProcedure(ProcedureBody):
    """The procedure of one obligation alone, named after it (``cn.ob.x.y`` gives ``cn.proc.x.y``)."""

    kind: ProcedureKind


class ProcedureUse(OwnStated):
    """An obligation's tie to a shared procedure. ``imported_from`` and ``through`` are provisions in full."""

    procedure: Id
    mode: ImportMode = ImportMode.OWN
    imported_from: Text | None = None
    through: Text | None = None


class SanctionUse(Record):
    """``at`` is a locator of the file's regulation, or a provision in full."""

    at: Text
    only_if_en: Text | None = None
    basis: Basis | None = None
    confidence: Confidence | None = None


Bound: TypeAlias = Annotated[tuple[Id, ...], Field(min_length=1)]


class ObligationRecord(Stated):
    """One norm. ``at`` is its provision in the file's regulation; practice without a provision leaves it out."""

    id: Id
    gist_zh: Text
    gist_en: Text
    norm: Norm
    modality: Modality
    kind: ObligationKind
    to_authority: bool
    bound: Bound
    bound_term_zh: Text | None = None
    modal_word_zh: Text | None = None
    when: Id
    fulfilled_by: tuple[Annotated[ProcedureUse, _as("procedure")], ...] = ()
    procedure: OwnProcedure | None = None
    clocks: tuple[DeadlineRecord, ...] = ()
    documents: tuple[Annotated[DocumentUse, _as("document")], ...] = ()
    sanctions: tuple[SanctionUse, ...] = ()
    sanction_note_en: Text | None = None


class ImportRecord(OwnStated):
    """Article takes over what another orders; ``through`` is a locator of the file, ``takes`` a provision or instrument."""

    through: Text
    takes: Text
    mode: ImportMode
    what_en: Text


class ReadingRecord(OwnStated):
    """``when`` is what a reading decides by: what it ``settles`` is a yes, what it ``narrows`` asks for it besides."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    gist_zh: Text
    gist_en: Text
    held_by_en: Text
    held_since: date | None = None
    taken: bool = False
    settles: Id | None = None
    narrows: tuple[Id, ...] = ()
    when: Any = None


class QuestionRecord(Stated):
    id: Id
    kind: QuestionKind
    point_zh: Text
    point_en: Text
    about: Annotated[tuple[Text, ...], Field(min_length=1)]
    readings: tuple[ReadingRecord, ...] = ()


class EventRecord(Stated):
    id: Id
    kind: EventKind
    happened: date
    precision: Precision = Precision.DAY
    gist_zh: Text
    gist_en: Text
    series: Text | None = None
    batch: int | None = None
    count: int | None = None
    url: Text | None = None
    about: Annotated[tuple[Text, ...], Field(min_length=1)]


class FactsFile(Record):
    """One file. ``articles``, ``obligations`` and ``imports`` belong to its ``regulation``.

    ``checked`` is the day on which its facts were last held against their sources. ``checked_through`` stands in one
    file of all: no law or practice later than that day was seen, so an answer for a later day is warned about.
    """

    checked: date
    checked_through: date | None = None
    regulation: RegulationRecord | None = None
    articles: tuple[ArticleRecord, ...] = ()
    obligations: tuple[ObligationRecord, ...] = ()
    imports: tuple[ImportRecord, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    authorities: tuple[AuthorityRecord, ...] = ()
    roles: tuple[RoleRecord, ...] = ()
    platforms: tuple[PlatformRecord, ...] = ()
    profile: tuple[ProfileFactRecord, ...] = ()
    triggers: tuple[TriggerRecord, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    procedures: tuple[ProcedureRecord, ...] = ()
    questions: tuple[QuestionRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()
