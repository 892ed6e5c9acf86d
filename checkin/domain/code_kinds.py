"""What a code that is not ours is: other tools' tickets, and what else people hold up."""

import re
from enum import StrEnum
from functools import cache

from checkin.domain.gtin import is_product

LONGEST_TEXT = 300  # letters; a text without a kind that is longer is nothing a person types


class ForeignKind(StrEnum):
    """What a code that is not ours seems to be; the wording says it to the receptionist."""

    INDICO = "indico"
    COMPANION = "companion"
    EVENTYAY = "eventyay"
    ALFIO = "alfio"
    PRETIX = "pretix"
    HIEVENTS = "hievents"
    DIGITS = "digits"
    CARD = "card"
    WEB = "web"
    WIFI = "wifi"
    MAIL = "mail"
    PHONE = "phone"
    PLACE = "place"
    APPOINTMENT = "appointment"
    SETUP = "setup"
    PRODUCT = "product"
    BOARDING = "boarding"
    PAYMENT = "payment"
    SIGN_IN = "sign_in"
    TRAVEL_DOCUMENT = "travel_document"
    HEALTH = "health"
    BINARY = "binary"
    LONG = "long"
    EMPTY = "empty"
    TEXT = "text"


UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
_SET_UP = (
    r"(?:\x1d?NLS\d{7}.*|@[A-Z]{6}\d*[;!.]?|%%SpecCode[0-9A-F]{2}|\$%[A-Z0-9$%]+|\$[P+]\S+"
    r"|(?:DEFALT|DEFOVR|TERMID|PAPHHF|SUFBK2|PREBK2|VSUFCR|MNUCD[NP])\w*[.!;]?|~S\d{4,}\S*)"
)
_LINES_OF_A_PASSPORT = r"(?=.*<<)[PIVAC][A-Z<][A-Z<]{3}[A-Z0-9<]{25,39}(?:\s[A-Z0-9<]{28,44}){0,2}"
_BOARDING = r"M[1-4][A-Z][A-Z '.-]*/[A-Z '.-]*[A-Z0-9]{5,8} [A-Z]{6}[A-Z0-9]{2,3} ?[0-9]{4}.*"
_SHAPES = (
    (ForeignKind.EMPTY, 0, r"\s*"),
    (ForeignKind.COMPANION, re.I, r'\{\s*"i"\s*:\s*\[\s*2\s*(?:,[^],]*){3}\]\s*\}'),
    (ForeignKind.INDICO, re.I, r"\{.*(?:\"i\"|checkin_secret).*\}"),
    (ForeignKind.EVENTYAY, re.I, r"\{.*\"ticket\".*\}"),
    (ForeignKind.ALFIO, re.I, rf"{UUID}(?:(?:/|::).*)?"),
    (
        ForeignKind.CARD,
        re.I,
        r"(?:BEGIN:VCARD|MECARD:|BIZCARD:).*|<[^<>]*\bv-?card\b.*",
    ),
    (ForeignKind.WIFI, re.I, r"WIFI:.*"),
    (ForeignKind.WEB, re.I, r"(?:https?://|www\.|ftp://|URL:|URLTO:|MEBKM:).*"),
    (ForeignKind.MAIL, re.I, r"(?:mailto:|MATMSG:|SMTP:).*"),
    (ForeignKind.PHONE, re.I, r"(?:tel:|sms:|smsto:|mms:|mmsto:|facetime:).*"),
    (ForeignKind.PLACE, re.I, r"geo:.*"),
    (ForeignKind.APPOINTMENT, re.I, r"BEGIN:(?:VEVENT|VCALENDAR).*"),
    (ForeignKind.SIGN_IN, re.I, r"(?:otpauth|otpauth-migration|FIDO):/.*"),
    (
        ForeignKind.PAYMENT,
        0,
        r"BCD\s+00[12]\s.*|SPC\s+0\d{3}\s.*|000201[0-9]{4}.*|(?i:bitcoin|ethereum|upi):.*",
    ),
    (ForeignKind.HEALTH, 0, r"(?:HC1:|shc:/).*"),
    (ForeignKind.BOARDING, 0, _BOARDING),
    (ForeignKind.TRAVEL_DOCUMENT, 0, _LINES_OF_A_PASSPORT),
    (ForeignKind.SETUP, 0, _SET_UP),
    (ForeignKind.DIGITS, 0, r"[0-9]+"),
    (ForeignKind.HIEVENTS, 0, r"A-(?=[A-Z]*[0-9])[0-9A-Z]{7}"),
    (ForeignKind.PRETIX, 0, r"[a-z0-9]{32}|[A-Z0-9]{32}|={0,2}[A-Za-z0-9+/]{110,150}={0,2}"),
)
_NO_TEXT = "[\x00\x01\x05-\x08\x0b\x0c\x0e-\x1b\x7f\ufffd\ud800-\udfff]"


def kind_of(line: str, scanned: str = "") -> ForeignKind:
    """The one kind of a cleaned line; `scanned` is the same as it came, controls and all."""
    kind = next((kind for shape, kind in _shapes() if shape.fullmatch(line)), None)
    if kind is ForeignKind.DIGITS and is_product(line):
        return ForeignKind.PRODUCT
    if kind is None and re.search(_NO_TEXT, scanned):
        return ForeignKind.BINARY
    if kind is None and len(line) > LONGEST_TEXT:
        return ForeignKind.LONG
    return kind or ForeignKind.TEXT


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], ForeignKind], ...]:
    """Made when the first stranger's code comes: a start needs none."""
    return tuple((re.compile(shape, flags | re.DOTALL), kind) for kind, flags, shape in _SHAPES)
