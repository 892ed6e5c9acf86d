"""Looks a workbook over before a parser may see it: sizes, far cells, entities.

One streamed pass over its XML, a megabyte at a time. It also finds the cells that a parser
reads as empty although they are not: formulas without a value, and errors such as `#REF!`.
"""

import html
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from checkin.documents.lists.grid import Cells
from checkin.domain.refused import Refused

_MOST_MEMBERS = 5_000
_MOST_BYTES = 512 << 20  # unpacked
_MOST_TIMES = 250  # unpacked to packed
_SMALL = 1 << 20  # members up to this size may be packed as tightly as they like
_MOST_CELLS = 12_000_000  # of the rectangle from A1 to the furthest cell
_NEAR_ROWS, _NEAR_COLUMNS = 99_999, 26  # references below these need no counting
_PIECE = 1 << 20
_LONGEST_TAG = 4 << 20

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_FAR = re.compile(
    rb"\br\s*=\s*[\"'](?=[A-Za-z]{2}|[A-Za-z]\d{6})([A-Za-z]{1,3})(\d{1,7})[\"'][^<>]*>"
)
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*[^<>/])>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f\s*>)\s*"
    rb"(<(?:\w+:)?v\s*(?:/>|>\s*</(?:\w+:)?v\s*>))?\s*</(?:\w+:)?c\s*>"
)
_ERROR = re.compile(rb"<(?:\w+:)?c\s([^<>]*\bt\s*=\s*[\"']e[\"'][^<>]*)>")
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_TEXT_RESULT = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

_OTHERS = {
    "xl/workbook.bin": "it is a binary workbook (.xlsb)",
    "content.xml": "it is an OpenDocument file",
    "word/document.xml": "it is a Word document",
}
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(NotImplementedError, ValueError, KeyError, IndexError, OverflowError),
)


class _Hostile(Exception):
    """Why a workbook is not let through, in words."""


def check_workbook(path: str, data: bytes) -> dict[str, Cells]:
    """The cells of each sheet whose value is missing; refuses what no list looks like."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(archive.infolist())
            return _look_over(archive)
    except _Hostile as error:
        raise Refused("unreadable_list", path=path, why=str(error)) from error
    except _DAMAGE as error:
        raise Refused("unreadable_list", path=path, why="the workbook is damaged") from error


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    names = {member.filename.lower() for member in members}
    if "xl/workbook.xml" not in names:
        raise _Hostile(next((_OTHERS[name] for name in _OTHERS if name in names), "no workbook"))
    if len(members) > _MOST_MEMBERS:
        raise _Hostile("it has too many parts")
    if sum(member.file_size for member in members) > _MOST_BYTES:
        raise _Hostile("it is too large when unpacked")
    if any(map(_too_tight, members)):
        raise _Hostile("it unpacks to far more than a list would")
    if any(member.flag_bits & 1 for member in members):
        raise _Hostile("it is protected by a password")


def _too_tight(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_SMALL, member.compress_size * _MOST_TIMES)


def _look_over(archive: zipfile.ZipFile) -> dict[str, Cells]:
    found: dict[str, Cells] = {}
    for member in archive.infolist():
        if member.filename.lower().endswith((".xml", ".rels")):
            with archive.open(member) as part:
                found[member.filename] = _look_over_part(part)
    if not any(found.values()):
        return {}
    return {sheet: found.get(part, frozenset()) for sheet, part in _parts(archive).items()}


def _look_over_part(part: IO[bytes]) -> Cells:
    rows, columns = _NEAR_ROWS, _NEAR_COLUMNS
    missing: set[tuple[int, int]] = set()
    for piece in _pieces(part):
        if _DOCTYPE.search(piece):
            raise _Hostile("it defines entities of its own")
        for row, column in _far_cells(piece):
            rows, columns = max(rows, row), max(columns, column + 1)
            if rows * columns > _MOST_CELLS:
                raise _Hostile(f"a cell stands far outside the list, in row {row}")
        missing.update(_missing_values(piece))
    return frozenset(missing)


def _pieces(part: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a part, cut where a cell or at least a tag begins."""
    rest = b""
    while read := part.read(_PIECE):
        piece = rest + read
        cut = max(piece.rfind(b"<c"), 0) or max(piece.rfind(b"<"), 0)
        yield piece[:cut]
        rest = piece[cut:]
        if len(rest) > _LONGEST_TAG:
            raise _Hostile("a text in it is too long")
    yield rest


def _far_cells(piece: bytes) -> Iterator[tuple[int, int]]:
    for found in _FAR.finditer(piece):
        if not found[0].endswith(b"/>"):  # a format without a value does no harm
            yield _place(found[1], found[2])


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return int(digits), column - 1


def _missing_values(piece: bytes) -> Iterator[tuple[int, int]]:
    """Formulas without a value (an empty one counts where the result is no text) and errors."""
    cells: list[bytes] = []
    if b"<f" in piece or b":f" in piece:
        found = _FORMULA.finditer(piece)
        cells += [cell[1] for cell in found if not (cell[2] and _TEXT_RESULT.search(cell[1]))]
    if b'"e"' in piece or b"'e'" in piece:
        cells += [cell[1] for cell in _ERROR.finditer(piece)]
    for cell in cells:
        if reference := _REFERENCE.search(cell):
            yield _place(reference[1], reference[2])


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The member that holds each sheet, by the sheet's name."""
    sheets = map(_attributes, _SHEET.findall(_text(archive, "xl/workbook.xml")))
    relations = map(_attributes, _RELATION.findall(_text(archive, "xl/_rels/workbook.xml.rels")))
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    return {
        sheet.get("name", ""): _member(targets.get(sheet.get("r:id", ""), "")) for sheet in sheets
    }


def _member(target: str) -> str:
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _text(archive: zipfile.ZipFile, name: str) -> str:
    return archive.read(name).decode("utf-8", "replace")


def _attributes(tag: str) -> dict[str, str]:
    return {name: html.unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}
