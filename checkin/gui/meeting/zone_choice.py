"""A time zone, found by any part of its name; the list is read when somebody looks at it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from checkin.gui.look.fonts import font
from checkin.services.organising import zone_names

_HEIGHT = 36


class ZoneChoice(QComboBox):
    """`chosen` carries the zone's name, or what was typed where there is no such zone."""

    chosen = Signal(str)

    def __init__(self, name: str, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = False
        self._told = zone
        line = QLineEdit()
        line.setAccessibleName(name)
        line.editingFinished.connect(self._tell)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFont(font(14))
        self.setMinimumHeight(_HEIGHT)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.show_zone(zone)
        self.activated.connect(lambda _: self._tell())

    @property
    def zone(self) -> str:
        """The zone that is chosen or typed."""
        typed = self.currentText().strip()
        place = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(place)) if place >= 0 else typed

    def show_zone(self, zone: str) -> None:
        """Shows a zone without telling anybody."""
        self._told = zone
        place = self.findData(zone)
        if place < 0:
            self.addItem(zone_words(zone), zone)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self.setEditText(self.itemText(place))

    def fill(self) -> None:
        """Reads the zones there are."""
        if self._full:
            return
        self._full, shown = True, self.zone
        typed = self.currentText()
        self.blockSignals(True)
        self.clear()
        names = zone_names()
        for name in names if self._told in names else (self._told, *names):
            self.addItem(zone_words(name), name)
        if self.findData(shown) >= 0:
            self.setCurrentIndex(self.findData(shown))
        self.setEditText(typed)
        self.blockSignals(False)
        self._complete()

    def _complete(self) -> None:
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def _tell(self) -> None:
        if self.zone != self._told:
            self._told = self.zone
            self.chosen.emit(self.zone)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here may look for another."""
        self.fill()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        """The whole list."""
        self.fill()
        super().showPopup()


def zone_words(zone: str) -> str:
    """`Madrid (Europe/Madrid)`."""
    city = zone.rpartition("/")[2].replace("_", " ")
    return f"{city} ({zone})" if "/" in zone else zone
