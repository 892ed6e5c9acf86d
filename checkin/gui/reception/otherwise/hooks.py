"""What the reception page and those who come otherwise tell each other."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.gui.reception.page import ReceptionPage


def hook(page: "ReceptionPage") -> None:
    """Connects the panels under the card, and the giving out of badges, with their page."""
    otherwise, hand_over = page.otherwise, page.hand_over
    otherwise.keys_of(page)
    otherwise.answered.connect(page._show)
    otherwise.troubled.connect(page.say_trouble)
    otherwise.opened.connect(partial(_make_room, page))
    page.delegation.together_asked.connect(otherwise.together)
    hand_over.key_of(page, page.heading.toggle_hand_over)
    for part in (otherwise, hand_over):
        part.scanned.connect(page.enter)
        part.released.connect(page.take_focus)


def _make_room(page: "ReceptionPage") -> None:
    """A search is over where somebody was chosen in it for something else."""
    if page.search.open:
        page.search.close()
        page.field.clear()
        page.desk.services.reception.disarm()
