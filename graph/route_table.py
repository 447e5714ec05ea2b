"""docs/routes.md: every route as a readable table, so that a change of law is reviewed as a diff of one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from graph.deadlines import Clock, timing
from graph.routes import Routing
from graph.vocabulary import Binds, ImportMode, RouteKind

_HEAD = """\
# Where every duty goes 归口一览

Rendered from the facts by `guikou render`: change them in `ingest/facts/`. As of {on}; practice and opinion are said in
capitals, what no source confirms is marked UNVERIFIED, norms of drafts are left out because they never bind.
One row is one way of one duty. Ways with the same *one of* are alternatives; all others must be served.
只有中文文本具有法律效力，英文仅供参考。
"""
_COLUMNS = ("duty 义务", "at 条款", "to 归口", "through 平台", "clock 期限", "rests on 依据")


def route_table(ways: Sequence[Routing], clocks: Mapping[str, Sequence[Clock]], *, on: date) -> str:
    """The page; ``ways`` in their order, ``clocks`` by obligation."""
    lines = [_HEAD.format(on=on)]
    in_order = sorted(ways, key=lambda way: (way.regulation or "", _provision_order(way), way.key))
    for (regulation, title_zh, title_en), of_one in groupby(
        in_order, key=lambda way: (way.regulation, way.regulation_title_zh, way.regulation_title_en)
    ):
        lines += ["", f"## {title_zh} `{regulation}`", "", str(title_en), "", *_table(list(of_one), clocks)]
    return "\n".join(lines) + "\n"


def _table(ways: Sequence[Routing], clocks: Mapping[str, Sequence[Clock]]) -> Iterator[str]:
    yield f"| {' | '.join(_COLUMNS)} |"
    yield f"|{'---|' * len(_COLUMNS)}"
    before = None
    for way in ways:
        first = way.obligation != before
        before = way.obligation
        duty = f"**{way.gist_zh}** {way.gist_en} `{way.obligation}`" if first else "〃"
        at = (way.provision or "").removeprefix(f"{way.regulation}.") if first else "〃"
        ticking = " <br> ".join(_clock(clock) for clock in clocks.get(way.obligation, ())) if first else "〃"
        yield f"| {' | '.join(_cell(text) for text in (duty, at or '–', _to(way), _through(way), ticking or '–', _rests(way)))} |"


def _to(way: Routing) -> str:
    if way.route_kind is RouteKind.NONE:
        return f"nobody: {way.reason}"
    who = f"{way.authority_name_zh} {way.authority_name_en} `{way.authority}` {way.role}" if way.authority else "?"
    place = f" ({way.place_en})" if way.place_en else ""
    choice = f" *one of {way.alternative_group}*" if way.alternative_group else ""
    missing = f" **UNRESOLVED: {way.reason}**" if way.route_kind is RouteKind.UNRESOLVED else ""
    return f"{who}{place}{choice}{missing}"


def _through(way: Routing) -> str:
    if way.platform is None:
        return f"– ({way.reason})" if way.route_kind is RouteKind.OPEN else "–"
    found = ", ".join(a.url + ("" if a.certain else " (uncertain)") for a in way.addresses)
    return f"{way.platform_name_zh} `{way.platform}` {found}"


def _clock(clock: Clock) -> str:
    parts = [
        timing(clock.kind, clock),
        clock.word_zh or "",
        f"from {clock.from_en}" if clock.from_en else "",
        "AUTHORITY'S CLOCK" if clock.binds is Binds.AUTHORITY else "",
        f"[{clock.case_en}]" if clock.case_en else "",
        "" if clock.basis == "statute" else clock.basis.upper(),
        "UNVERIFIED" if clock.unverified else "",
    ]
    return " ".join(part for part in parts if part)


def _rests(way: Routing) -> str:
    basis = str(way.basis) if way.basis == "statute" else way.basis.upper()
    imported = "" if way.mode in (None, ImportMode.OWN) else f", {way.mode} from {way.imported_from or '?'}"
    return f"{basis}, {way.confidence}{' UNVERIFIED' if way.unverified else ''}{imported}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _provision_order(way: Routing) -> tuple[list[int], str]:
    """art-3 before art-24."""
    numbers = [int(part) for part in (way.provision or "").replace(".", "-").split("-")[2:] if part.isdigit()]
    return numbers, way.obligation
