"""`checkin import --explain LIST`: how a list is understood, without a meeting file."""

import argparse
from collections.abc import Iterator

from checkin.cli import as_json
from checkin.cli.arguments import list_options
from checkin.cli.as_json import Json
from checkin.cli.printing import Out
from checkin.domain.listing import ColumnSeen, DelegateList
from checkin.services.explaining import explain


def explain_list(given: argparse.Namespace, out: Out) -> int:
    """Says what a list holds and how that was seen; changes nothing."""
    listed = explain(given.explain, list_options(given))
    result = as_json.explained(listed, out.wording)
    out.result(result, "\n".join(_lines(listed, result)))
    for kind in ("refused", "warnings"):
        for problem in result[kind]:
            out.note(as_json.as_line(given.explain.name, problem))
    return 0


def _lines(listed: DelegateList, result: Json) -> Iterator[str]:
    seen = listed.understood
    delimiter = f"delimiter {seen.delimiter!r}" if seen.delimiter else ""
    yield ", ".join(filter(None, (seen.format, seen.encoding, delimiter, _sheet(listed))))
    header = f"header in row {seen.header_row}" if seen.header_row else "no header"
    yield f"{header}, people in rows {seen.first_row} to {seen.last_row}"
    people = "1 person" if result["people"] == 1 else f"{result['people']} people"
    yield f"{people}, {len(result['refused'])} refused"
    yield from map(_column, seen.columns)


def _sheet(listed: DelegateList) -> str:
    others = len(listed.sheets) - 1
    return f"sheet {listed.sheet} of {others + 1}" if others > 0 else listed.sheet


def _column(column: ColumnSeen) -> str:
    taken = f"{', '.join(column.fields)} (by {column.how})" if column.fields else "-"
    examples = "; ".join(column.examples)
    return f"  {column.letter} {column.header}: {taken}: {examples}"
