"""Which node a provision of an instrument leads to on a day, under the numbers of that day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from graph.citations.answer import Answer, Renumbered
from graph.citations.citation import Pointer
from graph.citations.holdings import Article, Instrument
from graph.citations.outcome import Because, Outcome, Reason, reason

Articles = Mapping[str, Sequence[Article]]
"""Articles by number; under a number that was given anew there are several."""


def provision_of(instrument: Instrument, articles: Articles, pointer: Pointer, whole: Answer, on: date) -> Answer:
    """The answer for one provision; ``whole`` is the one for the instrument, which wins where it is not law on the day."""
    answer = replace(whole, locator=pointer.locator, node=None)
    if pointer.division:
        return _division(articles, pointer, replace(answer, node=instrument.id))
    moves = _moves(articles.values(), pointer.number, instrument.numbers_since)
    answer = replace(answer, provision=f"{instrument.id}.{pointer.locator}", renumbered=moves)
    since = instrument.numbers_since
    if since is not None and on < since and any(one.former_numbers for found in articles.values() for one in found):
        return _under_the_old_number(articles, pointer, answer, since, on)
    found = articles.get(pointer.number, ())
    if not found:
        missing, because = _missing(instrument, articles, pointer, on)
        # A draft stays a draft, and a repealed rule repealed, whichever of its articles are held.
        said = missing is Outcome.NO_SUCH_PROVISION or answer.outcome is Outcome.EXISTS
        return replace(answer, outcome=missing, reason=because) if said else answer
    article, outcome, why = _valid(found, on)
    if answer.outcome is not Outcome.EXISTS:
        return replace(answer, node=_node(article, pointer)[0] or article.id)
    if outcome is not Outcome.EXISTS:
        return replace(answer, outcome=outcome, reason=why, node=article.id)
    return _inside(article, pointer, answer)


def _under_the_old_number(articles: Articles, pointer: Pointer, answer: Answer, since: date, on: date) -> Answer:
    """Before a renumbering: the article that had the number then. The graph's names follow the numbers of today."""
    then = next((move for move in answer.renumbered if move.former == pointer.number), None)
    if answer.outcome is not Outcome.EXISTS:
        return replace(answer, provision=None)
    if then is None:
        return replace(answer, provision=None, outcome=Outcome.NOT_HELD, reason=reason(Because.OLD_NUMBERS, day=since))
    now = replace(pointer, article=f"art-{then.now}")
    answer = replace(answer, provision=f"{answer.regulation}.{now.locator}")
    article = next(one for one in articles[then.now] if one.id == then.node)
    if article.valid_from is not None and on < article.valid_from:
        why = reason(Because.SUCCESSOR, day=article.valid_from)
        return replace(answer, provision=None, outcome=Outcome.NOT_HELD, reason=why)
    return _inside(article, now, answer)


def _valid(found: Sequence[Article], on: date) -> tuple[Article, Outcome, Reason | None]:
    """Of the articles under one number the one that holds on the day, or what to say when none does."""
    for article in found:
        begun = article.valid_from is None or article.valid_from <= on
        if begun and (article.valid_to is None or on < article.valid_to):
            return article, Outcome.EXISTS, None
    later = [one for one in found if one.valid_from is not None and on < one.valid_from]
    if later:
        first = min(later, key=lambda one: one.valid_from or on)
        return first, Outcome.NOT_IN_FORCE, reason(Because.NOT_YET, day=first.valid_from or on)
    last = max(found, key=lambda one: one.valid_to or on)
    return last, Outcome.REPEALED, reason(Because.ENDED, day=last.valid_to or on)


def _inside(article: Article, pointer: Pointer, answer: Answer) -> Answer:
    node, why = _node(article, pointer)
    if node is None:
        return replace(answer, outcome=Outcome.NOT_HELD, node=article.id, reason=reason(Because.CLAUSE))
    return replace(answer, node=node, reason=why or answer.reason)


def _node(article: Article, pointer: Pointer) -> tuple[str | None, Reason | None]:
    """The node of a provision of an article: its own, or the article's where a later clause shows that it exists."""
    if pointer.paragraph is None and pointer.item is None:
        return article.id, None
    paragraph = pointer.paragraph
    if paragraph is None:
        having = [p for p, item in article.clauses if item == pointer.item]
        paragraph = having[0] if len(having) == 1 else 1
    if (own := article.clauses.get((paragraph, pointer.item))) is not None:
        return own, None
    if pointer.item is None:
        later = any(p >= paragraph for p, _ in article.clauses)
    else:
        later = any(p == paragraph and item is not None and item > pointer.item for p, item in article.clauses)
    return (article.id, reason(Because.IMPLIED)) if later else (None, None)


def _missing(instrument: Instrument, articles: Articles, pointer: Pointer, on: date) -> tuple[Outcome, Reason]:
    """Whether an article that is not held can be known not to exist."""
    count = instrument.article_count
    if count is None or (instrument.numbers_since is not None and on < instrument.numbers_since):
        return Outcome.NOT_HELD, reason(Because.ARTICLE)
    if int(pointer.number.partition("-")[0]) > count:
        return Outcome.NO_SUCH_PROVISION, reason(Because.BEYOND, count=count)
    if len(articles) >= count:
        return Outcome.NO_SUCH_PROVISION, reason(Because.ALL_HELD, count=count)
    return Outcome.NOT_HELD, reason(Because.ARTICLE)


def _division(articles: Articles, pointer: Pointer, answer: Answer) -> Answer:
    """A chapter exists where an article is held that stands in it; the graph knows no sections."""
    if answer.outcome is not Outcome.EXISTS:
        return answer
    chapter = re.fullmatch(r"(?:part-\d+\.)?chap-(\d+)", pointer.article)
    if chapter and any(one.chapter == int(chapter[1]) for found in articles.values() for one in found):
        return answer
    return replace(answer, outcome=Outcome.NOT_HELD, reason=reason(Because.DIVISION))


def _moves(articles: Iterable[Sequence[Article]], number: str, since: date | None) -> tuple[Renumbered, ...]:
    return tuple(
        Renumbered(one.id, former, one.number, since)
        for found in articles
        for one in found
        for former in one.former_numbers
        if number in (former, one.number)
    )
