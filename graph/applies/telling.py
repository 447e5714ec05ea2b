"""How a profile is written: YAML, JSON or plain values in, a ``Profile`` out; and the JSON Schema of that form.

    description: A chat service for consumers        (free)
    facts:
      generative-ai: yes                             (yes, no, unknown)
      registered-users: {n: 1200000, as_of: 2026-03-01}
    events:
      launch: 2026-03-01                             (a day, yes, no, unknown)

Both the reading and the schema come from the same declaration, the ``ProfileFact`` nodes of the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, TypeAlias

import yaml

from graph.applies.profile import Answer, Declaration, Declared, Profile, Told
from graph.applies.weighing import values_of
from graph.errors import Problem, ProfileProblems
from graph.predicates import Predicate, facts_of
from graph.vocabulary import ProfileFactKind

Place: TypeAlias = tuple[str, ...]
_Wrong: TypeAlias = tuple[Place, str]


def read_profile(text: str, declaration: Declaration, *, file: str = "profile") -> Profile:
    """Read a profile from YAML or JSON; ``ProfileProblems`` names every problem with its line."""
    reading = _Lines()
    try:
        data = reading.value_of(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ProfileProblems([Problem(file, line, f"is neither YAML nor JSON: {error.problem}.")]) from error
    except yaml.YAMLError as error:
        raise ProfileProblems([Problem(file, 1, f"is neither YAML nor JSON: {error}.")]) from error
    return _profile(data, declaration, file, reading.lines, reading.wrong)


def profile_of(data: object, declaration: Declaration, *, file: str = "profile") -> Profile:
    """The same from plain values.

    >>> profile_of({"facts": {"app": True}}, {"fact.app": Declared("fact.app", ProfileFactKind.BOOLEAN, "", "")}).told
    {'fact.app': Told(answer=<Answer.YES: 'yes'>, n=None, day=None)}
    """
    return _profile(data, declaration, file, {}, [])


def json_schema(declaration: Declaration) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a profile."""
    sections: dict[str, dict[str, Any]] = {"facts": {}, "events": {}}
    for declared in sorted(declaration.values(), key=lambda d: d.id):
        sections[declared.section][declared.key] = {
            "description": f"{declared.question_zh} {declared.question_en}",
            **_FORMS[declared.kind],
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Guikou service profile",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string"},
            **{
                section: {"type": "object", "additionalProperties": False, "properties": properties}
                for section, properties in sections.items()
            },
        },
    }


_ANSWER: dict[str, Any] = {"enum": [True, False, *(answer.value for answer in Answer)]}
_DAY: dict[str, Any] = {"type": "string", "format": "date"}
_FORMS: dict[ProfileFactKind, dict[str, Any]] = {
    ProfileFactKind.BOOLEAN: _ANSWER,
    ProfileFactKind.EVENT: {"anyOf": [_ANSWER, _DAY]},
    ProfileFactKind.NUMBER: {
        "anyOf": [
            {"type": "integer", "minimum": 0},
            {
                "type": "object",
                "required": ["n"],
                "additionalProperties": False,
                "properties": {"n": {"type": "integer", "minimum": 0}, "as_of": _DAY},
            },
            {"const": Answer.UNKNOWN.value},
        ]
    },
}
_WANTED = {
    ProfileFactKind.BOOLEAN: "yes, no or unknown",
    ProfileFactKind.EVENT: "the day on which it happened (YYYY-MM-DD), yes, no or unknown",
    ProfileFactKind.NUMBER: "a whole number from 0, such as 1200000 or {n: 1200000, as_of: 2026-03-01}, or unknown",
}


# ---------------------------------------------------------------- reading


def _profile(
    data: object, declaration: Declaration, file: str, lines: Mapping[Place, int], wrong: list[_Wrong]
) -> Profile:
    reading = _Reading(declaration, wrong)
    profile = reading.profile(data)
    if found := reading.wrong or list(_contradictions(profile, declaration)):
        raise ProfileProblems([Problem(file, _line(lines, place), message) for place, message in found])
    return profile


@dataclass(slots=True)
class _Reading:
    """Gathers what is told, and what cannot be read."""

    declaration: Declaration
    wrong: list[_Wrong]

    def profile(self, data: object) -> Profile:
        top = self._block(data, (), ("description", "facts", "events"))
        description = top.get("description")
        if not isinstance(description, str | None):
            self.wrong.append((("description",), f"description: {description!r} is not a text."))
            description = None
        told = {
            fact: told for section in ("facts", "events") for fact, told in self._section(section, top.get(section))
        }
        return Profile(told, description)

    def _section(self, section: str, data: object) -> Iterator[tuple[str, Told]]:
        known = {declared.key: declared for declared in self.declaration.values() if declared.section == section}
        for key, value in self._block(data, (section,), known).items():
            if (declared := known.get(key)) and (told := self._told(declared, value, (section, key))):
                yield declared.id, told

    def _block(self, data: object, place: Place, known: Iterable[str]) -> Mapping[str, object]:
        if data is None:
            return {}
        if not isinstance(data, dict):
            where = f"{'.'.join(place)}: " if place else ""
            self.wrong.append((place, f"{where}{data!r} is no block of `key: value`. Known here: {_few(known)}."))
            return {}
        for key in data:
            if key not in known:
                there = (*place, str(key))
                near = get_close_matches(str(key), list(known), 2)
                hint = f"Did you mean {' or '.join(near)}?" if near else f"Known here: {_few(known)}."
                self.wrong.append((there, f'{".".join(there)}: nothing in the graph asks for "{key}". {hint}'))
        return {str(key): value for key, value in data.items()}

    def _told(self, declared: Declared, value: object, place: Place) -> Told | None:
        found = _told(declared.kind, value)
        if found is None:
            self.wrong.append((place, f"{'.'.join(place)}: {_short(value)} is not {_WANTED[declared.kind]}."))
        return found


def _told(kind: ProfileFactKind, value: object) -> Told | None:
    answer = (
        Answer.YES
        if value is True
        else Answer.NO
        if value is False
        else _ANSWERS.get(value)
        if isinstance(value, str)
        else None
    )
    if kind is ProfileFactKind.NUMBER:
        return Told(answer) if answer is Answer.UNKNOWN else _number(value)
    if answer is None and kind is ProfileFactKind.EVENT and (day := _day(value)):
        return Told(Answer.YES, day=day)
    return None if answer is None else Told(answer)


def _number(value: object) -> Told | None:
    given = value if isinstance(value, dict) else {"n": value}
    n, as_of = given.get("n"), given.get("as_of")
    day = _day(as_of)
    if type(n) is not int or n < 0 or given.keys() - {"n", "as_of"} or (as_of is not None and day is None):
        return None
    return Told(n=n, day=day)


def _day(value: object) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


_ANSWERS = {answer.value: answer for answer in Answer}


# ---------------------------------------------------------------- what cannot all be right


def _contradictions(profile: Profile, declaration: Declaration) -> Iterator[_Wrong]:
    """Answers that exclude each other, and answers about events that have not happened."""
    values = values_of(profile, declaration, None)
    for fact, told in profile.told.items():
        declared = declaration[fact]
        place = (declared.section, declared.key)
        for condition, excluded in ((declared.no_when, Answer.YES), (declared.yes_when, Answer.NO)):
            if condition is not None and told.answer is excluded and values.holds(condition):
                beside = _beside(condition, profile, declaration)
                yield place, f"{'.'.join(place)}: {told.answer} cannot stand beside {beside}. Correct one of them."
        if told.answer is not Answer.UNKNOWN and values.moot(declared):
            events = " or ".join(f"events.{declaration[event].key}" for event in declared.of_events)
            untold = f"{'.'.join(place)}: is told of something that by this profile has not happened."
            yield place, f"{untold} Tell {events} as well, or leave it out."


def _beside(condition: Predicate, profile: Profile, declaration: Declaration) -> str:
    read = dict.fromkeys(facts_of(condition))
    told = [f"{declaration[f].key}: {_shown(profile.told[f])}" for f in read if f in profile.told]
    return ", ".join(told) or ", ".join(declaration[f].key for f in read)


def _shown(told: Told) -> str:
    return str(told.answer if told.n is None else told.n)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"


def _few(known: Iterable[str]) -> str:
    names = list(known)
    return ", ".join(names[:_MANY]) + (f" and {len(names) - _MANY} more" if len(names) > _MANY else "")


def _line(lines: Mapping[Place, int], place: Place) -> int:
    return next((lines[place[:end]] for end in range(len(place), -1, -1) if place[:end] in lines), 1)


_LONG = 60
_MANY = 12


# ---------------------------------------------------------------- YAML with its lines


@dataclass(slots=True)
class _Lines:
    """Turns a document into plain values and remembers the line of every key."""

    lines: dict[Place, int] = field(default_factory=dict)
    wrong: list[_Wrong] = field(default_factory=list)

    def value_of(self, text: str) -> object:
        # YAML reads JSON, but not the tabs between its parts.
        loader = yaml.SafeLoader(text.expandtabs() if text.lstrip().startswith("{") else text)
        try:
            node = loader.get_single_node()
            return None if node is None else self._value(loader, node, ())
        finally:
            loader.dispose()

    def _value(self, loader: yaml.SafeLoader, node: yaml.Node, place: Place) -> object:
        self.lines.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode) and len(place) <= _DEEP:
            found: dict[str, object] = {}
            for key_node, value_node in node.value:
                key = str(key_node.value)
                if key in found:
                    self.wrong.append(((*place, key), f"{'.'.join((*place, key))}: stands twice. Keep one."))
                self.lines[*place, key] = key_node.start_mark.line + 1
                found[key] = self._value(loader, value_node, (*place, key))
            return found
        if not isinstance(node, yaml.ScalarNode):
            # Nothing that is told is a list, or so deep a block: as much of it as a message shows.
            return [str(part.value) for part in node.value if isinstance(part, yaml.ScalarNode)]
        try:
            return loader.construct_object(node)
        except (yaml.YAMLError, ValueError):
            return str(node.value)


_DEEP = 3
