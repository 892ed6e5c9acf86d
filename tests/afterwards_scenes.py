"""What is done at the desk afterwards: ticks from paper, arrivals taken back."""

from collections.abc import Callable

from checkin.bootstrap import Services
from checkin.gui.reception.page import ReceptionPage


def afterwards(page: ReceptionPage, services: Services) -> dict[str, Callable[[], object]]:
    """The panels under the card, one after the other."""

    def ticks() -> None:
        page.shift.panel.leave()
        page.afterwards.ticks()
        panel = page.afterwards._tick
        panel.time.set_text("0830")
        for number in ("MA-001", "FR-002"):
            panel.who.set_text(number)
            panel.asked.emit()
        panel.who.set_text("ben")
        panel.sought.emit("ben")

    def reason() -> None:
        first = services.reception.last_arrivals(services.reception.today(), 1)
        page.afterwards._reason_panel()
        page.afterwards._open(page.afterwards._reason_panel()).offer(first[0])
        page.afterwards._reason.choose(page.afterwards._reason.usual[0].text())

    return {
        "reception-ticks": ticks,
        "reception-arrivals": page.afterwards.arrivals,
        "reception-reason": reason,
        "reception-afterwards": page.afterwards.close_panels,
    }
