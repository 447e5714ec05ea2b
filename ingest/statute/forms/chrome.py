"""Lines of a web page that a copy or a print of it carries along: menus, dates of display, buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.statute.fold import Edit

_LONGEST = 120
_HINT = re.compile(
    "今天是|请输入|位置|首页|[>＞»›]|来源|发布|浏览|字体|字号|打印|扫一扫|编辑|編輯|[←→]|作者|阅读|点击|收藏|分享|关闭|相关|html"
)
_CHROME = re.compile(
    r"今天是\s*\d{4}\s*年[^。]{0,40}|请输入关键[字词][^。]{0,20}|(?:当前位置|您(?:现在)?的?位置)[：:][^。]{0,80}|"
    r"首页(?:[ \t]+[^\s。；]{2,16}){2,}|[^\s。；>＞»›]{2,12}(?:[ \t]*[>＞»›]{1,2}[ \t]*[^\s。；>＞»›]{2,20}){2,}|"
    r"(?:来源|发布(?:时间|日期|机构)|信息来源|浏览次数|阅读次数|点击数|字体|字号|责任编辑|作者)[：:][^。；]{0,60}|"
    r"【?(?:打印(?:本页|本稿)?|关闭(?:窗口)?|收藏|分享到?[：:]?|返回顶部|扫一扫[^。]{0,20}|大[ \t]*中[ \t]*小)】?"
    r"(?:[ \t]*【?[ \t]*(?:打印|关闭|收藏|分享|大|中|小)[^\s。]{0,6}】?){0,6}|"
    r"相关(?:解读|链接|文件|阅读|附件|新闻|信息)[：:]?|[（(]?(?:https?:/)?(?:/[\w.\-]+){2,}\.s?html?[)）]?|"
    r"\[?[ \t]*(?:编辑|編輯)[ \t]*\]?|[←→]"
)


def edits_of(text: str) -> Iterator[Edit]:
    """Leave these lines out; only whole lines of known shapes, never a sentence."""
    if _HINT.search(text) is None:
        return
    at = 0
    for line in text.split("\n"):
        if 1 < len(line) <= _LONGEST and _HINT.search(line) and _CHROME.fullmatch(line.strip(" \t\u3000")):
            yield Edit(at, at + len(line), why="menu or label of a web page")
        at += len(line) + 1
