"""Letters that a wrong encoding has lost on the way, as far as a text still shows it."""

import re

_AFTER = "[\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]"  # the second byte of UTF-8, read as cp1252
_CLOSING = "[\xa0’”»]"  # what may as well follow a capital at the end of a quotation
_LOST = re.compile(
    "|".join(
        (
            r"[\ufffd\x1a\x80-\x84\x86-\x9f]",  # replaced, or a control that no text has
            r"(?<=[^\W\d_])\?+(?=[^\W\d_])",  # Garc?a
            r"(?:^|(?<=[\s'’-]))\?(?=[^\W\d_]{2})",  # ?lvarez
            r"^[\s?]*\?{2,}\s+\?{2,}[\s?]*$|^\?{4,}$",  # a name in Arabic, all gone
            rf"Ã(?!{_CLOSING}){_AFTER}|(?<=[a-z])Ã{_AFTER}|Ã{_AFTER}(?=[a-z])",  # GarcÃ­a
            r"Å[¡¾ž‚]|Å[“’](?=[a-z])|Ä[‡Ÿ™…‘š]|Â[°ª´·«»¿¡\xa0]|â€",
            rf"(?:[ØÙ]{_AFTER}){{2}}|(?:[ÐÑ]{_AFTER}){{2}}|(?:[ÎÏ]{_AFTER}){{2}}",
            r"(?<=\w)√\S",  # UTF-8 read as Mac Roman
        )
    )
)
_SIGN = re.compile("[?\ufffd\x1a\x80-\x84\x86-\x9fÃÅÄÂâØÙÐÑÎÏ√]")  # without which nothing is lost
_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*|\S+\?\w+=\S*")
_ASKED = re.compile(r"[^\W\d_]\?|\?[^\W\d_]")


def may_be_lost(text: str) -> bool:
    """Whether `lost_letters` need look at a text at all."""
    return _SIGN.search(text) is not None


def lost_letters(text: str, *, name: bool = False) -> bool:
    """Whether letters of a text seem to be lost: `Garc?a`, `GarcÃ­a`, U+FFFD.

    A question mark at the end of a word or in an address is none, but nobody's `name` has one.
    """
    plain = (
        text.isascii() and "?" not in text and "\x1a" not in text
    )  # nearly every cell, and quick
    if plain or not may_be_lost(text):
        return False
    if name and _ASKED.search(text):
        return True
    return bool(_LOST.search(_ADDRESS.sub("", text) if "?" in text else text))
