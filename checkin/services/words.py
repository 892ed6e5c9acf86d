"""The words of a language, for the faces, which never read files themselves."""

from checkin.domain.wording import Wording


def wording(language: str) -> Wording:
    """All words of one of the five languages; raises ValueError for another."""
    from checkin.documents.wording import load

    return load(language)
