"""What the operator said of the columns of a list, remembered for lists of the same headers."""

import json
from collections.abc import Mapping
from contextlib import suppress

from checkin.domain.listing import Understood
from checkin.gui.preferences import Preferences

_KEPT = "lists/columns_said"
_MOST = 100  # lists; those not spoken of for longest are forgotten


def remember(preferences: Preferences, seen: Understood, mapping: Mapping[str, str]) -> None:
    """Keeps a mapping by header, so that the columns may stand in another order."""
    if not (seen.header_row and mapping):
        return
    headers = {f"#{column.letter}": column.header for column in seen.columns}
    named = {field: headers.get(column) or column for field, column in mapping.items()}
    kept = remembered(preferences)
    kept[seen.key] = {**kept.pop(seen.key, {}), **named}
    newest = list(kept.items())[-_MOST:]
    preferences.keep_text(_KEPT, json.dumps(dict(newest)))


def remembered(preferences: Preferences) -> dict[str, dict[str, str]]:
    """The mappings of all lists by `header_key`, empty where nobody ever said anything."""
    with suppress(ValueError):
        kept = json.loads(preferences.text(_KEPT) or "{}")
        if isinstance(kept, dict):
            return {str(key): _texts(said) for key, said in kept.items() if isinstance(said, dict)}
    return {}


def _texts(said: dict[object, object]) -> dict[str, str]:
    return {str(field): str(column) for field, column in said.items()}
