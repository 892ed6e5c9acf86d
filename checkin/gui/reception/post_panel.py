"""The meeting days and sessions that a desk may record for; the scan field keeps its keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QScrollArea, QWidget

from checkin.domain.post import USUAL, Post
from checkin.gui.announce import announce
from checkin.gui.kit.buttons import take_no_focus
from checkin.gui.look.fonts import font
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.gui.reception.otherwise.panel import TARGET, DeskPanel

KEY = "F8"
_ACROSS, _LINES = 2, 3


class PostPanel(DeskPanel):
    """A row for each; Up and Down choose, F8 takes, and until then nothing is different."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, " ", parent)
        self._px, self._lines = 15, _LINES
        self._posts: tuple[Post, ...] = (USUAL,)
        self.rows: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._say_chosen)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        self.column.addWidget(self._scroll)
        self.title.say(self.tr("For which day, and where, does this desk record?"))
        self.extra.say(self.tr("↑ ↓  choose"))
        self.finish()
        take_no_focus(self.go, self.away, self._scroll)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        super().apply(measures)
        self._px = measures.px(15)
        self._lines = _LINES - 1 if measures.folded else _LINES  # the card keeps its room
        for part in (self.title, self.extra):
            part.setHidden(measures.folded)
        for row in self.rows:
            row.setFont(font(self._px))

    def offer(self, posts: Sequence[tuple[Post, str]], now: Post, first: Post) -> None:
        """Opens with what may be chosen; `now` is where the desk is, `first` what F8 takes."""
        for old in self.rows:
            self._group.removeButton(old)
            self._grid.removeWidget(old)
            old.deleteLater()
        self._posts = tuple(post for post, _ in posts)
        self.rows = [self._row(words, post == now) for post, words in posts]
        across = 1 if len(self.rows) <= self._lines else _ACROSS
        high = -(-len(self.rows) // across)
        for number, row in enumerate(self.rows):
            self._group.addButton(row, number)
            self._grid.addWidget(row, number % high, number // high)
        line = TARGET + self._grid.spacing()
        self._scroll.setFixedHeight(min(high, self._lines) * line + 2)
        self._choose(self._posts.index(first))
        self.show()

    def _row(self, words: str, is_now: bool) -> QPushButton:
        said = self.tr("{post} (now)").format(post=words) if is_now else words
        row = QPushButton(said.replace("&", "&&"))
        row.setObjectName("segment")
        row.setProperty("end", "both")
        row.setCheckable(True)
        row.setFont(font(self._px))
        row.setMinimumHeight(TARGET)
        row.setAccessibleName(said)
        row.setToolTip(said)
        take_no_focus(row)
        return row

    @property
    def chosen(self) -> Post:
        """What F8 takes."""
        return self._posts[max(self._group.checkedId(), 0)]

    def move_by(self, step: int) -> None:
        """Chooses another row."""
        last = len(self.rows) - 1
        self._choose(min(max(self._group.checkedId() + step, 0), last))

    def _choose(self, number: int) -> None:
        self.rows[number].setChecked(True)
        self._scroll.ensureWidgetVisible(self.rows[number], 0, 0)
        self._say_chosen(number)

    def _say_chosen(self, number: object) -> None:
        words = self.rows[int(str(number))].accessibleName()
        self.beside.say(words)
        self.say_go(self.tr("Record for this"), KEY)
        announce(self, words)
