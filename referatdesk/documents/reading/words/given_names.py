"""Given names that are common in Denmark: evidence that a name begins, never a condition."""

from __future__ import annotations

import re

_COMMON = """
aage abdul adam adnan agnete agnes ahmad ahmed aksel albert alberte aleksander alexander alex alexandra alf
alfred ali alice
alicia allan alma alvin amalie amanda amin amina anastasia anders andrea andreas andré ane anette angela
anika anita anja
anker ann anna annalise anne annegrete annelise annemarie annemette annette anni annie annika anny anton antonio arendse
arild arly arne arnold arthur arvid asbjørn aske asger aslak asta asta astrid aude august augusta aviaja axel ayse
bahar barbara bashir beate beatrice benedicte benedikte benjamin benny bent bente benthe berit bernhard bert berta
bertel bertha bertil betina bettina bianca birger birgit birgitta birgitte birgitta birte birthe birthine bitten bjarke
bjarne bjørk bjørn bjørg bo bob bodil boje boris brian britt britta brita brith bror bruno bue børge camilla
carina carl carla
carlo carlos carmen caroline carolina carsten casper caspar cathrine catharina catherine catrine cecilia cecilie charles
charlotte chris christa christel christen christian christiane christina christine christoffer christopher
christine clara
claes clas claus clemens conny connie conrad constantin cornelia curt cæcilie dagmar dagny dan daniel
daniella daniela david
dean dennis dennie ditte ditlev dominik dora doris dorit dorte dorthe dorrit dorthea ebba ebbe eddie eddy
edel edgar edith
edvard egil egon eigil eik eilif einar eirik ejgil ejler ejnar ejner ejvind elena elias elin elina eline
elinor elisa elisabeth
elise eliza elizabeth ella ellen ellinor elly elmer else elsebeth elsa elva elvira emil emilia emilie emma
emmy enrico eric
erica erik erika erland erling erna ernst esben eskild esther eva evald evan evelyn even ewa eyvind fadi
fanny fatima fatma
felix ferdinand filip finn flemming folke folmer frank franz frants fred freddy frede frederik frederikke
freja frida fridolin
frits fritz frode frank gabriel gabriella george georg gerd gerda gerhard gert gerner gitte gorm grete grethe
greta gregers
gregor gry gudmund gudrun gunhild gunnar gunner gunvor gurli gustav gyda gynther gyrithe göran hakan halfdan
hamid hannah
hanna hanne hannibal hans harald harriet harry hasan hassan heidi heine heino helen helena helene helga helge
helle hella
helmer helmuth henning henny henriette henri henrik henry herbert herdis herluf herman hermann hilda hilmar
hjalmar holger
hugo hussein ib iben ibrahim ida idris ilse imran ina ine inga inge ingeborg ingelise ingemann inger ingerlise ingo
ingolf ingrid ingvar inuk irena irene iris irma isa isabel isabella isabelle isak iver ivan ivar iwan jack
jacob jacqueline
jakob jamal james jan jane janet janette janni jannie jannick jannik janick janne janus jarl jasmin jasper
jean jeanet jeanett
jeanette jeanne jeannette jenna jennifer jenny jens jeppe jesper jessica jette jim jimmi jimmy jo joachim
joakim joan joanna
johan johanna johanne johannes john johnny johnna jon jonas jonathan jonna jonny jophie josef josefine joseph
josephine jozef
judith juliane julia julie julius jutta jytte jákup jóhan jógvan jørgen jørn kaj kai kalle kamilla kamma
karen karin karina
karl karla karlo karoline karsten kasper kaspar katarina kate kathrine katharina kathe katja katrin katrine
kay keld keldor
ken kenn kennet kenneth kenny kent kerstin kevin khaled khalid kim kira kirsa kirsten kirstine kjartan kjeld
klara klaus knud
konrad konstantin kresten krestian kristen kristian kristina kristine kristoffer kristofer kristiane kurt
käthe lana lars
lasse laura laurids laurits lauritz laust lea leah leif leila lena lene lennart lenni lenny leo leon leonora
leon levi lidia lili lillian lilian lilly lily lina linda line linea linnea linus lis lisa lisbet lisbeth lise liselotte
lisette lissi lissie lissy liv liva livia lizette lizzi lizzie lone lotta lotte louis louisa louise lovise
luca lucas lucia
lucy ludvig luise lukas lulu lydia lykke lærke mads magda magdalene magne magnus mahmoud mai maibritt maibrit maja maj
majbritt majken malene malin malou malte manfred manuel marc marcel marco marcus maren margaret margareta margareth
margarethe margit margot margrete margrethe margaretha maria mariam mariann marianne marie mariella marietta
marija marika
marina mario marion marius mark markus marlene marta marte martha martin martine mary maryam maryann mathias
mathilde matilde
mats mattias matthias maurits max maya maybritt mehmet melanie mette mia michael michala michaela michelle
mickey mie mik mika
mikael mikala mike mikkel mikala milan mille milla mimi mina mira miriam mirjam mogens mohamad mohamed mohammad mohammed
mona monica monika morten muhammad mustafa nadia nadja nana nanna naser natacha natalie natasha nathalie nete
nick nicklas nicky nicola nicolai nicolaj nicolas nicole nicoline niels niklas nikolaj nikolai nikolas
nikoline nils nina noah
noomi nora norma nete nur oda oddny odin ole olav olaf olav olga oline oline olivia oliver olivia oluf omar
orla osama oscar
oskar osman otto ove palle patricia patrick paul paula paulina pauline paw peder pelle per perle pernille
pernelle pete peter
petra pia pierre piet poul preben rachel rafael ragnhild ragna ralf ralph ramona randi randy rasmus rebecca
rebekka regin
regina regitze reinhold rene renate renathe rené renée rie rikard rikke rita roald robert roberto robin roger
roland rolf ronald
ronja ronni ronnie ronny rosa rose rosemarie rosita rudi rudolf rudy rune runa ruth saba sabina sabine
sabrina said sally salma
sam samir samira samuel sander sandra sanne sara sarah saskia sebastian selma sergej severin shirley sia
sidsel siff sif sigge
sigfred signe sigrid sigrun sigurd sigvald silas silja silje silke silvia simon simone simonne sine siri
sisse siv sixten
smilla sofia sofie solveig solvej sonia sonja sonny sophia sophie stefan steen steffan steffen stella sten
stephan stephanie
steve steven stig stine storm sture sunniva sune susan susanna susanne suzanne svea svein svend sven sverre
svenning søren
sylvester sylvia tage tamara tania tanja tao tara teddy tenna teodor terese teresa terje thea theis theo
theodor therese theresa
thomas thor thora thorben thorbjørn thore thorkil thorkild thorsten thorstein thorvald thue thyge thyra tim
timm tina tine tinna
tinne tilde tobias toke tom tomas tommy tone tonni tonny tony tora torben torbjørn tord tore torkil torkild
torsten tove trine
troels truels trygve tue tyge tyra ulf ulla ulrich ulrik ulrikke ulrika ursula uffe ugur umar uwe vagn
valborg valdemar valentin
vanessa vera verner vernon vibe vibeke victor victoria vicky viggo vigga vilfred vilhelm vilma villads villy
vincent viola
viktor viktoria vinnie vita vitus vivi vivian vivien vivike volmer wagner walter werner wilhelm william willy
winnie xenia yasmin
yasmine yngve yrsa yusuf yvonne zahra zenia zita zoe åge åse aase merete merethe meta metha malthe hardy
philip phillip ester luna buster wivi danny joy minna nis nynne peer pether sussie
walther zeynep ahmet bashar konstantinos stanislav musa kashif yildiz serdal rasmine østen øjvind øyvind ømer özlem
"""
_ALL = frozenset(_COMMON.split())


def is_given_name(word: str) -> bool:
    """Whether a word, or the first part of a word with hyphens, is a common given name."""
    return re.split(r"[-’'.]", word.casefold(), maxsplit=1)[0] in _ALL
