"""What each command does; every one returns its exit code."""

import argparse
import sys
from collections.abc import Callable

from checkin.bootstrap import Services
from checkin.cli import as_json
from checkin.cli.arguments import list_options
from checkin.cli.opening import OPERATOR
from checkin.cli.paper import ticks
from checkin.cli.printing import Out
from checkin.domain.arrival import MAIN_POINT
from checkin.domain.card_lines import gathered
from checkin.domain.list_decisions import Decisions
from checkin.domain.refused import Refused
from checkin.domain.report import REPORT_KINDS
from checkin.domain.search import Found
from checkin.domain.verdict import Verdict
from checkin.services.badges import BadgeChoice

Command = Callable[[argparse.Namespace, Services, Out], int]
_NOBODY = "Nobody found."
_TOKEN, _NOBODYS = "{number} {token} {name} ({state})", "nobody's yet"
_COUNTS = (
    "{read} read, {added} added, {changed} changed, {unchanged} unchanged,"
    " {missing} not on this list"
)
_WRITTEN, _NOT_WRITTEN = "; import {import}", "; nothing was changed"
_TAKEN_BACK = "Import taken back: {withdrawn} taken off, {changed_back} changed back, {marks} marks"


def import_list(given: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin import`"""
    listed = services.lists.read(given.list, list_options(given))
    if given.refused:
        services.lists.save_left_out(given.refused, given.list, listed, out.wording.language)
    decisions = Decisions(marks_missing=not given.only_adds)
    if given.dry_run:
        imported = services.lists.preview(listed).decided(decisions)
    else:
        imported = services.lists.apply(listed, OPERATOR, decisions, given.yes).value
    result = as_json.imported(imported, out.wording, given.dry_run)
    line = _COUNTS + (_NOT_WRITTEN if given.dry_run else _WRITTEN)
    out.result(result, line.format_map(result))
    for kind in ("refused", "warnings"):
        for problem in result[kind]:
            out.note(as_json.as_line(given.list.name, problem))
    return 0


def badges(given: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin badges`"""
    choice = BadgeChoice(
        layout=given.layout,
        sheet=given.sheet,
        start=given.start,
        only_unprinted=given.only_unprinted,
        countries=frozenset(country.upper() for country in given.country),
        spares=given.spares,
    )
    if given.preflight:
        printed = services.badges.preflight(choice, OPERATOR)
    else:
        printed = services.badges.save(given.to, choice, OPERATOR).value
    result = as_json.printed(printed, out.wording)
    out.result(result, "{badges} badges on {pages} pages".format_map(result))
    for warning in result["warnings"]:
        out.note(warning["message"])
    return 0


def scan(given: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin scan`"""
    services.prepare()
    if given.paper:
        return ticks(given, services, out)
    failed, point = False, given.point
    if point != MAIN_POINT:
        point = services.reception.posting.find_session(point).id
    for text in gathered(line.rstrip("\r\n") for line in sys.stdin):
        ask = services.reception.look if given.look else services.reception.scan
        answer = ask(text, OPERATOR, given.day, point).value
        spoken = services.reception.spoken(answer, out.wording)
        who = f" {answer.delegate.name}," if answer.delegate else ""
        lost = answer.verdict is Verdict.NOT_RECORDED
        what_to_do = f" {out.wording.say('verdict.not_recorded.do_cli')}" if lost else ""
        message = f"{spoken.say}{what_to_do}"
        result = as_json.answer(answer, message, services.meeting)
        out.result(result, f"{spoken.word}:{who} {message}")
        failed = failed or lost
        services.tidy()
    return 1 if failed else 0


def search(given: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin search`"""
    if given.text != "-":
        found = services.reception.search(given.text, OPERATOR, given.limit)
        lines = [_found(one, services) for one in found] or [_NOBODY]
        out.answers([as_json.found(one) for one in found], lines)
        return 0
    for line in sys.stdin:
        query = line.rstrip("\r\n")
        found = services.reception.search(query, OPERATOR, given.limit)
        results = [as_json.found(one) for one in found]
        names = "; ".join(one["name"] for one in results) or _NOBODY
        out.result({"query": query, "results": results}, f"{query}: {names}")
    return 0


def _found(one: Found, services: Services) -> str:
    """Somebody found in one line; an organisation has no country and stands with its name."""
    person = one.delegate
    number, where = services.finding.number(person, OPERATOR), person.country or person.delegation
    return ", ".join(filter(None, (person.name, where, person.function, number)))


def undo(given: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin undo`"""
    try:
        arrival = services.reception.undo(given.act, OPERATOR, given.reason).value
    except Refused as refused:
        if refused.code != "no_such_arrival" or not services.lists.is_import(given.act, OPERATOR):
            raise
        return _undo_import(given, services, out)
    out.result(
        {"arrival": as_json.arrival(arrival, services.meeting), "withdrawn": True},
        f"Taken back: {arrival.id}",
    )
    return 0


def _undo_import(given: argparse.Namespace, services: Services, out: Out) -> int:
    back = services.lists.take_back(given.act, OPERATOR, given.reason).value
    result = as_json.taken_back(back, out.wording)
    out.result(result, _TAKEN_BACK.format_map(result))
    for one in result["left"]:
        out.note(one["message"])
    return 0


def report(given: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin report`"""
    if given.kinds:
        out.rows(list(REPORT_KINDS), "{}")
        return 0
    services.reports.save(given.kind, given.to, given.language, OPERATOR, given.day)
    out.result({"report": given.kind, "to": str(given.to)}, f"Wrote {given.to}")
    return 0


def tokens(_: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin tokens`"""
    held = services.badges.all(OPERATOR)
    took = services.badges.collected_by
    rows = [as_json.token(badge, whose, took(badge)) for badge, whose in held]
    out.answers(rows, [_TOKEN.format_map({**row, "name": row["name"] or _NOBODYS}) for row in rows])
    return 0


def delegates(_: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin delegates`"""
    people = [as_json.delegate(one) for one in services.lists.everybody(OPERATOR)]
    out.rows(people, "{name}, {delegation}, {capacity}")
    return 0


def check(given: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin check`"""
    found = services.care.check(OPERATOR, given.deep, given.against or "")
    result = as_json.check(found, out.wording)
    counts = "{facts} facts, {delegates} delegates, {arrivals} arrivals, head {head}"
    out.result(result, ("Sound: " if result["ok"] else "Not sound: ") + counts.format_map(result))
    for problem in result["problems"]:
        out.note(problem["message"])
    return 0 if result["ok"] else 1


def rebuild(_: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin rebuild`"""
    out.line(f"Folded {services.care.rebuild(OPERATOR)} facts anew")
    return 0


def backup(given: argparse.Namespace, services: Services, out: Out) -> int:
    """`checkin backup`"""
    out.line(str(services.care.back_up(given.to, OPERATOR)))
    return 0


ON_FILE: dict[str, Command] = {
    "import": import_list,
    "badges": badges,
    "scan": scan,
    "search": search,
    "undo": undo,
    "report": report,
    "tokens": tokens,
    "delegates": delegates,
    "check": check,
    "rebuild": rebuild,
    "backup": backup,
}
