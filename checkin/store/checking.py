"""Checking a meeting file, and folding its journal anew."""

from collections.abc import Generator, Iterator

from checkin.domain.check_result import CheckResult, Problem
from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused
from checkin.store import journal, schema
from checkin.store.connection import Connection, DriverError, MemoryConnection, Row, refusal
from checkin.store.meeting_file import STEP, MeetingFile
from checkin.store.refolding import fold_journal

Checking = Generator[Progress, None, CheckResult]
Found = Generator[Progress, None, list[Problem]]


def check(file: MeetingFile, deep: bool = False, against: str = "") -> CheckResult:
    """Integrity, every chain, and journal = folded tables; `against` an earlier head.

    `deep` has SQLite verify every index entry as well.
    """
    steps = check_in_steps(file, deep, against)
    try:
        while True:
            next(steps)
    except StopIteration as ended:
        result: CheckResult = ended.value
        return result


def check_in_steps(file: MeetingFile, deep: bool = False, against: str = "") -> Checking:
    """`check` for a window: breathes between steps, and returns what it found."""
    connection = file.connection
    if not connection.is_in_place():  # what is open is sound perhaps, and nobody will find it
        raise Refused("file_gone", path=str(file.path))
    facts, delegates = counted(file)
    problems = _damage(connection, "integrity_check" if deep else "quick_check")
    problems += yield from _chain(connection, facts)
    if not problems:  # what a broken journal folds to says nothing about the tables
        problems += yield from _folded_differently(connection, facts)
    earlier = "".join(against.split()).lower()
    if earlier and not journal.holds_hash(connection, earlier):
        problems.append(Problem("head", earlier))
    return CheckResult(
        problems=tuple(problems),
        facts=facts,
        delegates=delegates,
        arrivals=file.arrivals.count(),
        head=file.head(),
    )


def counted(file: MeetingFile) -> tuple[int, int]:
    """How many facts the file holds, and how many people are on its list."""
    people = "delegate WHERE status <> 'taken_back'"
    return _count(file.connection, "fact"), _count(file.connection, people)


def quick_check(file: MeetingFile) -> list[Problem]:
    """What must hold before the first scan: the pages are sound and every chain's head fits."""
    heads = (Problem("chain", where) for where in journal.head_problems(file.connection))
    return [*_damage(file.connection, "quick_check"), *heads]


def _damage(connection: Connection, pragma: str) -> list[Problem]:
    rows = connection.all(f"PRAGMA {pragma}")
    return [Problem("damaged", row[0]) for row in rows if row[0] != "ok"]


def _chain(connection: Connection, facts: int) -> Found:
    found: list[Problem] = []
    try:
        for done, wrong in enumerate(journal.chain_problems(connection), 1):
            found += (Problem("chain", where) for where in wrong)
            if done % STEP == 0:
                yield Progress(done, 2 * facts)
    except Refused:
        found.append(Problem("chain", "a row of the journal cannot be read"))
    return found


def _count(connection: Connection, table: str) -> int:
    row = connection.one(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row else 0


def _folded_differently(connection: Connection, facts: int) -> Found:
    """The folded tables whose rows are not what the journal folds to."""
    afresh, found = MemoryConnection(), []
    try:
        schema.make_tables(afresh.execute, schema.FOLDED)
        for done in fold_journal(connection, afresh):
            if done % STEP == 0:
                yield Progress(facts + done, 2 * facts)
        for table in schema.FOLDED_TABLES:
            if _rows(connection, table) != _rows(afresh, table):
                found.append(Problem("folded", table))
            yield Progress(2 * facts, 2 * facts)
    finally:
        afresh.close()
    return found


def _rows(connection: Connection, table: str) -> set[Row]:
    """All rows; their order is nothing to go by, for an older file has other indexes."""
    return set(connection.rows(f"SELECT * FROM {table}"))


def rebuild(file: MeetingFile) -> Iterator[Progress]:
    """Drops the folded tables and folds the journal anew, in one transaction, in steps.

    Nothing is recorded by it: the journal stays as it is.
    """
    connection = file.connection
    total = _count(connection, "fact")
    try:
        with file.alone(), connection.transaction():
            for table in schema.FOLDED_TABLES:
                connection.execute(f"DELETE FROM {table}")
            for done in fold_journal(connection, connection):
                if done % STEP == 0:
                    yield Progress(done, total)
    except DriverError as error:
        raise refusal(error, file.path) from error
    yield Progress(total, total)
