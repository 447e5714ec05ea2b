"""One wrong file per mistake, in ``tests/bad``, and exactly what the writer is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.errors import ProblemsFound
from ingest.check import checked

TESTS = Path(__file__).parents[1]

MESSAGES = {
    "alias.yaml": [
        "alias.yaml:2: holds itself through an alias. Write the value out.",
    ],
    "article-not-held.yaml": [
        'article-not-held.yaml:6: "cn.other.art-9" is not stated anywhere, so HAS_CLAUSE would dangle. Did you mean cn.other.art-1 or cn.other.art-9.par-1?',
        'article-not-held.yaml:16: "cn.other.art-9" is not stated anywhere, so IMPOSES would dangle. Did you mean cn.other.art-1 or cn.other.art-9.par-1?',
    ],
    "binding-draft.yaml": [
        "binding-draft.yaml:2: cn.draft is a draft and is said to bind. A draft never binds: write `binding: false`.",
    ],
    "checked-through-twice.yaml": [
        "small.yaml:3: checked_through stands in another file already. Keep one.",
    ],
    "clock-without-unit.yaml": [
        "clock-without-unit.yaml:15: a clock has both `n` and `unit`, or neither. Complete it.",
    ],
    "dangling-reference.yaml": [
        'dangling-reference.yaml:3: "cn.ruel" is not stated anywhere, so ABOUT would dangle. Did you mean cn.rule?',
    ],
    "draft-in-force.yaml": [
        "draft-in-force.yaml:2: cn.draft is of the kind draft and has the status in-force. Only drafts have draft-… as status.",
    ],
    "duplicate-id.yaml": [
        'small.yaml:5: "src.text" is stated twice; first at duplicate-id.yaml:3. Keep one, or rename one.',
    ],
    "duplicate-key.yaml": [
        'duplicate-key.yaml:3: the key "place" stands twice in this block. Keep one.',
    ],
    "empty.yaml": [
        "empty.yaml:3: documents.1.name_zh: is empty. Fill it in or leave the key out.",
    ],
    "ends-before-it-begins.yaml": [
        "ends-before-it-begins.yaml:2: cn.old: valid_to 2019-01-01 comes before valid_from 2020-01-01, so it would never hold. Correct one of them.",
    ],
    "import-not-in-full.yaml": [
        'import-not-in-full.yaml:15: "art-24" does not name a provision in full, such as cn.algo-2021.art-24.par-1.',
    ],
    "in-force-before-adopted.yaml": [
        "in-force-before-adopted.yaml:2: cn.new: effective 2021-01-01 comes before adopted 2022-01-01, so it would never hold. Correct one of them.",
    ],
    "no-condition.yaml": [
        "no-condition.yaml:3: when: {'all': ['fact.public-opinion']} is not a condition. Write a fact such as fact.public-opinion, `always`, {not: …}, {all: [two or more]}, {any: [two or more]}, {at-least: {fact: …, n: …}} or {over: {fact: …, n: …}}.",
    ],
    "no-date.yaml": [
        "no-date.yaml:3: events.1.happened: 'soon' is not a date. Write it as YYYY-MM-DD, without quotes.",
    ],
    "no-evidence.yaml": [
        "no-evidence.yaml:3: cn.event.x has no evidence, so nobody could check it. Add `evidence:` with a source, or `at:` in a file whose regulation has a `text:`.",
    ],
    "no-id.yaml": [
        "no-id.yaml:3: sources.1.id: 'Src_Two' is not an identifier. Use lower-case letters, digits, dots and hyphens.",
    ],
    "no-provision.yaml": [
        'no-provision.yaml:16: "第一条" does not name a provision of this regulation. Write it like art-24.par-1, or in full like cn.algo-2021.art-24.par-1.',
    ],
    "no-reason.yaml": [
        "no-reason.yaml:15: the route is unresolved and says no reason; a reader could take it for a gap. Add `reason:`.",
    ],
    "no-regulation.yaml": [
        "no-regulation.yaml:2: articles belong to a regulation, and this file has none. Add a `regulation:` block.",
    ],
    "no-route-to-authority.yaml": [
        "no-route-to-authority.yaml:6: cn.ob.other.report goes to an authority, but no procedure of it has a route towards one: a silent gap. Add a route, or an unresolved one with its reason.",
    ],
    "no-text.yaml": [
        "no-text.yaml:3: sources.1.what_en: False is not a text. Put it in quotes.",
    ],
    "no-way-to-fulfil.yaml": [
        "no-way-to-fulfil.yaml:6: cn.ob.other.report has no way to be fulfilled, so it would end in a silent gap. Add `fulfilled_by:` or `procedure:` with a route or a typed reason.",
    ],
    "not-a-word.yaml": [
        "not-a-word.yaml:3: documents.1.kind: 'papper' is not one of 'paper', 'data-block', 'number' or 'channel'. Did you mean \"paper\"?",
    ],
    "not-utf-8.yaml": [
        "not-utf-8.yaml:1: is not UTF-8 (byte 54). Save it as UTF-8.",
    ],
    "not-yaml.yaml": [
        "not-yaml.yaml:3: is not YAML: did not find expected node content. Check indentation and quotes near this line.",
    ],
    "number-asked-for-yes.yaml": [
        "number-asked-for-yes.yaml:5: trigger.users asks fact.users in the wrong way: a number is asked with at-least or over, every other fact by its name alone.",
    ],
    "number-too-large.yaml": [
        "number-too-large.yaml:3: Event cn.event.x: count: 99999999999999999999 does not fit into 64 bits.",
    ],
    "reading-as-statute.yaml": [
        "reading-as-statute.yaml:6: cn.ob.other.report is tied to cn.proc.filing by FULFILLED_BY only by a reading, and is said to rest on a statute. Write `basis: practice` or `basis: opinion`.",
    ],
    "reading-decides-nothing.yaml": [
        "reading-decides-nothing.yaml:11: a reading that decides something has `when` and what it `settles` or `narrows`. Complete it.",
    ],
    "reason-beside-platform.yaml": [
        "reason-beside-platform.yaml:15: the route goes through cn.cac.system, so `reason: platform-not-named` contradicts it. Remove one, or add `unresolved: true`.",
    ],
    "sanctions-differ.yaml": [
        "sanctions-differ.yaml:17: art-2.par-2 stands beside another provision of that article, with another case or strength; say the same of both, or put the difference into `sanction_note_en`.",
    ],
    "surer-than-evidence.yaml": [
        "surer-than-evidence.yaml:5: doc.x is said to be primary, but its best evidence is memory. Lower the one, or add better evidence.",
    ],
    "tied-twice.yaml": [
        "tied-twice.yaml:15: cn.ob.other.report is tied to cn.proc.filing by FULFILLED_BY twice. Keep one.",
    ],
    "told-of-no-event.yaml": [
        'told-of-no-event.yaml:3: "fact.public-opinion" is not an event that a profile can tell.',
    ],
    "unknown-key.yaml": [
        'unknown-key.yaml:3: events.1.hapened: unknown key "hapened". Did you mean "happened"?',
    ],
    "wrong-end.yaml": [
        "wrong-end.yaml:15: provider is a Role; (:Route)-[:LEADS_TO]->(:Role) is not in the ontology.",
    ],
    "yaml-on.yaml": [
        "yaml-on.yaml:2: the key 'on' is read as True, not as a text. YAML 1.1 reads on, off, yes and no as true and false: use another key.",
    ],
}


@pytest.mark.parametrize("name", sorted(path.name for path in (TESTS / "bad").glob("*.yaml")))
def test_a_wrong_file_is_refused_with_its_line_and_what_to_do(name: str, tmp_path: Path) -> None:
    shutil.copy(TESTS / "facts" / "small.yaml", tmp_path)
    shutil.copy(TESTS / "bad" / name, tmp_path)

    with pytest.raises(ProblemsFound) as refusal:
        checked(tmp_path)

    assert [str(problem) for problem in refusal.value.problems] == MESSAGES[name]


def test_the_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    shutil.copy(TESTS / "facts" / "small.yaml", tmp_path)
    shutil.copy(TESTS / "bad" / "unknown-key.yaml", tmp_path)
    shutil.copy(TESTS / "bad" / "duplicate-key.yaml", tmp_path)
    shutil.copy(TESTS / "bad" / "dangling-reference.yaml", tmp_path)

    with pytest.raises(ProblemsFound) as refusal:
        checked(tmp_path)

    expected = MESSAGES["unknown-key.yaml"] + MESSAGES["duplicate-key.yaml"] + MESSAGES["dangling-reference.yaml"]
    assert [str(problem) for problem in refusal.value.problems] == sorted(expected)


def test_a_folder_without_facts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match=r"holds no \*\.yaml file"):
        checked(tmp_path)
