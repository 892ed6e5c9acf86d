"""Why a file is no list is said in each language, with advice that fits."""

from pathlib import Path

import pytest

from checkin.documents.lists.source import read_source
from checkin.documents.wording import load
from checkin.domain.meeting import LANGUAGES
from checkin.domain.refused import Refused
from tests.documents.workbooks import row, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _sentences(path: Path) -> dict[str, str]:
    with pytest.raises(Refused) as refusal:
        read_source(path)
    facts = refusal.value.facts
    words = {language: load(language) for language in LANGUAGES}
    code = f"refused.{refusal.value.code}"
    return {language: one.say(code, **one.own(facts)) for language, one in words.items()}


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.7\n1 0 obj", "Ask whoever sent it for the spreadsheet"),
        (b"\x89PNG\r\n\x1a\n", "Ask whoever sent it for the spreadsheet"),
        (b"7z\xbc\xaf\x27\x1c", "Unpack it"),
        (b"<html><table>", "Open it in a spreadsheet program"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "Take the password off",
        ),
    ],
)
def test_each_language_says_why_and_what_to_do(tmp_path: Path, data: bytes, advice: str) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(data)
    said = _sentences(path)
    assert advice in said["en"]
    assert len(set(said.values())) == len(LANGUAGES)


def test_a_folder_and_a_cell_far_away_are_told_what_to_do(tmp_path: Path) -> None:
    assert "Choose the list in it" in _sentences(tmp_path)["en"]
    far = row(1048576, '<c r="XFD1048576"><v>1</v></c>')
    said = _sentences(workbook(tmp_path / "a.xlsx", row(1, "Name"), row(2, "Ana"), far))
    assert "Delete what stands in row 1048576" in said["en"]
    assert all("1048576" in sentence for sentence in said.values())


def test_advice_is_given_for_reasons_there_are() -> None:
    texts = load("en").texts
    advised = {key.partition(".")[2] for key in texts if key.startswith("why_do.")} - {"other"}
    assert advised <= {key.partition(".")[2] for key in texts if key.startswith("why.")}
