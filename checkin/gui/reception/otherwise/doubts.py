"""What should be looked at before somebody new comes onto the list: said once, in no one's way."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from checkin.domain.delegate import Delegate, Status
from checkin.domain.text import quoted
from checkin.gui.desk import Desk
from checkin.gui.look.texts import listed
from checkin.services.delegations import offers
from checkin.services.finding import FoundPerson

_MOST = 2


class Doubts(QObject):
    """In words, one sentence each; "" where there is no doubt."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def of_walk_in(self, given: Mapping[str, str]) -> str:
        """Somebody of that name is on the list or was, or the delegation is none that is known."""
        return self._asked(self._namesakes(given), self._delegation(given["delegation"]))

    def of_substitute(self, given: Mapping[str, str]) -> str:
        """Somebody of that name is on the list, or was before being withdrawn."""
        return self._asked(self._namesakes(given))

    def _asked(self, *doubts: str) -> str:
        """All the doubts, and how it is done all the same."""
        said = " ".join(filter(None, doubts))
        again = self.tr("Nothing is recorded yet. Ctrl+Enter once more does it all the same.")
        return f"{said} {again}" if said else ""

    def _namesakes(self, given: Mapping[str, str]) -> str:
        typed = Delegate("", given["family_name"], given["given_names"])
        called = self._desk.services.finding.called(typed, self._desk.operator)
        found, rest = called[:_MOST], len(called) - _MOST
        listed = [self._told(one) for one in found if one.delegate.status is Status.LISTED]
        gone = [self._told(one) for one in found if one.delegate.status is not Status.LISTED]
        here = self.tr("On the list already: {names}.").format(names="; ".join(listed))
        off = self.tr("Withdrawn, not expected any longer: {names}.").format(names="; ".join(gone))
        more = self.tr("And {count} more of that name.").format(count=rest)
        said = (here if listed else "", off if gone else "", more if rest > 0 else "")
        return " ".join(filter(None, said))

    def _told(self, one: FoundPerson) -> str:
        """Name, delegation, badge, and whether he or she is here, or still to come."""
        who, day = one.delegate, self._desk.services.reception.today()
        badge = self.tr("badge {number}").format(number=one.number) if one.number else ""
        days = self._desk.meeting.days
        came = one.days[days.index(day)] if day in days else None
        expected = who.status is Status.LISTED
        here = self.tr("still to come") if day and expected else ""
        if came:
            here = self.tr("here since {time}").format(time=f"{came:%H:%M}")
        return ", ".join(filter(None, (who.name, who.delegation, badge, here)))

    def _delegation(self, text: str) -> str:
        if not text.strip():
            return self.tr("No delegation is given.")
        meant = offers(text, self._desk.wording.language)
        if meant is None or self._desk.services.finding.knows_delegation(text):
            return ""
        words = self.tr("“{text}” is no delegation that is known.")
        if meant:
            words = self.tr("“{text}” is no delegation that is known. Is it {offers}?")
        return words.format(text=quoted(text), offers=listed(*meant))
