"""What a list is understood to say, asked without a meeting file."""

from dataclasses import replace
from pathlib import Path

from checkin.domain.listing import AS_IT_IS, DelegateList, ListOptions


def explain(path: Path, options: ListOptions = AS_IT_IS) -> DelegateList:
    """The list as it would be taken, of nobody where no column holds the names.

    Raises Refused where it cannot be read.
    """
    from checkin.documents.lists.reading import read_list

    return read_list(path, replace(options, nameless=True))
