"""One of the printers that there are; the one printed on last is chosen, else the usual one."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from checkin.domain.printing import Printer
from checkin.gui.kit.fields import Choice
from checkin.gui.preferences import Preferences

_KEPT = "printer"  # the preference: what was printed on last


class PrinterChoice(Choice):
    """`chosen` carries the name of a printer, `here` is the one that is chosen."""

    def __init__(self, name: str, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._preferences = preferences
        self._printers: dict[str, Printer] = {}

    @property
    def here(self) -> Printer | None:
        """The printer that is chosen, as it was when it was asked."""
        return self._printers.get(self.key)

    @property
    def offers_any(self) -> bool:
        """Whether there is a printer at all."""
        return bool(self._printers)

    def offer_printers(self, printers: Iterable[Printer]) -> str:
        """Offers these; the name that was wanted, were it chosen here or printed on last."""
        self._printers = {one.name: one for one in printers}
        wanted = self.key or self._preferences.text(_KEPT)
        usual = next((name for name, one in self._printers.items() if one.usual), "")
        self.offer([(name, name) for name in self._printers])
        for name in (usual, wanted):
            self.choose(name)
        return wanted

    def keep(self, name: str) -> None:
        """Remembers what was printed on."""
        self._preferences.keep_text(_KEPT, name)
