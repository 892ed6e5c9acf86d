"""One key for the list for the door, whatever page is in front."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from checkin.gui.page_stack import PageStack

_PAGE = "attendance"


@runtime_checkable
class PrintsDoorList(Protocol):
    """A page that brings the list for the door to a printer."""

    def print_door(self) -> None:
        """Does it."""


def print_door_list(stack: PageStack, ready: Callable[[], bool]) -> None:
    """Brings the page of reports to the front, and the list on its way to a printer."""
    if not ready():
        return
    stack.bring(_PAGE)
    page = stack.page(_PAGE)
    if isinstance(page, PrintsDoorList):
        page.print_door()
