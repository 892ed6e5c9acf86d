"""What a meeting file holds that nobody would write: read as damage, or as nothing."""

import json

import pytest

from checkin.bootstrap import open_meeting
from checkin.domain.facts import ListImported
from checkin.domain.refused import Refused
from checkin.store.acts import Acts
from checkin.store.meeting_file import _meeting_of
from tests.conftest import SALMA
from tests.data.schema.make_frozen import frozen


def test_an_import_whose_words_are_damaged_is_a_damaged_file(services):
    with pytest.raises(Refused, match="damaged_file"):
        Acts(services.file.connection)._read(ListImported, "{")


def test_lists_of_an_older_journal_cannot_be_taken_back(tmp_path, clock):
    path = tmp_path / "old.checkin"
    path.write_bytes(frozen(2).read_bytes())
    services = open_meeting(path, clock, upgrade=True)
    assert services.lists.imports(SALMA) == []
    services.close()


def test_no_words_find_nobody(services):
    assert services.file.delegates.with_words(" - ") == []


def test_a_zone_that_the_system_cannot_even_look_for_is_damage(services):
    (body,) = services.file.connection.one("SELECT body FROM meeting")
    damaged = json.loads(body)
    damaged["meeting"]["zone"] = "a" * 300
    with pytest.raises(ValueError, match="aaa"):
        _meeting_of((json.dumps(damaged),))
