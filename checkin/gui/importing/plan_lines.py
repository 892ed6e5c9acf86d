"""The lines of a plan: who is added, changed field by field, doubtful, missing, left out."""

from collections.abc import Iterator
from itertools import chain, islice

from PySide6.QtCore import QCoreApplication

from checkin.domain.delegate import Delegate
from checkin.domain.list_decisions import NEW, SKIP, Decisions
from checkin.domain.list_plan import ChangedPerson, Doubtful
from checkin.domain.listing import RowProblem
from checkin.domain.row_words import row_words
from checkin.domain.text import shortened
from checkin.domain.wording import Wording
from checkin.gui.importing.deciding import is_ours
from checkin.gui.importing.lines import Line
from checkin.gui.importing.words import field_name
from checkin.services.lists import Imported

ADDED, CHANGED, DOUBTFUL, MISSING = "added", "changed", "doubtful", "missing"
LEFT_OUT = "left_out"
_MOST = 2_000  # lines that anybody goes through; the number says how many there are
_LONGEST = 80


def plan_lines(
    kind: str, imported: Imported, decisions: Decisions, wording: Wording
) -> tuple[Line, ...]:
    """The lines behind a number, none for a number that has no names."""
    plan = imported.plan
    if kind == LEFT_OUT:
        return tuple(_left_out(imported, decisions, wording))
    if kind == ADDED:
        added = imported.settled.added[:_MOST]
        return tuple(Line(one.row, *_whom(one.delegate)) for one in added)
    if kind == CHANGED:
        return tuple(_changes(imported, decisions, wording))
    if kind == DOUBTFUL:
        return tuple(_doubt(one, decisions) for one in plan.doubtful[:_MOST])
    if kind == MISSING:
        return tuple(Line(0, *_whom(one)) for one in imported.settled.missing[:_MOST])
    return ()


def _left_out(imported: Imported, decisions: Decisions, wording: Wording) -> Iterator[Line]:
    yield from (_refused(one, wording) for one in imported.listed.refused[:_MOST])
    by_choice = QCoreApplication.translate("Importing", "left out by choice")
    for one in imported.plan.doubtful:
        if decisions.doubtful.get(one.row) == SKIP:
            yield Line(one.row, _whom(one.listed.delegate)[0], by_choice)


def _refused(problem: RowProblem, wording: Wording) -> Line:
    row = QCoreApplication.translate("Importing", "Row {number}").format(number=problem.row)
    return Line(problem.row, row, row_words(problem, wording)[0])


def _whom(delegate: Delegate) -> tuple[str, str]:
    """(name, what tells somebody from others of that name)."""
    about = ", ".join(filter(None, (delegate.delegation, delegate.function)))
    return shortened(delegate.name, _LONGEST), shortened(about, _LONGEST)


def _changes(imported: Imported, decisions: Decisions, wording: Wording) -> Iterator[Line]:
    """Fields of those a list is sure of, and of those it was said to be about."""
    sure = {one.row for one in imported.plan.changed}
    chosen = (one for one in imported.settled.changed if one.row not in sure)
    for one in islice(chain(imported.plan.changed, chosen), _MOST):
        for field in one.fields:
            if field != "country" or "delegation" not in one.fields:
                yield _change(one, field, is_ours(decisions, one, field), wording)


def _change(one: ChangedPerson, field: str, ours: bool, wording: Wording) -> Line:
    say, change = QCoreApplication.translate, one.fields[field]
    old, new = _shown(field, change.old, wording), _shown(field, change.new, wording)
    about = field_name(field)
    if change.by_hand:
        about = say("Importing", "{field}, mended here").format(field=about)
    take, keep = say("Importing", "Click to take theirs"), say("Importing", "Click to keep ours")
    return Line(
        one.row,
        shortened(one.known.name, _LONGEST),
        about,
        left=new if ours else old,
        taken=old if ours else new,
        hint=take if ours else keep,
        key=(one, field),
    )


def _shown(field: str, value: str | None, wording: Wording) -> str:
    if not value:
        return QCoreApplication.translate("Importing", "none")
    if field == "capacity":
        return wording.say(f"capacity.{value}")
    return shortened(", ".join(value.splitlines()), _LONGEST)


def _doubt(one: Doubtful, decisions: Decisions) -> Line:
    say, chosen = QCoreApplication.translate, decisions.doubtful.get(one.row, NEW)
    listed = one.listed.delegate
    title = shortened(", ".join(filter(None, (listed.name, listed.delegation))), _LONGEST)
    whom = ", ".join(him.name for him in one.known)
    like = shortened(say("Importing", "like {name}").format(name=whom), _LONGEST)
    if chosen == NEW:
        taken = say("Importing", "a new person")
    elif chosen == SKIP:
        taken = say("Importing", "left out")
    else:
        known = next(him for him in one.known if him.id == chosen)
        name = ", ".join(filter(None, _whom(known)))
        taken = say("Importing", "the same as {name}").format(name=name)
    hint = say("Importing", "Click for another answer")
    return Line(one.row, title, like, taken=taken, hint=hint, key=one)
