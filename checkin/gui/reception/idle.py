"""The card while nothing is asked of it: what may be done, which day it is, who came last."""

from checkin.domain.dates import hour, long_day
from checkin.domain.spoken import recorded_at
from checkin.gui.desk import Desk
from checkin.gui.look.texts import listed
from checkin.gui.reception.card_face import CardFace
from checkin.services.reception import RecentArrival


def idle_face(desk: Desk, texts: tuple[str, ...], newest: RecentArrival | None) -> CardFace:
    """The face; `texts` are the words of the page: ready, what to do, keys, today, last arrival."""
    ready, say, keys, today, last = texts
    facts = [(today, long_day(desk.now().date(), desk.wording))]
    if newest and newest.delegate:
        at = hour(desk.meeting.local(newest.arrival.at))
        who = f"{at}   {newest.delegate.name}, {newest.delegate.delegation}"
        said = who.rstrip(", ")
        if newest.arrival.from_paper:  # entered last, whenever it was
            said = listed(said, recorded_at(newest.arrival, desk.meeting, desk.wording))
        facts.append((last, said))
    return CardFace(desk.theme.idle, ready, say, facts=tuple(facts), do=keys)
