"""Folding of code points, and edits that remember where every character came from.

NFKC is too much for law (it turns ， into a comma, （ into a bracket) and too little (⺠ U+2EA0 and ⻔ U+2ED4 stay as they
are). ``one_to_one`` exchanges only what an encoder or a PDF font put in the place of the character that was meant, one for
one, so no offset moves; ``edited`` makes every change that does move offsets and returns the way back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SUPPLEMENT = (
    "⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎尢⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目"
    "⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门"
    "⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
"""CJK Radicals Supplement, for which NFKC knows only two (after Unicode's EquivalentUnifiedIdeograph, simplified forms)."""
_STROKES = "㇐一㇑丨㇒丿㇓丿㇔丶㇏丶㇠乙"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_LINE_ENDS = "\x0b\x85\u2028\u2029"
_RADICALS = [*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF), *range(0x2F800, 0x2FA1E)]

_ONE_TO_ONE: dict[int, str] = {
    code: folded
    for code in _RADICALS
    if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1 and folded != chr(code)
}
_ONE_TO_ONE |= {ord(pairs[i]): pairs[i + 1] for pairs in (_SUPPLEMENT, _STROKES) for i in range(0, len(pairs), 2)}
_ONE_TO_ONE |= {ord(blank): " " for blank in _BLANKS} | {ord(end): "\n" for end in _LINE_ENDS}
_FOLDABLE = re.compile(
    f"[{_BLANKS}{_LINE_ENDS}{_STROKES[::2]}\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1d]+"
)
INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\x00]+")
"""Characters without a shape: zero-width blanks, joiners, marks of direction, variation selectors, byte order marks."""


def one_to_one(text: str) -> str:
    """The same text, as long as before, with the characters that were meant.

    >>> one_to_one("⺠法典第⼀条 ⽹络，⻔户（⼀）")
    '民法典第一条 网络，门户（一）'
    """
    return _FOLDABLE.sub(lambda found: found[0].translate(_ONE_TO_ONE), text)


def comparable(text: str) -> str:
    """For comparing words, never for showing: folded, NFKC, without white space and invisible characters.

    >>> comparable("第 十 七 条　“⽹络”（1）") == comparable("第十七条“网络”(1)")
    True
    """
    return "".join(INVISIBLE.sub("", unicodedata.normalize("NFKC", one_to_one(text))).split())


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """Put ``put`` in the place of ``text[start:end]``; ``why`` when words are left out (``None``: only layout changes)."""

    start: int
    end: int
    put: str = ""
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """The way back from an edited text: for every offset the offset it came from.

    Pieces: from ``at[i]`` on, an offset is ``came[i]`` plus what is beyond ``at[i]`` where ``moves[i]``, else ``came[i]``.
    """

    at: tuple[int, ...] = (0,)
    came: tuple[int, ...] = (0,)
    moves: tuple[bool, ...] = (True,)

    def back(self, offset: int) -> int:
        """Where the character at that offset stood; for one that was put in, where it was put."""
        i = bisect_right(self.at, offset) - 1
        return self.came[i] + (offset - self.at[i] if self.moves[i] else 0)

    def moves_at(self, offset: int) -> bool:
        """Whether the character at that offset is from the earlier text, and was not put in."""
        return self.moves[bisect_right(self.at, offset) - 1]

    def after(self, earlier: Way) -> Way:
        """This way, and then the earlier one: from the text after both edits to the text before both."""
        if earlier == SAME:
            return self
        if self == SAME:
            return earlier
        at: list[int] = []
        came: list[int] = []
        moves: list[bool] = []
        for i, start in enumerate(self.at):
            from_ = self.came[i]
            if not self.moves[i]:
                pieces = [(start, earlier.back(from_), False)]
            else:
                until = from_ + (self.at[i + 1] - start) if i + 1 < len(self.at) else None
                j = bisect_right(earlier.at, from_) - 1
                pieces = [(start, earlier.back(from_), earlier.moves[j])]
                while j + 1 < len(earlier.at) and (until is None or earlier.at[j + 1] < until):
                    j += 1
                    pieces.append((start + earlier.at[j] - from_, earlier.came[j], earlier.moves[j]))
            for a, c, m in pieces:
                at.append(a)
                came.append(c)
                moves.append(m)
        return Way(tuple(at), tuple(came), tuple(moves))


SAME = Way()
"""Nothing was edited."""


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, Way]:
    """The text after the edits, and the way back. Edits do not overlap; their order does not matter.

    >>> edited("数 据", [Edit(1, 2)])[0]
    '数据'
    """
    ordered: Sequence[Edit] = sorted(edits)
    if not ordered:
        return text, SAME
    pieces: list[str] = []
    at: list[int] = []
    came: list[int] = []
    moves: list[bool] = []
    done = length = 0

    def add(piece: str, origin: int, moving: bool) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            at.append(length)
            came.append(origin)
            moves.append(moving)
            length += len(piece)

    for edit in ordered:
        if edit.start < done:
            raise ValueError(f"edits overlap at {edit.start}")
        add(text[done : edit.start], done, True)
        add(edit.put, edit.start, False)
        done = edit.end
    add(text[done:], done, True)
    at.append(length)
    came.append(len(text))
    moves.append(True)
    return "".join(pieces), Way(tuple(at), tuple(came), tuple(moves))
