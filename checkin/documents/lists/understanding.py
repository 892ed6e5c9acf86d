"""How a file was understood, for people to look at before anything is taken."""

from collections.abc import Iterator, Sequence
from itertools import islice

from checkin.documents.lists.columns import Columns, told_apart
from checkin.documents.lists.lines import letter_of
from checkin.documents.lists.tables import Row, Table
from checkin.domain.listing import ColumnSeen, RowProblem, Understood, header_key
from checkin.domain.text import shortened

_EXAMPLES = 3
_SEARCHED = 200  # rows, for examples
_MOST_COLUMNS = 200
_LONGEST = 80  # letters of an example
_ROWS_APART = ("title_rows", "footer_rows", "group_row", "repeated_header")
_TABLES = ("second_table", "larger_table")
_ALSO_APART = ("total_row", "hidden_rows_left", "hidden_columns_left", "hidden_sheets_left")


def understood(
    table: Table, columns: Columns, rows: Sequence[Row], nobody: Sequence[RowProblem]
) -> Understood:
    """What was made of a table, and why some of its rows are nobody."""
    apart = (*_ROWS_APART, *_TABLES, *_ALSO_APART)
    left_out = [problem for problem in table.problems if problem.code in apart]
    return Understood(
        format=table.format,
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        sheets=table.seen,
        header_row=table.header_row,
        first_row=rows[0].number if rows else 0,
        last_row=rows[-1].number if rows else 0,
        columns=tuple(_columns(table, columns, rows)),
        left_out=tuple(sorted([*left_out, *nobody], key=lambda problem: problem.row)),
        key=header_key(table.header),
    )


def _columns(table: Table, columns: Columns, rows: Sequence[Row]) -> Iterator[ColumnSeen]:
    headers = told_apart(table.header)
    for at, header in enumerate(headers[:_MOST_COLUMNS]):
        fields = tuple(name for name, index in columns.indexes.items() if index == at)
        further = columns.further.get(at)
        examples = tuple(islice(_examples(at, rows), _EXAMPLES))
        if header or examples:
            how = columns.how[fields[0]] if fields else "header" if further else ""
            fields = fields or ((further,) if further else ())
            yield ColumnSeen(letter_of(at), shortened(header, _LONGEST), fields, how, examples)


def _examples(at: int, rows: Sequence[Row]) -> Iterator[str]:
    """Different values of a column, in the order of the list."""
    texts = (shortened(row.cells[at], _LONGEST) for row in rows[:_SEARCHED] if at < len(row.cells))
    yield from dict.fromkeys(filter(None, texts))
