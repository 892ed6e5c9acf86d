"""Which file is read, and how: sheet, row of the headers, letters, what is hidden."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from checkin.domain.listing import DelegateList, SheetSeen
from checkin.domain.text import shortened
from checkin.gui.importing.intake import Intake, Stage
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Choice
from checkin.gui.kit.panels import Icon
from checkin.gui.look.fonts import font
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme

_WIDEST_CHOICE, _ROWS, _LONGEST_SHEET = 220, 20, 60
_HIDDEN = ("hidden_rows_left", "hidden_columns_left")


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
        self.sheet = Choice(self.tr("Sheet"))
        self.header = Choice(self.tr("Header row"))
        self.letters = Choice(self.tr("Letters"), self._encodings())
        self.hidden = QCheckBox(self.tr("Hidden rows too"))
        self.hidden.setFont(font(14))
        self.hidden.clicked.connect(self._read_again)
        self._labels = {choice: FitLabel(theme, 14, tone="ink2") for choice in self._choices}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon("file", 22, theme["accent"]))
        row.addWidget(self.name)
        for choice, label in self._labels.items():
            label.say(choice.accessibleName())
            choice.setMaximumWidth(_WIDEST_CHOICE)
            choice.chosen.connect(self._read_again)
            row.addWidget(label)
            row.addWidget(choice)
        row.addWidget(self.hidden)
        row.addStretch(1)
        self.other_button = button(theme, self.tr("Another file"), "quiet", "folder", choose)
        self.again_button = button(theme, self.tr("Read again"), "quiet", does=self._read_again)
        self.again_button.setToolTip(self.tr("After the list was mended and saved"))
        row.addWidget(self.again_button)
        row.addWidget(self.other_button)

    @property
    def offers_letters(self) -> bool:
        """Whether the file may be read in other letters."""
        return not self.letters.isHidden()

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return self.sheet, self.header, self.letters

    def _encodings(self) -> tuple[tuple[str, str], ...]:
        return (
            ("", self.tr("As the file tells")),
            ("utf-8", self.tr("UTF-8")),
            ("cp1252", self.tr("Western, Windows-1252")),
            ("mac-roman", self.tr("Western, old Macintosh")),
            ("cp1256", self.tr("Arabic, Windows-1256")),
            ("utf-16-le", self.tr("UTF-16")),
        )

    def refresh(self) -> None:
        """Shows what the intake reads."""
        listed, stage = self._intake.seen, self._intake.stage
        self.name.say(self._intake.name)
        text = listed.encoding if listed else stage is Stage.UNREADABLE and self._is_text()
        if listed:
            self._show(listed)
        self.other_button.setVisible(stage is not Stage.UNREADABLE)
        self.again_button.setVisible(stage in (Stage.READY, Stage.UNREADABLE))
        self.letters.choose(self._intake.options.encoding or "")
        shown = {
            self.sheet: listed is not None and self.sheet.count() > 1,
            self.header: listed is not None,
            self.letters: bool(text),
        }
        for choice, there in shown.items():
            choice.setVisible(there)
            self._labels[choice].setVisible(there)

    def _show(self, listed: DelegateList) -> None:
        seen = listed.understood
        self.sheet.offer([(one.name, self._sheet_words(one)) for one in seen.sheets])
        self.sheet.choose(listed.sheet)
        rows = {*range(1, _ROWS + 1), listed.header_row} - {0}
        no_row = ("0", self.tr("none"))
        self.header.offer([no_row, *((str(row), str(row)) for row in sorted(rows))])
        self.header.choose(str(listed.header_row))
        hides = any(one.code in _HIDDEN for one in listed.warnings)
        self.hidden.setVisible(hides or self._intake.options.hidden)
        self.hidden.setChecked(self._intake.options.hidden)

    def _sheet_words(self, sheet: SheetSeen) -> str:
        rows = self.tr("{name} (1 row)") if sheet.rows == 1 else self.tr("{name} ({rows} rows)")
        words = self.tr("{name}, hidden") if sheet.hidden else rows
        return words.format(name=shortened(sheet.name, _LONGEST_SHEET), rows=sheet.rows)

    def _is_text(self) -> bool:
        return self._intake.path.suffix.casefold() in (".csv", ".txt", ".tsv")

    def _read_again(self, _: object = None) -> None:
        listed, before = self._intake.seen, self._intake.options
        sheet = self.sheet.key if self.sheet.isVisible() else ""
        encoding = self.letters.key if self.letters.isVisible() else ""
        options = replace(before, encoding=encoding or None, hidden=self.hidden.isChecked())
        if listed and sheet and sheet != listed.sheet:
            options = replace(options, sheet=sheet, header_row=None, mapping={})
        elif listed and self.header.key != str(listed.header_row):
            options = replace(options, header_row=int(self.header.key), mapping={})
        self._intake.read_again(options)
