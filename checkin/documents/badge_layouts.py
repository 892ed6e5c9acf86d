"""The layouts of badges: what stands where, and what a person should look at before printing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkin.documents import badge_a6, fonts, script
from checkin.documents.badge_shapes import Shape, TextLine, mirrored
from checkin.documents.fitting import Fitted
from checkin.domain.badge_face import BadgeFace, BadgeHead, BadgeWarning
from checkin.domain.delegate import Capacity
from checkin.domain.names import whole_name
from checkin.domain.sheet import A4_4, Sheet, single
from checkin.domain.text import clean
from checkin.domain.wording import Wording

LAYOUTS = ("a6",)
SHEETS = ("a4-4",)


@dataclass(frozen=True, slots=True)
class Composed:
    """One badge with every line of its own text placed; the rest is shared between badges."""

    face: BadgeFace
    lines: tuple[TextLine, ...]
    warnings: tuple[BadgeWarning, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A size of badge in the words of one language; mirrored where these run to the left."""

    wording: Wording
    width: float = badge_a6.WIDTH
    height: float = badge_a6.HEIGHT
    code: float = badge_a6.CODE
    code_y: float = badge_a6.CODE_Y

    @property
    def code_x(self) -> float:
        """Where the code starts."""
        there = badge_a6.CODE_X
        return self.width - there - self.code if self.wording.mirrored else there

    def head(self, head: BadgeHead) -> tuple[Shape, ...]:
        """What all badges of a meeting share."""
        tidy = BadgeHead(clean(head.title), tuple(filter(None, map(clean, head.lines))))
        return tuple(self._turned(badge_a6.head(tidy)))

    def band(self, capacity: Capacity) -> tuple[Shape, ...]:
        """What all badges of a capacity share."""
        return tuple(self._turned(badge_a6.band(capacity, self.wording)))

    def tile(self, code: str) -> tuple[Shape, ...]:
        """What all badges of a code share."""
        return tuple(self._turned(badge_a6.tile(clean(code))))

    def compose(self, face: BadgeFace) -> Composed:
        """One badge; texts come from lists, so each is cleaned before it is measured."""
        face = _cleaned(face)
        person, above = badge_a6.person(face, self.wording.mirrored)
        others, below = badge_a6.beside_code(face, self.wording)
        lines = (*above, *below)
        if self.wording.mirrored:
            lines = tuple(mirrored(line, self.width) for line in lines)
        return Composed(face, lines, tuple(_warnings(face, person, others)))

    def _turned(self, shapes: Iterator[Shape]) -> Iterator[Shape]:
        for shape in shapes:
            yield mirrored(shape, self.width) if self.wording.mirrored else shape


def layout_named(name: str, wording: Wording) -> Layout:
    """A layout of `LAYOUTS`; raises ValueError for another one."""
    if name not in LAYOUTS:
        raise ValueError(name)
    return Layout(wording)


def sheet_named(name: str, badge: Layout) -> Sheet:
    """A sheet of `SHEETS`, or a page of the badge's own size; raises ValueError for another."""
    if name and name not in SHEETS:
        raise ValueError(name)
    return A4_4 if name else single(badge.width, badge.height)


def _cleaned(face: BadgeFace) -> BadgeFace:
    return replace(
        face,
        number=clean(face.number),
        given_names=clean(face.given_names),
        family_name=clean(face.family_name),
        name_in_script=clean(face.name_in_script),
        function=clean(face.function),
        delegation=clean(face.delegation),
        code=clean(face.code),
        working_group=clean(face.working_group),
    )


def _warnings(
    face: BadgeFace, person: tuple[Fitted, ...], others: list[Fitted]
) -> Iterator[BadgeWarning]:
    """All that somebody should look at, the name first."""
    names = {face.family_name, face.given_names, face.name_in_script}
    of_name = [one for one in person if one.piece.text in names]
    texts = [one for one in (*person, *others) if one not in of_name]
    who = whole_name(face.family_name, face.given_names) or face.name_in_script or face.number

    def warning(code: str, **facts: str) -> BadgeWarning:
        return BadgeWarning(face.delegate_id, code, {"name": who, **facts})

    if any(one.too_small for one in of_name):
        yield warning("name_too_long")
    elif any(one.small for one in of_name):
        yield warning("name_small")
    if missing := _missing(of_name):
        yield warning("missing_letters", letters=missing)
    for one in texts:
        if one.too_small:
            yield warning("text_small", text=one.piece.text)
        if missing := _missing([one]):
            yield warning("missing_letters_text", text=one.piece.text, letters=missing)
    if not face.delegation:
        yield warning("no_delegation")


def _missing(fitted: list[Fitted]) -> str:
    """Letters that would be printed as boxes."""
    return fonts.missing_letters("".join(script.visual(one.piece.text) for one in fitted))
