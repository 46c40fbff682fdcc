"""What a Danish comma asks of typed words: a clause ("fristen udskydes"), an infinitive ("at udsætte") or neither."""

from __future__ import annotations

import re

_FINITE = (
    r"(?:skal|bør|kan|må|vil|er|bliver|får|har|afsætter|afviser|anbefaler|beder|begynder|beslutter|betaler|bevarer"
    r"|falder|forlænger|fortsætter|giver|godkender|gælder|holder|indgår|indkalder|indstiller|kommer|ophører|sender"
    r"|starter|stiger|søger|tager|træder|tiltræder|udarbejder|udgår|udsætter|undersøger|vedtager|vender|ændrer)\b"
)
_PASSIVE = (
    r"(?!(?:fælles|deres|vores|alles|\w*proces|\w*kongres)\b)\w{2,}es"
    r"(?=$| (?:ad|af|bort|delvist|efter|for|fra|fremover|før|først|gennem|helt|hos|i|igen|ikke|ind|inden|kun|med|mellem"
    r"|mod|ned|om|op|over|på|sammen|senest|som|straks|så|til|tilbage|ud|uden|under|ved|videre|væk|\d)\b)"
)
"""A genitive ends alike, but goes on with what it owns."""
_ELSEWHERE = r"(?!(?:der|som|at|hvad|hvem|hvis|hvor\w*|indtil|når)\b)"
_CLAUSE = re.compile(
    rf"(?!(?:at|om|som|hvis|når)\b)(?:der \w{{2,}}es\b|[\w.'’-]+\s+(?:{_ELSEWHERE}[\w.'’()%-]+\s+){{0,7}}?"
    rf"(?:{_FINITE}|{_PASSIVE}))",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:alle|andre|begge|både|de|denne|disse|enkelte|flere|færre|første|halve|hele|kommende|mange|mindre|næste|nye"
    r"|pårørende|samme|sidste|større|unge|voksne|ældre|(?!fjerne\b)\w+erne|(?!(?:be|for)?tjene\b|(?:for)?mene\b"
    r"|forene\b)\w+ene)\b"
)
_INFINITIVE = re.compile(
    rf"at (?:(?:ikke|straks|først) )?(?!{_SUBJECT})(?:\w+e|\w*(?:gå|få|stå|slå|nå|se|ske|bo|tro)|mødes|enes)\b",
    re.IGNORECASE,
)


def is_clause(words: str) -> bool:
    """Whether the words, without the "at" before them, surely have a subject and a verb of their own."""
    return _CLAUSE.match(words.partition(",")[0].rstrip(" .")) is not None


def is_infinitive(words: str) -> bool:
    """Whether it is "at udsætte sagen", before which no comma stands."""
    return _INFINITIVE.match(words) is not None and not is_clause(words[len("at ") :])


def about(words: str) -> str:
    """ "om kortere frist", "om at udsætte sagen", "om, at sagen udsættes"."""
    if words.startswith("at "):
        return f"om {words}" if is_infinitive(words) else f"om, {words}"
    return f"om, at {words}" if is_clause(words) else f"om {words}"
