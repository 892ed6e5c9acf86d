"""Invented people for tests; nobody of them exists."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

MEETING_DAYS = (date(2022, 7, 5), date(2022, 7, 6))

PEOPLE = """\
Reference;Family name;Given names;Name in Arabic;Function;Delegation;Capacity;Working group;Note
R-1;EL OUAFI;Nadia;نادية الوافي;Director of Borders;Morocco;Head of delegation;A;Speaks at 10:15
R-2;BENNANI;Mohamed;محمد بناني;Adviser;Morocco;Adviser;A;
R-3;BENNANI;Mohamed;;Colonel;Tunisia;Delegate;B;
R-4;DE SOUSA E ALBUQUERQUE DE VASCONCELOS;Maria Francisca;;Deputy Director;Portugal;Alternate;B;
R-5;N'DIAYE;Aïssatou;;Counsellor;Senegal;Delegate;;
R-6;GARCÍA;Lucía;;Protocol;Spain;Host staff;;
R-7;Ouedraogo Salif;;;;Republic of Upper Nowhere;;;
"""


def list_of(path: Path, text: str = PEOPLE) -> Path:
    """Writes a list as a CSV file in UTF-8 and returns its path."""
    path.write_text(text, encoding="utf-8")
    return path


def many_people(path: Path, count: int, country: str = "Morocco") -> Path:
    """A list of as many people as asked for, all of one delegation."""
    rows: list[Sequence[str]] = [("Reference", "Family name", "Given names", "Delegation")]
    rows += [(f"X-{number}", f"NAME{number}", "Given", country) for number in range(count)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path
