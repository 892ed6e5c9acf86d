"""The column beside the card: in a low window what is needed less gives its room to the rest."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

_ANY_HEIGHT = 16_777_215  # Qt's own word for it


class SideColumn(QWidget):
    """Panels one below the other; what gives way is shut in its order, and opens by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._gives_way: list[QWidget] = []

    def fill(self, *panels: QWidget) -> None:
        """Panels from the top; the last takes what room there is, the first is needed most."""
        for panel in panels:
            self.column.addWidget(panel, 1 if panel is panels[-1] else 0)
        self._gives_way = [*panels[-2::-1], *self._gives_way]

    def put_first(self, panel: QWidget) -> None:
        """A panel at the head, which gives way after all the others."""
        self.column.insertWidget(0, panel)
        self._gives_way.append(panel)

    def minimumSizeHint(self) -> QSize:
        """As low as the window wants it."""
        return QSize(super().minimumSizeHint().width(), 0)

    def event(self, event: QEvent) -> bool:
        """A panel came, went or grew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        shown = [one for one in self._panels() if not one.isHidden()]
        gap = self.column.spacing()
        needed = {one: _least(one, self.width()) for one in shown}
        gaps = gap * (len(shown) - 1)  # one that is shut keeps its gap
        missing = sum(needed.values()) + gaps - self.height()
        for panel in self._gives_way:
            shut = missing > 0 and panel in needed and needed[panel] < sum(needed.values())
            if shut:
                missing -= needed.pop(panel)
            panel.setMaximumHeight(0 if shut else _ANY_HEIGHT)

    def _panels(self) -> list[QWidget]:
        items = (self.column.itemAt(place) for place in range(self.column.count()))
        widgets = (item.widget() for item in items if item)
        return [one for one in widgets if one]


def _least(panel: QWidget, width: int) -> int:
    """How high a panel must be for nothing of it to be cut."""
    layout = panel.layout()
    if layout and layout.hasHeightForWidth():
        return max(layout.minimumHeightForWidth(width), panel.minimumHeight())
    return max(panel.minimumSizeHint().height(), panel.minimumHeight())
