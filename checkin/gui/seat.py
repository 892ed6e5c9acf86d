"""Who sits at the desk now: asked for whenever something is done, and never copied."""

from PySide6.QtCore import QObject, Signal

from checkin.domain.operator import Operator


class Seat(QObject):
    """`changed` says that somebody else sits here, or that the desk has another name."""

    changed = Signal()

    def __init__(self, operator: Operator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.operator = operator

    def take(self, operator: Operator) -> None:
        """Somebody takes over: the next fact already names him or her."""
        self.operator = operator
        self.changed.emit()
