"""Buttons: primary (one a page), plain, quiet, danger; and a row of which one is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_of_button
from checkin.gui.look.theme import Theme

HEIGHT = 36
GAP = 5  # between icon and words, besides what the style leaves
_TINTS = {"primary": "on_accent", "plain": "accent", "quiet": "accent", "danger": "bad"}
_ICON = 20


def button(
    theme: Theme,
    text: str,
    kind: str = "plain",
    icon: str = "",
    does: Callable[[], object] | None = None,
    name: str = "",
) -> QPushButton:
    """A button of a kind; `name` is what a screen reader says where the text is not enough."""
    made = QPushButton(text)
    made.setObjectName(kind)
    made.setFont(font(14, bold=True))
    made.setMinimumHeight(HEIGHT)
    made.setAccessibleName(name or text)
    made.setAutoDefault(False)
    if icon:
        put_icon(made, theme, icon, kind)
    if does:
        made.clicked.connect(lambda: does())
    return made


def put_icon(to: QPushButton, theme: Theme, icon: str, kind: str) -> None:
    """Puts an icon before the words of a button."""
    colours, gap = (theme[_TINTS[kind]], theme["ink2"]), GAP if to.text() else 0
    to.setIcon(icon_of_button(icon, _ICON, colours, icon in MIRRORED, gap))
    to.setIconSize(QSize(_ICON + gap, _ICON))


MIRRORED = frozenset(("undo", "left", "right", "swap"))


def row_button(theme: Theme, icon: str, name: str) -> QPushButton:
    """A square button at the end of a row; its name is its tooltip too."""
    made = button(theme, "", "plain", icon, name=name)
    made.setProperty("row", True)
    made.setToolTip(name)
    made.setFixedSize(44, HEIGHT)
    return made


class Segments(QWidget):
    """One of a few, all in sight; `chosen` carries the key of the one that was chosen."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys: list[str] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group.idClicked.connect(self._clicked)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offers these (key, text) instead; the first is chosen unless the chosen one stays."""
        before = self.key
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self._keys = [key for key, _ in choices]
        for number, (_, text) in enumerate(choices):
            self._add(number, len(choices), text)
        self.choose(before if before in self._keys else self._keys[0] if self._keys else "")

    def _add(self, number: int, count: int, text: str) -> None:
        made = QPushButton(text)
        made.setObjectName("segment")
        made.setProperty("end", _end(number, count))
        made.setCheckable(True)
        made.setFont(font(14))
        made.setMinimumHeight(HEIGHT)
        made.setAccessibleName(f"{self.accessibleName()}: {text}")
        made.setAutoDefault(False)
        self._group.addButton(made, number)
        self._row.addWidget(made)

    @property
    def key(self) -> str:
        """The key that is chosen."""
        chosen = self._group.checkedId()
        return self._keys[chosen] if 0 <= chosen < len(self._keys) else ""

    def choose(self, key: str) -> None:
        """Chooses one without telling anybody."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def buttons(self) -> Sequence[QAbstractButton]:
        """The buttons in order."""
        return [self._group.button(number) for number in range(len(self._keys))]

    def _clicked(self, number: object) -> None:
        self.chosen.emit(self._keys[int(str(number))])


def _end(number: int, count: int) -> str:
    if count == 1:
        return "both"
    return {0: "first", count - 1: "last"}.get(number, "middle")


def press_by_key(button: QAbstractButton, key: str) -> None:
    """Presses a button by a key while it is in sight; one of several that share the key."""
    short = QShortcut(QKeySequence(key), button)
    for pressed in (short.activated, short.activatedAmbiguously):
        pressed.connect(button.click)


def take_no_focus(*buttons: QWidget) -> None:
    """Leaves the keys where they are: at the desk they belong to the scan field."""
    for one in buttons:
        one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
