"""A chain of statements: as weak as its weakest link, and holding only while all of them hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from graph.model import Row
from graph.vocabulary import Basis, Confidence, Term

T = TypeVar("T", bound=Term)

_GATHERED = frozenset({"bases", "confidences", "named_confidences", "valid_froms", "valid_tos"})


def chained(row: Row, words: Mapping[str, type[Term]]) -> dict[str, Any]:
    """The values of a row whose columns gather the links of a chain, such as ``bases``.

    They give way to the chain's own ``basis``, ``confidence``, ``valid_from`` and ``valid_to`` (half-open), and to
    ``unverified``: whether a link, or anything that the chain names, is believed without a source. Columns named in
    ``words`` become terms, and each piece of evidence is named once.
    """
    given: dict[str, Any] = {**row}
    return {
        **{key: value for key, value in given.items() if key not in _GATHERED},
        **{key: term(of, given[key]) for key, of in words.items() if given[key] is not None},
        "basis": weakest(Basis, given["bases"]),
        "confidence": weakest(Confidence, given["confidences"]),
        "unverified": Confidence.MEMORY in [*given["confidences"], *given.get("named_confidences", ())],
        "valid_from": max(_present(given["valid_froms"]), default=None),
        "valid_to": min(_present(given["valid_tos"]), default=None),
        "evidence": tuple(dict.fromkeys(given["evidence"])),
    }


def weakest(words: type[T], given: Iterable[str | None]) -> T:
    """The word that stands last in its list, which is the weakest; a link that is missing has no word.

    >>> weakest(Basis, ["statute", None, "practice", "statute"]).value
    'practice'
    """
    order = list(words)
    return max((term(words, word) for word in _present(given)), key=order.index)


def term(words: type[T], value: str) -> T:
    """The word of a closed list by its stored value: what ``words(value)`` does, for any list."""
    return cast("Callable[[str], T]", words)(value)


def _present(links: Iterable[Any]) -> Iterator[Any]:
    return (link for link in links if link is not None)
