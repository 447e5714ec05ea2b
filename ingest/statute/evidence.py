"""Hold every curated fact against the words of the law: the provision exists, its words stand in it, its fingerprint matches.

Promises:

1. Every claim is an agreement, a mismatch or unchecked; no claim is dropped.
2. A claim is held against texts that tell the version the facts are about; only without one, against those that tell none.
3. Words are compared folded (NFKC, no white space): layout and code points never make a mismatch, words always do.
4. Where texts divide an article differently but have the same words, the text that bears the fact out is believed; where
   their words differ and one does not bear it out, that is told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from graph.evidence import Agreement, Claim, Mismatch, Mistake, NotChecked, Report, Taken, TextSeen, Twins, Unchecked
from graph.ids import Provision as Named
from graph.ids import is_provision
from graph.knowledge import Knowledge
from graph.model import EdgeShape, Row, Value
from ingest.statute.fold import comparable
from ingest.statute.matching import Held, Titles, is_partial, seen
from ingest.statute.tree import Provision, Statute

_LIKE_WITHIN = 20_000
"""Characters of an article in which like words are looked for; no article of law is longer."""
_LIKE = 0.6
"""From which likeness on other words are worth showing in the place of missing ones."""


def held_against(knowledge: Knowledge, texts: Iterable[Held], *, unreadable: Sequence[str] = ()) -> Report:
    """The facts held against the texts. ``texts`` is gone through once; those of no instrument of the graph are not kept.

    ``unreadable`` is read after the texts, so that a reader may fill it as it goes.
    """
    titles = Titles.of(knowledge)
    told: list[TextSeen] = []
    held: dict[str, list[_Words]] = {}
    others: dict[str, list[str]] = {}
    for text in texts:
        told.append(seen(text, titles))
        if told[-1].taken.is_held_against:
            regulation = told[-1].regulations[0]
            words = _Words.of(
                text, sure=told[-1].taken is Taken.VERSION, partial=is_partial(text, titles.rows[regulation])
            )
            held.setdefault(regulation, []).append(words)
        elif told[-1].taken in (Taken.OTHER_VERSION, Taken.NO_PROVISIONS):
            others.setdefault(told[-1].regulations[0], []).append(text.name)
    agreements: list[Agreement] = []
    mismatches: list[Mismatch] = []
    unchecked: list[NotChecked] = []
    for claim in sorted(claims(knowledge), key=lambda claim: (claim.fact, claim.provision or "", claim.words)):
        match _found(claim, held.get(claim.regulation or "", ()), others.get(claim.regulation or "", ())):
            case Agreement() as agreement:
                agreements.append(agreement)
            case Mismatch() as mismatch:
                mismatches.append(mismatch)
            case NotChecked() as without:
                unchecked.append(without)
    twins = [pair for regulation in sorted(held) for pair in _twins(regulation, held[regulation])]
    return Report(
        tuple(agreements), tuple(mismatches), tuple(unchecked), tuple(sorted(told, key=lambda text: text.text)),
        tuple(twins), tuple(unreadable),
    )  # fmt: skip


def fingerprint(words: str) -> str:
    """SHA-256 of the words of a provision, however they are laid out.

    >>> fingerprint("网络 运营者") == fingerprint("⽹络运营者") != fingerprint("网络运营者。")
    True
    """
    return hashlib.sha256(comparable(words).encode()).hexdigest()


def with_fingerprints(knowledge: Knowledge, report: Report) -> Knowledge:
    """The same graph, its evidence with the fingerprint of each place that a text bore out."""
    read = {found.claim.fact: found.fingerprint for found in report.agreements}
    evidence = [
        {**row, "fingerprint": read.get(str(row["id"])) or row["fingerprint"]}
        for row in knowledge.nodes.get("Evidence", ())
    ]
    return replace(knowledge, nodes={**knowledge.nodes, "Evidence": evidence})


def claims(knowledge: Knowledge) -> Iterator[Claim]:
    """Everything that the facts say about provisions: evidence, duties with the words they quote, sanctions, counts."""
    yield from _of_evidence(knowledge)
    for row in knowledge.nodes.get("Obligation", ()):
        if row["provision"]:
            yield from _of_duty(row, str(row["provision"]))
    for edge in knowledge.edges.get(EdgeShape("Obligation", "SANCTIONED_BY", "Article"), ()):
        for provision in _texts(edge.properties["provisions"]):
            yield _claim(edge.source, provision)
    for row in knowledge.nodes.get("Regulation", ()):
        if isinstance(count := row["article_count"], int):
            yield Claim(str(row["id"]), str(row["id"]), articles=count)


def _of_evidence(knowledge: Knowledge) -> Iterator[Claim]:
    rows = {str(row["id"]): row for row in knowledge.nodes.get("Evidence", ())}
    cited: set[str] = set()
    for target in ("Article", "Clause"):
        for edge in knowledge.edges.get(EdgeShape("Evidence", "CITES", target), ()):
            row = rows[edge.source]
            cited.add(edge.source)
            yield _claim(edge.source, edge.target, _texts(row["terms"]), row)
    for identifier in rows.keys() - cited:
        yield Claim(identifier, None, words=tuple(_texts(rows[identifier]["terms"])))


def _of_duty(row: Row, provision: str) -> Iterator[Claim]:
    """The modal word stands at the place itself or leads it in. Who is bound is often named once for the whole article."""
    bound = str(row["bound_term_zh"] or "").split("；")
    yield replace(_claim(str(row["id"]), provision, [row["modal_word_zh"]]), with_lead=True)
    if any(bound) and is_provision(provision):
        yield _claim(str(row["id"]), str(Named.parse(provision).of_article), bound)


def _claim(fact: str, provision: str, words: Sequence[Value] = (), row: Row | None = None) -> Claim:
    quoted = tuple(str(word) for word in words if word)
    stored = row["fingerprint"] if row else None
    if not is_provision(provision):
        return Claim(fact, None, provision, quoted)
    place = Named.parse(provision)
    return Claim(fact, place.regulation, place.locator, quoted, str(stored) if stored else None)


def _texts(value: Value) -> list[str]:
    return value if isinstance(value, list) else []


# ------------------------------------------------------------ one claim against the texts


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text by locator, folded."""

    name: str
    sure: bool
    """Whether it tells that it is the version that the facts are about."""
    partial: bool
    articles: int
    by_locator: Mapping[str, str]
    leads: Mapping[str, str]
    """The words of each paragraph without its items."""

    @classmethod
    def of(cls, text: Held, *, sure: bool, partial: bool) -> _Words:
        return cls(
            text.name, sure, partial, text.article_count, dict(_places(text.statute)), dict(_leads(text.statute))
        )

    def article(self, locator: str) -> str | None:
        return self.by_locator.get(locator.partition(".")[0])


def _places(statute: Statute) -> Iterator[tuple[str, str]]:
    """Every place of a statute that an identifier can name, with its words; of two with one number the first."""
    done: set[str] = set()
    for locator, provision in _provisions(statute):
        if locator in done:
            continue
        done.add(locator)
        yield locator, comparable(provision.full_text)
        for paragraph in provision.paragraphs:
            place = f"{locator}.par-{paragraph.number}"
            yield place, comparable(paragraph.full_text)
            for item in paragraph.items:
                yield f"{place}.item-{item.number}", comparable(item.full_text)


def _leads(statute: Statute) -> Iterator[tuple[str, str]]:
    for locator, provision in _provisions(statute):
        for paragraph in provision.paragraphs:
            yield f"{locator}.par-{paragraph.number}", comparable(paragraph.text)


def _provisions(statute: Statute) -> Iterator[tuple[str, Provision]]:
    yield from ((article.locator, article) for article in statute.articles)
    yield from ((point.locator, point) for point in statute.points)


def _found(claim: Claim, texts: Sequence[_Words], others: Sequence[str]) -> Agreement | Mismatch | NotChecked:
    """Against the texts that tell the version, or that failing against those that tell none."""
    if claim.regulation is None:
        return NotChecked(claim, Unchecked.NAMES_NO_PROVISION)
    if not texts:
        return NotChecked(claim, Unchecked.OTHER_VERSION if others else Unchecked.NO_TEXT, tuple(sorted(others)))
    found = [
        _among(claim, of_one) for sure in (True, False) if (of_one := [text for text in texts if text.sure is sure])
    ]
    return next((one for one in found if not isinstance(one, NotChecked)), found[0])


def _among(claim: Claim, texts: Sequence[_Words]) -> Agreement | Mismatch | NotChecked:
    found = [
        (text, _of_count(claim, text) if claim.locator is None else _of_place(claim, claim.locator, text))
        for text in texts
    ]
    agreeing = [(text, one) for text, one in found if isinstance(one, Agreement)]
    opposing = [(text, one) for text, one in found if isinstance(one, Mismatch)]
    if agreeing and opposing and claim.locator:
        words = {text.article(claim.locator) for text, _ in agreeing}
        for text, mismatch in opposing:
            if text.article(claim.locator) not in words:
                return replace(mismatch, why=Mistake.TEXTS_DISAGREE)
    if agreeing:
        return agreeing[0][1]
    # Of several texts that contradict, the one that divides its articles most finely shows best what would fit.
    opposing.sort(key=lambda pair: -len(pair[0].by_locator))
    return opposing[0][1] if opposing else next(one for _, one in found if isinstance(one, NotChecked))


def _of_count(claim: Claim, text: _Words) -> Agreement | Mismatch | NotChecked:
    if text.articles == claim.articles:
        return Agreement(claim, text.name, None)
    if text.partial:
        return NotChecked(claim, Unchecked.PARTIAL_TEXT, (text.name,))
    return Mismatch(claim, text.name, Mistake.COUNT_DIFFERS, said=f"{text.articles} articles")


def _of_place(claim: Claim, locator: str, text: _Words) -> Agreement | Mismatch | NotChecked:
    words = text.by_locator.get(locator)
    if words is None:
        if text.partial and text.article(locator) is None:
            return NotChecked(claim, Unchecked.PARTIAL_TEXT, (text.name,))
        return Mismatch(claim, text.name, Mistake.NO_SUCH_PROVISION, nearest=_nearest(claim, locator, text))
    lead = text.leads.get(locator.partition(".item")[0], "") if claim.with_lead else ""
    missing = tuple(word for word in claim.words if comparable(word) not in words and comparable(word) not in lead)
    if missing:
        like = _like(missing[0], text.article(locator) or words)
        return Mismatch(claim, text.name, Mistake.WORDS_MISSING, missing, _nearest(claim, locator, text), like)
    read = hashlib.sha256(words.encode()).hexdigest()
    if claim.fingerprint and claim.fingerprint != read:
        same = next(
            (
                place
                for place, there in text.by_locator.items()
                if hashlib.sha256(there.encode()).hexdigest() == claim.fingerprint
            ),
            None,
        )
        return Mismatch(claim, text.name, Mistake.FINGERPRINT_DIFFERS, nearest=_full(claim, same), said=read)
    return Agreement(claim, text.name, read)


def _nearest(claim: Claim, locator: str, text: _Words) -> str | None:
    """The provision nearest to the one cited in which all words stand; without words, the nearest that exists."""
    wanted = [comparable(word) for word in claim.words]
    fits = [
        place for place, words in text.by_locator.items() if place != locator and all(word in words for word in wanted)
    ]
    return _full(claim, min(fits, key=lambda place: _distance(locator, place, whole=not wanted), default=None))


def _distance(cited: str, place: str, *, whole: bool) -> tuple[int, ...]:
    """How far a place is from the one cited: by article, then by depth, then by paragraph and item.

    Among fitting places of one article the deepest says most, as long as it is not deeper than was cited; without words to
    fit (``whole``) the shallower is the surer.
    """
    ours, theirs = _numbers(cited), _numbers(place)
    depth = len(ours) - len(theirs)
    article = abs(ours[0] - theirs[0]) * 100 + abs(ours[1] - theirs[1])
    below = [abs(a - b) for a, b in zip(ours[2:], theirs[2:], strict=False)]
    return article, (abs(depth) if not whole else abs(depth) * 2 + (depth < 0)), *below, *([0] * (2 - len(below)))


def _numbers(locator: str) -> tuple[int, ...]:
    """
    >>> _numbers("art-17-1.par-2.item-3"), _numbers("art-24")
    ((17, 1, 2, 3), (24, 0))
    """
    article, *below = locator.split(".")
    first, _, second = article.partition("-")[2].partition("-")
    return (int(first), int(second or 0), *(int(part.partition("-")[2]) for part in below))


def _full(claim: Claim, locator: str | None) -> str | None:
    return f"{claim.regulation}.{locator}" if locator else None


def _like(word: str, words: str) -> str | None:
    """The words most like the missing one, ``None`` when nothing is."""
    wanted, words = comparable(word), words[:_LIKE_WITHIN]
    best, found = _LIKE, None
    for start in range(max(1, len(words) - len(wanted) + 1)):
        window = words[start : start + len(wanted)]
        if (likeness := SequenceMatcher(None, window, wanted, autojunk=False).ratio()) > best:
            best, found = likeness, window
    return found


# ------------------------------------------------------------ texts that claim to be one version


def _twins(regulation: str, texts: Sequence[_Words]) -> Iterator[Twins]:
    """Each further text that has other words than the first, in the articles that both hold.

    The first is the one that holds most; of equals the first by name.
    """
    first, *rest = sorted(texts, key=lambda text: (-text.articles, text.name))
    for other in rest:
        different = [
            f"{regulation}.{place}"
            for place, words in first.by_locator.items()
            if "." not in place and (there := other.by_locator.get(place)) is not None and there != words
        ]
        if different:
            yield Twins(regulation, first.name, other.name, tuple(different))
