"""Photos of the people on the card; the last few are kept, since many cards are of the same."""

from PySide6.QtGui import QPixmap

from checkin.domain.answer import Answer
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.gui.desk import Desk

_KEPT = 8


class Photos:
    """Asks the file only for a photo that is there; one that cannot be read is none."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[str, QPixmap] = {}

    def of(self, answer: Answer) -> QPixmap | None:
        """The photo of whoever an answer is about, or None."""
        who = answer.delegate
        if who is None or who.photo is None or answer.verdict is Verdict.NOT_RECORDED:
            return None
        photo = self._kept.pop(who.photo, None)
        if photo is None:
            photo = QPixmap()
            try:
                photo.loadFromData(self._desk.services.people.photo(who) or b"")
            except Refused:  # the file has gone: the answer says so
                return None
        self._kept[who.photo] = photo  # newest last
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return None if photo.isNull() else photo
