"""Looks an XLSX over beside its parser: far cells, entities, and what calamine does not tell.

One streamed pass over its XML, a megabyte at a time. It finds the cells that a parser reads
as empty although they are not (formulas without a value, errors such as `#REF!`), hidden rows
and columns, merged cells, and numbers that are shown with zeros in front.
"""

import html
import re
import zipfile
from collections.abc import Iterator
from typing import IO

from checkin.documents.lists.grid import Merged
from checkin.documents.lists.notes import Notes
from checkin.documents.lists.number_format import keeps_digits, shown
from checkin.documents.lists.package import DOCTYPE, Hostile, pieces, refuse_far_cell

_NEAR_ROWS, _NEAR_COLUMNS = 199_999, 26  # references below these need no counting
_OTHER_PARTS = (  # no cells of ours, and nothing that the parser reads
    *("xl/theme/", "docprops/", "xl/media/", "xl/drawings/", "xl/charts/", "customxml/"),
    *("xl/externallinks/", "xl/pivotcache/", "xl/querytables/"),
)

_FAR = re.compile(  # begins with a letter, which the engine finds three times faster than \b
    rb"r(?<!\wr)\s*=\s*[\"'](?=[A-Za-z]{2}|[A-Za-z](?:[2-9]\d{5}|\d{7}))"
    rb"([A-Za-z]{1,3})(\d{1,7})[\"'][^<>]*>"
)
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*[^<>/])>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f\s*>)\s*"
    rb"(<(?:\w+:)?v\s*(?:/>|>\s*</(?:\w+:)?v\s*>))?\s*</(?:\w+:)?c\s*>"
)
_ERROR = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*\bt\s*=\s*[\"']e[\"'][^<>]*)>"
    rb"(?:\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f\s*>))?(?:\s*<(?:\w+:)?v\s*>([^<]{1,20})<)?"
)
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_TEXT_RESULT = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
_HIDDEN = re.compile(rb"<(?:\w+:)?(row|col)\s([^<>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*)>")
_BOUNDS = re.compile(rb"\b(r|min|max)\s*=\s*[\"'](\d{1,7})[\"']")
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*\bref\s*=\s*[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']"
)
_STYLED = rb"<(?:\w+:)?c\s(?=[^<>]*\bs\s*=\s*[\"'](%b)[\"'])([^<>]*)>\s*<(?:\w+:)?v>(\d{1,15})<"
_FORMATS = re.compile(rb"<(?:\w+:)?numFmt\s[^<>]*>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs\s*>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\s[^<>]*>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

Codes = dict[bytes, str]
"""Number formats that show digits as codes, by the number of the cells' style."""


def look_over_xlsx(archive: zipfile.ZipFile) -> dict[str, Notes]:
    """What is to know of each sheet, by its name; raises Hostile for what no list looks like."""
    found: dict[str, Notes] = {}
    codes = _codes(archive)
    for member in archive.infolist():
        name = member.filename.lower()
        if name.endswith((".xml", ".rels")) and not name.startswith(_OTHER_PARTS):
            with archive.open(member) as part:
                found[member.filename] = _look_over_part(part, codes)
    return {sheet: found.get(part, Notes()) for sheet, part in _parts(archive).items()}


def _look_over_part(part: IO[bytes], codes: Codes) -> Notes:
    notes = Notes()
    styled = re.compile(_STYLED % b"|".join(codes)) if codes else None
    rows, columns = _NEAR_ROWS, _NEAR_COLUMNS
    for piece in pieces(part, b"<c"):
        if DOCTYPE.search(piece):
            raise Hostile("entities")
        for row, column in _far_cells(piece):
            rows, columns = max(rows, row), max(columns, column + 1)
            refuse_far_cell(rows, columns)
        notes.valueless.update(_missing_values(piece))
        notes.errors.update(_errors(piece))
        _note_shape(piece, notes)
        if styled:
            notes.shown.update(_shown_codes(piece, styled, codes))
    return notes


def _far_cells(piece: bytes) -> Iterator[tuple[int, int]]:
    for found in _FAR.finditer(piece):
        if not found[0].endswith(b"/>"):  # a format without a value does no harm
            yield _place(found[1], found[2])


def _place(letters: bytes, digits: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return int(digits), column - 1


def _placed(cell: bytes) -> Iterator[tuple[int, int]]:
    if reference := _REFERENCE.search(cell):
        yield _place(reference[1], reference[2])


def _missing_values(piece: bytes) -> Iterator[tuple[int, int]]:
    """Formulas without a value (an empty one counts where the result is no text) and errors."""
    cells: list[bytes] = []
    if b"<f" in piece or b":f" in piece:
        found = _FORMULA.finditer(piece)
        cells += [cell[1] for cell in found if not (cell[2] and _TEXT_RESULT.search(cell[1]))]
    if b'"e"' in piece or b"'e'" in piece:
        cells += [cell[1] for cell in _ERROR.finditer(piece)]
    for cell in cells:
        yield from _placed(cell)


def _errors(piece: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """Which error a cell shows, where it says one."""
    if b'"e"' in piece or b"'e'" in piece:
        for cell in _ERROR.finditer(piece):
            text = html.unescape((cell[2] or b"").decode("utf-8", "replace")).strip()
            yield from ((place, text) for place in _placed(cell[1]) if text)


def _note_shape(piece: bytes, notes: Notes) -> None:
    """Hidden rows and columns, and merged cells."""
    if b"hidden" in piece:
        for found in _HIDDEN.finditer(piece):
            bounds = {name: int(digits) for name, digits in _BOUNDS.findall(found[2])}
            if found[1] == b"row" and b"r" in bounds:
                notes.hidden_rows.add(bounds[b"r"])
            elif b"min" in bounds and b"max" in bounds:
                notes.hidden_columns.append((bounds[b"min"] - 1, bounds[b"max"] - 1))
    if b"mergeCell" in piece:
        for found in _MERGED.finditer(piece):
            (top, left), (bottom, right) = _place(found[1], found[2]), _place(found[3], found[4])
            notes.merged.append(Merged(top, left, bottom, right))


def _shown_codes(
    piece: bytes, styled: re.Pattern[bytes], codes: Codes
) -> Iterator[tuple[tuple[int, int], str]]:
    for found in styled.finditer(piece):
        for place in _placed(found[2]):
            yield place, shown(int(found[3]), codes[found[1]])


def _codes(archive: zipfile.ZipFile) -> Codes:
    if "xl/styles.xml" not in archive.namelist():
        return {}
    with archive.open("xl/styles.xml") as part:
        styles = b"".join(pieces(part))
    tags = [_attributes(tag.decode("utf-8", "replace")) for tag in _FORMATS.findall(styles)]
    kept = {tag.get("numFmtId", ""): tag.get("formatCode", "") for tag in tags}
    kept = {number: code for number, code in kept.items() if keeps_digits(code)}
    found = _STYLES.search(styles) if kept else None
    cells = (
        [_attributes(tag.decode("utf-8", "replace")) for tag in _STYLE.findall(found[0])]
        if found
        else []
    )
    numbers = ((str(index), cell.get("numFmtId", "")) for index, cell in enumerate(cells))
    return {index.encode(): kept[number] for index, number in numbers if number in kept}


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
