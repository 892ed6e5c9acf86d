"""Lists that this program wrote: the headers are believed, and every name stays as it is."""

from collections.abc import Sequence

from checkin.documents.lists.columns import Columns
from checkin.documents.lists.tables import Row
from checkin.documents.reports.cells import PERSON_KEYS
from checkin.documents.wording import load
from checkin.domain.meeting import LANGUAGES
from checkin.domain.text import clean


def is_own_export(header: Sequence[str]) -> bool:
    """Whether a list begins with the columns of our attendance reports, in one language."""
    texts = tuple(map(clean, header[: len(PERSON_KEYS)]))
    return any(texts == _headers("column", PERSON_KEYS, language) for language in LANGUAGES)


def own_columns() -> Columns:
    """Those of our exports, whatever stands in them."""
    indexes = {key: at for at, key in enumerate(PERSON_KEYS)}
    return Columns(indexes, dict.fromkeys(PERSON_KEYS, "header"))


def of_one_day(header: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """A row for each person, where our export has one for each person and day."""
    at = len(PERSON_KEYS)
    days = {_headers("column", ("day",), language)[0] for language in LANGUAGES}
    if not rows or len(header) <= at or clean(header[at]) not in days:
        return list(rows)
    return [row for row in rows if row.cells[at : at + 1] == rows[0].cells[at : at + 1]]


def _headers(table: str, keys: Sequence[str], language: str) -> tuple[str, ...]:
    say = load(language).say
    return tuple(say(f"{table}.{key}") for key in keys)
