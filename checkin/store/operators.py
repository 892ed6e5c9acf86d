"""Who sat at the desks of a meeting, as the newest facts of each desk name them."""

from checkin.store.connection import Connection

_NEWEST = 20_000  # facts of one desk that are looked at: more than a day has, read in a moment
_OF_DESK = (
    "SELECT operator, max(at) FROM"
    " (SELECT operator, at FROM fact WHERE desk = ? ORDER BY desk_seq DESC LIMIT ?)"
    " GROUP BY operator"
)


def operators(connection: Connection) -> list[str]:
    """The names, whoever recorded something last before the others."""
    last: dict[str, int] = {}
    for (desk,) in connection.all("SELECT DISTINCT id FROM desk"):
        for name, at in connection.all(_OF_DESK, (desk, _NEWEST)):
            last[name] = max(at, last.get(name, at))
    return sorted(last, key=lambda name: -last[name])
