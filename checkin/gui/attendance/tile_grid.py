"""The tiles of all delegations: as large as fits, one of them may be chosen."""

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from checkin.domain.board import Tile
from checkin.gui.attendance.tiles import TileModel, TilePainter, grid_for
from checkin.gui.look.theme import Theme


class TileGrid(QListView):
    """`chosen` follows another choice; a click on the chosen tile, or Esc, lets go of it."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = TileModel(self)
        self._painter = TilePainter(theme, self)
        self._painter.nobody = self.tr("None")
        self._scale = 1.0
        self._name: str | None = None
        self.setModel(self.tiles)
        self.setItemDelegate(self._painter)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Delegations"))
        self.selectionModel().selectionChanged.connect(self._selected)

    @property
    def tile(self) -> Tile | None:
        """The chosen tile as it is now."""
        index = self.tiles.place_of(self._name) if self._name is not None else QModelIndex()
        return self.tiles.rows[index.row()] if index.isValid() else None

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Shows the tiles of another moment; the chosen one stays chosen if it is there."""
        name, count = self._name, len(self.tiles.rows)
        self.tiles.show_tiles(tiles)
        if name is not None and self._name is None:
            self.choose(name)
        if len(tiles) != count:
            self._fit()

    def apply(self, scale: float) -> None:
        """Takes the scale of the window."""
        self._scale = scale
        self._fit()

    def choose(self, name: str | None) -> None:
        """Chooses a delegation by its name; None, or one that is not there, lets go."""
        index = self.tiles.place_of(name) if name is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def _selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        indexes = self.selectedIndexes()
        self._name = self.tiles.rows[indexes[0].row()].name if indexes else None
        self.chosen.emit()

    def _fit(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        grid = grid_for(self.size(), len(self.tiles.rows), self._scale, bar)
        shown = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            shown.ScrollBarAlwaysOn if grid.scrolls else shown.ScrollBarAlwaysOff
        )
        self._painter.cell = QSize(grid.width, grid.height)
        self.setGridSize(self._painter.cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the room there is."""
        self._fit()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses, or lets go of what is chosen."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index in self.selectedIndexes():
            self.choose(None)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lets go."""
        if event.key() == Qt.Key.Key_Escape and self._name is not None:
            self.choose(None)
            return
        super().keyPressEvent(event)
