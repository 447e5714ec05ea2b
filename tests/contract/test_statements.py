"""Every named statement, found where it stands: its header is complete, it keeps to the portable subset, it draws no
warning from Neo4j, and both stores give the same rows, order and types for parameters that its header describes.

A statement that is added to ``cypher/`` is tested from then on. Its parameters are described in the words of ``_KINDS``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kglite
import pytest

import cypher
from graph import vocabulary
from graph.backends.writes import schema
from graph.knowledge import Knowledge
from graph.model import RESERVED
from graph.ontology import ONTOLOGY
from graph.statements import Statement, statement
from graph.store import Store
from graph.vocabulary import Basis, Term

if TYPE_CHECKING:
    import neo4j

ROOT = Path(cypher.__path__[0])


def named(folder: str) -> list[str]:
    """The names of the statements below ``cypher/<folder>``."""
    paths = sorted((ROOT / folder).rglob("*.cypher"))
    return [path.relative_to(ROOT).with_suffix("").as_posix() for path in paths]


READS = named("read")


# ---------------------------------------------------------------- headers


@pytest.mark.parametrize("name", [*READS, *named("write"), *named("neo4j")])
def test_a_header_says_what_is_asked_given_and_told(name: str) -> None:
    lines = (ROOT / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if re.match(r"// (Question|Parameters|Columns):", line)]

    assert [line[: len("// Parameters: ")] for line in header] == [
        "// Question:   ",
        "// Parameters: ",
        "// Columns:    ",
    ]
    assert all(len(line) > len("// Parameters: ") for line in header)


@pytest.mark.parametrize("name", [*READS, *named("write"), *named("neo4j")])
def test_the_parameters_of_the_header_are_those_of_the_text(name: str) -> None:
    found = statement(name)

    assert sorted(set(re.findall(r"\$(\w+)", bare(found.text)))) == sorted(found.parameters)


@pytest.mark.parametrize("name", READS)
def test_the_columns_of_the_header_are_those_of_the_embedded_store(
    name: str, embedded_sample: Store, sample: Knowledge
) -> None:
    found = statement(name)
    file = next(Path(embedded_sample.address.removeprefix("embedded:")).glob("graph-*.kgl"))

    result = kglite.open_session(str(file)).cypher(
        found.text, params=widest(found, sample), timeout_ms=5_000, row_limit=10
    )

    assert tuple(result.columns) == found.columns


@pytest.mark.docker
@pytest.mark.parametrize("name", READS)
def test_neo4j_gives_the_columns_of_the_header_and_no_notification(
    name: str, neo4j_sample: Store, neo4j_driver: neo4j.Driver, sample: Knowledge
) -> None:
    found = statement(name)

    with neo4j_driver.session(default_access_mode="READ") as session:
        result = session.run(found.text, widest(found, sample))
        columns = tuple(result.keys())
        summary = result.consume()

    assert columns == found.columns
    assert notifications(summary) == []


@pytest.mark.docker
@pytest.mark.parametrize("name", [*named("write"), *named("neo4j")])
def test_neo4j_plans_every_other_statement_without_a_notification(
    name: str, neo4j_sample: Store, neo4j_driver: neo4j.Driver
) -> None:
    found = statement(name)
    parameters: dict[str, Any] = {"rows": [], "revision": "", "turn": ""}

    with neo4j_driver.session() as session:
        summary = session.run(f"EXPLAIN {found.text}", {name: parameters[name] for name in found.parameters}).consume()

    assert notifications(summary) == []


@pytest.mark.docker
def test_the_schema_can_be_declared_again(neo4j_sample: Store, neo4j_driver: neo4j.Driver) -> None:
    with neo4j_driver.session() as session:
        for part in schema():
            assert notifications(session.run(part.text).consume()) == []


def notifications(summary: neo4j.ResultSummary) -> list[str]:
    """What Neo4j has to say, but for the news that a schema statement had no effect."""
    return [
        f"{status.gql_status} {status.status_description}"
        for status in summary.gql_status_objects
        if status.is_notification and status.raw_classification != "SCHEMA"
    ]


# ---------------------------------------------------------------- the same answer from both


@pytest.mark.docker
@pytest.mark.parametrize("name", READS)
def test_both_stores_give_the_same_rows_order_and_types(
    name: str, embedded_sample: Store, neo4j_sample: Store, sample: Knowledge
) -> None:
    found = statement(name)

    for parameters in described(found, sample):
        embedded = typed(embedded_sample.read(found, parameters))
        server = typed(neo4j_sample.read(found, parameters))

        assert embedded == server, parameters


@pytest.mark.parametrize("name", READS)
def test_a_statement_finds_something_in_the_sample(name: str, embedded_sample: Store, sample: Knowledge) -> None:
    found = statement(name)

    assert any(embedded_sample.read(found, parameters) for parameters in described(found, sample))


@pytest.mark.parametrize("name", READS)
def test_the_order_of_rows_is_total(name: str, embedded_sample: Store, sample: Knowledge) -> None:
    found = statement(name)
    by = re.findall(r"\bORDER BY\b([^;]*?)(?:\bLIMIT\b|\bSKIP\b|$)", bare(found.text))[-1:]
    ordered = [column for part in by for column in re.findall(r"\w+(?:\.\w+)?", part) if column in found.columns]

    rows = embedded_sample.read(found, widest(found, sample))

    tied = Counter(str([row[column] for column in ordered]) for row in {str(row): row for row in rows}.values())
    assert [key for key, times in tied.items() if times > 1] == [], f"different rows with the same {', '.join(ordered)}"


def typed(value: object) -> object:
    """The value with the type of every part: 1, 1.0 and True are equal in Python, but not the same answer."""
    if isinstance(value, list):
        return [typed(part) for part in value]
    if isinstance(value, dict):
        return [(key, typed(part)) for key, part in value.items()]
    return (type(value).__name__, value)


# ---------------------------------------------------------------- the portable subset


@pytest.mark.parametrize("name", READS)
def test_a_read_statement_keeps_to_the_portable_subset(name: str) -> None:
    assert list(unportable(statement(name).text)) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("/* x */ MATCH (n:Site) RETURN n.id AS id ORDER BY id", "a comment that is not //"),
        ("MATCH (n:Site) RETURN n {.*} AS n ORDER BY n", "{.*}"),
        ("MATCH (n:Site) RETURN properties(n) AS p ORDER BY p", "properties()"),
        ("MATCH (n:Site) RETURN keys(n) AS k ORDER BY k", "keys()"),
        ("CALL db.labels() YIELD label RETURN label ORDER BY label", "CALL of a procedure"),
        ("MATCH (n:Site) CALL { WITH n RETURN 1 AS x } RETURN x ORDER BY x", "CALL { WITH … }: write CALL (n) { … }"),
        ("MATCH (n:Site) RETURN COLLECT { MATCH (m:Site) RETURN m.id } AS x ORDER BY x", "COLLECT {}"),
        ("MATCH p = SHORTEST 1 (a:Site)-[:X]->(b:Site) RETURN a.id AS id ORDER BY id", "SHORTEST"),
        ("MATCH (a:Site)-[:ABOUT*]->(b:Site) RETURN a.id AS id ORDER BY id", "a variable length without an upper bound"),
        ("MATCH (a:Site)-[:ABOUT*2..]->(b:Site) RETURN a.id AS id ORDER BY id", "a variable length without an upper bound"),
        ("MATCH (a:Site)-[e]->(b:Site) RETURN a.id AS id ORDER BY id", "an edge without a verb"),
        ("MATCH (a:Site)-->(b:Site) RETURN a.id AS id ORDER BY id", "an edge without a verb"),
        ("MATCH (n) RETURN n.id AS id ORDER BY id", "a MATCH without a label, which reads whatever the database holds"),
        ("MATCH (a:Site), (b:Site) RETURN a.id AS id ORDER BY id", "a comma in MATCH: write two"),
        ("MATCH (n:Site) RETURN n.title AS t ORDER BY t", "a property called title"),
        ("MATCH (n:Site)-[e:ABOUT]->(m:Site) RETURN e.type AS t ORDER BY t", "a property called type"),
        ("MATCH (n:Site) RETURN n.id AS 名 ORDER BY 名", "a name that is not ASCII"),
        ("MATCH (n:Site) RETURN n.id AS id", "rows without an order"),
        ("match (n:Site) RETURN n.id AS id ORDER BY id", "a clause in small letters: match"),
        ("MATCH (n:Sight) RETURN n.id AS id ORDER BY id", "Sight, which is in no ontology"),
        ("MATCH (n:Site) SET n.url = 'x' RETURN n.id AS id ORDER BY id", "SET, which writes"),
        ("LOAD CSV FROM 'file:///x' AS l RETURN l ORDER BY l", "LOAD CSV"),
    ],
)  # fmt: skip
def test_what_is_not_portable_is_named(text: str, what: str) -> None:
    assert what in list(unportable(text))


def unportable(text: str) -> Iterator[str]:
    """What in a read statement one of the engines refuses, answers otherwise, or warns of."""
    if "/*" in text:
        yield "a comment that is not //"
    text = bare(text)
    for pattern, what in _UNPORTABLE.items():
        if re.search(pattern, text):
            yield what
    for word in _CLAUSES:
        for found in re.findall(rf"(?<![.:$\w]){word}\b", text, re.IGNORECASE):
            if found != word:
                yield f"a clause in small letters: {found}"
    for key in sorted(RESERVED):
        if re.search(rf"\w\.{key}\b", text):
            yield f"a property called {key}"
    for path in re.findall(rf"\bMATCH\b(.*?)(?=\b(?:{'|'.join(_CLAUSES)})\b|\}}|$)", text, re.DOTALL):
        if not re.search(r"\(\w*:", path) and not _bound(path, text):
            yield "a MATCH without a label, which reads whatever the database holds"
        if re.search(r"\)\s*,\s*\(", path):
            yield "a comma in MATCH: write two"
    known = {node.label for node in ONTOLOGY.nodes} | {edge.verb for edge in ONTOLOGY.edges}
    for name in re.findall(r"(?<=[(\[\w]):([A-Z]\w*)|\|:?([A-Z]\w*)", text):
        if (used := name[0] or name[1]) not in known:
            yield f"{used}, which is in no ontology"
    if not text.isascii():
        yield "a name that is not ASCII"
    last = text[text.rindex("RETURN") :] if "RETURN" in text else ""
    if "ORDER BY" not in last and not _one_row(last):
        yield "rows without an order"


def bare(text: str) -> str:
    """The text without comments, and with empty strings."""
    return re.sub(r"//.*|'[^']*'|\"[^\"]*\"", lambda found: "" if found[0].startswith("//") else "''", text)


def _bound(path: str, text: str) -> bool:
    """Whether some node of the path has its label elsewhere in the statement."""
    return any(re.search(rf"\(?\b{name}:\w", text) for name in re.findall(r"\((\w+)\)", path))


def _one_row(returned: str) -> bool:
    """Whether every column is an aggregate, so that there is one row."""
    columns = [column for column in re.split(r",(?![^({\[]*[)}\]])", returned.removeprefix("RETURN")) if column.strip()]
    return bool(columns) and all(re.match(r"\s*(count|collect|min|max|sum)\(", column) for column in columns)


_CLAUSES = ("MATCH", "OPTIONAL", "WHERE", "WITH", "UNWIND", "RETURN", "ORDER", "LIMIT", "SKIP", "UNION", "CALL")
_UNPORTABLE = {
    r"\{\s*\.\*": "{.*}",
    r"\bproperties\(": "properties()",
    r"\bkeys\(": "keys()",
    r"\bCALL\s+[a-z]": "CALL of a procedure",
    r"\bCALL\s*\{": "CALL { WITH … }: write CALL (n) { … }",
    r"\bCOLLECT\s*\{": "COLLECT {}",
    r"\bSHORTEST\b|\bshortestPath\b": "SHORTEST",
    r"\*(?!\s*\d+\s*[\]\s{])(?!\s*\d*\s*\.\.\s*\d)[^\]\n]*\]": "a variable length without an upper bound",
    r"\[\s*\w*\s*\]\s*-|--[>(]|<--|-\[\s*\w*\s*\*": "an edge without a verb",
    r"\b(?:elementId|id)\(": "id()",
    r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE|FOREACH)\b": "SET, which writes",
    r"\bLOAD\s+CSV\b": "LOAD CSV",
    r"\bapoc\.": "APOC",
}


# ---------------------------------------------------------------- parameters as headers describe them


def widest(found: Statement, sample: Knowledge) -> dict[str, Any]:
    """Parameters that let most rows through: null where that is allowed, else everything."""
    return next(described(found, sample))


def described(found: Statement, sample: Knowledge) -> Iterator[dict[str, Any]]:
    """Sets of parameters of the kinds that the header describes: the widest, then each parameter varied in turn."""
    header = next(line for line in found.text.splitlines() if line.startswith("// Parameters:"))
    kinds = dict(re.findall(r"(\w+) \(([^)]*)\)", header))
    assert sorted(kinds) == sorted(found.parameters), (
        f"{found.name}: describe each parameter, as in `ids (list of text)`"
    )
    values = {name: _values(f"{name} {kind}", sample) for name, kind in kinds.items()}
    first = {name: options[0] for name, options in values.items()}
    yield first
    for name, options in values.items():
        for value in options[1:]:
            yield {**first, name: value}


def _values(kind: str, sample: Knowledge) -> list[Any]:
    """Values of that kind, the widest first; ``kind`` is the name of the parameter and its description."""
    ids = sorted([sample.revision, *(str(row["id"]) for rows in sample.nodes.values() for row in rows)])
    words = sorted({term.value for terms in vars(vocabulary).values() if _is_words(terms) for term in terms})
    texts = sorted(
        value for rows in sample.nodes.values() for row in rows for value in row.values() if type(value) is str
    )
    days = sorted(
        {value for rows in sample.nodes.values() for row in rows for value in row.values() if type(value) is date}
    )
    choices: dict[str, list[Any]] = {
        r"^bases .*list": [[basis.value for basis in Basis], ["practice"], []],
        r"list of .*\bids\b|^ids list": [ids, [], ["cn.nothing"], ids[:1]],
        r"list of": [words, [], words[:1]],
        r"\bdate\b": [days[-1], *days[:-1]],
        r"\bwhether\b|\byes\b": [True, False],
        r"\bnumber\b": [100, 1, 0],
        r"\bid\b": ids,
        r"\btext\b": texts,
    }
    found = next((values for pattern, values in choices.items() if re.search(pattern, kind)), None)
    assert found is not None, (
        f"({kind}) describes no parameter. Write one of: list of …, date, whether …, number, id, text"
    )
    return [None, *found] if "null" in kind else found


def _is_words(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Term) and value is not Term
