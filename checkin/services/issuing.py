"""New badges: a token that nobody can guess, and the next number of the delegation."""

import secrets
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime

from checkin.domain.badge import SPARE_PREFIX, Badge, BadgeKind, badge_number, split_number
from checkin.domain.delegate import Delegate
from checkin.domain.token import RANDOM_BYTES, make_token
from checkin.store.meeting_file import MeetingFile


class Issuer:
    """Makes badges for one action; numbers go on from those that were ever issued."""

    def __init__(self, file: MeetingFile, now: datetime) -> None:
        self._key, self._now = file.token_key, now
        self._last: dict[str, int] = defaultdict(int)
        for prefix, count in map(split_number, file.badges.numbers()):
            self._last[prefix] = max(self._last[prefix], count)

    def issue(self, delegate_id: str, prefix: str) -> Badge:
        """The next personal badge of somebody whose numbers begin with a prefix."""
        return self._next(prefix, delegate_id, BadgeKind.PERSONAL)

    def spare(self) -> Badge:
        """The next badge that is nobody's yet."""
        return self._next(SPARE_PREFIX, None, BadgeKind.SPARE)

    def for_a_day(self, delegate_id: str, prefix: str, day: date) -> Badge:
        """The next badge of somebody that stands in for a forgotten one on a day."""
        return replace(self._next(prefix, delegate_id, BadgeKind.DAY), day=day)

    def _next(self, prefix: str, delegate_id: str | None, kind: BadgeKind) -> Badge:
        self._last[prefix] += 1
        token = make_token(secrets.token_bytes(RANDOM_BYTES), self._key)
        number = badge_number(prefix, self._last[prefix])
        return Badge(token, number, delegate_id, kind, self._now)


def prefix(delegate: Delegate) -> str:
    """What the numbers of somebody's badges begin with."""
    from checkin.documents.countries import prefix_of

    return prefix_of(delegate.delegation, delegate.country)
