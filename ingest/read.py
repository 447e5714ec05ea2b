"""Reading facts files: YAML to records, every problem of every file gathered with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from graph.errors import Problem
from ingest.records import FactsFile

Place: TypeAlias = tuple[str | int, ...]
Tell: TypeAlias = Callable[[int, int], None]
"""Hears how many of how many steps are done."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One facts file that could be read: its records, and the line of each of their parts."""

    file: str
    facts: FactsFile
    lines: Mapping[Place, int]

    def line(self, *place: str | int) -> int:
        """The line of that part, or of the nearest part around it that has one."""
        return _line(self.lines, place)


def silent(_done: int, _of: int) -> None:
    """Nobody listens."""


def read_facts(folder: Path, *, tell: Tell = silent) -> tuple[list[Sheet], list[Problem]]:
    """Every ``*.yaml`` below the folder, in the order of their paths, and every problem that keeps one from being read."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    paths = sorted(folder.rglob("*.yaml"))
    if not paths:
        problems.append(Problem(str(folder), 1, "holds no *.yaml file. Name the folder that holds the facts."))
    for done, path in enumerate(paths, start=1):
        name = path.relative_to(folder).as_posix()
        sheet, found = read_sheet(name, path.read_bytes())
        problems += found
        if sheet:
            sheets.append(sheet)
        tell(done, len(paths))
    return sheets, problems


def read_sheet(name: str, content: bytes) -> tuple[Sheet | None, list[Problem]]:
    """Read one file; a sheet only when it has no problem."""
    try:
        reading = _Reading(name)
        data = reading.value_of(content)
    except UnicodeDecodeError as error:
        return None, [Problem(name, 1, f"is not UTF-8 (byte {error.start}). Save it as UTF-8.")]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return None, [
            Problem(name, line, f"is not YAML: {error.problem}. Check indentation and quotes near this line.")
        ]
    except yaml.YAMLError as error:
        return None, [Problem(name, 1, f"is not YAML: {error}.")]
    if reading.problems:
        return None, reading.problems
    try:
        return Sheet(name, FactsFile.model_validate(data), reading.lines), []
    except ValidationError as invalid:
        return None, [
            Problem(name, _line(reading.lines, error["loc"]), _said(error, data)) for error in invalid.errors()
        ]


@dataclass(slots=True)
class _Reading:
    """Turns a YAML document into plain values and remembers the line of each."""

    name: str
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def value_of(self, content: bytes) -> Any:
        loader = _Loader(content.decode("utf-8"))
        try:
            node = loader.get_single_node()
            return None if node is None else self._value(loader, node, (), set())
        finally:
            loader.dispose()

    def _value(self, loader: Any, node: yaml.Node, place: Place, above: set[int]) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(place, line)
        if id(node) in above:
            self.problems.append(Problem(self.name, line, "holds itself through an alias. Write the value out."))
            return None
        if isinstance(node, yaml.MappingNode):
            return dict(self._items(loader, node, place, above | {id(node)}))
        if isinstance(node, yaml.SequenceNode):
            return [self._value(loader, part, (*place, i), above | {id(node)}) for i, part in enumerate(node.value)]
        try:
            return loader.construct_object(node)
        except (yaml.YAMLError, ValueError):
            self.problems.append(
                Problem(self.name, line, f"{node.value!r} cannot be read as a value. Put it in quotes.")
            )
            return None

    def _items(self, loader: Any, node: yaml.MappingNode, place: Place, above: set[int]) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = loader.construct_object(key_node, deep=True) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                shown = getattr(key_node, "value", "")
                self.problems.append(
                    Problem(
                        self.name,
                        line,
                        f"the key {shown!r} is read as {key!r}, not as a text. YAML 1.1 reads on, off, yes and no as true and false: use another key.",
                    )
                )
                continue
            if key in seen:
                self.problems.append(Problem(self.name, line, f'the key "{key}" stands twice in this block. Keep one.'))
            seen.add(key)
            self.lines[*place, key] = line
            yield key, self._value(loader, value_node, (*place, key), above)


def _line(lines: Mapping[Place, int], place: Place) -> int:
    for end in range(len(place), -1, -1):
        if place[:end] in lines:
            return lines[place[:end]]
    return 1


def _said(error: ErrorDetails, data: Any) -> str:
    """What a problem found by pydantic means to the writer of the file."""
    where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in error["loc"])
    given, kind = error.get("input"), error["type"]
    context = error.get("ctx", {})
    match kind:
        case "extra_forbidden":
            known = sorted(_known_keys(error["loc"]))
            near = get_close_matches(str(error["loc"][-1]), known, 1)
            hint = f' Did you mean "{near[0]}"?' if near else f" Known here: {', '.join(known)}."
            return f'{where}: unknown key "{error["loc"][-1]}".{hint}'
        case "missing":
            return f'{where}: the key "{error["loc"][-1]}" is missing. Add it.'
        case "enum":
            near = get_close_matches(
                str(given), [w.strip(" '") for w in str(context["expected"]).replace(" or ", ",").split(",")], 1
            )
            hint = f' Did you mean "{near[0]}"?' if near else ""
            return f"{where}: {given!r} is not one of {context['expected']}.{hint}"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return f"{where}: {given!r} is not a date. Write it as YYYY-MM-DD, without quotes."
        case "string_pattern_mismatch":
            return f"{where}: {given!r} is not an identifier. Use lower-case letters, digits, dots and hyphens."
        case "string_type":
            return f"{where}: {given!r} is not a text. Put it in quotes."
        case "string_too_short" | "too_short":
            return f"{where}: is empty. Fill it in or leave the key out."
        case _:
            return f"{where}: {error['msg']} (found {given!r})."


def _known_keys(place: Place) -> set[str]:
    """The keys that a block at that place may have."""
    model: Any = FactsFile
    for part in place[:-1]:
        if isinstance(part, int):
            continue
        model = _model_in(model.model_fields[part].annotation) if part in model.model_fields else model
    return set(model.model_fields)


def _model_in(annotation: Any) -> Any:
    if hasattr(annotation, "model_fields"):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if (found := _model_in(part)) is not FactsFile:
            return found
    return FactsFile
