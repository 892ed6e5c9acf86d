"""The keys by which another tool's code finds whoever holds it: the same for scan and list.

A meeting file keeps them: another rule here needs another schema there.
"""

import binascii
import json
import re
from collections.abc import Iterator

from checkin.domain.code_kinds import UUID
from checkin.domain.text import clean

_LONGEST = 1000  # letters; no tool's code has so many
_FEWEST = 5  # letters of a code that is looked for under other keyboards
_LONG_SECRET = 28  # letters; in a shorter one Y for Z may be another person
_PLAIN = r"[A-Za-z0-9-]+"

# Shapes as texts: `re` makes them when the first stranger's code comes, a start needs none.
_AIM = r"\][A-Za-z][0-9A-Za-z](?=.)"
_ALFIO = rf"(?is)({UUID})(?:(?:/|::).*)?"
_OLD_INDICO = rf"(?i)checkin_secret\W*({UUID})"
_NEW_INDICO = (
    r"\W{0,6}i\W{0,6}2\W.{0,200}?(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{22})={0,2}"
    r"(?:[^\w+/]{0,6}|[^\w+/]{0,6}?(\d{1,9})[^\w+/]{0,6})"
)
_EVENTYAY = r"(?s)\{.*\"ticket\".*\}"
_PADDED = r"=*([A-Za-z0-9+/]{20,}?)=*"
_HIEVENTS = r"(?i)a-[0-9a-z]{7}"


def keys_of(code: str) -> tuple[str, ...]:
    """The code itself, and what it says however it is written; () for an empty one."""
    normal = _normal(code) if len(code) <= _LONGEST else ""
    if normal and normal != code:
        return code, normal
    return (code,) if code else ()


def keys_as_meant(text: str) -> tuple[str, ...]:
    """The keys of all that may have been meant by a code another keyboard came in between.

    A short one without any sign of that keyboard is only read with caps lock the other way.
    """
    if not _FEWEST <= len(text) <= _LONGEST:
        return ()
    from checkin.domain.layouts import meanings

    known, found = {text, *keys_of(text)}, dict[str, None]()
    plain = len(text) < _LONG_SECRET and re.fullmatch(_PLAIN, text)
    for meaning in [text.swapcase()] if plain else dict.fromkeys(meanings(text)):
        found.update(dict.fromkeys(keys_of(without_prefix(clean(meaning)))))
    return tuple(key for key in found if key not in known and len(key) >= _FEWEST)


def without_prefix(text: str) -> str:
    """A text without the three letters by which a scanner tells what kind of code it read."""
    return re.sub(_AIM, "", text, count=1) if text.startswith("]") else text


def says_indico(code: str) -> bool:
    """Whether a registration of Indico can be made out, though signs around it were lost."""
    return bool(_indico(code))


def _normal(code: str) -> str:
    if code.isalnum():
        return ""
    alfio = re.fullmatch(_ALFIO, code)
    if alfio:
        return alfio[1].lower()
    if re.fullmatch(_HIEVENTS, code):
        return code.upper()
    padded = re.fullmatch(_PADDED, code)
    if padded:
        return padded[1]
    return _indico(code) or _eventyay(code)


def _indico(code: str) -> str:
    """The UUID of a registration; whoever accompanies has a number after it."""
    old = re.search(_OLD_INDICO, code)
    if old:
        return old[1].lower()
    new = re.fullmatch(_NEW_INDICO, code)
    if not new:
        return ""
    digits = binascii.a2b_base64(f"{new[1]}==").hex()
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return "-".join(parts) + (f"+{new[2]}" if new[2] else "")


def _eventyay(code: str) -> str:
    if not re.fullmatch(_EVENTYAY, code):
        return ""
    return next(_strings(code, "ticket"), "")


def _strings(code: str, name: str) -> Iterator[str]:
    try:
        said = json.loads(code)
    except (ValueError, RecursionError):
        return
    value = said.get(name) if isinstance(said, dict) else None
    if isinstance(value, str | int) and not isinstance(value, bool):
        yield clean(str(value))
