"""The schema: committed, described, and complete beside the ontology."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
)
from strawberry.utils.str_converters import to_camel_case

from api import schema as api_schema
from api.ontological import UNTOLD
from api.schema import printed
from graph.ontology import ONTOLOGY, REVISION_NODE
from graph.relations import RELATIONS

COMMITTED = Path(api_schema.__file__).parent / "schema.graphql"
SCHEMA = build_schema(COMMITTED.read_text(encoding="utf-8"))


def test_the_committed_schema_is_that_of_the_code() -> None:
    assert printed() == COMMITTED.read_text(encoding="utf-8"), "run `guikou render` and review the difference"


def test_everything_is_described() -> None:
    assert sorted(_undescribed(SCHEMA)) == []


def test_every_node_and_property_of_the_ontology_has_a_field() -> None:
    missing = [
        f"{node.label}.{p.key}"
        for node in ONTOLOGY.nodes
        if node is not REVISION_NODE
        for p in node.properties
        if p.key not in UNTOLD and to_camel_case(p.key) not in _fields(node.label)
    ]

    assert missing == []


def test_every_relation_has_a_field_of_its_targets() -> None:
    wrong = [
        f"{relation.name}: {found}"
        for relation in RELATIONS.values()
        if (found := _reached(_fields(relation.source)[to_camel_case(relation.field)])) != _expected(relation.targets)
    ]

    assert wrong == []


def test_every_edge_of_the_ontology_can_be_walked_both_ways() -> None:
    walked = {(relation.tie.verb, relation.source) for relation in RELATIONS.values()}
    # Evidence is asked for from what rests on it; what cites a provision is a matter for a reverse index, not for this graph.
    one_way = {("RESTS_ON", "Evidence"), *(("CITES", label) for label in ("Article", "Clause", "Regulation"))}
    unwalked = [
        (edge.verb, end.label)
        for edge in ONTOLOGY.edges
        for end in (*edge.sources, *edge.targets)
        if (edge.verb, end.label) not in walked | one_way
    ]

    assert unwalked == []


def test_whatever_states_law_or_practice_tells_its_evidence() -> None:
    stated = SCHEMA.get_type("Stated")
    assert isinstance(stated, GraphQLInterfaceType)
    implementing = {kind.name for kind in SCHEMA.get_possible_types(stated)}

    assert implementing == {node.label for node in ONTOLOGY.nodes if node.stated}
    for name in ("Stated", "Tie", "Chain"):
        fields = _fields(name)
        assert str(fields["evidence"].type) == "[Evidence!]!"
        assert str(fields["unverified"].type) == "Boolean!"


def test_every_list_that_can_grow_is_bounded() -> None:
    unbounded = [
        f"{kind.name}.{name}"
        for kind in _objects()
        for name, field in kind.fields.items()
        if get_named_type(field.type).name.endswith("Connection") and not {"first", "after"} <= set(field.args)
    ]

    assert unbounded == []


def _objects() -> Iterator[GraphQLObjectType | GraphQLInterfaceType]:
    for kind in SCHEMA.type_map.values():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not kind.name.startswith("__"):
            yield kind


def _fields(name: str) -> dict[str, GraphQLField]:
    kind = SCHEMA.get_type(name)
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType), name
    return kind.fields


def _reached(field: GraphQLField) -> set[str]:
    """The types of nodes that a field gives, through the page if it is one."""
    kind: GraphQLNamedType = get_named_type(field.type)
    if kind.name.endswith("Connection"):
        kind = get_named_type(_fields(kind.name)["nodes"].type)
    if isinstance(kind, GraphQLUnionType):
        return {one.name for one in kind.types}
    if isinstance(kind, GraphQLInterfaceType):
        return {one.name for one in SCHEMA.get_possible_types(kind)}
    return {kind.name}


def _expected(targets: tuple[str, ...]) -> set[str]:
    """A union may be wider than the relation: an importing provision is never an instrument."""
    return {"Article", "Clause", "Regulation"} if set(targets) == {"Article", "Clause"} else set(targets)


def _undescribed(schema: GraphQLSchema) -> Iterator[str]:
    for kind in schema.type_map.values():
        if kind.name.startswith("__") or kind.name in ("String", "Int", "Boolean", "ID", "Float"):
            continue
        if not kind.description:
            yield kind.name
        if isinstance(kind, GraphQLEnumType):
            yield from (f"{kind.name}.{name}" for name, value in kind.values.items() if not value.description)
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in kind.fields.items():
                if not field.description:
                    yield f"{kind.name}.{name}"
                yield from (f"{kind.name}.{name}({arg})" for arg, given in field.args.items() if not given.description)
