"""What delegations are called; no meeting file is touched here, so it may be done beside it.

The first question loads every spelling we know, which takes a quarter of a second.
"""

from collections.abc import Iterable

from checkin.domain.badge import UNRESOLVED_PREFIX
from checkin.domain.delegate import Delegate
from checkin.domain.roll import DelegationName

Written = tuple[str, str | None]


def written(delegate: Delegate) -> Written:
    """A delegation as a delegate's record has it: name or text, and country."""
    return delegate.delegation, delegate.country


def names_of(several: Iterable[Written], language: str) -> dict[Written, DelegationName]:
    """Each delegation's name in a language, and the code that its badge numbers begin with."""
    return {one: _name(*one, language) for one in several}


def known_names(language: str) -> tuple[str, ...]:
    """The names of the delegations that are usually there, for whoever types one; in order."""
    from checkin.documents.countries import partner_names, suggestions

    suggestions("nowhere")  # what is typed will be looked up the next moment
    return partner_names(language)


def offers(text: str, language: str) -> tuple[str, ...] | None:
    """What a text may mean that means no delegation; None where it means one."""
    from checkin.documents.countries import resolve, suggestions

    if resolve(text):
        return None
    return tuple(one.names[language] for one in suggestions(text))


def is_delegation(text: str) -> bool:
    """Whether a text means a delegation that is known, a country or an organisation."""
    from checkin.documents.countries import resolve

    return resolve(text) is not None


def _name(delegation: str, country: str | None, language: str) -> DelegationName:
    from checkin.documents.countries import prefix_of, shown

    code = prefix_of(delegation, country)
    shown_code = "" if code == UNRESOLVED_PREFIX else code
    return DelegationName(shown(delegation, country, language), shown_code)
