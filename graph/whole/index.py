"""What the rows of the whole graph say of each other: names, strength and validity by id, and who uses what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.vocabulary import RegulationKind
from graph.whole.holding import Link, link
from graph.whole.whole import Told, Whole

READ = ("instruments", "articles", "duties", "things", "bonds")
"""The statements whose rows are looked through."""

_NAMED = {"instruments": "Regulation", "articles": "Article", "duties": "Obligation", "questions": "Question"}
_LINKED = ("instruments", "articles", "duties", "things")


class Named(NamedTuple):
    """What a user knows a thing by."""

    label: str
    zh: str | None
    en: str | None

    @property
    def said(self) -> tuple[str | None, str | None]:
        return self.zh, self.en


class Bond(NamedTuple):
    """What ties a norm to somebody or something: ``tie`` is the edge, ``target`` what it leads to."""

    verb: str
    norm: str
    to: str
    tie: Link
    target: Link
    row: Told


@dataclass(frozen=True, slots=True)
class Index:
    """What is found by id.

    ``users`` are the norms that bind, apply by or are fulfilled by a thing, those of drafts left out; ``drafts`` is what
    stands in drafts only: their instruments and norms, and what no other norm uses. ``kinds`` and ``systems`` are those of
    authorities, procedures and the like.
    """

    names: Mapping[str, Named]
    links: Mapping[str, Link]
    duties: Mapping[str, Told]
    bonds: Mapping[str, Sequence[Bond]]
    users: Mapping[str, Sequence[str]]
    drafts: frozenset[str]
    evidence: Mapping[str, Sequence[str]]
    kinds: Mapping[str, str]
    systems: Mapping[str, str]

    def subject(self, owner: str) -> str:
        """Under what changes of this are told: a norm's under its instrument, and what only one norm uses with it."""
        if (duty := self.duties.get(owner)) is not None:
            return str(duty["regulation"] or owner)
        using = self.users.get(owner, ())
        return self.subject(using[0]) if len(using) == 1 else owner


def index(rows: Whole) -> Index:
    """Look through the rows once; those of ``READ`` are needed, questions and evidence are looked up where they were read."""
    duties = {o["id"]: o for o in rows["duties"]}
    links = _links(rows)
    bonds: dict[str, list[Bond]] = defaultdict(list)
    users: dict[str, list[str]] = defaultdict(list)
    of_drafts: set[str] = set()
    for row in rows["bonds"]:
        norm, to = row["id"], row["to"]
        bonds[norm].append(Bond(row["verb"], norm, to, link(row, "tie_"), links[to], row))
        if row["verb"] == "SANCTIONED_BY":
            continue
        if duties[norm]["binding"]:
            users[to].append(norm)
        else:
            of_drafts.add(to)
    drafts = {
        *(g["id"] for g in rows["instruments"] if g["kind"] == RegulationKind.DRAFT),
        *(identifier for identifier, o in duties.items() if not o["binding"]),
        *(thing for thing in of_drafts if thing not in users),
    }
    return Index(
        names=_names(rows),
        links=links,
        duties=duties,
        bonds=bonds,
        users=users,
        drafts=frozenset(drafts),
        evidence=_evidence(rows),
        kinds={thing["id"]: thing["kind"] for thing in rows["things"] if thing["kind"] is not None},
        systems={thing["id"]: thing["system"] for thing in rows["things"] if thing["label"] == "Authority"},
    )


def _names(rows: Whole) -> dict[str, Named]:
    found = {t["id"]: Named(t["label"], t["zh"], t["en"]) for t in rows["things"]}
    for name, label in _NAMED.items():
        if name in rows.rows:
            found.update((row["id"], Named(label, row["zh"], row["en"])) for row in rows[name])
    return found


def _links(rows: Whole) -> dict[str, Link]:
    return {row["id"]: link(row) for name in _LINKED for row in rows[name]}


def _evidence(rows: Whole) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows.rows.get("evidence", ()):
        found[row["id"]].append(row["evidence"])
    return found
