"""What would come of a list, or came of it: how many are added, changed, expected again, marked."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from checkin.domain.list_decisions import Settled

_KINDS = ("added", "changed", "returning", "missing", "named")


@dataclass(frozen=True, slots=True)
class Coming:
    """The numbers of a plan that is settled; `named` are those a list names who were not before."""

    added: int = 0
    changed: int = 0
    returning: int = 0
    missing: int = 0
    named: int = 0

    @property
    def kinds(self) -> tuple[str, ...]:
        """What there is anything of, the weightiest first."""
        return tuple(kind for kind in _KINDS if getattr(self, kind))

    @property
    def people(self) -> int:
        """How many people are written about, a mark not counted."""
        return self.added + self.changed + self.returning


NOTHING_COMES = Coming()


def coming_of(settled: Settled | None) -> Coming:
    """The numbers of what is settled."""
    if settled is None:
        return NOTHING_COMES
    return Coming(
        len(settled.added),
        len(settled.changed),
        len(settled.reopened),
        len(settled.newly_missing),
        len(settled.named),
    )


def to_do(coming: Coming) -> str:
    """What the button does."""
    say = QCoreApplication.translate
    if coming.kinds == ("added",):
        one, many = say("Importing", "Import 1 person"), say("Importing", "Import {count} people")
        return (one if coming.added == 1 else many).format(count=coming.added)
    words = {
        "added": say("Importing", "add {count}"),
        "changed": say("Importing", "change {count}"),
        "returning": say("Importing", "expect {count} again"),
        "missing": say("Importing", "mark {count} missing"),
        "named": say("Importing", "note {count} as listed"),
    }
    said = _joined(coming, words) or say("Importing", "nothing to import")
    return said[:1].upper() + said[1:]


def done(coming: Coming, name: str) -> str:
    """What was done, for the notice that offers to take it back."""
    say = QCoreApplication.translate
    if coming.kinds == ("added",):
        one = say("Importing", "1 person was added from {name}.")
        many = say("Importing", "{count} people were added from {name}.")
        return (one if coming.added == 1 else many).format(count=coming.added, name=name)
    words = {
        "added": say("Importing", "{count} added"),
        "changed": say("Importing", "{count} changed"),
        "returning": say("Importing", "{count} expected again"),
        "missing": say("Importing", "{count} marked missing"),
        "named": say("Importing", "{count} noted as listed"),
    }
    return f"{name}: {_joined(coming, words)}."


def _joined(coming: Coming, words: dict[str, str]) -> str:
    return ", ".join(words[kind].format(count=getattr(coming, kind)) for kind in coming.kinds)
