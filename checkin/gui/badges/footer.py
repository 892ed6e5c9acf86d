"""What will be printed in one sentence, how far the making is, and the two ways to paper."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from checkin.domain.outcome import Progress
from checkin.gui.kit.buttons import button
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme
from checkin.services.badges import Printed

_PATIENCE_MS = 400  # before a bar is shown


class Footer(QWidget):
    """`cancelled` follows when somebody does not want to wait for the PDF."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = FitLabel(theme, 14, tone="ink2", wraps=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("How far the PDF is"))
        self.cancel = button(theme, self.tr("Cancel"), does=self.cancelled.emit)
        self.save = button(theme, self.tr("Save PDF"), "plain", "file")
        self.print_out = button(theme, self.tr("Print"), "primary", "printer")
        self.save.setToolTip("Ctrl+S")
        self.print_out.setToolTip("Ctrl+P")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.about, 1)
        for part in (self.bar, self.cancel, self.save, self.print_out):
            row.addWidget(part)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._show_bar(True))
        self.offer_nothing("")

    def begin(self) -> None:
        """The PDF is being made; a bar appears where that takes long."""
        self.bar.setRange(0, 0)
        self._patience.start()

    def progress(self, progress: object) -> None:
        """Shows how far it is (`Progress`)."""
        if not isinstance(progress, Progress):
            return
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def offer(self, printed: Printed, again: int, several: bool) -> None:
        """Offers what was made; `again` of its badges are on paper already."""
        self._done()
        count = printed.badges
        said = self._how_many(printed, several)
        if again:
            said = f"{said} {self._again(again, count)}"
        self.about.say(said)
        action = self.tr("Print {count} badges").format(count=count)
        self.print_out.setText(action if count > 1 else self.tr("Print one badge"))
        self.print_out.setAccessibleName(self.print_out.text())
        self._enable(True)

    def _how_many(self, printed: Printed, several: bool) -> str:
        if printed.badges == 1:
            return self.tr("One badge on one sheet.") if several else self.tr("One badge.")
        words = self.tr("{badges} badges, one a page.")
        if several:
            words = self.tr("{badges} badges on {pages} sheets.")
            if printed.pages == 1:
                words = self.tr("{badges} badges on one sheet.")
        return words.format(badges=printed.badges, pages=printed.pages)

    def _again(self, again: int, count: int) -> str:
        """How many of so many are on paper already."""
        if count == 1:
            return self.tr("It is printed already; its code stays the same.")
        if again == 1:
            return self.tr("One of them is printed already; its code stays the same.")
        words = self.tr("{count} of them are printed already; their codes stay the same.")
        return words.format(count=again)

    def offer_nothing(self, why: str) -> None:
        """Offers nothing, and says why."""
        self._done()
        self.about.say(why)
        self.print_out.setText(self.tr("Print"))
        self.print_out.setAccessibleName(self.print_out.text())
        self._enable(False)

    def _done(self) -> None:
        self._patience.stop()
        self._show_bar(False)

    def _enable(self, on: bool) -> None:
        self.save.setEnabled(on)
        self.print_out.setEnabled(on)

    def _show_bar(self, on: bool) -> None:
        self.bar.setVisible(on)
        self.cancel.setVisible(on)
