"""Numbers on goods (EAN, UPC, GTIN): told from other digits by their check digit."""

_LENGTHS = (8, 12, 13, 14)


def is_product(digits: str) -> bool:
    """Whether a row of digits has the length and the check digit of a number on goods."""
    if len(digits) not in _LENGTHS:
        return False
    weighted = (int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(reversed(digits)))
    return sum(weighted) % 10 == 0
