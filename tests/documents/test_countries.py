"""Which delegation a text means; never a neighbour in the alphabet."""

import csv
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.countries import called_now, partner_names, prefix_of, resolve, shown
from checkin.documents.country_names import territory_names
from checkin.domain.meeting import LANGUAGES
from checkin.paths import resource

ORGANISATIONS = {"EU", "ECOWAS", "IOM", "UNHCR", "ICRC", "UNODC"}


def _rows(name: str) -> list[dict[str, str]]:
    with resource("countries", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PARTNERS = _rows("partners.csv")


def _prefix(text: str) -> str | None:
    found = resolve(text)
    return found.prefix if found else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_every_partner_means_that_partner(language: str) -> None:
    found = {row[language]: _prefix(row[language]) for row in PARTNERS}
    assert found == {row[language]: row["code"] for row in PARTNERS}


def test_every_listed_spelling_means_its_own_partner() -> None:
    spellings = [(row["variant"], row["iso2"]) for row in _rows("country_variants.csv")]
    spellings += [(row["variant"], row["code"]) for row in _rows("organisation_variants.csv")]
    assert [(text, code) for text, code in spellings if _prefix(text) != code] == []


@given(
    st.sampled_from([row[language] for row in PARTNERS for language in LANGUAGES]),
    st.sampled_from(["{}", " {} ", "{} (the)", "The {}", "«{}»", "{} (observateur)", "{}*"]),
    st.sampled_from([str, str.upper, str.lower]),
)
def test_case_blanks_articles_and_quotes_do_not_matter(name, frame, case) -> None:  # type: ignore[no-untyped-def]
    assert resolve(frame.format(case(name))) == resolve(name)


@given(st.text(max_size=40))
def test_no_text_is_ever_too_strange_to_look_at(text: str) -> None:
    found = resolve(text)
    assert found is None or set(found.names) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Niger", "Nigeria"),
        ("Mali", "Malta"),
        ("Tchad", "Tchéquie"),
        ("Slovakia", "Slovenia"),
        ("Congo", "Democratic Republic of the Congo"),
        ("Congo (Brazzaville)", "Congo (Kinshasa)"),
        ("Guinea", "Guinea-Bissau"),
        ("Guinée", "Guinée équatoriale"),
        ("Austria", "Australia"),
        ("Ireland", "Iceland"),
        ("Mauritania", "Mauritius"),
    ],
)
def test_neighbours_are_never_taken_for_each_other(one: str, other: str) -> None:
    assert None not in (_prefix(one), _prefix(other))
    assert _prefix(one) != _prefix(other)


@pytest.mark.parametrize("text", ["", "-", "NA", "N/A", "n/a", "Na", "?", "…", "no", "la", "us"])
def test_what_says_nothing_is_no_delegation(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize("text", ["Czechoslovakia", "Nigera", "Guin", "Republic", "Atlantis"])
def test_what_nobody_is_called_stays_unresolved(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EL", "GR"),
        ("UK", "GB"),
        ("MAR", "MA"),
        ("USA", "US"),
        ("Namibia", "NA"),
        ("NAM", "NA"),
        ("Brésil", "BR"),
        ("Japón", "JP"),
        ("Trinidad and Tobago", "TT"),
        ("مصر", "EG"),
        ("Türkei", "TR"),
        ("El Salvador", "SV"),
        ("Netherlands, The", "NL"),
        ("République du Niger", "NE"),
    ],
)
def test_codes_and_countries_that_are_no_partners_are_known_too(text: str, code: str) -> None:
    assert _prefix(text) == code


@pytest.mark.parametrize("text", ["EU", "UN", "ZZ", "XA", "QO", "EZ", "001", "150"])
def test_regions_and_invented_codes_are_no_countries(text: str) -> None:
    found = resolve(text)
    assert found is None or found.country is None


def test_an_organisation_has_a_prefix_and_no_country() -> None:
    partners = {prefix_of(row["en"], None) for row in PARTNERS if row["kind"] != "state"}
    assert partners == ORGANISATIONS
    commission = resolve("Commission européenne")
    assert commission is not None
    assert (commission.country, commission.prefix) == (None, "EU")


def test_a_stored_delegation_is_shown_in_the_language_asked_for() -> None:
    assert shown("Morocco", "MA", "es") == "Marruecos"
    assert shown("Brazil", "BR", "fr") == "Brésil"
    assert shown("Czechoslovakia", None, "fr") == "Czechoslovakia"
    assert shown("ECOWAS Commission", None, "fr") == "Commission de la CEDEAO"
    assert shown("", None, "ar") == ""


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Vatican City", "Holy See"),
        ("Palestinian Territories", "State of Palestine"),
        ("Congo - Kinshasa", "Democratic Republic of the Congo"),
        ("Congo - Brazzaville", "Congo"),
        ("Myanmar (Burma)", "Myanmar"),
        ("Hong Kong SAR China", "Hong Kong, China"),
        ("Cape Verde", "Cabo Verde"),
        ("South Korea", "Republic of Korea"),
        ("North Korea", "Democratic People’s Republic of Korea"),
        ("Vietnam", "Viet Nam"),
        ("Iran", "Iran (Islamic Republic of)"),
        ("Turkey", "Türkiye"),
        ("Swaziland", "Eswatini"),
    ],
)
def test_a_state_is_called_what_meetings_print_whichever_name_is_written(
    written: str, printed: str
) -> None:
    found = resolve(written)
    assert found is not None
    assert found.names["en"] == printed
    assert resolve(printed) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_name_and_the_one_it_replaces_mean_that_state(language: str) -> None:
    printed = {row["code"]: row[language] for row in _rows("shown_names.csv")}
    replaced = {code: territory_names(language)[code] for code in printed}
    assert {code: _prefix(name) for code, name in printed.items()} == {
        code: code for code in printed
    }
    assert {code: _prefix(name) for code, name in replaced.items()} == {
        code: code for code in printed
    }
    assert {code: shown("", code, language) for code in printed} == printed


@pytest.mark.parametrize(
    ("stored", "country", "now"),
    [
        ("Congo - Kinshasa", "CD", "Democratic Republic of the Congo"),
        ("Holy See", "VA", "Holy See"),
        ("Embassy at Kinshasa", "CD", "Embassy at Kinshasa"),
        ("Morocco", "MA", "Morocco"),
        ("Upper Nowhere", None, "Upper Nowhere"),
    ],
)
def test_a_stored_name_that_was_replaced_is_called_as_today(
    stored: str, country: str | None, now: str
) -> None:
    assert called_now(stored, country) == now


def test_the_names_offered_for_partners_are_those_that_are_printed() -> None:
    assert "Democratic Republic of the Congo" in partner_names("en")
    assert "Congo - Kinshasa" not in partner_names("en")


def test_an_unknown_delegation_gets_the_prefix_of_nobody() -> None:
    assert prefix_of("Czechoslovakia", None) == "ZZ"
    assert prefix_of("Morocco", "MA") == "MA"


def test_babel_is_not_loaded_for_a_list_of_partners() -> None:
    code = (
        "import sys; from checkin.documents.countries import resolve; "
        "assert resolve('Maroc') and resolve('OIM'); assert 'babel' not in sys.modules; "
        "assert resolve('Japon'); assert 'babel' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
