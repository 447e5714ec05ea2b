"""How the units of a Chinese statute begin: the patterns that the readers and the parser share."""

from __future__ import annotations

import re

NUMERAL = "零〇○一二两三四五六七八九十百千0-9０-９"
BLANK = r"[^\S\n]"
SET_OFF = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "*：:"
"""What may stand between a mark and its words, for ``strip``."""
ARTICLE = rf"[第笫]{BLANK}*(?P<article>[{NUMERAL}]+){BLANK}*条(?:{BLANK}*之{BLANK}*(?P<after>[一二三四五六七八九十]+))?"
DIVISION = (
    rf"(?:第{BLANK}*(?P<division>[{NUMERAL}]+){BLANK}*(?P<level>分编|编|章|节)"
    rf"|[附总]{BLANK}*则(?={BLANK}*\**{BLANK}*(?:\n|\Z)))"
)
ITEM = rf"[（(]{BLANK}*(?P<item>[{NUMERAL}]{{1,4}}){BLANK}*[)）]"
POINT = rf"(?P<point>[一二三四五六七八九十百]{{1,5}}){BLANK}*、"
COUNT = rf"(?P<count>[0-9０-９]{{1,3}}){BLANK}?[.．、](?![0-9０-９])"
CIRCLED = r"(?P<circled>[①-⑳])"
ANNEX = r"(?P<annex>附\s*(?:件|表|录|图)|附(?=[ \t\u3000]*(?:[：:]|\n|\Z)|[ \t\u3000]+(?!则)))"
ODD = r"(?P<odd><(?=[!/A-Za-z])|\||!\[|```)"

MARKS = rf"{BLANK}*(?:(?:\#+|>|\*+|[-+](?=[ \t])){BLANK}*)*"
"""Indentation and Markdown marks before the words of a line."""

CITES_ON = re.compile(
    r"[ \t\u3000]*(?:第[0-9零〇一二三四五六七八九十百]+[款项目]|第[（(]|之?规定|的|所(?:列|称|述|规)|至第|、|，|,|和第|及第|或者?第|以及第|与第|"
    r"中的|中“|[款项]|修改为|改为|增加|删去|删除|作为)"
)
"""What follows 第X条 where it cites an article rather than heads one."""

DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s*年\s*(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
