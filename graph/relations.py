"""Relations as declared, batched reads: each is one statement that takes keys and gives rows tagged by key.

A relation is declared once, as a path in the ontology; its statement is rendered from that (``guikou render``) into
``cypher/read/relation/``. GraphQL fields, ``guikou show`` and whatever compiles whole operations later use the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import REVISION, Edge, Node, snake
from graph.ontology import ONTOLOGY, STATED_NODES

_STATED = tuple(node.label for node in STATED_NODES)

# The same in every statement: seen in the view. A null date has no say; a null day asks about none.
_RESTS = "{x}.basis IN $bases"
_SEEN = f"{_RESTS} AND coalesce({{x}}.valid_from <= $on, true) AND coalesce({{x}}.valid_to > $on, true)"

# These begin on a day of their own: an event when it happened, a reading when it was first held.
_BEGINS = {"Event": "happened", "Reading": "held_since"}


@dataclass(frozen=True, slots=True)
class Relation:
    """How nodes of one label lead to others.

    ``path`` is the pattern between source and target; its edge ``e`` is the tie, whose properties come along, and a node
    ``m`` between is told as ``via``. With one target the rows carry all properties of the target; with several they
    carry ``label`` and ``id`` only. ``any_day``: the relation reaches through time (a rule supersedes one that holds no
    longer), so neither tie nor target need hold on the day.
    """

    source: str
    field: str
    path: str
    targets: tuple[str, ...]
    order: tuple[str, ...] = ()
    any_day: bool = False

    @property
    def name(self) -> str:
        """
        >>> RELATIONS["obligation.fulfilled_by"].path
        '-[e:FULFILLED_BY]->'
        """
        return f"{snake(self.source)}.{self.field}"

    @property
    def tie(self) -> Edge:
        match = re.search(r"\[e:(\w+)\]", self.path)
        assert match is not None, f"{self.name}: no edge e in {self.path}"
        return ONTOLOGY.edge(match[1])

    @property
    def target(self) -> Node | None:
        """The one target; None where several labels are possible."""
        return ONTOLOGY.node(self.targets[0]) if len(self.targets) == 1 else None

    @property
    def statement_name(self) -> str:
        return f"read/relation/{self.name}"

    @property
    def doc(self) -> str:
        return self.tie.doc


def _declared() -> Iterator[Relation]:
    # ------------------------------------------------------------ instruments
    yield _to("Regulation", "issued_by", "-[e:ISSUED_BY]->", "Authority", any_day=True)
    yield _to("Regulation", "based_on", "-[e:BASED_ON]->", "Regulation", any_day=True)
    yield _to("Regulation", "basis_of", "<-[e:BASED_ON]-", "Regulation", any_day=True)
    yield _to("Regulation", "supersedes", "-[e:SUPERSEDES]->", "Regulation", any_day=True)
    yield _to("Regulation", "superseded_by", "<-[e:SUPERSEDES]-", "Regulation", any_day=True)
    yield _to("Regulation", "draft_of", "-[e:DRAFT_OF]->", "Regulation", any_day=True)
    yield _to("Regulation", "drafts", "<-[e:DRAFT_OF]-", "Regulation", any_day=True)
    yield _to("Regulation", "explains", "-[e:EXPLAINS]->", "Regulation", any_day=True)
    yield _to("Regulation", "explained_by", "<-[e:EXPLAINS]-", "Regulation", any_day=True)
    yield _to("Regulation", "articles", "-[e:CONTAINS]->", "Article", order=("t.position",))
    # An instrument whose articles are not held imposes directly.
    yield _to("Regulation", "obligations", "-[:CONTAINS*0..1]->(m)-[e:IMPOSES]->", "Obligation")
    yield _to("Regulation", "imported_by", "<-[e:IMPORTS]-", "Article", "Clause", any_day=True)
    yield _to("Article", "regulation", "<-[e:CONTAINS]-", "Regulation", any_day=True)
    yield _to("Article", "clauses", "-[e:HAS_CLAUSE]->", "Clause", order=("t.paragraph", "t.item"))
    yield _to("Article", "obligations", "-[e:IMPOSES]->", "Obligation")
    # The exact provision imports: what a paragraph takes over, its article takes over.
    yield _to(
        "Article", "imports", "-[:HAS_CLAUSE*0..1]->(m)-[e:IMPORTS]->", "Article", "Clause", "Regulation", any_day=True
    )
    yield _to("Article", "imported_by", "-[:HAS_CLAUSE*0..1]->(m)<-[e:IMPORTS]-", "Article", "Clause", any_day=True)
    yield _to("Article", "sanctions", "<-[e:SANCTIONED_BY]-", "Obligation")
    yield _to("Article", "defines", "<-[e:DEFINED_IN]-", "Role")
    yield _to("Clause", "article", "<-[e:HAS_CLAUSE]-", "Article", any_day=True)
    yield _to("Clause", "imports", "-[e:IMPORTS]->", "Article", "Clause", "Regulation", any_day=True)
    yield _to("Clause", "imported_by", "<-[e:IMPORTS]-", "Article", "Clause", any_day=True)
    # ------------------------------------------------------------ who
    yield _to("Authority", "under", "-[e:UNDER]->", "Authority")
    yield _to("Authority", "subordinates", "<-[e:UNDER]-", "Authority")
    yield _to("Authority", "covers", "-[e:COVERS]->", "Authority")
    yield _to("Authority", "covered_by", "<-[e:COVERS]-", "Authority")
    yield _to("Authority", "operates", "<-[e:OPERATED_BY]-", "Platform")
    yield _to("Authority", "routes", "<-[e:LEADS_TO]-", "Route")
    yield _to("Authority", "issued", "<-[e:ISSUED_BY]-", "Regulation", any_day=True)
    yield _to("Authority", "bound_by", "<-[e:BINDS]-", "Obligation")
    yield _to("Role", "defined_in", "-[e:DEFINED_IN]->", "Article")
    yield _to("Role", "reads", "-[e:READS]->", "ProfileFact")
    yield _to("Role", "bound_by", "<-[e:BINDS]-", "Obligation")
    # ------------------------------------------------------------ where to
    yield _to("Platform", "operated_by", "-[e:OPERATED_BY]->", "Authority")
    yield _to("Platform", "served_at", "-[e:SERVED_AT]->", "Site", order=("t.valid_from",))
    yield _to("Platform", "routes", "<-[e:GOES_THROUGH]-", "Route")
    yield _to("Site", "platforms", "<-[e:SERVED_AT]-", "Platform")
    yield _to("Route", "leads_to", "-[e:LEADS_TO]->", "Authority")
    yield _to("Route", "goes_through", "-[e:GOES_THROUGH]->", "Platform")
    yield _to("Route", "procedures", "<-[e:TAKES]-", "Procedure")
    # ------------------------------------------------------------ what must be done
    yield _to("Obligation", "article", "<-[e:IMPOSES]-", "Article", any_day=True)
    yield _to("Obligation", "regulation", "<-[e:IMPOSES]-(m)<-[:CONTAINS*0..1]-", "Regulation", any_day=True)
    yield _to("Obligation", "binds", "-[e:BINDS]->", "Role", "Authority")
    yield _to("Obligation", "applies_when", "-[e:APPLIES_WHEN]->", "Trigger")
    yield _to("Obligation", "fulfilled_by", "-[e:FULFILLED_BY]->", "Procedure")
    yield _to("Obligation", "has_clock", "-[e:HAS_CLOCK]->", "Deadline")
    yield _to("Obligation", "requires", "-[e:REQUIRES]->", "Document", order=("e.position",))
    yield _to("Obligation", "sanctioned_by", "-[e:SANCTIONED_BY]->", "Article", order=("t.position",))
    yield _to("Trigger", "reads", "-[e:READS]->", "ProfileFact")
    yield _to("Trigger", "obligations", "<-[e:APPLIES_WHEN]-", "Obligation")
    yield _to("Trigger", "narrowed_by", "<-[e:NARROWS]-", "Reading")
    yield _to("ProfileFact", "reads", "-[e:READS]->", "ProfileFact")
    yield _to("ProfileFact", "triggers", "<-[e:READS]-", "Trigger")
    yield _to("ProfileFact", "roles", "<-[e:READS]-", "Role")
    yield _to("ProfileFact", "settled_by", "<-[e:SETTLES]-", "Reading")
    yield _to("Procedure", "takes", "-[e:TAKES]->", "Route")
    yield _to("Procedure", "has_clock", "-[e:HAS_CLOCK]->", "Deadline")
    yield _to("Procedure", "requires", "-[e:REQUIRES]->", "Document", order=("e.position",))
    yield _to("Procedure", "part_of", "-[e:PART_OF]->", "Procedure")
    yield _to("Procedure", "parts", "<-[e:PART_OF]-", "Procedure")
    yield _to("Procedure", "precedes", "-[e:PRECEDES]->", "Procedure", "Document")
    yield _to("Procedure", "preceded_by", "<-[e:PRECEDES]-", "Procedure", "Document")
    yield _to("Procedure", "obligations", "<-[e:FULFILLED_BY]-", "Obligation")
    yield _to("Deadline", "procedures", "<-[e:HAS_CLOCK]-", "Procedure")
    yield _to("Deadline", "obligations", "<-[e:HAS_CLOCK]-", "Obligation")
    yield _to("Document", "precedes", "-[e:PRECEDES]->", "Procedure", "Document")
    yield _to("Document", "preceded_by", "<-[e:PRECEDES]-", "Procedure", "Document")
    yield _to("Document", "procedures", "<-[e:REQUIRES]-", "Procedure")
    yield _to("Document", "obligations", "<-[e:REQUIRES]-", "Obligation")
    # ------------------------------------------------------------ readings, events, evidence
    yield _to("Question", "about", "-[e:ABOUT]->", *_STATED, any_day=True)
    yield _to("Question", "readings", "<-[e:ANSWERS]-", "Reading")
    yield _to("Reading", "question", "-[e:ANSWERS]->", "Question", any_day=True)
    yield _to("Reading", "reads", "-[e:READS]->", "ProfileFact")
    yield _to("Reading", "settles", "-[e:SETTLES]->", "ProfileFact")
    yield _to("Reading", "narrows", "-[e:NARROWS]->", "Trigger")
    yield _to("Event", "about", "-[e:ABOUT]->", *_STATED, any_day=True)
    yield _to("Evidence", "source", "-[e:FROM]->", "Source")
    yield _to("Evidence", "cites", "-[e:CITES]->", "Article", "Clause", "Regulation", any_day=True)
    yield _to("Source", "evidence", "<-[e:FROM]-", "Evidence")
    for label in _STATED:
        yield _to(label, "evidence", "-[e:RESTS_ON]->", "Evidence")
        yield _to(label, "questions", "<-[e:ABOUT]-", "Question")
        yield _to(label, "events", "<-[e:ABOUT]-", "Event", order=("t.happened",))


def _to(
    source: str, field: str, path: str, *targets: str, order: tuple[str, ...] = (), any_day: bool = False
) -> Relation:
    return Relation(source, field, path, targets, order, any_day)


RELATIONS = {relation.name: relation for relation in _declared()}


# ---------------------------------------------------------------- statements


def rendered_relations() -> dict[str, str]:
    """The rendered statement files of all relations and node reads, by path."""
    return {
        **{f"cypher/{relation.statement_name}.cypher": _relation_text(relation) for relation in RELATIONS.values()},
        **{f"cypher/read/node/{snake(node.label)}.cypher": _node_text(node) for node in ONTOLOGY.nodes},
        "cypher/read/node/labels.cypher": _labels_text(),
        "cypher/read/node/counts.cypher": _counts_text(),
    }


def columns_of(node: Node) -> tuple[str, ...]:
    """What a read of a node gives: every property."""
    return tuple(p.key for p in node.properties)


def _relation_text(relation: Relation) -> str:
    taken = _conditions(relation)
    results = _results(relation)
    order = [*relation.order, *(key for key in ("label", "id", "via") if key in results)]
    return (
        f"{_HEAD}// Question:   {relation.source}.{relation.field}: {_picture(relation)} {relation.doc}\n"
        f"// Parameters: {', '.join(meaning for name, meaning in _PARAMETERS.items() if any(name in c for c in taken))}\n"
        f"// Columns:    {', '.join(results)}\n"
        f"MATCH (s:{relation.source}){relation.path}(t{':' + relation.targets[0] if relation.target else ''})\n"
        f"WHERE {_AND.join(taken)}\n"
        f"RETURN {', '.join(f'{value} AS {key}' for key, value in results.items())}\n"
        f"ORDER BY {', '.join(['key', *order])}\n"
    )


def _conditions(relation: Relation) -> list[str]:
    """What a pair must meet to be seen."""
    node = relation.target
    taken = ["s.id IN $ids"]
    if node is None:
        taken.append(f"({' OR '.join(f't:{label}' for label in relation.targets)})")
    if relation.tie.stated:
        taken.append(_RESTS.format(x="e") if relation.any_day else _SEEN.format(x="e"))
    if all(ONTOLOGY.node(label).stated for label in relation.targets):
        taken.append(_RESTS.format(x="t") if relation.any_day else _SEEN.format(x="t"))
    if node and (begins := _BEGINS.get(node.label)):
        taken.append(f"coalesce(t.{begins} <= $on, true)")
    if "Obligation" in relation.targets:
        taken.append("(t.binding OR $drafts)" if node else "(t.binding OR $drafts OR NOT t:Obligation)")
    return taken


def _results(relation: Relation) -> dict[str, str]:
    """Each column with what it returns."""
    target = relation.target
    return {
        "key": "s.id",
        **({key: f"t.{key}" for key in columns_of(target)} if target else {"label": "labels(t)[0]", "id": "t.id"}),
        **({"via": "m.id"} if "(m)" in relation.path else {}),
        **{f"tie_{p.key}": f"e.{p.key}" for p in relation.tie.properties if p is not REVISION},
    }


def _picture(relation: Relation) -> str:
    targets = relation.targets if len(relation.targets) <= _FEW else ("anything that is stated",)
    return f"(:{relation.source}){relation.path}({'|'.join(f':{label}' for label in targets)})."


def _node_text(node: Node) -> str:
    return (
        f"{_HEAD}// Question:   {node.label}: what is known of these?\n"
        "// Parameters: ids (list of text)\n"
        f"// Columns:    {', '.join(columns_of(node))}\n"
        f"MATCH (n:{node.label})\n"
        "WHERE n.id IN $ids\n"
        f"RETURN {', '.join(f'n.{key} AS {key}' for key in columns_of(node))}\n"
        "ORDER BY id\n"
    )


def _labels_text() -> str:
    """By union, so that each label's index is used: a match without a label reads the whole graph."""
    parts = "\n  UNION ALL\n".join(
        f"  MATCH (n:{node.label}) WHERE n.id IN $ids RETURN n.id AS id, '{node.label}' AS label"
        for node in ONTOLOGY.nodes
    )
    return (
        f"{_HEAD}// Question:   Of which label is each of these nodes?\n"
        "// Parameters: ids (list of text)\n"
        "// Columns:    id, label\n"
        f"CALL () {{\n{parts}\n}}\n"
        "RETURN id, label\n"
        "ORDER BY id\n"
    )


def _counts_text() -> str:
    """Of the ontology's labels: a store may keep notes of its own beside them."""
    return (
        f"{_HEAD}// Question:   How many nodes of each label are there, and how many are believed without a source?\n"
        "// Parameters: none\n"
        "// Columns:    label, nodes, unverified\n"
        f"MATCH (n:{'|'.join(node.label for node in ONTOLOGY.nodes)})\n"
        "RETURN labels(n)[0] AS label,\n"
        "  count(n) AS nodes,\n"
        "  sum(CASE WHEN n.confidence = 'memory' THEN 1 ELSE 0 END) AS unverified\n"
        "ORDER BY label\n"
    )


_HEAD = "// Rendered from graph/relations.py by `guikou render`: change it there.\n"
_AND = "\n  AND "
_FEW = 3
_PARAMETERS = {
    "$ids": "ids (list of text)",
    "$on": "on (date, or null for all days)",
    "$bases": "bases (list of text)",
    "$drafts": "drafts (whether norms of drafts are seen)",
}
