import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st

from checkin.documents.badges import qr
from checkin.domain.refused import Refused
from checkin.domain.token import make_token

TOKENS = st.builds(
    make_token, st.binary(min_size=8, max_size=8), st.binary(min_size=1, max_size=32)
)


@given(TOKENS)
def test_every_token_reads_back_from_its_code(token):
    made = qr.matrix(token)
    assert len(made) == qr.SIDE
    assert {len(row) for row in made} == {qr.SIDE}
    assert qr.read_back(made) == token


@given(TOKENS)
def test_a_code_is_the_one_that_qrcode_itself_makes(token):
    code = qrcode.QRCode(
        version=2, error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0, mask_pattern=2
    )
    code.add_data(token, optimize=0)
    code.make(fit=False)
    assert qr.draft(token) == tuple(bytes(map(bool, row)) for row in code.get_matrix())


@pytest.mark.parametrize("text", ["", "BCD", "b" * 29, "É" * 29, "B" * 30])
def test_what_is_no_token_gets_no_code(text):
    with pytest.raises(Refused, match="unreadable_code"):
        qr.matrix(text)


def test_a_code_that_reads_as_something_else_is_never_drawn(monkeypatch):
    token, other = make_token(b"12345678", b"k"), make_token(b"87654321", b"k")
    foreign = qr.draft(other)
    monkeypatch.setattr(qr, "draft", lambda _token: foreign)
    with pytest.raises(Refused, match="unreadable_code"):
        qr.matrix(token)


def test_a_code_nobody_can_read_says_nothing():
    assert qr.read_back((bytes(qr.SIDE),) * qr.SIDE) is None
