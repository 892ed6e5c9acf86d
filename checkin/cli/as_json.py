"""Values as the JSON that the contract names; times are ISO 8601 with the meeting's offset."""

from dataclasses import asdict
from typing import Any

from checkin.domain.answer import Answer
from checkin.domain.arrival import MAIN_POINT, Arrival
from checkin.domain.badge import Badge
from checkin.domain.check_result import CheckResult
from checkin.domain.delegate import Delegate
from checkin.domain.found_code import FoundCode
from checkin.domain.list_plan import ChangedPerson, Doubtful
from checkin.domain.listing import DelegateList, RowProblem
from checkin.domain.meeting import Meeting
from checkin.domain.refused import Refused
from checkin.domain.search import Found
from checkin.domain.wording import Wording
from checkin.services.badges import Printed
from checkin.services.lists import Imported
from checkin.services.lists_taken_back import TakenBack

Json = dict[str, Any]


def answer(given: Answer, message: str, meeting: Meeting) -> Json:
    """One scan."""
    earlier = given.earlier and {**arrival(given.earlier, meeting), "desk": given.earlier.desk}
    card = {"prefill": asdict(given.prefill)} if given.prefill else {}
    return {
        "verdict": given.verdict.value,
        "recorded": given.recorded,
        "point": given.point,
        "delegate": given.delegate and _holder(given.delegate),
        "arrival": given.arrival and arrival(given.arrival, meeting),
        "earlier": earlier,
        "message": message,
        **card,
    }


def _holder(holder: Delegate) -> Json:
    return {
        "id": holder.id,
        "name": holder.name,
        "country": holder.country,
        "delegation": holder.delegation,
        "function": holder.function,
        "capacity": holder.capacity.value,
    }


def arrival(one: Arrival, meeting: Meeting) -> Json:
    """An arrival; of one from paper also when it was typed in."""
    made = {"id": one.id, "day": one.day.isoformat(), "at": meeting.iso(one.at)}
    if one.from_paper:
        made |= {"how": one.how, "entered_at": meeting.iso(one.entered_at)}
    return made


def refused_tick(refused: Refused, message: str) -> Json:
    """A line from paper whose time cannot be; the keys are those of a scan, and the code."""
    nothing = {"point": MAIN_POINT, "delegate": None, "arrival": None, "earlier": None}
    return {
        "verdict": "refused",
        "recorded": False,
        **nothing,
        "message": message,
        "code": refused.code,
    }


def imported(one: Imported, wording: Wording, dry_run: bool) -> Json:
    """What came of a list, or would come of it."""
    listed, plan, settled = one.listed, one.plan, one.settled
    return {
        "read": listed.read,
        "added": len(settled.added),
        "changed": len(settled.changed),
        "unchanged": plan.unchanged + len(plan.changed) - len(settled.changed),
        "missing": len(settled.missing),
        "refused": [row_problem(problem, wording) for problem in listed.refused],
        "warnings": [row_problem(problem, wording) for problem in listed.warnings],
        "columns": dict(listed.columns),
        "sheet": listed.sheet,
        "header_row": listed.header_row,
        "encoding": listed.encoding,
        "doubtful": [_doubtful(doubt) for doubt in plan.doubtful],
        "changes": [_changed(change) for change in plan.changed],
        "missing_people": [_known(person) for person in settled.missing],
        "dry_run": dry_run,
        "import": None if dry_run else one.act,
    }


def _known(person: Delegate) -> Json:
    return {"id": person.id, "name": person.name, "delegation": person.delegation}


def _doubtful(doubt: Doubtful) -> Json:
    return {
        "row": doubt.row,
        "name": doubt.listed.delegate.name,
        "why": doubt.why.value,
        "known": [_known(person) for person in doubt.known],
    }


def _changed(change: ChangedPerson) -> Json:
    """`fields` are written, `kept` are not, since people wrote them by hand."""
    taken = change.taken()
    pairs = {name: [one.old, one.new] for name, one in change.fields.items()}
    return {
        "row": change.row,
        "id": change.known.id,
        "name": change.known.name,
        "fields": {name: pair for name, pair in pairs.items() if name in taken},
        "kept": {name: pair for name, pair in pairs.items() if name not in taken},
    }


def taken_back(one: TakenBack, wording: Wording) -> Json:
    """What came of taking an import back."""
    left = [
        {
            "id": it.delegate_id,
            "name": it.name,
            "code": it.code,
            "message": wording.say(f"left.{it.code}", name=it.name),
        }
        for it in one.left
    ]
    return {
        "import": one.act,
        "withdrawn": one.withdrawn,
        "changed_back": one.changed_back,
        "marks": one.marks,
        "left": left,
    }


def row_problem(problem: RowProblem, wording: Wording) -> Json:
    """A refused row or a warning."""
    return {
        "row": problem.row,
        "column": problem.column,
        "code": problem.code,
        "message": wording.say(f"row.{problem.code}", **problem.facts),
    }


def as_line(name: str, problem: Json) -> str:
    """A refused row or a warning as a line; row 0 is the whole list."""
    where = f" row {problem['row']}" if problem["row"] else ""
    return f"{name}{where}: {problem['message']}"


def explained(listed: DelegateList, wording: Wording) -> Json:
    """How a list is understood."""
    seen = listed.understood
    return {
        **_plain(seen, ("format", "encoding", "delimiter", "sheet")),
        "sheets": [asdict(sheet) for sheet in seen.sheets if sheet.name],
        **_plain(seen, ("header_row", "first_row", "last_row")),
        "read": listed.read,
        "people": len(listed.people),
        "columns": dict(listed.columns),
        "seen": [asdict(column) for column in seen.columns],
        "left_out": [row_problem(problem, wording) for problem in seen.left_out],
        "refused": [row_problem(problem, wording) for problem in listed.refused],
        "warnings": [row_problem(problem, wording) for problem in listed.warnings],
        "key": seen.key,
    }


def _plain(value: object, names: tuple[str, ...]) -> Json:
    return {name: getattr(value, name) for name in names}


def printed(one: Printed, wording: Wording) -> Json:
    """What was printed."""
    warnings = [
        {
            "delegate_id": warning.delegate_id,
            "code": warning.code,
            "message": wording.say(f"badge.{warning.code}", **warning.facts),
        }
        for warning in one.warnings
    ]
    return {"badges": one.badges, "pages": one.pages, "warnings": warnings}


def code(found: FoundCode) -> Json:
    """A QR code found in a picture."""
    return asdict(found)


def found(one: Found) -> Json:
    """Somebody found."""
    person = one.delegate
    return {
        "id": person.id,
        "name": person.name,
        "country": person.country,
        "function": person.function,
        "score": one.score,
    }


def token(badge: Badge, holder: Delegate | None, collector: str) -> Json:
    """Who holds a badge, and who took it for its holder."""
    return {
        "token": badge.token,
        "number": badge.number,
        "delegate_id": badge.delegate_id,
        "name": holder.name if holder else None,
        "state": badge.state,
        "collected_by": collector or None,
    }


def delegate(person: Delegate) -> Json:
    """Somebody on the list, as stored."""
    stored = asdict(person)
    awaited = stored.pop("awaited_since") is not None
    return {**stored, "name": person.name, "awaited": awaited}


def check(result: CheckResult, wording: Wording) -> Json:
    """What a check found."""
    problems = [
        {"code": one.code, "message": wording.say(f"problem.{one.code}", where=one.where)}
        for one in result.problems
    ]
    return {
        "ok": result.ok,
        "problems": problems,
        "facts": result.facts,
        "delegates": result.delegates,
        "arrivals": result.arrivals,
        "head": result.head,
    }
