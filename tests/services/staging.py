"""States of a meeting that no service makes yet, recorded as the facts they are; and a full disk.

Nothing here stands in for code of ours: facts go through the one door, and the disk that fails
is the real one, with the kernel refusing to write.
"""

import contextlib
import resource
import secrets
from collections.abc import Iterator
from pathlib import Path

from checkin.bootstrap import Services, open_meeting
from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.delegate import Delegate
from checkin.domain.facts import BadgeIssued, BadgeVoided, DelegateWithdrawn
from checkin.domain.token import RANDOM_BYTES, make_token
from checkin.services.badges import BadgeChoice
from checkin.services.care import make_meeting
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS, list_of


def person(services: Services, reference: str) -> Delegate:
    """Who has this reference on the list."""
    everybody = services.lists.everybody(SALMA)
    return next(one for one in everybody if one.reference == reference)


def badge(services: Services, reference: str) -> Badge:
    """The newest valid badge of somebody."""
    held = services.badges.all(SALMA)
    valid = [one for one, holder in held if holder and holder.reference == reference and one.valid]
    return max(valid, key=lambda one: one.issued_at)


def new_badge(services: Services, number: str, holder: str | None = None) -> Badge:
    """One more badge: somebody's, by reference, or a spare."""
    token = make_token(secrets.token_bytes(RANDOM_BYTES), services.file.token_key)
    kind = BadgeKind.PERSONAL if holder else BadgeKind.SPARE
    whose = person(services, holder).id if holder else None
    made = Badge(token, number, whose, kind, services.clock())
    services.file.record([BadgeIssued(made)], SALMA)
    return made


def blank_badges(services: Services, count: int = 1) -> tuple[Badge, ...]:
    """Spares as they lie on the desk, printed."""
    job = services.badges.prepare(BadgeChoice(spares=count), SALMA)
    services.badges.printed(job, SALMA)
    return job.spares


def void(services: Services, one: Badge, reason: str = "") -> None:
    """Makes a badge invalid."""
    services.file.record([BadgeVoided(one.token, one.delegate_id, reason)], SALMA)


def reissue(
    services: Services, reference: str, number: str, reason: str = ""
) -> tuple[Badge, Badge]:
    """Voids somebody's badge and issues another; (old, new)."""
    old = badge(services, reference)
    void(services, old, reason)
    return old, new_badge(services, number, reference)


def withdraw(services: Services, reference: str) -> None:
    """The delegation takes somebody off the list."""
    services.file.record([DelegateWithdrawn(person(services, reference).id)], SALMA)


def journal(services: Services) -> list[str]:
    """The kinds of all facts, in order."""
    rows = services.file.connection.all("SELECT kind FROM fact ORDER BY clock, desk, desk_seq")
    return [kind for (kind,) in rows]


def payloads(services: Services, kind: str) -> list[str]:
    """The payloads of all facts of a kind, in order."""
    rows = services.file.connection.all(
        "SELECT body FROM fact JOIN payload ON payload.fact = fact.id WHERE kind = ?"
        " ORDER BY clock, desk, desk_seq",
        (kind,),
    )
    return [body for (body,) in rows]


@contextlib.contextmanager
def other_meeting(folder: Path, clock: Clock) -> Iterator[Services]:
    """A second meeting on a file of its own, with the same people."""
    path = folder / "other.checkin"
    make_meeting(path, "Another", "Rabat", "Africa/Casablanca", MEETING_DAYS, SALMA, clock)
    services = open_meeting(path, clock)
    services.lists.apply(services.lists.read(list_of(folder / "other.csv")), SALMA)
    yield services
    services.close()


@contextlib.contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file of this process may grow beyond a size, as on a disk that is nearly full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def full_disk() -> contextlib.AbstractContextManager[None]:
    """Inside, the kernel lets this process write no byte to any file."""
    return room_for(0)


def rows(services: Services) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a meeting file."""
    connection = services.file.connection
    tables = connection.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {name: connection.all(f"SELECT * FROM {name}") for (name,) in tables}
