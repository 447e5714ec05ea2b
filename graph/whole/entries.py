"""From the rows of the whole graph to one entry for each thing that it states.

What stands in a draft only becomes no entry. Two things of one key cannot be told apart, so the first stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from graph.change.pictures import Entry, Facet, said_by
from graph.whole import index
from graph.whole.holding import Limb, Link, link
from graph.whole.index import Index, Named
from graph.whole.whole import Told, Whole

READ = (
    *index.READ,
    "evidence",
    "ways",
    "clocks",
    "papers",
    "orders",
    "sites",
    "links",
    "imports",
    "questions",
    "readings",
)
"""The statements whose rows are made into entries."""


def entries(rows: Whole, known: Index) -> Iterator[Entry]:
    """Everything that the graph states, on all days."""
    yield from _instruments(rows, known)
    yield from _articles(rows, known)
    yield from _duties(known)
    yield from _procedures(rows, known)
    yield from _routes(rows, known)
    yield from _owned(rows, known)
    yield from _parties(rows, known)
    yield from _addresses(rows, known)
    yield from _questions(rows, known)


def _instruments(rows: Whole, known: Index) -> Iterator[Entry]:
    columns = ("kind", "binding", "status", "replaces")
    for g in rows["instruments"]:
        if g["id"] not in known.drafts:
            yield _entry(known, Facet.REGULATION, g, g["id"], (link(g),), columns, limbs=_amended(g))
    for i in rows["imports"]:
        if i["regulation"] not in known.drafts:
            about = (i["id"], i["article"])
            yield _entry(
                known,
                Facet.IMPORT,
                i,
                i["regulation"],
                (link(i),),
                ("takes", "mode", "what_en"),
                ("id", "takes"),
                about=about,
            )


def _amended(g: Told) -> tuple[Limb, ...]:
    """The graph holds the day of the last amendment only; before it, the wording was another one."""
    day = g["amendment_effective"] or g["amended"]
    if day is None:
        return ()
    return (Limb("amended", (g["amended"] or day).isoformat(), (link(g)._replace(begins=day, ends=None),)),)


def _articles(rows: Whole, known: Index) -> Iterator[Entry]:
    for a in rows["articles"]:
        if a["regulation"] not in known.drafts:
            yield _entry(known, Facet.ARTICLE, a, a["regulation"], (link(a),), ("number", "kind"))


def _duties(known: Index) -> Iterator[Entry]:
    columns = ("norm", "modality", "kind", "provision", "to_authority")
    for identifier, o in known.duties.items():
        if identifier in known.drafts:
            continue
        subject, own, bonds = known.subject(identifier), link(o), known.bonds.get(identifier, ())
        limbs = tuple(
            Limb(_SAID_OF_A_DUTY[b.verb], b.to, (b.tie, b.target)) for b in bonds if b.verb in _SAID_OF_A_DUTY
        )
        yield _entry(known, Facet.DUTY, o, subject, (own,), columns, limbs=limbs, named=(o["article"],))
        for bond in bonds:
            if bond.verb in _TIES_OF_A_DUTY:
                facet, of_tie = _TIES_OF_A_DUTY[bond.verb]
                yield _entry(
                    known, facet, bond.row, subject, (own, bond.tie, bond.target), of_tie, ("id", "to"), named=(bond.to,),
                    said=known.names[bond.to], checked=o["checked"],
                )  # fmt: skip


def _procedures(rows: Whole, known: Index) -> Iterator[Entry]:
    for p in _first(row for row in rows["things"] if row["label"] == "Procedure"):
        if p["id"] not in known.drafts:
            yield _entry(known, Facet.PROCEDURE, p, known.subject(p["id"]), (link(p),), ("kind", "part_of"))
    for order in rows["orders"]:
        if order["id"] not in known.drafts:
            first = (known.links[order["id"]],) if order["id"] in known.links else ()
            stem = (*first, link(order, "tie_"), link(order))
            yield _entry(
                known,
                Facet.ORDER,
                order,
                known.subject(order["id"]),
                stem,
                ("later",),
                ("id", "later"),
                named=(order["later"],),
            )


def _routes(rows: Whole, known: Index) -> Iterator[Entry]:
    columns = ("kind", "reason", "role", "alternative_group", "authority_by", "platform_by", "place_en")
    for ways in _together(rows["ways"], "procedure", "id"):
        way, procedure = ways[0], ways[0]["procedure"]
        if procedure in known.drafts:
            continue
        limbs = (*_ends(ways, "authority", "to_", known), *_ends(ways, "platform", "through_", known))
        yield _entry(
            known, Facet.ROUTE, way, known.subject(procedure), (known.links[procedure], link(way, "tie_"), link(way)), columns,
            ("procedure", "id"), about=(procedure,), named=tuple(limb.value for limb in limbs), limbs=limbs,
        )  # fmt: skip


def _owned(rows: Whole, known: Index) -> Iterator[Entry]:
    """What a procedure has, or a norm alone."""
    for facet, name, columns in _OWNED:
        for row in rows[name]:
            owner = row["owner"]
            if owner in known.drafts:
                continue
            said = Named("Deadline", row["from_zh"], row["from_en"]) if facet is Facet.DEADLINE else None
            stem = (known.links[owner], link(row, "tie_"), link(row))
            yield _entry(
                known,
                facet,
                row,
                known.subject(owner),
                stem,
                columns,
                ("owner", "id"),
                about=(owner,),
                named=(row["id"],),
                said=said,
            )


def _parties(rows: Whole, known: Index) -> Iterator[Entry]:
    ties = {of_one[0]["id"]: of_one for of_one in _together(rows["links"], "id")}
    for thing in rows["things"]:
        if thing["label"] not in _PARTIES or thing["id"] in known.drafts:
            continue
        facet, columns = _PARTIES[thing["label"]]
        subject = known.subject(thing["id"]) if facet is Facet.CONDITION else thing["id"]
        limbs = tuple(_limb(tie["verb"].lower(), tie, known) for tie in ties.get(thing["id"], ()))
        yield _entry(
            known,
            facet,
            thing,
            subject,
            (link(thing),),
            columns,
            limbs=limbs,
            named=tuple(limb.value for limb in limbs),
        )


def _addresses(rows: Whole, known: Index) -> Iterator[Entry]:
    for site in rows["sites"]:
        platform = site["platform"]
        yield _entry(
            known, Facet.ADDRESS, site, platform, (known.links[platform], link(site, "tie_"), link(site)), ("url",),
            ("platform", "id"), about=(platform,), named=(site["id"],), limbs=(_certain(site),),
        )  # fmt: skip


def _certain(site: Told) -> Limb:
    """Known to have been in use; on other days of its window only presumed to, and told so."""
    after = site["sure_to"] + timedelta(days=1) if site["sure_to"] else None
    return Limb("certain", "yes", (link(site)._replace(begins=site["sure_from"], ends=after),), "no")


def _questions(rows: Whole, known: Index) -> Iterator[Entry]:
    about = {q["id"]: (q["id"], *q["about"]) for q in rows["questions"]}
    for q in rows["questions"]:
        yield _entry(known, Facet.QUESTION, q, q["id"], (link(q),), ("kind", "about"), about=about[q["id"]])
    for r in _first(rows["readings"]):
        held = link(r)._replace(begins=_later(r["valid_from"], r["held_since"]))
        concerns = about.get(r["question"], ())
        columns = ("held_by_en", "held_since", "taken")
        yield _entry(known, Facet.READING, r, r["question"] or r["id"], (held,), columns, about=(r["id"], *concerns))


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def _limb(detail: str, tie: Told, known: Index) -> Limb:
    return Limb(detail, tie["to"], (link(tie, "tie_"), known.links[tie["to"]]))


def _ends(ways: Sequence[Told], column: str, prefix: str, known: Index) -> Iterator[Limb]:
    """Where a route ends, or what it goes through; each once, however many rows hold it."""
    for to, way in {way[column]: way for way in ways if way[column] is not None}.items():
        said = known.names[to]
        yield Limb(column, to, (link(way, prefix), known.links[to]), None, said.zh, said.en)


def _together(rows: Iterable[Told], *keys: str) -> Iterable[list[Told]]:
    """Rows of the same key, in the order in which each was met first."""
    found: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for row in rows:
        found[tuple(row[key] for key in keys)].append(row)
    return found.values()


def _first(rows: Iterable[Told]) -> Iterator[Told]:
    """One row of each id: what is part of two things has two."""
    return (of_one[0] for of_one in _together(rows, "id"))


def _entry(
    known: Index,
    facet: Facet,
    row: Told,
    subject: str,
    stem: tuple[Link, ...],
    columns: tuple[str, ...],
    keys: tuple[str, ...] = ("id",),
    *,
    about: tuple[str, ...] | None = None,
    named: tuple[str | None, ...] = (),
    limbs: tuple[Limb, ...] = (),
    said: Named | None = None,
    checked: date | None = None,
) -> Entry:
    evidence = row["evidence"] if "evidence" in row else known.evidence.get(row["id"], ())
    return Entry(
        facet=facet,
        key=row["id"] if len(keys) == 1 else f"{row[keys[0]]} {row[keys[1]]}",
        id=row["id"],
        subject=subject,
        about=about or (row["id"],),
        named=named,
        stem=stem,
        limbs=limbs,
        zh=said.zh if said else row.get("zh"),
        en=said.en if said else row.get("en"),
        details=said_by(row, columns),
        checked=checked or row.get("checked"),
        evidence=tuple(dict.fromkeys(evidence)),
    )


_SAID_OF_A_DUTY = {"BINDS": "binds", "APPLIES_WHEN": "applies_when"}
_TIES_OF_A_DUTY = {
    "FULFILLED_BY": (Facet.FULFILMENT, ("to", "mode", "imported_from", "through")),
    "SANCTIONED_BY": (Facet.SANCTION, ("provisions", "only_if_en")),
}
_OWNED = (
    (Facet.DEADLINE, "clocks", ("kind", "n", "n_max", "unit", "word_zh", "from_en", "binds", "case_en")),
    (Facet.DOCUMENT, "papers", ("kind", "position", "open_list", "to_en")),
)
_PARTIES = {
    "Authority": (Facet.AUTHORITY, ("kind", "system")),
    "Platform": (Facet.PLATFORM, ()),
    "Role": (Facet.ROLE, ("kind",)),
    "Trigger": (Facet.CONDITION, ("kind", "predicate")),
}
