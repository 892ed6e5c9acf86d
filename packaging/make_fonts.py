"""Make the four static fonts of the desk from the variable Noto fonts.

Run it as `python packaging/make_fonts.py`. It needs fonttools, fontpkg-noto-sans and
fontpkg-noto-sans-arabic, which the application itself does not: the results are committed.
The same packages give the same bytes.
"""

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14]
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One variable font: its package, its file, and what of it the desk needs."""

    package: str
    name: str
    letters: Ranges
    features: tuple[str, ...]


LATIN = Source(
    package="fontpkg_noto_sans",
    name="NotoSans",
    letters=(
        (0x0020, 0x024F),  # Latin
        (0x0250, 0x036F),  # phonetic letters, modifiers (ʻ ʼ), combining accents
        (0x0370, 0x052F),  # Greek and Cyrillic
        (0x1E00, 0x1FFF),  # Latin and Greek with several accents
        (0x2000, 0x22FF),  # punctuation, superscripts, currencies, letterlike, operators
        (0x25A0, 0x25FF),  # the dotted circle under a lone accent
        (0x2C60, 0x2C7F),  # Latin of African languages
        (0xA720, 0xA7FF),
        (0xFB00, 0xFB06),  # ligatures
        (0xFE20, 0xFE2F),
        (0xFEFF, 0xFEFF),
        (0xFFFC, 0xFFFD),
    ),
    features=("ccmp", "locl", "liga", "kern", "mark", "mkmk", "case", "lnum", "tnum", "pnum"),
)
ARABIC = Source(
    package="fontpkg_noto_sans_arabic",
    name="NotoSansArabic",
    letters=(
        (0x0020, 0x024F),  # its own Latin letters, for lines that mix both
        (0x02B0, 0x036F),
        (0x0600, 0x08FF),  # Arabic, its supplements and extensions
        (0x2000, 0x22FF),
        (0x25A0, 0x25FF),
        (0x2E41, 0x2E41),  # reversed comma
        (0xFB50, 0xFDFF),  # presentation forms, which arabic_reshaper writes
        (0xFE00, 0xFEFF),
        (0x10E60, 0x10EFF),
    ),
    features=(
        *("ccmp", "locl", "init", "medi", "fina", "rlig", "liga"),
        *("kern", "mark", "mkmk", "rtlm", "tnum", "pnum"),
    ),
)


def folder_of(package: str) -> Path:
    """Where an installed package lies, without running it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is missing: pip install {package.replace('_', '-')}")
    return Path(spec.origin).parent


def code_points(letters: Ranges) -> Iterable[int]:
    """Every code point of the ranges, both ends included."""
    return (point for first, last in letters for point in range(first, last + 1))


def static(source: Source, weight: int) -> TTFont:
    """The variable font held still at one weight, named after it."""
    path = folder_of(source.package) / "files" / f"{source.name}[wdth,wght].ttf"
    font = TTFont(path, recalcTimestamp=False)
    place = {"wght": weight, "wdth": 100}
    return instancer.instantiateVariableFont(font, place, inplace=True, updateFontNames=True)


def cut(font: TTFont, source: Source) -> None:
    """Keep only the letters and features that the desk uses; no hints, no style table."""
    options = Options(
        layout_features=list(source.features),
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=KEPT_NAMES,
        drop_tables=["STAT", "meta", "DSIG"],
        recalc_timestamp=False,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points(source.letters))
    subsetter.subset(font)


def make(source: Source, style: str, folder: Path) -> Path:
    """Write one static font and say where."""
    font = static(source, WEIGHTS[style])
    cut(font, source)
    font["head"].modified = font["head"].created
    path = folder / f"{source.name}-{style}.ttf"
    font.save(path, reorderTables=False)
    return path


def licence(folder: Path) -> Path:
    """Write the OFL once, under the copyright lines of both fonts."""
    texts = [(folder_of(source.package) / "LICENSE").read_text("utf-8") for source in SOURCES]
    owners = [text.partition("\n")[0] for text in texts]
    bodies = {text.partition("\n")[2] for text in texts}
    if len(bodies) != 1:
        raise SystemExit("the two fonts no longer share one licence text")
    path = folder / "OFL.txt"
    path.write_text("\n".join([*owners, bodies.pop()]), "utf-8", newline="\n")
    return path


SOURCES = (LATIN, ARABIC)


def main() -> None:
    FONTS.mkdir(parents=True, exist_ok=True)
    made = [make(source, style, FONTS) for source in SOURCES for style in WEIGHTS]
    for path in [*made, licence(FONTS)]:
        print(f"{path.stat().st_size:>8}  {path.name}")


if __name__ == "__main__":
    main()
