"""The words that panel and strip share: fields, refusals, what the import is doing."""

from PySide6.QtCore import QCoreApplication

from checkin.domain.refused import Refused
from checkin.domain.text import clean, shortened
from checkin.gui.desk import Desk
from checkin.gui.importing.coming import to_do
from checkin.gui.importing.intake import Intake, Stage

_LONGEST_FACT = 160  # letters: a path or the names of many columns
FIELD_GROUPS = (
    ("honorific", "family_name", "given_names", "full_name", "name_in_script"),
    ("delegation", "country", "organisation", "function", "capacity"),
    ("working_group", "seat", "languages", "email", "phone"),
    ("reference", "foreign_codes", "note", "attention"),
)
"""The fields of a list as people look for them."""


def sentence(desk: Desk, refused: Refused, intake: Intake) -> str:
    """A refusal in words, fit for the screen whatever a file is called; a list by its name."""
    facts = {name: shortened(str(value), _LONGEST_FACT) for name, value in refused.facts.items()}
    if refused.facts.get("path") == str(intake.path):
        facts["path"] = intake.name
    return clean(desk.sentence(Refused(refused.code, **facts)))


def doing(intake: Intake) -> str:
    """What is under way, with a number once there is one."""
    say, done, total = QCoreApplication.translate, intake.progress.done, intake.progress.total
    if intake.stage is Stage.APPLYING:
        everybody = intake.coming.people
        if not everybody:
            return say("Importing", "Importing {name}").format(name=intake.name)
        people = everybody * done // total if total else 0
        words = say("Importing", "Importing {name}: {count} of {all} people")
        return words.format(name=intake.name, count=people, all=everybody)
    if intake.stage is Stage.READING and total:
        words = say("Importing", "Reading {name}: {count} of {all} rows")
        return words.format(name=intake.name, count=done, all=total)
    return say("Importing", "Reading {name}").format(name=intake.name)


def import_words(intake: Intake) -> str:
    """What the button does."""
    return to_do(intake.coming)


def hindrance_words(intake: Intake) -> str:
    """Why the button does nothing, or "" where it does."""
    imported = intake.imported
    if not imported or intake.writes:
        return ""
    say = QCoreApplication.translate
    if not imported.listed.people:
        return say("Importing", "Nobody was found in this list: say which column holds the names.")
    if imported.plan.changed or imported.plan.doubtful:
        return say("Importing", "Ours was kept everywhere: there is nothing to write.")
    return say("Importing", "Everybody with a name in this list is on ours already.")


def field_name(field: str) -> str:
    """Our name for a field of a list; "" for a column that was taken for none."""
    say = QCoreApplication.translate
    return {
        "reference": say("Fields", "Reference"),
        "honorific": say("Fields", "Form of address"),
        "full_name": say("Fields", "Whole name"),
        "family_name": say("Fields", "Family name"),
        "given_names": say("Fields", "Given names"),
        "name_in_script": say("Fields", "Name in script"),
        "function": say("Fields", "Function"),
        "organisation": say("Fields", "Organisation"),
        "delegation": say("Fields", "Delegation"),
        "country": say("Fields", "Country"),
        "capacity": say("Fields", "Capacity"),
        "working_group": say("Fields", "Working group"),
        "seat": say("Fields", "Seat"),
        "languages": say("Fields", "Languages"),
        "email": say("Fields", "E-mail"),
        "phone": say("Fields", "Telephone"),
        "note": say("Fields", "Note"),
        "attention": say("Fields", "Attention"),
        "foreign_codes": say("Fields", "Other codes"),
    }.get(field, "")
