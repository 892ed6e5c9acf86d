"""The tables of a meeting file: journal, folded, kept, and no others.

Migrations are sqlite-utils': `user_version` is read first, the library only loaded when due.
"""

from collections.abc import Callable
from typing import Any

from sqlcipher3.dbapi2 import complete_statement

from checkin.domain.refused import Refused
from checkin.store.connection import Connection

VERSION = 5

JOURNAL = """
CREATE TABLE fact (
  desk TEXT NOT NULL, desk_seq INTEGER NOT NULL, id TEXT NOT NULL, meeting TEXT NOT NULL,
  kind TEXT NOT NULL, version INTEGER NOT NULL, subject TEXT, day TEXT, operator TEXT NOT NULL,
  at INTEGER NOT NULL, utc_offset INTEGER NOT NULL, clock INTEGER NOT NULL,
  payload_hash BLOB NOT NULL, prev_hash BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (desk, desk_seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fact_stays BEFORE UPDATE ON fact
BEGIN SELECT raise(ABORT, 'a fact is never changed'); END;
CREATE TRIGGER fact_is_kept BEFORE DELETE ON fact
BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
CREATE TABLE payload (
  fact TEXT NOT NULL PRIMARY KEY, salt BLOB, body TEXT
) STRICT, WITHOUT ROWID;
CREATE TRIGGER payload_stays BEFORE UPDATE ON payload
WHEN new.fact IS NOT old.fact OR new.body IS NOT NULL OR new.salt IS NOT NULL
BEGIN SELECT raise(ABORT, 'a payload is only ever erased'); END;
CREATE TRIGGER payload_is_kept BEFORE DELETE ON payload
BEGIN SELECT raise(ABORT, 'a payload is never deleted'); END;
"""

FOLDED = """
CREATE TABLE meeting (
  id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL, head TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE delegate (
  id TEXT NOT NULL PRIMARY KEY, family_name TEXT NOT NULL, given_names TEXT NOT NULL,
  reference TEXT NOT NULL, honorific TEXT NOT NULL, name_in_script TEXT NOT NULL,
  function TEXT NOT NULL, organisation TEXT NOT NULL, delegation TEXT NOT NULL, country TEXT,
  capacity TEXT NOT NULL, working_group TEXT NOT NULL, seat TEXT NOT NULL,
  languages TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, note TEXT NOT NULL,
  attention TEXT NOT NULL, photo TEXT, foreign_codes TEXT NOT NULL, status TEXT NOT NULL,
  provisional INTEGER NOT NULL, missing INTEGER NOT NULL, by_hand INTEGER NOT NULL,
  mended TEXT NOT NULL, replaced_by TEXT, awaited_since INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX awaited ON delegate (id) WHERE awaited_since IS NOT NULL;
CREATE TABLE badge (
  token TEXT NOT NULL PRIMARY KEY, number TEXT NOT NULL, delegate_id TEXT, kind TEXT NOT NULL,
  issued_at INTEGER NOT NULL, printed_at INTEGER, handed_over_at INTEGER, voided_at INTEGER,
  reason TEXT NOT NULL, outdated INTEGER NOT NULL,
  printed_face TEXT NOT NULL DEFAULT '', printed_head TEXT NOT NULL DEFAULT '',
  day TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX badge_of ON badge (delegate_id);
CREATE INDEX badge_numbered ON badge (number);
CREATE TABLE arrival (
  id TEXT NOT NULL, delegate_id TEXT, token TEXT NOT NULL, day TEXT NOT NULL,
  at INTEGER NOT NULL, entered_at INTEGER NOT NULL, desk TEXT NOT NULL, operator TEXT NOT NULL,
  point TEXT NOT NULL, direction TEXT NOT NULL, how TEXT NOT NULL, withdrawn INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  PRIMARY KEY (day, token, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_key (
  word TEXT NOT NULL, delegate_id TEXT NOT NULL, PRIMARY KEY (word, delegate_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE foreign_code (
  code TEXT NOT NULL, delegate_id TEXT NOT NULL, PRIMARY KEY (code, delegate_id)
) STRICT, WITHOUT ROWID;
"""

BLOB = """
CREATE TABLE blob (
  sha256 TEXT NOT NULL PRIMARY KEY, body BLOB NOT NULL
) STRICT, WITHOUT ROWID;
"""

KEPT = (
    """
CREATE TABLE secret (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE desk (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, place TEXT NOT NULL
) STRICT;
CREATE TABLE marker (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
"""
    + BLOB
)

FOLDED_TABLES = ("meeting", "delegate", "badge", "arrival", "search_key", "foreign_code")
JOURNAL_TABLES = ("fact", "payload")
KEPT_TABLES = ("secret", "desk", "marker", "blob", "_sqlite_migrations")


def version(connection: Connection) -> int:
    """The schema's version, 0 for a file without tables; raises Refused for a newer one."""
    row = connection.one("PRAGMA user_version") or (0,)
    if row[0] > VERSION:
        raise Refused("newer_file", path=str(connection.path))
    return int(row[0])


def migrate(connection: Connection, fold_anew: Callable[[], object] = lambda: None) -> None:
    """Brings an older or empty file to `VERSION`, each step in one transaction.

    `fold_anew` fills the folded tables out of the journal, once they were made anew.
    """
    from sqlite_utils import Database, Migrations  # 200 ms, and only ever needed here

    steps = Migrations("checkin")
    steps(name="0001 journal, folded and kept tables")(_first)
    steps(name="0002 outdated badges, pictures")(_second)

    @steps(name="0003 what lists said, and what was printed")
    def _(database: Any) -> None:
        _third(database, fold_anew)

    @steps(name="0004 other tools' codes by what they say, who comes instead, badges for a day")
    def _(database: Any) -> None:
        _columns(database, fold_anew)

    @steps(name="0005 whose arrival is told, and who saw that")
    def _(database: Any) -> None:
        _columns(database, fold_anew)

    steps.apply(Database(connection.driver))


def _first(database: Any) -> None:
    """A new file has today's tables at once; each later step asks whether it is still due."""
    make_tables(database.execute, JOURNAL + FOLDED + KEPT)
    database.execute(f"PRAGMA user_version = {VERSION}")


def _second(database: Any) -> None:
    if "blob" not in database.table_names():
        database.execute("ALTER TABLE badge ADD COLUMN outdated INTEGER NOT NULL DEFAULT 0")
        make_tables(database.execute, BLOB)
        database.execute("PRAGMA user_version = 2")


def _third(database: Any, fold_anew: Callable[[], object]) -> None:
    """Every folded table is made anew, so that nothing of them need be guessed."""
    if "mended" not in database["delegate"].columns_dict:
        _made_anew(database, fold_anew)
        database.execute(f"PRAGMA user_version = {VERSION}")


def _columns(database: Any, fold_anew: Callable[[], object]) -> None:
    """Columns that no older journal would fill, and (4) keys of `domain/code_keys.py` beside each

    code. The first of such steps that is due does all of them.
    """
    if database.execute("PRAGMA user_version").fetchone()[0] < VERSION:
        _made_anew(database, fold_anew)
        database.execute(f"PRAGMA user_version = {VERSION}")


def _made_anew(database: Any, fold_anew: Callable[[], object]) -> None:
    for table in FOLDED_TABLES:
        database.execute(f"DROP TABLE {table}")
    make_tables(database.execute, FOLDED)
    fold_anew()


def make_tables(execute: Callable[[str], object], script: str) -> None:
    """Runs a script statement by statement, inside whatever transaction is open."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if complete_statement(waiting):
            execute(waiting)
            waiting = ""
