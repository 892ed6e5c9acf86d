"""Labels whose text shrinks, then wraps, and is never cut."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from checkin.gui.look.texts import SetText, TextStyle, fitting_px, room_for, set_text, text_width
from checkin.gui.look.theme import Theme

_LEADING = 1.4  # between lines of one text
_LEAST = 0.8  # of the best size, before a text wraps
_LEAST_WRAPPED = 0.92  # the same where more lines have their room
_LEAST_PX = 8  # where there is neither width nor height


class FitLabel(QLabel):
    """One text in one colour of the theme; `trailing` aligns it at the end of the line.

    One that `wraps` makes its layout higher where it is narrow; the others are given their room.
    """

    def __init__(
        self,
        theme: Theme,
        px: int,
        bold: bool = False,
        tone: str = "ink",
        trailing: bool = False,
        leading: float = 1.5,
        parent: QWidget | None = None,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)  # what a list holds is never markup
        self._colour = QColor(theme[tone])
        self._bold, self._trailing = bold, trailing
        self._px, self._leading = px, leading
        self._wraps = wraps
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Shows a text."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def set_px(self, px: int) -> None:
        """The size at which the text is shown where there is room."""
        self._px = px
        self.updateGeometry()
        self.update()

    @property
    def bold(self) -> bool:
        """Whether it stands out."""
        return self._bold

    def set_bold(self, bold: bool) -> None:
        """Makes it stand out, or no longer."""
        if bold != self._bold:
            self._bold = bold
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """The whole text on one line."""
        wide = room_for(self.text(), self._px, self._bold)
        return QSize(wide, int(self._px * self._leading))

    def minimumSizeHint(self) -> QSize:
        """One word's worth; the rest wraps."""
        return QSize(min(self.sizeHint().width(), self._px * 3), int(self._px * self._leading))

    def hasHeightForWidth(self) -> bool:
        """Whether its layout asks: the policy alone is forgotten with every text."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text needs."""
        return max(int(self._fitted(width).height) + 1, int(self._px * self._leading))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draws the text in the middle of its height."""
        with QPainter(self) as painter:
            fitted = self._fitted(self.width())
            box = QRectF(self.rect())
            fitted.draw(painter, 0, (box.height() - fitted.height) / 2, self._colour)

    def _px_of_lines(self, px: int, least: float, width: int) -> int:
        """At its best size where its layout makes it higher; else as small as one line wants."""
        if self._wraps:
            longest = max(self.text().split(" "), key=len)
            return max(px, fitting_px(longest, self._px, least, width, self._bold))
        if self.height() < 2 * px * min(self._leading, _LEADING):
            return fitting_px(self.text(), px, _LEAST_PX, width, self._bold)
        return px

    def _fitted(self, width: int) -> SetText:
        least = max(self._px * (_LEAST_WRAPPED if self._wraps else _LEAST), 11)
        px = fitting_px(self.text(), self._px, least, width, self._bold)
        if text_width(self.text(), px, self._bold) > width:  # it needs more lines than one
            px = self._px_of_lines(px, least, width)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        style = TextStyle(px, self._bold, min(self._leading, _LEADING))
        return set_text(self.text(), style, width, mirrored is not self._trailing).laid()
