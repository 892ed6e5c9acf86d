"""The words of the command line; `docs/command-line.md` explains each, and a test knows."""

import argparse
from datetime import date
from pathlib import Path
from typing import TypeAlias

from checkin import __version__
from checkin.cli.opening import opening
from checkin.cli.sessions import written_session
from checkin.domain.arrival import MAIN_POINT
from checkin.domain.badge_face import LAYOUTS, SHEETS
from checkin.domain.listing import ListOptions
from checkin.domain.meeting import LANGUAGES
from checkin.domain.report import REPORT_KINDS

_MAP = "the column of a field: its header, its letter, or - for none"


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="checkin",
        description="A desktop delegate check-in desk.",
        epilog="checkin [FILE.checkin] opens the window; checkin FILE.checkin --help says how.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_new, _import, _badges, _read, _scan, _search, _undo, _report):
        add(commands)
    for add in (_tokens, _delegates, _check, _rebuild, _backup, _restore, _tour):
        add(commands)
    return top


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(
    commands: _Commands, name: str, text: str, json: bool = False
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    if json:
        made.add_argument("--json", action="store_true", help="print JSON and nothing else")
    return made


def _on_file(
    commands: _Commands, name: str, text: str, json: bool = False
) -> argparse.ArgumentParser:
    made = _command(commands, name, text, json)
    made.add_argument("file", type=Path, metavar="FILE", help="the meeting file")
    opening(made)
    return made


def _new(commands: _Commands) -> None:
    made = _on_file(commands, "new", "make a meeting file")
    made.add_argument("--name", required=True, help="the meeting's name")
    made.add_argument("--place", default="", help="where it is held")
    made.add_argument("--zone", required=True, help="its time zone, such as Europe/Madrid")
    made.add_argument("--day", type=_day, action="append", required=True, help="a meeting day")
    made.add_argument(
        "--session",
        type=written_session,
        action="append",
        default=[],
        metavar="SESSION",
        help='a point beside the door: "[DAY] TITLE [[GROUP]]"',
    )


def _import(commands: _Commands) -> None:
    made = _command(commands, "import", "take a list of delegates in", json=True)
    made.add_argument("file", type=Path, nargs="?", metavar="FILE", help="the meeting file")
    made.add_argument(
        "list", type=Path, nargs="?", metavar="LIST", help="a spreadsheet or text file"
    )
    opening(made)
    made.add_argument("--sheet", help="the sheet of a spreadsheet")
    made.add_argument("--encoding", help="the encoding of a text file, where it is told wrongly")
    made.add_argument(
        "--map", type=_pair, action="append", default=[], metavar="FIELD=COLUMN", help=_MAP
    )
    made.add_argument("--hidden", action="store_true", help="take hidden rows and columns too")
    made.add_argument("--header-row", type=int, metavar="N", help="its row; 0 for none")
    made.add_argument(
        "--dry-run", action="store_true", help="say what would happen, change nothing"
    )
    made.add_argument(
        "--mend",
        type=_pair,
        action="append",
        default=[],
        metavar="TEXT=DELEGATION",
        help="what a spelling of a delegation means",
    )
    made.add_argument("--refused", type=Path, metavar="OUT.xlsx", help="where refused rows go")
    made.add_argument(
        "--yes", action="store_true", help="take more than 5,000 rows in on a meeting day"
    )
    made.add_argument(
        "--only-adds", action="store_true", help="mark nobody missing: it adds to another list"
    )
    made.add_argument(
        "--explain", type=Path, metavar="LIST", help="say how a list is understood, nothing else"
    )


def _badges(commands: _Commands) -> None:
    made = _on_file(commands, "badges", "write badges as a PDF", json=True)
    made.add_argument("--to", type=Path, metavar="OUT.pdf", help="where the PDF goes")
    made.add_argument("--layout", choices=LAYOUTS, default="a6", help="what a badge looks like")
    made.add_argument("--sheet", choices=SHEETS, default="", help="several on a page")
    made.add_argument("--start", type=int, default=1, help="the first free place of the sheet")
    made.add_argument("--only-unprinted", action="store_true", help="leave out printed badges")
    made.add_argument("--country", action="append", default=[], help="only this delegation, MA")
    made.add_argument("--preflight", action="store_true", help="check only, write nothing")
    made.add_argument("--spares", type=int, metavar="N", help="make N blank badges, these alone")


def _read(commands: _Commands) -> None:
    made = _command(commands, "read", "read QR codes from pictures and PDFs", json=True)
    made.add_argument("pictures", type=Path, nargs="+", metavar="IMAGE_OR_PDF")


def _scan(commands: _Commands) -> None:
    made = _on_file(commands, "scan", "record scans, one a line from standard input", json=True)
    made.add_argument("--day", type=_day, help="record for this meeting day")
    made.add_argument("--point", default=MAIN_POINT, metavar="SESSION", help="not at the door")
    made.add_argument("--desk", default="", help="the name of this desk")
    made.add_argument("--look", action="store_true", help="answer without recording")
    made.add_argument("--paper", action="store_true", help="ticks from paper: MA-004 0850")


def _search(commands: _Commands) -> None:
    made = _on_file(commands, "search", "find people as they are heard or typed", json=True)
    made.add_argument("text", metavar="TEXT", help="- reads queries from standard input")
    made.add_argument("--limit", type=int, default=8, help="at most so many people")


def _undo(commands: _Commands) -> None:
    made = _on_file(commands, "undo", "take an arrival or an import back", json=True)
    made.add_argument("act", metavar="ARRIVAL", help="its id, or that of an import")
    made.add_argument("--reason", default="", help="why")


def _report(commands: _Commands) -> None:
    made = _on_file(commands, "report", "write a report", json=True)
    made.add_argument("kind", choices=REPORT_KINDS, nargs="?", metavar="KIND")
    made.add_argument("--day", type=_day, help="one meeting day; all of them without it")
    made.add_argument("--language", choices=LANGUAGES, default="en", help="en fr es pt ar")
    made.add_argument("--to", type=Path, metavar="OUT", help=".pdf, .xlsx or .csv")
    made.add_argument("--kinds", action="store_true", help="say which kinds there are")


def _tokens(commands: _Commands) -> None:
    _on_file(commands, "tokens", "say who holds which badge", json=True)


def _delegates(commands: _Commands) -> None:
    _on_file(commands, "delegates", "say who is on the list", json=True)


def _check(commands: _Commands) -> None:
    made = _on_file(commands, "check", "check file, journal and tables", json=True)
    made.add_argument("--deep", action="store_true", help="verify every index entry too")
    made.add_argument("--against", metavar="HEAD", help="a head seen earlier")


def _rebuild(commands: _Commands) -> None:
    _on_file(commands, "rebuild", "fold the journal anew")


def _backup(commands: _Commands) -> None:
    made = _on_file(commands, "backup", "write a verified copy")
    made.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder for it")


def _restore(commands: _Commands) -> None:
    made = _command(commands, "restore", "make a meeting file of a backup")
    made.add_argument("file", type=Path, metavar="BACKUP", help="the backup")
    made.add_argument("--to", type=Path, required=True, metavar="FILE", help="the new file")
    opening(made)


def _tour(commands: _Commands) -> None:
    made = _command(commands, "tour", "do the whole job once on the sample meeting")
    made.add_argument("--to", type=Path, default=Path("tour"), metavar="DIR", help="where to")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write 2022-07-05") from None


def _pair(text: str) -> tuple[str, str]:
    field, equals, column = text.partition("=")
    if not (field and equals and column):
        raise argparse.ArgumentTypeError(f"{text} is not FIELD=COLUMN")
    return field.strip(), column.strip()


def list_options(given: argparse.Namespace) -> ListOptions:
    """How `import` and `import --explain` are to read a list."""
    mapping, mended = dict(given.map), dict(given.mend)
    return ListOptions(given.sheet, given.encoding, mapping, given.header_row, given.hidden, mended)
