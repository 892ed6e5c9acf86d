"""A code found in a picture or on a page."""

from dataclasses import dataclass

Corner = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundCode:
    """What one code says and where it stands.

    `page` counts from 1; `position` is its four corners in pixels of the picture (of a page
    as it was rendered), from the code's own top left, clockwise.
    """

    file: str
    page: int
    text: str
    format: str
    position: tuple[Corner, Corner, Corner, Corner]
