"""Receivers: the authority to which a filing, report, application or complaint goes, verbatim.

向省级网信部门报告    报国务院备案    经原审批机关同意    由公安机关审批    到登记机关办理    通报有关部门
"""

from __future__ import annotations

import re

from ingest.statute.duties.agents import OFFICE
from ingest.statute.duties.candidate import Flow, Quote, Receiver

_HOW = r"(?:书面|如实|及时|立即|依法|主动|统一|逐级|直接|定期|一并|重新|分别|按时|按期|当面|口头|全面|真实|准确|完整|另行|先行|同时|共同|自行|提前|尽快|专题|详细|集中|汇总|即时|同步|联合|实名|首先|再次|联网|以书面形式|采取书面形式|按规定|按照规定|按照要求|按照国家有关规定|年度|等|、|和|书面或者口头|口头或者书面|线上|再|补充|年|每年|每季度|每月|一次性|、|其)*"
_GIVES = (
    r"(?P<file>备案|报备|登记|注册|备查|存档|办理[^，。；]{0,16}(?:备案|登记|注销|手续)|申报(?!材料)|填报|申领|核备)"
    r"|(?P<apply>提出[^，。；]{0,24}?(?:申请|请求|意见|异议)|申请|报请|报批|报审|提请|申办|办理(?!的)|请示|送审|报验|报检|申|呈请|请求|领取|换领|补领|缴销|交回|说明(?!理由))"
    r"|(?P<complain>举报|投诉|控告|检举|申诉|起诉|提起|上诉|反映|报案|报警|提出[^，。；]{0,16}?(?:申诉|投诉|控告|检举|举报|诉讼|复议|上诉|抗诉))"
    r"|(?P<report>作出(?:书面)?(?:报告|说明)|报告|汇报|报送|提交|提供|通报|上报|呈报|反馈|递交|送交|送达|抄送|抄报|报|告知|通知|公开|出具|述职|移交|寄送|推送|共享|披露|移送|备份|承诺|交纳|缴纳|提出|提示|送|说明)"
)
_OFFICES = rf"(?P<name>[^，。；：向]{{0,60}}?(?:{OFFICE.pattern})(?:及其(?:分支机构|派出机构))?(?:(?:、|和|与|及|以及|或者?|，或者|或)[^，。；：向]{{0,40}}?(?:{OFFICE.pattern}))*)"
_TO = re.compile(
    rf"(?<![面导走趋转意去方流取倾志])向(?:其)??(?!社会(?!保险|保障|救助|工作|信用|福利|治安|组织|团体)|公众)(?={_OFFICES}{_HOW}(?:{_GIVES}))"
)
_TO_NAME = re.compile(rf"{_OFFICES}(?P<how>{_HOW})(?P<verb>{_GIVES})")
_FILED = re.compile(
    rf"(?:报请|报经|上报至?|呈报|报送至?|(?<!将)(?<!的)报告|报|抄报|抄送|送|提请|提交|通报|交)(?!告|送达|名|销|刊|酬|价|关|案|警|废|考|失|道)(?P<name>[^，。；：向报]{{0,60}}?(?:{OFFICE.pattern})(?:(?:、|和|与|及|以及|或者?|或)[^，。；：向报]{{0,40}}?(?:{OFFICE.pattern}))*)"
    rf"(?P<verb>{_HOW}(?:(?P<file>备案|备查|登记|核备|存档|汇总)|(?P<apply>审?批准?|核准|审核|审查|核定|审定|同意|决定|认可|确认|裁定|评审|许可|审议|指定|验收|(?<=.)处理|组织|复核|复查|审批)|(?P<report>报告|备存|掌握|知悉)))"
)
_APPROVED = re.compile(
    rf"(?<![未不拒已])经(?!营|济|费|办|纪|理|常|验)(?:过|由)?(?P<name>[^，。；：经]{{0,50}}?(?:{OFFICE.pattern})(?:(?:、|和|与|及|以及|或者?|或)[^，。；：]{{0,30}}?(?:{OFFICE.pattern}))*)(?:的)?(?:依法|审查|审核|书面|事先|按照规定)*(?P<verb>批准|同意|许可|审批|核准|审核|核定|登记|认可|审查|备案|审定|确认)"
)
_DECIDED = re.compile(
    rf"由(?!于)(?P<name>[^，。；：由]{{0,50}}?(?:{OFFICE.pattern})(?:(?:、|和|与|及|以及|或者?)[^，。；：]{{0,30}}?(?:{OFFICE.pattern}))*)(?:依法|负责|统一|会同[^，]{{1,40}}?)*(?P<verb>审批|批准|核准|备案|审核批准)"
)
_AT = re.compile(
    rf"(?<![达得受收遇做感想看找直])(?:到|至|前往|赴|在(?=[^，。；内中时前后]{{2,40}}(?:申请|办理|登记|备案|注册)))(?P<name>[^，。；：到]{{0,40}}?(?:{OFFICE.pattern})(?:(?:、|和|与|及|以及|或者?)[^，。；：]{{0,30}}?(?:{OFFICE.pattern}))*)(?P<how>{_HOW})(?P<verb>办理[^，。；]{{0,24}}|申请(?:登记|注册|备案)?|登记|备案|报到|申报|领取|接受|撤销备案|注册)"
)
_TOLD = re.compile(
    rf"(?P<verb>书面告知|书面通知|通知|告知|通报|抄送|抄报|知会|报送至?|上报至?|报告|报)(?P<name>[^，。；：向报]{{0,50}}?(?:{OFFICE.pattern})(?:(?:、|和|与|及|以及|或者?)[^，。；：]{{0,30}}?(?:{OFFICE.pattern}))*)(?=[，。；]|$|处理|和向|和个人|和当事人|和用户)"
)
_NO_NAME = re.compile(
    r"(?:本|该|其他?)?(?:单位|企业)(?:主管人员|办公室)$|^(?:社会(?!保险|保障|救助|工作|信用|福利|治安|组织|团体)|公众|用户|申请人|当事人|交|送)|的(?:人员|材料|信息|情况)|合格|审查通过|，|^(?:被|受)|工作人员$"
)
_TOGETHER = re.compile(r"(?<=[门关构局部府院会])(?:会同|商)")
ANY = re.compile(r"[向报经由到至赴送在]|通报|告知|通知|交")
"""What no receiver is named without."""


def receivers(words: str, start: int, end: int) -> list[Receiver]:
    """The authorities to which something goes in an act, in the order of the words."""
    if ANY.search(words, start, end) is None or OFFICE.search(words, start, end) is None:
        return []
    found: list[Receiver] = []
    for receiver in (*_to(words, start, end), *_filed(words, start, end), *_others(words, start, end)):
        if all(receiver.name.end <= other.name.start or receiver.name.start >= other.name.end for other in found):
            found.append(receiver)
    return sorted(found)


def _to(words: str, start: int, end: int) -> list[Receiver]:
    out = []
    for to in _TO.finditer(words, start, end):
        named = _TO_NAME.match(words, to.end(), end)
        if (
            named is None
            or _attributive(words, named.end(), end)
            or _TIME_OF.match(words, named.end(), end)
            or _asked_of_others(words, start, to.start())
        ):
            continue
        verb = named["verb"]
        if verb in (
            "提示",
            "公开",
            "交纳",
            "缴纳",
            "备份",
            "承诺",
            "披露",
            "移送",
            "移交",
            "送达",
            "出具",
            "通知",
            "送",
        ):
            continue
        out.append(_receiver(words, named, _flow(named), verb))
    return [receiver for receiver in out if receiver is not None]


def _filed(words: str, start: int, end: int) -> list[Receiver]:
    out: list[Receiver | None] = []
    for filed in _FILED.finditer(words, start, end):
        if _attributive(words, filed.end(), end) or (words[filed.start()] in "交送" and filed["file"] is None):
            continue
        flow = Flow.FILE if filed["file"] else Flow.APPLY if filed["apply"] else Flow.REPORT
        out.append(_receiver(words, filed, flow, filed["verb"]))
    return [receiver for receiver in out if receiver is not None]


def _others(words: str, start: int, end: int) -> list[Receiver]:
    out: list[Receiver | None] = []
    for pattern in (_APPROVED, _DECIDED, _AT):
        for found in pattern.finditer(words, start, end):
            if not _attributive(words, found.end(), end):
                files = pattern is not _APPROVED and ("登记" in found["verb"] or "备案" in found["verb"])
                out.append(_receiver(words, found, Flow.FILE if files else Flow.APPLY, found["verb"]))
    told = (t for t in _TOLD.finditer(words, start, end) if not _asked_of_others(words, start, t.start()))
    out.extend(_receiver(words, found, Flow.REPORT, found["verb"]) for found in told)
    return [receiver for receiver in out if receiver is not None]


_ASKS = re.compile(
    r"(?:告知|要求|通知|责令|督促|引导|指导|提醒|建议|协助|鼓励|支持|帮助|允许|提示|决定)(?!书|之日|后|单|时|的)(?:(?!并|之日|起|后|时|和|及)[^，]){1,24}$"
)


def _asked_of_others(words: str, start: int, at: int) -> bool:
    """告知申请人向有关行政机关申请: it is not the bearer who turns to the authority."""
    return _ASKS.search(words[max(start, at - 32) : at]) is not None


_TIME_OF = re.compile(
    r"[^，。；]{0,12}?(?:之日|之前|以前|前|后|时)(?:，|$|[0-9一二三四五六七八九十]+个?(?:工作日|日|个月))"
)


def _attributive(words: str, at: int, end: int) -> bool:
    """报国务院备案的召回计划: the words qualify a noun and order nothing."""
    return words.startswith("的", at) and at + 1 < end and words[at + 1] not in "，。；"


def _flow(found: re.Match[str]) -> Flow:
    return next((flow for flow in (Flow.FILE, Flow.APPLY, Flow.COMPLAIN) if found[flow.value] is not None), Flow.REPORT)


def _receiver(words: str, found: re.Match[str], flow: Flow, verb: str) -> Receiver | None:
    start, end = found.span("name")
    while words[start] in " \t\u3000":
        start += 1
    if (beside := _TOGETHER.search(words, start, end)) is not None:
        end = beside.start()  # 国务院主管部门会同国务院有关部门
    name = words[start:end]
    if _NO_NAME.search(name):
        return None
    return Receiver(Quote(start, end, name), flow, verb.strip())
