"""Whole processes on the embedded store: help, routes, ingest; and the bytes of the published file."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS = 7


def main() -> None:
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "GUIKOU_STORE": f"embedded:{folder}"}
        first = _seconds(["ingest"], environment)
        again = [_seconds(["ingest"], environment) for _ in range(3)]
        (graph,) = Path(folder).glob("*.kgl")
        print(f"ingest, embedded store        {first:6.2f} s")
        print(f"ingest again, nothing to do   {statistics.median(again):6.2f} s")
        print(f"bytes of the embedded file    {graph.stat().st_size:,}")
        for arguments in (
            ["--help"],
            ["version"],
            ["routes", "--obligation", "cn.ob.algo-2021.file"],
            ["routes"],
            ["show", "cn.ob.algo-2021.file"],
        ):
            times = [_seconds(arguments, environment) for _ in range(ROUNDS)]
            print(
                f"guikou {' '.join(arguments):<44} {min(times):5.2f} {statistics.median(times):5.2f} {max(times):5.2f} s (min, median, max)"
            )


def _seconds(arguments: Sequence[str], environment: dict[str, str]) -> float:
    begin = time.perf_counter()
    command = [sys.executable, "-c", "from api.cli import main; main()", *arguments]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
