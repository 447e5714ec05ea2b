"""第X条, 第X款, 第X项 and 第X章 without an instrument in 《》 before them: whose they are."""

from __future__ import annotations

from dataclasses import replace

from graph.citations.anchors import BESIDE, GOES_ON, HEAD, LINE, NO_UNIT, SENTENCE, UNIT_ALONE
from graph.citations.citation import By, Pointer, Target, Trouble, Why
from graph.citations.names import guessed
from graph.citations.numerals import number
from graph.citations.outline import Place
from graph.citations.provisions import Base, divisions, provisions
from graph.citations.reading import Named, Reading

_NAME_LIMIT = 60


def alone(reading: Reading, start: int, place: Place) -> tuple[int, int] | None:
    """Take what is cited there; or say where the title without 《》 begins and ends that stands right before."""
    text = reading.text
    if (name := _name_before(reading, start)) is not None:
        return name
    if place.quoted and text[reading.line(start) : start].strip(" \u3000*“") == "" and HEAD.match(text, start):
        return None
    whose = _whose(reading, start, place)
    base = _base(reading, whose, place)
    targets, stop = provisions(text, start, base)
    if not targets:
        _without_unit(reading, start, place)
        return None
    whose = _of_another(reading, whose, targets, place)
    if "条" not in text[start : targets[0].end] and not _is_cited(reading, targets[0], stop, base):
        reading.pass_over(start, stop, Why.COUNTED)
        return None
    if whose.by is By.NOBODY:
        targets = tuple(replace(target, trouble=target.trouble or Trouble.NO_INSTRUMENT) for target in targets)
    inferred = whose.by is not By.SELF
    reading.take(start, stop, whose.by, whose.title, targets, edition=whose.edition, inferred=inferred)
    return None


def _name_before(reading: Reading, start: int) -> tuple[int, int] | None:
    floor = max(reading.line(start), start - _NAME_LIMIT)
    end = floor + len(reading.text[floor:start].rstrip(" \u3000"))
    if end <= floor + 1:
        return None
    begin = reading.names.ending_at(reading.text, end, floor, cited=True)
    if begin is None:
        begin = guessed(reading.text, end, floor)
    if begin is None or not reading.following(start, Base())[0]:
        return None
    return begin, end


def _whose(reading: Reading, start: int, place: Place) -> Named:
    """The instrument to which a provision belongs that is cited alone, and the article it stands in if it is no article."""
    text, last, outline = reading.text, reading.last, reading.outline
    in_sentence = last is not None and not reading.apart(last, start, SENTENCE)
    if (
        last is not None
        and in_sentence
        and BESIDE.search(text, max(0, start - 4), start)
        and text[last.end : start].strip()
    ):
        return Named(last.title, By.BEFORE if last.title else By.SELF, last.target, last.end, last.edition)
    if outline.changes:
        by, title = reading.own()
        return Named(title, by if title else By.NOBODY, _ordered(reading, start, place, title, in_sentence=in_sentence))
    of_line = last is not None and last.title is not None and not reading.apart(last, start, LINE)
    if place.article is not None or (outline.has_articles and not of_line):
        broken = _broken(reading, start, place)
        return broken or Named(None, By.SELF, Pointer(place.article) if place.article else None)
    if last is not None and of_line:
        return Named(last.title, By.BEFORE, last.target if in_sentence else None, start, last.edition)
    return Named(reading.subject, By.SUBJECT if reading.subject else By.NOBODY)


def _ordered(reading: Reading, start: int, place: Place, title: str | None, *, in_sentence: bool) -> Pointer | None:
    """In a decision: the article that is being changed, or the place in the words that are put in."""
    if not reading.in_quotes(place, start):
        last = reading.last
        return last.target if last and in_sentence and last.title == title and last.target else reading.ordered
    standing = reading.standing(place, start)
    return Pointer(standing.article, standing.paragraph) if standing.article else None


def _broken(reading: Reading, start: int, place: Place) -> Named | None:
    """（一）违反第二项规定的: what is broken is an article that was cited before, not the list of sanctions itself."""
    found, cited = UNIT_ALONE.match(reading.text, start), reading.elsewhere
    if found is None or cited is None or cited.target is None or cited.stands != place.article or cited.target.division:
        return None
    article, value = cited.target.article, number(found["number"])
    if article == place.article or (cited.by is not By.SELF and cited.title is None):
        return None
    outline = reading.outline
    other = outline.articles.get(article) if cited.title is None else None
    if found["unit"] == "款":
        there, here = other is None or value in other, value in outline.articles.get(place.article or "", {})
    else:
        most = max((max(items) for items in (other or {}).values() if items), default=0)
        there = other is None or value <= most or not most
        here = outline.with_item(place.article or "", value, place) is not None
    before = reading.text[max(0, start - 2) : start]
    broken = before == "违反" or (place.item is not None and before[-1:] in ("有", "反", "在", "的"))
    if not there or (here and not broken):
        return None
    by = By.SELF if cited.title is None else By.BEFORE
    return Named(cited.title, by, Pointer(article), cited.end, cited.edition)


def _of_another(reading: Reading, whose: Named, targets: tuple[Target, ...], place: Place) -> Named:
    """An article that the text has not is one of the instrument cited before in the same article, or of its subject."""
    first, other = targets[0].first, reading.elsewhere
    if whose.by is not By.SELF or whose.target is None or first is None or _has(reading, first):
        return whose
    if other is not None and other.title is not None and other.stands == place.article:
        return Named(other.title, By.BEFORE, None, other.end, other.edition)
    return Named(reading.subject, By.SUBJECT) if reading.subject and reading.outline.whole else whose


def _has(reading: Reading, pointer: Pointer) -> bool:
    """Whether the text has a provision, or may have it in a part that is not at hand."""
    outline = reading.outline
    paragraphs = outline.articles.get(pointer.article)
    if paragraphs is None:
        return not outline.whole and int(pointer.number.split("-")[0]) <= outline.last_article
    return pointer.paragraph is None or pointer.item is not None or pointer.paragraph in paragraphs


def _base(reading: Reading, whose: Named, place: Place) -> Base:
    target = whose.target
    if whose.by is not By.SELF:
        return Base(target.article, target.paragraph) if target else Base()
    near = place if target is None or target.article == place.article else Place()
    return Base(target.article if target else None, target.paragraph if target else None, reading.below(near))


def _is_cited(reading: Reading, target: Target, stop: int, base: Base) -> bool:
    """Whether 第一款 or 第二项 alone is a citation, and not the first of some things that are counted."""
    text = reading.text
    paragraph = "款" in text[target.start : target.end]
    if base.article is None:
        return paragraph and text.startswith(("规定", "的规定"), stop)
    if paragraph or reading.outline.changes or GOES_ON.match(text, stop) is not None or stop == len(text):
        return True
    pointer = target.first
    return base.below is not None and pointer is not None and base.below(pointer.article, pointer.item or 0) is not None


def _without_unit(reading: Reading, start: int, place: Place) -> None:
    """第二百三十六第三款, where 条 is missing; or a chapter."""
    text = reading.text
    if (found := NO_UNIT.match(text, start)) is not None:
        _, stop = provisions(text, found.end(), Base())
        reading.take(start, stop, By.NOBODY, trouble=Trouble.NO_UNIT)
        return
    targets, stop = divisions(text, start, place.division)
    if targets and reading.outline.divisions and GOES_ON.match(text, stop) is not None:
        by, title = reading.own()
        reading.take(start, stop, by, title, targets)
