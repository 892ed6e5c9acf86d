"""What has the focus, by what a letter does there; and a line's text as it was before a letter."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from checkin.gui.scanning.strokes import Place

_MOST = 40  # a code of ours, and what a scanner may send before it
_FIELDS = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)


def focus() -> QWidget | None:
    """What a letter goes to now; a list that completes a field hands it on to the field.

    Its `focusProxy` is not asked for: the field's wrapper would die with that of the list.
    """
    popup = QApplication.activePopupWidget()
    completes = isinstance(popup, QAbstractItemView)
    found = popup if popup and not completes else QApplication.focusWidget()
    return found if found and isValid(found) else None


def place_of(widget: QWidget | None) -> Place:
    """What a letter does there; a widget may say so itself by its `letters_go`."""
    said = getattr(widget, "letters_go", None)
    if isinstance(said, Place):
        return said
    if isinstance(widget, QLineEdit) and widget.echoMode() is not QLineEdit.EchoMode.Normal:
        return Place.HIDDEN
    field = isinstance(widget, _FIELDS) or (isinstance(widget, QComboBox) and widget.isEditable())
    return Place.FIELD if field else Place.ELSEWHERE


def line_of(widget: QWidget | None) -> QLineEdit | None:
    """The line that a widget is or has, if letters go there."""
    if isinstance(widget, QLineEdit):
        return widget
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return widget.findChild(QLineEdit)
    return None


@dataclass(frozen=True, slots=True)
class LineBefore:
    """A line as it was before letters of a scanner came into it."""

    line: QLineEdit
    text: str
    cursor: int
    selected: tuple[int, int] | None = None

    @classmethod
    def of(cls, line: QLineEdit, after: str = "") -> "LineBefore":
        """The line as it is, or as it was before the letters `after` were put in."""
        text, cursor = line.text(), line.cursorPosition()
        start = cursor - len(after)
        if after and text[start:cursor] == after:
            return cls(line, text[:start] + text[cursor:], start)
        chosen = (line.selectionStart(), line.selectionLength()) if line.hasSelectedText() else None
        return cls(line, text, cursor, chosen)

    def restore(self) -> None:
        """Puts it back, and tells whoever follows what is typed there."""
        line = self.line
        if not isValid(line):
            return
        if line.text() != self.text:
            line.selectAll()
            line.insert(self.text)
        line.setCursorPosition(self.cursor)
        if self.selected:
            line.setSelection(*self.selected)


class Leaks:
    """Letters that were passed on in one run of keys, so that a scanner's can be taken back."""

    def __init__(self) -> None:
        self._first: LineBefore | None = None
        self._last: deque[LineBefore | None] = deque(maxlen=_MOST)

    @contextmanager
    def watched(self, text: str) -> Iterator[None]:
        """Remembers the line that a letter goes to, be it only by way of a list."""
        line = line_of(focus())
        before = LineBefore.of(line) if line else None
        yield
        line = line_of(focus())
        if before is None and line:
            before = LineBefore.of(line, text)
        self._first = self._first or before
        self._last.append(before)

    def take_back(self, count: int) -> None:
        """Takes the latest letters out again."""
        before = self._last[-count] if count <= len(self._last) else self._first
        if before:
            before.restore()

    def forget(self) -> None:
        """What was passed on was typed, and stays."""
        self._first = None
        self._last.clear()
