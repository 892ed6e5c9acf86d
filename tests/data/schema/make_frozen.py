"""Makes the frozen meeting files of the present schema; run once for each schema, then never again.

    python -m tests.data.schema.make_frozen

They hold invented people, arrivals, an undo, a withdrawal and a badge that was replaced. A file
of a released schema is never made anew: what matters is that yesterday's file opens tomorrow.
"""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from checkin.bootstrap import Services, open_meeting
from checkin.domain.awaiting import Come
from checkin.services.care import make_meeting
from checkin.store.schema import VERSION
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS, list_of
from tests.services.staging import badge, blank_badges, person, reissue, withdraw

HERE = Path(__file__).parent
PASSPHRASE = "an invented passphrase"  # noqa: S105
PLACE = ("Border management", "Madrid", "Europe/Madrid", MEETING_DAYS)


def frozen(version: int, encrypted: bool = False) -> Path:
    """Where the frozen file of a schema stands."""
    return HERE / f"schema-{version}{'-encrypted' if encrypted else ''}.checkin"


def main() -> None:
    for passphrase in (None, PASSPHRASE):
        path, clock = frozen(VERSION, passphrase is not None), Clock()
        if path.exists():
            raise SystemExit(f"{path} is frozen")
        make_meeting(path, *PLACE, SALMA, clock, passphrase)
        services = open_meeting(path, clock, "Entrance", passphrase)
        try:
            _a_morning(services, clock)
        finally:
            services.close()


def _a_morning(services: Services, clock: Clock) -> None:
    with TemporaryDirectory() as folder:
        services.lists.apply(services.lists.read(list_of(Path(folder, "list.csv"))), SALMA)
    reissue(services, "R-2", "MA-900", "lost")
    withdraw(services, "R-6")
    for reference in ("R-1", "R-2", "R-3"):
        clock.now += timedelta(minutes=1)
        answer = services.reception.scan(badge(services, reference).token, SALMA).value
    assert answer.arrival
    services.reception.undo(answer.arrival.id, SALMA, "wrong person")
    services.reception.scan("no badge of ours", SALMA)
    _people_who_come_otherwise(services)
    _what_organisers_see(services)


def _people_who_come_otherwise(services: Services) -> None:
    """Every kind of fact of theirs; who arrived stays as it is."""
    (spare,) = blank_badges(services)
    walk_in = services.people.walk_in({"family_name": "DIOP"}, SALMA, spare.token)
    services.people.approve(walk_in.value.delegate.id, SALMA)
    services.history.take_back(walk_in.undo, SALMA)
    out = person(services, "R-5").id
    services.badges.day_badge(out, MEETING_DAYS[1], SALMA)
    new = {"family_name": "SARR"}
    services.people.substitute(out, new, "ill", "the embassy", SALMA)
    given = services.badges.hand_over([badge(services, "R-4").token], "the driver", SALMA)
    services.history.take_back(given.undo, SALMA)
    services.badges.hand_over([badge(services, "R-1").token], "", SALMA)


def _what_organisers_see(services: Services) -> None:
    """Every kind of fact about awaited people and photos."""
    some = [person(services, reference).id for reference in ("R-1", "R-3", "R-4")]
    services.awaiting.await_them(some, SALMA)
    services.awaiting.await_no_longer(some[2:], SALMA)
    one = services.reception.scan(badge(services, "R-4").token, SALMA).value.arrival
    assert one
    come = Come(person(services, "R-4"), one)
    services.awaiting.put_away([come], SALMA)
    services.history.take_back(services.awaiting.put_away([come], SALMA).undo, SALMA)
    services.reception.undo(one.id, SALMA, "wrong person")
    services.people.set_photo(some[0], b"an invented photo", SALMA)


if __name__ == "__main__":
    main()
