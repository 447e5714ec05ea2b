"""The working days of mainland China: weekends, and what the State Council's yearly holiday notices make of them.

The notices come from the package ``chinesecalendar``. Which years it holds is found when it is read: a year that it does
not hold is never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

from graph.clock.arrangements import may_be_moved_by_the_next_year
from graph.vocabulary import Term

ONE_DAY = timedelta(days=1)


class DayKind(Term):
    """What a day is for the counting of working days."""

    WORKING = "working", "A working day: Monday to Friday, and no holiday."
    MAKE_UP = "make-up", "A Saturday or Sunday that a holiday notice makes a working day 调休上班."
    WEEKEND = "weekend", "A Saturday or Sunday 休息日."
    HOLIDAY = "holiday", "A day off by a holiday notice 放假: the statutory holiday itself, or a rest day moved to it."


@dataclass(frozen=True, slots=True)
class Day:
    """One day, and why it counts or does not: the day of the week, or the holiday that the notice names."""

    day: date
    kind: DayKind
    name_zh: str
    name_en: str

    @property
    def works(self) -> bool:
        return self.kind in (DayKind.WORKING, DayKind.MAKE_UP)


Named = tuple[str, str]
"""A holiday in Chinese and English."""


@dataclass(frozen=True, eq=False)
class Calendar:
    """The notices of the years from ``first_year`` to ``last_year``; ``source`` says where they come from.

    ``off`` and ``made_up`` name the days off and the make-up days by their holiday.
    """

    source: str
    first_year: int
    last_year: int
    off: Mapping[date, Named]
    made_up: Mapping[date, Named]

    @cached_property
    def final_through(self) -> date:
        """The last day that no further notice moves: New Year of the next year may take days from the end of this one."""
        day = date(self.last_year, 12, 31)
        while may_be_moved_by_the_next_year(day):
            day -= ONE_DAY
        return day

    def begins_after(self, day: date) -> bool:
        return day.year < self.first_year

    def on(self, day: date) -> Day | None:
        """What the day is; None when no notice that is held says so."""
        if self.begins_after(day) or day > self.final_through:
            return None
        if named := self.made_up.get(day):
            return Day(day, DayKind.MAKE_UP, *named)
        if named := self.off.get(day):
            return Day(day, DayKind.HOLIDAY, *named)
        kind = DayKind.WEEKEND if day.weekday() > 4 else DayKind.WORKING
        return Day(day, kind, *_WEEKDAYS[day.weekday()])

    def through(self, year: int) -> Calendar:
        """As it was while the notice of that year was the last."""
        return Calendar(self.source, self.first_year, min(year, self.last_year), self.off, self.made_up)


@cache
def announced() -> Calendar:
    """The notices that the installed package holds.

    Its years are the unbroken run, up to its last, in which both New Year's Day and National Day are off: a notice of a
    year always names both, and one that only reaches back into December of the year before names neither there.
    """
    from importlib.metadata import version

    from chinese_calendar import Holiday, holidays, workdays

    names: dict[str, Named] = {holiday.value: (holiday.chinese, holiday.value) for holiday in Holiday}
    held = {day.year for day in holidays if (day.month, day.day) == (1, 1) and day.replace(month=10) in holidays}
    first = last = max(held)
    while first - 1 in held:
        first -= 1
    return Calendar(
        f"chinesecalendar {version('chinesecalendar')}",
        first,
        last,
        {day: names[name] for day, name in holidays.items()},
        {day: names[name] for day, name in workdays.items()},
    )


_WEEKDAYS: tuple[Named, ...] = (
    ("星期一", "Monday"),
    ("星期二", "Tuesday"),
    ("星期三", "Wednesday"),
    ("星期四", "Thursday"),
    ("星期五", "Friday"),
    ("星期六", "Saturday"),
    ("星期日", "Sunday"),
)
