"""The window of one open meeting: rail, pages, notices and status line."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.outcome import NOTHING, Change
from checkin.domain.refused import Refused
from checkin.gui.camera.switch import CameraSwitch
from checkin.gui.closing import Closing
from checkin.gui.crash import CrashPanel
from checkin.gui.desk import Desk, window_title
from checkin.gui.door_list import print_door_list
from checkin.gui.dropped_pictures import DroppedPictures
from checkin.gui.dropping import dropped_file, dropped_files, is_meeting_file, is_picture
from checkin.gui.kit.buttons import press_by_key, take_no_focus
from checkin.gui.kit.notices import Trouble
from checkin.gui.look.direction import read_from
from checkin.gui.look.measures import Measures, measures_for
from checkin.gui.navigation import Navigation
from checkin.gui.page_kinds import page_kinds
from checkin.gui.page_stack import PageStack
from checkin.gui.pages import PageKind
from checkin.gui.plain_page import PlainPage
from checkin.gui.reception.page import ReceptionPage
from checkin.gui.rehearsal_way import RehearsalWay
from checkin.gui.scan_route import ScanRoute
from checkin.gui.scanner_lamp import ScannerLamp
from checkin.gui.serial_scanner.switch import SerialSwitch
from checkin.gui.sounds.desk_sounds import DeskSounds
from checkin.gui.status_line import FileState, StatusLine
from checkin.gui.switchboard import Count
from checkin.gui.undoing import Undoing
from checkin.gui.watching import Watching

if TYPE_CHECKING:
    from checkin.gui.importing.importing import Importing

RECEPTION = "reception"


class Window(QWidget):
    """Shows the pages; what must be done before the first scan follows the first paint.

    `file_dropped` carries the path of a meeting file, `end_asked` says that the program is to
    end, whatever else was to follow a close; `closed` follows a close that was allowed,
    `theme_asked` asks for the next look.
    """

    painted = Signal()
    file_dropped = Signal(str)
    theme_asked = Signal()
    leave_asked = Signal()
    end_asked = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(window_title(desk))
        read_from(self, desk.wording.mirrored)
        self.setAcceptDrops(True)
        self._desk, self._board = desk, desk.switchboard
        self._measures: Measures | None = None
        self._prepared: bool | None = None
        self._importing: Importing | None = None
        name = QCoreApplication.translate("Navigation", "Reception")
        kinds = (PageKind(RECEPTION, RECEPTION, name, lambda: self._reception), *page_kinds())
        self.navigation = Navigation(desk.theme, kinds)
        self.crash_panel = CrashPanel(desk.theme)
        self.question = Trouble(desk.theme)
        take_no_focus(self.question.action, self.question.close_button)
        press_by_key(self.question.close_button, "Shift+F12")
        self._closing = Closing(self.question, self._hindrance, self.close)
        self.status = StatusLine(desk.theme)
        self.stack = PageStack(desk, kinds)
        self._undoing = Undoing(desk, self.question, self)
        self.rehearsal = RehearsalWay(desk, self, self.stack, self.question, self._may_rehearse)
        self._scanner = ScannerLamp(self.status)
        self.scans = ScanRoute(desk, self.stack, RECEPTION)
        self.sounds = DeskSounds(desk, self.status, self)
        self.camera = CameraSwitch(desk, self.status, lambda: self.page, self)
        self.serial = SerialSwitch(desk, self.status, lambda: self.page, self.camera.toggle, self)
        self._pictures = DroppedPictures(desk, lambda: self.page, self.question, self)
        self.watching = Watching(desk, self.stack)
        self._lay_out()
        self._connect()
        self.setMinimumSize(800, 480)
        self.resize(1366, 768)
        self.show_page(RECEPTION)

    def _reception(self, desk: Desk) -> ReceptionPage:
        made = ReceptionPage(desk, lambda: self.prepare() and self.isEnabled())
        made.undo_asked.connect(self.take_back)
        return made

    def _lay_out(self) -> None:
        self._column, self._said = QVBoxLayout(), QVBoxLayout()
        self._column.setSpacing(0)
        self._said.addWidget(self.question)
        self._said.addWidget(self.crash_panel)
        if self.rehearsal.band:
            self._column.addWidget(self.rehearsal.band)
        self._column.addWidget(self.stack, 1)
        self._column.addLayout(self._said)
        self._column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(self._column, 1)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.navigation.help_asked.connect(self.show_help)
        self._board.page_asked.connect(self.show_page)
        self._board.changed.connect(self._changed)
        self._board.list_offered.connect(self.take_list)
        self._board.work.ended.connect(self._closing.ask_again)
        self.stack.shown.connect(self.navigation.show_page)
        self.stack.complete.connect(self._make_importing)
        self.stack.complete.connect(self.sounds.prepare)
        self.stack.complete.connect(self.serial.begin)
        self._board.noticed.connect(self._undoing.remember)
        self._board.noticed.connect(self.status.notice.say)
        self._board.file_told.connect(self.status.show_file)
        self._board.code_came.connect(self._scanner.scanned)
        self._board.scanned.connect(self.status.notice.make_way)
        self.scans.told.connect(self.status.notice.say)
        self.scans.unreadable.connect(self._scanner.show_alphabet)
        self._board.printer_told.connect(self.status.show_printer)
        self._board.counted.connect(self._counted)
        self.status.notice.undo_asked.connect(self._undoing.take_back)
        self.status.scanner.pressed.connect(self.serial.press)
        keys: dict[str, Callable[[], object]] = {
            "F1": self.show_help,
            "F12": self.question.action.click,
            "F11": self._full_screen,
            "Ctrl+K": self.camera.toggle,
            "Ctrl+Shift+K": self.camera.next,
            "Ctrl+M": self.sounds.toggle,
            "Ctrl+Shift+P": self.serial.press,
            "Ctrl+D": partial(print_door_list, self.stack, self.prepare),
            "Ctrl+I": partial(self.take_list, ""),
            "Ctrl+Z": self.take_back,
            "Ctrl+T": self._ask_theme,
            "Ctrl+W": self.leave_asked.emit,
            "Ctrl+Q": self.end,
        }
        for number, page in enumerate(self.stack.kinds, 1):
            keys[f"Alt+{number}"] = partial(self.show_page, page)
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(does)

    @property
    def page(self) -> ReceptionPage:
        """The reception page, which is always there."""
        page = self.stack.page(RECEPTION)
        assert isinstance(page, ReceptionPage)  # noqa: S101
        return page

    def show_page(self, key: str) -> None:
        """Brings a page to the front."""
        self.stack.bring(key)

    def _changed(self, change: object) -> None:
        if not isinstance(change, Change):
            return
        if change != NOTHING and not self._desk.services.reception.waiting:
            self.status.show_file(FileState(self._desk.now()))
        self.stack.follow(change)
        QTimer.singleShot(0, self._closing, self._closing.ask_again)

    def take_back(self) -> None:
        """Ctrl+Z: takes the latest step back that can be; at the desk also the latest arrival."""
        if self.stack.front == RECEPTION:
            self.page.taking_back.latest(self._undoing)
        else:
            self._undoing.take_back()

    def take_list(self, path: str) -> None:
        """Takes a list in, without a path after letting one be chosen; see `importing`."""
        if self._importing:
            self._importing.offer(path)
        else:  # made in this turn, it reads in the next
            made = self._make_importing()
            QTimer.singleShot(0, made, partial(made.offer, path))

    def _make_importing(self) -> "Importing":
        """Made after the last page, or when the first list comes: whichever is sooner."""
        from checkin.gui.importing.importing import Importing

        if self._importing is None:
            self._importing = Importing(self._desk, self.stack, RECEPTION)
            below = self._column.indexOf(self.stack) + 1
            self._column.insertWidget(below, self._importing.strip)
        return self._importing

    def _counted(self, count: object) -> None:
        if isinstance(count, Count) and count.page in self.navigation.items:
            self.navigation.items[count.page].set_count(count.count, count.meaning)

    def _may_rehearse(self) -> bool:
        return bool(self._prepared) and not self._half_done()

    def _half_done(self) -> bool:
        at_hand = self._importing and self._importing.at_hand
        return bool(at_hand or self._hindrance() or self._board.tasks.running)

    def _ask_theme(self) -> None:
        """Another look means other pages: nothing may be half-done on these."""
        if self._half_done():
            self.question.warn(self.tr("The colours change once what is under way is finished."))
            return
        self.theme_asked.emit()

    def take_over(self, before: "Window") -> None:
        """Shows what another window on the same meeting showed, in another look."""
        self._undoing.take_over(before._undoing)
        self._scanner.take_over(before._scanner)
        self.status.file.show_state(before.status.file.mark, before.status.file.text)
        front = before.stack.front
        for key in {RECEPTION, front} & before.stack.pages.keys():
            self.stack.page(key).take_over(before.stack.pages[key])
        self.show_page(front)
        before._board.tasks.stop()
        before.sounds.end()
        self.camera.take_over(before.camera)
        self.serial.take_over(before.serial)
        if before._prepared:
            self._prepared = True
            QTimer.singleShot(0, self, self.stack.make_the_rest)

    def show_help(self) -> None:
        """F1: every key, over the page; again closes it."""
        from checkin.gui.help import HelpOverlay

        overlay = self.findChild(HelpOverlay)
        if overlay is None:
            overlay = HelpOverlay(self._desk.theme, self)
            self._board.scanned.connect(overlay.hide)  # a scan is seen
        overlay.toggle()

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def prepare(self) -> bool:
        """What must hold before the first scan; asked again it only remembers."""
        if self._prepared is None:
            desk = self._desk
            try:
                desk.services.prepare()
                self._prepared = True
                QTimer.singleShot(0, self, self.stack.make_the_rest)
            except Refused as refused:
                self._prepared = False
                title, words = self.tr("This meeting file cannot be used"), desk.sentence(refused)
                self.stack.refuse(PlainPage(desk.theme, title, words))
        return self._prepared

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes other sizes where the window passes from one step to the next."""
        super().resizeEvent(event)
        measures = measures_for(event.size().width(), event.size().height())
        if measures != self._measures:
            self._measures = measures
            self.rehearsal.apply(measures)
            self._said.setContentsMargins(measures.margin, 0, measures.margin, 0)
            self.navigation.apply(measures)
            self.stack.apply(measures)
            self.status.apply(measures)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is the moment to prepare."""
        super().paintEvent(event)
        if self._prepared is None:
            self.painted.emit()
            QTimer.singleShot(0, self, self.prepare)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            if not is_meeting_file(dropped_file(event)):
                with suppress(OSError):
                    self._desk.services.lists.prepare_reading()  # while it is held over the window

    def dropEvent(self, event: QDropEvent) -> None:
        """A meeting file is opened, codes are read in pictures, all else is offered as a list."""
        paths = dropped_files(event)
        path = next(iter(paths), "")
        if is_meeting_file(path):
            self.file_dropped.emit(path)
        elif is_picture(path):
            self._pictures.read([one for one in paths if is_picture(one)])
        elif path:
            self._board.list_offered.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks first where something would be lost; then ends what runs, cleanly."""
        if event.spontaneous():
            self.end_asked.emit()
        if not self._closing.may_close():
            event.ignore()
            return
        self._board.work.cancel()
        self._board.tasks.stop()
        self.camera.end()
        self.serial.end()
        self.sounds.end()
        self.stack.end()
        self._prepared = self._prepared or False
        super().closeEvent(event)
        self.closed.emit()

    def _hindrance(self) -> str:
        if self.rehearsal.band:
            return ""  # of a rehearsal nothing is kept
        if self._board.work.running:
            usual = self.tr("Work is under way. If the window closes now, nothing of it is kept.")
            return self._board.work.loss or usual
        return next(filter(None, (page.hindrance() for page in self.stack.pages.values())), "")

    def end(self) -> None:
        """Ctrl+Q: ends the program, whatever was to follow a close that was not allowed."""
        self.end_asked.emit()
        self.close()
