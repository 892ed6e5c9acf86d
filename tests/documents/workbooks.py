"""Workbooks for tests, honest and hostile, written by hand so that every byte is ours."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_NS = "http://schemas.openxmlformats.org"
_MAIN = f"{_NS}/spreadsheetml/2006/main"
_RELATIONS = f"{_NS}/officeDocument/2006/relationships"
_TYPES = f"{_NS}/package/2006/content-types"
_PACKAGE = f"{_NS}/package/2006/relationships"
_SHEET_PART = "xl/worksheets/sheet{}.xml"


def text_cell(reference: str, text: str) -> str:
    """A cell that holds a text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def row(number: int, *cells: str) -> str:
    """A row of raw cells; a text without a `<` becomes a cell of its place."""
    made = (
        cell if cell.startswith("<") else text_cell(f"{chr(65 + index)}{number}", cell)
        for index, cell in enumerate(cells)
    )
    return f'<row r="{number}">{"".join(made)}</row>'


def sheet_xml(*rows: str, before: str = "", inside: str = "") -> str:
    """A sheet's XML of raw rows, with something before its root or inside it."""
    return (
        f'<?xml version="1.0"?>{before}<worksheet xmlns="{_MAIN}">{inside}'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def parts(sheets: dict[str, str], hidden: Sequence[str] = ()) -> dict[str, str]:
    """The members of a workbook with these sheets (name to XML)."""
    listed, related = "", ""
    for number, name in enumerate(sheets, 1):
        state = ' state="hidden"' if name in hidden else ""
        listed += f'<sheet name="{escape(name)}" sheetId="{number}"{state} r:id="rId{number}"/>'
        related += (
            f'<Relationship Id="rId{number}" Type="{_RELATIONS}/worksheet" '
            f'Target="worksheets/sheet{number}.xml"/>'
        )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
            f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>'
        ),
    } | {_SHEET_PART.format(n): xml for n, xml in enumerate(sheets.values(), 1)}


def write(path: Path, members: dict[str, str]) -> Path:
    """The members zipped into a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def workbook(path: Path, *rows: str, **sheet: str) -> Path:
    """A workbook of one sheet of raw rows."""
    return write(path, parts({"Delegates": sheet_xml(*rows, **sheet)}))
