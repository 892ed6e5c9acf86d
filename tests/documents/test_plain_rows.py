"""A row is read at a glance only where looking at each of its cells gives the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.lists.plain_rows import is_plain
from checkin.documents.lists.row_texts import RowReading
from checkin.documents.lists.tables import Row

_FIELDS = ("family_name", "given_names", "country", "reference", "note", "honorific")
_COLUMNS = {field: at for at, field in enumerate(_FIELDS)}
_ODD = ("NA", "-", " MA", "'+1", "1.12E+10", "Garc?a", "GarcÃ\xada", "a  b", "\u202eb", "x|'=")
_ODD_TOO = ("e\u0301", "a | b", "\ufffd", "Ngũgĩ", "Ângela", "العلوي", "\xa0", "n/a", "NULL")
_CELLS = st.one_of(st.text(max_size=6), st.sampled_from((*_ODD, *_ODD_TOO)), st.just("Morocco"))


def _read(*cells: str) -> RowReading:
    return RowReading(Row(2, cells), _COLUMNS, (*_FIELDS, "Other"))


@given(st.lists(_CELLS, max_size=6))
def test_a_plain_row_says_the_same_where_each_of_its_cells_is_looked_at(cells: list[str]) -> None:
    padded = [*cells, *[""] * (6 - len(cells))]
    if is_plain(cells):
        glance, looked_at = _read(*cells), _read(*padded, "?")
        assert glance.texts == looked_at.texts
        assert glance.problems == looked_at.problems == []


@pytest.mark.parametrize("odd", _ODD)
def test_a_row_with_something_odd_is_not_plain(odd: str) -> None:
    assert is_plain(("BENNANI", "Salma", "Morocco"))
    assert not is_plain(("BENNANI", odd, "Morocco"))
    assert not is_plain((odd,))


def test_other_letters_are_as_plain_as_ours() -> None:
    assert is_plain(("العلوي", "Ngũgĩ", "Côte d’Ivoire", ""))
    assert not is_plain(("Ngu\u0303gi\u0303",))
    assert not is_plain(("BENNANI", "x" * 1000))
