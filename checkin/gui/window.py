"""The window of one open meeting: rail, page, notices and status line."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.refused import Refused
from checkin.gui.crash import CrashPanel
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures, measures_for
from checkin.gui.navigation import Navigation
from checkin.gui.plain_page import PlainPage
from checkin.gui.reception.page import ReceptionPage
from checkin.gui.status_line import StatusLine


class Window(QWidget):
    """Shows the reception page; what must be done before the first scan follows the first paint."""

    painted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(desk.meeting.title(desk.wording.language))
        mirrored = desk.wording.mirrored
        way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(way)
        self._desk = desk
        self._measures: Measures | None = None
        self._prepared: bool | None = None
        self.navigation = Navigation(desk.theme)
        self.page = ReceptionPage(desk, self.prepare)
        self.crash_panel = CrashPanel(desk.theme)
        self.status = StatusLine(desk.theme)
        self._lay_out()
        self.page.file_state.connect(self.status.show_file)
        self.page.undone.connect(self.status.notice.say)
        self.setMinimumSize(800, 480)
        self.resize(1366, 768)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        for part in (self.page, self.crash_panel, self.status):
            self._column.addWidget(part, 1 if part is self.page else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(self._column, 1)

    def prepare(self) -> bool:
        """What must hold before the first scan; asked again it only remembers."""
        if self._prepared is None:
            try:
                self._desk.services.prepare()
                self._prepared = True
            except Refused as refused:
                self._prepared = False
                self._say_refused(refused)
        return self._prepared

    def _say_refused(self, refused: Refused) -> None:
        sentence = self._desk.sentence(refused)
        title = self.tr("This meeting file cannot be used")
        plain = PlainPage(self._desk.theme, title, sentence)
        self._column.replaceWidget(self.page, plain)
        self._column.setStretchFactor(plain, 1)
        self.page.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes other sizes where the window passes from one step to the next."""
        super().resizeEvent(event)
        measures = measures_for(event.size().width(), event.size().height())
        if measures != self._measures:
            self._measures = measures
            for part in (self.navigation, self.page, self.status):
                part.apply(measures)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is the moment to prepare."""
        super().paintEvent(event)
        if self._prepared is None:
            self.painted.emit()
            QTimer.singleShot(0, self, self.prepare)
