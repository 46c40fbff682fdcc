"""What is said at the items, as the secretary writes it: forty to ninety words at each."""

from __future__ import annotations

from collections.abc import Mapping

from tests.live.board import (
    ADDED,
    AGENDA,
    ANY_OTHER,
    BUDGET,
    ESTATE,
    HOUSE,
    LAST_TIME,
    NEWS,
    NIGHT_DOCTOR,
    NURSING,
    RECRUITING,
    YOUNG,
)

SAID: Mapping[str, str] = {
    AGENDA: (
        "Formanden bød velkommen til de to nye gæster og gjorde opmærksom på, at et punkt om køb af ejendom "
        "behandles for lukkede døre. Næstformanden spurgte, om der var plads til en hastesag om vaccination, som "
        "først var kommet frem samme morgen. Formanden svarede, at sagen bliver sat på dagsordenen, når de øvrige"
        " punkter er behandlet, hvis tiden tillader det."
    ),
    LAST_TIME: (
        "Sekretæren oplyste, at der var kommet en enkelt bemærkning til referatet fra det seneste møde. "
        "Bemærkningen gjaldt alene stavemåden af et gadenavn og er rettet i den udgave, der ligger på "
        "hjemmesiden. Ingen af de tilstedeværende havde yderligere bemærkninger, og formanden takkede for et "
        "grundigt referat af en lang drøftelse."
    ),
    NURSING: (
        "Sundhedsdirektøren fortalte, at seks af holdets otte sygeplejersker er ansat, og at de første vagter kan"
        " begynde om fire uger. De to sidste stillinger har kun haft få ansøgere, fordi annoncen blev sendt ud "
        "midt i ferien. Flere medlemmer roste samarbejdet mellem de to kommuner og spurgte til udstyret i "
        "bilerne. Direktøren svarede, at udstyret er bestilt, og at prisen holder sig inden for den ramme, som "
        "rådet har afsat til formålet. Der var bred tilslutning til at gå videre."
    ),
    BUDGET: (
        "Rådet drøftede, hvordan midlerne til forebyggelse skal fordeles. Kommunerne lagde vægt på, at borgerne "
        "mødes tidligt og tæt på deres hjem, mens sygehusene pegede på, at de mange genindlæggelser kræver hænder"
        " nu. Der mangler et regnestykke over virkningen på sygehusene, og flere ønskede at se det, før den del "
        "afgøres. Resten af fordelingen var der ikke indvendinger imod, heller ikke at en mindre del holdes "
        "tilbage."
    ),
    NIGHT_DOCTOR: (
        "Cheflægen gennemgik de tre adresser, som lægevagten har i dag, og forklarede, at bemandingen om natten "
        "er for sårbar. Med to adresser kan der altid være to læger på arbejde samtidig. Flere medlemmer var "
        "bekymrede for afstanden fra den vestlige del af området, og borgmesteren fra Egeby spurgte til kørsel "
        "for ældre uden bil. Direktøren lovede en opgørelse af køretiderne. Formanden satte derefter forslaget "
        "til afstemning."
    ),
    HOUSE: (
        "Direktøren viste et kort over grunden ved stationen og de to grunde, der er fravalgt. Beliggenheden "
        "giver kort vej til tog og bus, men kræver, at der findes plads til flere biler. Rådet lagde vægt på, at "
        "huset kan udvides senere, og at naboerne inddrages fra begyndelsen. Der var ønske om, at arkitekterne "
        "tænker en rolig indgang ind for børn og for mennesker med psykisk sygdom."
    ),
    YOUNG: (
        "Psykiatrien fortalte, at ventetiden til udredning nu er nede på 36 uger, men at den svinger meget fra "
        "sted til sted. Skolerne efterspørger et sted, hvor familierne kan få råd uden henvisning. Rådet var "
        "enigt i, at behovet er stort, men der var forskellige syn på, om rådgivningen skal ligge i kommunerne "
        "eller på sygehuset."
    ),
    RECRUITING: (
        "Syv praksis står uden læge, og yderligere fire ventes at lukke inden for to år. De praktiserende lægers "
        "repræsentant advarede mod at tro, at annoncer alene løser opgaven, og foreslog, at unge læger får en "
        "fast vejleder de første år. Et medlem foreslog, at der kun ansættes en konsulent, og at resten af "
        "pengene bruges på boliger til uddannelseslæger. Forslaget blev drøftet, og formanden satte først "
        "ændringen og siden indstillingen til afstemning."
    ),
    ESTATE: (
        "Sælgeren har sat prisen ned med en halv million kroner og ønsker svar inden månedens udgang. Rådet "
        "drøftede grænsen for det videre forløb og de vilkår, der skal være opfyldt, før en handel kan "
        "gennemføres. Der skal foreligge en undersøgelse af jorden under den gamle værkstedsbygning, og taget "
        "skal gennemgås af en uvildig sagkyndig."
    ),
    NEWS: (
        "Formanden orienterede om mødet med ministeriet den 20. januar og om de nye krav til data, der følger af "
        "aftalen. Næstformanden fortalte om besøget på det nye sygehus i Vesterlund, hvor man har gode erfaringer"
        " med at lade kommunens sygeplejersker følge patienten hjem. Rådet inviteres på et tilsvarende besøg, når"
        " datoerne er på plads. Sekretariatet sender en oversigt over de kommende temadage."
    ),
    ADDED: (
        "Direktøren fra Klitved oplyste, at to plejehjem har meldt om udbrud af influenza, og at der mangler "
        "vaccine hos de praktiserende læger. Sygehuset kan undvære tre hundrede doser, hvis de hentes senest "
        "fredag. Rådet bakkede op om, at doserne fordeles til plejehjemmene først, og at sygeplejerskerne fra den"
        " fælles akutsygepleje hjælper med at vaccinere i weekenden."
    ),
    ANY_OTHER: (
        "Patientrepræsentanten gjorde opmærksom på, at indkaldelser fra sygehusene stadig sendes til gamle "
        "adresser, og at flere ældre derfor er udeblevet fra deres undersøgelser. Cheflægen kender fejlen og "
        "oplyste, at leverandøren har lovet en rettelse i løbet af marts. Formanden takkede for et godt møde og "
        "mindede om, at næste møde finder sted i Klitved."
    ),
}
