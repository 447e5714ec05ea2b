"""Sanctions told apart: sentences that say how a breach is punished, and by whom.

由税务机关责令限期改正；逾期不改正的，处罚款: a power of an authority. Whoever is punished had a duty elsewhere.
"""

from __future__ import annotations

import re

_PUNISHES = (
    r"责令(?:[^，。；]{0,20}?)(?:改正|停产|停业|关闭|停止|退还|补办|补缴|拆除|恢复|赔偿|整改|整顿|补种|纠正|召回|缴纳|限期|公开|暂停|清除|采取|治理|退回|消除|支付|辞退|交还)|处(?:以|罚)?[^，。；]{0,40}?(?:罚款|拘留|有期徒刑|警告)|并处(?![理置])|罚款|给予[^，。；]{0,30}?(?:处分|处罚|警告|通报批评|批评教育)|予以[^，。；]{0,16}?(?:处罚|处分|警告|罚款|没收|取缔|通报批评|吊销|撤职|开除|辞退|问责|拘留|追缴|处理)"
    r"|吊销[^，。；]{0,20}?(?:证|许可|执照|资格)|没收[^，。；]{0,20}?(?:所得|财物|工具|财产|设备|物品|产品|收入)|追究[^，。；]{0,24}?责任|(?:从轻|减轻|从重|加重|免予|免除)(?:[^，。；]{0,8}?)(?:处罚|处分|给予|责任|行政)|依法(?:予以)?取缔|强制(?:拆除|执行措施)|通报批评|撤销[^，。；]{0,16}?(?:登记|许可|资格|备案)(?=[，。；]|$)"
)
_PUNISHMENT = re.compile(rf"(?=[责处并罚给予吊没追从减加免依强通撤])(?:{_PUNISHES})")
_HARD = re.compile(
    r"处(?:以|罚)?[^，。；]{0,40}?(?:罚款|拘留|徒刑)|并处(?![理置])|单处|给予[^，。；]{0,30}?(?:处分|处罚|警告|通报批评)|予以[^，。；]{0,12}?(?:处罚|处分|警告|罚款|问责|追责)|吊销|没收(?!的)|追究[^，。；]{0,24}?责任|(?:从轻|减轻|从重|加重|免予|免除)[^，。；]{0,10}?(?:处罚|处分|责任处理)|加处|罚金|追责|定罪处罚|连续处罚"
)
_NO_PUNISHMENT = re.compile(
    r"缴纳罚款|罚款限额|罚款幅度|罚款额度|处罚决定|处分决定|责任追究制|申请|复议|委托|对[^，]{0,12}(?:处罚|处分|罚款)[^，]{0,8}(?:不服|异议)"
)
_BREACH = re.compile(
    r"违反[^，。；]{0,60}(?:规定|法律)|有(?:下列|前款|上述)[^，。；]{0,16}(?:行为|情形)|构成(?:违反|犯罪)|逾期(?:不|未)|拒不|情节严重|造成[^，]{0,20}(?:后果|损失)|不履行|玩忽职守|滥用职权|徇私舞弊|违法|擅自|未(?:按|依|经|履行)"
)


def punishes(words: str, start: int, end: int) -> bool:
    """Whether a deontic word is followed by a punishment: 可以处…罚款, 应当从轻处罚. Measures of supervision are none."""
    found = _HARD.search(words, start, end)
    if found is not None and words.startswith("的", found.end()):
        return False  # 规定的给予行政处罚的行为
    return (
        found is not None
        and found.start() - start <= 60
        and _NO_PUNISHMENT.search(words, start, found.end() + 4) is None
    )


def sanction(words: str, start: int, end: int) -> tuple[int, int] | None:
    """Bounds of the punishment in a sentence without a deontic word; ``None`` where it is none."""
    found = _PUNISHMENT.search(words, start, end)
    if found is None:
        return None
    hard = _HARD.search(words, start, end)
    if hard is None and _BREACH.search(words, start, end) is None:
        return None
    return found.start(), end
