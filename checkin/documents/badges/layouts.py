"""The layouts of badges: what stands where, and what a person should look at before printing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checkin.documents.badges import a6
from checkin.documents.badges.shapes import Shape, TextLine, Turned, mirrored
from checkin.documents.paper import fonts
from checkin.documents.paper.fitting import Fitted
from checkin.domain.badge_face import LAYOUTS, SHEETS, BadgeFace, BadgeHead, BadgeWarning
from checkin.domain.delegate import Capacity
from checkin.domain.sheet import BY_NAME, Sheet, single
from checkin.domain.text import clean, whole_name
from checkin.domain.wording import Wording

PlaceKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Delegation, code and working group, placed; many badges have the same."""

    shapes: tuple[Shape, ...]
    texts: tuple[Fitted, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """One badge with every line of its own text placed; the rest is shared between badges."""

    lines: tuple[TextLine, ...]
    warnings: tuple[BadgeWarning, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A size of badge in the words of one language; mirrored where these run to the left."""

    wording: Wording
    width: float = a6.WIDTH
    height: float = a6.HEIGHT
    code: float = a6.CODE
    code_y: float = a6.CODE_Y

    @property
    def code_x(self) -> float:
        """Where the code starts."""
        there = a6.CODE_X
        return self.width - there - self.code if self.wording.mirrored else there

    def head(self, head: BadgeHead) -> tuple[Shape, ...]:
        """What all badges of a meeting share."""
        lines = tuple(filter(None, map(clean, head.lines)))
        tidy = BadgeHead(clean(head.title), lines, head.emblem)
        return tuple(self._turned(a6.head(tidy)))

    def band(self, capacity: Capacity | None) -> tuple[Shape, ...]:
        """What all badges of a capacity share, or all blank ones."""
        if capacity is None:
            return tuple(self._turned(a6.blank(self.wording)))
        return tuple(self._turned(a6.band(capacity, self.wording)))

    def place(self, key: PlaceKey) -> Place:
        """What all badges with the same `place_key` share."""
        delegation, code, group = map(clean, key)
        fitted, shapes = a6.place(delegation, code, group, self.wording)
        return Place(tuple(self._turned(shapes)), tuple(fitted))

    def compose(self, face: BadgeFace, place: Place) -> Composed:
        """One badge; texts come from lists, so each is cleaned before it is measured."""
        tidy = _cleaned(face)
        texts, placed = a6.person(tidy, self.wording.mirrored)
        lines = tuple(self._turned(placed))
        return Composed(lines, tuple(_warnings(tidy, (*texts, *place.texts))))

    def _turned(self, shapes: Iterable[Turned]) -> Iterable[Turned]:
        if not self.wording.mirrored:
            return shapes
        return (mirrored(shape, self.width) for shape in shapes)


def place_key(face: BadgeFace) -> PlaceKey:
    """What decides how the place of a badge looks."""
    return face.delegation, face.code, face.working_group


def layout_named(name: str, wording: Wording) -> Layout:
    """A layout of `LAYOUTS`; raises ValueError for another one."""
    if name not in LAYOUTS:
        raise ValueError(name)
    return Layout(wording)


def sheet_named(name: str, badge: Layout) -> Sheet:
    """A sheet of `SHEETS`, or a page of the badge's own size; raises ValueError for another."""
    if name and name not in SHEETS:
        raise ValueError(name)
    return BY_NAME[name] if name else single(badge.width, badge.height)


def _cleaned(face: BadgeFace) -> BadgeFace:
    return replace(
        face,
        number=clean(face.number),
        given_names=clean(face.given_names),
        family_name=clean(face.family_name),
        name_in_script=clean(face.name_in_script),
        function=clean(face.function),
        delegation=clean(face.delegation),
    )


def _warnings(face: BadgeFace, fitted: tuple[Fitted, ...]) -> Iterator[BadgeWarning]:
    """All that somebody should look at, the name first."""
    names = {face.family_name, face.given_names, face.name_in_script}
    of_name = [one for one in fitted if one.piece.text in names]
    texts = [one for one in fitted if one.piece.text not in names]
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
    if not face.delegation and face.capacity:
        yield warning("no_delegation")


def _missing(fitted: list[Fitted]) -> str:
    """Letters that would be printed as boxes."""
    return fonts.missing_letters("".join(line for one in fitted for line in one.lines))
