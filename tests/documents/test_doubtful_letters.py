"""Letters that stand as those of another encoding do: told, with the better one, never changed."""

from pathlib import Path

import pytest

from checkin.documents.lists.doubtful_letters import doubt_of
from checkin.documents.lists.reading import read_list
from checkin.domain.listing import ListOptions

CENTRAL = (
    *("Wałęsa", "Kovač", "Petrović", "Dvořák", "Černý", "Růžička", "Kamiński", "Băsescu"),
    *("Ştefan", "Łukasz", "HORVATIĆ", "KOVAČ", "Jiří", "Wiśniewski", "Gergő"),
)
WESTERN = (
    *("Hélène Genève", "Wilmès Sophie", "João Simões", "Núñez Peña", "Sørensen Jørgen", "Øystein"),
    *("Bjørn Mæland", "Niccolò Forlì", "Mª José", "Sigurðardóttir Þór", "Sœur cœur", "Aïcha Loïc"),
    *("Câmara São Tomé e Príncipe", "Ministère des Affaires étrangères", "Côte d’Ivoire", "Møller"),
    *("Tõnu Õunapuu", "Ås Åse", "L'HAŸ", "Guimarães", "Thérèse BESSÈDE", "“quoted” €", "è", "N°1"),
)


@pytest.mark.parametrize("name", CENTRAL)
def test_a_name_in_cp1250_is_told(name: str) -> None:
    doubt = doubt_of(f"Name;Country\n{name} Ana;Malta\n".encode("cp1250"))
    assert doubt is not None
    assert (doubt.better, doubt.meant) == ("cp1250", name)
    assert doubt.read == name.encode("cp1250").decode("cp1252", "replace")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Иванов Иван;Россия", "cp1251"),
        ("ИВАНОВА Анна Петровна", "cp1251"),
        ("Петро Їжак;Україна", "cp1251"),
        ("محمد بناني;المغرب", "cp1256"),
        ("BENNANI Mohamed;délégué;محمد بناني", "cp1256"),
        ("Παπαδόπουλος Γιώργος;Ελλάδα", "cp1253"),
    ],
)
def test_another_script_is_told_by_its_words(text: str, encoding: str) -> None:
    doubt = doubt_of(f"Name;Country\n{text}\n".encode(encoding))
    assert doubt is not None
    assert doubt.better == encoding
    assert doubt.meant in text


@pytest.mark.parametrize("name", [*WESTERN, "\n".join(WESTERN), "SMITH John", ""])
def test_names_of_western_europe_are_not_doubted(name: str) -> None:
    assert doubt_of(name.encode("cp1252")) is None


def test_a_doubt_is_told_for_the_whole_list_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Name;Country\nKOVAČ Jiří;Malta\nPETROVIĆ Ana;Malta\n".encode("cp1250"))
    listed = read_list(path)
    (warning,) = listed.warnings
    assert (listed.encoding, listed.people[0].delegate.family_name) == ("cp1252", "KOVAÈ")
    assert (warning.row, warning.column, warning.code) == (0, "", "letters_doubtful")
    assert warning.facts == {
        "encoding": "cp1252",
        "better": "cp1250",
        "text": "KOVAÈ",
        "meant": "KOVAČ",
    }
    again = read_list(path, ListOptions(encoding="cp1250"))
    assert (again.people[0].delegate.family_name, again.warnings) == ("KOVAČ", ())
