"""What the graph holds that a citation can lead to: titles and short names, articles with the numbers they have and had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from graph.citations.names import Names, key, national_laws
from graph.errors import NothingPublished, StoreUnreachable
from graph.ids import Provision, is_provision
from graph.lookup import ask
from graph.store import Store

_ATTEMPTS = 3
_AT_ONCE = 20
"""Instruments whose articles are read in one statement: a code has 1,260."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument, its titles, and the days that tell when it holds."""

    id: str
    title_zh: str
    aliases: tuple[str, ...]
    kind: str
    status: str
    adopted: date | None
    published: date | None
    effective: date | None
    amended: date | None
    amendment_effective: date | None
    repealed: date | None
    article_count: int | None
    valid_from: date | None
    valid_to: date | None
    superseded_by: tuple[str, ...]

    @property
    def numbers_since(self) -> date | None:
        """From when its present text, and so its present numbers, hold; ``None`` when it was never amended."""
        return self.amendment_effective or self.amended


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a node: its number now, those before, and the clauses that are held of it."""

    id: str
    number: str
    chapter: int | None
    former_numbers: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    clauses: Mapping[tuple[int, int | None], str]


class Moved(Exception):
    """Another revision was published meanwhile."""


@dataclass(frozen=True)
class Holdings:
    """Titles and days of every instrument of one revision; articles are read when they are first cited."""

    revision: str
    instruments: Mapping[str, Instrument]
    _articles: dict[str, dict[str, list[Article]]] = field(default_factory=dict, repr=False, compare=False)

    def known_as(self, title: str) -> list[Instrument]:
        """The instruments that a title or short name can mean: by their titles, else by their short names, else by a
        title without its trailing brackets or without the issuer before 关于. A draft is only found by its whole title."""
        wanted = key(title)
        for index in self._indexes:
            if found := index.get(wanted):
                return [self.instruments[identifier] for identifier in found]
        shorter = _EDITION.sub("", wanted)
        return self.known_as(shorter) if shorter != wanted and shorter else []

    def like(self, title: str) -> list[Instrument]:
        """At most three whose titles contain the words, or are contained in them: what may have been meant."""
        wanted = key(title)
        if len(wanted) < 4:
            return []
        near = (
            (abs(len(name) - len(wanted)), identifier)
            for name, found in self._indexes[0].items()
            if len(name) > 3 and (wanted in name or name in wanted)
            for identifier in found
        )
        return [self.instruments[identifier] for _, identifier in sorted(near)[:3]]

    @cached_property
    def names(self) -> Names:
        """What may be cited without 《》: the national laws, and the titles and short names that are held."""
        held = (name for one in self.instruments.values() for name in (one.title_zh, *one.aliases))
        return national_laws().with_(name for name in held if len(name) > 2 and " " not in name)

    def articles(self, regulation: str) -> Mapping[str, list[Article]]:
        """The articles of an instrument by number, once they were read; several under a number that was given anew."""
        return self._articles[regulation]

    def read_articles(self, store: Store, regulations: Iterable[str]) -> None:
        """Read the articles of these instruments, as far as they were not read yet. ``Moved`` by another revision."""
        wanted = [one for one in dict.fromkeys(regulations) if one not in self._articles]
        for i in range(0, len(wanted), _AT_ONCE):
            some = wanted[i : i + _AT_ONCE]
            read: dict[str, dict[str, list[Article]]] = {one: {} for one in some}
            for row in ask(store, "read/cited/provisions", regulations=some):
                if row["revision"] != self.revision:
                    raise Moved
                article = _article(row)
                read[str(row["regulation"])].setdefault(article.number, []).append(article)
            self._articles.update(read)

    @cached_property
    def _indexes(self) -> tuple[dict[str, list[str]], ...]:
        titles: dict[str, list[str]] = {}
        aliases: dict[str, list[str]] = {}
        loose: dict[str, list[str]] = {}
        for one in self.instruments.values():
            _enter(titles, one.title_zh, one.id)
            for alias in one.aliases:
                _enter(aliases, alias, one.id)
            if one.kind != "draft":
                short = _BRACKETS.sub("", one.title_zh)
                for name in {short, _ISSUER.sub("", one.title_zh), _ISSUER.sub("", short), *short.split(" ")[1:]}:
                    _enter(loose, name, one.id)
        return titles, aliases, loose


def holdings(store: Store) -> Holdings:
    """What the store holds now; read once per revision."""
    served = store.revision()
    if served is None:
        raise NothingPublished(store.address)
    held = _HELD.get(store)
    if held is None or held.revision != served:
        held = _HELD[store] = _read(store)
    return held


def _read(store: Store) -> Holdings:
    for _ in range(_ATTEMPTS):
        rows: list[dict[str, Any]] = [*ask(store, "read/cited/instruments")]
        revisions = {str(row.pop("revision")) for row in rows}
        if len(revisions) == 1:
            return Holdings(revisions.pop(), {row["id"]: _instrument(row) for row in rows})
        if not rows:
            return Holdings(store.revision() or "", {})
    raise StoreUnreachable(f"The graph at {store.address} was published anew while it was read. Ask again in a moment.")


def _instrument(row: dict[str, Any]) -> Instrument:
    lists = {name: tuple(row[name]) for name in ("aliases", "superseded_by")}
    return Instrument(**{**row, **lists})


def _article(row: Mapping[str, Any]) -> Article:
    named = {name: Provision.parse(name) for name in row["clauses"] if is_provision(name)}
    clauses = {(one.paragraph, one.item): name for name, one in named.items() if one.paragraph is not None}
    return Article(
        row["id"],
        row["number"],
        row["chapter"],
        tuple(row["former_numbers"]),
        row["valid_from"],
        row["valid_to"],
        clauses,
    )


def _enter(index: dict[str, list[str]], name: str, identifier: str) -> None:
    found = index.setdefault(key(name), [])
    if identifier not in found:
        found.append(identifier)


_HELD: WeakKeyDictionary[Store, Holdings] = WeakKeyDictionary()
_BRACKETS = re.compile(r"(?:[（(〔\[][^（）()〔〕\[\]]{1,40}[）)〕\]])+$")
_EDITION = re.compile(r"\((?:(?:19|20)\d\d)年?(?:\d+月\d+日)?(?:修[正订改]|版|本|公布|施行)?[^()]{0,8}\)$")
_ISSUER = re.compile(r"^[\u4e00-\u9fff、]{2,30}(?:部|局|办公室|委员会|法院|检察院|国务院|总署|银行|厅)(?=关于)")
