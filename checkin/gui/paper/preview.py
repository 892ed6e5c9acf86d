"""The preview of a PDF: the very pages that will be printed, one at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin.domain.printing import PageSize
from checkin.gui.kit.buttons import row_button
from checkin.gui.kit.fields import Choice
from checkin.gui.kit.panels import EmptyState
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme
from checkin.gui.paper.page_view import WHOLE, WIDTH, PageView, Place
from checkin.gui.tasks import Tasks

_ROOMY = 470  # pixels


class PdfPreview(QWidget):
    """`show_pdf` takes what a service made; `say` shows words where there is nothing to show."""

    page_changed = Signal()

    def __init__(
        self, theme: Theme, tasks: Tasks, icon: str = "file", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = PageView(theme, tasks)
        self.empty = EmptyState(theme, icon, "", "")
        self.pdf = b""
        self.sizes: tuple[PageSize, ...] = ()
        self._make_bar(theme)
        self.body = QStackedWidget()
        self.body.addWidget(self.view)
        self.body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._bar)
        column.addWidget(self.body, 1)
        for key, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=step: self.turn(by))
        self.say("", "")

    def _make_bar(self, theme: Theme) -> None:
        self.back = row_button(theme, "left", self.tr("Page before"))
        self.forward = row_button(theme, "right", self.tr("Next page"))
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forward.clicked.connect(lambda: self.turn(1))
        self.where = FitLabel(theme, 16, bold=True)
        self.about = FitLabel(theme, 13, tone="ink2", trailing=True)
        self.about.say(self.tr("This is the very PDF that is printed"))
        sizes = (WHOLE, self.tr("Whole page")), (WIDTH, self.tr("Page width"))
        self.fit = Choice(self.tr("Size of the page"), sizes)
        self.fit.chosen.connect(self.view.fit_to)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(8)
        for part in (self.back, self.where, self.forward):
            self._bar.addWidget(part)
        self._bar.addWidget(self.about, 1)
        self._bar.addWidget(self.fit)

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        return self.view.page

    def show_pdf(self, pdf: bytes, sizes: tuple[PageSize, ...]) -> None:
        """Shows a PDF; its sizes come from `services.printing.page_sizes`."""
        self.pdf, self.sizes = pdf, sizes
        self.body.setCurrentWidget(self.view)
        self.view.show_pdf(pdf, sizes)
        self._tell()

    def say(self, title: str, sentence: str) -> None:
        """Shows words and no page."""
        self.pdf, self.sizes = b"", ()
        self.view.show_pdf(b"", ())
        self.empty.say(title, sentence)
        self.body.setCurrentWidget(self.empty)
        self._tell()

    def turn(self, by: int) -> None:
        """So many pages on, or back."""
        self.show_page(self.page + by)

    def show_page(self, page: int) -> None:
        """Shows a page (from 0), where there is one of that number."""
        if 0 <= page < len(self.sizes):
            self.view.show_page(page)
            self._tell()

    def mark(self, place: Place | None) -> None:
        """Shows a part of a page in a frame."""
        if place:
            self.show_page(place.page)
        self.view.mark(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the remark out where the buttons need the room."""
        super().resizeEvent(event)
        self.about.setVisible(bool(self.sizes) and self.width() >= _ROOMY)

    def _tell(self) -> None:
        count = len(self.sizes)
        words = self.tr("{page} of {count}").format(page=self.page + 1, count=count)
        self.where.say(words if count else "")
        self.back.setEnabled(self.page > 0)
        self.forward.setEnabled(self.page + 1 < count)
        for part in (self.back, self.forward, self.fit):
            part.setVisible(bool(count))
        self.about.setVisible(bool(count) and self.width() >= _ROOMY)
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page_changed.emit()
