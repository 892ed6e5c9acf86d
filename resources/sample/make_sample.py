"""Invent the delegates of the sample meeting: `python resources/sample/make_sample.py`.

Needs Faker (the application does not: the lists are committed). The same Faker gives the
same bytes. Names and functions come from `names.toml` and `functions.toml` beside this file.
"""

import csv
import itertools
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter
from faker import Faker

HERE = Path(__file__).resolve().parent
SEED = "Madrid 2022"
MADE = datetime(2022, 6, 21, 18, 0)  # noqa: DTZ001 registration closed; a spreadsheet has no zone
HEADER = (
    *("Reference", "Title", "Family name", "Given names", "Name in Arabic", "Function"),
    *("Organisation", "Delegation", "Capacity", "Working group", "E-mail", "Languages", "Note"),
)
WIDTHS = (10, 11, 30, 26, 20, 44, 36, 30, 19, 9, 38, 11, 44)
TITLES = {"en": ("Mr", "Ms"), "fr": ("M.", "Mme"), "es": ("Sr.", "Sra."), "pt": ("Sr.", "Sra.")}
DOCTOR = {"en": ("Dr", "Dr"), "fr": ("Dr", "Dr"), "es": ("Dr.", "Dra."), "pt": ("Dr.", "Dra.")}
COLONEL = {"en": "Colonel", "fr": "Colonel", "es": "Coronel", "pt": "Coronel"}
EXCELLENCY = {
    "en": ("H.E. Mr", "H.E. Ms"),
    "fr": ("S.E. M.", "S.E. Mme"),
    "es": ("Excmo. Sr.", "Excma. Sra."),
    "pt": ("S.E. Sr.", "S.E. Sra."),
}
SPOKEN = {
    "en": ("en", "en, fr"),
    "fr": ("fr", "fr, en"),
    "es": ("es, en", "es, fr"),
    "pt": ("pt, fr", "pt, en"),
}
SITTING = ("Alternate", "Delegate", "Adviser")
SERVING = ("Interpreter", "Press", "Security", "Secretariat", "Host staff")
PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list, in the order of the header."""

    reference: str
    title: str
    family: str
    given: str
    arabic: str
    function: str
    organisation: str
    delegation: str
    capacity: str
    working_group: str
    email: str
    languages: str
    note: str


@dataclass(frozen=True, slots=True)
class Place:
    """One seat of a delegation, before somebody is invented for it."""

    code: str
    index: int
    capacity: str
    language: str


def read(name: str) -> dict[str, Any]:
    """A data file beside this one."""
    return tomllib.loads((HERE / name).read_text("utf-8"))


NAMES = read("names.toml")
FUNCTIONS = read("functions.toml")
WRITTEN_OUT = {(person["delegation"], person["place"]): person for person in NAMES["person"]}


def places(code: str) -> Iterator[Place]:
    """The seats of one delegation: head, alternate, members, then those who serve or speak."""
    delegation = NAMES["delegation"][code]
    special = NAMES["only"].get(code, [])
    usual = delegation["people"] - len(special)
    capacities = [*(usual_capacity(code, index, usual) for index in range(usual)), *special]
    for index, capacity in enumerate(capacities):
        yield Place(code, index, capacity, delegation["language"])


def usual_capacity(code: str, index: int, people: int) -> str:
    """Head first, an alternate in delegations of three and more, then delegates and advisers."""
    if index == 0 and code not in NAMES["role"]["without_head"]:
        return "Head of delegation"
    if code in NAMES["role"]["observers"]:
        return "Observer"
    if index == 1 and people > 2:
        return "Alternate"
    return "Adviser" if index > 1 and index % 2 else "Delegate"


def capitals(name: str) -> str:
    """A family name as passports write it: in capitals, with the ß kept."""
    return "ß".join(part.upper() for part in name.split("ß"))


def invented_name(place: Place, female: bool, chance: Random) -> tuple[str, str]:
    """Given names and family name, as the delegation's country has them."""
    delegation = NAMES["delegation"][place.code]
    if "pool" in delegation:
        pool = NAMES["pool"][delegation["pool"]]
        families = pool.get("family_female", pool["family"]) if female else pool["family"]
        return chance.choice(pool["female" if female else "male"]), chance.choice(families)
    locales = delegation["locales"]
    fake = Faker(locales[place.index % len(locales)])
    fake.seed_instance(chance.random())
    family = family_from(fake, female)
    if locales == ["es_ES"]:
        family = f"{family} {family_from(fake, female)}"
    return (fake.first_name_female() if female else fake.first_name_male()), capitals(family)


def family_from(fake: Faker, female: bool) -> str:
    """A surname in the form that a woman or a man has it."""
    return fake.last_name_female() if female else fake.last_name_male()


def name_of(place: Place, female: bool, chance: Random, taken: set[str]) -> tuple[str, str]:
    """A name that nobody of the list has yet, whole or as a family of this delegation."""
    person = WRITTEN_OUT.get((place.code, place.index), {})
    if "family" in person:
        return person["given"], person["family"]
    for _ in range(1000):
        given, family = invented_name(place, female, chance)
        keys = {f"{given} {family}", f"{place.code} {family}", f"{place.code} {given}"}
        if not keys & taken and "," not in family:
            taken |= keys
            return given, family
    raise SystemExit(f"no names left for {place.code}")


def written_keys(person: dict[str, Any]) -> list[str]:
    """What the people written out take from their delegations' pools."""
    return [f"{person['delegation']} {person.get(part, '')}" for part in ("given", "family")]


def function_of(place: Place, female: bool, drawn: dict[str, Iterator[list[str]]]) -> list[str]:
    """Function and organisation, each of a list once before any comes again."""
    owner = place.code if place.code in FUNCTIONS else place.language
    kind = "head" if place.capacity == "Head of delegation" else place.capacity
    kind = kind if kind in FUNCTIONS[owner] else "member"
    if f"{owner} {kind}" not in drawn:
        drawn[f"{owner} {kind}"] = itertools.cycle(FUNCTIONS[owner][kind])
    of_man, of_woman, organisation = next(drawn[f"{owner} {kind}"])
    return [of_woman if female else of_man, organisation]


def title_of(place: Place, female: bool, work: list[str], chance: Random) -> str:
    """Mostly the plain title; ambassadors are excellencies, some officers have a rank."""
    function, organisation = work
    dice = chance.random()
    if function.startswith("Ambass"):
        return EXCELLENCY[place.language][female]
    if re.search("Pol[ií]|Guard|Sûreté", organisation) and dice < 0.2 and place.capacity in SITTING:
        return COLONEL[place.language]
    return (DOCTOR if dice > 0.93 else TITLES)[place.language][female]


def plain(text: str) -> str:
    """Letters for an e-mail address."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(PLAIN))
    return re.sub(r"[^a-z]+", "-", "".join(c for c in apart if not unicodedata.combining(c))).strip(
        "-"
    )


def email_of(place: Place, given: str, family: str, chance: Random) -> str:
    """Mostly one's own, sometimes the ministry's shared mailbox, sometimes none."""
    dice = chance.random()
    if dice < 0.08:
        return ""
    if dice < 0.18:
        return f"delegation.{place.code.lower()}@example.org"
    return f"{plain(given.split()[0])}.{plain(family)[:24].rstrip('-')}@example.org"


def arabic_of(given: str, family: str) -> str:
    """The name in its own script, where the pools know it."""
    words = [NAMES["arabic"].get(given), NAMES["arabic"].get(family)]
    return " ".join(words) if all(words) else ""


def group_of(place: Place, chance: Random) -> str:
    """Working group A or B for most of those who sit in the meeting."""
    if place.capacity in SERVING or chance.random() < 0.06:
        return ""
    return chance.choice("AB")


def delegates() -> Iterator[Row]:
    """Everybody, delegation by delegation."""
    taken = set(itertools.chain.from_iterable(map(written_keys, NAMES["person"])))
    drawn: dict[str, Iterator[list[str]]] = {}
    seats = itertools.chain.from_iterable(map(places, NAMES["delegation"]))
    for number, place in enumerate(seats, 1):
        row = invented(place, taken, drawn)
        yield replace(row, reference=f"RP-{number:03}")


def invented(place: Place, taken: set[str], drawn: dict[str, Iterator[list[str]]]) -> Row:
    """One delegate for one seat, by the seat's own dice."""
    draw = NAMES["delegation"][place.code].get("draw", 0)
    chance = Random(f"{SEED} {place.code} {place.index} {draw}")
    person = WRITTEN_OUT.get((place.code, place.index), {})
    female = person.get("female", chance.random() < 0.45)
    given, family = name_of(place, female, chance, taken)
    work = function_of(place, female, drawn)
    return Row(
        reference="",
        title=person.get("title") or title_of(place, female, work, chance),
        family=family,
        given=given,
        arabic=arabic_of(given, family),
        function=person.get("function", work[0]),
        organisation=person.get("organisation", work[1]),
        delegation=NAMES["delegation"][place.code]["name"],
        capacity=place.capacity,
        working_group=group_of(place, chance),
        email=email_of(place, given, family, chance),
        languages=chance.choice(SPOKEN[place.language]),
        note=person.get("note", ""),
    )


def write_csv(rows: list[Row], path: Path) -> None:
    """As a French or Spanish Excel saves it: semicolons, byte order mark, CRLF."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADER)
        writer.writerows(map(astuple, rows))


def write_xlsx(rows: list[Row], path: Path) -> None:
    """One sheet of texts with a frozen header."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": "Sample delegates, all invented", "created": MADE})
        sheet = book.add_worksheet("Delegates")
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(HEADER) - 1)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        bold = book.add_format({"bold": True})
        for column, title in enumerate(HEADER):
            sheet.write_string(0, column, title, bold)
        for line, row in enumerate(rows, 1):
            for column, text in enumerate(astuple(row)):
                if text:
                    sheet.write_string(line, column, text)


def main() -> None:
    rows = list(delegates())
    write_csv(rows, HERE / "delegates.csv")
    write_xlsx(rows, HERE / "delegates.xlsx")
    print(f"{len(rows)} delegates of {len({row.delegation for row in rows})} delegations")


if __name__ == "__main__":
    main()
