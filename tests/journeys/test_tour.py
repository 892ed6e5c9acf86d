"""The tour is the whole job: whatever breaks on the way breaks here."""

from pathlib import Path

import pytest

from checkin.__main__ import main
from checkin.bootstrap import open_meeting
from tests.conftest import SALMA


@pytest.mark.timeout(240)
def test_the_tour_leaves_paper_spreadsheets_pictures_and_a_sound_meeting(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "tour"
    assert main(["tour", "--to", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "183 delegates, 0 rows refused" in said
    assert "Codes read back from the paper: 183 of 183" in said
    made = {path.suffix for path in folder.iterdir()}
    assert made == {".checkin", ".pdf", ".xlsx", ".csv", ".png"}
    assert len(list(folder.glob("attendance-*.pdf"))) == 6
    services = open_meeting(folder / "madrid.checkin")
    assert services.care.check(SALMA, deep=True).ok
    services.close()


def test_a_tour_into_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = tmp_path / "tour"
    there.write_text("not a folder")
    assert main(["tour", "--to", str(there)]) == 1
    assert capsys.readouterr().err.startswith("cannot_write: ")
