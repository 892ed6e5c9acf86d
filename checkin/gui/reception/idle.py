"""The card while nothing is asked of it: what may be done, which day it is, who came last."""

from checkin.domain.dates import hour, long_day
from checkin.domain.spoken import recorded_at
from checkin.gui.desk import Desk
from checkin.gui.look.texts import listed
from checkin.gui.reception.card_face import CardFace
from checkin.services.reception import RecentArrival


def idle_face(desk: Desk, newest: RecentArrival | None, handing_over: bool) -> CardFace:
    """The face; `newest` is the latest arrival, if anybody has arrived."""
    say = desk.wording.say
    keys = "page.ready.keys_undo" if newest else "page.ready.keys"
    facts = [(say("page.ready.today"), long_day(desk.now().date(), desk.wording))]
    if newest and newest.delegate:
        at = hour(desk.meeting.local(newest.arrival.at))
        who = f"{at}   {newest.delegate.name}, {newest.delegate.delegation}"
        said = who.rstrip(", ")
        if newest.arrival.from_paper:  # entered last, whenever it was
            said = listed(said, recorded_at(newest.arrival, desk.meeting, desk.wording))
        facts.append((say("page.ready.last"), said))
    return CardFace(
        desk.theme.idle,
        say("page.ready.word"),
        say("page.ready.say_handing_over" if handing_over else "page.ready.say"),
        facts=tuple(facts),
        do=say("page.ready.keys_handing_over" if handing_over else keys),
    )
