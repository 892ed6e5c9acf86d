"""Who of a delegation is here: all who are still to come, ticked, and one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QScrollArea, QWidget

from checkin.domain.attendance import Delegation
from checkin.domain.delegate import Delegate
from checkin.gui.desk import Desk
from checkin.gui.look.fonts import font
from checkin.gui.look.measures import Measures
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel

KEY = "F3"
_ACROSS, _LINES = 2, 4


class TogetherPanel(DeskPanel):
    """Opens for a delegation of which somebody is still to come."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self._desk, self._px = desk, 15
        self.boxes: dict[str, QCheckBox] = {}
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(2, 0, 2, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        self.column.addWidget(self._scroll)
        self.finish()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        super().apply(measures)
        self._px = measures.px(15)
        for box in self.boxes.values():
            box.setFont(font(self._px))

    def offer(self, delegation: Delegation) -> None:
        """Opens with everybody ticked who is still to come."""
        missing = [person.delegate for person in delegation.absentees(0)]
        self.title.say(self.tr("{delegation}: who is here?").format(delegation=delegation.name))
        self.extra.say(self.tr("{count} still to come").format(count=len(missing)))
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.deleteLater()
        self.boxes = {one.id: self._box(one) for one in missing}
        across = 1 if len(missing) == 1 else _ACROSS
        for number, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, *divmod(number, across))
        lines = min(-(-len(missing) // across), _LINES)
        self._scroll.setFixedHeight(lines * (TARGET + self._grid.verticalSpacing()) + 8)
        self._count()
        self.show()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _box(self, who: Delegate) -> QCheckBox:
        capacity = self._desk.wording.say(f"capacity.{who.capacity}")
        box = QCheckBox(f"{who.capacity.letter}   {who.name}".replace("&", "&&"))
        box.setFont(font(self._px))
        box.setMinimumHeight(TARGET)
        box.setChecked(True)
        box.setToolTip(f"{who.name}, {capacity}")
        box.setAccessibleName(f"{who.name}, {capacity}")
        box.toggled.connect(lambda _: self._count())
        return box

    @property
    def ticked(self) -> list[str]:
        """The ids of those who are here."""
        return [one for one, box in self.boxes.items() if box.isChecked()]

    def _count(self) -> None:
        count, of = len(self.ticked), len(self.boxes)
        several = self.tr("{count} of {all} are here")
        words = self.tr("{count} of {all} is here") if count == 1 else several
        words = words.format(count=count, all=of)
        self.say_go(words, KEY)
        self.go.setEnabled(bool(count))
        self.go.setToolTip("" if count else self.tr("Nobody is ticked"))
