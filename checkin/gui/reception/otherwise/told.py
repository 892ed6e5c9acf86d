"""What the card says of people who came otherwise than listed."""

from typing import TYPE_CHECKING

from checkin.domain.answer import Answer
from checkin.domain.arrival import Arrival
from checkin.domain.badge import BadgeKind
from checkin.domain.delegate import Delegate
from checkin.domain.scan import Chosen
from checkin.domain.verdict import Verdict
from checkin.gui.desk import Desk
from checkin.gui.reception.card_face import CardFace
from checkin.gui.reception.showing import Said

if TYPE_CHECKING:
    from checkin.services.newcomers import Newcomer
    from checkin.services.together import Together


def said_of_newcomer(came: "Newcomer", desk: Desk) -> Said:
    """Provisional; and on no meeting day, that nobody arrived but somebody is on the list."""
    wording = desk.wording
    more = wording.say("page.newcomer.provisional")
    if came.arrival:
        return Said(more=more)
    name, number = came.delegate.name, came.badge.number
    word = wording.say("page.newcomer.word")
    say = wording.tell("page.newcomer.say", name=name, number=number)
    return Said(word, say, more, _printing(came, desk), desk.theme.looked)


def said_of_substitute(out: Delegate, came: "Newcomer", armed: bool, desk: Desk) -> Said:
    """Who comes instead of whom, with which badge, and that nobody is in by that."""
    wording, name, number = desk.wording, came.delegate.name, came.badge.number
    word = wording.say("page.instead.word")
    say = wording.tell("page.instead.say", name=name, out=out.name, number=number)
    do = wording.say("page.instead.do" if armed else "page.instead.do_later")
    look = desk.theme.armed if armed else desk.theme.looked
    return Said(word, say, do=f"{do} {_printing(came, desk)}".strip(), look=look)


def _printing(came: "Newcomer", desk: Desk) -> str:
    """How the badge comes onto paper, where it is not a blank one that is there already."""
    printed = came.badge.kind is BadgeKind.SPARE or came.badge.printed_at
    return "" if printed else desk.wording.say("page.instead.do_print")


def face_together(together: "Together", desk: Desk) -> CardFace:
    """Who arrived together, on the card; and who was not let in, with why."""
    wording, now = desk.wording, desk.now()
    names = ", ".join(one.name for one in together.arrived)
    everybody = (*together.arrived, *together.already, *(who for who, _ in together.stopped))
    whose = everybody[0].delegation if everybody else ""
    stopped = [
        (who.name, wording.say(f"verdict.{verdict}.word")) for who, verdict in together.stopped
    ]
    return CardFace(
        look=desk.theme.verdicts[Verdict.WELCOME],
        word=wording.tell("page.together.word", count=len(together.arrived)),
        say=wording.tell("page.together.say", delegation=whose, names=names),
        time=f"{now:%H:%M:%S}",
        facts=tuple(stopped),
    )


def welcome(came: "Newcomer", arrival: Arrival) -> Answer:
    """The answer to somebody who came onto the list and in at once."""
    who = came.delegate
    return Answer(
        verdict=Verdict.WELCOME,
        reading=Chosen(who.id),
        at=arrival.at,
        day=arrival.day,
        recorded=True,
        delegate=who,
        holders=(who,),
        badge=came.badge,
        arrival=arrival,
        point=arrival.point,
    )
