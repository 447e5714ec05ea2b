"""Norms without a deontic word: filing formulae (报国务院备案), duties by their noun (履行…义务), keeping, sanctions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.vocabulary import DeadlineKind, Norm
from ingest.statute.duties import bearer
from ingest.statute.duties.action import Act, leads
from ingest.statute.duties.authority import receivers
from ingest.statute.duties.bearer import Subject
from ingest.statute.duties.candidate import Flow
from ingest.statute.duties.deadline import clocks
from ingest.statute.duties.sanction import sanction
from ingest.statute.duties.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A norm in the indicative: a duty, or a sanction."""

    norm: Norm
    bearer: Subject | None
    act: Act


_MAYBE = re.compile(
    r"(?=[备报申登审批核提通义职保留罚责处追吊没取警])(?:备案|报|申报|申请|登记|审批|批准|核准|提交|通报|义务|职责|保存|留存|保管|保留|罚|责令|处分|追究|吊销|没收|取缔|警告)"
)
_NO_NORM = re.compile(
    r"[^，]{0,12}(?:国家|本[省市法]|各级人民政府)?(?:鼓励|支持|提倡|倡导)|(?:国家|本[省市])(?:实行|建立|推行|引导|保障|坚持)|[^，]{0,40}所称|[^，]*是指|本(?:法|条例|办法|规定|细则)[^，]{0,20}(?:自|施行)"
)
_EXEMPT = re.compile(r"不(?:再)?需要?|无需|无须|毋须|免于|免予|可不|不再|不予|不必|视为|视同|不适用|不受")
_ASKS_WHETHER = re.compile(r"能否|是否|可否|有无")
_DOES_DUTY = re.compile(
    r"(?P<front>[^，]*?)(?P<verb>(?<![不未拒予止能])(?:依法|按照[^，]{1,20}|具体|分别|各自|协助)?(?:履行|承担))(?P<object>[^，]*(?:义务|职责))$"
)
_STRONG = re.compile(r"备案|批准|审批|核准|报告|报送|申报|申请|登记|提交|审核|审定|决定|备查|上报|通报|注册")
_AS_RULED = re.compile(
    r"(?:应?按照|依照|按)[^，]*(?:规定|要求)(?:的[^，]{1,12})?(?:报送|申报|备案|报告|提交)(?![^，]*的$)"
)


def norm(sentence: Sentence, *, elided: bool) -> Found | None:
    """The norm of a sentence without a deontic word; ``elided`` allows its bearer to stand in the sentence before."""
    words, start, end = sentence.words, sentence.start, sentence.end
    if _MAYBE.search(words, start, end) is None or _NO_NORM.match(words, start, end):
        return None
    punished = sanction(words, start, end)
    if punished is not None:
        return Found(Norm.SANCTION, _by(sentence, authority=True), Act(*punished))
    if _EXEMPT.search(words, start, end) or _ASKS_WHETHER.search(words, start, end):
        return None
    return _kept(sentence) or _flow(sentence, elided=elided) or _noun(sentence)


def _kept(sentence: Sentence) -> Found | None:
    words = sentence.words
    found = [clock for clock in clocks(words, sentence.start, sentence.end) if clock.kind is DeadlineKind.AT_LEAST]
    if not found:
        return None
    who = bearer.subject(words, *sentence.clauses[0])
    return Found(Norm.DUTY, None if who is None or who.weak else who, Act(sentence.start, sentence.end, found))


def _flow(sentence: Sentence, *, elided: bool) -> Found | None:
    words = sentence.words
    for i, (start, end) in enumerate(sentence.clauses):
        if leads(words, start, end):
            continue
        gone = [
            r
            for r in receivers(words, start, end)
            if _STRONG.search(r.verb) and r.flow is not Flow.COMPLAIN and not _REMEDY.search(words, start, end)
        ]
        gone = [
            r
            for r in gone
            if not _asked_first(words, start, r.name.start) and not _OMITS.search(words[start : r.name.start])
        ]
        if not gone and not (i and _AS_RULED.match(words, start, end)):
            continue
        who = _subject_up_to(sentence, i, gone[0].name.start if gone else end)
        if who is None and not elided:
            return None
        begin = who.end if who is not None and sentence.start <= who.end <= start + (end - start) else sentence.start
        act = Act(begin, sentence.end, clocks(words, begin, end), gone)
        return Found(Norm.DUTY, who, act)
    return None


_REMEDY = re.compile(r"复议|诉讼|仲裁|起诉|上诉|申诉|复核")
_OMITS = re.compile(r"(?:未|不|拒|没有|无)(?![^，]{0,6}(?:的，|后))[^，]{0,40}$")


def _asked_first(words: str, start: int, at: int) -> bool:
    """经…批准 in the indicative is a condition, no act."""
    return (
        re.search(r"(?:经|由)[^，由]*$", words[start:at]) is not None
        and re.search(r"[向报][^，]{0,3}$", words[start:at]) is None
    )


def _subject_up_to(sentence: Sentence, clause: int, at: int) -> Subject | None:
    """The one behind the nearest 由; else the subject that the sentence begins with, or the nearest one after it."""
    words = sentence.words
    for i in range(clause, -1, -1):
        start, end = sentence.clauses[i]
        if (found := bearer.by_in_clause(words, start, min(end, at))) is not None:
            return found
    for i in range(clause + 1):
        start, end = sentence.clauses[i]
        found = bearer.subject(words, start, min(end, at))
        if found is not None and not found.weak and found.end <= at:
            return found
    return None


_NOT_DONE = re.compile(r"不|未|拒|使|引导|教育|监督|督促|确保|保障|提高|增强|为|能力|代表")
_NAMED_DUTY = re.compile(r"下列|以下|第[一二三四五六七八九十百]+条|规定的|前款")


def _noun(sentence: Sentence) -> Found | None:
    words = sentence.words
    for i, (start, end) in enumerate(sentence.clauses):
        found = _DOES_DUTY.match(words, start, end)
        if (
            found is None
            or _NOT_DONE.search(found["front"])
            or not (end == sentence.end or _NAMED_DUTY.search(found["object"]))
        ):
            continue
        who = bearer.by_in_clause(words, start, found.start("verb")) or bearer.in_front(
            words, start, found.start("verb")
        )
        if who is None and i:
            who = _subject_up_to(sentence, i - 1, start)
        if who is None or who.weak:
            return None
        return Found(Norm.DUTY, who, Act(found.start("verb"), sentence.end, [], []))
    return None


def _by(sentence: Sentence, *, authority: bool) -> Subject | None:
    from ingest.statute.duties.agents import is_authority

    words = sentence.words
    for start, end in sentence.clauses:
        found = bearer.by_in_clause(words, start, end)
        if found is not None:
            return found
    for start, end in reversed(sentence.clauses):
        found = bearer.subject(words, start, end)
        if found is not None and not found.weak and (not authority or is_authority(words[found.start : found.end])):
            return found
    return None
