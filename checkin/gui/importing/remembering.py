"""What the operator said of the columns of a list, remembered for lists of the same headers."""

import json
from collections.abc import Mapping
from contextlib import suppress

from checkin.domain.listing import Understood
from checkin.gui.preferences import Preferences

_KEY = "lists/columns/{key}"


def remember(preferences: Preferences, seen: Understood, mapping: Mapping[str, str]) -> None:
    """Keeps a mapping by header, so that the columns may stand in another order."""
    headers = {f"#{column.letter}": column.header for column in seen.columns}
    named = {field: headers.get(column) or column for field, column in mapping.items()}
    if seen.header_row and (named or remembered(preferences, seen)):
        preferences.keep_text(_KEY.format(key=seen.key), json.dumps(named))


def remembered(preferences: Preferences, seen: Understood) -> dict[str, str]:
    """The mapping of a set of headers, empty where nobody ever said anything."""
    with suppress(ValueError):
        kept = json.loads(preferences.text(_KEY.format(key=seen.key)) or "{}")
        if isinstance(kept, dict):
            return {str(field): str(column) for field, column in kept.items()}
    return {}
