"""Columns known by what stands in them, where headers lie, say nothing or are not there."""

import pytest

from checkin.documents.lists.columns import fitting, recognised
from checkin.documents.lists.reading import read_list
from checkin.domain.listing import ListOptions, header_key
from checkin.domain.refused import Refused
from tests.documents.sources import columns, found
from tests.documents.table_in import read_table
from tests.documents.test_lists import EXPORTS

SECRETS = "k24fiuwvu8kxz3y1bzx7hqk5n2m9ab01", "k24fiuwvu8kxz3y1bzx7hqk5n2m9ab02"
IDS = "9982be4e-32cf-4656-a781-62ad45609d11", "9982be4e-32cf-4656-a781-62ad45609d12"


def _by(text: str, **mapping: str) -> dict[str, str]:
    """Field to the letter of its column and how it was known: `email` to `C content`."""
    taken = columns(text, **mapping)
    return {name: f"{chr(65 + at)} {taken.how[name]}" for name, at in taken.indexes.items()}


def _codes(text: str) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.code) for one in columns(text).problems]


def test_a_contact_is_an_address_or_a_number_as_its_cells_say() -> None:
    mails = "Nom complet|Contact\nAna Prueba|a@x.example\nBea Prueba|b@x.example"
    phones = "Nom complet|Contact\nAna Prueba|+34 600 123 456\nBea Prueba|+34 600 123 457"
    assert _by(mails)["email"] == "B content"
    assert _by(phones)["phone"] == "B content"


def test_a_header_that_lies_is_not_believed_and_that_is_said() -> None:
    text = (
        "Nom|Prénom|Email|Téléphone\n"
        "PRUEBA|Ana|+212 5 37 00 00|a@x.example\nPRUEBA|Bea|+212 5 37 00 01|b@x.example"
    )
    found_by = _by(text)
    assert (found_by["email"], found_by["phone"]) == ("D content", "C content")
    assert _codes(text) == [
        (0, "Email", "header_not_believed"),
        (0, "Téléphone", "header_not_believed"),
    ]


@pytest.mark.parametrize("values", ["yes|no", "a@x.example|", "|"])
def test_a_header_is_believed_where_nothing_speaks_against_it(values: str) -> None:
    one, other = values.split("|")
    assert _by(f"Nom|Email\nAna Prueba|{one}\nBea Prueba|{other}")["email"] == "B header"


def test_a_column_of_countries_needs_no_header_that_says_so() -> None:
    text = "Nom complet|Provenance|Ville\nAna Prueba|Mali|Bamako\nBea Prueba|Côte d'Ivoire|Abidjan"
    found_by = _by(text)
    assert (found_by["country"], found_by["delegation"]) == ("B content", "B content")


def test_a_buyers_country_is_taken_only_where_there_is_no_other_and_said() -> None:
    text = "Name|Purchaser country{}\nAna Prueba|Mali|Niger\nBea Prueba|Spain|Niger"
    assert _by(text.format("|Home Country"))["country"] == "C header"
    assert _by(text.format("|From"))["country"] == "C content"
    alone = text.format("").replace("|Niger", "")
    assert _by(alone)["country"] == "B content"
    assert _codes(alone) == [(0, "Purchaser country", "country_of_buyer")]


@pytest.mark.parametrize("header", ["Buyer email", "Purchaser e-mail", "E-mail de l'acheteur"])
def test_a_buyer_is_no_attendee(header: str) -> None:
    text = f"Name|{header}|Buyer phone\nAna Prueba|buyer@x.example|+34 600 123 456"
    assert _by(text) == {"full_name": "A header"}


@pytest.mark.parametrize("header", ["Product", "Ticket type", "Event Ticket", "Tags", "Sorte"])
def test_a_column_of_capacities_is_the_capacity(header: str) -> None:
    text = f"Name|{header}\nAna Prueba|Delegate\nBea Prueba|Head of delegation; VIP"
    assert _by(text)["capacity"] == "B content"


def test_a_quality_alone_is_the_capacity_where_its_cells_are_capacities() -> None:
    text = "Nom|Qualité\nAna Prueba|{}\nBea Prueba|Observatrice"
    assert _by(text.format("Cheffe de délégation"))["capacity"] == "B header"
    assert _by(text.format("Ministre"))["function"] == "B header"


def test_a_role_in_an_online_meeting_is_no_function() -> None:
    text = "Name|Role\nAna Prueba|Organizer\nBea Prueba|{}"
    assert "function" not in _by(text.format("Presenter"))
    assert _by(text.format("Director"))["function"] == "B header"


def test_what_other_tools_print_as_a_code_is_kept_as_one() -> None:
    secrets = f"Name|Geheim\nAna Prueba|{SECRETS[0]}\nBea Prueba|{SECRETS[1]}"
    assert _by(secrets)["foreign_codes"] == "B content"
    alfio = f"ID|Full Name\n{IDS[0]}|Ana Prueba\n{IDS[1]}|Bea Prueba"
    found_by = _by(alfio)
    assert (found_by["reference"], found_by["foreign_codes"]) == ("A header", "A content")
    assert "foreign_codes" not in _by("ID|Name\n1|Ana Prueba\n2|Bea Prueba")


def test_one_column_of_names_is_told_from_posts_bodies_and_numbers() -> None:
    text = (
        "1|Directeur général|Ana Prueba|Ministère de l'Intérieur|Mali\n"
        "2|Cheffe de bureau|Bea Prueba|Agence des frontières|Niger\n"
        "3|Conseiller|Cleo Prueba|Présidence, Bureau 4|Mali"
    )
    assert _by(text) == {
        "full_name": "C content",
        "function": "B content",
        "organisation": "D content",
        "delegation": "E content",
        "country": "E content",
    }


def test_of_two_columns_of_names_the_one_in_capitals_is_the_family_name() -> None:
    text = "Ana|PRUEBA|Mali\nBea|DE LA FUENTE|Niger\nZoé|ŁĘCKA|Mali"
    found_by = _by(text)
    assert (found_by["family_name"], found_by["given_names"]) == ("B content", "A content")
    assert _codes(text) == []


def test_where_nothing_tells_the_names_apart_that_is_said() -> None:
    text = "Ana|Prueba|Mali\nBea|Inventada|Niger\nZoé|Testová|Mali"
    assert _by(text)["family_name"] == "B content"
    assert _codes(text) == [(0, "B", "name_order_guessed")]


def test_a_family_name_alone_that_holds_whole_names_is_a_whole_name() -> None:
    text = "Surname|Country\nPRUEBA Ana|Mali\nPRUEBA Bea|Niger"
    assert _by(text)["full_name"] == "A header"
    assert _by(text.replace(" Ana", "").replace(" Bea", ""))["family_name"] == "A header"


def test_the_arabic_word_for_a_title_is_a_family_name_where_its_cells_are() -> None:
    text = "الاسم|اللقب|البلد\n{}\n"
    names = text.format("نادية|الوافي|المغرب\nسعيد|بنعلي|مالي\nعلي|حداد|مالي")
    titles = text.format("نادية الوافي|السيدة|المغرب\nسعيد بنعلي|السيد|مالي\nعلي حداد|السيد|مالي")
    assert (_by(names)["family_name"], _by(names)["given_names"]) == ("B header", "A header")
    assert (_by(titles)["honorific"], _by(titles)["full_name"]) == ("B header", "A header")


def test_a_list_without_any_names_is_refused() -> None:
    with pytest.raises(Refused, match="no_name_column"):
        columns("Country|City\nMali|Bamako\nNiger|Niamey\nSpain|Madrid")


def test_the_operator_names_columns_by_header_by_count_or_by_letter() -> None:
    text = "Name|Country|Company|Country\nAna Prueba|Mali|X|Spain"
    assert _by(text)["country"] == "B header"
    for name in ("Country (2)", "country (2)", "D"):
        assert _by(text, country=name)["country"] == "D operator"
    assert "organisation" not in _by(text, organisation="-")
    assert "delegation" not in _by(text, delegation="-")
    with pytest.raises(Refused, match="no_such_column"):
        columns(text, country="Country (3)")


def test_a_list_without_a_header_is_mapped_by_letters() -> None:
    text = "PRUEBA|Ana|x@x.example\nPRUEBA|Bea|y@x.example"
    found_by = _by(text, family_name="A", given_names="B")
    assert found_by == {
        "family_name": "A operator",
        "given_names": "B operator",
        "email": "C content",
    }


def test_a_mapping_is_remembered_for_headers_in_any_order_and_dress() -> None:
    key = header_key(["Nom", "Prénom", "", "Pays"])
    assert key == header_key(["PAYS", "prenom", "Nom"])
    assert key != header_key(["Nom", "Prénom"])
    assert len(key) == 32


def test_what_no_longer_fits_of_a_mapping_is_left_out() -> None:
    remembered = {"full_name": "Qui", "country": "Country (2)", "seat": "-", "shoe_size": "Qui"}
    assert fitting(remembered, ["Qui", "Country"]) == {"full_name": "Qui", "seat": "-"}


def test_a_remembered_mapping_is_for_its_headers_only_and_what_fits_of_it_is_taken(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(
        "Nr;Wer;Land;Wofür\nX-1;SORO Awa;Mali;Judge\nX-2;DIOP Ali;Mali;Clerk\n", "utf-8"
    )
    said = {"function": "Wofür", "country": "-", "seat": "Where it was"}
    kept = {header_key(["wer", "NR", "Land", "Wofür"]): said, header_key(["Nr"]): {"seat": "Wofür"}}
    columns = read_list(path, ListOptions(remembered=kept)).columns
    assert columns["function"] == "Wofür"
    assert not columns.keys() & {"country", "seat"}
    options = ListOptions(remembered=kept, mapping={"function": "-", "seat": "Wofür"})
    now = read_list(path, options).columns
    assert now["seat"] == "Wofür"
    assert not now.keys() & {"country", "function"}


@pytest.mark.parametrize(
    "header",
    [
        "FirstName|LastName|Email|Company or Organization|IEEE?|CNSV?|Are you a consultant?",
        "ID|First Name|Last Name|Email|Status|Is Checked In|Checked In At|Product ID|Product Name",
        "0|Registration ID (optional)|First|Last|Email|QTY|Event ID|Amount Paid|Payment Status",
        "Order code|Attendee name|Attendee name: Title|Attendee name: First name"
        "|Attendee name: Middle name|Attendee name: Family name|Product|Price|Secret|E-mail",
        "Bestellnummer|Teilnehmername|Teilnehmername: Vorname|Teilnehmername: Nachname|E-Mail",
        "Commande|Nom du participant|Nom du participant : Prénom"
        "|Nom du participant : Nom de famille|E-mail",
        "Vorname|Nachname|Funktion|Behörde|Land|E-Mail-Adresse",
        "Nome|Cognome|Funzione|Ente|Paese|Indirizzo email",
    ],
)
def test_headers_of_other_tools_and_languages_name_people(header: str) -> None:
    text = "|".join(f"x{at}" for at in range(header.count("|") + 1))
    table = found(f"{header}\n{text}")
    taken = recognised(table.header, {}, "list", table.rows).indexes
    assert taken.keys() >= {"family_name", "given_names", "email"}
    assert table.header_row == 1


_HAVE = {
    "alfio_export.csv": {"function", "email", "country", "foreign_codes"},
    "eventbrite_2017_uk.csv": {"email", "country"},
    "eventbrite_2024_us.csv": {"function", "organisation", "email", "country", "reference"},
    "eventbrite_2025_new.csv": {"email", "phone", "country", "foreign_codes"},
    "hievents_attendees.xlsx": {"email", "function", "country", "foreign_codes"},
    "indico_import_noheader.csv": {"email", "phone", "function", "organisation"},
    "indico_registrations.csv": {"email", "phone", "function", "organisation", "country"},
    "indico_registrations.xlsx": {"email", "phone", "function", "organisation", "country"},
    "odoo_event_registration.csv": {"email", "phone", "capacity"},
    "pretix_checkinlist_default.csv": {"email", "function", "organisation", "foreign_codes"},
    "pretix_checkinlist_excel.csv": {"email", "function", "organisation", "country"},
    "pretix_checkinlist_semicolon.csv": {"email", "function", "organisation", "country"},
}


@pytest.mark.parametrize("name", sorted(_HAVE))
def test_exports_of_other_tools_are_mapped_without_help(name: str) -> None:
    table = read_table(EXPORTS / name)
    taken = recognised(table.header, {}, name, table.rows).indexes
    assert taken.keys() >= _HAVE[name]
    assert taken.keys() & {"family_name", "full_name"}
    assert not any("Buyer" in table.header[at] for at in taken.values())


def test_every_export_we_hold_is_spoken_of() -> None:
    assert {file.name for file in EXPORTS.iterdir()} == _HAVE.keys()
