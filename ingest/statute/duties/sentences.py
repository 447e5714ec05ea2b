"""Sentences and clauses of one paragraph or item, by offsets into its words.

A sentence ends with 。；！？: a semicolon parts norms as a full stop does. A clause ends with a comma. Commas in brackets
and quotation marks part nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 4_000
"""Characters. What is longer is no sentence of law and is not read: a scan without marks, a table in one line."""

_SENTENCE = re.compile(r"(?:“[^”]{0,400}”|（[^（）]{0,200}）|[^。；;！？!?])+[。；;！？!?]?[”’]?")
_PLAIN = re.compile(r"[^。；;！？!?]+[。；;！？!?]?[”’]?")
_COMMA = re.compile(r"[，,]")
_SHELTER = re.compile(r"“[^”]*”|《[^》]*》|（[^（）]*）|\([^()]*\)|\[[^\]]*\]|〔[^〕]*〕")
_OPENS = re.compile(r"[“《（(\[〔]")
_BLANK = " \t\u3000\n"


@dataclass(slots=True)
class Sentence:
    """One sentence of ``words``. ``end`` leaves its mark out; ``clauses`` bound the words between the commas."""

    words: str
    start: int
    end: int
    clauses: tuple[tuple[int, int], ...]
    shelters: tuple[tuple[int, int], ...]
    """Quotation marks, titles and brackets: what stands in them governs nothing outside."""
    opens_list: bool = False
    """Whether it ends with a colon, so that items may follow."""

    def sheltered(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.shelters)

    def clause_at(self, at: int) -> int:
        """The index of the clause in which an offset stands."""
        for i, (_, end) in enumerate(self.clauses):
            if at <= end:
                return i
        return len(self.clauses) - 1


def sentences(words: str) -> list[Sentence]:
    """The sentences of a paragraph in order; blank ones are left out.

    >>> [s.words[s.start:s.end] for s in sentences("甲应当备案；乙，不得“迟报；漏报”。")]
    ['甲应当备案', '乙，不得“迟报；漏报”']
    """
    out = []
    pattern = _SENTENCE if "“" in words or "（" in words else _PLAIN
    for found in pattern.finditer(words):
        start, end = found.span()
        while start < end and words[start] in _BLANK:
            start += 1
        while end > start and words[end - 1] in "。；;！？!? \t\u3000\n":
            end -= 1
        if 0 < end - start <= LONGEST:
            out.append(_sentence(words, start, end))
    return out


def _sentence(words: str, start: int, end: int) -> Sentence:
    shelters = tuple(m.span() for m in _SHELTER.finditer(words, start, end)) if _OPENS.search(words, start, end) else ()
    opens = words[end - 1] in "：:"
    if opens:
        end -= 1
    clauses = []
    at = start
    for comma in _COMMA.finditer(words, start, end):
        here = comma.start()
        if not shelters or not any(one <= here < other for one, other in shelters):
            if here > at:
                clauses.append((at, here))
            at = here + 1
    if at < end or not clauses:
        clauses.append((at, end))
    return Sentence(words, start, end, tuple(clauses), shelters, opens)
