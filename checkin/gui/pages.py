"""The pages of a window: what each must be able to do, and how each is made when it is needed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkin.domain.outcome import Change
from checkin.gui.building import Building
from checkin.gui.desk import Desk
from checkin.gui.look.measures import Measures


class Page(QWidget):
    """One page; it is shown, hidden, and follows what changed while it was hidden."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self.building = Building((), self)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""

    def follow(self, change: Change) -> None:
        """Reads anew what a change names; a page in sight at once, another when it is shown."""

    @property
    def made(self) -> bool:
        """Whether all of it is built."""
        return self.building.done

    def take_focus(self) -> None:
        """Gives the keys to whatever they are meant for when the page comes to the front."""

    def take_over(self, before: "Page") -> None:
        """Shows what the same page showed in another look, where `follow` does not bring it."""

    def hindrance(self) -> str:
        """What would be lost if the window closed now, as a question; "" for nothing."""
        return ""


MakesPage = Callable[[Desk], Page]


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page of the navigation: its key, icon and name; `load` gives what makes it."""

    key: str
    icon: str
    name: str
    load: Callable[[], MakesPage]
