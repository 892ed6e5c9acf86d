"""The index of an open meeting file: made in steps, and then in step with the journal."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from checkin.domain.delegate import Delegate
from checkin.domain.meeting import LANGUAGES
from checkin.store import journal
from checkin.store.meeting_file import MeetingFile

if TYPE_CHECKING:  # nothing of it is loaded before the first search
    from checkin.services.search.index import PeopleIndex

_AT_ONCE = 200  # people who are taken in before anybody notices
_STEP = 50
_MOST_FOLLOWED = 500  # people changed since; of more it is made anew


class SearchedPeople:
    """Everybody of a meeting file, to be searched; whoever changes is changed here as well."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file
        self._index: PeopleIndex | None = None
        self._stand: journal.Stand = ()

    def whole(self) -> "PeopleIndex":
        """The index as of now, made at once where there is none."""
        for _ in self.steps():
            pass
        if self._index is None:
            raise RuntimeError("nobody may change the list while its index is made")
        return self._index

    def at_hand(self) -> "PeopleIndex | None":
        """The index as of now, unless making it would be noticed."""
        self._follow()
        if self._index is None and self._file.delegates.fewer_than(_AT_ONCE):
            return self.whole()
        return self._index

    def steps(self) -> Iterator[None]:
        """Makes the index where there is none, a few milliseconds at a time."""
        self._follow()
        if self._index is not None:
            return
        from checkin.services.search.index import PeopleIndex

        index, stand = PeopleIndex(), journal.stand(self._file.connection)
        yield
        for part in self._file.delegates.in_parts(_STEP):
            yield from _places_read(part)
            for one in part:
                index.add(one, later=True)
            yield
        yield from index.sort()
        self._index, self._stand = index, stand
        self._follow()

    def _follow(self) -> None:
        """Takes in whoever came or was changed since, whatever did it, here or at another desk."""
        if self._index is None:
            return
        connection = self._file.connection
        stand = journal.stand(connection)
        if stand == self._stand:
            return
        changed = journal.people_since(connection, self._stand, _MOST_FOLLOWED + 1)
        if len(changed) > _MOST_FOLLOWED:
            self._index = None
            return
        now = {one.id: one for one in self._file.delegates.of(changed)}
        for person in changed:
            if person in now:
                self._index.add(now[person])
            else:
                self._index.remove(person)
        self._stand = stand


def _places_read(part: Sequence[Delegate]) -> Iterator[None]:
    """Reads the names of the countries that are no partners, each language in a step."""
    from checkin.documents.country_names import partners, territory_names

    if {one.country for one in part} - partners().keys() - {None}:
        for language in LANGUAGES:
            if territory_names(language):
                yield
