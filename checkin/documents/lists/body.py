"""The rows under the header: which are people, and which are totals, groups or another table.

In doubt a row is taken. Whatever is left out is said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checkin.documents.lists.contents import is_capacity, is_country, is_number, is_particle
from checkin.documents.lists.grid import Merged
from checkin.documents.lists.headers import said_by
from checkin.documents.lists.heading import Heading, folded, typical_count
from checkin.documents.lists.lines import Line, block
from checkin.documents.lists.other_tables import second_table
from checkin.documents.lists.titles import OF_COUNTRIES, country_titles, doubtful_title
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean, fold

_TOTAL = re.compile(
    r"(?:sub ?total|total|totaux|grand total|sous total|totale|gesamt|المجموع|مجموع|number of|"
    r"nombre (?:total|de)|numero (?:total|de)|count|sum|somme|suma|soma)\b"
)
_FOOTER = re.compile(
    r"(?:signatures?|signed by|assinaturas?|fait (?:a|le)|hecho en|feito em|done (?:at|in)|"
    r"page \d+|pagina \d+|printed (?:on|at)|imprime le|generated|genere (?:le|par)|exported|"
    r"last updated?|(?:derniere )?mise? a jour|actualizado|atualizado|confidenti[ae]l|confidencial|"
    r"for (?:further|more) information|pour (?:plus d|toute)|end of (?:the )?list|"
    r"fin de (?:la )?liste|fin de (?:la )?lista|fim da lista|توقيع|التوقيع)\b"
)
_REMARK = re.compile(
    r"(?:sources?|fuentes?|fontes?|notes?|notas?|n\.? ?b\.?|remarques?|remarks?|observations?|"
    r"legend|légende|leyenda|legenda|firma|date|fecha|data|ملاحظة|المصدر)\s*(?:[:：].*)?",
    re.IGNORECASE | re.DOTALL,
)
_STARRED = re.compile(r"\(\*+\)|[*†¹]+\s*[:=a-zà-ÿ]")
_LINK = re.compile(r"https?://|[!?؟]$")
_GROUP = re.compile(r"^( *)(?=\S)(.*\S) \((\d+)\)$")
_PAGE = re.compile(r"(?:page|pagina|p|seite|صفحه) \d+(?: (?:of |sur |de |von |من )?\d+)?")
_DIGIT = re.compile(r"\d")
_SENTENCE = 3  # words in small letters that are no particles of names
_MOST_OF_A_TOTAL = 3  # cells


@dataclass(frozen=True, slots=True)
class Body:
    """The lines that are people, and what was left out.

    `sections` says that the countries which stood over some of the people follow their cells.
    """

    lines: list[Line]
    left_out: list[RowProblem] = field(default_factory=list)
    sections: bool = False


def body_of(lines: Sequence[Line], heading: Heading, merged: Sequence[Merged]) -> Body:
    """The people of a sheet's lines, of which `lines` are those under the header."""
    typical = typical_count(lines)
    end, second = second_table(lines, heading, typical)
    typical = typical_count(lines[:end])
    people, footer = _without_footer(lines[:end], typical)
    titles = frozenset(_headings_merged(merged, typical)) | country_titles(people, heading, typical)
    own = _Own(heading, typical, titles, *_first_of(heading))
    apart = _odoo_groups(people, typical)
    left_out: list[RowProblem] = []
    kept: list[Line] = []
    section, open_to_countries = "", _lacks_countries(people, heading)
    once = _said_once(people)
    for at, line in enumerate(people):
        if not section and at not in apart and own.is_plain(line):
            kept.append(line)
            continue
        code = apart.get(at) or own.why_not(line, people[at + 1 : at + 2])
        if not code:
            kept.append(_under(section, line, heading))
            left_out += doubtful_title(line, people[at + 1 : at + 2], heading, typical)
            continue
        left_out += block([line], code)
        if code == "group_row" and open_to_countries and is_country(_only_text(line)):
            section = _only_text(line)
        elif code == "group_row" and fold(_only_text(line)) in once:
            section = ""  # INTERPRETERS after the countries; `Members` under each is no end
    return Body(kept, [*left_out, *footer, *second], bool(section))


@dataclass(frozen=True, slots=True)
class _Own:
    """What tells a line that is nobody in this list."""

    heading: Heading
    typical: int
    titles: frozenset[int]
    first: int
    first_text: str

    def is_plain(self, line: Line) -> bool:
        """Whether a line is a person at first sight: as nearly all of them are."""
        return line.held > _MOST_OF_A_TOTAL and not self._begins_like_the_header(line)

    def why_not(self, line: Line, after: Sequence[Line]) -> str:
        """Why a line is no person, or an empty text."""
        if self._repeats(line):
            return "repeated_header"
        if line.held <= _MOST_OF_A_TOTAL and _is_total(line):
            return "total_row"
        if line.held > 2 or line.held * 2 > self.typical + (self.typical == 1):
            return ""
        if line.held == 1 and _PAGE.fullmatch(fold(_only_text(line))):
            return "footer_rows"
        if line.held == 1 and self._heads(line, after):
            return "group_row"
        return ""

    def _begins_like_the_header(self, line: Line) -> bool:
        cells = line.cells
        return 0 <= self.first < len(cells) and cells[self.first].strip() == self.first_text

    def _repeats(self, line: Line) -> bool:
        return self._begins_like_the_header(line) and (
            folded(line.cells) == folded(self.heading.texts)
        )

    def _heads(self, line: Line, after: Sequence[Line]) -> bool:
        """A title over some of the people: known as one, the header again below, a capacity."""
        if line.number in self.titles or (self.typical > 1 and any(map(self._repeats, after))):
            return True
        followed = bool(after) and after[0].held > 1
        return self.typical > 2 and followed and is_capacity(_only_text(line))


def _first_of(heading: Heading) -> tuple[int, str]:
    """The first header and where it stands; -1 where there is none."""
    texts = enumerate(text.strip() for text in heading.texts)
    return next(((at, text) for at, text in texts if text and heading.row), (-1, ""))


def _lacks_countries(lines: Sequence[Line], heading: Heading) -> bool:
    """Whether no column is headed as one of countries, and there is place for one."""
    said = set(map(said_by, heading.texts))
    width = len(heading.texts)
    return said.isdisjoint(OF_COUNTRIES) and all(len(one.cells) <= width for one in lines)


def _said_once(lines: Sequence[Line]) -> frozenset[str]:
    """What stands alone in a row, and in one row only."""
    alone = Counter(fold(_only_text(line)) for line in lines if line.held == 1)
    return frozenset(text for text, count in alone.items() if count == 1)


def _under(section: str, line: Line, heading: Heading) -> Line:
    """A line with the country that stands over it, in a column of its own after all others."""
    if not section:
        return line
    wide = [*line.cells, *[""] * (len(heading.texts) - len(line.cells))]
    return line._replace(cells=[*wide, section])


def _only_text(line: Line) -> str:
    return " ".join(filter(None, _cleaned(line)))


def _cleaned(line: Line) -> Iterator[str]:
    return map(clean, line.cells)


def _headings_merged(merged: Sequence[Merged], typical: int) -> Iterator[int]:
    """Rows of which one merged cell takes as many columns as a person does."""
    for area in merged if typical > 1 else ():
        if area.top == area.bottom and area.right - area.left + 1 >= max(typical, 2):
            yield area.top


def _is_total(line: Line) -> bool:
    if not any(map(_DIGIT.search, line.cells)):
        return False
    first, *others = [text for text in _cleaned(line) if text] or [""]
    if not _TOTAL.match(fold(first)):
        return False
    return all(map(is_number, others)) and (bool(others) or any(map(str.isdigit, first)))


def _odoo_groups(lines: Sequence[Line], typical: int) -> dict[int, str]:
    """Lines `Label (count)` over as many people as they say, one level within another."""
    if typical < 2:
        return {}
    if not lines or not _GROUP.match(_first(lines[0])):
        return {}  # Odoo puts everybody under a label
    open_groups: list[tuple[int, int, int, int]] = []  # depth, place, count, people before
    found: dict[int, str] = {}
    people = 0

    def close(depth: int) -> None:
        while open_groups and open_groups[-1][0] >= depth:
            _, place, count, before = open_groups.pop()
            if people - before == count:
                found[place] = "group_row"

    for at, line in enumerate(lines):
        label = _GROUP.match(_first(line)) if line.held * 2 <= typical or line.held == 1 else None
        if label:
            depth = len(label[1]) // 4
            close(depth)
            open_groups.append((depth, at, int(label[3]), people))
        else:
            people += 1
    close(0)
    return found


def _first(line: Line) -> str:
    """The first cell that holds anything, if all others hold numbers."""
    texts = [cell for cell in line.cells if cell.strip()]
    return texts[0].rstrip() if all(is_number(clean(text)) for text in texts[1:]) else ""


def _without_footer(lines: Sequence[Line], typical: int) -> tuple[Sequence[Line], list[RowProblem]]:
    """Without what stands under the list; it begins with a row that is nobody for sure."""
    start = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].held > max(1, typical * 2 // 5) and not _is_total(lines[at]):
            break
        sure = _is_footer(lines[at])
        if typical == 1 and not sure:
            break
        start = at if sure else start
    return lines[:start], block(lines[start:], "footer_rows")


def _is_footer(line: Line) -> bool:
    """Whether a sparse row under the list is nobody for sure."""
    first, *others = [text for text in _cleaned(line) if text] or [""]
    text, plain = " ".join((first, *others)), fold(first)
    if _TOTAL.match(plain) and any(map(str.isdigit, text)):
        return True
    if _FOOTER.match(plain) or _REMARK.fullmatch(first) or not any(map(str.isalpha, text)):
        return True
    return not others and bool(_STARRED.match(first) or _LINK.search(first) or _is_said(first))


def _is_said(text: str) -> bool:
    """Whether it is a sentence: names hold no words in small letters but their particles."""
    small = (word for word in text.split() if word.isalpha() and word.islower())
    return sum(not is_particle(word) for word in small) >= _SENTENCE
