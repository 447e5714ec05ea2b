"""What is rendered from the ontology: schema, write and node statements, relations, the docs page.

``guikou render`` writes these files, ``guikou render --check`` names those that differ from the ontology.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.model import Edge, EdgeShape, Node, Property, snake
from graph.ontology import ONTOLOGY
from graph.relations import rendered_relations

_HEAD = "// Rendered from graph/ontology.py by `guikou render`: change it there.\n"


def rendered() -> dict[str, str]:
    """Every rendered file, by its path below the repository, with the text that it must have."""
    return {
        "cypher/schema/constraints.cypher": constraints(),
        "cypher/schema/indexes.cypher": indexes(),
        **{f"cypher/write/nodes/{snake(node.label)}.cypher": write_node(node) for node in ONTOLOGY.nodes},
        **{f"cypher/write/edges/{shape_name(shape)}.cypher": write_edge(shape) for shape in shapes()},
        **{f"cypher/write/sweep/nodes/{snake(node.label)}.cypher": sweep_node(node) for node in ONTOLOGY.nodes},
        **{f"cypher/write/sweep/edges/{edge.verb.lower()}.cypher": sweep_edge(edge) for edge in ONTOLOGY.edges},
        **rendered_relations(),
        "docs/ontology.md": docs_page(),
    }


def differing(root: Path, files: Mapping[str, str] | None = None) -> list[str]:
    """Which of the files (all rendered ones) are missing below ``root``, differ, or are left over from an older ontology."""
    expected = rendered() if files is None else files
    wrong = [
        path
        for path, text in expected.items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]
    return sorted(wrong + [path for path in _present(root) if path not in expected])


def write_all(root: Path, files: Mapping[str, str] | None = None) -> list[str]:
    """Write every file that differs, remove those that are left over; the paths that changed."""
    expected = rendered() if files is None else files
    changed = differing(root, expected)
    for path in changed:
        target = root / path
        if path in expected:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(expected[path], encoding="utf-8")
        else:
            target.unlink()
    return changed


def shapes() -> Iterator[EdgeShape]:
    return (shape for edge in ONTOLOGY.edges for shape in edge.shapes)


def shape_name(shape: EdgeShape) -> str:
    return f"{snake(shape.source)}.{shape.verb.lower()}.{snake(shape.target)}"


def constraints() -> str:
    return _HEAD + "".join(
        f"CREATE CONSTRAINT {snake(node.label)}_id IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.id IS UNIQUE;\n"
        for node in ONTOLOGY.nodes
    )


def indexes() -> str:
    """Indexes on what sweeps and day filters look up."""
    return _HEAD + "".join(
        f"CREATE INDEX {snake(node.label)}_revision IF NOT EXISTS FOR (n:{node.label}) ON (n.revision);\n"
        for node in ONTOLOGY.nodes
    )


def write_node(node: Node) -> str:
    return (
        f"{_HEAD}// Question:   Write nodes of the label {node.label}.\n"
        "// Parameters: rows (list of maps with every property)\n"
        "// Columns:    none\n"
        "UNWIND $rows AS row\n"
        f"MERGE (n:{node.label} {{id: row.id}})\n"
        "SET n = row\n"
    )


def write_edge(shape: EdgeShape) -> str:
    return (
        f"{_HEAD}// Question:   Write edges {shape}.\n"
        "// Parameters: rows (list of maps: source, target, properties)\n"
        "// Columns:    none\n"
        "UNWIND $rows AS row\n"
        f"MATCH (s:{shape.source} {{id: row.source}})\n"
        f"MATCH (t:{shape.target} {{id: row.target}})\n"
        f"MERGE (s)-[e:{shape.verb}]->(t)\n"
        "SET e = row.properties\n"
    )


def sweep_node(node: Node) -> str:
    return (
        f"{_HEAD}// Question:   Remove nodes of the label {node.label} that this revision does not hold.\n"
        "// Parameters: revision (text)\n"
        "// Columns:    none\n"
        f"MATCH (n:{node.label})\n"
        "WHERE n.revision <> $revision\n"
        "DETACH DELETE n\n"
    )


def sweep_edge(edge: Edge) -> str:
    return (
        f"{_HEAD}// Question:   Remove edges {edge.verb} that this revision does not hold.\n"
        "// Parameters: revision (text)\n"
        "// Columns:    none\n"
        f"MATCH ()-[e:{edge.verb}]->()\n"
        "WHERE e.revision <> $revision\n"
        "DELETE e\n"
    )


def docs_page() -> str:
    """docs/ontology.md: every node and edge, each property with its meaning, and the closed word lists."""
    lines = [
        "# The ontology",
        "",
        "Rendered from `graph/ontology.py` by `guikou render`: change it there.",
        "",
        "A type marked *states law or practice* rests on evidence and carries basis, confidence and validity.",
        "",
        "```mermaid",
        "graph LR",
        *(f"  {shape.source} -->|{shape.verb}| {shape.target}" for shape in shapes() if shape.verb in _PICTURED),
        "```",
        "",
        "## Nodes",
    ]
    for node in ONTOLOGY.nodes:
        lines += ["", f"### {node.label}", "", node.doc + _stated(node.stated), "", *_table(node.properties)]
    lines += ["", "## Edges"]
    for edge in ONTOLOGY.edges:
        lines += ["", f"### {edge.verb}", "", edge.doc + _stated(edge.stated), ""]
        lines += [f"- `{shape}`" for shape in edge.shapes]
        lines += ["", *_table(edge.properties)]
    lines += ["", "## Words"]
    properties = [p for node in ONTOLOGY.nodes for p in node.properties] + [
        p for edge in ONTOLOGY.edges for p in edge.properties
    ]
    words = {p.words for p in properties if p.words}
    for terms in sorted(words, key=lambda w: w.__name__):
        lines += ["", f"### {terms.__name__}", "", (terms.__doc__ or "").strip(), "", "| word | meaning |", "|---|---|"]
        lines += [f"| `{term.value}` | {term.doc} |" for term in terms]
    return "\n".join(lines) + "\n"


_PICTURED = frozenset({
    "CONTAINS", "IMPOSES", "BINDS", "APPLIES_WHEN", "READS", "FULFILLED_BY", "TAKES", "LEADS_TO", "GOES_THROUGH",
    "OPERATED_BY", "SERVED_AT", "HAS_CLOCK", "REQUIRES", "ANSWERS", "FROM", "ISSUED_BY", "IMPORTS",
})  # fmt: skip


def _stated(stated: bool) -> str:
    return " *States law or practice.*" if stated else ""


def _table(properties: tuple[Property, ...]) -> list[str]:
    return [
        "| property | type | meaning |",
        "|---|---|---|",
        *(f"| `{p.key}` | {_type(p)} | {p.doc} |" for p in properties),
    ]


def _type(p: Property) -> str:
    base = (
        p.words.__name__
        if p.words
        else {"str": "text", "int": "number", "bool": "yes or no", "date": "date", "list": "list of texts"}[
            p.python.__name__
        ]
    )
    return base if p.required else f"{base}, or null"


def _present(root: Path) -> Iterator[str]:
    for folder in ("cypher/schema", "cypher/write", "cypher/read/node", "cypher/read/relation"):
        if (root / folder).is_dir():
            yield from (p.relative_to(root).as_posix() for p in (root / folder).rglob("*.cypher"))
