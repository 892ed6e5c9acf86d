"""Arabic and other right-to-left text, made ready to be drawn letter by letter."""

import unicodedata

_OPENING, _CLOSING = "([{<«‹", ")]}>»›"
_PARTNERS = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))
_OPENING, _CLOSING = "([{<«‹", ")]}>»›"
_PARTNERS = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f"))


def is_right_to_left(text: str) -> bool:
    """Whether a text is read from right to left: its first letter with a direction says."""
    if text.isascii():
        return False
    directions = map(unicodedata.bidirectional, text)
    return next((way != "L" for way in directions if way in ("L", "R", "AL")), False)


def holds_right_to_left(text: str) -> bool:
    """Whether any letter of a text is written from right to left."""
    return not text.isascii() and any(map(_turns, text))


def visual(text: str, right_to_left: bool | None = None) -> str:
    """The letters of one line in the order and the shapes in which they are drawn.

    `right_to_left` is the direction of the whole text a line was taken from; None asks the
    line itself.
    """
    return ordered(shaped(text), right_to_left)


def shaped(text: str) -> str:
    """Arabic letters in the shapes their neighbours give them, still in reading order.

    Short vowels are left out, as on any badge; what is shaped already stays as it is.
    """
    if not holds_right_to_left(text):
        return text if text.isascii() else text.translate(_JOINERS)
    from arabic_reshaper import reshape

    return str(reshape(text)).translate(_JOINERS)


def ordered(line: str, right_to_left: bool | None = None) -> str:
    """The letters of one shaped line in the order in which they are drawn."""
    if not holds_right_to_left(line):
        return line
    from bidi import get_display

    way = is_right_to_left(line) if right_to_left is None else right_to_left
    drawn = str(get_display(line, base_dir="R" if way else "L"))
    return _facing_brackets(drawn, way)


def _facing_brackets(drawn: str, right_to_left: bool) -> str:
    """Brackets that python-bidi moved without turning, turned; a lone one as the whole text is."""
    letters, waiting = list(drawn), list[int]()
    for place, letter in enumerate(drawn):
        if letter not in _PARTNERS:
            continue
        if waiting and drawn[waiting[-1]] == _PARTNERS[letter]:
            other = waiting.pop()
            if letter in _OPENING:
                letters[other], letters[place] = letter, drawn[other]
        else:
            waiting.append(place)
    for place in waiting if right_to_left else ():
        letters[place] = _PARTNERS[drawn[place]]
    return "".join(letters)


def _turns(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL", "AN")
