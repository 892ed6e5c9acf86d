"""The command line: the same services without a window."""

from checkin.cli.main import COMMANDS, main

__all__ = ["COMMANDS", "main"]
