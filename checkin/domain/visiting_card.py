"""Visiting cards in a code: vCard, MECARD, BIZCARD and hCard, read for whoever is not listed."""

import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from checkin.domain.card_lines import LINE, LONGEST
from checkin.domain.names import read_name
from checkin.domain.text import clean, shortened, whole_name

_LONGEST_VALUE = 200
_PROPERTIES = (
    "VERSION|PRODID|FN|N|NICKNAME|ORG|TITLE|ROLE|TEL|EMAIL|ADR|LABEL|URL|NOTE|PHOTO|BDAY|GEO|TZ"
    "|REV|UID|KIND|GENDER|LANG|IMPP|CATEGORIES|SOUND|LOGO|KEY|SORT-STRING|X-[A-Z-]+|END"
)
_SEAM = re.compile(rf"\s+(?=(?:\w+\.)?(?:{_PROPERTIES})(?:;[^:\s]*)?:)", re.IGNORECASE)
_CHARSET = re.compile(r"CHARSET=\"?([\w-]+)", re.IGNORECASE)
_SEMICOLON, _COMMA = re.compile(r"(?<!\\);"), re.compile(r"(?<!\\),")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ADDRESS = re.compile(r"(?:tel|mailto|sms):", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*?\bclass\s*=\s*[\"']?([\w\s-]+)[\"']?[^<>]*>([^<]*)")

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Prefill:
    """What a visiting card says of its owner, to be looked over; texts may be empty."""

    family_name: str
    given_names: str = ""
    honorific: str = ""
    function: str = ""
    organisation: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""

    @property
    def name(self) -> str:
        """The whole name as it is shown."""
        return whole_name(self.family_name, self.given_names)

    @property
    def fullness(self) -> int:
        """How much of it is said."""
        return sum(bool(getattr(self, name)) for name in _FIELDS)


def read_card(text: str) -> Prefill | None:
    """The owner of a card, lines apart or in one; None where it names nobody."""
    text = text[:LONGEST].strip()
    if text[:1] != "<" and text[:6].islower():
        text = text.swapcase()  # caps lock
    head = text[:8].upper()
    if head.startswith("MECARD:"):
        return _prefill(**_of_mecard(_fields(text[7:])))
    if head.startswith("BIZCARD:"):
        return _prefill(**_of_bizcard(_fields(text[8:])))
    if text.startswith("<"):
        return _prefill(**_of_hcard(text))
    return _prefill(**_of_vcard(_properties(text)))


def _prefill(whole: str = "", **parts: str) -> Prefill | None:
    """The parts cleaned; a name in one piece is split as lists split one."""
    said = {name: shortened(parts.get(name, ""), _LONGEST_VALUE) for name in _FIELDS}
    if not (said["family_name"] or said["given_names"]) and whole:
        name = read_name(shortened(whole, _LONGEST_VALUE))
        said |= {"family_name": name.family_name, "given_names": name.given_names}
        said["honorific"] = said["honorific"] or name.honorific
    if not said["family_name"]:
        said |= {"family_name": said["given_names"], "given_names": ""}
    return Prefill(**said) if said["family_name"] or said["organisation"] else None


_FIELDS = tuple(field.name for field in fields(Prefill))


def _of_vcard(lines: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first of each property counts: people put first what they answer to."""
    said: dict[str, str] = {}
    for name, value in lines:
        if value.strip(" ;"):
            said.setdefault(name, value)
    family, given, further, title = _parts(said.get("N", ""), 4)
    return {
        "family_name": family,
        "given_names": f"{given} {further}",
        "honorific": title,
        "whole": _plain(said.get("FN", "")),
        "organisation": _listed(_parts(said.get("ORG", ""), 2)),
        "function": _plain(said.get("TITLE", "") or said.get("ROLE", "")),
        "country": _parts(said.get("ADR", ""), 7)[6],
        **_reached(said.get("EMAIL", ""), said.get("TEL", "")),
    }


def _properties(text: str) -> Iterator[tuple[str, str]]:
    """(name, value) line by line; a scanner's keyboard makes one line of all, with blanks."""
    if re.search(r"[\r\n]", text):
        if "QUOTED-PRINTABLE" in text.upper():
            text = re.sub(r"=\r?\n", "", text)
        lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()
    else:
        lines = _SEAM.split(" ".join(text.split()))
    for line in lines:
        found = LINE.fullmatch(line.strip())
        if found:
            yield found[1].upper(), _decoded(found[3], found[2])


def _decoded(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" not in parameters.upper() or not value.isascii():
        return value
    charset = _CHARSET.search(parameters)
    try:
        return binascii.a2b_qp(value).decode(charset[1] if charset else "utf-8", "replace")
    except LookupError:
        return value


def _fields(text: str) -> Values:
    """The fields of MECARD and BIZCARD, `N:...;ORG:...;;`; the first of each counts."""
    said: dict[str, str] = {}
    for field in _SEMICOLON.split(text):
        name, colon, value = field.partition(":")
        if colon and value:
            said.setdefault(name.strip().upper(), value)
    return said


def _of_mecard(said: Values) -> dict[str, str]:
    """`N:Last,First`; without a comma the name is in one piece."""
    names = [_plain(part) for part in _COMMA.split(said.get("N", ""))]
    apart = {"family_name": names[0], "given_names": " ".join(names[1:])}
    return {
        **(apart if len(names) > 1 else {"whole": names[0]}),
        "organisation": _plain(said.get("ORG", "")),
        "function": _plain(said.get("TITLE", "")),
        "country": _plain(_COMMA.split(said.get("ADR", ""))[-1])
        if "," in said.get("ADR", "")
        else "",
        **_reached(said.get("EMAIL", ""), said.get("TEL", "")),
    }


def _of_bizcard(said: Values) -> dict[str, str]:
    return {
        "family_name": _plain(said.get("X", "")),
        "given_names": _plain(said.get("N", "")),
        "function": _plain(said.get("T", "")),
        "organisation": _plain(said.get("C", "")),
        **_reached(said.get("E", ""), said.get("B", "") or said.get("M", "")),
    }


def _of_hcard(text: str) -> dict[str, str]:
    """The classes of hCard and h-card (`fn`, `p-name`), the first of each."""
    from html import unescape

    said: dict[str, str] = {}
    for classes, value in _TAG.findall(text):
        for name in classes.lower().split():
            if value.strip():
                said.setdefault(name.removeprefix("p-").removeprefix("u-"), unescape(value))
    return {
        "family_name": said.get("family-name", ""),
        "given_names": said.get("given-name", ""),
        "honorific": said.get("honorific-prefix", ""),
        "whole": said.get("fn", "") or said.get("name", ""),
        "organisation": said.get("organization-name", "") or said.get("org", ""),
        "function": said.get("title", "") or said.get("job-title", "") or said.get("role", ""),
        "country": said.get("country-name", ""),
        **_reached(said.get("email", ""), said.get("tel", "")),
    }


def _reached(email: str, phone: str) -> dict[str, str]:
    return {"email": _ADDRESS.sub("", _plain(email)), "phone": _ADDRESS.sub("", _plain(phone))}


def _parts(value: str, count: int) -> list[str]:
    parts = [_plain(part) for part in _SEMICOLON.split(value)]
    return (parts + [""] * count)[:count]


def _plain(value: str) -> str:
    """Without the backslashes that keep commas, semicolons and line ends in a value."""
    return clean(_ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value))


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))
