"""``candidates``: the norms of a statute, by rules alone. The same text always gives the same candidates.

Guarantees (tests/statute/duties holds them):

1. Every quote is verbatim: ``text[quote.start:quote.end] == quote.words`` for the text that was parsed.
2. A candidate stands at the provision (paragraph or item) that holds its evidence; they come in the order of the text.
3. Words that an amendment puts into another act (``Paragraph.quoted``) give no candidates: they are not this act's norms.
4. No text is refused.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from graph.citations.citation import Citation
from ingest.statute.duties.candidate import Candidate
from ingest.statute.duties.reader import Reader
from ingest.statute.tree import Item, Leaf, Paragraph, Statute


def candidates(statute: Statute, citations: Sequence[Citation] = ()) -> list[Candidate]:
    """The candidate norms of a statute. ``citations`` are those of its text (``graph.citations.find``), in order."""
    starts = [citation.start for citation in citations]

    def cites(start: int, end: int) -> tuple[Citation, ...]:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        return tuple(citation for citation in citations[first:last] if citation.end <= end)

    return list(_read(statute, cites if citations else _none))


def _none(start: int, end: int) -> tuple[Citation, ...]:
    del start, end
    return ()


def _read(statute: Statute, cites: Callable[[int, int], tuple[Citation, ...]]) -> Iterator[Candidate]:
    counts: dict[str, int] = {}
    for provision in statute.provisions:
        reader = Reader(cites, counts)
        for paragraph in provision.paragraphs:
            if paragraph.quoted:
                continue
            at = f"{provision.locator}.par-{paragraph.number}"
            yield from reader.paragraph(paragraph.text, at, paragraph.begin, has_items=bool(paragraph.items))
            if paragraph.items:
                yield from _read_items(reader, paragraph, at)


def _read_items(reader: Reader, paragraph: Paragraph, at: str) -> Iterator[Candidate]:
    for item in paragraph.items:
        if item.quoted:
            continue
        for leaf in _leaves(item):
            yield from reader.item(leaf.text, f"{at}.item-{item.number}", leaf.begin)
    reader.close_list()


def _leaves(item: Item) -> Iterator[Leaf]:
    """An item with what is below it, which has no name of its own in the graph."""
    yield item
    yield from item.continued
    for below in item.items:
        yield from _leaves(below)
