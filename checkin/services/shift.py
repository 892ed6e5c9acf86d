"""Who sits at the desk, as the journal tells of those before; and what the desk is called."""

from checkin.domain.operator import UNNAMED, Action, Operator
from checkin.domain.text import clean
from checkin.services.reception import Reception
from checkin.store.meeting_file import MeetingFile
from checkin.store.operators import operators


class Shift:
    """Nothing about it is kept beside the journal: a name stands there with every fact."""

    def __init__(self, file: MeetingFile, reception: Reception) -> None:
        self._file, self._reception = file, reception

    def call_desk(self, name: str) -> None:
        """Another name for this desk, in every arrival from now on; "" changes nothing."""
        self._reception.desk_name = clean(name) or self._reception.desk_name

    def sat_here(self, operator: Operator) -> list[str]:
        """Everybody who recorded something in this meeting, the last first."""
        operator.require(Action.SCAN)
        return [name for name in operators(self._file.connection) if name not in UNNAMED]
