"""Which column is which, in the headers of our languages and of other tools."""

import pytest

from checkin.documents.lists.capacities import capacity_of
from checkin.documents.lists.columns import columns_of
from checkin.documents.lists.fields import FIELDS
from checkin.documents.wording import load
from checkin.domain.delegate import Capacity
from checkin.domain.meeting import LANGUAGES
from checkin.domain.refused import Refused


def _columns(header: str, **mapping: str) -> dict[str, str]:
    names = header.split("|")
    found = columns_of(names, mapping, "list.csv")
    return {field: names[index] for field, index in found.items()}


def test_a_french_list_is_read_by_its_headers() -> None:
    assert _columns("Titre|Nom et prénom|Fonction|Organisme|Pays") == {
        "honorific": "Titre",
        "full_name": "Nom et prénom",
        "function": "Fonction",
        "organisation": "Organisme",
        "delegation": "Pays",
        "country": "Pays",
    }


@pytest.mark.parametrize(
    ("header", "family", "given"),
    [
        ("Nom|Prénom", "Nom", "Prénom"),
        ("NOM|PRENOM(S)", "NOM", "PRENOM(S)"),
        ("First name|Name", "Name", "First name"),
        ("Name|Surname", "Surname", "Name"),
        ("Nombre|Apellidos", "Apellidos", "Nombre"),
        ("Nome|Apelido", "Apelido", "Nome"),
        ("First Name|Last Name", "Last Name", "First Name"),
        (
            "Family name / Nom de famille|Given names / Prénoms",
            *("Family name / Nom de famille",),
            "Given names / Prénoms",
        ),
    ],
)
def test_two_columns_make_a_name(header: str, family: str, given: str) -> None:
    found = _columns(header)
    assert (found["family_name"], found["given_names"]) == (family, given)
    assert "full_name" not in found


@pytest.mark.parametrize(
    "header", ["Name", "Nom", "Nombre", "Nome", "Full name", "Nombre y apellidos", "Nom complet"]
)
def test_a_name_alone_is_a_full_name(header: str) -> None:
    assert _columns(f"{header}|Country")["full_name"] == header


def test_a_whole_name_beside_two_columns_stays_a_whole_name() -> None:
    found = _columns("ID|Name|First Name|Last Name")
    assert found == {
        "reference": "ID",
        "full_name": "Name",
        "family_name": "Last Name",
        "given_names": "First Name",
    }


def test_the_delegation_column_goes_before_the_country_column() -> None:
    found = _columns("Name|Country|Delegation")
    assert (found["delegation"], found["country"]) == ("Delegation", "Country")


def test_the_first_of_two_equal_columns_wins_and_unneeded_ones_are_ignored() -> None:
    assert columns_of(["Name", "Country", "Shoe size", "Country"], {}, "") == {
        "full_name": 0,
        "delegation": 1,
        "country": 1,
    }


def test_a_running_number_is_no_reference() -> None:
    assert "reference" not in _columns("N°|Nom|Prénom")


def test_a_mapping_goes_before_the_headers() -> None:
    found = _columns("Name|Ministry|Sent by", delegation="Sent by", organisation="ministry")
    assert found["delegation"] == "Sent by"
    assert found["organisation"] == "Ministry"


def test_a_mapped_column_is_not_read_a_second_time() -> None:
    found = _columns("Name|Title", function="Title")
    assert found == {"full_name": "Name", "function": "Title"}


def test_a_field_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(Refused) as refusal:
        _columns("Name", shoe_size="Name")
    assert refusal.value.code == "no_such_field"
    assert refusal.value.facts == {"field": "shoe_size", "fields": ", ".join(FIELDS)}


@pytest.mark.parametrize("name", ["Land", "", "*"])
def test_a_column_that_does_not_exist_is_named_with_those_that_do(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        _columns("Name||Country|*", delegation=name) if name != "*" else _columns("N|#", note="*")
    assert refusal.value.code == "no_such_column"
    assert refusal.value.facts["column"] == name


def test_a_list_without_a_name_column_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        _columns("Country|Function")
    assert (refusal.value.code, refusal.value.facts) == ("no_name_column", {"path": "list.csv"})


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (
            "ID|Name|First Name|Last Name|Email Address|Affiliation|Country|Phone Number|Position"
            "|Title|Registration date|Registration state|Checked in|Check-in date|Tags",
            {"honorific": "Title", "function": "Position", "organisation": "Affiliation"},
        ),
        (
            "Order ID|Order date|Attendee first name|Attendee last name|Attendee email"
            "|Buyer first name|Buyer last name|Buyer email|Barcode number",
            {"family_name": "Attendee last name", "foreign_codes": "Barcode number"},
        ),
        (
            "Order code|Attendee name|Attendee name: Given name|Attendee name: Family name"
            "|Secret|E-mail|Company|Comment|Seat name",
            {"family_name": "Attendee name: Family name", "foreign_codes": "Secret"},
        ),
        (
            "ID|First Name|Last Name|Email|Status|Product Name|Public ID|Notes",
            {"family_name": "Last Name", "foreign_codes": "Public ID", "note": "Notes"},
        ),
    ],
)
def test_exports_of_other_tools_are_known(header: str, fields: dict[str, str]) -> None:
    found = _columns(header)
    assert fields.items() <= found.items()
    assert found.get("reference") in (None, "ID")  # an order may hold several people


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Head of delegation", Capacity.HEAD),
        ("HoD", Capacity.HEAD),
        ("Cheffe de délégation", Capacity.HEAD),
        ("JEFE DE DELEGACIÓN", Capacity.HEAD),
        ("Chefe de delegação", Capacity.HEAD),
        ("رئيس الوفد", Capacity.HEAD),
        ("Head of delegation; VIP", Capacity.HEAD),
        ("Deputy head of delegation", Capacity.ALTERNATE),
        ("Suppléant(e)", Capacity.ALTERNATE),
        ("Délégué", Capacity.DELEGATE),
        ("advisor", Capacity.ADVISER),
        ("Conseillère", Capacity.ADVISER),
        ("Asesor", Capacity.ADVISER),
        ("Ponente", Capacity.SPEAKER),
        ("Observateur", Capacity.OBSERVER),
        ("Intérprete", Capacity.INTERPRETER),
        ("Prensa", Capacity.PRESS),
        ("Sécurité", Capacity.SECURITY),
        ("Secretaría", Capacity.SECRETARIAT),
        ("Host staff", Capacity.HOST),
        ("H.o.D.", Capacity.HEAD),
        ("Head of Delegation (Minister)", Capacity.HEAD),
        ("1. Head of delegation", Capacity.HEAD),
        ("Head of the Tunisian delegation", Capacity.HEAD),
        ("رئيس وفد المغرب", Capacity.HEAD),
        ("رئيسة الوفد", Capacity.HEAD),
        ("Deputy head of the delegation", Capacity.ALTERNATE),
        ("نائب رئيس الوفد", Capacity.ALTERNATE),
        ("Delegates", Capacity.DELEGATE),
        ("Delegate 3", Capacity.DELEGATE),
        ("Délégué·e", Capacity.DELEGATE),
        ("أعضاء الوفد", Capacity.DELEGATE),
        ("خبيرة", Capacity.ADVISER),
        ("صحفيون", Capacity.PRESS),
        ("(b) Observers", Capacity.OBSERVER),
        ("Observer / Speaker", None),
        ("Astronaut", None),
    ],
)
def test_capacities_are_read_in_five_languages(text: str, capacity: Capacity | None) -> None:
    assert capacity_of(text) is capacity


def test_a_quality_is_the_capacity_only_beside_a_function() -> None:
    assert _columns("Nom|Fonction|Qualité")["capacity"] == "Qualité"
    assert _columns("Nom|Qualité") == {"full_name": "Nom", "function": "Qualité"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_capacity_as_we_print_it_is_read_back(language: str) -> None:
    printed = {load(language).say(f"capacity.{capacity}"): capacity for capacity in Capacity}
    assert {word: capacity_of(word) for word in printed} == printed


@pytest.mark.parametrize("capacity", Capacity)
def test_our_own_word_for_a_capacity_is_read_back(capacity: Capacity) -> None:
    assert capacity_of(capacity.value) is capacity
