"""A text file is read in the encoding it is in, whichever line ends it has."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.lists.encodings import ENCODINGS, NotText, decoded
from checkin.documents.lists.source import read_source

HEADER = ["Titre", "Nom et prénom", "Fonction", "Pays"]
PEOPLE = [
    ["M", "MENDEZ Iñigo", "Sous-directeur général de la coopération", "España"],
    ["Mme", "NÚÑEZ Zoë", "Ministère des Affaires étrangères", "Côte d'Ivoire"],
    ["Sr", "GARCÍA João", "Secretário-geral, administração interna", "São Tomé"],
    ["M", "ÅKERSTRÖM Bjørn", "Büro für Außenwirtschaft", "Österreich"],
    ["Mme", "Élise Lefèvre", "Chargée d’études; à l’œuvre", "Bénin"],
]
LETTERS = st.text(st.sampled_from("abcdefgABCDEFG éèàçñíóúêôãõäöüßÉÑÍÓÁ"), min_size=1)


def written(encoding: str, end: str = "\r\n", delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows([HEADER, *PEOPLE])
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        *(("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16")),
        *(("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32")),
        *(("cp1252", "cp1252"), ("mac-roman", "mac-roman")),
    ],
)
def test_what_nobody_named_is_told_by_the_bytes(
    tmp_path: Path, encoding: str, told: str, end: str
) -> None:
    path = tmp_path / "list.csv"
    for delimiter in ",;\t|":
        path.write_bytes(written(encoding, end, delimiter))
        source = read_source(path)
        assert source.grids[0].rows == [HEADER, *PEOPLE]
        assert (source.encoding, source.delimiter) == (told, delimiter)


@pytest.mark.parametrize("order", ["le", "be"])
def test_both_orders_of_bytes_are_known_by_their_marks(order: str) -> None:
    for width in ("16", "32"):
        data = "\ufeffNom\nZoé\n".encode(f"utf-{width}-{order}")
        assert decoded(data, None) == ("Nom\nZoé\n", f"utf-{width}")


def test_arabic_in_utf16_without_its_mark_is_read() -> None:
    text = "الاسم,البلد\nعبد الرحمن بن يوسف,المغرب\nفاطمة الزهراء,تونس\n"
    assert decoded(text.encode("utf-16-le"), None) == (text, "utf-16-le")


def test_latin_1_is_read_as_cp1252() -> None:
    assert decoded("Nom\nWilmès\n".encode("latin-1"), None) == ("Nom\nWilmès\n", "cp1252")


@pytest.mark.parametrize("end", [b"\n", b"\r"])
def test_one_letter_tells_cp1252_from_mac_roman(end: bytes) -> None:
    for encoding in ("cp1252", "mac-roman"):
        data = end.join((b"Nom", "Wilmès".encode(encoding), b""))
        assert decoded(data, None)[0].split()[1] == "Wilmès"


def test_capitals_tell_them_too() -> None:
    for encoding in ("cp1252", "mac-roman"):
        data = "Nom\rGARCÍA\rPEÑA\rLÓPEZ\rDÉLÉGUÉ\r".encode(encoding)
        assert decoded(data, None)[1] == encoding


@given(st.lists(LETTERS, min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_says_its_encoding_is_never_mistaken(words: list[str], encoding: str) -> None:
    text = "\n".join(words)
    assert decoded(text.encode(encoding), None)[0] == text


@given(st.binary())
def test_no_bytes_are_too_odd_for_an_answer(data: bytes) -> None:
    try:
        text, used = decoded(data, None)
    except NotText:
        return
    assert isinstance(text, str)
    assert used


def test_a_named_encoding_goes_before_what_the_bytes_tell() -> None:
    assert decoded("Zoé".encode(), "cp1252") == ("ZoÃ©", "cp1252")
    assert decoded("Wałęsa".encode("cp1250"), "windows-1250") == ("Wałęsa", "cp1250")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_that_is_offered_can_be_read(encoding: str) -> None:
    assert decoded("Ana Prueba\n".encode(encoding), encoding) == ("Ana Prueba\n", encoding)


@pytest.mark.parametrize(
    ("data", "encoding", "why"),
    [
        ("Zoé".encode("cp1252"), "utf-8", "^not_encoding"),
        ("Nom\nWilmès\n".encode("utf-16-le"), "cp1252", "^not_encoding"),
        (b"Nom", "klingon", "no_such_encoding"),
        (b"Nom", "base64", "no_such_encoding"),
    ],
)
def test_a_named_encoding_that_does_not_fit_is_said(data: bytes, encoding: str, why: str) -> None:
    with pytest.raises(NotText, match=why):
        decoded(data, encoding)


def test_a_file_cut_in_the_middle_of_a_letter_keeps_its_encoding() -> None:
    assert decoded("Prénom\nZoé".encode()[:-1], None) == ("Prénom\nZo\ufffd", "utf-8")
    assert decoded("Nom\nZoé".encode("cp1252"), None) == ("Nom\nZoé", "cp1252")
    assert decoded("Nom\nZoé".encode("utf-16")[:-1], None)[0] == "Nom\nZo\ufffd"


def test_a_damaged_letter_among_many_whole_ones_keeps_its_encoding() -> None:
    data = "Zoé, José, Noël, Wilmès, Zoë, é".encode().replace(b"Zo\xc3\xa9", b"Zo\xc3")
    assert decoded(data, None) == ("Zo\ufffd, José, Noël, Wilmès, Zoë, é", "utf-8")


def test_a_mark_of_utf8_before_another_encoding_is_not_believed() -> None:
    assert decoded(b"\xef\xbb\xbf" + "Wilmès".encode("cp1252"), None) == ("Wilmès", "cp1252")


def test_a_byte_that_cp1252_does_not_know_is_a_lost_letter() -> None:
    assert decoded(b"Garc\xeda Wilm\xe8s Fran\xe7ois \x81", None)[0].endswith("François \ufffd")
