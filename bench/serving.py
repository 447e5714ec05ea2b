"""The obligations-with-routes query over HTTP: requests a second and CPU a request, both stores, one worker.

50 obligations, each with its ways (authority, platform), article and regulation. Loopback only; every round is bounded
in requests. The client runs in this process, the server in one of its own, whose CPU time is read from the system.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from api.schema import Operation, answer
from graph.backends import open_store
from graph.model import Row
from graph.statements import Statement
from graph.store import Parameters

QUERY = """
{
  obligations(first: 50, toAuthority: true, on: "2026-09-01") {
    nodes {
      id
      gistEn
      article { id number regulation { id titleZh } }
      routes { nodes { authority { id nameZh level } platform { id nameZh } basis confidence } }
    }
  }
}
"""
REQUESTS = 60


def main() -> None:
    with TemporaryDirectory() as folder:
        _measure("embedded", f"embedded:{folder}")
        print(f"statements for one answer: {_statements(f'embedded:{folder}')}")
    if address := os.environ.get("GUIKOU_BENCH_NEO4J"):
        _measure("neo4j", address)
    else:
        print("neo4j: not measured; name a server by GUIKOU_BENCH_NEO4J")


def _statements(address: str) -> int:
    """How many statements one answer costs: they depend on the depth of the query, never on its rows."""
    store = open_store(address)
    read, asked = store.read, 0

    def counted(statement: Statement, parameters: Parameters) -> list[Row]:
        nonlocal asked
        asked += 1
        return read(statement, parameters)

    store.read = counted  # type: ignore[method-assign]
    asyncio.run(answer(store, Operation(QUERY), today=date(2026, 9, 1)))
    store.close()
    return asked


def _measure(name: str, address: str) -> None:
    environment = {**os.environ, "GUIKOU_STORE": address}
    command = [sys.executable, "-c", "from api.cli import main; main()"]
    begin = time.perf_counter()
    subprocess.run([*command, "ingest"], env=environment, check=True, capture_output=True)
    print(f"{name}: ingest {time.perf_counter() - begin:.2f} s")
    port = _free_port()
    with subprocess.Popen(
        [*command, "serve", "--port", str(port)], env=environment, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait(port)
            leaves = _ask(port)
            for connections in (1, 16):
                _round(port, connections)
                cpu, begin = _cpu(server.pid), time.perf_counter()
                latencies = _round(port, connections)
                took = time.perf_counter() - begin
                used = (_cpu(server.pid) - cpu) / len(latencies) * 1000
                print(
                    f"{name}: {connections:>2} connections  {len(latencies) / took:6.1f} requests/s  "
                    f"p50 {statistics.median(latencies) * 1000:6.1f} ms  server CPU {used:6.1f} ms a request  ({leaves:,} bytes)"
                )
        finally:
            server.terminate()


def _round(port: int, connections: int) -> list[float]:
    with concurrent.futures.ThreadPoolExecutor(connections) as pool:
        return [
            s for part in pool.map(lambda _: _client(port, REQUESTS // connections), range(connections)) for s in part
        ]


def _client(port: int, requests: int) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    times = []
    for _ in range(requests):
        begin = time.perf_counter()
        connection.request("POST", "/graphql", json.dumps({"query": QUERY}), {"content-type": "application/json"})
        answer = connection.getresponse()
        body = answer.read()
        times.append(time.perf_counter() - begin)
        if answer.status != 200 or b'"errors"' in body:
            sys.exit(f"{answer.status}: {body[:300]!r}")
    connection.close()
    return times


def _ask(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/graphql", json.dumps({"query": QUERY}), {"content-type": "application/json"})
    return len(connection.getresponse().read())


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    sys.exit("the server does not start")


if __name__ == "__main__":
    main()
