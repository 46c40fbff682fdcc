"""The texts of the window and the command line in the language that is in use.

The English text is the key and needs no catalogue; the Danish one is compiled and read by the standard library, since
the first window must not wait for Babel. `packaging/catalogue.py` gathers, checks and compiles the texts.
"""

from gettext import GNUTranslations, NullTranslations
from pathlib import Path

LANGUAGES = ("da", "en")


class _InUse:
    language: str = "en"
    texts: NullTranslations = NullTranslations()


def use(language: str) -> None:
    """From now on all texts are in this language; those already shown are not changed."""
    if language not in LANGUAGES:
        raise ValueError(language)
    if language == "en":
        texts = NullTranslations()
    else:
        with Path(__file__).with_name(f"{language}.mo").open("rb") as file:
            texts = GNUTranslations(file)
    _InUse.language, _InUse.texts = language, texts


def language_in_use() -> str:
    return _InUse.language


def _(message: str) -> str:
    return _InUse.texts.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    return _InUse.texts.ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """The text where one English word needs different Danish ones, e.g. "Open" the verb and the state."""
    return _InUse.texts.pgettext(context, message)


def later(message: str) -> str:
    """Marks a text that stands in a table at import time; `_` is called on it when it is shown."""
    return message
