"""Every rule that rows keep before a store sees them: one test a rule, with the message a maintainer reads."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date, datetime

import pytest

from graph.errors import UsedWrongly
from graph.knowledge import EdgeRow, Knowledge
from graph.model import EdgeShape, Row
from graph.ontology import ONTOLOGY
from graph.validate import offences, refuse_unsound

FILE = "cn.ob.algo-2021.file"
ALGO = "cn.algo-2021"
IMPOSES = EdgeShape("Article", "IMPOSES", "Obligation")
LEADS_TO = EdgeShape("Route", "LEADS_TO", "Authority")


@pytest.fixture
def graph(sample: Knowledge) -> Knowledge:
    """The sample, free to be spoilt."""
    return copy.deepcopy(sample)


def node(graph: Knowledge, identifier: str) -> Row:
    return next(row for rows in graph.nodes.values() for row in rows if row["id"] == identifier)


def edge(graph: Knowledge, shape: EdgeShape, source: str) -> EdgeRow:
    return next(row for row in graph.edges[shape] if row.source == source)


def said(graph: Knowledge) -> list[str]:
    return [str(offence) for offence in offences(graph)]


NEVER = "so it would never hold (valid_to is the first day after)."


# ---------------------------------------------------------------- the sample itself


def test_the_sample_breaks_no_rule(sample: Knowledge) -> None:
    assert said(sample) == []


def test_the_sample_has_a_node_of_every_label_and_an_edge_of_every_shape(sample: Knowledge) -> None:
    labels = {node.label for node in ONTOLOGY.nodes} - {"Revision"}
    shapes = {shape for edge in ONTOLOGY.edges for shape in edge.shapes}

    assert {label for label, rows in sample.nodes.items() if rows} == labels
    assert {shape for shape, rows in sample.edges.items() if rows} == shapes


def test_the_sample_has_a_value_for_every_property(sample: Knowledge) -> None:
    nodes = {
        (label, key) for label, rows in sample.nodes.items() for row in rows for key in row if row[key] is not None
    }
    edges = {
        (shape.verb, key)
        for shape, rows in sample.edges.items()
        for row in rows
        for key in row.properties
        if row.properties[key] is not None
    }

    missing = [f"{n.label}.{p.key}" for n in ONTOLOGY.nodes for p in n.properties if (n.label, p.key) not in nodes]
    missing += [f"{e.verb}.{p.key}" for e in ONTOLOGY.edges for p in e.properties if (e.verb, p.key) not in edges]

    assert [name for name in missing if not name.startswith("Revision.") and not name.endswith(".revision")] == []


# ---------------------------------------------------------------- labels, shapes, properties


def test_an_unknown_label_is_named_once(graph: Knowledge) -> None:
    spoilt = replace(graph, nodes={**graph.nodes, "Regulaton": [{"id": "x"}, {"id": "y"}]})

    assert said(spoilt) == [
        "Regulaton: no such label in the ontology. Declare it in graph/ontology.py, or correct the label."
    ]


def test_the_revision_node_is_left_to_the_store(graph: Knowledge) -> None:
    spoilt = replace(graph, nodes={**graph.nodes, "Revision": [{"id": "x"}]})

    assert said(spoilt) == ["Revision: the store writes this node itself when it publishes: leave it out."]


def test_an_unknown_verb_is_named(graph: Knowledge) -> None:
    spoilt = replace(graph, edges={**graph.edges, EdgeShape("Route", "LEADS", "Authority"): []})

    assert said(spoilt) == ["(:Route)-[:LEADS]->(:Authority): no such shape in the ontology (no such verb)."]


def test_a_verb_between_the_wrong_labels_is_told_what_it_ties(graph: Knowledge) -> None:
    spoilt = replace(graph, edges={**graph.edges, EdgeShape("Authority", "LEADS_TO", "Route"): []})

    assert said(spoilt) == [
        "(:Authority)-[:LEADS_TO]->(:Route): no such shape in the ontology (the verb ties (:Route)-[:LEADS_TO]->(:Authority))."
    ]


def test_an_unknown_property_is_an_offence(graph: Knowledge) -> None:
    node(graph, FILE)["colour"] = "red"
    edge(graph, IMPOSES, f"{ALGO}.art-24").properties["colour"] = "red"

    assert said(graph) == [
        f"({ALGO}.art-24)-[:IMPOSES]->({FILE}): colour: no such property.",
        f"Obligation {FILE}: colour: no such property.",
    ]


def test_a_missing_property_is_an_offence_even_where_null_would_do(graph: Knowledge) -> None:
    del node(graph, FILE)["provision"]

    assert said(graph) == [
        f"Obligation {FILE}: provision: missing; every property is given, null where it is not known."
    ]


def test_the_revision_property_is_left_to_the_store(graph: Knowledge) -> None:
    node(graph, FILE)["revision"] = "abc"

    assert said(graph) == [f"Obligation {FILE}: revision: set when the graph is published: leave it out."]


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("gist_en", None, "gist_en: required, but null."),
        ("gist_en", "", "gist_en: is empty; what is not known is null."),
        ("gist_en", " \n", "gist_en: is empty; what is not known is null."),
        ("gist_en", 7, "gist_en: 7 (int) is not a text."),
        (
            "gist_en",
            "a\ud800",
            "gist_en: 'a\\ud800' (str) holds half a character (a lone surrogate) that no store can keep.",
        ),
        ("provision", "", "provision: is empty; what is not known is null."),
        ("binding", 1, "binding: 1 (int) is not a yes or no."),
        ("binding", None, "binding: required, but null."),
        ("checked", "2026-11-20", "checked: '2026-11-20' (str) is not a date."),
        ("checked", datetime(2026, 11, 20), "checked: datetime.datetime(2026, 11, 20, 0, 0) (datetime) is not a date."),
        ("modality", "shall", "modality: 'shall' (str) is none of the words must, must-not, may."),
        ("dossier", None, "dossier: required, but null."),
        ("dossier", ("a",), "dossier: ('a',) (tuple) is not a list of texts."),
        ("dossier", ["a", None], "dossier: entry 2 is None (NoneType), but every entry is a text."),
        ("dossier", ["a", 1], "dossier: entry 2 is 1 (int), but every entry is a text."),
        ("dossier", ["", "b"], "dossier: entry 1 is empty; what is not known is null."),
    ],
)
def test_a_value_that_does_not_fit_is_an_offence(graph: Knowledge, key: str, value: object, what: str) -> None:
    node(graph, FILE)[key] = value  # type: ignore[assignment]

    assert said(graph) == [f"Obligation {FILE}: {what}"]


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (True, "n: True (bool) is not a number."),
        (10.0, "n: 10.0 (float) is not a number."),
        (2**63, "n: 9223372036854775808 does not fit into 64 bits."),
    ],
)
def test_a_truth_value_or_a_fraction_is_no_number(graph: Knowledge, value: object, what: str) -> None:
    node(graph, "cn.clock.algorithm-filing")["n"] = value  # type: ignore[assignment]

    assert said(graph) == [f"Deadline cn.clock.algorithm-filing: {what}"]


def test_null_is_no_offence_where_it_is_allowed(graph: Knowledge) -> None:
    node(graph, FILE)["provision"] = None
    node(graph, "cn.clock.algorithm-filing")["unit"] = None

    assert said(graph) == []


def test_validity_must_end_after_it_begins(graph: Knowledge) -> None:
    node(graph, FILE).update(valid_from=date(2022, 3, 1), valid_to=date(2022, 3, 1))
    edge(graph, IMPOSES, f"{ALGO}.art-24").properties.update(valid_from=date(2022, 3, 2), valid_to=date(2022, 3, 1))

    assert said(graph) == [
        f"({ALGO}.art-24)-[:IMPOSES]->({FILE}): valid_to: 2022-03-01 is not after valid_from 2022-03-02, {NEVER}",
        f"Obligation {FILE}: valid_to: 2022-03-01 is not after valid_from 2022-03-01, {NEVER}",
    ]


def test_the_day_of_the_check_is_a_date(graph: Knowledge) -> None:
    spoilt = replace(graph, checked_through=datetime(2026, 1, 1))

    assert said(spoilt) == ["Knowledge: checked_through: datetime.datetime(2026, 1, 1, 0, 0) (datetime) is not a date."]


# ---------------------------------------------------------------- identity


@pytest.mark.parametrize("identifier", [None, 7, ""])
def test_a_node_without_an_identifier_is_named_by_its_place(graph: Knowledge, identifier: object) -> None:
    row: Row = {**node(graph, "src.note"), "id": identifier}  # type: ignore[dict-item]
    spoilt = replace(graph, nodes={**graph.nodes, "Source": [*graph.nodes["Source"], row]})

    assert [line.partition(":")[0] for line in said(spoilt)] == ["Source (row 3)"]


def test_an_identifier_names_one_node_of_the_whole_graph(graph: Knowledge) -> None:
    row: Row = {**node(graph, "src.note"), "id": "fact.public-opinion"}
    spoilt = replace(graph, nodes={**graph.nodes, "Source": [*graph.nodes["Source"], row]})

    assert said(spoilt) == [
        "ProfileFact fact.public-opinion: id: used 2 times (ProfileFact, Source); an identifier names one node of the whole graph."
    ]


def test_an_edge_ends_at_nodes_that_are_there_with_that_label(graph: Knowledge) -> None:
    graph.edges[LEADS_TO].append(
        EdgeRow("cn.nowhere", FILE, edge(graph, LEADS_TO, "cn.route.algorithm-filing.cac").properties)
    )  # type: ignore[attr-defined]

    assert said(graph) == [
        f"(cn.nowhere)-[:LEADS_TO]->({FILE}): source: 'cn.nowhere' (str) is no Route; there is no such node.",
        f"(cn.nowhere)-[:LEADS_TO]->({FILE}): target: '{FILE}' (str) is no Authority; it is a node of Obligation.",
    ]


def test_two_edges_of_a_type_between_the_same_nodes_are_an_offence(graph: Knowledge) -> None:
    graph.edges[LEADS_TO].append(edge(graph, LEADS_TO, "cn.route.algorithm-filing.cac"))  # type: ignore[attr-defined]

    assert said(graph) == [
        "(cn.route.algorithm-filing.cac)-[:LEADS_TO]->(cn.cac): stands 2 times between the same two nodes; only one would be kept."
    ]


# ---------------------------------------------------------------- evidence


def test_what_states_law_rests_on_evidence(graph: Knowledge) -> None:
    rests_on = EdgeShape("Obligation", "RESTS_ON", "Evidence")
    spoilt = replace(graph, edges={**graph.edges, rests_on: [e for e in graph.edges[rests_on] if e.source != FILE]})

    assert said(spoilt) == [
        f"Obligation {FILE}: rests on nothing: what states law or practice needs a RESTS_ON edge to its evidence."
    ]


def test_a_stated_edge_names_evidence_that_is_there(graph: Knowledge) -> None:
    edge(graph, LEADS_TO, "cn.route.algorithm-filing.cac").properties["evidence"] = []
    edge(graph, LEADS_TO, "cn.route.assessment-2018.mps").properties["evidence"] = ["ev.algo.24", "ev.gone", FILE]

    assert said(graph) == [
        "(cn.route.algorithm-filing.cac)-[:LEADS_TO]->(cn.cac): evidence: empty, but what states law or practice must rest on evidence.",
        f"(cn.route.assessment-2018.mps)-[:LEADS_TO]->(cn.mps): evidence: '{FILE}' (str) is no Evidence.",
        "(cn.route.assessment-2018.mps)-[:LEADS_TO]->(cn.mps): evidence: 'ev.gone' (str) is no Evidence.",
    ]


# ---------------------------------------------------------------- together


def test_all_offences_are_told_at_once_and_name_their_nodes(graph: Knowledge) -> None:
    node(graph, FILE)["gist_en"] = None
    node(graph, ALGO)["kind"] = "edict"

    found = offences(graph)

    assert [offence.ids for offence in found] == [(FILE,), (ALGO,)]
    with pytest.raises(UsedWrongly) as caught:
        refuse_unsound(graph)
    assert str(caught.value).splitlines() == [
        "The graph breaks its ontology, so nothing was written:",
        f"Obligation {FILE}: gist_en: required, but null.",
        str(found[1]),
    ]
