"""People of a list who may be one and the same."""

from collections.abc import Iterator, Mapping, Sequence

from checkin.documents.lists.fields import NAMES
from checkin.domain.listing import ListedPerson, RowProblem
from checkin.domain.text import fold, words


def twins(people: Sequence[ListedPerson], headers: Mapping[str, str]) -> Iterator[RowProblem]:
    """People of one delegation whose names have the same words, in whatever order."""
    column = next((headers[field] for field in NAMES if field in headers), "")
    first: dict[tuple[str, ...], int] = {}
    for person in people:
        delegate = person.delegate
        names = (*words(delegate.family_name), *words(delegate.given_names))
        key = (fold(delegate.delegation), *sorted(names))
        other = first.setdefault(key, person.row)
        if other != person.row:
            yield RowProblem(person.row, column, "looks_like_same_person", {"other": str(other)})


def same_references(
    people: Sequence[ListedPerson], headers: Mapping[str, str]
) -> Iterator[RowProblem]:
    """References that stand on more than one person."""
    first: dict[str, int] = {}
    for person in people:
        reference = person.delegate.reference
        other = first.setdefault(reference, person.row)
        if reference and other != person.row:
            facts = {"text": reference, "other": str(other)}
            yield RowProblem(person.row, headers["reference"], "same_reference", facts)
