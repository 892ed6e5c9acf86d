"""Numbers as a format shows them where it keeps zeros or strokes: 00123, 06 12 34 56 78."""

import re

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|(\[[^\]]*\])|([0#])|([ ()/+-])')


def keeps_digits(code: str) -> bool:
    """Whether a number format shows whole numbers as codes, not as amounts."""
    first = code.split(";")[0]
    tokens = list(_TOKEN.finditer(first))
    if sum(len(token[0]) for token in tokens) != len(first):
        return False
    places = sum(bool(token[4]) for token in tokens)
    return places > 1 and (first.count("0") > 1 or places < len(tokens))


def shown(number: int, code: str) -> str:
    """A whole number, not negative, as a format for which `keeps_digits` shows it."""
    digits = list(str(number))
    tokens = list(_TOKEN.finditer(code.split(";")[0]))
    places = sum(bool(token[4]) for token in tokens)
    made: list[str] = []
    for token in reversed(tokens):
        if not token[4]:
            made.append(token[1] or token[2] or token[5] or "")
            continue
        places -= 1
        if digits:
            made.append(digits.pop() if places else "".join(digits))
        elif token[4] == "0":
            made.append("0")
    return "".join(reversed(made)).strip()
