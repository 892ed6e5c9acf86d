"""Somebody's photo: kept under its hash, named by a fact, taken away and back."""

import hashlib
from pathlib import Path

import pytest
from PIL import Image

from checkin.bootstrap import Services
from checkin.domain.refused import Refused
from checkin.services.people import read_photo
from tests.conftest import SALMA
from tests.services.staging import person


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "portrait of somebody.png"
    Image.new("RGBA", (900, 1600), (20, 90, 160, 128)).save(path)
    return path


def test_a_photo_is_kept_changed_taken_away_and_back(services: Services, picture: Path) -> None:
    one, jpeg = person(services, "R-1"), read_photo(picture)
    done = services.people.set_photo(one.id, jpeg, SALMA)
    assert done.value.photo == hashlib.sha256(jpeg).hexdigest()
    assert person(services, "R-1").photo == done.value.photo
    assert services.people.photo(person(services, "R-1")) == jpeg
    assert services.people.set_photo(one.id, jpeg, SALMA).undo == ()
    gone = services.people.set_photo(one.id, None, SALMA)
    assert services.people.photo(person(services, "R-1")) is None
    services.history.take_back(gone.undo, SALMA)
    assert services.people.photo(person(services, "R-1")) == jpeg
    services.people.change(one.id, {"seat": "14"}, SALMA)
    services.care.rebuild(SALMA)
    assert person(services, "R-1").photo == done.value.photo
    assert services.care.check(SALMA, deep=True).ok
    services.history.take_back(done.undo, SALMA)
    assert person(services, "R-1").photo is None


def test_a_photo_of_nobody_is_refused(services: Services) -> None:
    with pytest.raises(Refused, match="no_such_delegate"):
        services.people.set_photo("nobody", b"", SALMA)
