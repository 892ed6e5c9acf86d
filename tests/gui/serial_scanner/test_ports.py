import pytest
from serial.tools.list_ports_common import ListPortInfo

from checkin.gui.serial_scanner import ports
from checkin.gui.serial_scanner.ports import PortChoice, SystemPorts


def port(device, description="n/a", vid=None, serial=None):
    made = ListPortInfo(device)
    made.description, made.vid, made.pid, made.serial_number = description, vid, 7, serial
    return made


@pytest.fixture
def plug_in(monkeypatch):
    def plugged(*there):
        monkeypatch.setattr("serial.tools.list_ports.comports", lambda: list(there))

    return plugged


def test_the_real_ports_of_this_computer_can_be_asked():
    choices = SystemPorts().choices()
    assert len({one.key for one in choices}) == len(choices)
    assert SystemPorts().path_of("/dev/no-such-port") == "/dev/no-such-port"


def test_a_scanner_keeps_its_key_in_another_socket(plug_in):
    plug_in(port("/dev/ttyS0"), port("/dev/ttyACM0", "Hand scanner", 0xC2E, "A1"))
    usb, old = SystemPorts().choices()
    assert usb == PortChoice("usb:0c2e:0007:A1", "Hand scanner (ttyACM0)")
    assert old == PortChoice("/dev/ttyS0", "ttyS0")
    assert SystemPorts().path_of(usb.key) == "/dev/ttyACM0"
    plug_in(port("/dev/ttyACM3", "Hand scanner", 0xC2E, "A1"))
    assert SystemPorts().path_of(usb.key) == "/dev/ttyACM3"


def test_two_that_cannot_be_told_apart_are_called_by_their_place(plug_in):
    plug_in(port("/dev/ttyACM0", "Twin", 1), port("/dev/ttyACM1", "Twin", 1))
    assert [one.key for one in SystemPorts().choices()] == ["/dev/ttyACM0", "/dev/ttyACM1"]


def test_what_a_maker_calls_it_is_cleaned_and_short(plug_in):
    plug_in(port("COM3", "Scanner (COM3)", 1), port("COM4", "Evil\x1b[31m\u202e" + "x" * 90, 2))
    names = [one.name for one in SystemPorts().choices()]
    assert names[0] == "Scanner (COM3)"
    assert names[1].isprintable()
    assert len(names[1]) < ports._LONGEST_NAME + 12
