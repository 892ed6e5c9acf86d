"""Days and times in the words of a language, with its own order and small words.

Digits are Western in every language. Instants are given as the meeting's clocks show them
(`Meeting.local`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import groupby

from checkin.domain.wording import Wording

_DAY = timedelta(days=1)
_SHORTEST_SPAN = 3  # two neighbouring days read better as "5 and 6"
_Span = tuple[date, date]


def long_day(day: date, wording: Wording) -> str:
    """`Tuesday 5 July 2022`."""
    weekday = wording.say(f"date.weekday.{day.isoweekday()}")
    return wording.say("date.long", weekday=weekday, date=full_day(day, wording))


def full_day(day: date, wording: Wording) -> str:
    """`5 July 2022`."""
    return wording.say("date.with_year", date=short_day(day, wording), year=day.year)


def short_day(day: date, wording: Wording) -> str:
    """`5 July`."""
    return _in_month(_numeral(day, wording), day, wording)


def days_in_words(days: Iterable[date], wording: Wording) -> str:
    """`5 and 6 July 2022`, `4 to 8 July 2022`, `30 June and 1 July 2022`; "" for no days."""
    spans = _spans(sorted(set(days)))
    years = groupby(spans, key=lambda span: span[1].year)
    return _and([_year(year, list(group), wording) for year, group in years], wording)


def place_and_days(place: str, days: Iterable[date], wording: Wording) -> str:
    """`Madrid, 5 and 6 July 2022`; only the days where no place is known."""
    when = days_in_words(days, wording)
    return wording.say("date.at_place", place=place, days=when) if place else when


def stamp(local: datetime, wording: Wording) -> str:
    """`05 Jul 2022 18:42`."""
    month = wording.say(f"date.short_month.{local.month}")
    day = f"{local.day:02d}"
    return wording.say("date.stamp", day=day, month=month, year=local.year, time=hour(local))


def hour(local: datetime) -> str:
    """`09:04`, the same in every language."""
    return f"{local:%H:%M}"


def moment(local: datetime, day: date | None, wording: Wording) -> str:
    """`09:04` on that day; `8 July, 10:07` on another date, or where no day is meant."""
    if local.date() == day:
        return hour(local)
    return wording.say("date.moment", date=short_day(local.date(), wording), time=hour(local))


def _numeral(day: date, wording: Wording) -> str:
    return wording.say("date.first_day") if day.day == 1 else str(day.day)


def _in_month(numerals: str, day: date, wording: Wording) -> str:
    month = wording.say(f"date.month.{day.month}")
    return wording.say("date.with_month", day=numerals, month=month)


def _spans(days: Sequence[date]) -> list[_Span]:
    """First and last of every run of at least three days; other days stand for themselves."""
    numbered = groupby(enumerate(days), key=lambda item: item[1] - item[0] * _DAY)
    return [span for _, run in numbered for span in _of_run([day for _, day in run])]


def _of_run(run: Sequence[date]) -> Iterator[_Span]:
    if len(run) >= _SHORTEST_SPAN:
        yield run[0], run[-1]
    else:
        yield from ((day, day) for day in run)


def _year(year: int, spans: Sequence[_Span], wording: Wording) -> str:
    months = groupby(spans, key=lambda span: (span[0].replace(day=1), span[1].replace(day=1)))
    texts = [_month(list(group), wording) for _, group in months]
    return wording.say("date.with_year", date=_and(texts, wording), year=year)


def _month(spans: Sequence[_Span], wording: Wording) -> str:
    """Spans of one month without the year, or the one span that crosses a month's end."""
    first, last = spans[0]
    if (first.year, first.month) == (last.year, last.month):
        numerals = [_numerals(span, wording) for span in spans]
        return _in_month(_and(numerals, wording), first, wording)
    words = short_day if first.year == last.year else full_day
    return wording.say("date.span", first=words(first, wording), last=short_day(last, wording))


def _numerals(span: _Span, wording: Wording) -> str:
    first, last = (_numeral(day, wording) for day in span)
    return first if first == last else wording.say("date.span", first=first, last=last)


def _and(texts: Sequence[str], wording: Wording) -> str:
    """The texts as one list in words; "" for none."""
    if len(texts) < 2:
        return "".join(texts)
    start = reduce(lambda one, two: wording.say("date.comma", first=one, last=two), texts[:-1])
    return wording.say("date.and", first=start, last=texts[-1])
