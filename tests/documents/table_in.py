"""The table that is found in a file."""

from pathlib import Path

from checkin.documents.lists.finding import table_of
from checkin.documents.lists.source import read_source
from checkin.documents.lists.tables import Table
from checkin.domain.listing import AS_IT_IS, ListOptions


def read_table(path: Path, options: ListOptions = AS_IT_IS) -> Table:
    """Refused as `read_source` and `find_table` say."""
    source = read_source(path, sheet=options.sheet, encoding=options.encoding)
    return table_of(source, options, str(path))
