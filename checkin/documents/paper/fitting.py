"""Texts fitted by measure: first smaller, then on more lines; never cut, never abbreviated.

Widths, heights and gaps are millimetres, sizes are points.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checkin.documents.paper import fonts, script

MM_PER_POINT = 25.4 / 72

_PART = re.compile(r"[-/‐–—]*[^-/‐–—]+[-/‐–—]*|[-/‐–—]+")

_STEP = 0.5  # points
_SCALE_STEP = 0.02
_SQUEEZE = 0.94
_PARTED = 0.7  # a word that fits only under this share of its best size is parted at hyphens
_ROOM = 1e-6  # forgives what sums of fractions leave over

_LATIN_INK = (0.95, 0.24)  # above and below the baseline, in units of the size
_ARABIC_INK = (1.05, 0.46)
_ARABIC_LEADING = 1.6  # no tail reaches the marks of the next line


class Word(NamedTuple):
    """A word or, `glued` to what stands before it, a part of one; width at one point."""

    text: str
    width: float
    glued: bool = False


@dataclass(frozen=True)
class Piece:
    """One text and how it may be set: best and least size, most lines before it gets smaller.

    `leading` is the height of a line in units of the size, more where Arabic needs it;
    `gap` stands above the piece.
    """

    text: str
    best: float
    least: float
    bold: bool = False
    lines: int = 1
    leading: float = 1.2
    gap: float = 0.0

    @cached_property
    def right_to_left(self) -> bool:
        """Whether the text is read from right to left."""
        return script.is_right_to_left(self.text)

    @cached_property
    def line_height(self) -> float:
        """The height of a line in units of the size."""
        arabic = script.holds_right_to_left(self.text)
        return max(self.leading, _ARABIC_LEADING) if arabic else self.leading

    @cached_property
    def drop(self) -> float:
        """From the top of a line to its baseline, in units of the size."""
        above, below = _ARABIC_INK if script.holds_right_to_left(self.text) else _LATIN_INK
        return (self.line_height + above - below) / 2

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Words in the shapes in which they are drawn, and their widths at one point."""
        return tuple(Word(word, self.measure(word)) for word in script.shaped(self.text).split())

    @cached_property
    def parted(self) -> tuple[Word, ...]:
        """The same, double names and the like parted after their hyphens and slashes."""
        return tuple(part for word in self.words for part in self._parts(word))

    def measure(self, shaped: str) -> float:
        """Width of shaped letters, drawn in one line at one point."""
        return fonts.width(shaped, self.bold) * MM_PER_POINT

    def _parts(self, word: Word) -> Iterator[Word]:
        parts = _PART.findall(word.text)
        if len(parts) < 2:
            yield word
            return
        for place, part in enumerate(parts):
            yield Word(part, self.measure(part), glued=place > 0)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A piece as it will be set: its size and its lines, shaped but in reading order."""

    piece: Piece
    size: float
    lines: tuple[str, ...]
    gap: float

    @property
    def height(self) -> float:
        """The height of all lines with the gap above them."""
        return self.gap + len(self.lines) * self.line_height

    @property
    def line_height(self) -> float:
        """The height of one line."""
        return self.size * MM_PER_POINT * self.piece.line_height

    @property
    def drop(self) -> float:
        """From the top of a line to its baseline."""
        return self.size * MM_PER_POINT * self.piece.drop

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max(map(self.piece.measure, self.lines), default=0.0) * self.size

    @property
    def small(self) -> bool:
        """Whether the text had to go down to its least size or under it."""
        return self.size <= self.piece.least < self.piece.best

    @property
    def too_small(self) -> bool:
        """Whether the text did not fit at its least size."""
        return self.size < self.piece.least


def fit(piece: Piece, width: float, best: float | None = None) -> Fitted:
    """The largest size that keeps to the piece's lines; at the least size as many as it takes."""
    top = piece.best if best is None else best
    whole = _widest(piece.words) * piece.best * _PARTED <= width
    words = piece.words if whole else piece.parted
    size = max(piece.least, min(top, _widest_size(words, width)))
    lines = _wrap(piece, words, size, width)
    while len(lines) > piece.lines and size > piece.least:
        size = max(piece.least, size - _STEP)
        lines = _wrap(piece, words, size, width)
    return Fitted(piece, size, lines, piece.gap)


def stack(pieces: Sequence[Piece], width: float, height: float) -> tuple[Fitted, ...]:
    """Pieces one under the other in a column, all smaller together until they fit its height.

    Should they not fit at their least sizes, they are squeezed under them: paper has an edge.
    """
    shown = [piece for piece in pieces if piece.text]
    scale = 1.0
    while True:
        fitted = tuple(fit(piece, width, piece.best * scale) for piece in shown)
        if _height(fitted) <= height + _ROOM:
            return fitted
        if all(one.size <= one.piece.least for one in fitted):
            return _squeeze(fitted, width, height)
        scale -= _SCALE_STEP


def in_box(piece: Piece, width: float, height: float) -> Fitted:
    """One text in a box; it must not be empty."""
    return stack((piece,), width, height)[0]


def _squeeze(fitted: Sequence[Fitted], width: float, height: float) -> tuple[Fitted, ...]:
    shrink = 1.0
    while _height(fitted) > height + _ROOM:
        shrink *= _SQUEEZE
        fitted = tuple(_squeezed(one.piece, width, shrink) for one in fitted)
    return tuple(fitted)


def _squeezed(piece: Piece, width: float, shrink: float) -> Fitted:
    """A piece set at less than its least size, with less of a gap above it."""
    size = piece.least * shrink
    return Fitted(piece, size, _wrap(piece, piece.parted, size, width), piece.gap * shrink)


def _height(fitted: Sequence[Fitted]) -> float:
    return sum(one.height for one in fitted)


def _widest(words: Sequence[Word]) -> float:
    return max((word.width for word in words), default=0.0)


def _widest_size(words: Sequence[Word], width: float) -> float:
    """The largest size, in whole steps, at which no word is wider than the line."""
    widest = _widest(words)
    return (width + _ROOM) / widest // _STEP * _STEP if widest else math.inf


def _wrap(piece: Piece, words: Sequence[Word], size: float, width: float) -> tuple[str, ...]:
    """Lines filled word by word; a word wider than the line is the only thing broken."""
    room = (width + _ROOM) / size
    if _widest(words) > room:
        words = [part for word in words for part in _broken(piece, word, room)]
    blank = fonts.width(" ", piece.bold) * MM_PER_POINT
    lines: list[str] = []
    used = 0.0
    for text, wide, glued in words:
        before = 0.0 if glued else blank
        if lines and used + before + wide <= room:
            lines[-1] += text if glued else f" {text}"
            used += before + wide
        else:
            lines.append(text)
            used = wide
    return tuple(lines)


def _broken(piece: Piece, word: Word, room: float) -> Iterator[Word]:
    """A word, in parts that fit if it is wider than the room; one letter at least in each."""
    if word.width <= room:
        yield word
        return
    start, wide, glued = 0, 0.0, word.glued
    for place, letter in enumerate(word.text):
        step = piece.measure(letter)
        if wide + step > room and place > start:
            yield Word(word.text[start:place], wide, glued)
            start, wide, glued = place, 0.0, True
        wide += step
    yield Word(word.text[start:], wide, glued)
