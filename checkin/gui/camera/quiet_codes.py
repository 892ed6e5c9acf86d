"""A badge that stays before the camera is one scan."""

from collections.abc import Iterable

QUIET_S = 3.0


class QuietCodes:
    """The same code is quiet until three seconds after it was last seen."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def new(self, texts: Iterable[str], now: float) -> list[str]:
        """What is new of the texts seen at a moment, in their order, each once."""
        seen = {text: at for text, at in self._seen.items() if now - at <= QUIET_S}
        texts = dict.fromkeys(texts)
        fresh = [text for text in texts if text not in seen]
        self._seen = seen | dict.fromkeys(texts, now)
        return fresh
