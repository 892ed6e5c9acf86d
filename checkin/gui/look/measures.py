"""Sizes of the page for a size of the window, in steps, so that resizing rarely sets texts anew."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measures:
    """Pixels of everything that has a fixed size; `scale` applies to type and targets."""

    scale: float
    nav: int
    margin: int
    gap: int
    side: int
    title: int
    status: int
    field: int

    @property
    def folded(self) -> bool:
        """Whether there is no room for a column at the side."""
        return self.scale < 1

    def px(self, size: float) -> int:
        """A size of the guide at this scale."""
        return round(size * self.scale)


_COMPACT = Measures(0.85, 76, 10, 8, 248, 22, 30, 48)
_NORMAL = Measures(1.0, 88, 20, 14, 372, 28, 36, 56)
_LARGE = Measures(1.2, 96, 24, 16, 448, 28, 42, 66)
_LARGEST = Measures(1.5, 116, 32, 20, 600, 28, 52, 84)


def measures_for(width: int, height: int) -> Measures:
    """The measures of a window of so many logical pixels."""
    if width < 1180 or height < 640:
        return _COMPACT
    if width <= 1600 or height < 860:
        return _NORMAL
    return _LARGE if width < 2400 or height < 1300 else _LARGEST
