"""A photo is chosen beside somebody's fields, kept at once, and taken away."""

from pathlib import Path

import pytest

from checkin.gui.delegates.portrait import PersonalPart
from tests.conftest import SALMA
from tests.gui.delegates_keys import in_front
from tests.portraits import portrait_file
from tests.services.staging import person


@pytest.fixture
def page(qtbot, window, services):
    made = in_front(qtbot, window)
    made.open(person(services, "R-1").id)
    return made


def part_of(page) -> PersonalPart:
    return page.mending.panel.personal


def test_a_photo_from_a_file_is_kept_shown_and_taken_away_again(
    qtbot, window, page, services, tmp_path: Path
):
    part = part_of(page)
    page.mending.panel.form.fields["seat"].line.setText("14")
    assert part.portrait.empty
    assert not part.remove.isVisible()
    part.take(str(portrait_file(tmp_path / "somebody.jpg")))
    qtbot.waitUntil(lambda: not part.portrait.empty)
    assert person(services, "R-1").photo
    assert page.mending.panel.form.given == {"seat": "14"}  # still there, not yet kept
    part.remove.click()
    assert part.portrait.empty
    assert person(services, "R-1").photo is None
    window.take_back()
    assert not part.portrait.empty
    assert services.care.check(SALMA, deep=True).ok


def test_what_is_no_picture_is_said_beside_the_fields(qtbot, page, services, tmp_path: Path):
    letter = tmp_path / "letter.jpg"
    letter.write_text("Dear Sir")
    part_of(page).take(str(letter))
    trouble = page.mending.panel.trouble
    qtbot.waitUntil(trouble.isVisible)
    assert "cannot be read as a picture" in trouble.text
    assert person(services, "R-1").photo is None


def test_a_photo_that_comes_late_is_nobody_elses(qtbot, window, page, services, tmp_path: Path):
    part_of(page).take(str(portrait_file(tmp_path / "somebody.jpg")))
    page.open(person(services, "R-2").id)
    qtbot.waitUntil(lambda: not window._board.tasks.running)
    assert person(services, "R-1").photo is None
    assert person(services, "R-2").photo is None


def test_somebody_new_has_no_photo_yet(qtbot, page):
    page.add()
    assert not part_of(page).isVisible()
