"""What one header says, however it is dressed up, and what it does not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.lists.header_words import WRITTEN
from checkin.documents.lists.headers import meant_by, said_by
from checkin.domain.text import fold


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("1. Nom", "name"),
        ("2) Prénom(s) :", "given_names"),
        ("E-mail (*)", "email"),
        ("Email\nAddress", "email"),
        ("Adresse e-mail professionnelle", "email"),
        ("Full Name (as in passport)", "full_name"),
        ("Delegate's name", "full_name"),
        ("jobTitle", "function"),
        ("Job_Title", "function"),
        ("Fonctoin", "function"),
        ("Organsation", "organisation"),
        ("Nom de l'organisation", "organisation"),
        ("Name of the Ministry", "organisation"),
        ("Country code (ISO alpha-2)", "country"),
        ("Pays (en français)", "country"),
        ("Country that you represent", "country"),
        ("Veuillez indiquer votre nom de famille en majuscules", "family_name"),
        ("الاسم الكامل:", "full_name"),
        ("Tél. portable", "phone"),
        ("Nachname", "family_name"),
        ("Cognome", "family_name"),
    ],
)
def test_a_header_says_one_thing_however_it_is_dressed(header: str, field: str) -> None:
    assert meant_by(header) == field


@pytest.mark.parametrize(
    "header",
    [
        *("", "N°", "#", "Contact", "Passport number", "Date of birth", "Country of birth"),
        *("Buyer email", "Purchaser country", "County of Residence", "Email sent?", "Ticket type"),
        *("Number of participants", "Checked in", "Home Address 1", "Attendee Status", "Hombre"),
        *("Nom et fonction", "Emergency contact phone", "Hotel name", "x" * 500),
    ],
)
def test_what_is_nobodys_field_stays_so(header: str) -> None:
    assert meant_by(header) is None


def test_what_a_list_writes_in_its_cells_is_seldom_a_header() -> None:
    for value in ("Directeur de l'organisation", "Ministère de la fonction publique", "Ana Prueba"):
        assert said_by(value) is None


def test_no_two_fields_are_written_alike() -> None:
    seen: dict[str, str] = {}
    for field, line in WRITTEN.items():
        for word in line.split(", "):
            assert word == word.strip() != ""
            assert seen.setdefault(fold(word), field) == field, word


@given(header=st.text(max_size=200))
def test_any_text_may_be_a_header(header: str) -> None:
    assert meant_by(header) is None or meant_by(header) in WRITTEN
