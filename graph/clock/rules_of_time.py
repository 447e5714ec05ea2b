"""The words of an answer about time: by which rules a day was counted, and why there is none.

Each stands in both languages, since a reader must be able to check it against the Civil Code (arts. 200 to 204).
"""

from __future__ import annotations

from graph.vocabulary import DeadlineKind, Term


class Said(Term):
    """A word with its meaning in both languages: ``doc`` in English, ``zh`` in Chinese."""

    zh: str

    def __new__(cls, value: str, doc: str, zh: str) -> Said:
        word = str.__new__(cls, value)
        word._value_ = value
        word.doc, word.zh = doc, zh
        return word


class NoDay(Said):
    """Why a clock comes to no day."""

    NO_NUMBER = "no-number", "The clock has no number.", "期限没有具体数字。"
    AT_ONCE = "at-once", "Immediately: there is no number of days to count.", "要求立即，没有可计算的天数。"
    PROMPTLY = "promptly", "Promptly, without a number.", "要求及时，没有具体数字。"
    BEFORE_EVENT = (
        "before-event",
        "Before an event; which event, or whether the number is the least notice (提前) or the last stretch in which to act (届满前…内), is not told. Where there are bounds: the day counted back, and the day before the event.",
        "须在事件之前；未载明何事件，或者数字是“提前”还是“届满前…内”不明。有上下限的，为倒算所得之日和事件前一日。",
    )
    PERIODIC = "periodic", "At regular intervals, without a number.", "要求定期，没有具体间隔。"
    BY_DATE = (
        "by-date",
        "By a date that the rule or an authority fixes: the clock's own words say which.",
        "按规定或者主管部门确定的日期，见期限原文。",
    )
    OTHER_EVENT = (
        "other-event",
        "Runs from another event than the one named.",
        "自其他事件起算，不是所指的事件。",
    )
    HOUR_NOT_GIVEN = (
        "hour-not-given",
        "Counted in hours or minutes: give the moment of the event, and not only its day.",
        "按小时或者分钟计算，须给出事件发生的时刻，而不只是日期。",
    )
    CALENDAR_NOT_ANNOUNCED = (
        "calendar-not-announced",
        "The holiday notice of a year that is needed is not published, or not yet held here. The day lies between the bounds, unless the notice goes beyond all since 2004; who acts by the earliest is in time.",
        "所需年份的放假安排尚未公布或者尚未收录。除非放假安排超出二〇〇四年以来的范围，届满日在上下限之间；不晚于最早日期办理即不逾期。",
    )
    CALENDAR_NOT_HELD = (
        "calendar-not-held",
        "The day lies before the first year whose holiday notice is held here.",
        "早于本系统收录的首个年份的放假安排。",
    )


class Rule(Said):
    """A rule by which a day was counted."""

    START_NOT_COUNTED = (
        "start-not-counted",
        "The starting day is not counted; counting begins on the next day. The instruments are silent on this: Civil Code art. 201 par. 1, by analogy.",
        "开始的当日不计入，自下一日开始计算。各规定未作说明，类推适用《民法典》第二百零一条第一款。",
    )
    FROM_THE_MOMENT = (
        "from-the-moment",
        "Hours and minutes run from the moment itself, through nights and rest days: Civil Code art. 201 par. 2, by analogy.",
        "按小时、分钟计算的，自该时刻起连续计算，夜间和休息日不扣除。类推适用《民法典》第二百零一条第二款。",
    )
    WORKING_DAYS_ONLY = (
        "working-days-only",
        "Only working days are counted: without weekends and the days off of the State Council's holiday notices, with their make-up days.",
        "只计工作日：扣除周末和国务院办公厅放假通知的放假日，计入调休上班日。",
    )
    CORRESPONDING_DAY = (
        "corresponding-day",
        "Months and years end on the corresponding day: Civil Code art. 202.",
        "按月、年计算的，到期月的对应日为最后一日（《民法典》第二百零二条）。",
    )
    MONTH_END = (
        "month-end",
        "The last month has no corresponding day, so its last day ends the period: Civil Code art. 202.",
        "到期月没有对应日，月末日为最后一日（《民法典》第二百零二条）。",
    )
    LAST_DAY_MOVES_ON = (
        "last-day-moves-on",
        "The last day is a statutory holiday or rest day, so the next day after it ends the period: Civil Code art. 203 par. 1; weekends are read as rest days too.",
        "最后一日是法定休假日，以休假日结束的次日为最后一日（《民法典》第二百零三条第一款；双休日一并视为休假日）。",
    )
    END_OF_DAY = (
        "end-of-day",
        "The last day runs to 24:00, or to the close of business where the office has hours: Civil Code art. 203 par. 2.",
        "截止时间为最后一日二十四时；有业务时间的，为停止业务活动的时间（《民法典》第二百零三条第二款）。",
    )
    KEPT_THROUGH = (
        "kept-through",
        "It lasts through that day. Nothing has to be done on it, so a rest day does not move it on.",
        "持续至该日终了；该日无须办理事项，遇休假日不顺延。",
    )
    NEXT_OCCURRENCES = (
        "next-occurrences",
        "An interval, counted from the last time; rest days do not move it. Whether the rule means the calendar year instead is left open.",
        "按间隔自上一次起算，遇休假日不顺延；规定是否指自然年度，未作认定。",
    )
    DAY_BEFORE = (
        "day-before",
        "To be done before the event: no later than the day before it. A rest day does not move it on.",
        "须在事件之前完成，最迟为事件前一日；遇休假日不顺延。",
    )
    COUNTED_BACK = (
        "counted-back",
        "Counted back from the event, whose own day is not counted. The Civil Code has no rule for counting back; a rest day moves nothing.",
        "自事件之日向前倒算，当日不计入；《民法典》没有倒算的规定，遇休假日不顺延。",
    )
    OUTER_LIMIT = (
        "outer-limit",
        "The rule asks for more haste (立即, 及时); the number is only the outer limit.",
        "规定要求立即或者及时，数字仅为最长期限。",
    )
    RANGE_OF_PRACTICE = (
        "range-of-practice",
        "A range as practice has it: what is usual, and no limit by law.",
        "实践中的通常区间，不是法定期限。",
    )


class RangeEnd(Said):
    """Which number of the clock an answer counts."""

    SINGLE = "single", "The clock has one number, or none.", "单一期限"
    LOWER = "lower", "The lower end of a range.", "区间下限"
    UPPER = "upper", "The upper end of a range.", "区间上限"


UNTIL = {
    DeadlineKind.WITHIN: ("不迟于", "by"),
    DeadlineKind.BEFORE: ("最迟", "no later than"),
    DeadlineKind.AT_ONCE: ("最迟", "no later than"),
    DeadlineKind.PROMPTLY: ("最迟", "no later than"),
    DeadlineKind.EVERY: ("下一次", "next"),
    DeadlineKind.AT_LEAST: ("保存至", "keep through"),
    DeadlineKind.LASTING: ("有效至", "valid through"),
    DeadlineKind.BY_DATE: ("不迟于", "by"),
}
"""What the day of a clock of that kind means, in Chinese and English."""
