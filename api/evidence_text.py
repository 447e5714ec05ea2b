"""What holding the facts against official texts found, as lines: first what a text contradicts, last the files that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.evidence import Mismatch, Mistake, Report, Taken, TextSeen, Unchecked

_MISTAKES = {
    Mistake.NO_SUCH_PROVISION: "查无此条款 no such provision in the text",
    Mistake.WORDS_MISSING: "原文无此字句 words that do not stand there",
    Mistake.FINGERPRINT_DIFFERS: "文本指纹不符 other words than when it was last read",
    Mistake.COUNT_DIFFERS: "条数不符 another number of articles",
    Mistake.TEXTS_DISAGREE: "文本不一 another text of that version bears it out, this one does not",
}
_UNCHECKED = {
    Unchecked.NO_TEXT: "无文本 no text of the instrument at hand",
    Unchecked.OTHER_VERSION: "版本不符 only texts of another version at hand",
    Unchecked.PARTIAL_TEXT: "文本不全 the text at hand is not whole and lacks the provision",
    Unchecked.NAMES_NO_PROVISION: "未指明条款 the evidence is a source as a whole, or a place that is no provision",
}
_TAKEN = {
    Taken.VERSION: "",
    Taken.VERSION_UNSAID: "版本未载明 version not told, held against",
    Taken.OTHER_VERSION: "其他版本 other version, not held against",
    Taken.NO_REGULATION: "无对应法规 no instrument of the graph has this title",
    Taken.AMBIGUOUS: "对应多部法规 several instruments of the graph have this title",
    Taken.AMENDMENT: "修改决定 changes other instruments, not held against",
    Taken.NO_PROVISIONS: "未读出条文 no article found, not held against",
}
_SHOWN = 40
"""How many texts without an instrument are named; ``--json`` names all."""


def evidence_text(report: Report) -> Iterator[str]:
    """Everything but the agreements, which are counted."""
    for mismatch in report.mismatches:
        yield from _mismatch(mismatch)
    for twins in report.twins:
        yield f"同版异文 TEXTS OF ONE VERSION DIFFER: {twins.regulation}"
        yield f"  {twins.text}"
        yield f"  {twins.other}"
        yield f"  in {', '.join(place.removeprefix(twins.regulation + '.') for place in twins.provisions)}"
    yield from _unchecked(report)
    yield from _texts(report)
    if report.unreadable:
        yield "无法读取 files that could not be read:"
        yield from (f"  {line}" for line in report.unreadable)


def summary(report: Report) -> str:
    held = sum(text.taken.is_held_against for text in report.texts)
    return (
        f"{_of(len(report.agreements), 'claim')} agree ({_of(report.words_found, 'word')} found where cited), "
        f"{_of(len(report.mismatches), 'mismatch')}, {len(report.unchecked)} could not be checked; "
        f"{held} of {_of(len(report.texts), 'text')} held against, {len(report.unreadable)} unreadable."
    )


def _of(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "es" if noun.endswith("ch") else "s")


def _mismatch(mismatch: Mismatch) -> Iterator[str]:
    claim = mismatch.claim
    yield f"不符 MISMATCH {claim.fact} at {claim.provision}"
    yield f"  {_MISTAKES[mismatch.why]}" + (f": {', '.join(mismatch.missing)}" if mismatch.missing else "")
    if claim.articles is not None:
        yield f"  the facts say {claim.articles} articles"
    if mismatch.said:
        yield f"  there stands: {mismatch.said}"
    yield (
        f"  nearest that fits: {mismatch.nearest or 'none in this text'}"
        if claim.locator
        else "  count the text, or correct article_count"
    )
    yield f"  text: {mismatch.text}"


def _unchecked(report: Report) -> Iterator[str]:
    for why, said in _UNCHECKED.items():
        without = [one for one in report.unchecked if one.why is why]
        if not without:
            continue
        yield f"未核对 NOT CHECKED, {said}: {len(without)}"
        by_regulation = Counter(one.claim.regulation for one in without if one.claim.regulation)
        if by_regulation:
            yield "  " + ", ".join(f"{name} {count}" for name, count in sorted(by_regulation.items()))


def _texts(report: Report) -> Iterator[str]:
    known = [text for text in report.texts if text.regulations]
    if known:
        yield "文本 texts of instruments of the graph:"
        yield from (f"  {_text(text)}" for text in known)
    unknown = [text for text in report.texts if not text.regulations]
    if unknown:
        yield f"其他文本 other texts, held against nothing: {len(unknown)}"
        yield from (f"  {_text(text)}" for text in unknown[:_SHOWN])
        if len(unknown) > _SHOWN:
            yield f"  and {len(unknown) - _SHOWN} more; --json names them all"


def _text(text: TextSeen) -> str:
    parts = [
        f"{text.text}: {text.title or 'no title found'}",
        " or ".join(text.regulations),
        f"{text.articles} articles",
        f"of {text.dated}" if text.dated else "",
        _TAKEN[text.taken],
        "; ".join(text.notes),
    ]
    return " · ".join(part for part in parts if part)
