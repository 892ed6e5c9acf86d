"""The serial ports of this computer, as pyserial knows them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from checkin.domain.text import shortened

if TYPE_CHECKING:
    from serial.tools.list_ports_common import ListPortInfo

_LONGEST_NAME = 26


@dataclass(frozen=True, slots=True)
class PortChoice:
    """A port: `key` stays the same from day to day, `name` is for people."""

    key: str
    name: str


class Ports(Protocol):
    """What the desk needs of the ports: which there are, and where one stands now."""

    def choices(self) -> tuple[PortChoice, ...]:
        """Those there are now."""

    def path_of(self, key: str) -> str:
        """The device to open, whether it is there or not; asked beside the window."""


class SystemPorts:
    """The real ones."""

    def choices(self) -> tuple[PortChoice, ...]:
        """Those there are now."""
        there = _there()
        keys = _keys(there)
        return tuple(PortChoice(key, _name(port)) for key, port in zip(keys, there, strict=True))

    def path_of(self, key: str) -> str:
        """The device to open: a scanner that was put into another socket keeps its key."""
        there = _there()
        found = (port for one, port in zip(_keys(there), there, strict=True) if one == key)
        return next((str(port.device) for port in found), key)


def _there() -> "list[ListPortInfo]":
    from serial.tools.list_ports import comports  # loaded when somebody asks for ports

    return sorted(
        comports(), key=lambda port: (port.vid is None, port)
    )  # what was plugged in first


def _keys(ports: "Sequence[ListPortInfo]") -> list[str]:
    """What each is and not where, unless two are the same."""
    count = Counter(map(_identity, ports))
    made = []
    for port in ports:
        identity = _identity(port)
        made.append(identity if identity and count[identity] == 1 else str(port.device))
    return made


def _identity(port: "ListPortInfo") -> str:
    if port.vid is None or port.pid is None:
        return ""
    return f"usb:{port.vid:04x}:{port.pid:04x}:{port.serial_number or ''}"


def _name(port: "ListPortInfo") -> str:
    """What its maker calls it, and where it stands."""
    said = shortened(port.description or "", _LONGEST_NAME)
    where = shortened(port.name or port.device, _LONGEST_NAME)
    if said in ("", "n/a"):
        return where
    return said if where in said else f"{said} ({where})"
