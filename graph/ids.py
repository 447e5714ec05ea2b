"""Names of provisions: ``cn.algo-2021.art-24.par-2``, the same in every file, node and address."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LOCATOR = re.compile(
    r"(?P<article>(?:art|sec)-(?P<number>\d+(?:-\d+)?))(?:\.par-(?P<paragraph>\d+)(?:\.item-(?P<item>\d+))?)?"
)
_PROVISION = re.compile(rf"(?P<regulation>cn\.[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<locator>{_LOCATOR.pattern})")


@dataclass(frozen=True, order=True, slots=True)
class Provision:
    """One provision, from an article down to an item. ``sec-N`` counts sections of instruments without articles.

    >>> Provision.parse("cn.algo-2021.art-24.par-2")
    Provision(regulation='cn.algo-2021', article='art-24', paragraph=2, item=None)
    >>> str(Provision.parse("cn.algo-2021.art-24.par-2").of_article)
    'cn.algo-2021.art-24'
    """

    regulation: str
    article: str
    paragraph: int | None = None
    item: int | None = None

    @classmethod
    def parse(cls, text: str) -> Provision:
        """Read a full name; ``ValueError`` when it is none."""
        match = _PROVISION.fullmatch(text)
        if match is None:
            raise ValueError(f'"{text}" does not name a provision; write it like cn.algo-2021.art-24.par-2')
        return cls(
            match["regulation"],
            match["article"],
            int(match["paragraph"]) if match["paragraph"] else None,
            int(match["item"]) if match["item"] else None,
        )

    @classmethod
    def within(cls, regulation: str, locator: str) -> Provision:
        """Read a locator such as ``art-24.par-2`` as one of that regulation's."""
        return cls.parse(f"{regulation}.{locator}")

    @property
    def of_article(self) -> Provision:
        return Provision(self.regulation, self.article)

    @property
    def number(self) -> str:
        """The number of the article as cited: ``24``, or ``17-1`` for 第十七条之一."""
        return self.article.partition("-")[2]

    @property
    def locator(self) -> str:
        below = "" if self.paragraph is None else f".par-{self.paragraph}"
        return self.article + below + ("" if self.item is None else f".item-{self.item}")

    def __str__(self) -> str:
        return f"{self.regulation}.{self.locator}"


def is_provision(text: str) -> bool:
    return _PROVISION.fullmatch(text) is not None
