"""Who is bound by a deontic word: named in front of it, in the clause or sentence before, or in the paragraph before.

Chinese omits a subject that is already known. ``Memory`` keeps who was bound last in a paragraph and in an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.statute.duties import bearer
from ingest.statute.duties.action import leads
from ingest.statute.duties.agents import is_authority
from ingest.statute.duties.candidate import Quote
from ingest.statute.duties.modality import Modal
from ingest.statute.duties.sentences import Sentence


@dataclass(slots=True)
class Memory:
    """``last``: who was bound last in the paragraph; ``named``: everybody who was bound in the article, in order."""

    last: Quote | None = None
    named: list[Quote] = field(default_factory=list)
    first: bool = True
    """Whether the sentence is the first of its paragraph."""
    base: int = 0
    """Where the words of the paragraph or item begin in the text."""

    def begin_paragraph(self, base: int) -> None:
        self.last, self.first, self.base = None, True, base

    def begin_item(self, base: int, understood: Quote | None) -> None:
        """``understood`` is who is bound by the words that open the list."""
        self.last, self.first, self.base = understood, False, base

    def remember(self, bound: Quote) -> None:
        self.last = bound
        self.named.append(bound)

    def bearer(
        self, sentence: Sentence, modal: Modal, previous: Modal | None, bound: Quote | None, *, understood: Quote | None
    ) -> tuple[Quote | None, bool]:
        """Who is bound, and whether he stands outside this sentence. ``previous`` binds ``bound`` in the same sentence."""
        words = sentence.words
        start, end = sentence.clauses[modal.clause]
        beside = previous is not None and previous.clause == modal.clause
        if previous is not None and beside:
            start = previous.end
        if modal.sort == "ban":
            return self._banned(words, start, modal, end, understood)
        if (found := bearer.by_whom(words, modal.end, end)) is not None:
            return self.quote(words, found.start, found.end), False
        thing = not beside and bearer.names_a_thing(words, start, modal.start)
        given_back = thing and bearer.given_back(words, modal.end, end)
        if not given_back:
            if (found := bearer.in_front(words, start, modal.start)) is not None:
                return self.quote(words, found.start, found.end), False
            if not beside and (quote := self._in_clauses_before(sentence, modal, previous)) is not None:
                return quote, False
        if previous is not None:
            return (
                bound,
                bound is not None and not 0 <= bound.start - sentence.start - self.base < sentence.end - sentence.start,
            )
        if given_back:
            return None, False
        if self.last is not None:
            return self.last, True
        carried = self._from_the_paragraph_before(sentence, modal) if self.first and not thing else None
        return carried, carried is not None

    def _banned(
        self, words: str, start: int, modal: Modal, end: int, understood: Quote | None
    ) -> tuple[Quote | None, bool]:
        found = bearer.of_ban(words, modal.end, end) or bearer.in_front(words, start, modal.start)
        if found is not None and not found.weak and words[found.start : found.end] != "国家":
            return self.quote(words, found.start, found.end), False
        return understood, understood is not None

    def _in_clauses_before(self, sentence: Sentence, modal: Modal, previous: Modal | None) -> Quote | None:
        """The subject of a clause in front of the one with the deontic word, the nearest first."""
        words = sentence.words
        for i in range(modal.clause - 1, -1 if previous is None else previous.clause, -1):
            if previous is not None and not leads(words, *sentence.clauses[i]):
                return None
            found = bearer.of_clause(words, *sentence.clauses[i])
            if found is None:
                continue
            quote = self.quote(words, found.start, found.end)
            if self._asks(words, modal, quote):
                return None
            if _REWARDS.match(words, modal.end) and not is_authority(quote.words):
                continue
            return quote
        return None

    def _from_the_paragraph_before(self, sentence: Sentence, modal: Modal) -> Quote | None:
        """Who was bound before in the article: where nobody else was, or where an authority answers one who asks."""
        if not self.named:
            return None
        words, last = sentence.words, self.named[-1]
        if is_authority(last.words):
            asks = bearer.subject(words, *sentence.clauses[0])
            asked = asks is not None and _PETITIONER.search(words, asks.start, asks.end) is not None
            return last if asked and _ANSWERS.match(words, modal.end) else None
        return last if len({quote.words for quote in self.named}) == 1 else None

    def _asks(self, words: str, modal: Modal, who: Quote) -> bool:
        """Whether he who stands in the condition only asks, and an authority named before answers."""
        last = self.last or (self.named[-1] if self.named else None)
        return (
            last is not None
            and is_authority(last.words)
            and not is_authority(who.words)
            and _PETITIONER.search(who.words) is not None
            and _ANSWERS.match(words, modal.end) is not None
        )

    def quote(self, words: str, start: int, end: int) -> Quote:
        return Quote(start + self.base, end + self.base, words[start:end])


_PETITIONER = re.compile(
    r"(?:当事人|申请人|报警人|举报人|被害人|投诉人|检举人|利害关系人|权利人|异议人|信访人|报告人)$"
)
_ANSWERS = re.compile(
    r"(?:当场|书面|及时|立即|在[^，]{1,20}内|自[^，]{1,30}内)?(?:告知|通知|记录|予以|受理|为其|为当事人|指派|说明理由|作出|发给|颁发|出具|准予|允许|组织|退还|登记|责令)"
)
_REWARDS = re.compile(
    r"(?:依法|按照[^，]{1,16})?(?:给予|予以|受到)[^，。；]{0,12}(?:表扬|奖励|表彰|补助|补贴|补偿|优先|优待|优惠|支持|帮助|处分)"
)
