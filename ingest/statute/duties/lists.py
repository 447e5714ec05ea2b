"""Lists: whether the items below 应当履行下列义务： are acts, or papers, contents and conditions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.vocabulary import Modality, Norm
from ingest.statute.duties.candidate import Candidate, Quote
from ingest.statute.duties.sentences import Sentence


@dataclass(frozen=True, slots=True)
class List:
    """An open list: who is bound, how, and whether its items are acts."""

    bearer: Quote | None
    modality: Modality
    norm: Norm
    at: str
    acts: bool
    breaches: bool = False
    """Whether the items are what is punished: 有下列行为之一的，处…罚款."""


_THESE = re.compile(r"(?:下列|以下|如下)(?P<of>[^，。]*)$")
_OF_ACTS = re.compile(
    r"[^，。对从向进为将]{0,18}?(?:义务|职责|责任|措施|工作|任务|行为|活动|规定|要求|做法|手段|手续|职权|权力|权利|步骤|程序|处理|处置|纪律|情形)(?:[（(][^）)]*[）)])?(?=$|对|进行|予以|，|办理|处理|执行|作出)"
)
_ACTS_LEFT_OPEN = re.compile(r"(?:应当|应|必须|须|不得|可以|应当做到|禁止)$")
_BY_RULES = re.compile(r"(?:按照|依照|根据|遵守|符合|执行)(?:下列|以下|如下)(?:规定|要求|程序|步骤|情形|情况)")
_DONE_BY = re.compile(r"(?:下列|以下)事项(?:应当|可以|不得)由[^，]*(?:承担|负责|办理|履行|完成)$")
_CATCH_ALL = re.compile(
    r"(?:[^，。；]{0,48})(?:其他|其它)[^，。；]{0,32}(?:行为|工作|义务|职责|责任|活动|事项|措施|情形|任务|要求|职权|权利|规定|条件|手段|方式)(?:的)?[。；;]?$"
)


_BREACHES = re.compile(r"有(?:下列|以下)(?:行为|情形)之一[^：]*(?:处|责令|罚款|处罚|处分|警告|吊销|追究|没收)")


def list_of(sentence: Sentence, found: Sequence[Candidate], named: Quote | None, at: str) -> List | None:
    """The list that a sentence opens. ``found`` are its own candidates, the last of which orders the list."""
    words = sentence.words[sentence.start : sentence.end]
    last = found[-1] if found and found[-1].norm is not Norm.SANCTION else None
    if last is None:
        return List(
            named, Modality.MUST, Norm.DUTY, at, acts=False, breaches=bool(found) or _BREACHES.search(words) is not None
        )
    action = last.action.words
    acts = False
    if _ACTS_LEFT_OPEN.search(words):
        acts = True
    elif (these := _THESE.search(action)) is not None:
        of = these["of"]
        acts = _OF_ACTS.match(of) is not None and (not of.startswith("情形") or _done(last, words))
    else:
        acts = _BY_RULES.search(action) is not None or _DONE_BY.search(words) is not None
    return List(last.bearer, last.modality, last.norm, at, acts)


def _done(last: Candidate, words: str) -> bool:
    """不得有下列情形 lists acts; 公示下列事项 lists contents."""
    return last.modality is Modality.MUST_NOT and re.search(r"有(?:下列|以下)(?:行为或者)?情形$", words) is not None


def catch_all(words: str, sentence: Sentence) -> bool:
    """法律、法规规定的其他义务: a last item that names no act."""
    return len(words) < 60 and _CATCH_ALL.match(words, sentence.start) is not None
