"""From the words of the command line to a service and an exit code: 0 done, 1 refused, 2 usage."""

import argparse
import re
from collections.abc import Sequence

from checkin.bootstrap import open_meeting
from checkin.cli import as_json, commands, explaining
from checkin.cli.arguments import parser
from checkin.cli.opening import OPERATOR, chosen_clock, read_passphrase
from checkin.cli.printing import Out, Unheard, open_streams, silence
from checkin.domain.arrival import MAIN_POINT
from checkin.domain.clock import Clock
from checkin.domain.refused import Refused
from checkin.services.badges import read_codes
from checkin.services.care import make_meeting, restore
from checkin.services.words import wording

COMMANDS = frozenset((*commands.ON_FILE, "new", "read", "restore", "tour"))
_REPEATED = ("country", "map", "mend", "session")
_HEAD = re.compile("[0-9a-fA-F]{8,}")
INTERRUPTED = 130  # what a shell expects after Ctrl-C


def main(arguments: Sequence[str]) -> int:
    """Runs one command; never raises for what the user or the world did."""
    open_streams()
    top = parser()
    given = top.parse_args(arguments)
    _usage(top, given)
    out = Out(getattr(given, "json", False), wording("en"))
    try:
        return _answered(given, out)
    except Unheard as unheard:
        silence(unheard)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _answered(given: argparse.Namespace, out: Out) -> int:
    try:
        return _run(given, out)
    except Refused as refused:
        out.refusal(refused)
        return 1


def _usage(top: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    """What argparse cannot tell by itself."""
    if any(value == [] for name, value in vars(given).items() if name not in _REPEATED):
        top.error("-- is no value")
    if given.command == "import":
        _usage_of_import(top, given)
    if given.command == "badges" and not (given.to or given.preflight):
        top.error("badges needs --to OUT.pdf or --preflight")
    if given.command == "badges" and given.spares is not None and not given.to:
        top.error("--spares needs --to OUT.pdf")
    if given.command == "badges" and given.start < 1:
        top.error("--start counts from 1")
    if given.command == "import" and given.refused and given.refused.suffix.lower() != ".xlsx":
        top.error("--refused writes an .xlsx file")
    if given.command == "report" and not given.kinds and not (given.kind and given.to):
        top.error("report needs a KIND and --to OUT, or --kinds")
    if given.command in ("scan", "search"):
        _usage_at_the_desk(top, given)
    against = getattr(given, "against", None)
    if against is not None and not _HEAD.fullmatch("".join(against.split())):
        top.error("--against takes a head: at least 8 of its digits, 0 to 9 and a to f")


def _usage_at_the_desk(top: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    if given.command == "scan" and given.paper and given.look:
        top.error("--paper records; it cannot --look")
    if given.command == "scan" and given.paper and given.point != MAIN_POINT:
        top.error("--paper is the list of the door: it has no --point")
    if given.command == "search" and given.limit < 1:
        top.error("--limit is at least 1")


def _usage_of_import(top: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    if given.explain and (given.file or given.dry_run):
        top.error("import --explain takes a LIST and no FILE")
    if given.explain and (given.refused or given.only_adds or given.yes):
        top.error("import --explain writes nothing: no --refused, --only-adds or --yes")
    if not given.explain and not given.list:
        top.error("import needs a FILE and a LIST, or --explain LIST")
    if given.header_row is not None and given.header_row < 0:
        top.error("--header-row counts from 1; 0 says that there is no header")


def _run(given: argparse.Namespace, out: Out) -> int:
    if given.command == "read":
        return _read(given, out)
    if given.command == "import" and given.explain:
        return explaining.explain_list(given, out)
    clock = chosen_clock(given.at)
    passphrase = read_passphrase(given.passphrase_file)
    if given.command == "new":
        return _new(given, out, clock, passphrase)
    if given.command == "restore":
        restore(given.file, given.to, clock, passphrase)
        out.line(f"Restored {given.to}")
        return 0
    desk = getattr(given, "desk", "")
    services = open_meeting(given.file, clock, desk, passphrase)
    try:
        return commands.ON_FILE[given.command](given, services, out)
    finally:
        services.close()


def _read(given: argparse.Namespace, out: Out) -> int:
    found = [as_json.code(one) for one in read_codes(given.pictures)]
    out.rows(found, "{file} page {page}: {text}")
    return 0


def _new(given: argparse.Namespace, out: Out, clock: Clock, passphrase: str | None) -> int:
    operator = OPERATOR
    place, zone, days = given.place, given.zone, given.day
    sessions = given.session
    make_meeting(given.file, given.name, place, zone, days, operator, clock, passphrase, sessions)
    out.line(f"Made {given.file}")
    return 0
