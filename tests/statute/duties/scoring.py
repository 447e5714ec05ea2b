"""How the candidates of a text compare with the labels that were given by hand, and the table of it.

A norm is one deontic word that governs, or one sentence or item that orders without one. Several candidates of one word
(acts with clocks of their own) are compared together. Everything is scored end to end: a bearer, clock or authority of a
norm that is not labelled counts as wrong, one of a norm that was not found as missed.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.vocabulary import Norm
from ingest.statute.duties import Candidate, candidates
from ingest.statute.duties.sentences import sentences
from ingest.statute.parse import parse
from ingest.statute.read import read
from ingest.statute.tree import Item, Paragraph, Statute

LABELS = Path(__file__).with_name("labels.yaml")
ASPECTS = ("is a norm", "is a duty", "modality", "bearer", "deadline", "authority", "platform")


@dataclass
class Score:
    """Right, predicted and labelled."""

    right: int = 0
    predicted: int = 0
    labelled: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, right: int, predicted: int, labelled: int) -> None:
        self.right += right
        self.predicted += predicted
        self.labelled += labelled


@dataclass
class Report:
    """The scores of one part, and every difference as a line."""

    scores: dict[str, Score] = field(default_factory=lambda: {aspect: Score() for aspect in ASPECTS})
    differences: list[str] = field(default_factory=list)
    events: Score = field(default_factory=Score)


@dataclass(frozen=True)
class Unit:
    """A paragraph or item: where it begins in the text, and its words."""

    begin: int
    words: str


def units(statute: Statute) -> Iterator[tuple[str, Unit]]:
    """Every paragraph and item by its locator."""
    for provision in statute.provisions:
        for paragraph in provision.paragraphs:
            at = f"{provision.locator}.par-{paragraph.number}"
            yield at, _unit(paragraph)
            for item in paragraph.items:
                yield f"{at}.item-{item.number}", _unit(item)


def _unit(leaf: Paragraph | Item) -> Unit:
    return Unit(leaf.begin, leaf.text)


def fingerprint(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def labels() -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = yaml.safe_load(LABELS.read_text("utf-8"))["documents"]
    return documents


def score(part: str, pack: Path) -> Report:
    """Compare one part of the labels with what the rules find in the texts of the pack."""
    report = Report()
    for document in labels():
        if document["part"] == part:
            statute = parse(read(pack / document["document"]).text)
            _compare(document, statute, candidates(statute), report)
    return report


def unchanged(document: dict[str, Any], pack: Path) -> list[str]:
    """Locators whose words are no longer those that were labelled."""
    held = dict(reversed(list(units(parse(read(pack / document["document"]).text)))))
    return [at for at, seen in document["texts"].items() if at not in held or fingerprint(held[at].words) != seen]


# ---------------------------------------------------------------- the comparison

Key = tuple[str, object]


def _compare(document: dict[str, Any], statute: Statute, found: list[Candidate], report: Report) -> None:
    held: dict[str, Unit] = {}
    for at, unit in units(statute):
        held.setdefault(at, unit)
    within = _articles(document["articles"], statute)
    groups: dict[Key, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.at.split(".")[0] in within and candidate.norm is not Norm.SANCTION:
            groups[_key(candidate, held[candidate.at])].append(candidate)
    expected = {_label_key(label, held): label for label in document["labels"] if not label.get("unsure")}
    unsure = [label for label in document["labels"] if label.get("unsure")]
    name = document["document"].rsplit("/", 1)[-1]
    for key in list(groups):
        if key not in expected and any(_covers(label, key, held) for label in unsure):
            del groups[key]
    for key in sorted({*groups, *expected}, key=str):
        _one(key, groups.get(key, []), expected.get(key), held, report, name)


def _articles(span: str, statute: Statute) -> set[str]:
    first, last = (int(part) for part in str(span).split("-"))
    return {p.locator for p in statute.provisions if first <= int(p.number.split("-")[0]) <= last}


def _key(candidate: Candidate, unit: Unit) -> Key:
    if candidate.modal is not None:
        return candidate.at, candidate.modal.start - unit.begin
    return candidate.at, ("sentence", candidate.evidence.start - unit.begin)


def _label_key(label: dict[str, Any], held: dict[str, Unit]) -> Key:
    if "word" in label:
        return label["at"], label["word"][0]
    starts = [s.start for s in sentences(held[label["at"]].words)]
    return label["at"], ("sentence", max((s for s in starts if s <= label["s"]), default=0))


def _covers(label: dict[str, Any], key: Key, held: dict[str, Unit]) -> bool:
    if label["at"] != key[0]:
        return False
    words = held[label["at"]].words
    at = key[1] if isinstance(key[1], int) else key[1][1]  # type: ignore[index]
    if "word" in label:
        return isinstance(key[1], int) and words.startswith(label["word"], key[1])
    if "s" in label:
        ordered = [s.start for s in sentences(words)]
        return sum(1 for s in ordered if s <= at) - 1 == label["s"]
    return True


def _one(
    key: Key, found: list[Candidate], label: dict[str, Any] | None, held: dict[str, Unit], report: Report, name: str
) -> None:
    scores = report.scores
    both = bool(found) and label is not None
    scores["is a norm"].add(int(both), int(bool(found)), int(label is not None))
    binding = label is not None and label["modality"] != "may"
    duty = bool(found) and found[0].modality.value != "may"
    scores["is a duty"].add(int(binding and duty), int(duty), int(binding))
    if not both:
        report.differences.append(
            f"{'MISSED ' if label else 'WRONG  '} {name} {key} {found[0].evidence.words[:60] if found else ''}"
        )
    modal_right = both and label is not None and found[0].modality.value == label["modality"]
    scores["modality"].add(int(modal_right), int(bool(found)), int(label is not None))
    if both and not modal_right:
        report.differences.append(f"MODALITY {name} {key} {found[0].modality.value}")
    _bearer(key, found, label, held, report, name)
    _sets(key, found, label, held, report, name)


def _bearer(
    key: Key, found: list[Candidate], label: dict[str, Any] | None, held: dict[str, Unit], report: Report, name: str
) -> None:
    said = label.get("bearer") if label else None
    if said == "open":
        return
    wanted = held[label.get("bearer_at", label["at"])].words[said[0] : said[1]] if label and said else None
    got = found[0].bearer.words if found and found[0].bearer else None
    right = wanted is not None and got == wanted
    report.scores["bearer"].add(int(right), int(got is not None), int(wanted is not None))
    if found and label and got != wanted:
        report.differences.append(f"BEARER  {name} {key} got {got} wanted {wanted}")


def _sets(
    key: Key, found: list[Candidate], label: dict[str, Any] | None, held: dict[str, Unit], report: Report, name: str
) -> None:
    words = held[label["at"]].words if label else ""
    clocks = [clock for candidate in found for clock in candidate.clocks]
    got: Counter[tuple[Any, ...]] = Counter({(c.kind.value, c.n, c.unit.value if c.unit else None) for c in clocks})
    said = label.get("deadlines", []) if label else []
    _set(
        "deadline",
        got,
        Counter(_clock(d) for d in said if not d.get("open")),
        [_clock(d) for d in said if d.get("open")],
        report,
        f"{name} {key}",
    )
    for deadline in said:
        if "from" in deadline:
            event = words[slice(*deadline["from"])]
            told = {
                c.event.words
                for c in clocks
                if c.event and (c.kind.value, c.n) == (deadline["kind"], deadline.get("n"))
            }
            report.events.add(int(any(event in t or t in event for t in told)), int(bool(told)), 1)
    for aspect, field_name in (("authority", "authorities"), ("platform", "platforms")):
        if aspect == "authority":
            seen = Counter({r.name.words for candidate in found for r in candidate.receivers})
        else:
            seen = Counter({candidate.platform.words for candidate in found if candidate.platform})
        told_of = label.get(field_name, []) if label else []
        spans = [(words[slice(*a["span"])], a.get("open")) for a in told_of]
        _set(
            aspect,
            seen,
            Counter(w for w, is_open in spans if not is_open),
            [w for w, is_open in spans if is_open],
            report,
            f"{name} {key}",
        )


def _clock(deadline: dict[str, Any]) -> tuple[Any, ...]:
    return deadline["kind"], deadline.get("n"), deadline.get("unit")


def _set(
    aspect: str, got: Counter[Any], wanted: Counter[Any], either: Iterable[Any], report: Report, where: str
) -> None:
    for one in either:
        for other in [g for g in got if g == one or (isinstance(one, tuple) and one[1] is None and g[0] == one[0])]:
            if other not in wanted:
                del got[other]
    right = sum((got & wanted).values())
    report.scores[aspect].add(right, sum(got.values()), sum(wanted.values()))
    if got != wanted:
        report.differences.append(
            f"{aspect.upper():9}{where} got {sorted(got, key=str)} wanted {sorted(wanted, key=str)}"
        )


def table(report: Report) -> str:
    """The scores as lines of a Markdown table."""
    lines = ["| | labelled | found | right | precision | recall | F1 |", "|---|---|---|---|---|---|---|"]
    for aspect, s in report.scores.items():
        lines.append(
            f"| {aspect} | {s.labelled} | {s.predicted} | {s.right} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} |"
        )
    return "\n".join(lines)
