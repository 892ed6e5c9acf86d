"""The start page: a navy column, and beside it what can be opened or begun."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from checkin.domain.wording import Wording
from checkin.gui.dropping import dropped_file, is_meeting_file
from checkin.gui.kit.moment import MomentCard
from checkin.gui.look.direction import read_from
from checkin.gui.look.measures import Measures, measures_for
from checkin.gui.look.theme import Theme
from checkin.gui.preferences import Preferences
from checkin.gui.start.asked import Asked
from checkin.gui.start.column import StartColumn
from checkin.gui.start.home import Home, Ways
from checkin.gui.start.no_meeting import NoMeeting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from checkin.gui.start.new_meeting import NewMeetingForm
    from checkin.gui.start.passphrase import PassphraseCard


class StartPage(QWidget):
    """`open_asked` carries an `Asked`, `make_asked` a `NewMeeting`; the others say so alone."""

    open_asked = Signal(object)
    make_asked = Signal(object)
    sample_asked = Signal()
    theme_asked = Signal()
    painted = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        wording: Wording,
        preferences: Preferences,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording
        self._preferences, self._now = preferences, now
        self._measures: Measures | None = None
        self._painted = False
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Check-in"))
        read_from(self, wording.mirrored)
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 480)
        self.column = StartColumn(theme)
        self.home = Home(theme, wording, now, self._ways())
        self.form: NewMeetingForm | None = None
        self.card: PassphraseCard | None = None
        self.moment: MomentCard | None = None
        self._asked_by: QWidget | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.home)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.column)
        row.addWidget(self.stack, 1)
        self.home.show_recent(preferences.recent())
        self.home.take_focus()
        self._set_keys()
        here = lambda: getattr(self.stack.currentWidget(), "trouble", self.home.trouble)  # noqa: E731
        self.scans = NoMeeting(here, self)

    def _ways(self) -> Ways:
        return Ways(
            self.ask,
            self.look_for,
            self.forget,
            self.begin,
            self.choose,
            self.sample,
            self.show_help,
        )

    def _set_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": self.begin,
            "Ctrl+O": self.choose,
            "Ctrl+Shift+S": self.sample,
            "Ctrl+T": self.theme_asked.emit,
            "Ctrl+Q": self.close,
            "F1": self.show_help,
            "F11": self._full_screen,
        }
        for key, does in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(does)

    @property
    def waiting(self) -> bool:
        """Whether something is being done; nothing else can be asked for then."""
        return self.moment is not None and self.stack.currentWidget() is self.moment

    def ask(self, path: str) -> None:
        """Wants a file opened."""
        if not self.waiting:
            self.home.trouble.quiet()
            self.open_asked.emit(Asked(Path(path)))

    def sample(self) -> None:
        """Wants the sample opened."""
        if not self.waiting:
            self.sample_asked.emit()

    def choose(self) -> None:
        """Ctrl+O: a file chosen in the system's own dialog; no desk is open yet."""
        if self.waiting:
            return
        dialog = self._dialog(self.tr("Open a meeting file"))
        dialog.fileSelected.connect(self.ask)
        dialog.open()

    def look_for(self, before: str) -> None:
        """A recent meeting whose file went elsewhere is looked for there."""
        dialog = self._dialog(self.tr("Where is the file now?"))
        dialog.fileSelected.connect(lambda path: self._found(Path(before), path))
        dialog.open()

    def _found(self, before: Path, path: str) -> None:
        self._preferences.found_again(before, Path(path))
        self.home.show_recent(self._preferences.recent())
        self.ask(path)

    def _dialog(self, title: str) -> "QFileDialog":
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self, title)
        dialog.setNameFilter(self.tr("Meeting files (*.checkin)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        where = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(where))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def forget(self, path: str) -> None:
        """Takes a meeting off the recent ones."""
        self._preferences.forget(Path(path))
        self.home.show_recent(self._preferences.recent())

    def begin(self) -> None:
        """Ctrl+N: a new meeting on one page."""
        if self.waiting:
            return
        if self.form is None:
            from checkin.gui.start.new_meeting import NewMeetingForm  # not needed at the start

            self.form = NewMeetingForm(self._theme, self._wording, self._now.date())
            self.form.asked.connect(self.make_asked)
            self.form.left.connect(self.go_home)
        self._bring(self.form)
        self.form.take_focus()

    def go_home(self) -> None:
        """Back to the recent meetings."""
        if self.card:
            self.card.forget()
        self._bring(self.home)
        self.home.take_focus()

    def ask_passphrase(self, path: Path, wrong: bool = False) -> None:
        """Asks for the passphrase of a file, in place."""
        if self.card is None:
            from checkin.gui.start.passphrase import PassphraseCard  # not needed at the start

            self.card = PassphraseCard(self._theme)
            self.card.given.connect(self.open_asked)
            self.card.left.connect(self.go_home)
        self._bring(self.card)
        self.card.ask(path, wrong)

    def wait(self, sentence: str, then: Callable[[], object]) -> None:
        """Says "one moment"; `then` is called once that is on the screen."""
        if self.moment is None:
            self.moment = MomentCard(self._theme)
        if not self.waiting:
            self._asked_by = self.stack.currentWidget()
        self._bring(self.moment)
        self.moment.say(sentence, then)

    def refuse(self, sentence: str) -> None:
        """Says in place why not: on the page of a new meeting, or among the recent ones."""
        asked_by = self._asked_by if self.waiting else self.stack.currentWidget()
        if self.form and asked_by is self.form:
            self._bring(self.form)
            self.form.trouble.say(sentence)
            return
        if self.card:
            self.card.forget()
        self._bring(self.home)
        self.home.trouble.say(sentence, self.tr("Choose another file"), self.choose)

    def take_over(self, before: "StartPage") -> None:
        """Shows what another start page showed, in another look."""
        if before.form:
            self.begin()
            assert self.form  # noqa: S101
            self.form.fill(before.form.draft(), before.form.second.text)
        if before.stack.currentWidget() is not before.form:
            self._bring(self.home)

    def _bring(self, part: QWidget) -> None:
        if self.stack.indexOf(part) < 0:
            self.stack.addWidget(part)
            if self._measures and self.form:
                self.form.apply(self._measures)
        self.stack.setCurrentWidget(part)

    def show_help(self) -> None:
        """F1: every key."""
        from checkin.gui.help import HelpOverlay

        overlay = self.findChild(HelpOverlay) or HelpOverlay(self._theme, self)
        overlay.toggle()

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes other sizes where the window passes from one step to the next."""
        super().resizeEvent(event)
        measures = measures_for(event.size().width(), event.size().height())
        if measures != self._measures:
            self._measures = measures
            self.column.apply(measures)
            self.home.apply(measures)
            if self.form:
                self.form.apply(measures)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What may wait follows the first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files."""
        if event.mimeData().hasUrls() and not self.waiting:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A meeting file is opened; for anything else a meeting must be open first."""
        path = dropped_file(event)
        if is_meeting_file(path):
            self.ask(path)
        elif path:
            words = self.tr(
                "{name} is no meeting file. Nothing was changed. "
                "A list is dropped on the window of its meeting: open that first."
            )
            self.refuse(words.format(name=Path(path).name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost with it."""
        super().closeEvent(event)
        self.closed.emit()
