"""Delegations of a list that mean none we know: gathered for mending, with whom they may mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from checkin.documents.countries import suggestions
from checkin.documents.lists.cells import text_of
from checkin.documents.lists.tables import Row
from checkin.domain.delegation import Delegation
from checkin.domain.listing import RowProblem, Unresolved
from checkin.domain.meeting import LANGUAGES

_MOST_OFFERED = 1_000  # texts for which names are looked up; a list of more has another fault


def unresolved_of(
    rows: Mapping[str, Sequence[int]], mended: Mapping[str, str]
) -> tuple[Unresolved, ...]:
    """Each text as written with its rows and offers, the most frequent first."""
    frequent = sorted(rows.items(), key=lambda item: -len(item[1]))
    offers = {
        text: suggestions(mended.get(text, text)) for text, _ in islice(frequent, _MOST_OFFERED)
    }
    return tuple(Unresolved(text, tuple(them), offers.get(text, ())) for text, them in frequent)


def with_offers(
    warnings: Iterable[RowProblem], unresolved: Sequence[Unresolved], mended: Mapping[str, str]
) -> Iterator[RowProblem]:
    """The same warnings, those of unknown delegations with the names they may mean."""
    facts = {mended.get(one.text, one.text): _facts(one.offers) for one in unresolved if one.offers}
    for warning in warnings:
        offered = facts.get(warning.facts.get("text", ""))
        if offered and warning.code == "unknown_delegation":
            yield replace(warning, code="delegation_offered", facts=warning.facts | offered)
        else:
            yield warning


def mended_nobody(
    mended: Mapping[str, str], rows: Sequence[Row], columns: Mapping[str, int]
) -> Iterator[RowProblem]:
    """Spellings that somebody has mended and that no row has."""
    places = {columns[name] for name in ("delegation", "country") if name in columns}
    if mended:
        found = {text_of(row.cells[at]) for row in rows for at in places if at < len(row.cells)}
        for text in mended.keys() - found:
            yield RowProblem(0, "", "mended_nobody", {"text": text})


def _facts(offers: Sequence[Delegation]) -> dict[str, str]:
    """The names in English and in each language, for the sentence in that language."""
    named = {language: " / ".join(one.names[language] for one in offers) for language in LANGUAGES}
    return {"offered": named["en"]} | {f"offered_{one}": name for one, name in named.items()}
