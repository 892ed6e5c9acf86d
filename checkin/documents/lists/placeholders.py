"""What other programs write into a cell that holds nothing: `NA`."""

from collections.abc import Mapping

from checkin.documents.lists.fields import NAMES

_NOTHING = frozenset(("NA", "N/A", "n/a", "#N/A"))
_MAY_BE_NAMIBIA = frozenset(("country", "delegation"))
_NAMED = frozenset((*NAMES, "name_in_script"))


def without_placeholders(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of a row by field, `NA` as empty where it says nothing for sure.

    Na is a family name too: beside another name it stays. As a country it may be Namibia.
    """
    names = {texts[name] for name in _NAMED if texts.get(name)}
    return {
        name: "" if text in _NOTHING and _says_nothing(name, text, names) else text
        for name, text in texts.items()
    }


def _says_nothing(name: str, text: str, names: set[str]) -> bool:
    if name in _NAMED:
        return names <= _NOTHING
    return name not in _MAY_BE_NAMIBIA or text != "NA"
