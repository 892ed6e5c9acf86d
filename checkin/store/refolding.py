"""A journal folded from its first fact on."""

from collections.abc import Iterator

from checkin.store import fold, journal
from checkin.store.connection import Connection


def fold_journal(source: Connection, target: Connection) -> Iterator[int]:
    """Folds all facts of one file into the empty tables of another; how many so far."""
    for done, (envelope, fact) in enumerate(journal.walk(source), 1):
        if fact is not None:
            fold.apply(target, fact, envelope.at)
        yield done
