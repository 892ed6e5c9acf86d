"""The sample meeting as it is at 09:40 of its first day: badges printed, most people in."""

import random
from datetime import datetime, timedelta
from pathlib import Path

from checkin.bootstrap import Services, open_meeting
from checkin.domain.badge import Badge
from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.facts import BadgePrinted, DelegateWithdrawn
from checkin.services.sample import make_sample
from tests.scenes import SALMA, SceneClock

NOW = "09:40:12"
_SEED = 2022
_LATE = ("Finland", "Malta")  # whole delegations that are still on their way
LONG_NAME = {
    "family_name": "DE SOUSA E ALBUQUERQUE DE VASCONCELOS E MENDONÇA",
    "given_names": "Maria Francisca Antónia do Rosário",
    "function": "Diretora Nacional da Direção Central de Imigração e Documentação",
    "delegation": "Portugal",
}


def make_sample_life(path: Path, clock: SceneClock) -> None:
    """Makes the file; the order of arrivals is always the same."""
    clock.at("10:00:00", "2022-06-30")
    make_sample(path, SALMA, clock)
    services = open_meeting(path, clock)
    held = [(badge, who) for badge, who in services.badges.all(SALMA) if who]
    services.file.record([BadgePrinted(b.token, who.id) for b, who in held[:-8]], SALMA)
    _change_a_few(services, [who for _, who in held], clock)
    _arrive(services, held, clock)
    clock.at(NOW)
    services.close()


def _change_a_few(services: Services, people: list[Delegate], clock: SceneClock) -> None:
    """Somebody withdrew, somebody was added, and two are other than their badges say."""
    clock.at("18:05:00", "2022-07-04")
    services.file.record([DelegateWithdrawn(people[23].id, "Fell ill")], SALMA)
    services.people.add(LONG_NAME, SALMA)
    for one in (people[40], people[77]):
        services.people.change(one.id, {"function": f"{one.function} (acting)"}, SALMA)


def _arrive(services: Services, held: list[tuple[Badge, Delegate]], clock: SceneClock) -> None:
    chance = random.Random(_SEED)
    minutes = sorted(_minute(chance) for _ in held)
    chance.shuffle(held)
    start = datetime.fromisoformat("2022-07-05T08:15:00+02:00")
    for minute, (badge, who) in zip(minutes, held, strict=True):
        clock.now = start + timedelta(minutes=minute)
        stays_away = who.delegation in _LATE or (_often_late(who) and chance.random() < 0.3)
        if minute < 85 and not stays_away:
            services.reception.scan(badge.token, SALMA)


def _minute(chance: random.Random) -> float:
    """Minutes after the doors opened: most people come shortly before the session at 09:30."""
    return max(chance.gauss(52, 22), chance.random() * 4)


def _often_late(who: Delegate) -> bool:
    return who.capacity in (Capacity.HEAD, Capacity.OBSERVER)


def somebody_missing(services: Services) -> str:
    """The code of somebody who has not come yet."""
    tokens = [badge.token for badge, who in services.badges.all(SALMA) if who]
    looked = ((token, services.reception.look(token, SALMA).value) for token in tokens)
    return next(token for token, answer in looked if answer.earlier is None and answer.delegate)


def open_copy(path: Path, to: Path, clock: SceneClock) -> Services:
    """The same meeting in a file of its own, so that what is done to it is done once."""
    to.write_bytes(path.read_bytes())
    return open_meeting(to, clock, "A")
