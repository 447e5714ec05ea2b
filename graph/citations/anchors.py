"""Where a citation can begin, and the small words around it: one pattern finds every place at which the finder looks closer."""

from __future__ import annotations

import re

from graph.citations import general
from graph.citations.numerals import NUMERAL
from graph.citations.provisions import BLANK

_KINDS = (
    r"法典|法(?![律人院定官庭]|规(?!定))|条例|办法|规定|细则|规则|解释|决定|决议|通知|意见|章程|标准|指引|指南|公约|安排|规范|批复|制度"
    r"|准则|要求|程序|公告|纪要|守则|方案|目录|通则|协定|条约|议定书|修正案|规程|条令|答复"
)
_ITSELF = rf"(?<![基根日样文版副剧读脚课]本)(?:实施|暂行|补充|管理|试行|议事|若干|工作|组织|司法)?(?:{_KINDS})"
_HERE = r"条(?![件例款])|款(?![项额])|项(?![目下工])|章(?!程)|节(?![约目能])|编(?![制号码辑])"
_PREVIOUS = r"(?P<count>[一二两三四五六])?(?P<unit>款(?![项额])|条(?![件例款])|项(?!目))"
_ABOVE = r"(?P<number>[一二两])?(?P<of>款(?![项额])|条(?=第|规定|的规定))"
_THAT = r"法(?![律人院定官庭]|规(?!定))|条(?![件例款目约])|款(?![项额式])|项(?=规定)|(?:条例|办法|规定|细则|规则|解释|决定|公约|条约|协定)(?=第)"

# Every alternative begins with one letter, so that the engine leaps from one such letter to the next.
ANCHOR = re.compile(
    "|".join(
        (
            "《",
            rf"第{BLANK}(?:[（(]{BLANK})?{NUMERAL}",
            rf"本(?:(?P<here>{_HERE})|{_ITSELF})",
            rf"前(?<![之先提目空]前){_PREVIOUS}",
            rf"上(?<!以上){_ABOVE}",
            rf"该(?<!各该)(?:{_THAT})",
            r"同(?<![合相不共如协雷]同)[法条款](?=第|前款|规定|的规定)",
            *general.HEARTS,
            r"法(?<![依违合方办司执立本无非守用作做该书魔]法)典?(?![律人院定制庭官治医警学事权]|规(?!定))",
            r"条(?<![本该]条)例",
            r"办(?<![本该]办)法",
            r"细(?<!本细)则",
            r"规(?<![本的关家律法例项条款照有述所时按合等门规程]规)[定则]",
            r"公(?<![本该]公)约",
            r"条约",
            r"通则",
            r"解(?<![本该]解)释",
        )
    )
)
"""What begins with one of the last is the end of a name that may stand without 《》."""

OF = re.compile(rf"{BLANK}(?:(?:中的?|的|之){BLANK})?(?=第)|(?={NUMERAL}条)")
"""Between the name of an instrument and its provisions."""
PART = re.compile(rf"{BLANK}(?:的)?(?:总则|分则|附则|[\u4e00-\u9fff]{{1,4}}编)(?:的)?(?=第)")
"""刑法分则第三章: what stands between and is not numbered."""
BESIDE = re.compile(r"(?:、|和|与|及|或者?)[ \u3000]?$")
"""A list goes on."""
GOES_ON = re.compile(r"[ ]?(?:规定|的?[规所情行]|[、和或至及，；的中之）)“]|以外|条件|要求|内容|第|项|除外)")
"""What follows 第二项 when it is cited, and not counted."""
RULED = re.compile(r"的?规定|所[列称述]|的?情形|行为|以外")
LINE = re.compile("\n")
TWO_LINES = re.compile(r"\n[^\n]*\n")
SENTENCE = re.compile(r"[。；！？\n]")
HEAD = re.compile(rf"第{BLANK}{NUMERAL}{BLANK}条(?:之[一二三四五六七八九十]+)?[ \u3000]")
NO_UNIT = re.compile(rf"第{BLANK}{NUMERAL}(?=第{BLANK}{NUMERAL}[款项])")
"""第二百三十六第三款: 条 is left out."""
_ANOTHER = rf"[）)]?[、至到和]?{BLANK}第?{BLANK}[（(]?{BLANK}{NUMERAL}{BLANK}[）)]?"
UNIT_ALONE = re.compile(
    rf"第{BLANK}[（(]?{BLANK}(?P<number>{NUMERAL}){BLANK}(?:{_ANOTHER})*[）)]?{BLANK}(?P<unit>[款项])"
)
