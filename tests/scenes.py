"""A meeting of invented people with something to say about each of them: a scene per verdict."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from checkin.bootstrap import Services, open_meeting
from checkin.domain.answer import Answer
from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.facts import (
    BadgeIssued,
    BadgeVoided,
    DelegateRegistered,
    DelegateWithdrawn,
    Fact,
)
from checkin.domain.operator import Operator
from checkin.domain.token import make_token
from checkin.domain.verdict import Verdict
from checkin.services.care import make_meeting
from tests.people import MEETING_DAYS
from tests.portraits import portrait

SALMA = Operator("Salma")
MEETING = "High-level meeting on border management"
INTERIOR = "Ministry of the Interior"
LONG_FUNCTION = (
    "Ministerialdirigentin und Leiterin der Unterabteilung Grenzschutzangelegenheiten, "
    "Rückführungszusammenarbeit und Schengen-Informationssystem"
)
VISITING_CARD = (
    "BEGIN:VCARD\nN:Ould Sidi Mohamed;Aïcha;;Dr;\nTITLE:Deputy Director for Border Management\n"
    "ORG:Ministry of the Interior and Decentralisation\nADR:;;;;;;Mauritania\n"
    "EMAIL:aicha.ould.sidi.mohamed@interieur.example.mr\nTEL:+222 45 00 00 00\nEND:VCARD"
)


@dataclass
class SceneClock:
    """A clock that is set from scene to scene."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def at(self, time: str, day: str = "2022-07-05") -> None:
        """Sets it to a time in Madrid."""
        self.now = datetime.fromisoformat(f"{day}T{time}+02:00")


def _delegates() -> list[Delegate]:
    return [
        Delegate(
            "d1", "EL OUAFI", "Nadia", name_in_script="نادية الوافي", delegation="Morocco",
            function="Director of Border Management", organisation=INTERIOR, country="MA",
            capacity=Capacity.HEAD, working_group="A", seat="14",
            attention="Speaks at 10:15: please call Protocol when she arrives",
        ),
        Delegate(
            "d2", "TEIXEIRA DA CUNHA", "Rui Alexandre", delegation="Portugal", country="PT",
            function="National Director", organisation="Aliens and Borders Service",
            working_group="B",
        ),
        Delegate("d3", "SARR", "Ousmane", delegation="Senegal", country="SN"),
        Delegate(
            "d4", "NDIAYE FALL", "Aïssatou", delegation="Senegal", country="SN",
            capacity=Capacity.ALTERNATE,
        ),
        Delegate(
            "d5", "MARCHETTI", "Paolo", delegation="Italy", country="IT",
            capacity=Capacity.ADVISER, function="Counsellor, Permanent Representation",
        ),
        Delegate("d6", "KONÉ", "Ibrahima", delegation="Côte d'Ivoire", country="CI"),
        Delegate(
            "d7", "BENNANI", "Mohamed", delegation="Morocco", country="MA",
            capacity=Capacity.ADVISER, foreign_codes=("A-7K2M9QX",),
        ),
        Delegate(
            "d8", "BENNANI", "Mohamed", delegation="Tunisia", country="TN",
            foreign_codes=("A-7K2M9QX",),
        ),
        Delegate("d9", "LEFÈVRE", "Claire", delegation="France", country="FR"),
        Delegate("d10", "BEN ROMDHANE", "Sami", delegation="Tunisia", country="TN"),
        Delegate("d11", "IBÁÑEZ", "Lucía", delegation="Spain", country="ES"),
        Delegate(
            "d12", "DE SOUSA E ALBUQUERQUE DE VASCONCELOS E MENDONÇA",
            "Maria Francisca Antónia do Rosário", country=None,
            name_in_script="ماريا فرانسيسكا أنطونيا دو روزاريو دي سوزا إي ألبوكيركي",
            delegation="Economic Community of West African States (ECOWAS) Commission",
            function=LONG_FUNCTION, organisation="Bundesministerium des Innern und für Heimat",
            capacity=Capacity.INTERPRETER, working_group="Contexte et défis", seat="Tribune 2",
            attention="Besonders schutzbedürftig: bitte sofort den Personenschutz verständigen",
            note="Needs a wheelchair lift at entrance 2",
        ),
        Delegate(
            "d13", "SCHWARZENBERGER-HOHENLOHE-WALDENBURG", "Maximiliane", country="DE",
            delegation="Federal Republic of Germany", capacity=Capacity.SECRETARIAT,
        ),
    ]  # fmt: skip


def token_of(number: int, services: Services) -> str:
    """The code on the badge of the delegate of that number."""
    return make_token(number.to_bytes(8), services.file.token_key)


def _badge(number: int, services: Services, kind: BadgeKind = BadgeKind.PERSONAL) -> Badge:
    holder = f"d{number}" if number < 100 and kind is BadgeKind.PERSONAL else None
    at = services.clock() - timedelta(days=7)
    return Badge(token_of(number, services), f"ZZ-{number:03d}", holder, kind, at)


def _facts(services: Services) -> list[Fact]:
    people = _delegates()
    facts: list[Fact] = [DelegateRegistered(one) for one in people]
    facts += [BadgeIssued(_badge(n, services)) for n in range(1, len(people) + 1)]
    facts.append(BadgeIssued(_badge(200, services, BadgeKind.SPARE)))
    return facts


_PHOTOS = {2: (480, 640), 13: (640, 480), 6: (480, 640)}  # numbers of people


def make_scenes_meeting(path: Path, clock: SceneClock) -> Services:
    """The meeting with its people, opened."""
    clock.at("08:00:00")
    make_meeting(path, MEETING, "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    services = open_meeting(path, clock)
    services.file.record(_facts(services), SALMA)
    clock.at("18:20:00", "2022-07-04")
    replaced = BadgeVoided(token_of(4, services), "d4", "lost")
    valid = replace(_badge(4, services), token=token_of(104, services), number="SN-044")
    withdrawn = DelegateWithdrawn("d5", "")
    services.file.record([replaced, BadgeIssued(valid), withdrawn], SALMA)
    for number, size in _PHOTOS.items():
        services.people.set_photo(f"d{number}", portrait(size), SALMA)
    return services


def scenes(services: Services, clock: SceneClock) -> dict[str, Answer]:
    """Every verdict, answered by the real services as far as one desk can."""
    scan, made = _Scanner(services, clock), {}
    clock.at("08:52:00")
    for number in (10, 2, 9, 3):
        clock.now += timedelta(seconds=70)
        scan(number)
    clock.at("09:04:12")
    made["welcome"] = scan(1)
    clock.at("09:04:14")
    made["just_scanned"] = scan(1)
    clock.at("09:12:40")
    made["already_in"] = scan(2)
    made["genuine_unlisted"] = _unlisted(made["welcome"])
    clock.at("09:16:05")
    made["badge_replaced"] = scan(4)
    made["withdrawn"] = scan(5)
    other_day = services.badges.day_badge("d8", MEETING_DAYS[1], SALMA).value
    made["day_badge_over"] = scan.text(other_day.token)
    made["spare_badge"] = scan(200)
    made["ambiguous"] = scan.text("A-7K2M9QX")
    made["other_meeting"] = scan.text(make_token(bytes(8), b"another meeting's key"))
    made["unknown"] = scan.text("https://example.org/programme")
    made["companion"] = scan.text('{"i":[2,"indico.example.org","mYK+TjLPRlangWKtRWCdEQ==",1]}')
    made["visiting_card"] = scan.text(VISITING_CARD)
    made["misread"] = scan.text(token_of(6, services)[:27])
    made["armed"] = services.reception.enter("ZZ-006", SALMA).value
    made["not_recorded"] = _failed(services.reception.look(token_of(3, services), SALMA).value)
    clock.at("16:40:09", "2022-07-04")
    made["not_a_meeting_day"] = scan(6)
    clock.at("09:21:00")
    made["long_names"] = scan(12)
    made["long_word"] = scan(13)
    return made


@dataclass(frozen=True, slots=True)
class _Scanner:
    services: Services
    clock: SceneClock

    def __call__(self, number: int) -> Answer:
        return self.text(token_of(number, self.services))

    def text(self, text: str) -> Answer:
        return self.services.reception.scan(text, SALMA).value


def _unlisted(welcome: Answer) -> Answer:
    """As a desk that is joined to others will answer."""
    return replace(welcome, verdict=Verdict.GENUINE_UNLISTED, delegate=None, holders=(), badge=None)


def _failed(answer: Answer) -> Answer:
    return replace(answer, verdict=Verdict.NOT_RECORDED, look=False, recorded=False)
