"""OpenDocument and old Excel files for tests: the first by hand, the second by xlwt."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
HIDDEN = (
    '<style:style style:name="gone" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)
EMPTY = "<table:table-cell/>"


def cell(text: str, more: str = "") -> str:
    """A cell that holds a text."""
    return f'<table:table-cell office:value-type="string" {more}>{shown(text)}</table:table-cell>'


def number(value: str, text: str) -> str:
    """A cell that holds a number and what people see of it."""
    given = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {given}>{shown(text)}</table:table-cell>"


def shown(text: str) -> str:
    """What people see of a cell."""
    return f"<text:p>{escape(text)}</text:p>"


def line(*cells: str, more: str = "") -> str:
    """A row; a text without a `<` becomes a cell."""
    made = (one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row {more}>{''.join(made)}</table:table-row>"


def table(name: str, *lines: str, more: str = "", columns: str = "") -> str:
    """A sheet."""
    begin = f'<table:table table:name="{escape(name)}" {more}>'
    return f"{begin}{columns}{''.join(lines)}</table:table>"


def content(*tables: str, before: str = "") -> str:
    """The document that holds the sheets, with something before its root."""
    return (
        f'<?xml version="1.0"?>{before}<office:document-content {_SPACES} {_CALC}>'
        f"<office:automatic-styles>{HIDDEN}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def write_ods(path: Path, document: str, kind: str = TYPE) -> Path:
    """The document zipped into a file."""
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    manifest = f'<manifest:manifest xmlns:manifest="{_MANIFEST}">{entry}</manifest:manifest>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", document)
    return path


def ods(path: Path, *tables: str) -> Path:
    """A spreadsheet of these sheets."""
    return write_ods(path, content(*tables))
