"""HTML as crawled: the words of the page in their lines, and the element that holds the law told from the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.errors import TextTooLarge
from ingest.statute.fold import Edit
from ingest.statute.front import is_title
from ingest.statute.grammar import ARTICLE, DATE, DIVISION, MARKS

_SILENT = frozenset(
    {
        "script",
        "style",
        "head",
        "noscript",
        "iframe",
        "svg",
        "template",
        "object",
        "select",
        "option",
        "button",
        "textarea",
        "-comment",
    }
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_HEAD = re.compile(rf"{MARKS}{ARTICLE}")
_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_DIVISION = re.compile(rf"{MARKS}(?:\d+\s*)?{DIVISION}")
_DATED = re.compile(DATE.pattern)
_ADOPTED = re.compile("通过|修订|修正|公布|批准")
_EDIT_LINK = re.compile(r"\[\s*(?:编辑|編輯|edit)\s*\]")
_NEIGHBOURS = re.compile(r"^(?:←[ \n][^\n]*|[^\n]*[ \n]→)$", re.MULTILINE)
_FEW_ROWS = 2
_NESTING = re.compile(
    r"<(/?)(?:div|span|table|section|article|ul|ol|dl|font|b|i|u|em|strong|a|center|blockquote|form)\b", re.IGNORECASE
)
_DEEPEST_READ = 2000
_DEEPEST = 60
"""Elements inside one another that are told apart; no page of law has as many."""
_MOST_OF_THEM = 0.9


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page, one block a line, and which lines stand outside the element that holds the articles."""

    text: str
    outside: tuple[tuple[int, int], ...]
    metadata: Mapping[str, str]


def charset_of(content: bytes) -> str | None:
    """The encoding that the page names for itself; GB2312 and GBK are read as GB18030, which holds both."""
    found = _META_CHARSET.search(content[:4096])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    return "gb18030" if name in ("gb2312", "gbk", "gb_2312-80", "x-gbk") else name


def page_of(html: str, name: str) -> Page:
    """Take the words out of a page."""
    if _nested_deeper(html, _DEEPEST_READ):
        raise TextTooLarge(
            name, f"nests more than {_DEEPEST_READ:,} elements in one another", "No page of law does; save its text."
        )
    tree = LexborHTMLParser(html)
    lines: list[tuple[str, tuple[int, ...]]] = []
    if tree.body is not None:
        _gather(tree.body, lines)
    text = "\n".join(words for words, _ in lines)
    metadata = {key: value for key, value in _said_in_head(tree) if value}
    return Page(text, tuple(_outside(lines)), metadata)


def edits_of(page: Page) -> Iterator[Edit]:
    """What of the page is not the law."""
    for start, end in page.outside:
        yield Edit(start, end, why="outside the element that holds the articles")
    covered = list(page.outside)
    for found in _NEIGHBOURS.finditer(page.text):
        if not any(start < found.end() and found.start() < end for start, end in covered):
            covered.append(found.span())
            yield Edit(*found.span(), why="link to the version before or after")
    for found in _EDIT_LINK.finditer(page.text):
        if not any(start < found.end() and found.start() < end for start, end in covered):
            yield Edit(*found.span(), why="link to edit the page")


def _nested_deeper(html: str, bound: int) -> bool:
    """Whether the elements that only an end tag closes nest deeper than the bound: the parser's time grows with its square."""
    if html.count("<") <= bound:
        return False
    depth = 0
    for found in _NESTING.finditer(html):
        depth = depth + 1 if not found[1] else max(depth - 1, 0)
        if depth > bound:
            return True
    return False


def _gather(body: LexborNode, lines: list[tuple[str, tuple[int, ...]]]) -> None:
    """Walk the tree without recursion: no depth of nesting can stop it."""
    words: list[str] = []
    path: list[int] = []
    loose: set[int] = set()

    def flush() -> None:
        line = _one_line("".join(words))
        if line:
            lines.append((line, tuple(path)))
        words.clear()

    stack: list[tuple[LexborNode, bool]] = [(body, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag or ""
        if leaving:
            flush()
            if path:
                path.pop()
            continue
        if tag == "-text":
            words.append(node.text_content or "")
            continue
        if tag in _SILENT:
            continue
        if tag == "br":
            flush()
            continue
        if tag in ("td", "th"):
            if node.mem_id in loose:
                flush()
            else:
                words.append(" ")
        if tag == "table" and len(path) < _DEEPEST and len(node.css("tr")) <= _FEW_ROWS:
            # A table that only places things beside each other: each cell is a line of its own.
            loose.update(cell.mem_id for cell in node.css("td, th"))
        if tag in _BLOCKS:
            flush()
            if len(path) < _DEEPEST:
                path.append(node.mem_id)
                stack.append((node, True))
        children = list(node.iter(include_text=True))
        stack.extend((child, False) for child in reversed(children))
    flush()


def _one_line(words: str) -> str:
    joined = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])", "", words)
    return re.sub(r"[ \t\r\n\xa0]+", " ", joined).strip(" ")


def _said_in_head(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    title = tree.css_first("title")
    yield "title", _one_line(title.text()) if title else ""
    for meta in tree.css("meta"):
        key = meta.attributes.get("name") or meta.attributes.get("property")
        value = meta.attributes.get("content")
        if key and value:
            yield key, _one_line(value)
    canonical = tree.css_first("link[rel=canonical]")
    yield "canonical", (canonical.attributes.get("href") or "") if canonical else ""


def _outside(lines: list[tuple[str, tuple[int, ...]]]) -> Iterator[tuple[int, int]]:
    """Stretches of the text outside the smallest element that holds nearly all article heads."""
    heads = [path for words, path in lines if _HEAD.match(words)]
    if len(heads) < 3:
        return
    root: tuple[int, ...] = ()
    while True:
        below: dict[int, int] = {}
        for path in heads:
            if path[: len(root)] == root and len(path) > len(root):
                below[path[len(root)]] = below.get(path[len(root)], 0) + 1
        best = max(below, key=lambda n: below[n], default=None)
        if best is None or below[best] < _MOST_OF_THEM * len(heads):
            break
        root = (*root, best)
    kept = _title_above(lines, root)
    at = 0
    start: int | None = None
    for i, (words, path) in enumerate(lines):
        end = at + len(words) + 1
        if path[: len(root)] == root or i in kept:
            if start is not None:
                yield start, at
                start = None
        elif start is None:
            start = at
        at = end
    if start is not None:
        yield start, at - 1


def _title_above(lines: list[tuple[str, tuple[int, ...]]], root: tuple[int, ...]) -> set[int]:
    """The title that stands above the element of the law, and what is told below it of the adoption."""
    first = next(i for i, (_, path) in enumerate(lines) if path[: len(root)] == root)
    titles = [i for i in range(max(0, first - 60), first) if is_title(lines[i][0]) and not _DIVISION.match(lines[i][0])]
    if not titles:
        return set()
    return {
        titles[-1],
        *(i for i in range(titles[-1] + 1, first) if _DATED.search(lines[i][0]) and _ADOPTED.search(lines[i][0])),
    }
