"""What a list is understood to say, asked without a meeting file."""

from collections.abc import Mapping
from pathlib import Path

from checkin.domain.listing import DelegateList


def explain(
    path: Path,
    sheet: str | None = None,
    encoding: str | None = None,
    mapping: Mapping[str, str] | None = None,
    *,
    hidden: bool = False,
    header_row: int | None = None,
) -> DelegateList:
    """The list as it would be taken, of nobody where no column holds the names.

    Raises Refused where it cannot be read.
    """
    from checkin.documents.lists.reading import read_list

    return read_list(
        path,
        sheet=sheet,
        encoding=encoding,
        mapping=mapping or {},
        hidden=hidden,
        header_row=header_row,
        nameless=True,
    )
