"""The orders in which badges come on paper."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from checkin.domain.badge import split_number
from checkin.domain.text import fold
from checkin.store.badges import HeldBadge

Key = tuple[str | int, ...]


class BadgeOrder(StrEnum):
    """delegation (head first, then name: as they are handed out), name, or number."""

    DELEGATION = "delegation"
    NAME = "name"
    NUMBER = "number"


def ordered(held: Sequence[HeldBadge], order: BadgeOrder) -> list[HeldBadge]:
    """The badges in an order."""
    return sorted(held, key=_ORDERS[order])


def _by_delegation(held: HeldBadge) -> Key:
    """By delegation, head first, then by name: the order in which badges are handed out."""
    holder = held.holder
    if holder is None:
        return "", 0, "", held.badge.number
    delegation = fold(holder.delegation) or "\U0010ffff"
    return delegation, holder.capacity.rank, fold(holder.name), held.badge.number


def _by_name(held: HeldBadge) -> Key:
    return fold(held.holder.name if held.holder else ""), held.badge.number


def _by_number(held: HeldBadge) -> Key:
    return split_number(held.badge.number)


_ORDERS: dict[BadgeOrder, Callable[[HeldBadge], Key]] = {
    BadgeOrder.DELEGATION: _by_delegation,
    BadgeOrder.NAME: _by_name,
    BadgeOrder.NUMBER: _by_number,
}
