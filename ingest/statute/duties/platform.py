"""The system or platform through which an act is done, where the text names one."""

from __future__ import annotations

import re

from ingest.statute.duties.candidate import Quote

_THROUGH = re.compile(
    r"(?:通过|登录|登陆|依托|利用|使用|在(?!建|线))(?P<name>[^，。；、通过“”《》向]{2,48}?(?:系统|平台|信息网(?!络)|门户网站|政府网站|官方网站|网上大厅|客户端))(?:（[^（）]*）)?(?:上|内|中|进行|向|等方式|在线|统一|及时|、|或者)?"
)
_FLOWS = re.compile(
    r"填报|报送|申报|备案|申请|公示|公开|发布|提交|登记|报告|办理|上传|录入|报备|公布|推送|填写|举报|投诉|申领|填列|通报|传送|报名|公告|拍卖|显示|共享|报|查询|核验|变卖|注册"
)
_OF = re.compile(r"(?<!指定)(?<!规定)(?<!确定)(?<!统一)(?<!建立)(?<!建设)(?<!公布)(?<!认可)的[^的]{1,5}$")
_VAGUE = re.compile(
    r"^(?:[^，]*或者|其|本|该|自己|他人|自有|第三方)|^(?:网络|互联网|信息|有关)?(?:平台|系统)$|操作系统|生态系统|管理体系|防护系统|监控系统$"
)


def platform(words: str, start: int, end: int) -> Quote | None:
    """The first system or platform in an act through which something is filed, shown or asked for."""
    for found in _THROUGH.finditer(words, start, end):
        name = found["name"]
        if (
            _VAGUE.search(name)
            or _OF.search(name)
            or not _FLOWS.search(words, found.end("name"), min(end, found.end() + 60))
        ):
            continue
        return Quote(found.start("name"), found.end("name"), name)
    return None
