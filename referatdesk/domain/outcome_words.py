"""What a decision's words say was decided: recognised by its phrases, never taken for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from referatdesk.domain.codes import DecisionBasis, Outcome
from referatdesk.domain.sentences import sentences

_BOARD = (
    r"\w*(?:udvalget|rådet|bestyrelsen|klyngen|gruppen|forsamlingen|niveau|kredsen|kollegiet|repræsentantskabet"
    r"|forummet"
    r"|klynge \w+|udvalg|sundhedsråd \w+)"
)
_MATTER = (
    r"\b(?:sag(?:en|erne)?|punkt(?:et|erne)?|dagsordenspunkt(?:et)?|pkt|behandling(?:en)?|beslutning(?:en)?"
    r"|drøftelse(?:n|rne)?"
    r"|emnet|indstilling(?:en|erne)?|ansøgning(?:en|erne)?|anmodning(?:en)?|henvendelsen|\w*forslag(?:et|ene)?"
    r"|spørgsmålet)\b"
)
_START = r"(?:^|: )(?:enstemmigt |blev |blevet |er )?"
_NOT_NAMED = r"(?<!\bde )(?<!\bden )(?<!\bdet )(?<!\ben )(?<!\bet )"
_CHANGE = r"(?:bemærkning|ændring|tilføjelse|justering|præcisering|rettelse|tilretning|undtagelse)"
_FEW = r"(?:(?:den|de|det|følgende|en|et|nogle|enkelte|få|mindre|små|redaktionelle|udvalgets) ){0,3}"

_RULES: tuple[tuple[Outcome, str], ...] = (
    (
        Outcome.REJECTED,
        r"(?<!endnu )\bikke (?:tiltrådt|godkendt|vedtaget|imødekommet|anbefalet|fulgt)\b"
        r"|\b(?:tiltræder|godkender|godkendte|følger|anbefaler|anbefales|tiltrædes|godkendes|imødekommes|følges) ikke\b"
        r"|\bkunne ikke (?:godkendes|tiltrædes|imødekommes|anbefales|vedtages)\b"
        rf"|{_START}(?:afvist|afvises|forkastet|forkastes|nedstemt|afslået|afslag)\b"
        rf"|{_MATTER}[^;]{{0,80}}(?<!ikke )\b(?:afvist|forkastet|nedstemt|afslået|afvises|forkastes)\b"
        r"|\b(?:afviste|forkastede|afslog|nedstemte) (?:\w*forslag|indstilling|ansøgning|anmodning|at\b|ønsket)",
    ),
    (
        Outcome.LAPSED,
        rf"{_START}bortfald(?:et|t)\b|{_MATTER}[^;]{{0,80}}\bbortf(?:aldt|alder|aldet)\b|\bstemmelighed\b",
    ),
    (
        Outcome.RECOMMENDED,
        rf"{_START}(?:indstillingen |det (?:blev )?)?anbefale(?:s|t|r|de)\b|{_START}indstille[st]\b.{{0,80}}\bgodken"
        r"|\bindstilling(?:en|erne)? [^;]{0,40}\banbefale[st]\b|\banbefalede\b"
        rf"|\b{_BOARD} [^,;]{{0,60}}\b(?:anbefaler|indstiller|indstillede)\b",
    ),
    (
        Outcome.APPROVED_CHANGED,
        r"\b(?:godkendte?s?|tiltrådte?|tiltrædes|vedtaget|vedtages|vedtog)\b"
        rf"(?:[^,;]{{0,60}},?|, idet[^;]{{0,60}}) med {_FEW}{_CHANGE}"
        r"|\bmed (?:tilføjelsen|ændringen|ændringerne|bemærkningen|bemærkningerne|rettelsen)\b.{0,200}\bgodkendt"
        r"|\bgodkendt\b,? (?:dog|i (?:revideret|tilrettet|ændret|justeret))\b",
    ),
    (
        Outcome.POSTPONED,
        rf"{_MATTER}[^;]{{0,80}}(?<!ikke )\bud(?:sat|sattes|sættes|skudt|skydes)\b(?! for\b)"
        rf"|{_START}ud(?:sat|sættes|skudt|skydes)\b(?! for\b)"
        rf"|\b(?:udsatte|udsætter|udskød|udskyder) {_MATTER}",
    ),
    (
        Outcome.WITHDRAWN,
        rf"{_MATTER}[^;]{{0,40}}\b(?:udgår|udgik|udgået|trukket tilbage)\b|{_START}(?:udgår|udgået|udgik)\b"
        r"|\b(?:taget|udgår|udgik|trukket) (?:af|fra) dagsordenen\b",
    ),
    (
        Outcome.RETURNED,
        r"\btilbagesend(?:es|t|te)\b(?!.{0,200}\bvedtaget\b)|\bhjemvi(?:st|ses|ste)\b"
        rf"|(?:{_START}|{_MATTER}[^;]{{0,40}}\b)send(?:t|es)[^,;]{{0,30}} tilbage\b",
    ),
    (
        Outcome.REFERRED,
        rf"(?:{_START}|{_MATTER}[^;]{{0,60}}\b)"
        r"(?:henvis(?:t|es)\b[^;]{0,40}|(?:frem|over|videre)send(?:es|t)\b[^;]{0,60}) til\b"
        rf"|\b(?:henviste|oversendte|fremsendte|oversender|henviser) {_MATTER}[^;]{{0,60}} til\b"
        r"|\bsend(?:t|es) (?:videre )?til .{0,60}(?:udvalg|magistrat|råd|bestyrelse)"
        r"|\bdagsorden(?:s)?sætte\b.{0,80}\btil beslutning på\b",
    ),
    (
        Outcome.APPROVED,
        rf"{_NOT_NAMED}(?<!tidligere )(?<!allerede )(?<!ikke )\bgodkendt(?:e|es)?\b(?! samarbejds)|\bgodkendes\b"
        rf"|\b(?:{_BOARD}|man|parterne)\b[^,;]{{0,60}} godkender\b|{_START}godkender\b",
    ),
    (
        Outcome.ADOPTED,
        r"\bindstilling(?:en|erne)?\b[^;]{0,60}\b(?:følges|fulgt|tiltrædes|tiltrådt|vedtaget|vedtages)\b"
        rf"|{_START}(?:vedtaget|tiltrådt|tiltrædes|vedtages|imødekommet)\b"
        rf"|{_MATTER}[^;]{{0,80}}(?<!ikke )(?<!er )\b(?:tiltrådt|vedtaget|imødekommet)\b"
        r"|\b(?:har|blev|hermed) (?:enstemmigt )?(?:vedtaget|tiltrådt)\b|\bvedtog\b|\btilbagesend.{0,200}\bvedtaget\b"
        r"|\b(?:tiltrådte|tiltræder|følger|fulgte),? (?:\w+ )?(?:indstilling|forslag|at\b|administrationens"
        r"|forvaltningens)",
    ),
    (
        Outcome.DECIDED,
        rf"\bblev(?: det)? (?:\w+ )?besluttet\b|(?<!er ){_NOT_NAMED}\bbesluttede\b|{_START}(?:det )?besluttet\b"
        rf"|\b(?:{_BOARD}|man)\b[^,;]{{0,60}} beslutter\b",
    ),
    (
        Outcome.ELECTED,
        r"\b(?:gen|ny)?valgt (?:blev|er|til|som)\b|\bblev (?:\w+ ){0,5}(?:gen|ny)?valgt\b(?! at\b)"
        rf"|{_START}(?:gen|ny)?valgt\b(?! at\b)|\bvalgte [^;]{{2,80}} (?:til|som) \w"
        r"|\b(?:udpegede|udpeges|udpeger)\b|\bblev (?:\w+ ){0,5}udpeget\b|^udpeget\b|\bkonstituerede sig\b",
    ),
    (
        Outcome.AGREED,
        rf"\bblev (?:det )?(?:\w+ )?aftalt\b|{_NOT_NAMED}\baftalte\b|{_START}(?:det )?aftalt\b"
        r"|\b(?:var|blev|er) (?!ikke )(?:[^;,]{0,20} )?enighed om\b|\bblev (?:[^;,]{0,20} )?enige om\b"
        r"|\balle nikkede\b",
    ),
    (Outcome.CONCLUDED, r"\bfølgende konklusion\b|\bkonkluderede\b|^konklusion\b"),
    (Outcome.NOTED, r"(?<!ikke )(?<!ikke taget )\btil efterretning\b"),
    (
        Outcome.INFORMED,
        rf"{_START}(?:til orientering|orienteredes|orienteret|orientering givet)\b|\borienterede (?!sig\b)"
        r"|\bgiv(?:et|ne) (?:en|et) (?:\w+ )?(?:orientering|status|præsentation)\b|\bblev orienteret\b"
        r"|\bgav (?:en|et) (?:\w+ )?(?:orientering|status|præsentation)\b",
    ),
    (Outcome.DISCUSSED, r"(?<!ikke )\bdrøfte(?:t|des|de)\b|(?<!til )\bdrøftelse\b"),
    (
        Outcome.NOTHING,
        r"^(?:intet|ingen|ingenting|der var (?:ikke noget|intet|ingen|ingenting)|ikke noget)"
        r"(?: nyt| at (?:bemærke|referere|notere)| bemærkninger| punkter| emner"
        r"| (?:til|under) (?:punktet|eventuelt|referatet|dagsordenen)){0,3}\.?$",
    ),
)
"""In order of precedence within one sentence: the first that fits is its outcome."""
_COMPILED = tuple((outcome, re.compile(pattern, re.IGNORECASE)) for outcome, pattern in _RULES)
_HALTED = re.compile(
    r"\bindbr(?:inges|agt|ingelse)\b[^;]{0,40} for (?:kommunalbestyrelsen|byrådet|regionsrådet)", re.IGNORECASE
)

_WEAK = (Outcome.AGREED, Outcome.CONCLUDED, Outcome.NOTED, Outcome.INFORMED, Outcome.DISCUSSED, Outcome.NOTHING)
FORMAL = frozenset(Outcome) - {Outcome.UNCLASSIFIED, *_WEAK}
"""Outcomes by which a board disposes of the matter; the others say how it was talked about."""

_DECIDES = re.compile(
    rf"\bblev(?: det)? (?:\w+ )?besluttet\b|(?<!er ){_NOT_NAMED}\b(?:besluttede|aftalte)\b"
    rf"|\bblev (?:det )?(?:\w+ )?aftalt\b"
    r"|\b(?:var|blev|er) (?!ikke )(?:[^;,]{0,20} )?(?:enighed|enige) om\b|\bbeslutter\b|^besluttet\b",
    re.IGNORECASE,
)
_TO_DO: tuple[tuple[Outcome, str], ...] = (
    (Outcome.APPROVED_CHANGED, rf"(?:godkende|vedtage|tiltræde)\b[^;]{{0,80}} med {_FEW}{_CHANGE}"),
    (Outcome.APPROVED, r"godkende\b"),
    (Outcome.ADOPTED, r"(?:vedtage|tiltræde|følge indstilling)"),
    (Outcome.REJECTED, r"(?:afvise|forkaste|ikke at (?:godkende|imødekomme|tiltræde)|afslå|give afslag)\b"),
    (Outcome.POSTPONED, rf"(?:udsætte|udskyde) {_MATTER}"),
    (Outcome.RECOMMENDED, r"(?:anbefale|indstille)\b"),
    (
        Outcome.REFERRED,
        rf"(?:henvise|oversende|fremsende|sende) {_MATTER}[^;]{{0,60}} til\b"
        rf"|dagsorden(?:s)?sætte\b.{{0,80}} til beslutning på\b",
    ),
    (Outcome.NOTED, r"tage [^;]{0,80}til efterretning\b"),
    (Outcome.ELECTED, r"(?:udpege|genvælge|vælge [^;]{2,60} (?:til|som))\b"),
)
_INFINITIVES = tuple((outcome, re.compile(rf",? at (?:{pattern})", re.IGNORECASE)) for outcome, pattern in _TO_DO)

_VERB = r"(?:besluttede|godkendte|vedtog|tiltrådte|drøftede|behandlede|anbefalede|udsatte|aftalte|valgte|stemte)"
_DONE = r"(?:besluttet|godkendt|vedtaget|drøftet|tiltrådt|aftalt|behandlet)"
_ELSEWHEN = re.compile(
    rf"\b{_VERB}\b(?: (?!at\b|om\b|der\b)\w+){{0,4}} (?:den|d\.) ?\d"
    rf"|\b(?:på|ved|i) (?:\w+ ){{0,4}}?\w*møde\w*[^,;\d]{{0,25}}\d[^,;]{{0,60}}?\b(?:{_VERB}|{_DONE})\b"
    r"|\b(?:på|ved|i|siden) (?:det |de |sit |deres )?(?:sidste|forrige|seneste|tidligere|foregående) (?:\w+ )?\w*møde"
    rf"|\bhar\b[^,;]{{0,40}}\b(?:tidligere|allerede|den \d)[^,;]{{0,30}}\b{_DONE}\b|\bhavde\b[^,;]{{0,60}}\b{_DONE}\b"
    rf"|\btidligere (?:er |blev |har )?{_DONE}\b",
    re.IGNORECASE,
)
_OF_PERSONS = re.compile(r"(?!godkendt|vedtaget|tiltrådt|anbefale|indstilling).{0,400}\binhabil", re.IGNORECASE)
_REASON = re.compile(r", (?:idet|da|fordi|mens|hvor)\b", re.IGNORECASE)
_SETTLED = frozenset({Outcome.APPROVED, Outcome.ADOPTED, Outcome.RECOMMENDED, Outcome.REJECTED})
"""What a reason given behind it cannot turn into another outcome."""
_SIDE_RANK = 2
"""Amendments and questions of procedure come behind the matter itself and before what was only talked about."""
_OF_MINUTES = re.compile(r"\breferat|\bprotokol", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:når|hvis|såfremt|indtil|inden|før|forudsat at|under forudsætning af)\b[^,;:]{0,200}"
    r"|(?<=[ ,])(?-i:der|som|hvilket) (?:er|var|blev|har|havde|bliver)\b[^,;]{0,200}"
    r"|\b(?:skal|skulle|kan|bør|burde|må|måtte|vil|ville)\b(?: \w+){0,3} \w+es\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:foreslog|foreslår|ønskede|ønsker|opfordrede|opfordrer|anmodede|anmoder|bad|begærede|begærer|mente"
    r"|mener|spurgte"
    r"|oplyste|bemærkede|fremsatte|stillede|påpegede|håbede|tilkendegav|efterlyste|stemte|stemmer (?:for|imod)|undlod"
    r"|kan ikke|kunne ikke (?:tiltræde|godkende|støtte|tilslutte|anbefale|tage)|(?:tog|tager) forbehold)\b",
    re.IGNORECASE,
)
_BOARD_WORD = re.compile(rf"\b(?:{_BOARD}|man|parterne|mødedeltagerne)\b", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:hvorefter|dermed|således|herefter|hermed)\b|\b(?:indstillingen|forslaget) (?:er|blev)\b|\b(?:er"
    r"|blev) (?:indstillingen|forslaget)\b",
    re.IGNORECASE,
)
_SIDE_MATTER = re.compile(r"ændringsforslag|\bforslag(?:et)? (?:fra|om)\b|\bstillede\b|underforslag", re.IGNORECASE)
_THE_MATTER = re.compile(r"\b(?:indstilling|sagen\b|dagsordenen\b|referatet\b)|^\W*\w+(?: \w+){0,2}\W*$", re.IGNORECASE)
_MARK = re.compile(r"(?:ad\.?\s*)?(?:\d{1,2}|[a-h])\s?[.):]\s+(?=\S)|[-–•]\s+", re.IGNORECASE)

_BASES: tuple[tuple[DecisionBasis, re.Pattern[str]], ...] = tuple(
    (basis, re.compile(pattern, re.IGNORECASE))
    for basis, pattern in (
        (DecisionBasis.UNANIMOUS, r"(?<!ikke )\b(?:enstemmigt?|énstemmigt?)\b"),
        (
            DecisionBasis.VOTE,
            r"\b(?:for|imod) stemte\b|\bstemte (?:for|imod|hverken)\b|\bstemmer (?:for|mod|imod)\b|\bstemmelighed\b"
            r"|\bundlod at stemme\b|\bved (?:\w+ )?afstemning\b|\bsat(?:te)? (?:[^.;]{0,40} )?(?:til"
            r"|under) afstemning\b",
        ),
        (DecisionBasis.NO_VOTE, r"\buden (?:skriftlig |egentlig )?afstemning\b"),
        (
            DecisionBasis.CONSENSUS,
            r"(?<!ikke )\b(?:enighed|enige) om\b|\b(?:var|blev) (?!ikke )(?:\w+ )?enige\b|\balle nikkede\b"
            r"|\bkonsensus\b",
        ),
        (DecisionBasis.CHAIR, r"\bformand\w*\b[^.;]{0,40}\b(?:konkluderede|konklusion)\b"),
    )
)


def recognised(text: str) -> Outcome:
    """The outcome that the words of a decision speak of; unclassified where no phrase is known.

    What disposes of the matter counts before what was said about it, and the matter before an amendment to it.
    """
    found = decisive(text)
    return found[0] if found else Outcome.UNCLASSIFIED


def decisive(text: str) -> tuple[Outcome, str] | None:
    """The outcome with the sentence that says it."""
    found = sorted(_ranked(text), key=lambda one: one[0])
    for _, outcome, sentence in found:
        if outcome is Outcome.HALTED:
            return outcome, sentence
    settled = [(outcome, sentence) for _, outcome, sentence in found if outcome in {Outcome.ADOPTED, Outcome.APPROVED}]
    if found and found[0][1] is Outcome.RETURNED and settled:
        return settled[0]
    return found[0][1:] if found else None


def outcomes_said(text: str) -> tuple[Outcome, ...]:
    """Every outcome by which the matter, or a part of it, was disposed of, in order; amendments are left out."""
    found = (outcome for rank, outcome, _ in _ranked(text) if rank[0] < _SIDE_RANK and outcome in FORMAL)
    return tuple(dict.fromkeys(found))


def basis_of(text: str) -> DecisionBasis:
    """On what grounds it was decided, as the sentence says that decides, or else the others."""
    found = decisive(text)
    said = (found[1], text) if found else (text,)
    return next((basis for words in said for basis, pattern in _BASES if pattern.search(words)), DecisionBasis.UNKNOWN)


def _ranked(text: str) -> Iterator[tuple[tuple[int, int], Outcome, str]]:
    """Each sentence that has an outcome, with it; the lower its rank, the more it says of the whole."""
    said = [one.text for one in sentences(text)]
    for place, sentence in enumerate(said):
        outcome = _outcome_of(sentence)
        if outcome is Outcome.UNCLASSIFIED or (outcome is Outcome.NOTHING and len(said) > 1):
            continue
        if outcome not in FORMAL:
            yield (_SIDE_RANK + 1 + _WEAK.index(outcome), place), outcome, sentence
        elif _SIDE_MATTER.search(sentence):
            yield (_SIDE_RANK, place), outcome, sentence
        else:
            yield (0 if _THE_MATTER.search(sentence) else 1, place), outcome, sentence


@lru_cache(maxsize=2048)
def _outcome_of(sentence: str) -> Outcome:
    words = _MARK.sub("", " ".join(sentence.split()), count=1) if _MARK.match(sentence) else " ".join(sentence.split())
    if _HALTED.search(words):
        return Outcome.HALTED
    if is_elsewhen(words) or is_wish(words) or _OF_PERSONS.match(words):
        return Outcome.UNCLASSIFIED
    decides = _DECIDES.search(words)
    if decides is not None:
        before = _by_rules(words[: decides.start()])
        return before if before in FORMAL else _what_to_do(words, decides)
    said = _ASIDE.sub(" ", words)
    first = _by_rules(_REASON.split(said, maxsplit=1)[0])
    return first if first in _SETTLED else _by_rules(said)


def is_elsewhen(sentence: str) -> bool:
    """Whether a sentence tells of what was decided at another meeting."""
    return bool(_ELSEWHEN.search(sentence)) and not _OF_MINUTES.search(sentence)


def is_wish(sentence: str) -> bool:
    """Whether it tells what somebody said, wished or voted, and not what the board made of it."""
    wish = _WISHES.search(sentence)
    if wish is None or _BOARD_WORD.search(sentence[: wish.start()]) or _DECIDES.search(sentence, 0, wish.start()):
        return False
    return not _THEN.search(sentence)


def _what_to_do(words: str, decides: re.Match[str]) -> Outcome:
    task = words[decides.end() :]
    outcome = next((outcome for outcome, pattern in _INFINITIVES if pattern.match(task)), None)
    return outcome or _by_rules(decides[0])


def _by_rules(words: str) -> Outcome:
    return next((outcome for outcome, pattern in _COMPILED if pattern.search(words)), Outcome.UNCLASSIFIED)
