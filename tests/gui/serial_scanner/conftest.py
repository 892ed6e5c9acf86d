import pytest

from tests.gui.serial_scanner.ptys import Pty

pytest.importorskip("termios", reason="pseudo terminals need a system that has them")


@pytest.fixture
def pty(tmp_path):
    made = Pty(tmp_path / "door")
    made.plug_in()
    yield made
    made.end()


@pytest.fixture
def other(tmp_path):
    made = Pty(tmp_path / "stand")
    made.plug_in()
    yield made
    made.end()
