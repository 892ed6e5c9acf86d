"""Blocks put on pages one under the other; nothing is cut and no heading stands alone.

All lengths are millimetres.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checkin.documents.paper.pen import Pen

MARGIN = 15.0
TOP = 23.0  # below the running line of a following page
_FIRST_TOP = 12.0
_FOOT = 16.0
_PORTRAIT = (210.0, 297.0)

Draw = Callable[[Pen, float], None]


@dataclass(frozen=True, slots=True)
class Paper:
    """An A4 page, upright or lying."""

    lying: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return _PORTRAIT[::-1] if self.lying else _PORTRAIT

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.size[0] - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where blocks must end."""
        return self.size[1] - _FOOT


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a given height, drawn from a level down.

    `bound`: stays with the block after it. `running`: what is repeated above it when it
    begins a page.
    """

    height: float
    draw: Draw
    bound: bool = False
    running: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the level of its top."""

    block: Block
    y: float


def paginate(blocks: Sequence[Block], paper: Paper) -> list[tuple[Placed, ...]]:
    """The blocks of every page; at least one page."""
    pages: list[list[Placed]] = [[]]
    y = _FIRST_TOP
    for chain in _chains(blocks):
        height = sum(block.height for block in chain)
        if pages[-1] and y + height > paper.bottom:
            pages.append([])
            y = _put(pages[-1], chain[0].running, TOP)
        y = _put(pages[-1], chain, y)
    return [tuple(page) for page in pages]


def _chains(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Blocks that must stand on one page together."""
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.bound:
            yield chain
            chain = []
    if chain:
        yield chain


def _put(page: list[Placed], blocks: Iterable[Block], y: float) -> float:
    for block in blocks:
        page.append(Placed(block, y))
        y += block.height
    return y
