"""What a holiday notice may order for a year that has none yet: the outer limits of days off and make-up days.

The notices of the General Office of the State Council move rest days around the statutory holidays. Nobody knows one
before it is published; but by the Measures on holidays and by the notices of more than twenty years, the days off and
the make-up days of each holiday lie within a span, and are not more than so many. No notice since 2004 went beyond the
limits below, the special days of September 2015 and the extension of 2020 included; they are drawn from those notices,
and no law forbids one to go further (docs/decisions/0006-working-days.md; a test holds them against every known year).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """From one (month, day) to another, both counted; one that begins late in the year ends in the next."""

    begin: tuple[int, int]
    end: tuple[int, int]

    def over(self, day: date) -> tuple[date, date] | None:
        """The span in which the day lies; None when it lies in none.

        >>> Span((12, 29), (1, 4)).over(date(2026, 12, 31))
        (datetime.date(2026, 12, 29), datetime.date(2027, 1, 4))
        """
        crosses = self.end < self.begin
        year = day.year - 1 if crosses and (day.month, day.day) <= self.end else day.year
        begin, end = date(year, *self.begin), date(year + crosses, *self.end)
        return (begin, end) if begin <= day <= end else None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What may be ordered for one holiday: at most ``most_off`` weekdays off, at most ``most_made_up`` make-up days."""

    holiday: str
    off: Span
    most_off: int
    made_up: Span
    most_made_up: int


NEW_YEAR = Arrangement("元旦", Span((12, 29), (1, 4)), 4, Span((12, 28), (1, 10)), 3)
ARRANGEMENTS = (
    NEW_YEAR,
    Arrangement("春节", Span((1, 19), (2, 28)), 7, Span((1, 12), (3, 8)), 3),
    Arrangement("清明", Span((4, 1), (4, 8)), 4, Span((3, 28), (4, 12)), 3),
    Arrangement("劳动节", Span((4, 27), (5, 8)), 6, Span((4, 20), (5, 15)), 3),
    Arrangement("端午", Span((5, 25), (6, 29)), 4, Span((5, 21), (7, 3)), 3),
    Arrangement("中秋", Span((9, 5), (10, 10)), 4, Span((9, 1), (10, 14)), 3),
    Arrangement("国庆节", Span((9, 27), (10, 10)), 7, Span((9, 16), (10, 16)), 3),
    # What New Year leaves alone: the days after belong to the next year's notice, and are counted there.
    Arrangement("其他特别安排", Span((1, 1), (12, 27)), 2, Span((1, 1), (12, 27)), 1),
)

ALWAYS_OFF = frozenset({(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)})
"""Statutory holidays whose day of the solar year has been the same in all those years: no notice makes them working days."""


class Scenario:
    """One extreme of what the notices may order, asked day by day in one direction.

    ``fewest``: as many weekdays off as may be, each as early on the way as may be, and no make-up day; otherwise no
    weekday off but those that the law fixes, and as many make-up days. No calendar that keeps within the limits has, on
    any stretch from where the way begins, fewer or more working days.
    """

    def __init__(self, *, fewest: bool) -> None:
        self._fewest = fewest
        self._granted: Counter[tuple[str, date]] = Counter()

    def works(self, day: date, *, backwards: bool = False) -> bool:
        weekend = day.weekday() > 4
        if self._fewest:
            return not weekend and not self._grants(day, backwards=backwards)
        if (day.month, day.day) in ALWAYS_OFF:
            return False
        return not weekend or self._grants(day, backwards=backwards)

    def _grants(self, day: date, *, backwards: bool) -> bool:
        """Take the day from the holiday whose span is left soonest: this leaves most for the days that follow."""
        open_to = []
        for arrangement in ARRANGEMENTS:
            span = (arrangement.off if self._fewest else arrangement.made_up).over(day)
            most = arrangement.most_off if self._fewest else arrangement.most_made_up
            if span and self._granted[arrangement.holiday, span[0]] < most:
                left = day - span[0] if backwards else span[1] - day
                open_to.append((left, (arrangement.holiday, span[0])))
        if not open_to:
            return False
        self._granted[min(open_to)[1]] += 1
        return True


def may_be_moved_by_the_next_year(day: date) -> bool:
    """Whether the notice of the year after may still order this day off, or make it a working day.

    >>> [day for day in range(25, 32) if may_be_moved_by_the_next_year(date(2026, 12, day))]
    [29, 30, 31]
    """
    span = (NEW_YEAR.made_up if day.weekday() > 4 else NEW_YEAR.off).over(day)
    return span is not None and day.month == 12
