"""Titles are taken off a name and kept, and nobody's name is taken for one."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.domain import honorifics
from checkin.domain.names import FullName, read_name
from checkin.domain.text import words

PIECES = st.sampled_from(
    (
        *("DUPONT", "Jean-Pierre", "DE", "LA", "CRUZ", "de", "la", "Maria", "H.E.", "Mr.", "Mr"),
        *(
            "S.E.",
            "M.",
            "Mme",
            "Dr.",
            "Prof.",
            "(Dr)",
            "Dr.Ali",
            "Don",
            "Prince",
            "HE",
            "SE",
            "SEM",
        ),
        *(
            "Me",
            "Sr.",
            "D.",
            ",",
            ";",
            ".",
            "-",
            "/",
            "(née",
            "جان",
            "محمد",
            "السيد",
            "سعادة",
            "Jr",
        ),
        *("III", "(Mr.)", "h.c.", "le", "Ministre", "Excmo.", "(", ")", "[", "]", "2", "،", "D.ª"),
        *("Dª", "Ambassador?", "His", "Excellency"),
    )
)


@pytest.mark.parametrize(
    ("full", "honorific", "family", "given_names"),
    [
        ("H.E. Mr. John SMITH", "H.E. Mr.", "SMITH", "John"),
        ("H.E Mr. John Smith", "H.E Mr.", "John Smith", ""),
        ("H. E. Mr. John Smith", "H. E. Mr.", "John Smith", ""),
        ("HE Mr John Smith", "HE Mr", "John Smith", ""),
        ("HE John SMITH", "HE", "SMITH", "John"),
        ("SE M Messaoud Ait Chaalal", "SE M", "Messaoud Ait Chaalal", ""),
        ("S.E. M. Alassane Prueba", "S.E. M.", "Alassane Prueba", ""),
        ("S.E. Mme Awa N'DIAYE", "S.E. Mme", "N'DIAYE", "Awa"),
        ("S.E.M. Ali Prueba", "S.E.M.", "Ali Prueba", ""),
        ("Son Excellence Monsieur Ali PRUEBA", "Son Excellence Monsieur", "PRUEBA", "Ali"),
        ("His Excellency Mr. Ali Prueba", "His Excellency Mr.", "Ali Prueba", ""),
        ("Excmo. Sr. D. Juan Prueba", "Excmo. Sr. D.", "Juan Prueba", ""),
        ("Excma. Sra. D.ª María Prueba", "Excma. Sra. D.ª", "María Prueba", ""),
        ("Ilmo. Sr. Don Juan Prueba", "Ilmo. Sr. Don", "Juan Prueba", ""),
        ("Excelentíssimo Senhor José SILVA", "Excelentíssimo Senhor", "SILVA", "José"),
        ("Prof. Dr. h.c. Anna Müller", "Prof. Dr. h.c.", "Anna Müller", ""),
        ("Prof.Dr.Ali Can", "Prof. Dr.", "Ali Can", ""),
        ("M. Jean Prueba", "M.", "Jean Prueba", ""),
        ("M. le Ministre Jean PRUEBA", "M. le Ministre", "PRUEBA", "Jean"),
        ("Mme PRUEBA Aïcha", "Mme", "PRUEBA", "Aïcha"),
        ("Me Jean PRUEBA", "Me", "PRUEBA", "Jean"),
        ("Ambassador Jane Prueba", "Ambassador", "Jane Prueba", ""),
        ("H.E. Sheikh Ali bin Prueba", "H.E. Sheikh", "Ali bin Prueba", ""),
        ("Ing. Guillermo Prueba", "Ing.", "Guillermo Prueba", ""),
        ("سعادة السيد محمد بناني", "سعادة السيد", "محمد بناني", ""),
        ("د. محمد علي", "د.", "محمد علي", ""),
        ("S.E. M. l'Ambassadeur Jean PRUEBA", "S.E. M. l'Ambassadeur", "PRUEBA", "Jean"),
        ("Sua Excelência o Senhor José Silva", "Sua Excelência o Senhor", "José Silva", ""),
        ("Général de brigade Ali Prueba", "Général de brigade", "Ali Prueba", ""),
        ("Prof.ª Dr.ª Maria Silva", "Prof.ª Dr.ª", "Maria Silva", ""),
        ("HE Gen Ali Prueba", "HE Gen", "Ali Prueba", ""),
        ("PRUEBA, Jean, H.E. Mr.", "H.E. Mr.", "PRUEBA", "Jean"),
        ("PRUEBA Jean, Dr.", "Dr.", "PRUEBA", "Jean"),
        ("PRUEBA Jean (Dr)", "Dr", "PRUEBA", "Jean"),
        ("PRUEBA, Jean (Mr.)", "Mr.", "PRUEBA", "Jean"),
        ("Prueba, Mr. Jean", "Mr.", "Prueba", "Jean"),
        ("Prueba, Jean, M.", "M.", "Prueba", "Jean"),
        ("PRUEBA John Mr", "Mr", "PRUEBA", "John"),
        ("Prueba, Dr.", "Dr.", "Prueba", ""),
    ],
)
def test_titles_are_taken_off_and_kept(
    full: str, honorific: str, family: str, given_names: str
) -> None:
    assert read_name(full) == FullName(family, given_names, honorific)


@pytest.mark.parametrize(
    "full",
    [
        *("Don Prueba", "Prince Prueba", "Sheikh Hasina", "Cheikh Prueba Diop", "Me Linh", "Dr."),
        *("M. A. Prueba", "M.", "Gen Kimura", "D. João Silva", "S. E. Tao Prueba", "S.r. Prueba"),
        *("D.R. Prueba", "M.S. Khan", "HE Ali Prueba", "السيد محمد", "Dame Prueba", "Major Prueba"),
        *("Martin Prueba, Sr.", "Mr", "Mr. -", "Hon Prueba", "Lic", "Dominique Prueba"),
        *("M. et Mme Prueba", "Mr. & Mrs. Prueba", "Monsieur le Président"),
    ],
)
def test_a_name_that_looks_like_a_title_stays_a_name(full: str) -> None:
    assert read_name(full) == FullName(full)


@pytest.mark.parametrize(
    ("full", "family", "given_names"),
    [
        ("HE Kaitao", "HE", "Kaitao"),
        ("M. PRUEBA", "PRUEBA", "M."),
        ("M. VAN DER BERG", "VAN DER BERG", "M."),
        ("PRUEBA, M.", "PRUEBA", "M."),
        ("Gen NAKATANI", "NAKATANI", "Gen"),
        ("Min Aung PRUEBA", "PRUEBA", "Min Aung"),
        ("Hon Sui PRUEBA", "PRUEBA", "Hon Sui"),
    ],
)
def test_surnames_and_initials_that_titles_share_are_told_apart(
    full: str, family: str, given_names: str
) -> None:
    assert read_name(full) == FullName(family, given_names)


@pytest.mark.parametrize(
    "full",
    [
        *("Ali PRUEBA (علي بروبا)", "علي بروبا / Ali PRUEBA"),
        *("Ali PRUEBA علي بروبا", "Ali PRUEBA - علي بروبا"),
    ],
)
def test_a_name_in_its_own_script_beside_the_latin_one_is_kept_apart(full: str) -> None:
    assert read_name(full) == FullName("PRUEBA", "Ali", "", "علي بروبا")
    assert read_name(full, scripts=False).name_in_script == ""


def test_a_name_in_arabic_alone_is_the_name() -> None:
    assert read_name("محمد بن راشد") == FullName("محمد بن راشد")
    assert read_name("Dr. محمد بن راشد") == FullName("محمد بن راشد", "", "Dr.")


def test_titles_stay_where_the_list_has_them_in_a_column_of_their_own() -> None:
    assert read_name("M. Paul Prueba", titles=False) == FullName("M. Paul Prueba")


@given(
    st.one_of(
        st.lists(PIECES, max_size=8).map(" ".join),
        st.lists(PIECES, max_size=6).map("".join),
        st.text(max_size=40),
    )
)
@example("Dr. محمد 2 Mohamed")
def test_no_word_is_lost_or_invented(full: str) -> None:
    name = read_name(full)
    found = (name.honorific, name.family_name, name.given_names, name.name_in_script)
    assert Counter(words(" ".join(found))) == Counter(words(full))
    assert name.family_name or not words(full)
    assert name.family_name or not name.given_names


def test_an_m_without_a_point_is_a_title_where_the_surname_is_in_capitals() -> None:
    assert read_name("M DUPONT Jean").honorific == "M"
    assert not honorifics._is_beside_seam(["M", "Sow"], 0, ["Sow"], honorifics._Before())


def test_a_title_alone_that_is_abbreviated_needs_its_point() -> None:
    assert honorifics._stands_alone("Dr.", honorifics._Kind.DOTTED, third=False)
    assert not honorifics._stands_alone("Dr", honorifics._Kind.DOTTED, third=False)
