"""How well candidate duties are found: the labelled samples, and the known duties of the dossier.

    python bench/duties.py PACK [--differences]

PACK is the unpacked folder of official texts (``ai``, ``lawrefbook`` …). The labels stand in tests/statute/duties; the
dossier is shared/facts beside the checkout, or GUIKOU_DOSSIER; without it that part is left out, and the output says so.
What it costs is in bench/statute.py.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from graph.vocabulary import DeadlineUnit
from ingest.statute.duties import Candidate, candidates
from ingest.statute.parse import parse
from ingest.statute.read import read

HERE = Path(__file__).resolve()
TEXTS = {
    "ALGO-2021": "ai/algorithm-recommendation-2021.lawrefbook.md",
    "DEEPSYN-2022": "ai/deep-synthesis-2022.wechat.md",
    "GENAI-2023": "ai/genai-interim-measures-2023.articles.bilingual.json",
    "CSL": "ai/cybersecurity-law-2025-amended.just-laws.md",
    "DSL": "ai/data-security-law-2021.just-laws.md",
    "PIPL": "ai/pipl-2021.articles.bilingual.json",
    "NDSR": "ai/network-data-security-regs-2024.articles.bilingual.json",
    "IIS": "ai/internet-information-services-2024.china-law-db.md",
    "TELECOM": "ai/telecom-regulations-2016.lawrefbook.md",
    "CNS-INTL": "lawrefbook/行政法规/计算机信息网络国际联网安全保护管理办法(2011-01-08).md",
    "CIS-1994": "lawrefbook/行政法规/计算机信息系统安全保护条例(2011-01-08).md",
    "CII-2021": "ai/cii-protection-2021.lawrefbook.md",
    "CII-CRYPTO-2025": "ai/cii-commercial-crypto-2025.pdftext.md",
    "MINORS-2023": "ai/minors-network-protection-2023.lawrefbook.md",
    "PIAUDIT-2025": "ai/pi-compliance-audit-2025.pdftext.md",
    "SCC-2023": "ai/pi-outbound-standard-contract-2023.wechat.md",
    "NETID-2025": "ai/network-id-service-2025.pdftext.md",
    "FRAUD-2022": "ai/telecom-fraud-law-2022.just-laws.md",
    "D2D-2025": "ai/d2d-satellite-2025.pdftext.md",
    "CT-LAW": "lawrefbook/宪法相关法/反恐怖主义法(2018-04-27).md",
    "MILINFO-2025": "ai/military-info-online-2025.pdftext.md",
    "STPL": "ai/sci-tech-progress-law-2021.lawrefbook.md",
}
FILES = ("duties_algo_2021", "duties_deepsyn_genai", "duties_neighbours")


def main() -> None:
    pack = Path(sys.argv[1])
    scoring = _scoring()
    for part in ("development", "held-out"):
        report = scoring.score(part, pack)
        print(f"\n{part}\n\n{scoring.table(report)}")
        print(f"\nevents of deadlines with one: {report.events.right} of {report.events.labelled}")
        if "--differences" in sys.argv and part == "development":
            print("\n".join(report.differences))
    dossier = _dossier()
    if dossier is None:
        print("\nknown duties: not measured, the dossier is not beside the checkout")
    else:
        _known(dossier, pack)


def _known(dossier: Path, pack: Path) -> None:
    """Of the duties that a lawyer found at a provision: does a candidate there say the same?"""
    held: dict[str, list[Candidate]] = {}
    counts = {aspect: [0, 0] for aspect in ("a norm there", "modality", "bearer", "deadline", "authority")}
    missed: list[str] = []
    for name in FILES:
        for duty in yaml.safe_load((dossier / f"{name}.yaml").read_text("utf-8"))["duties"]:
            instrument = duty.get("instrument") or "ALGO-2021"
            if instrument not in TEXTS or duty.get("confidence") != "primary":
                continue
            if instrument not in held:
                held[instrument] = candidates(parse(read(pack / TEXTS[instrument]).text))
            _one(duty, held[instrument], counts, missed)
    print("\nknown duties of the dossier (recall)\n\n| | known | found | recall |\n|---|---|---|---|")
    for aspect, (right, known) in counts.items():
        print(f"| {aspect} | {known} | {right} | {right / known:.3f} |")
    if "--differences" in sys.argv:
        print("\n".join(missed))


def _one(duty: dict[str, Any], found: list[Candidate], counts: dict[str, list[int]], missed: list[str]) -> None:
    at = str(duty.get("at") or duty["article"]).replace(
        ".item", ".par-1.item" if ".par" not in str(duty.get("article")) else ".item"
    )
    here = [c for c in found if c.at == at or c.at.startswith(at + ".") or at.startswith(c.at + ".")]
    _count("a norm there", bool(here), duty, counts, missed)
    if (modality := duty.get("modality")) is not None:
        _count("modality", any(c.modality.value == modality.replace("_", "-") for c in here), duty, counts, missed)
    for bound in [b for b in duty.get("bound_zh") or [duty.get("bound_term")] if b and "（" not in b][:1]:
        _count("bearer", any(c.bearer is not None and bound in c.bearer.words for c in here), duty, counts, missed)
    clock = duty.get("deadline")
    if clock and clock.get("value") and not str(clock.get("kind", "")).startswith("imported") and clock.get("unit"):
        unit = DeadlineUnit(clock["unit"].replace("_", "-"))
        told = any((k.n, k.unit) == (clock["value"], unit) for c in here for k in c.clocks)
        _count("deadline", told, duty, counts, missed)
    for term in _receivers(duty, at):
        names = [r.name.words for c in here for r in c.receivers]
        _count("authority", any(term in n or n in term for n in names), duty, counts, missed)


def _receivers(duty: dict[str, Any], at: str) -> list[str]:
    """The first term of the authority that receives, where the provision itself names it."""
    authority = duty.get("authority")
    if not duty.get("routes_to_authority") or not authority:
        return []
    if isinstance(authority, list):
        return [a["zh"] for a in authority if a.get("zh")][:1]
    if "bodies" in authority:
        own = authority.get("role") == "receives" and authority.get("named_at") == at
        return [authority["bodies"][0]["term"]] if own else []
    own = authority.get("basis") == "text" and authority.get("text") and duty.get("norm") == "duty"
    return [authority["text"]] if own else []


def _count(aspect: str, right: bool, duty: dict[str, Any], counts: dict[str, list[int]], missed: list[str]) -> None:
    counts[aspect][0] += int(right)
    counts[aspect][1] += 1
    if not right:
        missed.append(
            f"{aspect:12} {duty['id']} {duty.get('at') or duty.get('article')} {duty.get('deadline')} {duty.get('authority')}"
        )


def _dossier() -> Path | None:
    named = os.environ.get("GUIKOU_DOSSIER")
    places = [Path(named)] if named else [above / "shared" / "facts" for above in HERE.parents]
    return next((place for place in places if (place / f"{FILES[0]}.yaml").is_file()), None)


def _scoring() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "guikou_duties_scoring", HERE.parent.parent / "tests/statute/duties/scoring.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
