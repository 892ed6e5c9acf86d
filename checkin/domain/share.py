"""A share in whole percent, the same wherever it is said."""


def percent(arrived: int, expected: int) -> int:
    """Arrived in percent of expected; 100 and 0 only when it is all and nobody."""
    if not 0 < arrived < expected:
        return 100 if arrived else 0
    return min(99, max(1, round(100 * arrived / expected)))
