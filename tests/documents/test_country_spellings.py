"""Delegations however they are written, by rule and not only by list, and never a wrong one."""

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents import country_names
from checkin.documents.countries import prefix_of, resolve, suggestions
from checkin.documents.country_names import Names
from checkin.documents.country_offers import edits, nearest
from checkin.documents.country_spellings import parts, without_state
from checkin.domain.badge import typed_number
from checkin.domain.meeting import LANGUAGES
from checkin.domain.text import fold
from checkin.paths import resource


def _rows(name: str) -> list[dict[str, str]]:
    with resource("countries", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _prefix(text: str) -> str | None:
    found = resolve(text)
    return found.prefix if found else None


ORGANISATIONS = _rows("organisations.csv")
PARTNERS = _rows("partners.csv")
STATES = [row for row in PARTNERS if row["kind"] == "state"]


def test_every_further_spelling_means_its_own_state_or_stays_ambiguous() -> None:
    rows = _rows("further_variants.csv")
    codes: dict[str, set[str]] = {}
    for row in rows:
        codes.setdefault(row["variant"], set()).add(row["iso2"])
    wrong = {
        text: _prefix(text)
        for text, owners in codes.items()
        if _prefix(text) != (owners.copy().pop() if len(owners) == 1 else None)
    }
    assert wrong == {}


def test_a_spelling_of_the_list_that_is_left_out_is_known_by_rule_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No spelling of `country_variants.csv` becomes a wrong state when the list forgets it."""
    rows = _rows("country_variants.csv")
    everything = tuple(country_names._variants())
    known = 0
    for row in rows[::8]:
        kept = [pair for pair in everything if fold(pair[0]) != fold(row["variant"])]
        names = _without(kept)
        monkeypatch.setattr("checkin.documents.countries.listed", lambda names=names: names)
        resolve.cache_clear()
        found = resolve(row["variant"])
        assert found is None or found.country == row["iso2"], row
        known += found is not None
    resolve.cache_clear()
    assert known / len(rows[::8]) > 0.9


def _without(pairs: list[tuple[str, str]]) -> Names:
    is_code = country_names._is_code
    codes = {text: code for text, code in pairs if is_code(text, code)}
    return country_names._names(
        [(text, code) for text, code in pairs if not is_code(text, code)], codes
    )


@given(
    st.sampled_from([row for row in STATES if row["code"] not in ("CD", "CG")]),
    st.sampled_from(LANGUAGES),
    st.sampled_from(
        [
            "{} (observer)",
            "{} - Observateur",
            "{} / {en}",
            "{} ({code})",
            "{code} - {}",
            "{} ({fr})",
            "Republic of {}",
            "The Kingdom of {}",
            "République de {}",
            "Reino de {}",
            "{}, Republic of",
            "Delegation of {}",
            "Gouvernement du {}",
            "{} (Royaume du)",
            "{}.",
            "[{}]",
        ]
    ),
)
def test_a_form_of_state_or_a_note_changes_nothing(
    row: dict[str, str], language: str, frame: str
) -> None:
    text = frame.format(row[language], **row)
    assert _prefix(text) == row["code"], text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Congo (RDC)", "CD"),
        ("Congo, Dem. Rep.", "CD"),
        ("R.D. Congo", "CD"),
        ("Congo (République du)", "CG"),
        ("Congo", "CG"),
        ("Guinea", "GN"),
        ("Guinée (Conakry)", "GN"),
        ("Guinea (Bissau)", "GW"),
        ("Royaume du Maroc", "MA"),
        ("The former Yugoslav Republic of Macedonia", "MK"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Republic of Korea", "KR"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("People's Republic of China", "CN"),
        ("Republic of China", "TW"),
        ("Dominica", "DM"),
        ("Dominican Republic", "DO"),
        ("Libyan Arab Jamahiriya", "LY"),
        ("Cote d Ivoire", "CI"),
        ("Côte dʼIvoire", "CI"),
        ("St. Lucia", "LC"),
        ("Saint Lucia", "LC"),
        ("Bosnia Herzegovina", "BA"),
        ("U.K.", "GB"),
        ("EE.UU.", "US"),
        ("Usa", "US"),
        ("RCI", "CI"),
        ("Österreich", "AT"),
        ("Spain/España", "ES"),
        ("MAR", "MA"),
        ("جمهورية مصر العربية", "EG"),
        ("Vietname", "VN"),
        ("Polónia", "PL"),
        ("UN", "UNO"),
    ],
)
def test_traps_and_ways_to_write(text: str, code: str) -> None:
    assert _prefix(text) == code


@pytest.mark.parametrize(
    "text",
    [
        *("Korea", "Corée", "Republic of", "Niger / Nigeria", "Spain and Portugal"),
        *("République de Chine", "Congo (Korea)", "EU Delegation to Morocco", "NA", "State of"),
        *("Turkish Republic of Northern Cyprus", "us", "x" * 5000, "Czechoslovakia", "()"),
        *("las", "Un", "State of Georgia", "Saint Martin (Spain)"),
    ],
)  # fmt: skip
def test_what_may_be_two_or_none_stays_as_it_is(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("OIM", "IOM"), ("CEDEAO", "ECOWAS"), ("ACNUR", "UNHCR"), ("HCR", "UNHCR")),
        *(("UE", "EU"), ("Union africaine (UA)", "AUC"), ("Union Africaine", "AUC")),
        *(("ICMPD", "ICMPD"), ("Frontex", "FRONTEX"), ("INTERPOL", "INTERPOL")),
        *(("Banque mondiale", "WB"), ("CICR", "ICRC"), ("ONUDC", "UNODC"), ("FIIAPP", "FIIAPP")),
        *(("UA", "UA"), ("AU", "AU")),  # ISO's Ukraine and Australia
    ],
)
def test_organisations_are_delegations_of_their_own(text: str, code: str) -> None:
    assert _prefix(text) == code


def test_every_name_of_an_organisation_means_it_and_its_badge_numbers_can_be_typed() -> None:
    for row in ORGANISATIONS:
        assert {_prefix(row[language]) for language in LANGUAGES} == {row["code"]}
        assert prefix_of(row["en"], None) == row["code"]
        assert typed_number(f"{row['code']}-014") == f"{row['code']}-014"
        found = resolve(row["en"])
        assert found is not None
        assert found.country is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Marroco", ["MA"]),
        ("Kingdom of Marroco", ["MA"]),
        ("Nigera", ["NE", "NG"]),
        ("Untied Kingdom", ["GB"]),
        ("السنغل", ["SN"]),
        ("Korea", ["KP", "KR"]),
        ("Swizterlnad", ["CH"]),
        ("Morocco - Ministry of the Interior", ["MA"]),
        ("Niger / Nigeria", []),
        ("Maroc", []),
        ("NA", []),
        ("Mal", []),
        ("Atlantis", []),
        ("Upper Nowhere", []),
        ("", []),
    ],
)
def test_typing_errors_are_offered_and_never_taken(text: str, codes: list[str]) -> None:
    offers = sorted(one.prefix for one in suggestions(text))
    assert offers == codes
    if codes:
        assert resolve(text) is None


def test_two_errors_are_offered_only_where_nobody_else_is_as_near() -> None:
    names = (("abcdefghijkl", "A"), ("abcdefghijmn", "B"))
    assert nearest(["abcdefghijko"], names) == ("A",)
    assert nearest(["abcdefghijxy"], names) == ()
    assert nearest(["abcdefghij"], (("abcdefghijkl", "A"),)) == ("A",)
    assert nearest(["abcd"], (("abcdef", "A"),)) == ()


_LETTERS = st.text("abcd", max_size=8)


@given(_LETTERS, _LETTERS)
def test_counting_errors_is_the_same_both_ways(one: str, other: str) -> None:
    assert edits(one, other) == edits(other, one)
    assert (edits(one, other) == 0) == (one == other)


@given(
    st.lists(st.text("abcde", min_size=4, max_size=14), min_size=1, max_size=8, unique=True),
    st.text("abcde", min_size=4, max_size=14),
)
def test_nobody_near_is_overlooked(names: list[str], text: str) -> None:
    pairs = tuple((name, name) for name in names)
    near = {name for name in names if edits(text, name) <= 1}
    found = set(nearest([text], pairs))
    assert near in (set(), found) or len(near) > 4


@given(st.text(max_size=60))
def test_looking_for_pieces_never_fails(text: str) -> None:
    for piece in parts(text):
        assert fold(piece)
    name = without_state(text)
    assert name is None or name


def test_readme_lists_every_file_of_countries() -> None:
    read_me = resource("countries", "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+\.csv)`", read_me))
    assert named == {one.name for one in resource("countries", ".").glob("*.csv")}
