import pytest

from referatdesk.domain.codes import DecisionBasis, Outcome
from referatdesk.domain.outcome_words import basis_of, outcomes_said, recognised

A, CH, AD = Outcome.APPROVED, Outcome.APPROVED_CHANGED, Outcome.ADOPTED
NONE = Outcome.UNCLASSIFIED

PLAIN = [
    ("Godkendt.", A),
    ("godkendt", A),
    ("INDSTILLINGEN BLEV GODKENDT", A),
    ("Indstillingen blev enstemmigt godkendt.", A),
    ("Dagsordenen blev godkendt.", A),
    ("Referatet godkendt uden bemærkninger.", A),
    ("Referatet fra sidste møde blev godkendt.", A),
    ("Referat af mødet den 3. februar 2027 godkendtes.", A),
    ("Sundhedsråd Østfjord godkendte, at der afsættes 300.000 kr.", A),
    ("Udvalget godkender indstillingen.", A),
    ("Det blev besluttet at godkende indstillingen.", A),
    ("Der var enighed om at godkende planen.", A),
    ("Godkendt under forudsætning af, at Klitved Kommune godkender aftalen.", A),
    ("Godkendt, idet sag 117 er udsat til næste møde.", A),
    ("Med 15 stemmer mod 10 blev indstillingen godkendt.", A),
    ("For stemte A og V, imod stemte Ø, hvorefter indstillingen blev godkendt.", A),
    ("Godkendt med bemærkninger.", CH),
    ("Godkendt med den ændring, at fristen udsættes.", CH),
    ("Godkendt med enkelte redaktionelle ændringer.", CH),
    ("Indstillingen blev godkendt med følgende tilføjelse: Planen evalueres i 2028.", CH),
    ("Tiltrådt med den bemærkning, at skolerne høres.", CH),
    ("Det blev besluttet at godkende budgettet med de foreslåede rettelser.", A),
    ("Det blev besluttet at godkende budgettet med få rettelser.", CH),
    ("Indstillingen følges.", AD),
    ("Indstillingen tiltrædes.", AD),
    ("Administrationens indstilling blev tiltrådt.", AD),
    ("Vedtaget.", AD),
    ("Enstemmigt vedtaget.", AD),
    ("Byrådet vedtog planen.", AD),
    ("Forslaget blev vedtaget med 15 stemmer mod 10.", AD),
    ("Udvalget tiltrådte indstillingen.", AD),
    ("Tilbagesendes til forvaltningen, idet indstillingen er vedtaget.", AD),
    ("Tilbagesendes. Vedtaget.", AD),
    ("Anbefales.", Outcome.RECOMMENDED),
    ("Det blev anbefalet, at byrådet godkender planen.", Outcome.RECOMMENDED),
    ("Anbefales over for Byrådet.", Outcome.RECOMMENDED),
    ("Indstilles godkendt.", Outcome.RECOMMENDED),
    ("Indstilles til Byrådets godkendelse.", Outcome.RECOMMENDED),
    ("Udvalget anbefaler, at planen godkendes.", Outcome.RECOMMENDED),
    ("Økonomiudvalget indstiller, at indstillingen godkendes.", Outcome.RECOMMENDED),
    ("Det blev besluttet at anbefale forslaget over for Byrådet.", Outcome.RECOMMENDED),
    ("Det blev besluttet, at planen gennemføres.", Outcome.DECIDED),
    ("Rådet besluttede, at forslaget sendes i høring og godkendes endeligt i maj.", Outcome.DECIDED),
    ("Styregruppen besluttede at holde møde den 4. maj.", Outcome.DECIDED),
    ("Besluttet, at der nedsættes en arbejdsgruppe.", Outcome.DECIDED),
    ("Valgt til formand blev Ida Vester.", Outcome.ELECTED),
    ("Ida Vester blev genvalgt som formand.", Outcome.ELECTED),
    ("Valgt blev Erik Dam og Bodil Krogh.", Outcome.ELECTED),
    ("Rådet valgte Palle Nørre til næstformand.", Outcome.ELECTED),
    ("Som repræsentant udpeges Sanne Brix.", Outcome.ELECTED),
    ("Det blev aftalt, at der holdes møde igen.", Outcome.AGREED),
    ("Der var enighed om, at planen er god.", Outcome.AGREED),
    ("Der var desuden enighed om at spørge, om der er andet, som borgerne ønsker.", Outcome.AGREED),
    ("Man blev enige om, at sekretariatet følger op.", Outcome.AGREED),
    ("Lærke Bang afsluttede med følgende konklusion, som alle nikkede til:", Outcome.AGREED),
    ("Formanden konkluderede, at arbejdet fortsætter.", Outcome.CONCLUDED),
    ("Taget til efterretning.", Outcome.NOTED),
    ("Orienteringen blev taget til efterretning.", Outcome.NOTED),
    ("Drøftet og taget til efterretning.", Outcome.NOTED),
    ("Det blev besluttet at tage orienteringen til efterretning.", Outcome.NOTED),
    ("Til orientering.", Outcome.INFORMED),
    ("Orienteredes.", Outcome.INFORMED),
    ("Merete Aaby orienterede om arbejdet i Egeby Kommune.", Outcome.INFORMED),
    ("Der blev givet en kort orientering.", Outcome.INFORMED),
    ("Drøftet.", Outcome.DISCUSSED),
    ("Drøftedes.", Outcome.DISCUSSED),
    ("Klyngen drøftede samarbejdet i grupper.", Outcome.DISCUSSED),
    ("Udsat.", Outcome.POSTPONED),
    ("Sagen udsat til næste møde.", Outcome.POSTPONED),
    ("Punktet blev udsat.", Outcome.POSTPONED),
    ("Udvalget besluttede at udsætte sagen til mødet i maj.", Outcome.POSTPONED),
    ("Punktet udgår.", Outcome.WITHDRAWN),
    ("Sagen blev taget af dagsordenen.", Outcome.WITHDRAWN),
    ("Henvist til Økonomiudvalget.", Outcome.REFERRED),
    ("Sagen oversendes til budgetforhandlingerne.", Outcome.REFERRED),
    ("Det blev besluttet at dagsordenssætte placeringen til beslutning på det politiske møde.", Outcome.REFERRED),
    ("Tilbagesendes til forvaltningen.", Outcome.RETURNED),
    ("Sagen sendes tilbage til Teknik- og Miljøudvalget.", Outcome.RETURNED),
    ("Ikke tiltrådt.", Outcome.REJECTED),
    ("Forslaget blev afvist.", Outcome.REJECTED),
    ("Indstillingen blev ikke godkendt.", Outcome.REJECTED),
    ("Ansøgningen kunne ikke imødekommes.", Outcome.REJECTED),
    ("Det blev besluttet at give afslag på ansøgningen.", Outcome.REJECTED),
    ("Forslaget bortfaldt.", Outcome.LAPSED),
    ("Forslaget bortfaldt på grund af stemmelighed.", Outcome.LAPSED),
    ("Palle Nørre begærede sagen indbragt for byrådet.", Outcome.HALTED),
    ("Godkendt. Palle Nørre ønskede sagen indbragt for kommunalbestyrelsen.", Outcome.HALTED),
    ("Intet at bemærke.", Outcome.NOTHING),
    ("Intet.", Outcome.NOTHING),
    ("Ingen bemærkninger til referatet.", Outcome.NOTHING),
    ("Der var intet til eventuelt.", Outcome.NOTHING),
]

TRAPS = [
    ("De indsatser, der fremgår af bilaget, er dem, der er besluttet iværksat.", NONE),
    ("Det er besluttet at bygge en ny skole.", NONE),
    ("Sundhedsudvalget besluttede den 22. oktober 2026, at klyngerne skal drøfte forslagene.", NONE),
    ("På mødet den 4. april 2027 besluttede Sundhedsklyngen at arbejde videre.", NONE),
    ("På sidste møde i styregruppen blev datoerne godkendt.", NONE),
    ("Økonomiudvalget har tidligere godkendt rammen.", NONE),
    ("Byrådet havde vedtaget planen.", NONE),
    ("Der henvises til bilaget.", NONE),
    ("Aksel Ravn Lund henviste til rapporten.", NONE),
    ("Der arbejdes med socialt udsatte borgere.", NONE),
    ("Borgerne er udsat for støj.", NONE),
    ("Punktet er udsat for kritik.", NONE),
    ("Palle Nørre foreslog, at sagen udsættes.", NONE),
    ("Ida Vester kan ikke tiltræde indstillingen.", NONE),
    ("Liste Ø ønskede sagen udsat.", NONE),
    ("Erik Dam har valgt at udtræde af rådet.", NONE),
    ("De aftalte datoer fremgår af kalenderen.", NONE),
    ("Den godkendte plan ligger på hjemmesiden.", NONE),
    ("Referatet fremsendes til medlemmerne.", NONE),
    ("Udgiften udgår af budgettet.", NONE),
    ("Borgere, der er blevet afvist, kan klage.", NONE),
    ("Emnet kommer til drøftelse på næste møde.", NONE),
    ("Ida Vester fortalte om sin rejse.", NONE),
    ("Forslaget skal godkendes af Byrådet.", NONE),
    ("Når planen er godkendt, sendes den ud.", NONE),
    ("Der var ikke enighed om forslaget.", NONE),
    ("Sanne Brix stemte imod, idet sagen burde udsættes.", NONE),
    ("Merete Aaby var ikke inhabil.", NONE),
    ("Svaret meldes tilbage til forummet.", NONE),
    ("Planen er endnu ikke godkendt.", NONE),
    ("Rådet besluttede, at Ida Vester er inhabil.", NONE),
    ("Orienteringen blev ikke taget til efterretning.", NONE),
    ("", NONE),
]

SEVERAL = [
    ("Drøftet. Indstillingen blev godkendt.", A),
    ("Indstillingen blev godkendt. Ida Vester ønskede sagen udsat.", A),
    ("Et ændringsforslag fra Ø blev forkastet. Indstillingen blev godkendt.", A),
    ("Dagsordenen blev godkendt. Punkt 7 blev udsat.", A),
    ("Merete Aaby orienterede om sagen.\nDet blev besluttet, at planen sendes ud.", Outcome.DECIDED),
    ("På mødet den 4. april 2027 godkendte klyngen rammen. Rådet besluttede, at den bruges.", Outcome.DECIDED),
    ("Der orienteres på næste møde.\nDer var enighed om at mødes igen.", Outcome.AGREED),
]


@pytest.mark.parametrize(("text", "outcome"), PLAIN)
def test_the_phrases_of_decisions_are_known(text, outcome):
    assert recognised(text) is outcome


@pytest.mark.parametrize(("text", "outcome"), TRAPS)
def test_words_that_sound_like_a_decision_are_none(text, outcome):
    assert recognised(text) is outcome


@pytest.mark.parametrize(("text", "outcome"), SEVERAL)
def test_what_disposes_of_the_matter_is_the_outcome_of_a_text_that_says_more(text, outcome):
    assert recognised(text) is outcome


def test_all_that_was_disposed_of_is_told():
    assert outcomes_said("Dagsordenen blev godkendt. Punkt 7 blev udsat. Bogen blev drøftet.") == (
        Outcome.APPROVED,
        Outcome.POSTPONED,
    )


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Godkendt uden afstemning.", DecisionBasis.NO_VOTE),
        ("Enstemmigt godkendt.", DecisionBasis.UNANIMOUS),
        ("Et enstemmigt udvalg godkendte planen.", DecisionBasis.UNANIMOUS),
        ("Beslutningen var ikke enstemmig.", DecisionBasis.UNKNOWN),
        ("For stemte 9, imod stemte 5.", DecisionBasis.VOTE),
        ("For stemte 5, imod 9. Indstillingen blev herefter vedtaget enstemmigt.", DecisionBasis.UNANIMOUS),
        ("For stemte 9, imod 4. Punkt 1 blev godkendt. Punkt 2 blev godkendt uden afstemning.", DecisionBasis.VOTE),
        ("Vedtaget med 15 stemmer mod 10.", DecisionBasis.VOTE),
        ("Der var enighed om planen.", DecisionBasis.CONSENSUS),
        ("Der var ikke enighed om planen.", DecisionBasis.UNKNOWN),
        ("En konklusion, som alle nikkede til.", DecisionBasis.CONSENSUS),
        ("Formanden konkluderede, at arbejdet går videre.", DecisionBasis.CHAIR),
        ("Et flertal af borgerne er glade.", DecisionBasis.UNKNOWN),
        ("Godkendt.", DecisionBasis.UNKNOWN),
    ],
)
def test_the_ground_of_a_decision_is_only_what_is_said(text, basis):
    assert basis_of(text) is basis
