"""Names of persons and bodies: whether a phrase that ends in a head (``agents.HEAD``) is one, and where a name goes on.

销售单位 is a name, 委托其他单位 is a verb with its object; 国务院 in front of 公安部门 is only the beginning of a name.
"""

from __future__ import annotations

import re

from ingest.statute.duties.agents import HEAD

_ACTS = (
    "申请|变更|委托|发现|接到|收到|设立|取得|从事|违反|需要|要求|发生|造成|导致|提供|通过|作出|认为|涉及|属于|具有|符合|完成|进行|实施|开展|组织|举办|承办|制定|建立|出现|存在|遇有|遇到|"
    "超过|达到|满足|具备|处理|采用|采取|发布|提出|提交|转让|出租|出售|销售|购买|收购|生产|经营|运输|储存|贮存|进口|出口|聘用|聘请|招用|雇用|录用|解除|终止|注销|撤销|吊销|暂停|恢复|停止|"
    "修改|调整|增加|减少|扩大|改变|更换|改建|扩建|新建|拆除|占用|挖掘|征收|征用|获知|得知|知道|明知|明确|决定|确定|选择|指定|签订|订立|履行|承担|参加|参与|接受|执行|查封|扣押|办理|登记|"
    "备案|审查|审批|审核|批准|同意|侵犯|侵害|损害|影响|妨碍|危害|泄露|伪造|隐瞒|转移|查处|查明|受理|移送|送达|通知|告知|公告|公示|公布|公开|报告|提请|请求|认定|鉴定|评估|检验|检测|检查|检疫|"
    "监测|使用|利用|设置|配备|安排|保护|维护|支持|帮助|协助|督促|责令|鼓励|引导|指导|邀请|会同|报(?!社|刊|名|考|关|警|案|废|检)|成立|开办|创办|组建|派出|派遣|招收|雇佣|吸收|报请|报经|报送|呈报|呈请|代表|代理|加强|召集|选举|推荐|任命|罢免|拒绝|阻碍|妨害|限制|禁止|允许|强迫|歧视|虐待|遗弃|"
    "救助|安置|收养|抚养|赡养|教育|培训|管理|监督|追究|处罚|奖励|表彰|赔偿|补偿|给予|予以|列入|做好|享受|领取|缴纳|支付|退还|返还|交付|交由|拟|欲|到"
)
_PARTICLES = (
    "由|被(?!告|执行|害|保|申|监|征|检|审|处罚|调查|许可|投诉|举报|担保|继承|代理|帮扶|收容|拘留|采取|选|侵权|扶养|抚养|赡养|收购|招募|评估|录用|聘|督导)|向(?!导)|对(?!方|外)|与|和|同(?!级|业|一|行)|跟|给|把|将|为(?!首)|在(?!职|押|校|岗|编|建)|从(?!业|属)|自(?!然人|治|行车|主|由职|愿|雇|律|行招)|于|以(?!下)|因|经(?!理|营|办|纪|济|销)|按|依|"
    "未(?!成年|满)|不(?!满|动产)|拒|无(?!人|线|偿|障|民|党|业)|非(?!法|宗|国|学|银|公|营|机|盈|税|居|直|全日|现场|本)|擅自|逾期|故意|情节|构成|有(?![限关线色害毒])|没有|无法|不能|能够|可能|已经?|确需|应(?!急|聘|试|届|诉|税)|须|可(?!再生)|至少|全面|及时|立即|定期|依法|严格|积极|主动|如实|书面|统一|每"
)
BEGINS_WITH_VERB = re.compile(rf"(?:{_ACTS}|{_PARTICLES})")
"""A verb or a particle with which no name begins; ``names_somebody`` knows the exceptions."""
_MAKES_NAMES = (
    "生产|经营|销售|使用|管理|施工|监理|设计|检验|检测|检疫|运输|储存|贮存|建设|委托|受托|申请|登记|审批|审核|审查|发证|批准|许可|备案|受理|执行|检查|监督|评估|鉴定|认证|认定|培训|教育|教学|服务|承包|发包|分包|出租|承租|租赁|转让|受让|"
    "承保|排放|产生|收集|处理|处置|回收|利用|拆除|维修|维护|养护|采购|中标|招标|投标|拍卖|竞买|购买|买受|出卖|出售|举办|主办|承办|组织|参加|参与|实施|开发|运营|提供|发布|制作|印刷|出版|发行|进口|出口|代理|保管|担保|收养|抚养|赡养|"
    "救助|保护|指定|推荐|聘用|招用|接收|报(?!社|刊|名|考|关|警|案|废|检)|成立|开办|创办|组建|派出|派遣|投资|收购|监测|测绘|勘察|改建|扩建|新建|申报|报告|举报|投诉|请求|处罚|签发|调查|表彰|奖励|安置|代表|聘请|雇用|录用|征收|征用|占用|接受|公证|移送|决定|选举|协助|制定|移交|领取|缴纳|支付|检举|赔偿|补偿|交付|承担|任命|公示"
)
_GENERIC_AFTER_VERBS = re.compile(
    rf"(?:(?:(?:{_MAKES_NAMES})、?(?:和|或者|及|与)?)+(?:（[^（）]*）)?(?:活动|管理|监督|主管|行政|服务|业务|工作|专业|执法|技术)*的?(?:单位|企业|机构|机关|部门|人员?|者|公司|方|商|员|户|场所|组织|所|站|中心|店|委员会|社|厂|小组|系统|平台|协会|主体)(?:（[^（）]*）)?(?:、|和|或者|以及|及)?)+(?:的?(?:主要|有关|相关|其他|及其|直接)*(?:工作人员|从业人员|负责人|责任人|人员|机构))*$"
)
_DONE_TO_PEOPLE = re.compile(
    rf"(?:聘用|聘请|招用|雇用|录用|招收|委托|收养|抚养|赡养|安置|接待|接收|辞退|解雇|任免|任命|选举|推荐|罢免|通知|告知|传唤|询问|讯问|处罚|处分|奖励|表彰|帮助|保护|侵犯|侵害|歧视|虐待|设立|成立|开办|举办|变更|组织|邀请|安排|要求|责令|允许|禁止|督促|选派|指定|指派|更换|追究|查处|移送|送达|到|造成|导致|{_PARTICLES})"
)
_ACTS_ON = re.compile(r"(?:进行|实施|负有|负责|作出|做出|具有|享有|从事|承担|提供|开展)[^，]*的")
_BROKEN = re.compile(r"属于|依照|按照|须经|须|应当|必须|规定|取得|颁发|经批准")
_THING_OF_HIS = re.compile(r"(?:其|该|本)[^，]{0,20}的[^，]*(?:平台|网站|场所|机场|港口|车站|中心|系统)$")


JOINS = re.compile(r"(?:、|以及|和|与|及其?|或者?|暨|，(?:或者|以及))(?!其他组织的)")
"""What ties one name of a list to the next."""


def names_somebody(phrase: str, *, whole: bool = False) -> bool:
    """Whether a phrase is a name: no verb in front makes it an object, nothing in it breaks it.

    ``whole``: it runs up to the deontic word, where an object could hardly stand.
    """
    if _THING_OF_HIS.match(phrase) or _BROKEN.search(phrase, phrase.rfind("的") + 1):
        return False
    verb = _DONE_TO_PEOPLE if whole and "的" not in phrase else BEGINS_WITH_VERB
    return verb.match(phrase) is None or _compound(phrase, whole=whole)


def _compound(phrase: str, *, whole: bool) -> bool:
    """Whether verbs in front belong to the name: 销售单位, 提供服务的企业, 发包人."""
    if _GENERIC_AFTER_VERBS.match(phrase):
        return True
    last = phrase.rfind("的")
    if last <= 0 or HEAD.search(phrase, last) is None:
        return False
    if phrase.startswith("对"):
        return _ACTS_ON.search(phrase) is not None
    if phrase.startswith("向"):
        return HEAD.search(phrase, 1, last) is None
    return (_NEVER_RELATIVE if whole else _NOT_RELATIVE).match(phrase) is None


_NEVER_RELATIVE = re.compile(r"因|经(?!营|理|济|办)|按|依(?!法)|逾期|由|给予|予以|将|把|与|和|同")
_NOT_RELATIVE = re.compile(
    r"(?:未(?!满|取得|经[^，]{0,12}(?:批准|许可|同意|登记|备案|认证|注册)[^，]*的)|不(?!满|具备)|无(?!民事|独立)|(?:申请|拟|需要)?(?:设立|成立|开办|举办|组建|建立|变更|撤销|委托|转让|聘用|聘请)|因|经(?!营)|按|依(?!法)|逾期|发现|认为|接到|由|给予|予以|将|把|与|和|同)"
)


_OFFICER_AFTER = re.compile(
    r"(?:的)?(?:(?:及|和|与|或|或者)?其)?(?:主要|直接|法定|直接负责的主管|其他直接责任|其他|有关|相关|专职|分管|派出|下属|所属|内设|上级|下级|分支|各级)?(?:和其他直接)?(?:负责人|责任人员?|代表人|主管人员|工作人员|从业人员|执法人员|成员|会员|人员|员工|职工|干部|股东|(?<=[级设属支出])(?:机构|部门|单位|组织))"
)
_DEFINES = re.compile(r"（(?:以下|下称|简称|下同)[^（）]*）|\((?:以下|下称|简称|下同)[^()]*\)")
_GOES_ON_AS_NAME = re.compile(rf"[^，。；的对向在由按依将把被从自与给为]{{1,24}}?(?:{HEAD.pattern})")
_OFFICE_GOES_ON = re.compile(r"[^，。；的对向在由将把被从自与给]{0,40}?(?:部门|机关|机构|委员会|局|厅|办公室|公署)")
_STATE = re.compile(
    r"(?:国务院|政府|公署|检察院|法院|公安机关|机关|代表大会|中国|委员会|银行|企业|公司|学校|部队|军队)$"
)


def extended(words: str, stop: int, end: int) -> int:
    """Where a name ends that goes on behind a first head: 国务院公安部门, 单位主要负责人."""
    while True:
        defined = _DEFINES.match(words, stop, end)
        if defined is not None:
            return stop
        officer = _OFFICER_AFTER.match(words, stop, end)
        if officer is not None and not words.startswith(("名单", "信息", "情况"), officer.end()):
            stop = officer.end()
            continue
        if _STATE.search(words[max(0, stop - 6) : stop]):
            office = _OFFICE_GOES_ON.match(words, stop, end)
            if (
                office is not None
                and (BEGINS_WITH_VERB.match(words, stop, end) is None or _FIELD.match(words, stop, end))
                and not _verb_between(words, stop, office.end())
            ):
                stop = office.end()
                continue
            name = _GOES_ON_AS_NAME.match(words, stop, end)
            if (
                name is not None
                and name.end() - stop <= 10
                and not words.endswith(("院",), 0, stop)
                and BEGINS_WITH_VERB.match(words, stop, end) is None
                and JOINS.match(words, stop, end) is None
            ):
                stop = name.end()
                continue
        return stop


_FIELD = re.compile(r"教育|保护|检疫|监督|管理|审计|检验|监测|登记|审批|安置|公安|对外|投资|投诉|应急|和|及")
_OFFICE_NAME = re.compile(
    r"[^，。；]{0,24}(?:行政|主管|管理|监督|执法|监管|检察|事务|保障|业务|职能|有关|相关|、[一-龥]{2,8}|等|教育|公安|环保|环境|建设|规划|税务|财政|审计|卫生|文化|农业|林业|水利|交通|民政|司法|体育|旅游|商务|科技|统计|价格|物价|海洋|渔业|气象|地震|测绘|信访|宗教|侨务|外事|档案|保密|密码|人事|劳动|计划|城管|城建|房产|土地|国土|资源|矿产|市场|工商|质量|技术|食品|药品|安全|应急|消防|海关|通信|电信|网信|广播|电影|出版|版权|专利|知识产权|金融|证券|保险|银行|粮食|烟草|盐业|邮政|铁路|民航|公路|航道|港口|海事|能源|电力|煤炭|核|航天|国防)(?:部门|机关|机构|委员会|局|厅|办公室)$"
)


def _verb_between(words: str, start: int, stop: int) -> bool:
    return _OFFICE_NAME.match(words[start:stop]) is None
