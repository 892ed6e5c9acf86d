"""What is to know of a sheet beside the values of its cells."""

from dataclasses import dataclass, field

from checkin.documents.lists.grid import Grid, Merged

Places = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Notes:
    """Gathered while a sheet is looked over; rows from 1, columns from 0, as in a Grid.

    `hidden_columns` are (first, last) pairs; `errors` say which
    one a cell shows in place of a value; `shown` are texts that people see in place of a
    number, such as 00123.
    """

    valueless: Places = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    shown: dict[tuple[int, int], str] = field(default_factory=dict)

    def grid(self, name: str, rows: list[list[str]], *, hidden: bool) -> Grid:
        """The sheet with all that is known of it."""
        for (row, column), text in self.shown.items():
            if row <= len(rows) and column < len(rows[row - 1]):
                rows[row - 1][column] = text
        width = max(map(len, rows), default=0)
        columns = (range(first, min(last + 1, width)) for first, last in self.hidden_columns)
        return Grid(
            name=name,
            rows=rows,
            valueless=frozenset(self.valueless),
            errors=self.errors,
            merged=tuple(self.merged),
            hidden=hidden,
            hidden_rows=frozenset(row for row in self.hidden_rows if row <= len(rows)),
            hidden_columns=frozenset(column for some in columns for column in some),
        )
