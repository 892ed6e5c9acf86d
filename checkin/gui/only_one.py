"""One window on a computer: a second start hands its file to the first and ends.

A marker beside the settings names the server that the first one listens with; its name is
made up anew each time, so that nobody else can have taken it.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER = b"ok\n"
_CONNECT_MS, _ANSWER_MS = 2000, 8000
_LONGEST = 1 << 16  # bytes that anybody's path may have


def marker_beside(settings: Path) -> Path:
    """Where the first window says that it is there."""
    return settings.with_name(f"{settings.stem}.open")


def hand_over(marker: Path, path: Path | None) -> bool:
    """Gives a path (or none) to the window that is there already; whether there was one."""
    name = _server_of(marker)
    if not name:
        return False
    from PySide6.QtNetwork import QLocalServer, QLocalSocket  # only where one seems to be there

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_CONNECT_MS):
        QLocalServer.removeServer(name)  # what a killed window left behind
        with suppress(OSError):
            marker.unlink(missing_ok=True)
        return False
    text = str(path.absolute()) if path else ""
    socket.write(text.encode("utf-8", "surrogateescape") + b"\n")
    socket.waitForBytesWritten(_CONNECT_MS)
    socket.waitForReadyRead(_ANSWER_MS)
    socket.disconnectFromServer()
    return True


def _server_of(marker: Path) -> str:
    try:
        return marker.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


class OnlyOne(QObject):
    """Listens for later starts; `asked` carries the path that one was given, or ""."""

    asked = Signal(str)

    def __init__(self, marker: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marker = marker
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """From now on; called once the window stands, because it loads what nothing else needs."""
        if self._server:
            return
        import secrets

        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = f"checkin-desk-{secrets.token_hex(8)}"
        if not server.listen(name):
            return
        server.newConnection.connect(self._connected)
        self._server = server
        with suppress(OSError):
            self._marker.parent.mkdir(parents=True, exist_ok=True)
            self._marker.write_text(name, encoding="ascii")

    def close(self) -> None:
        """Listens no longer."""
        server, self._server = self._server, None
        if server is None:
            return
        name = server.serverName()
        server.close()
        if _server_of(self._marker) == name:
            with suppress(OSError):
                self._marker.unlink(missing_ok=True)

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection() if self._server else None
        if socket:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda: self._heard(socket))
            self._heard(socket)

    def _heard(self, socket: "QLocalSocket") -> None:
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
        elif socket.canReadLine():
            line = bytes(socket.readLine().data()).decode("utf-8", "surrogateescape")
            socket.write(_ANSWER)
            socket.flush()
            self.asked.emit(line.rstrip("\n"))
