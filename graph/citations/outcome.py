"""What became of a citation on a day, and why, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.citations.citation import Trouble
from graph.clock.rules_of_time import Said


class Outcome(Said):
    """What a citation leads to on a day."""

    EXISTS = (
        "exists",
        "The provision or instrument is held and in force on the day.",
        "所引条款或者文件已收录，当日有效。",
    )
    IN_TEXT = (
        "in-text",
        "It stands in the very text that was checked; the graph holds no node of it.",
        "所引条款在所查文本自身之中；图中没有收录该条款。",
    )
    NOT_IN_FORCE = (
        "not-in-force",
        "It is held, and not in force on the day: not yet, or never, as a draft.",
        "已收录，但当日尚未施行，或者属于草案。",
    )
    REPEALED = "repealed", "It is held, and no longer in force on the day.", "已收录，但当日已经废止、失效。"
    AMBIGUOUS = "ambiguous", "The words fit several instruments: see the candidates.", "所引名称对应多个文件，见候选。"
    NO_SUCH_PROVISION = (
        "no-such-provision",
        "The instrument is known and has no such provision.",
        "文件已知，但没有该条、款、项。",
    )
    NOT_HELD = (
        "not-held",
        "The graph does not hold it, so nothing can be said on whether it exists.",
        "图中未收录，无法判断是否存在。",
    )
    UNNAMED = (
        "unnamed",
        "General words: no instrument is named, so there is nothing to look for.",
        "泛指，未指明具体文件，不作查对。",
    )
    UNPARSED = (
        "unparsed",
        "It looks like a citation, and what it names could not be made out.",
        "形似引用，但无法确定所指。",
    )

    @property
    def faulty(self) -> bool:
        """Whether somebody must look: what is cited does not exist or is not law on the day, or cannot be made out."""
        return self in _FAULTY


_FAULTY = frozenset({Outcome.NOT_IN_FORCE, Outcome.REPEALED, Outcome.NO_SUCH_PROVISION, Outcome.UNPARSED})


class Because(Said):
    """Why a citation came out as it did; words in braces are filled in."""

    DRAFT = "draft", "A draft: it never binds.", "征求意见稿、草案，不具有约束力。"
    NOT_YET = "not-yet", "In force from {day} on.", "自{day}起施行。"
    NO_DAY = "no-day", "Promulgated; the day of effect is not known.", "已公布，施行日期不详。"
    ENDED = "ended", "In force until the day before {day}.", "自{day}起失效。"
    ENDED_SOME_DAY = (
        "ended-some-day",
        "No longer in force; the day on which it ended is not known.",
        "已失效，失效日期不详。",
    )
    UNKNOWN_STATUS = "unknown-status", "Whether it is in force is not known.", "是否现行有效不详。"
    TITLE = "title", "No instrument of that title is held.", "未收录该名称的文件。"
    SEVERAL = "several", "Several instruments go by that title.", "多个文件使用该名称。"
    EDITION = (
        "edition",
        "Another edition is meant ({words}) than the one that is held.",
        "所指版本（{words}）与收录的版本不同。",
    )
    BEYOND = "beyond", "The instrument has {count} articles.", "该文件共{count}条。"
    ALL_HELD = (
        "all-held",
        "All {count} articles of the instrument are held, and none has that number.",
        "该文件{count}条均已收录，没有该条号。",
    )
    ARTICLE = "article", "The instrument is held, this article of it is not.", "该文件已收录，但未收录该条。"
    CLAUSE = (
        "clause",
        "The article is held; which paragraphs and items it has is not.",
        "该条已收录，但其款、项未收录。",
    )
    IMPLIED = (
        "implied",
        "Not held by itself; it exists, since a later one of the same article is held.",
        "未单独收录；同条之后的款、项已收录，故存在。",
    )
    OLD_NUMBERS = (
        "old-numbers",
        "The articles were renumbered from {day} on, and the old number of this one is not held.",
        "该文件自{day}起重新编号，未收录该条的原条号。",
    )
    SUCCESSOR = (
        "successor",
        "The article of that number then is not held; what it became is in force only from {day} on.",
        "未收录当时的该条；其后继条文自{day}起施行。",
    )
    PART_OF_TEXT = (
        "part-of-text",
        "The text itself does not have it, and seems to be a part only.",
        "所查文本中没有该条，且文本似不完整。",
    )
    UNMARKED = (
        "unmarked",
        "The list in that article of the text has no marks, so its items cannot be told.",
        "文本中该条的列举没有编号，无法确认其项。",
    )
    NOT_IN_TEXT = "not-in-text", "The text itself has no such provision.", "所查文本自身没有该条、款、项。"
    OTHER_VERSION = (
        "other-version",
        "The text has {here} articles and the instrument as it is held {count}: another version.",
        "所查文本共{here}条，收录的版本共{count}条，版本不同。",
    )
    DIVISION = "division", "Chapters and sections of it are not held.", "未收录其编、章、节。"
    GENERAL = "general", "No instrument is named.", "未指明具体文件。"
    NO_INSTRUMENT = "no-instrument", "Nothing says of which instrument the provision is.", "未指明是哪一文件的条款。"
    NOWHERE = (
        "nowhere",
        "It points from where it stands, and that is inside no article that could be made out.",
        "所在位置不属于任何可识别的条文，无法确定所指。",
    )
    NO_HEADING = (
        "no-heading",
        "It points at the chapter or section around it, and the text has no such heading there.",
        "指向所在的编、章、节，但文本中没有相应的标题。",
    )
    NOTHING_BEFORE = (
        "nothing-before",
        "It points at what stands before, and nothing stands there.",
        "其前没有可指向的条、款、项。",
    )
    NUMBER = "number", "Its number is no number of a provision.", "编号不是有效的条、款、项编号。"
    RANGE = "range", "It runs from one provision to another that does not follow.", "起止条款顺序不成立。"
    NO_UNIT = (
        "no-unit",
        "A word such as 条 is missing, so it cannot be told what is meant.",
        "缺少“条”等字，无法确定所指。",
    )
    BRACKET = "bracket", "A 《 without its 》.", "书名号不配对。"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, with what is filled in."""

    because: Because
    details: tuple[tuple[str, str], ...] = ()

    @property
    def en(self) -> str:
        return self.because.doc.format(**dict(self.details))

    @property
    def zh(self) -> str:
        return self.because.zh.format(**dict(self.details))


def reason(because: Because, **details: str | int | date) -> Reason:
    """
    >>> reason(Because.BEYOND, count=35).en
    'The instrument has 35 articles.'
    """
    return Reason(because, tuple((key, str(value)) for key, value in details.items()))


def of_trouble(trouble: Trouble) -> Reason:
    return Reason(_OF_TROUBLE[trouble])


_OF_TROUBLE = {trouble: next(one for one in Because if one.value == trouble.value) for trouble in Trouble}
