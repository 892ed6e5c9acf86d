"""A list as a ministry would send it, in French, of people who do not exist."""

import csv
from pathlib import Path

HEADER = ("Titre", "Nom et prénom", "Fonction", "Organisme", "Pays")

_FAMILIES = (
    *("BELKACEMI", "SOW", "LÓPEZ IBARRA", "D'ALMEIDA", "KÖRBER", "ZERHOUNI", "MBAYE", "ROCHETTE"),
    *("TRAORÉ-KEITA", "VAN DEN BROECK", "ÓSKARSDÓTTIR", "PŁATEK", "IONESCU", "HADDAD", "OKONJO"),
)
_GIVEN = ("Anissa", "Jean-Loup", "María José", "Cheikh Tidiane", "Zoé")
_COUNTRIES = ("Maroc", "Espagne", "France", "Sénégal", "Portugal", "Niger", "Nigéria", "Malte")
_FUNCTIONS = (
    "Directrice des frontières",
    "Conseiller, chargé des visas",
    "Chef de division « Migration »",
    "Officier de liaison",
)

TWIN = ("M.", "SOW Cheikh Tidiane", "Commissaire", "Police", "Sénégal")
RARE = (
    ("Mme", "O<Brien & Fils", "Observatrice", "ONG", "Irlande"),
    ("M.", "=1+1 HACK", "Informaticien", "Ministère", "Mali"),
    ("Mme", "نادية الوافي", "Directrice", "Ministère de l'Intérieur", "Maroc"),
)
UNKNOWN = (
    ("M.", "QUELQUUN Paul", "Envoyé", "", "Royaume de Nulle-Part"),
    ("Mme", "AUTRE Paule", "Envoyée", "", "République imaginaire"),
)
NAMELESS = ("M.", "", "Sans nom", "Ministère", "France")

PEOPLE = 62
"""Rows with a name: 55 of the tables, the twin twice, three rare, two of nowhere."""


def rows() -> list[tuple[str, ...]]:
    """All rows under the header, one of them without a name."""
    plain = [
        (
            ("M.", "Mme")[n % 2],
            f"{_FAMILIES[n % len(_FAMILIES)]} {_GIVEN[n % len(_GIVEN)]}"
            if n < 15
            else f"{_FAMILIES[n % len(_FAMILIES)]}-{n} {_GIVEN[n // 15]}",
            _FUNCTIONS[n % len(_FUNCTIONS)],
            "Ministère de l'Intérieur",
            _COUNTRIES[n % len(_COUNTRIES)],
        )
        for n in range(55)
    ]
    return [*plain[:20], NAMELESS, *plain[20:], TWIN, TWIN, *RARE, *UNKNOWN]


def write(path: Path) -> Path:
    """Writes the list as UTF-8 with commas; its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows()])
    return path
