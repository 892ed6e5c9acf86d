"""A share in whole percent."""

import pytest

from checkin.domain.share import percent


@pytest.mark.parametrize(
    ("arrived", "expected", "said"),
    [(0, 0, 0), (0, 9, 0), (2, 4185, 1), (1, 3, 33), (2, 3, 67), (4184, 4185, 99), (9, 9, 100)],
)
def test_nobody_is_0_and_everybody_100_and_nothing_else(arrived, expected, said) -> None:
    assert percent(arrived, expected) == said
