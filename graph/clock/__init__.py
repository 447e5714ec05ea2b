"""By which day: working days, the counting of time, due dates, and the calendar file."""
