"""Titles of instruments in running text: which names are known, and where one that is not known begins and ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

_REPUBLIC = "中华人民共和国"
_NOUN = (
    r"(?:法典|法|条例|规定|办法|细则|规则|解释|决定|决议|公约|条约|协定|协议|议定书|安排|章程|通则|规范|标准|意见|通知|守则|准则|批复|公告"
    r"|规程|规划|方案|纲要|指南|指引|目录|名录|要求|制度|条令|税则|命令|通告|答复|复函|纪要|解答|宣言|宪章|措施|程序|总则|大纲|说明|修正案|令)"
)
_CLOSING = r"(?:[（(〔\[【][^（）()〔〕\[\]【】]{1,60}[）)〕\]】]){0,3}"
_INSTRUMENT = re.compile(
    rf"{_NOUN}{_CLOSING}(?:之[一二三四五六七八九十]+|[一二三四五六七八九十]+)?$|[A-Z]{{2,}}/?[A-Z]* ?\d"
)
_RUN_BACK = re.compile(r"(?:[）)][一二三四五六七八九十]{1,3}[（(])?[\u4e00-\u9fff〇]+")
"""A run of characters that may be a title, read from its end."""
_CUE = re.compile(
    r".*(?:依照|按照|依据|根据|违反|适用|参照|比照|触犯|符合|属于|实施|执行|遵守|认定为|视为|以及|或者|构成|所称|包括|具有|不受|同时|现行|"
    r"修[正订改]后的?|修[正订改]前的?|对照|援引|引用|遵循|贯彻|落实|享有|履行|取得|作为|是指|本着|应当在|可以在|本|依|据)"
)
_LEADING = re.compile(r"(?:对(?![外台])|在|由|将|以|为|于|是|和(?!平)|与|及|或|的|从|把|犯|有|按|受|原|新|因)+")
_JOINED = re.compile(rf".*{_NOUN}{_CLOSING}(?:和|与|及)")
_GUESS = re.compile(
    r"(?:法典|法|条例|规定|办法|细则|规则|解释|决定|公约|条约|协定|议定书|宪章|法例|安排|章程|通则|规范|意见|通知|守则|准则|修正案(?:[（(][一二三四五六七八九十]+[）)])?)$"
)
_WEAK = re.compile(r"(?:决定|解释|意见|通知|安排|规定)$")
_FIRM = re.compile(r"关于|(?:管理|监督|保护|暂行|若干|程序|处理|使用|登记|实施|补充|试行|工作|评估)(?:规定|安排|意见)$")
_NO_NAME = re.compile(
    r"(?:[该此同其各上前述列有关相国家法律行政地方性、的等]|另行|法律法规|以上|以下|下列)*(?:法|规定|办法|条例|决定|解释|规则|通知|意见|安排|标准|规范|章程)$"
)
_BEFORE_A_NAME = frozenset(
    "照据反用合于施行守及者为成定有和与或对将由在以是了的按依受从除因把向经其等即如含引循彻称则就载犯"
)
_LATIN = re.compile(r"[A-Za-z0-9]$")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def key(title: str) -> str:
    """What two ways of writing one title have in common.

    >>> key("《中华人民共和国网络安全法》") == key("网络安全法") and key("关于〈刑法〉的 解释（一）") == key("关于《刑法》的解释(一)")
    True
    """
    folded = unicodedata.normalize("NFKC", title).translate(_SAME).replace(_REPUBLIC, "")
    folded = "".join(folded.split())
    while folded[:1] == "《" and folded[-1:] == "》" and "》" not in folded[:-1]:
        folded = folded[1:-1]
    return folded.casefold()


def reads_like_an_instrument(title: str) -> bool:
    """Whether the words in 《》 end as titles of instruments do: a licence, a form or a newspaper does not."""
    return _INSTRUMENT.search("".join(title.split())) is not None


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are seen without 《》. ``中华人民共和国`` before one belongs to it and need not be listed."""

    known: frozenset[str] = frozenset()
    _lengths: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        return cls().with_(names)

    def with_(self, names: Iterable[str]) -> Names:
        """These names and more."""
        new = {
            bare for name in names if len(name) > 1 and (bare := name.replace(_REPUBLIC, "") or name) not in self.known
        }
        if not new:
            return self
        lengths = dict(self._lengths)
        for name in new:
            have = lengths.get(name[-2:], ())
            if len(name) not in have:
                lengths[name[-2:]] = tuple(sorted((*have, len(name)), reverse=True))
        return Names(self.known | new, lengths)

    def ending_at(self, text: str, end: int, floor: int, *, cited: bool = False) -> int | None:
        """Where the longest known name begins that ends there; ``None`` when there is none, or only the tail of a longer word.

        ``cited`` when an article follows: then only the name of a place before it can make it the tail of another title.
        """
        for length in self._lengths.get(text[end - 2 : end], ()):
            start = end - length
            if start >= floor and text[start:end] in self.known:
                if text.startswith(_REPUBLIC, max(start - 7, floor), start):
                    return start - 7
                if _begins(text, start, floor) or (cited and not _of_a_place(text, start, end)):
                    return start
        return None


@cache
def national_laws() -> Names:
    """The laws of the National People's Congress and its Standing Committee, by name."""
    lines = files("graph.citations").joinpath("laws.txt").read_text(encoding="utf-8").splitlines()
    return Names.of(line for line in lines if line and not line.startswith("#"))


def guessed(text: str, end: int, floor: int) -> int | None:
    """Where a title without 《》 begins that ends there and is not known; ``None`` when the words read like no title.

    >>> text = "可以依照医疗器械监督管理条例第七十二条"
    >>> text[guessed(text, 14, 0):14]
    '医疗器械监督管理条例'
    """
    found = _RUN_BACK.match(text[max(floor, end - 60) : end][::-1])
    if found is None:
        return None
    start = end - found.end()
    if _GUESS.search(text[start:end]) is None:
        return None
    for pattern in (_CUE, _JOINED):
        if cue := pattern.match(text, start, end):
            start = cue.end()
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    title = text[start:end]
    if len(title) < 2 or _GUESS.search(title) is None or _NO_NAME.fullmatch(title):
        return None
    if _WEAK.search(title) and not _FIRM.search(title):
        return None
    return start


def _begins(text: str, start: int, floor: int) -> bool:
    """Whether a name may begin there: after the start, a mark, or a word that governs it."""
    if start <= floor:
        return True
    before = text[start - 1]
    if _LATIN.match(text[start]):
        return _LATIN.match(before) is None
    return before in _BEFORE_A_NAME or not _HAN.match(before)


def _of_a_place(text: str, start: int, end: int) -> bool:
    """Whether a name is the tail of a local rule's: 上海市电信条例. A law has no place before it."""
    return not _LATIN.match(text[start]) and (
        text[start - 1] in "省市区县州旗" and not text.endswith(("法", "法典"), start, end)
    )


_SAME = str.maketrans(
    {"〈": "《", "〉": "》", "<": "《", ">": "》", "“": "", "”": "", '"': "", "‘": "", "’": "", "·": ""}
)
