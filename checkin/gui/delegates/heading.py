"""The head of the page, and what it says while there is nobody to show."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from checkin.domain.roll import RollRow
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button, put_icon
from checkin.gui.kit.panels import EmptyState, PageHead
from checkin.gui.look.texts import listed
from checkin.gui.look.theme import Theme

Does = Callable[[], object]
_ICON = 20


class DelegatesHead(PageHead):
    """Title, counts, and the two ways for people to come onto the list."""

    def __init__(self, desk: Desk, import_list: Does, add: Does) -> None:
        say = QCoreApplication.translate
        super().__init__(desk.theme, say("Delegates", "Delegates"))
        self._theme = desk.theme
        add_words, list_words = say("Delegates", "Add delegate"), say("Delegates", "Import a list")
        self.add_button = button(desk.theme, add_words, "plain", "personplus", add)
        self.import_button = button(desk.theme, list_words, "primary", "upload", import_list)
        self.add(self.add_button, self.import_button)

    def count(self, rows: Iterable[RollRow]) -> None:
        """Says how many are expected; with those who withdrew they are all rows."""
        everybody = list(rows)
        expected = [row for row in everybody if not row.withdrawn]
        delegations = {row.delegation for row in expected if row.delegation.name}
        provisional = sum(row.delegate.provisional for row in expected)
        forgotten = sum(row.delegate.missing for row in expected)
        withdrawn = len(everybody) - len(expected)
        say = QCoreApplication.translate
        parts = (
            (say("Delegates", "{count} expected"), len(expected)),
            (say("Delegates", "delegations: {count}"), len(delegations)),
            (say("Delegates", "provisional: {count}"), provisional),
            (say("Delegates", "not on the last list: {count}"), forgotten),
            (say("Delegates", "withdrawn: {count}"), withdrawn),
        )
        self.about.say(listed(*(words.format(count=count) for words, count in parts if count)))
        for one in (self.add_button, self.import_button):
            one.setVisible(bool(everybody))

    def soften(self, softened: bool) -> None:
        """There is one primary button on a page: another one may be it for a while."""
        kind = "plain" if softened else "primary"
        if self.import_button.objectName() == kind:
            return
        self.import_button.setObjectName(kind)
        put_icon(self.import_button, self._theme, "upload", kind)
        self.import_button.style().polish(self.import_button)


def nobody_yet(theme: Theme, import_list: Does, add: Does) -> EmptyState:
    """What is shown while nobody is on the list: what will be here, and the next step."""
    say = QCoreApplication.translate
    title = say("Delegates", "Nobody is on the list yet")
    words = say(
        "Delegates",
        "Drop the organisers' list on this window (XLSX or CSV). You see every row before "
        "anything is written.",
    )
    made = EmptyState(theme, "delegates", title, words)
    list_words, add_words = say("Delegates", "Import a list"), say("Delegates", "Add one delegate")
    made.buttons.addWidget(button(theme, list_words, "primary", "upload", import_list))
    made.buttons.addWidget(button(theme, add_words, "plain", "personplus", add))
    return made


def nobody_fits(theme: Theme, clear: Does) -> EmptyState:
    """What is shown where search and filters leave nobody."""
    say = QCoreApplication.translate
    title = say("Delegates", "Nobody fits")
    words = say("Delegates", "Search and filters leave nobody of those on the list.")
    made = EmptyState(theme, "search", title, words)
    clear_words = say("Delegates", "Clear search and filters")
    made.buttons.addWidget(button(theme, clear_words, "plain", does=clear))
    return made
