"""Above both faces: a command goes to the command line, nothing or a meeting file to the window."""

import gc
import sys
from collections.abc import Sequence

from checkin.paths import MEETING_ENDING

_WINDOW_OPTIONS = ("--at", "--desk", "--language", "--passphrase-file", "--settings")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0].endswith(MEETING_ENDING) or given[0] in _WINDOW_OPTIONS:
        return _window(given)
    if given[0] == "tour":
        from checkin.tour import main as tour

        return tour(given)
    from checkin.cli.main import main as command_line

    return command_line(given)


def _window(given: list[str]) -> int:
    gc.disable()  # nothing of what is made now is garbage; later `gui.collector` collects
    try:
        from checkin.cli.window import read_start

        start = read_start(given)
        if start is None:
            return 1
        from checkin.gui.app import run
        from checkin.gui.preferences import usual_place

        settings = start.settings or usual_place()
        opened = start.path, start.clock, start.desk, start.passphrase
        return run(*opened, settings, start.language)
    finally:
        gc.enable()


if __name__ == "__main__":
    raise SystemExit(main())
