"""Fonts on paper, where several papers are made at once."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from checkin.documents.paper import fonts


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hurried")
def test_papers_that_are_finished_at_the_same_time_have_whole_fonts() -> None:
    face = fonts.registered("NotoSans-Regular").face
    letters = [code for code in range(0x20, 0x250) if code in face.charToGlyph]
    alone = face.makeSubset(letters)
    with ThreadPoolExecutor(4) as workers:
        together = list(workers.map(face.makeSubset, [letters] * 40))
    assert all(one == alone for one in together)
