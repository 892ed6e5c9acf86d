"""Who sends delegates: a country or an organisation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation we know, with its names by language.

    `country` is ISO alpha-2, None for an organisation; `prefix` begins its badge numbers.
    """

    country: str | None
    prefix: str
    names: dict[str, str]
