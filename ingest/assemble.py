"""From records to a graph: identifiers are minted, evidence and validity filled in, references resolved.

Every problem of all files is gathered; a graph with problems is not for use. The one thing that this module decides is
what the shape of the facts leaves out (see ``ingest/records.py``); whether a sound graph is also sound law is asked by
``ingest/rules.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from graph import predicates
from graph.errors import Problem
from graph.ids import Provision, is_provision
from graph.knowledge import EdgeRow, Knowledge
from graph.model import REVISION, STATED, EdgeShape, Property, Row, Value
from graph.ontology import ONTOLOGY
from graph.vocabulary import Basis, Confidence, ProfileFactKind, Reason, RegulationKind, RouteKind, Term
from ingest.read import Sheet
from ingest.records import (
    DeadlineRecord,
    DocumentUse,
    EvidenceRecord,
    ObligationRecord,
    OwnStated,
    ProcedureBody,
    ProcedureUse,
    ReadingRecord,
    RegulationRecord,
    RouteRecord,
    Stated,
)

_ALWAYS = predicates.dumps(predicates.Always())
NOBODY_RECEIVES = frozenset({Reason.INTERNAL, Reason.ADDRESSED_TO_USERS, Reason.PROHIBITION})


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a sheet, for the message of a problem."""

    sheet: Sheet
    place: tuple[str | int, ...]

    def at(self, *deeper: str | int) -> Where:
        return Where(self.sheet, (*self.place, *deeper))

    def problem(self, message: str) -> Problem:
        return Problem(self.sheet.file, self.sheet.line(*self.place), message)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a node or edge inherits from the fact that states it."""

    basis: Basis
    confidence: Confidence
    valid_from: date | None
    valid_to: date | None
    evidence: tuple[str, ...]

    def edge(self) -> Row:
        """As an edge carries it; a note is the edge's own, and comes from whoever states it."""
        return _plain({p.key: getattr(self, p.key) for p in STATED}) | {"evidence": list(self.evidence)}


@dataclass(slots=True)
class _Edge:
    source: str
    verb: str
    target: str
    properties: Row
    where: Where


@dataclass(slots=True)
class Assembly:
    """A graph in the making. ``wheres`` tells where each node was stated."""

    nodes: dict[str, dict[str, Row]] = field(default_factory=lambda: {node.label: {} for node in ONTOLOGY.nodes})
    labels: dict[str, str] = field(default_factory=dict)
    wheres: dict[str, Where] = field(default_factory=dict)
    edges: list[_Edge] = field(default_factory=list)
    named_provisions: list[tuple[str, Where]] = field(default_factory=list)
    named_facts: list[tuple[str, Where]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def node(self, label: str, row: Row, where: Where) -> None:
        identifier = str(row["id"])
        if identifier in self.labels:
            first = self.wheres[identifier].problem("")
            self.problems.append(
                where.problem(
                    f'"{identifier}" is stated twice; first at {first.file}:{first.line}. Keep one, or rename one.'
                )
            )
            return
        empty = _nothing(ONTOLOGY.node(label).properties)
        self.nodes[label][identifier] = {**empty, **_plain(row)}
        self.labels[identifier] = label
        self.wheres[identifier] = where

    def edge(self, source: str, verb: str, target: str, where: Where, properties: Row | None = None) -> None:
        self.edges.append(_Edge(source, verb, target, _plain(properties or {}), where))


def assemble(sheets: Sequence[Sheet]) -> tuple[Knowledge, Assembly]:
    """The graph of all sheets together, and the assembly with its problems; the graph is sound when there are none."""
    made = Assembly()
    for sheet in sheets:
        _Part(made, sheet).assemble()
    edges = _resolved(made)
    knowledge = Knowledge(
        nodes={
            label: sorted(rows.values(), key=lambda row: str(row["id"])) for label, rows in made.nodes.items() if rows
        },
        edges=edges,
        checked_through=_checked_through(sheets, made),
    )
    return knowledge, made


def _checked_through(sheets: Sequence[Sheet], made: Assembly) -> date:
    stated = [(Where(sheet, ("checked_through",)), sheet.facts.checked_through) for sheet in sheets]
    named = [(where, day) for where, day in stated if day is not None]
    if len(named) == 1:
        return named[0][1]
    if not named and sheets:
        made.problems.append(
            Where(sheets[0], ()).problem(
                "no file says `checked_through:`, so no answer could tell up to which day the law was seen. Add it to one file."
            )
        )
    for where, _ in named[1:]:
        made.problems.append(where.problem("checked_through stands in another file already. Keep one."))
    return date.min


@dataclass(slots=True)
class _Part:
    """One sheet on its way into the assembly."""

    made: Assembly
    sheet: Sheet

    @property
    def regulation(self) -> RegulationRecord | None:
        return self.sheet.facts.regulation

    def assemble(self) -> None:
        facts, root = self.sheet.facts, Where(self.sheet, ())
        for i, source in enumerate(facts.sources):
            self.made.node("Source", source.model_dump(), root.at("sources", i))
        self._regulation(root.at("regulation"))
        self._articles(root.at("articles"))
        self._people(root)
        self._platforms(root.at("platforms"))
        self._triggers(root)
        for i, document in enumerate(facts.documents):
            where = root.at("documents", i)
            statement = self._stated("Document", document, where, exclude={"precedes"})
            for later in document.precedes:
                self.made.edge(document.id, "PRECEDES", later, where, statement.edge())
        for i, procedure in enumerate(facts.procedures):
            where = root.at("procedures", i)
            statement = self._stated(
                "Procedure", procedure, where, exclude={"routes", "clocks", "documents", "part_of", "precedes"}
            )
            self._procedure_body(procedure.id, procedure, statement, where)
            if procedure.part_of:
                self.made.edge(procedure.id, "PART_OF", procedure.part_of, where.at("part_of"))
            for later in procedure.precedes:
                self.made.edge(procedure.id, "PRECEDES", later, where.at("precedes"), statement.edge())
        self._obligations(root.at("obligations"))
        self._imports(root.at("imports"))
        self._questions(root.at("questions"))
        for i, event in enumerate(facts.events):
            where = root.at("events", i)
            self._stated("Event", event, where, exclude={"about"})
            for subject in event.about:
                self.made.edge(event.id, "ABOUT", self._subject(subject), where.at("about"))

    # ------------------------------------------------------------ sections

    def _regulation(self, where: Where) -> None:
        record = self.regulation
        if record is None:
            for section in ("articles", "obligations", "imports"):
                if getattr(self.sheet.facts, section):
                    self.made.problems.append(
                        Where(self.sheet, (section,)).problem(
                            f"{section} belong to a regulation, and this file has none. Add a `regulation:` block."
                        )
                    )
            return
        ties = {
            "issuers": "ISSUED_BY",
            "based_on": "BASED_ON",
            "supersedes": "SUPERSEDES",
            "draft_of": "DRAFT_OF",
            "explains": "EXPLAINS",
        }
        statement = self._stated("Regulation", record, where, exclude={"text", *ties})
        for key, verb in ties.items():
            for i, target in enumerate(getattr(record, key)):
                self.made.edge(record.id, verb, target, where.at(key, i), statement.edge())

    def _articles(self, where: Where) -> None:
        if self.regulation is None:
            return
        for position, article in enumerate(self.sheet.facts.articles, start=1):
            at = where.at(position - 1)
            article_name = article.n if article.n.startswith("sec-") else f"art-{article.n}"
            identifier = f"{self.regulation.id}.{article_name}"
            record = Stated(
                confidence=article.confidence,
                valid_from=article.valid_from,
                valid_to=article.valid_to,
                checked=article.checked,
                note_en=article.note_en,
                dossier=article.dossier,
                evidence=article.evidence,
                at=None if article.evidence else article_name,
                terms=article.terms,
            )
            row: Row = {
                "number": article.n.removeprefix("sec-"),
                "position": position,
                "chapter": article.chapter,
                "kind": article.kind,
                "gist_zh": article.gist_zh,
                "gist_en": article.gist_en,
                "former_numbers": list(article.former_numbers),
            }
            self._stated("Article", record, at, identifier=identifier, row=row)
            self.made.edge(self.regulation.id, "CONTAINS", identifier, at)

    def _people(self, root: Where) -> None:
        for i, authority in enumerate(self.sheet.facts.authorities):
            where = root.at("authorities", i)
            statement = self._stated("Authority", authority, where, exclude={"under", "covers"})
            if authority.under:
                self.made.edge(authority.id, "UNDER", authority.under, where.at("under"), statement.edge())
            for j, covered in enumerate(authority.covers):
                self.made.edge(authority.id, "COVERS", covered, where.at("covers", j), statement.edge())
        for i, role in enumerate(self.sheet.facts.roles):
            where = root.at("roles", i)
            row: Row = {"predicate": self._condition_if_any(role.id, "when", role.when, where)}
            statement = self._stated("Role", role, where, exclude={"defined_in", "when"}, row=row)
            for j, provision in enumerate(role.defined_in):
                self.made.edge(
                    role.id, "DEFINED_IN", self._subject(provision), where.at("defined_in", j), statement.edge()
                )

    def _platforms(self, where: Where) -> None:
        for i, platform in enumerate(self.sheet.facts.platforms):
            at = where.at(i)
            statement = self._stated("Platform", platform, at, exclude={"operated_by", "sites"})
            for j, operator in enumerate(platform.operated_by):
                self.made.edge(platform.id, "OPERATED_BY", operator, at.at("operated_by", j), statement.edge())
            for j, site in enumerate(platform.sites):
                served = self._stated("Site", site, at.at("sites", j))
                self.made.edge(platform.id, "SERVED_AT", site.id, at.at("sites", j), served.edge())

    def _triggers(self, root: Where) -> None:
        for i, fact in enumerate(self.sheet.facts.profile):
            where = root.at("profile", i)
            follows: Row = {
                key: self._condition_if_any(fact.id, key, getattr(fact, key), where) for key in ("yes_when", "no_when")
            }
            self.made.node("ProfileFact", {**fact.model_dump(), **follows}, where)
            self.made.named_facts += [(event, where.at("of_events")) for event in fact.of_events]
        for i, trigger in enumerate(self.sheet.facts.triggers):
            where = root.at("triggers", i)
            row: Row = {"predicate": self._condition(trigger.id, "when", trigger.when, where) or _ALWAYS}
            self._stated("Trigger", trigger, where, exclude={"when"}, row=row)

    def _condition(self, owner: str, key: str, form: object, where: Where) -> str | None:
        """The predicate that is written under the key, as it is stored; its owner reads the facts that stand in it."""
        try:
            predicate = predicates.from_form(form)
        except ValueError as error:
            self.made.problems.append(where.at(key).problem(f"{key}: {error}."))
            return None
        for fact_id in dict.fromkeys(predicates.facts_of(predicate)):
            self.made.edge(owner, "READS", fact_id, where.at(key))
        return predicates.dumps(predicate)

    def _condition_if_any(self, owner: str, key: str, form: object, where: Where) -> str | None:
        return None if form is None else self._condition(owner, key, form, where)

    def _procedure_body(self, owner: str, body: ProcedureBody, statement: Statement, where: Where) -> None:
        for i, route in enumerate(body.routes):
            self._route(owner, route, statement, where.at("routes", i))
        self._clocks(owner, body.clocks, statement, where.at("clocks"))
        self._documents(owner, body.documents, statement, where.at("documents"))

    def _route(self, owner: str, route: RouteRecord, parent: Statement, where: Where) -> None:
        kind = self._kind_of(route, where)
        ends = route.to.removeprefix("cn.") if route.to else str(route.reason or kind)
        basis = route.basis or parent.basis
        practice = "" if basis is Basis.STATUTE else f".{basis}"
        identifier = route.id or f"cn.route.{_tail(owner)}.{ends}{practice}"
        row: Row = {
            "kind": kind,
            "reason": route.reason or (Reason.PLATFORM_NOT_NAMED if kind is RouteKind.OPEN else None),
            "role": route.role,
            "alternative_group": route.alternative_group,
            "platform_by": route.platform_by,
            "authority_by": route.authority_by,
            "place_en": route.place_en,
        }
        statement = self._own("Route", route, parent, where, identifier=identifier, row=row)
        self.made.edge(owner, "TAKES", identifier, where, statement.edge())
        if route.to:
            self.made.edge(identifier, "LEADS_TO", route.to, where.at("to"), statement.edge())
        if route.through:
            self.made.edge(identifier, "GOES_THROUGH", route.through, where.at("through"), statement.edge())

    def _kind_of(self, route: RouteRecord, where: Where) -> RouteKind:
        if route.unresolved or (not route.to and route.reason not in NOBODY_RECEIVES):
            if route.reason is None:
                self.made.problems.append(
                    where.problem(
                        "the route is unresolved and says no reason; a reader could take it for a gap. Add `reason:`."
                    )
                )
            return RouteKind.UNRESOLVED
        if not route.to:
            return RouteKind.NONE
        if route.through and route.reason:
            self.made.problems.append(
                where.at("reason").problem(
                    f"the route goes through {route.through}, so `reason: {route.reason}` contradicts it. Remove one, or add `unresolved: true`."
                )
            )
        return RouteKind.PLATFORM if route.through else RouteKind.OPEN

    def _clocks(self, owner: str, clocks: Iterable[DeadlineRecord], parent: Statement, where: Where) -> None:
        for i, clock in enumerate(clocks, start=1):
            at = where.at(i - 1)
            identifier = clock.id or f"cn.deadline.{_tail(owner)}.{i}"
            row: Row = {
                key: getattr(clock, key)
                for key in ("kind", "n", "n_max", "unit", "from_zh", "from_en", "word_zh", "binds", "case_en")
            }
            if (clock.n is None) != (clock.unit is None):
                self.made.problems.append(at.problem("a clock has both `n` and `unit`, or neither. Complete it."))
            statement = self._own("Deadline", clock, parent, at, identifier=identifier, row=row)
            self.made.edge(owner, "HAS_CLOCK", identifier, at, statement.edge())

    def _documents(self, owner: str, documents: Iterable[DocumentUse], parent: Statement, where: Where) -> None:
        for position, use in enumerate(documents, start=1):
            stated = parent.edge() | {
                "basis": use.basis or parent.basis,
                "confidence": use.confidence or parent.confidence,
            }
            own: Row = {"position": position, "open_list": use.open_list, "to_en": use.to_en}
            self.made.edge(owner, "REQUIRES", use.document, where.at(position - 1), stated | own)

    def _obligations(self, where: Where) -> None:
        regulation = self.regulation
        if regulation is None:
            return
        for i, record in enumerate(self.sheet.facts.obligations):
            at = where.at(i)
            provision = self._provision(record.at, at.at("at"))
            row: Row = {
                "provision": str(provision) if provision else None,
                "binding": regulation.kind is not RegulationKind.DRAFT,
            }
            uses = {"bound", "when", "fulfilled_by", "procedure", "clocks", "documents", "sanctions"}
            statement = self._stated("Obligation", record, at, exclude=uses, row=row)
            self.made.edge(
                str(provision.of_article) if provision else regulation.id,
                "IMPOSES",
                record.id,
                at.at("at"),
                statement.edge(),
            )
            for j, bound in enumerate(record.bound):
                self.made.edge(record.id, "BINDS", bound, at.at("bound", j), statement.edge())
            self.made.edge(record.id, "APPLIES_WHEN", record.when, at.at("when"), statement.edge())
            for j, use in enumerate(record.fulfilled_by):
                self._fulfilment(record.id, use, statement, at.at("fulfilled_by", j))
            if record.procedure:
                owned = f"cn.proc.{_tail(record.id)}"
                named: Row = {
                    "name_zh": record.gist_zh, "name_en": record.gist_en, "gist_zh": record.gist_zh, "gist_en": record.gist_en,
                    "kind": record.procedure.kind,
                }  # fmt: skip
                shared = OwnStated(evidence=())
                own = self._own("Procedure", shared, statement, at.at("procedure"), identifier=owned, row=named)
                self._procedure_body(owned, record.procedure, own, at.at("procedure"))
                self._fulfilment(record.id, ProcedureUse(procedure=owned), statement, at.at("procedure"))
            if not record.fulfilled_by and not record.procedure:
                self.made.problems.append(
                    at.problem(
                        f"{record.id} has no way to be fulfilled, so it would end in a silent gap. Add `fulfilled_by:` or `procedure:` with a route or a typed reason."
                    )
                )
            self._clocks(record.id, record.clocks, statement, at.at("clocks"))
            self._documents(record.id, record.documents, statement, at.at("documents"))
            self._sanctions(record, statement, at.at("sanctions"))

    def _sanctions(self, record: ObligationRecord, statement: Statement, where: Where) -> None:
        """One edge an article: several paragraphs of it come together in `provisions`."""
        by_article: dict[str, tuple[list[str], Row, Where]] = {}
        for j, sanction in enumerate(record.sanctions):
            at = where.at(j)
            if punishing := self._provision(sanction.at, at):
                own: Row = {
                    "basis": sanction.basis or statement.basis,
                    "confidence": sanction.confidence or statement.confidence,
                    "only_if_en": sanction.only_if_en,
                }
                provisions, kept, _ = by_article.setdefault(str(punishing.of_article), ([], own, at))
                provisions.append(str(punishing))
                if kept is not own and kept != own:
                    self.made.problems.append(
                        at.problem(
                            f"{sanction.at} stands beside another provision of that article, with another case or strength; say the same of both, or put the difference into `sanction_note_en`."
                        )
                    )
        for article, (provisions, own, at) in by_article.items():
            self.made.edge(record.id, "SANCTIONED_BY", article, at, statement.edge() | own | {"provisions": provisions})

    def _fulfilment(self, obligation: str, use: ProcedureUse, parent: Statement, where: Where) -> None:
        statement = self._statement(use, parent, f"{obligation}.{_tail(use.procedure)}", where)
        properties: Row = {
            "mode": use.mode,
            "imported_from": use.imported_from,
            "through": use.through,
            "note_en": use.note_en,
        }
        for key in ("imported_from", "through"):
            if name := getattr(use, key):
                self.made.named_provisions.append((name, where.at(key)))
        self.made.edge(obligation, "FULFILLED_BY", use.procedure, where, statement.edge() | properties)

    def _imports(self, where: Where) -> None:
        for i, record in enumerate(self.sheet.facts.imports):
            at = where.at(i)
            through = self._provision(record.through, at.at("through"))
            if through is None or self.regulation is None:
                continue
            source = self._clause(through, at)
            base = Statement(Basis.STATUTE, Confidence.PRIMARY, self.regulation.effective, self.regulation.repealed, ())
            evidenced = record if record.evidence or record.at else record.model_copy(update={"at": through.locator})
            statement = self._statement(evidenced, base, f"{source}.import-{i + 1}", at)
            target = self._clause(Provision.parse(record.takes), at) if is_provision(record.takes) else record.takes
            self.made.edge(
                source,
                "IMPORTS",
                target,
                at.at("takes"),
                statement.edge() | {"mode": record.mode, "what_en": record.what_en, "note_en": record.note_en},
            )

    def _questions(self, where: Where) -> None:
        for i, question in enumerate(self.sheet.facts.questions):
            at = where.at(i)
            statement = self._stated("Question", question, at, exclude={"about", "readings"})
            for j, subject in enumerate(question.about):
                self.made.edge(question.id, "ABOUT", self._subject(subject), at.at("about", j))
            for j, reading in enumerate(question.readings):
                there = at.at("readings", j)
                identifier = f"{question.id}.{reading.key}"
                row: Row = {
                    key: getattr(reading, key) for key in ("gist_zh", "gist_en", "held_by_en", "held_since", "taken")
                }
                row["predicate"] = self._condition_if_any(identifier, "when", reading.when, there)
                self._own("Reading", reading, statement, there, identifier=identifier, row=row)
                self.made.edge(identifier, "ANSWERS", question.id, there)
                self._decides(identifier, reading, there)

    def _decides(self, identifier: str, reading: ReadingRecord, where: Where) -> None:
        decides = [*([reading.settles] if reading.settles else ()), *reading.narrows]
        if (reading.when is None) != (not decides):
            self.made.problems.append(
                where.problem(
                    "a reading that decides something has `when` and what it `settles` or `narrows`. Complete it."
                )
            )
        if reading.settles:
            self.made.edge(identifier, "SETTLES", reading.settles, where.at("settles"))
        for j, trigger in enumerate(reading.narrows):
            self.made.edge(identifier, "NARROWS", trigger, where.at("narrows", j))

    # ------------------------------------------------------------ statements and their evidence

    def _stated(
        self,
        label: str,
        record: Stated,
        where: Where,
        *,
        exclude: set[str] | None = None,
        identifier: str | None = None,
        row: Row | None = None,
    ) -> Statement:
        """Add a node that states law or practice, with its evidence; what its edges inherit."""
        data = record.model_dump(exclude={"at", "terms", "evidence", *(exclude or ())})
        name = identifier or str(data["id"])
        regulation = self.regulation
        in_regulation = regulation is not None and label not in {"Question", "Event"}
        default_from = (regulation.effective or regulation.published) if regulation and in_regulation else None
        default_to = regulation.repealed if regulation and in_regulation else None
        statement = Statement(
            record.basis,
            record.confidence,
            record.valid_from or default_from,
            record.valid_to or default_to,
            tuple(self._evidence(record, name, record.confidence, where)),
        )
        if not statement.evidence:
            self.made.problems.append(
                where.problem(
                    f"{name} has no evidence, so nobody could check it. Add `evidence:` with a source, or `at:` in a file whose regulation has a `text:`."
                )
            )
        self._write(
            label,
            name,
            {**data, **(row or {})},
            statement,
            where,
            checked=record.checked,
            note=record.note_en,
            dossier=record.dossier,
        )
        return statement

    def _own(
        self, label: str, part: OwnStated, parent: Statement, where: Where, *, identifier: str, row: Row
    ) -> Statement:
        """Add a node that is a part of a fact and inherits what it does not state itself."""
        statement = self._statement(part, parent, identifier, where)
        self._write(label, identifier, row, statement, where, checked=None, note=part.note_en, dossier=part.dossier)
        return statement

    def _statement(self, part: OwnStated, parent: Statement, owner: str, where: Where) -> Statement:
        confidence = part.confidence or parent.confidence
        own = tuple(self._evidence(part, owner, confidence, where)) if part.evidence or part.at or part.terms else ()
        return Statement(
            part.basis or parent.basis,
            confidence,
            part.valid_from or parent.valid_from,
            part.valid_to or parent.valid_to,
            own or parent.evidence,
        )

    def _write(
        self, label: str, name: str, row: Row, statement: Statement, where: Where, *,
        checked: date | None, note: str | None, dossier: tuple[str, ...],
    ) -> None:  # fmt: skip
        known = {p.key for p in ONTOLOGY.node(label).properties}
        stated: Row = statement.edge() | {
            "checked": checked or self.sheet.facts.checked,
            "note_en": note,
            "dossier": list(dossier),
        }
        del stated["evidence"]
        self.made.node(label, {k: v for k, v in {**row, "id": name, **stated}.items() if k in known}, where)
        for evidence in statement.evidence:
            self.made.edge(name, "RESTS_ON", evidence, where)

    def _evidence(self, record: Stated | OwnStated, owner: str, confidence: Confidence, where: Where) -> Iterable[str]:
        """Mint the evidence of a fact; its identifiers."""
        records: Sequence[EvidenceRecord] = record.evidence
        if not records and (record.at or record.terms or (self.regulation and self.regulation.text)):
            records = (EvidenceRecord(at=record.at, terms=record.terms),)
        text = self.regulation.text if self.regulation else None
        for i, evidence in enumerate(records, start=1):
            source = evidence.source or text
            if source is None:
                continue
            identifier = f"ev.{owner.removeprefix('cn.')}.{i}"
            row: Row = {
                "id": identifier,
                "locator": evidence.at,
                "terms": list(evidence.terms),
                "confidence": evidence.confidence or confidence,
                "checked": self.sheet.facts.checked,
                "note_en": evidence.note_en,
            }
            self.made.node("Evidence", row, where)
            self.made.edge(identifier, "FROM", source, where)
            if cited := self._cited(evidence.at):
                self.made.edge(identifier, "CITES", self._clause(cited, where), where)
            yield identifier

    # ------------------------------------------------------------ provisions

    def _cited(self, locator: str | None) -> Provision | None:
        """The provision that a locator of evidence names, if it names one."""
        if locator is None:
            return None
        if is_provision(locator):
            return Provision.parse(locator)
        full = f"{self.regulation.id}.{locator}" if self.regulation else ""
        return Provision.parse(full) if is_provision(full) else None

    def _provision(self, locator: str | None, where: Where) -> Provision | None:
        if locator is None:
            return None
        if (cited := self._cited(locator)) is None:
            self.made.problems.append(
                where.problem(
                    f'"{locator}" does not name a provision of this regulation. Write it like art-24.par-1, or in full like cn.algo-2021.art-24.par-1.'
                )
            )
        return cited

    def _clause(self, provision: Provision, where: Where) -> str:
        """The node of a provision: its article, or its clause, which is minted here."""
        if provision.paragraph is None:
            return str(provision)
        identifier = str(provision)
        if identifier not in self.made.labels:
            row: Row = {"id": identifier, "paragraph": provision.paragraph, "item": provision.item}
            self.made.node("Clause", row, where)
            self.made.edge(str(provision.of_article), "HAS_CLAUSE", identifier, where)
        return identifier

    def _subject(self, name: str) -> str:
        """What a question, event or role points at: a node, or the article of a provision."""
        return str(Provision.parse(name).of_article) if is_provision(name) else name


def _resolved(made: Assembly) -> dict[EdgeShape, list[EdgeRow]]:
    """Edges by shape; dangling ends, wrong ends and doubled edges are problems."""
    for name, where in made.named_provisions:
        if not is_provision(name):
            made.problems.append(
                where.problem(f'"{name}" does not name a provision in full, such as cn.algo-2021.art-24.par-1.')
            )
        elif str(Provision.parse(name).of_article) not in made.labels:
            made.problems.append(
                where.problem(f'"{name}" is not stated anywhere. Add its article, or correct the name.')
            )
    for name, where in made.named_facts:
        row = made.nodes["ProfileFact"].get(name)
        if row is None or row["kind"] != ProfileFactKind.EVENT:
            made.problems.append(where.problem(f'"{name}" is not an event that a profile can tell.'))
    allowed = {edge.verb: set(edge.shapes) for edge in ONTOLOGY.edges}
    edges: dict[EdgeShape, dict[tuple[str, str], EdgeRow]] = {}
    for edge in made.edges:
        missing = [end for end in (edge.source, edge.target) if end not in made.labels]
        for end in missing:
            near = get_close_matches(end, made.labels, 2)
            hint = f" Did you mean {' or '.join(near)}?" if near else " Add it, or correct the name."
            made.problems.append(
                edge.where.problem(f'"{end}" is not stated anywhere, so {edge.verb} would dangle.{hint}')
            )
        if missing:
            continue
        shape = EdgeShape(made.labels[edge.source], edge.verb, made.labels[edge.target])
        if shape not in allowed[edge.verb]:
            made.problems.append(
                edge.where.problem(f"{edge.target} is a {shape.target}; {shape} is not in the ontology.")
            )
            continue
        ties = edges.setdefault(shape, {})
        key = (edge.source, edge.target)
        if key in ties and edge.verb not in {"HAS_CLAUSE", "READS"}:
            made.problems.append(
                edge.where.problem(f"{edge.source} is tied to {edge.target} by {edge.verb} twice. Keep one.")
            )
            continue
        ties[key] = EdgeRow(
            edge.source, edge.target, {**_nothing(ONTOLOGY.edge(edge.verb).properties), **edge.properties}
        )
    return {shape: [rows[key] for key in sorted(rows)] for shape, rows in sorted(edges.items())}


def _nothing(properties: Iterable[Property]) -> Row:
    """Every property without a value; the revision is the store's to write."""
    return {p.key: [] if p.python is list else None for p in properties if p is not REVISION}


def _tail(identifier: str) -> str:
    """
    >>> _tail("cn.ob.algo-2021.file"), _tail("cn.proc.internal")
    ('algo-2021.file', 'internal')
    """
    for prefix in ("cn.ob.", "cn.proc.", "cn."):
        if identifier.startswith(prefix):
            return identifier.removeprefix(prefix)
    return identifier


def _plain(row: Row) -> Row:
    """Words of closed lists as plain texts, tuples as lists."""

    def plain(value: Value | tuple[str, ...]) -> Value:
        if isinstance(value, Term):
            return value.value
        return list(value) if isinstance(value, tuple) else value

    return {key: plain(value) for key, value in row.items()}
