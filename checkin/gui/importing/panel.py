"""The panel of an import: over the page in front, never over the desk, and nothing waits for it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from checkin.gui.desk import Desk
from checkin.gui.importing.answering import Mended
from checkin.gui.importing.field_menu import Mapped, remapped
from checkin.gui.importing.intake import WAITING, Intake, Stage
from checkin.gui.importing.preview import Preview
from checkin.gui.importing.source import Source
from checkin.gui.importing.trouble import ImportTrouble
from checkin.gui.importing.words import doing, hindrance_words, import_words
from checkin.gui.kit.buttons import button
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures, measures_for

_SMALL = 720  # pixels, while there are no rows to show


class ImportPanel(QWidget):
    """Shows an intake as it is; its buttons say what is wanted."""

    def __init__(
        self, desk: Desk, intake: Intake, choose: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._intake = intake
        self._stage = intake.stage
        theme = desk.theme
        self.setAccessibleName(self.tr("Import a list"))
        self.title = FitLabel(theme, 24, bold=True)
        self.about = FitLabel(theme, 14, tone="ink2", trailing=True)
        self.title.say(self.tr("Import a list"))
        self.source = Source(theme, intake, choose)
        self.preview = Preview(desk)
        self.trouble = ImportTrouble(desk, intake, choose)
        self.says, self.bar = FitLabel(theme, 14, tone="ink2"), progress_bar(self.tr("Progress"))
        self.cancel_button = button(theme, self.tr("Cancel"), does=intake.cancel)
        self.import_button = button(theme, "", "primary", does=lambda: intake.apply())
        self._sheet = QFrame(self)
        self._sheet.setObjectName("panel")
        self._sheet.installEventFilter(self)
        self._lay_out()
        self.preview.decided.connect(intake.decide)
        self.preview.answering.answered.connect(self._mend)
        self.preview.table.fields.mapped.connect(self._map)
        self.preview.hide()
        self.hide()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.about)
        foot.setSpacing(10)
        foot.addWidget(self.says, 1)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.import_button)
        self._column = QVBoxLayout(self._sheet)
        self._column.addLayout(head)
        self._column.addWidget(self.source)
        self._column.addWidget(self.preview, 1)
        self._column.addWidget(self.trouble)
        self._column.addLayout(foot)

    def refresh(self) -> None:
        """Shows the intake as it is now."""
        stage, imported = self._intake.stage, self._intake.imported
        waits = stage in WAITING
        if imported:
            self.preview.show_import(imported, self._intake.decisions, self._intake.path)
        elif self._intake.seen and not self._intake.listed:
            self.preview.show_beginning(self._intake.seen)
        stays = waits and not self.preview.isHidden()  # until the other way of reading is done
        self.preview.setVisible(imported is not None or self._intake.seen is not None or stays)
        self.source.refresh()
        self.source.setEnabled(stage is not Stage.APPLYING)
        if stage is Stage.APPLYING and self.isAncestorOf(self.window().focusWidget() or self):
            self.preview.table.setFocus()  # where a second press of the same key does nothing
        elif self.import_button.hasFocus() and stage is not Stage.READY:
            self.cancel_button.setFocus()
        self.about.say(self._about())
        self.bar.setVisible(waits and self._intake.slow)
        show_progress(self.bar, self._intake)
        self.says.say(self._says(waits))
        self.import_button.setText(import_words(self._intake))
        self.import_button.setAccessibleName(import_words(self._intake))
        self.import_button.setToolTip(hindrance_words(self._intake))
        self.import_button.setEnabled(stage is Stage.READY and self._intake.writes)
        self.import_button.setVisible(imported is not None)
        if self.trouble.refresh():
            self.trouble.close_button.setVisible(not self.trouble.unreadable)
        self._place()
        self._hand_on_the_keys(stage)

    def _hand_on_the_keys(self, stage: Stage) -> None:
        """Once a list is ready the keys that waited on Cancel belong to what is next to do.

        Not after an import that was cancelled: who pressed Cancel twice wants no second one.
        """
        before, self._stage = self._stage, stage
        came = stage is Stage.READY and before in (Stage.READING, Stage.PLANNING)
        if came and self.cancel_button.hasFocus():
            self.take_focus()

    def _mend(self, mended: object) -> None:
        """Reads a spelling as what it means, in every row that has it."""
        if isinstance(mended, Mended):
            options = self._intake.options
            spellings = {**options.mended, mended.text: mended.meant}
            self._intake.read_again(replace(options, mended=spellings))

    def _map(self, mapped: object) -> None:
        """Reads a column as another field, or as none."""
        listed, options = self._intake.listed, self._intake.options
        if isinstance(mapped, Mapped) and listed:
            mapping = remapped(listed.understood, options.mapping, mapped)
            self._intake.read_again(replace(options, mapping=mapping))

    def clear(self) -> None:
        """Forgets what it showed."""
        self.preview.hide()
        self.preview.clear()
        self.trouble.refresh()

    def _about(self) -> str:
        listed = self._intake.seen
        if listed is None:
            return ""
        fields = listed.excerpt.fields
        taken = sum(bool(field) for field in fields)
        if self._intake.listed is None:
            words = self.tr("{taken} of {all} columns understood")
            return words.format(taken=taken, all=len(fields))
        words = self.tr("{taken} of {all} columns understood   ·   rows: {rows}")
        return words.format(taken=taken, all=len(fields), rows=listed.read)

    def _says(self, waits: bool) -> str:
        if waits:
            return doing(self._intake) if self._intake.slow else ""
        if self._intake.stage is Stage.READY:
            return self.tr("Nothing is written yet. Once it is, Ctrl+Z takes it back.")
        if self.source.offers_letters:
            return self.tr("A text file of another program: choose its letters above.")
        return ""

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        compact = measures.scale < 1
        self._column.setSpacing(6 if compact else 10)
        edge = 14 if compact else 24
        self._column.setContentsMargins(edge, 6 if compact else 14, edge, 8 if compact else 14)
        self.title.set_px(20 if compact else 24)
        self.preview.apply(measures)

    def take_focus(self) -> None:
        """The keys belong to what is next to do here."""
        ready = self.import_button.isVisible() and self.import_button.isEnabled()
        (self.import_button if ready else self.cancel_button).setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in the panel: what it covers cannot be reached."""
        chain = [one for one in self.findChildren(QWidget) if _takes_keys(one)]
        here = self.focusWidget()
        place = chain.index(here) if here in chain else -1
        if chain:
            chain[(place + (1 if forward else -1)) % len(chain)].setFocus(
                Qt.FocusReason.TabFocusReason
            )
        return bool(chain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follows the stack it lies on."""
        super().resizeEvent(event)
        window = self.window().size()
        self.apply(measures_for(window.width(), window.height()))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A sheet that says something else may need another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Nearly all of the page for rows, a small sheet without them."""
        edge = 10 if self.width() < 1000 else 18
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        if not self.preview.isHidden():
            self._sheet.setGeometry(room)
            return
        wide = min(_SMALL, room.width())
        high = min(self._column.totalHeightForWidth(wide), room.height())
        top = room.y() + (room.height() - high) // 4
        self._sheet.setGeometry(QRect((self.width() - wide) // 2, top, wide, high))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Dims the page below."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(10, 20, 34, 150))


def _takes_keys(one: QWidget) -> bool:
    return one.isVisible() and one.isEnabled() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


def progress_bar(name: str) -> QProgressBar:
    """A bar without a number of its own: the number stands beside it in words."""
    made = QProgressBar()
    made.setTextVisible(False)
    made.setFixedHeight(12)
    made.setAccessibleName(name)
    made.hide()
    return made


def show_progress(bar: QProgressBar, intake: Intake) -> None:
    """Shows how far it is; a bar that runs to and fro while nobody knows."""
    bar.setRange(0, intake.progress.total)
    bar.setValue(intake.progress.done)
