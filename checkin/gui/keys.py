"""Every key of the window in one table: the help overlay shows it, the papers list it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

ANYWHERE, AT_THE_START, AT_THE_DESK = "anywhere", "start", "desk"
IN_LISTS, ON_PAPER = "lists", "paper"


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
        Key("Ctrl+I", ANYWHERE, say("Keys", "Takes a list in; again shows it")),
        Key("Ctrl+D", ANYWHERE, say("Keys", "The list for the door, on its way to a printer")),
        Key("F12", ANYWHERE, say("Keys", "Does what the notice at the bottom offers")),
        Key("Shift+F12", ANYWHERE, say("Keys", "Closes the notice at the bottom")),
        Key("Ctrl+R", ANYWHERE, say("Keys", "Rehearsal in a practice copy, and back")),
        Key("F11", ANYWHERE, say("Keys", "Full screen, and back")),
        Key("Ctrl+T", ANYWHERE, say("Keys", "Light, dark, high contrast")),
        Key("Ctrl+W", ANYWHERE, say("Keys", "Closes this meeting")),
        Key("Ctrl+Q", ANYWHERE, say("Keys", "Ends the program")),
        Key("Ctrl+N", AT_THE_START, say("Keys", "A new meeting")),
        Key("Ctrl+O", AT_THE_START, say("Keys", "Opens a meeting file")),
        Key("Ctrl+Shift+S", AT_THE_START, say("Keys", "Opens the sample meeting")),
        *_desk_keys(),
        Key("Esc", IN_LISTS, say("Keys", "Lets go of what is chosen")),
        Key("Enter", IN_LISTS, say("Keys", "Opens the row to mend it")),
        Key("Home, End", IN_LISTS, say("Keys", "First row, last row")),
        Key("Ctrl+F", IN_LISTS, say("Keys", "Goes to the search field; letters go there too")),
        Key("Ctrl+N", IN_LISTS, say("Keys", "Adds a delegate")),
        Key("Ctrl+B", IN_LISTS, say("Keys", "Announces the arrival of the row, or no longer")),
        Key("Ctrl+Shift+B", IN_LISTS, say("Keys", "Announces all heads of delegation on arrival")),
        Key("Ctrl+Enter", IN_LISTS, say("Keys", "Saves what was typed")),
        Key("Alt+Down", IN_LISTS, say("Keys", "In a list that is taken in: what the column holds")),
        Key("Delete", IN_LISTS, say("Keys", "On a filter: clears it")),
        Key("Esc", IN_LISTS, say("Keys", "Closes choices and fields, clears the search")),
        Key("Ctrl+F", ON_PAPER, say("Keys", "Finds badges; the space bar ticks the row")),
        Key("Ctrl+R", ON_PAPER, say("Keys", "Replaces the badge of the row; the old one is void")),
        Key("Ctrl+PgUp, Ctrl+PgDn", ON_PAPER, say("Keys", "The page before, the next page")),
        Key("Ctrl+P", ON_PAPER, say("Keys", "Opens the printer's panel")),
        Key("Ctrl+S", ON_PAPER, say("Keys", "Saves the PDF")),
    )


def _desk_keys() -> tuple[Key, ...]:
    say = QCoreApplication.translate
    return (
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
        Key("F3", AT_THE_DESK, say("Keys", "Who of the delegation is here; again records them")),
        Key("F4", AT_THE_DESK, say("Keys", "Somebody who is not on the list")),
        Key("F6", AT_THE_DESK, say("Keys", "Somebody comes instead of the person on the card")),
        Key("F7", AT_THE_DESK, say("Keys", "A badge for today for the person on the card")),
        Key("Ctrl+P", AT_THE_DESK, say("Keys", "Prints the badge of the person on the card")),
        Key("Ctrl+L", AT_THE_DESK, say("Keys", "Looks only and records nothing, and back")),
        Key("Ctrl+K", AT_THE_DESK, say("Keys", "Camera on, and off")),
        Key("Ctrl+Shift+K", AT_THE_DESK, say("Keys", "The next camera")),
        Key("Ctrl+Shift+P", AT_THE_DESK, say("Keys", "The port of a serial scanner; the next")),
        Key("Ctrl+M", AT_THE_DESK, say("Keys", "Sounds off, and on")),
        Key("Ctrl+G", AT_THE_DESK, say("Keys", "Hands badges over, nobody arrives; and back")),
        Key("F8", AT_THE_DESK, say("Keys", "Another meeting day, or a session; again takes it")),
        Key("F9", AT_THE_DESK, say("Keys", "Who sits at the desk: a shift change")),
        Key("F10", AT_THE_DESK, say("Keys", "Ticks from paper, with the time written beside them")),
        Key("Ctrl+B", AT_THE_DESK, say("Keys", "Any arrival of a day, to be taken back")),
        Key("F5", AT_THE_DESK, say("Keys", "Tries the disk again after a fault")),
    )


def name_of(where: str) -> str:
    """A place of the table, in words."""
    return {
        ANYWHERE: QCoreApplication.translate("Keys", "Anywhere"),
        AT_THE_START: QCoreApplication.translate("Keys", "On the start page"),
        AT_THE_DESK: QCoreApplication.translate("Keys", "At the desk"),
        IN_LISTS: QCoreApplication.translate("Keys", "In lists"),
        ON_PAPER: QCoreApplication.translate("Keys", "Before printing"),
    }[where]
