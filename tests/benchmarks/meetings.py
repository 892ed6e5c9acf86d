"""Meeting files for the benchmarks: invented people on a disk file system, never tmpfs."""

import csv
import random
from datetime import UTC, date, datetime
from pathlib import Path

from checkin.bootstrap import open_meeting
from checkin.domain.clock import Clock
from checkin.domain.operator import Operator
from checkin.services.care import make_meeting

OPERATOR = Operator("benchmark")
DAYS = (date(2022, 7, 5), date(2022, 7, 6))
_FAMILIES = ("GARCÍA", "BENALI", "DIOP", "N'DIAYE", "TRAORÉ", "DA SILVA", "MÜLLER", "KOWALSKI")
_GIVEN = ("María José", "Aïcha", "João", "Ousmane", "Élodie", "Jürgen", "Fatoumata", "Rui")
_FROM = ("Spain", "Morocco", "Senegal", "Portugal", "France", "Mali", "Germany", "Poland")
_SCRIPT = ("", "", "", "", "", "", "خديجة العلوي")


def opening_hour() -> datetime:
    """A clock that stands at the opening of the first day."""
    return datetime(2022, 7, 5, 6, 45, tzinfo=UTC)


def make(path: Path, listed: Path, clock: Clock) -> None:
    """A meeting file with the people of a list; one that is there already is made anew."""
    for old in (path, Path(f"{path}-wal")):
        old.unlink(missing_ok=True)
    make_meeting(path, "Border management", "Madrid", "Europe/Madrid", DAYS, OPERATOR, clock)
    services = open_meeting(path, clock)
    services.lists.apply(services.lists.read(listed), OPERATOR, confirmed=True)
    services.close()


def people(path: Path, count: int) -> Path:
    """A list of so many invented people; no two names are alike."""
    chance = random.Random(1)
    rows = [("Family name", "Given names", "Name in Arabic", "Function", "Delegation")]
    for number in range(count):
        family = f"{chance.choice(_FAMILIES)} {number}"
        place, script = chance.choice(_FROM), chance.choice(_SCRIPT)
        rows.append((family, chance.choice(_GIVEN), script, "Director of Borders", place))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def quantile(times: list[float], share: float) -> float:
    """The time that so many of all are below, in milliseconds."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)] * 1e3
