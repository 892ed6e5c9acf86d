"""Closing a window: asked where something would be lost, and asked anew when that changes."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from checkin.gui.kit.notices import Trouble


class Closing(QObject):
    """`hindrance` says what would be lost now, "" for nothing; `close` tries to close."""

    def __init__(
        self, question: Trouble, hindrance: Callable[[], str], close: Callable[[], object]
    ) -> None:
        super().__init__(question)
        self._question, self._hindrance, self._close = question, hindrance, close
        self._asked = ""
        self._sure = False

    def may_close(self) -> bool:
        """Whether nothing would be lost, or somebody said that it may be; else asks."""
        why = "" if self._sure else self._hindrance()
        self._ask(why)
        return not why

    def ask_again(self) -> None:
        """What was asked about may be done by now, or be something else."""
        if self._asked and self._question.text == self._asked:
            why = self._hindrance()
            if why != self._asked:
                self._ask(why)
        else:
            self._asked = ""

    def _ask(self, why: str) -> None:
        if why:
            self._question.warn(why, self.tr("Leave all the same"), self._agreed)
        elif self._asked and self._question.text == self._asked:
            self._question.quiet()
        self._asked = why

    def close_for_sure(self) -> None:
        """Closes, whatever is lost by it."""
        self._sure = True
        self._close()

    def _agreed(self) -> None:
        if self._hindrance() == self._asked:
            self.close_for_sure()
        else:  # nobody has agreed to lose this
            self._close()
