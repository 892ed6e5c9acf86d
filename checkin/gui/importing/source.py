"""Which file is read, and how: the sheet of a workbook, the letters of a text file."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.gui.importing.intake import Intake, Stage
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Choice
from checkin.gui.kit.panels import Icon
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme

_LONGEST_SHEET = 60
_WIDEST_CHOICE = 260


class Source(QWidget):
    """The file's name with the choices that change how it is read; each reads it again."""

    def __init__(
        self,
        theme: Theme,
        intake: Intake,
        choose: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._intake = intake
        self.name = FitLabel(theme, 16, bold=True)
        self.header = FitLabel(theme, 14, tone="ink2")
        self.sheet = Choice(self.tr("Sheet"))
        self.letters = Choice(self.tr("Letters"), self._encodings())
        self._labels = {choice: FitLabel(theme, 14, tone="ink2") for choice in self._choices}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon("file", 22, theme["accent"]))
        row.addWidget(self.name)
        row.addWidget(self.header)
        for choice, label in self._labels.items():
            label.say(choice.accessibleName())
            choice.setMaximumWidth(_WIDEST_CHOICE)
            choice.chosen.connect(self._read_again)
            row.addWidget(label)
            row.addWidget(choice)
        row.addStretch(1)
        self.other_button = button(theme, self.tr("Another file"), "quiet", "folder", choose)
        row.addWidget(self.other_button)

    @property
    def offers_letters(self) -> bool:
        """Whether the file may be read in other letters."""
        return not self.letters.isHidden()

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return self.sheet, self.letters

    def _encodings(self) -> tuple[tuple[str, str], ...]:
        return (
            ("", self.tr("UTF-8, or as marked")),
            ("cp1252", self.tr("Western, Windows-1252")),
            ("cp1256", self.tr("Arabic, Windows-1256")),
            ("utf-16-le", self.tr("UTF-16")),
        )

    def refresh(self) -> None:
        """Shows what the intake reads."""
        listed, stage = self._intake.listed, self._intake.stage
        self.name.say(self._intake.name)
        sheets = listed.sheets if listed else ()
        text = listed.encoding if listed else stage is Stage.UNREADABLE and self._is_text()
        if listed:
            words = self.tr("headers in row {row}").format(row=listed.header_row)
            self.header.say(words)
            self.sheet.offer([(sheet, sheet) for sheet in sheets])
            self.sheet.choose(listed.sheet)
        self.header.setVisible(listed is not None)
        self.other_button.setVisible(stage is not Stage.UNREADABLE)
        self.letters.choose(self._intake.encoding or "")
        for choice, shown in ((self.sheet, len(sheets) > 1), (self.letters, bool(text))):
            choice.setVisible(shown)
            self._labels[choice].setVisible(shown)

    def _is_text(self) -> bool:
        return self._intake.path.suffix.casefold() in (".csv", ".txt", ".tsv")

    def _read_again(self, _: str) -> None:
        sheet = self.sheet.key if self.sheet.isVisible() else ""
        encoding = self.letters.key if self.letters.isVisible() else ""
        self._intake.offer(self._intake.path, sheet or None, encoding or None)
