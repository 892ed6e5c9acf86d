"""A full name in one column is split only where the list shows the seam."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.domain.names import read_name
from checkin.domain.text import clean, whole_name

CAPITALS = ("EL", "OUAFI", "DE", "CRUZ", "VAN", "BIN", "E", "N'DIAYE", "García-LÓPEZ", "Mª")
SMALL = ("Nadia", "de", "la", "van", "der", "Berg", "Ben", "e", "y", "J.-P.", "M.", "3rd", "-")
WORDS = st.sampled_from((*CAPITALS, *SMALL, "Aïssatou", "McDonald", "محمد", "بناني", ",", ";", "'"))


def split_full_name(full: str) -> tuple[str, str]:
    """Family name and given names, where titles and other scripts have columns of their own."""
    name = read_name(full, titles=False, scripts=False)
    return name.family_name, name.given_names


def letters(text: str) -> Counter[str]:
    return Counter(one for one in text if unicodedata.category(one)[0] in "LM")


@pytest.mark.parametrize(
    ("full", "family", "given_names"),
    [
        ("EL OUAFI Nadia", "EL OUAFI", "Nadia"),
        ("Nadia EL OUAFI", "EL OUAFI", "Nadia"),
        ("N'DIAYE Aïssatou", "N'DIAYE", "Aïssatou"),
        ("Lucía GARCÍA LÓPEZ", "GARCÍA LÓPEZ", "Lucía"),
        ("DE SOUSA E ALBUQUERQUE Maria", "DE SOUSA E ALBUQUERQUE", "Maria"),
        ("de SOUSA Maria Francisca", "de SOUSA", "Maria Francisca"),
        ("Jan van der BERG", "van der BERG", "Jan"),
        ("Mohamed ould ABDALLAHI", "ould ABDALLAHI", "Mohamed"),
        ("J.-P. DUPONT", "DUPONT", "J.-P."),
        ("DUPONT J.-P.", "DUPONT", "J.-P."),
        ("M. DUPONT", "DUPONT", "M."),
        ("DUPONT J", "DUPONT", "J"),
        ("McDONALD Ian", "McDONALD", "Ian"),
        ("Ian McDONALD", "McDONALD", "Ian"),
        ("Mac DONALD Ian", "Mac DONALD", "Ian"),
        ("d'ALMEIDA João", "d'ALMEIDA", "João"),
        ("João d’ALMEIDA", "d’ALMEIDA", "João"),
        ("Nadia el-FASSI", "el-FASSI", "Nadia"),
        ("EL-FASSI Nadia", "EL-FASSI", "Nadia"),
        ("STRAUß Franz", "STRAUß", "Franz"),
        ("María de la CRUZ GÓMEZ", "de la CRUZ GÓMEZ", "María"),
        ("John SMITH III", "SMITH III", "John"),
        ("Luiz LULA DA SILVA Filho", "LULA DA SILVA Filho", "Luiz"),
        ("Sean O BRIEN", "O BRIEN", "Sean"),
        ("ИВАНОВ Иван", "ИВАНОВ", "Иван"),
        ("NG Wei Ming", "NG", "Wei Ming"),
    ],
)
def test_a_run_of_capitals_is_the_family_name(full: str, family: str, given_names: str) -> None:
    assert split_full_name(full) == (family, given_names)


@pytest.mark.parametrize(
    ("full", "family", "given_names"),
    [
        ("SMITH Ben Alan", "SMITH", "Ben Alan"),
        ("SMITH Ben", "SMITH", "Ben"),
        ("HADDAD bin Yusuf Omar", "HADDAD", "bin Yusuf Omar"),
        ("GARCÍA y LÓPEZ Ana", "GARCÍA y LÓPEZ", "Ana"),
    ],
)
def test_a_particle_after_the_last_capitals_is_no_part_of_their_run(
    full: str, family: str, given_names: str
) -> None:
    assert split_full_name(full) == (family, given_names)


@pytest.mark.parametrize(
    ("full", "family", "given_names"),
    [
        ("Bennani, Mohamed", "Bennani", "Mohamed"),
        ("BENNANI , Mohamed", "BENNANI", "Mohamed"),
        ("de la Cruz,María José", "de la Cruz", "María José"),
        ("بناني, محمد", "بناني", "محمد"),
        ("بناني، محمد", "بناني", "محمد"),
        ("VAN DER BERG, Jan", "VAN DER BERG", "Jan"),
        ("Smith Jr., John", "Smith Jr.", "John"),
        ("SMITH, John, Jr", "SMITH Jr", "John"),
        ("SMITH, III, John", "SMITH III", "John"),
    ],
)
def test_a_comma_parts_surname_and_given_names(full: str, family: str, given_names: str) -> None:
    assert split_full_name(full) == (family, given_names)


@pytest.mark.parametrize(
    "full",
    [
        "Nadia El Ouafi",
        "NADIA EL OUAFI",
        "Nadia",
        "OUAFI",
        "محمد بناني",
        "M. P. J.",
        "EL OUAFI Nadia BENNANI",
        "Nadia EL OUAFI Salma",
        "DUPONT Jean, Directeur",
        "DUPONT (née MARTIN) Marie",
        "Martin Luther King, Sr.",
        "John Smith, Jr.",
        "Mohammed VI",
        "John Smith MP",
        "JP Morgan",
        "de SOUSA e Melo Maria",
        "EL Nadia Fassi",
        "Mac DONALD",
        "Bennani, Mohamed, PhD",
        "Bennani,",
        ", Mohamed",
        "de la",
        "",
        "王小明",
    ],
)
def test_without_a_seam_the_name_is_kept_whole(full: str) -> None:
    assert split_full_name(full) == (full, "")


@given(st.one_of(st.lists(WORDS).map(" ".join), st.text(max_size=50)))
@example("SMITH Ben Alan")
@example("a,\u00a0b")
def test_splitting_never_changes_a_letter(full: str) -> None:
    family, given_names = split_full_name(full)
    assert letters(family + given_names) == letters(clean(full))
    assert family == clean(family)
    assert given_names == clean(given_names)


@given(st.lists(WORDS).map(" ".join))
def test_nobody_is_left_without_a_family_name(full: str) -> None:
    family, given_names = split_full_name(full)
    assert family or not given_names
    assert bool(family) == bool(clean(full))


def test_the_whole_name_begins_with_the_family_name() -> None:
    assert whole_name("EL OUAFI", "Nadia") == "EL OUAFI Nadia"
    assert whole_name("Ouedraogo Salif", "") == "Ouedraogo Salif"
    assert whole_name("", "Nadia") == "Nadia"
