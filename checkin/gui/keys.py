"""Every key of the window in one table: the help overlay shows it, the papers list it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

ANYWHERE, AT_THE_DESK, IN_LISTS = "anywhere", "desk", "lists"


@dataclass(frozen=True, slots=True)
class Key:
    """A key, where it works, and what it does."""

    keys: str
    where: str
    does: str


def all_keys() -> tuple[Key, ...]:
    """The keys, in the order of the help."""
    say = QCoreApplication.translate
    return (
        Key("F1", ANYWHERE, say("Keys", "This help")),
        Key("Alt+1 ... Alt+5", ANYWHERE, say("Keys", "The pages, in their order")),
        Key("Ctrl+Z", ANYWHERE, say("Keys", "Takes the latest step back")),
        Key("F8", ANYWHERE, say("Keys", "Does what the notice at the bottom offers")),
        Key("F11", ANYWHERE, say("Keys", "Full screen, and back")),
        Key("Ctrl+T", ANYWHERE, say("Keys", "Light, dark, high contrast")),
        Key("Ctrl+W", ANYWHERE, say("Keys", "Closes this meeting")),
        Key(
            "Enter",
            AT_THE_DESK,
            say("Keys", "Answers a code; a name or number first shows, then records"),
        ),
        Key(
            "Two letters",
            AT_THE_DESK,
            say("Keys", "Finds people by name, delegation, organisation or badge number"),
        ),
        Key("Up, Down", AT_THE_DESK, say("Keys", "Chooses among the people found")),
        Key("Esc", AT_THE_DESK, say("Keys", "Lets go; clears field and card")),
        Key("F2", AT_THE_DESK, say("Keys", "Records the holder of a replaced badge in person")),
        Key("Ctrl+L", AT_THE_DESK, say("Keys", "Looks only and records nothing, and back")),
        Key("F5", AT_THE_DESK, say("Keys", "Tries the disk again after a fault")),
    )


def name_of(where: str) -> str:
    """A place of the table, in words."""
    return {
        ANYWHERE: QCoreApplication.translate("Keys", "Anywhere"),
        AT_THE_DESK: QCoreApplication.translate("Keys", "At the desk"),
        IN_LISTS: QCoreApplication.translate("Keys", "In lists"),
    }[where]
