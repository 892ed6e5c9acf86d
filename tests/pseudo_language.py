"""A language that nobody speaks: what stays plain on a picture of it is not translated."""

from PySide6.QtCore import QTranslator

from checkin.domain.wording import Wording

_ACCENTS = str.maketrans("aeiouncAEIOUNC", "áéîöúñçÁÉÎÖÚÑÇ")
_PLAIN = ("date.first_day", "date.month", "page.desk")


class PseudoLanguage(QTranslator):
    """Answers every text accented, longer and in brackets."""

    def translate(
        self, context: str, text: str, comment: str | None = None, number: int = -1
    ) -> str:
        return pseudo(text)

    def isEmpty(self) -> bool:
        return False


def pseudo(text: str) -> str:
    """A text as a longer language might write it; places for values stay as they are."""
    parts = text.replace("}", "{").split("{")
    kept = (f"{{{p}}}" if odd % 2 else p.translate(_ACCENTS) for odd, p in enumerate(parts))
    return f"[{''.join(kept)}{'·' * (len(text) // 4)}]"


def pseudo_wording(wording: Wording) -> Wording:
    """The same wording in the pseudo-language; it reads from right to left."""
    texts = {key: t if key.startswith(_PLAIN) else pseudo(t) for key, t in wording.texts.items()}
    return Wording("ar", texts)
