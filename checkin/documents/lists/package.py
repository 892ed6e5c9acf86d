"""A zipped workbook before a parser may see it: which kind, how large, nothing odd about it."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from checkin.documents.lists.unreadable import Unreadable

_MOST_MEMBERS = 5_000
_MOST_BYTES = 256 << 20  # unpacked
_MOST_TIMES = 250  # unpacked to packed
_SMALL = 1 << 20  # members up to this size may be packed as tightly as they like
_MOST_CELLS = 12_000_000  # of the rectangle from A1 to the furthest cell
_PIECE = 1 << 20
_LONGEST_TAG = 4 << 20
_KINDS = {"xl/workbook.xml": "xlsx", "content.xml": "ods"}
_OTHERS = {
    "xl/workbook.bin": "binary_workbook",
    "word/document.xml": "word",
    "ppt/presentation.xml": "presentation",
    "index/document.iwa": "apple",
}
_SHEETS = b"application/vnd.oasis.opendocument.spreadsheet"
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
"""What no spreadsheet program writes, and what bombs are made of."""
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(NotImplementedError, ValueError, KeyError, IndexError, OverflowError),
)
"""What reading a broken archive may raise."""


class Hostile(Unreadable):
    """Why a workbook is not let through."""


def kind_of(archive: zipfile.ZipFile) -> str:
    """`xlsx` or `ods`, by its members; raises Hostile for what no list looks like."""
    members = archive.infolist()
    names = {member.filename.lower() for member in members}
    kind = next((_KINDS[name] for name in _KINDS if name in names), "")
    if not kind:
        raise Hostile(next((_OTHERS[name] for name in _OTHERS if name in names), "no_workbook"))
    _check_members(members)
    declared = archive.read("mimetype") if "mimetype" in names else b""
    if kind == "ods" and not declared.startswith(_SHEETS):
        raise Hostile("other_opendocument")
    if kind == "ods" and b"encryption-data" in _manifest(archive):
        raise Hostile("password")
    return kind


def _manifest(archive: zipfile.ZipFile) -> bytes:
    name = "META-INF/manifest.xml"
    return archive.read(name) if name in archive.namelist() else b""


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > _MOST_MEMBERS:
        raise Hostile("parts")
    if sum(member.file_size for member in members) > _MOST_BYTES:
        raise Hostile("large_unpacked")
    if any(map(_is_too_tight, members)):
        raise Hostile("bomb")
    if any(member.flag_bits & 1 for member in members):
        raise Hostile("password")
    if any(map(_leads_outside, members)):
        raise Hostile("leads_outside")


def _is_too_tight(member: zipfile.ZipInfo) -> bool:
    return member.file_size > max(_SMALL, member.compress_size * _MOST_TIMES)


def _leads_outside(member: zipfile.ZipInfo) -> bool:
    steps = member.filename.replace("\\", "/").split("/")
    return ".." in steps or steps[0].endswith(":")


def pieces(part: IO[bytes], seam: bytes = b"<") -> Iterator[bytes]:
    """The bytes of an XML part, a megabyte at a time, cut before a seam or at least a tag."""
    rest = b""
    while read := part.read(_PIECE):
        piece = rest + read
        cut = max(piece.rfind(seam), 0) or max(piece.rfind(b"<"), 0)
        yield piece[:cut]
        rest = piece[cut:]
        if len(rest) > _LONGEST_TAG:
            raise Hostile("long_text")
    yield rest


def refuse_far_cell(row: int, columns: int) -> None:
    """A cell that makes the rectangle from A1 too large is no list's."""
    if row * columns > _MOST_CELLS:
        raise Hostile("far_cell", row=str(row))
