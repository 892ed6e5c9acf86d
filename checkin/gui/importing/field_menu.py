"""The menu under a column: what it holds, chosen by the operator."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from checkin.domain.listing import Understood
from checkin.gui.importing.words import FIELD_GROUPS, field_name


@dataclass(frozen=True, slots=True)
class Mapped:
    """A column, by its letter, and the field it is to be read as; "" for none."""

    letter: str
    field: str


def remapped(seen: Understood, mapping: Mapping[str, str], mapped: Mapped) -> dict[str, str]:
    """The mapping with one column moved to another field; "-" says that no column holds a field.

    Only what the operator says is in it: the other columns go on telling for themselves. A column
    is named by `#` and its letter, which no header can be taken for.
    """
    place = f"#{mapped.letter}"
    kept = {
        field: column
        for field, column in mapping.items()
        if column != place and field != mapped.field
    }
    fields = next((one.fields for one in seen.columns if one.letter == mapped.letter), ())
    kept |= {field: "-" for field in fields if field != mapped.field}
    return kept | ({mapped.field: place} if mapped.field else {})


class FieldMenu(QObject):
    """`mapped` carries a `Mapped`."""

    mapped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.menu: QMenu | None = None

    def ask(self, letter: str, now: str) -> QMenu:
        """The menu of a column; who shows it says where."""
        if self.menu:
            self.menu.deleteLater()
        self.menu = menu = QMenu(self._over)
        menu.setAccessibleName(self.tr("What this column holds"))
        group = QActionGroup(menu)
        self._add(menu, group, Mapped(letter, ""), self.tr("Not taken"), not now)
        for fields in FIELD_GROUPS:
            menu.addSeparator()
            for field in fields:
                self._add(menu, group, Mapped(letter, field), field_name(field), field == now)
        return menu

    def _add(
        self, menu: QMenu, group: QActionGroup, mapped: Mapped, words: str, chosen: bool
    ) -> None:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda: self.mapped.emit(mapped))
        group.addAction(action)
        menu.addAction(action)
