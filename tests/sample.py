"""A small graph, made by hand, that has a node of every label, an edge of every shape and a value of every property.

It tells one true story in small: article 24 of the algorithm-recommendation provisions, and how its filing goes to the
CAC by a platform. Around it stand neighbours, so that every shape of the ontology occurs; ``_completed`` ties what the
story leaves untied. The ``sample`` fixture gives it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.knowledge import EdgeRow, Knowledge
from graph.model import ID, REVISION, EdgeShape, Property, Row, Value
from graph.ontology import ONTOLOGY

CHECKED = date(2026, 11, 20)


def sample() -> Knowledge:
    """The graph, made anew."""
    nodes = {label: [_row(label, given) for given in rows] for label, rows in _NODES.items()}
    edges: dict[EdgeShape, list[EdgeRow]] = {}
    for source, verb, target, given in _EDGES:
        shape = EdgeShape(_label(source), verb, _label(target))
        edges.setdefault(shape, []).append(EdgeRow(source, target, _edge(verb, given)))
    for shape, row in _completed(nodes, edges):
        edges.setdefault(shape, []).append(row)
    return Knowledge(nodes, edges, CHECKED)


_Given = dict[str, Value]

_NODES: dict[str, list[_Given]] = {
    "Source": [
        {"id": "src.cac-2022", "what_en": "The provisions as published by the CAC", "place": "cac.gov.cn"},
        {"id": "src.note", "what_en": "A note of practice", "place": "dossier", "url": None, "seen": None},
    ],
    "Evidence": [
        {"id": "ev.algo.24", "locator": "art-24.par-1", "terms": ["十个工作日", "备案系统"], "confidence": "primary"},
        {"id": "ev.note", "locator": None, "terms": [], "fingerprint": None, "confidence": "memory", "note_en": None},
    ],
    "Regulation": [
        {
            "id": "cn.algo-2021",
            "title_zh": "互联网信息服务算法推荐管理规定",
            "title_en": "Algorithm recommendation provisions",
            "aliases": ["算法推荐规定", "Algorithm Provisions"],
            "kind": "departmental-rule",
            "binding": True,
            "status": "in-force",
            "effective": date(2022, 3, 1),
            "valid_from": date(2022, 3, 1),
            "repealed": None,
            "article_count": 35,
        },
        {
            "id": "cn.genai-2023",
            "title_zh": "生成式人工智能服务管理暂行办法",
            "title_en": "Generative AI measures",
            "aliases": [],
            "kind": "departmental-rule",
            "binding": True,
            "status": "in-force",
            "effective": date(2023, 8, 15),
            "valid_from": date(2023, 8, 15),
            "number": None,
            "article_count": 24,
        },
        {
            "id": "cn.old-2011",
            "title_zh": "旧规定",
            "title_en": "An old rule",
            "kind": "draft",
            "binding": False,
            "status": "repealed",
            "valid_from": date(2011, 1, 1),
            "valid_to": date(2022, 3, 1),
            "repealed": date(2022, 3, 1),
        },
    ],
    "Article": [
        {"id": "cn.algo-2021.art-24", "number": "24", "position": 24, "chapter": 4, "kind": "obligation",
         "gist_zh": "备案义务", "gist_en": "Filing", "valid_from": date(2022, 3, 1), "valid_to": None},
        {"id": "cn.algo-2021.art-31", "number": "31", "position": 31, "chapter": None, "kind": "penalty",
         "gist_zh": "罚则", "gist_en": "Penalty", "valid_from": date(2022, 3, 1)},
        {"id": "cn.genai-2023.art-17", "number": "17", "position": 17, "kind": "obligation",
         "gist_zh": "安全评估和备案", "gist_en": "Assessment and filing", "valid_from": date(2023, 8, 15)},
    ],
    "Clause": [
        {"id": "cn.algo-2021.art-24.par-1", "paragraph": 1, "item": None},
        {"id": "cn.genai-2023.art-17.par-1", "paragraph": 1, "item": 2},
    ],
    "Authority": [
        {"id": "cn.cac", "name_zh": "国家互联网信息办公室", "name_en": "Cyberspace Administration of China", "kind": "body",
         "level": "national", "system": "cyberspace", "valid_from": None},
        {"id": "cn.cac.provincial", "name_zh": "省级网信办", "name_en": "Provincial CACs", "kind": "tier",
         "level": "provincial", "system": "cyberspace", "url": None, "valid_from": None},
        {"id": "cn.mps", "name_zh": "公安部", "name_en": "Ministry of Public Security", "kind": "body",
         "level": "national", "system": "public-security"},
    ],
    "Role": [{"id": "provider.algorithm", "name_zh": "算法推荐服务提供者", "name_en": "Provider", "kind": "provider"}],
    "Platform": [{"id": "cn.cac.algorithm-platform", "name_zh": "互联网信息服务算法备案系统",
                  "name_en": "Algorithm filing system"}],
    "Site": [{"id": "beian.cac.gov.cn", "url": "https://beian.cac.gov.cn", "valid_from": date(2022, 3, 1)}],
    "Obligation": [
        {"id": "cn.ob.algo-2021.file", "gist_zh": "备案", "gist_en": "File the algorithm", "norm": "duty",
         "modality": "must", "kind": "filing", "binding": True, "to_authority": True, "valid_from": date(2022, 3, 1),
         "provision": "cn.algo-2021.art-24.par-1", "valid_to": None},
        {"id": "cn.ob.algo-2021.keep-logs", "gist_zh": "留存日志", "gist_en": "Keep logs", "norm": "duty",
         "modality": "must", "kind": "records", "binding": True, "to_authority": False, "valid_from": date(2022, 3, 1),
         "provision": None},
        {"id": "cn.ob.genai-2023.assess", "gist_zh": "安全评估", "gist_en": "Assess security", "norm": "duty",
         "modality": "must", "kind": "assessment", "binding": True, "to_authority": True,
         "provision": "cn.genai-2023.art-17.par-1", "valid_from": date(2023, 8, 15)},
    ],
    "Trigger": [{"id": "trigger.public-opinion", "gist_zh": "具有舆论属性", "gist_en": "Public opinion", "kind": "state",
                 "predicate": '"fact.public-opinion"'}],
    "ProfileFact": [{"id": "fact.public-opinion", "kind": "boolean", "question_zh": "是否具有舆论属性?",
                     "question_en": "Can it shape public opinion?"}],
    "Procedure": [
        {"id": "cn.proc.algorithm-filing", "name_zh": "算法备案", "name_en": "Algorithm filing", "kind": "filing"},
        {"id": "cn.proc.assessment-2018", "name_zh": "安全评估", "name_en": "Security assessment", "kind": "assessment"},
    ],
    "Route": [
        {"id": "cn.route.algorithm-filing.cac", "kind": "platform", "reason": None, "role": "receives"},
        {"id": "cn.route.assessment-2018.mps", "kind": "open", "reason": "platform-not-named", "role": "receives"},
    ],
    "Deadline": [{"id": "cn.clock.algorithm-filing", "kind": "within", "n": 10, "unit": "working-day", "binds": "filer"}],
    "Document": [{"id": "doc.self-assessment", "name_zh": "算法自评估报告", "name_en": "Self-assessment report",
                  "kind": "paper"},
                 {"id": "doc.number", "name_zh": "备案编号", "name_en": "Filing number", "kind": "number"}],
    "Question": [{"id": "q.public-opinion", "kind": "contested-notion", "point_zh": "何为舆论属性",
                  "point_en": "What shapes public opinion"},
                 {"id": "q.wrapped-api", "kind": "doubtful-wording", "point_zh": "调用接口", "point_en": "Wrapped API"}],
    "Reading": [{"id": "reading.broad", "gist_zh": "从宽理解", "gist_en": "Read broadly", "held_by_en": "Authorities",
                 "taken": True, "basis": "practice", "confidence": "secondary"}],
    "Event": [{"id": "event.batch-1", "kind": "filing-list", "happened": date(2022, 8, 12), "precision": "day",
               "gist_zh": "首批备案清单", "gist_en": "First list", "basis": "practice"},
              {"id": "event.move", "kind": "platform-move", "happened": date(2023, 1, 1), "precision": "year",
               "gist_zh": "平台迁移", "gist_en": "A platform moved", "batch": None, "count": None, "basis": "practice"}],
}  # fmt: skip

_EDGES: list[tuple[str, str, str, _Given]] = [
    ("cn.algo-2021", "ISSUED_BY", "cn.cac", {"valid_from": date(2022, 3, 1)}),
    ("cn.algo-2021", "SUPERSEDES", "cn.old-2011", {"valid_from": date(2022, 3, 1)}),
    ("cn.algo-2021", "CONTAINS", "cn.algo-2021.art-24", {}),
    ("cn.algo-2021", "CONTAINS", "cn.algo-2021.art-31", {}),
    ("cn.genai-2023", "CONTAINS", "cn.genai-2023.art-17", {}),
    ("cn.algo-2021.art-24", "HAS_CLAUSE", "cn.algo-2021.art-24.par-1", {}),
    ("cn.genai-2023.art-17", "HAS_CLAUSE", "cn.genai-2023.art-17.par-1", {}),
    ("cn.genai-2023.art-17.par-1", "IMPORTS", "cn.algo-2021.art-24.par-1", {"what_en": "door and clock"}),
    ("cn.algo-2021.art-24", "IMPOSES", "cn.ob.algo-2021.file", {"valid_from": date(2022, 3, 1), "valid_to": None}),
    ("cn.algo-2021.art-24", "IMPOSES", "cn.ob.algo-2021.keep-logs", {}),
    ("cn.genai-2023.art-17", "IMPOSES", "cn.ob.genai-2023.assess", {"valid_from": date(2023, 8, 15)}),
    ("cn.ob.algo-2021.file", "BINDS", "provider.algorithm", {}),
    ("cn.ob.algo-2021.keep-logs", "BINDS", "provider.algorithm", {}),
    ("cn.ob.algo-2021.file", "APPLIES_WHEN", "trigger.public-opinion", {}),
    ("cn.ob.algo-2021.file", "FULFILLED_BY", "cn.proc.algorithm-filing", {"imported_from": None}),
    ("cn.ob.genai-2023.assess", "FULFILLED_BY", "cn.proc.assessment-2018", {}),
    ("cn.proc.algorithm-filing", "TAKES", "cn.route.algorithm-filing.cac", {}),
    ("cn.proc.assessment-2018", "TAKES", "cn.route.assessment-2018.mps", {}),
    ("cn.route.algorithm-filing.cac", "LEADS_TO", "cn.cac", {"valid_to": None}),
    ("cn.route.assessment-2018.mps", "LEADS_TO", "cn.mps", {}),
    ("cn.route.algorithm-filing.cac", "GOES_THROUGH", "cn.cac.algorithm-platform", {}),
    ("cn.cac.algorithm-platform", "OPERATED_BY", "cn.cac", {}),
    ("cn.cac.algorithm-platform", "SERVED_AT", "beian.cac.gov.cn", {}),
    ("cn.proc.algorithm-filing", "HAS_CLOCK", "cn.clock.algorithm-filing", {}),
    ("cn.proc.algorithm-filing", "REQUIRES", "doc.self-assessment", {"position": 1, "to_en": None}),
    ("cn.proc.algorithm-filing", "REQUIRES", "doc.number", {"position": 2, "open_list": True}),
    ("cn.cac.provincial", "UNDER", "cn.cac", {}),
    ("reading.broad", "ANSWERS", "q.public-opinion", {}),
    ("ev.algo.24", "FROM", "src.cac-2022", {}),
    ("ev.note", "FROM", "src.note", {}),
    ("ev.algo.24", "CITES", "cn.algo-2021.art-24.par-1", {}),
    *((row["id"], "RESTS_ON", "ev.algo.24", {})
      for label, rows in _NODES.items() if ONTOLOGY.node(label).stated for row in rows),
    ("reading.broad", "RESTS_ON", "ev.note", {}),
]  # fmt: skip


def _label(identifier: str) -> str:
    return next(label for label, rows in _NODES.items() if any(row["id"] == identifier for row in rows))


def _row(label: str, given: _Given) -> Row:
    return _filled(ONTOLOGY.node(label).properties, given)


def _edge(verb: str, given: _Given) -> Row:
    return _filled(ONTOLOGY.edge(verb).properties, given)


def _filled(properties: tuple[Property, ...], given: _Given) -> Row:
    """What is given, and for every other property a value of its type."""
    declared = {p.key: p for p in properties if p is not REVISION}
    assert given.keys() <= declared.keys(), f"not in the ontology: {given.keys() - declared.keys()}"
    return {key: given.get(key, _value(p)) if key not in given else given[key] for key, p in declared.items()}


def _value(p: Property) -> Value:
    if p.key == "evidence":
        return ["ev.algo.24"]
    if p.key == "valid_to":
        return date(2127, 1, 1)
    if p.words is not None:
        return next(iter(p.words)).value
    values: dict[type, Value] = {
        str: f"{p.key} 值",
        int: 7,
        bool: False,
        date: date(2022, 3, 1),
        list: [f"{p.key} 一", "二"],
    }
    return values[p.python]


def _completed(
    nodes: dict[str, list[Row]], edges: dict[EdgeShape, list[EdgeRow]]
) -> Iterator[tuple[EdgeShape, EdgeRow]]:
    """An edge for every shape that has none: from the last node of the one label to the first of the other."""
    for edge in ONTOLOGY.edges:
        for shape in edge.shapes:
            if shape not in edges:
                source, target = nodes[shape.source][-1][ID.key], nodes[shape.target][0][ID.key]
                yield shape, EdgeRow(str(source), str(target), _edge(shape.verb, {}))
