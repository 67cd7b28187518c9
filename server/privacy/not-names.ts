const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Laws, sectors, organisations, conditions and other words of this field that carry a capital and are no name. */
export const fieldWords = set(`
  zvw wlz wmo wpg wmg jw avg wkkgz wgbo jeugdwet ggz gz nza iza azwa gala zpm pgaz bdss sop adz dos alk nalk mdo o&i oni zn zinl vws lhv nhg fms
  ino ketenzorg dbc zorg solk copd als ms ncj vng igj acm ser vektis mee ozo kim knmp kngf v&vn actiz ineen jzojp
  zorgverzekeringswet zorginstituut zorgverzekeraar zorgverzekeraars zorgkantoor menzis zilveren kruis cz vgz dsw onvz asr salland friesland
  huisarts fysiotherapeut psychiater psycholoog minister ministerie staatssecretaris kamerlid kamer tweede eerste voorzitter professor prof
  dr drs dokter arts specialist gemeente provincie rijk overheid nederland nederlandse integraal integrale basisverzekering wet besluit
  regeling beleidsregel aanwijzing handleiding kamerbrief segment covid long parkinson parkinsonzorg parkinsonnet alzheimer korsakov
  duchenne down crohn huntington pompe lyme sjogren bechterew graves turner dementie hartfalen diabetes astma depressie ouderen
  kwetsbare palliatief palliatieve ouderenzorg jeugd jeugdzorg jeugdhulp thuiszorg wijkverpleging centraal voorop federatie
  patientenfederatie meedenkadvies meedenkconsult meekijkconsult overleg groep regio zorggroep ziekenhuis praktijk stichting
  januari februari maart april mei juni juli augustus september oktober november december january february march may june july august october
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vraag antwoord datum geboortedatum naam adres dossier polis bsn patient client
  casus betreft mevrouw meneer mevr mw dhr heer hr mr mrs ms geachte beste domein domeinen domeinoverstijgende
  amsterdam rotterdam utrecht groningen assen zwolle arnhem nijmegen eindhoven tilburg breda maastricht enschede deventer almere
  haag leiden delft haarlem amersfoort apeldoorn limburg drenthe brabant zeeland gelderland overijssel flevoland`);

/** Parts of the name of an institution, before or after what could be a person's name. */
export const institutionWords = set(`
  stichting praktijk maatschap groepspraktijk huisartsenpraktijk gezondheidscentrum apotheek ziekenhuis gasthuis kliniek instituut college
  zorg zorggroep zorgcentrum verpleeghuis huis school universiteit academie fonds centrum medisch groep partners vereniging cooperatie
  sint st motie rapport amendement commissie kabinet wet norm methode hospital clinic foundation wijk gemeente regio restaurant hotel
  hogeschool loket thuiszorg gezondheidszorg ggz bv vof concern project programma lezing leerstoel`);

/** Organisations, so that "mevrouw De Vries van de NZa" is a colleague. */
export const organisations = set(`
  nza vws zn nhg lhv igj acm zorginstituut zinl menzis cz vgz dsw onvz asr salland friesland zilveren kruis ser vng nalk ministerie gemeente
  verzekeraar zorgverzekeraar zorgkantoor zorgverzekeraars patientenfederatie actiz ineen ggd umcg radboudumc umc erasmus amc lumc mumc
  vilans buurtzorg parnassia philadelphia cordaan pluryn altrecht arkin lentis dimence cosis icare carintreggeland zorgbelang mantelzorgnl nivel trimbos
  ziekenhuis tweede provincie helpdesk loket inkoop zorginkoop redactie belastingdienst inspectie vektis`);

/** Whoever speaks, writes or treats is no patient: a name after one of these is left alone. */
export const professionalWords = set(`
  dr drs prof professor dokter doctor ir ing arts huisarts kaderhuisarts huisartsen fysiotherapeut ergotherapeut psycholoog psychiater internist
  longarts cardioloog neuroloog kinderarts geriater dietist logopedist apotheker specialist wijkverpleegkundige verpleegkundige poh
  praktijkondersteuner praktijkverpleegkundige praktijkmanager praktijkassistente doktersassistente casemanager coordinator
  maatschappelijk-werker jurist adviseur collega collegas collega's minister staatssecretaris ministers premier kamerlid lid senator wethouder
  burgemeester bestuurder directeur voorzitter hoogleraar onderzoeker auteur schrijver zorginkoper projectleider beleidsmedewerker teamleider
  manager notulist kabinet motie rapport amendement commissie volgens aldus`);

/** What someone is called who is known for an office. Care professions are not among them: "mevrouw Jansen en haar huisarts". */
export const officeWords = set(`
  minister staatssecretaris voorzitter kamerlid wethouder burgemeester bestuurder directeur beleidsmedewerker zorginkoper inkoper hoogleraar
  projectleider adviseur onderzoeker accountmanager contractmanager`);

/** Ministers and others of whom the sources and the news on this subject speak. */
export const publicNames = set('helder agema ooijen maeijer karremans tielen blokhuis bruins borst klink');
export const publicFullNames = set(`
  ernst-kuipers e-j-kuipers pia-dijkstra p-a-dijkstra conny-helder fleur-agema hugo-jonge marcel-levi karien-stronks joba-berg maarten-ooijen vicky-maeijer judith-tielen
  mirjam-sterk jan-anthonie-bruijn albert-schweitzer florence-nightingale willem-drees ab-klink edith-schippers martin-rijn paul-blokhuis
  bruno-bruins tamara-ark daniel-agema mona-keijzer wilhelmina-ziekenhuis jeroen-bosch`);

/** Common surnames that the sources bear too: a minister's beside a word for what ministers do. */
export const sourceNames = set('kuipers dijkstra');
export const sourceWords = set('kamerbrief aanwijzing brief minister ministerie vws kamer iza integraal bewindspersoon kabinet ondertekend ondertekende handtekening');

/** Greetings: the name after one belongs to the reader of the text. */
export const greetings = set('geachte beste hallo hoi dag lieve hey hi dear goedemorgen goedemiddag goedenavond dank dankjewel bedankt');

/** Ordinary words that can follow "mevrouw" or "patiënt" without being a name, whatever their capitals. */
export const ordinaryWords = set(`
  a aan aanwezig achter af al alle alleen allebei allemaal als altijd alvast and are as at begrijpt bekend belt betaalt bij bijna bent beide beiden blijft boos
  can centraal contact dan daar daarna daarom dat de denkt deze die dit does doet door draagt dus een eens eerst eigen eigenlijk elk en enkel er
  for from gaat gaan geef geeft geen gebeld gisteren ging graag groot had haar hadden has have hebben heb hebt heeft heel heet hen her het hier hij hoe hoort hun
  ik in inmiddels is ja je jij kan ken kent kiest klaagt komt kon kost krijgt kunnen kwam later lijdt ligt lijkt loopt maar mag maakt
  meent meer meldt met mij mijn moest moet moeten momenteel morgen na naar nee neemt net niet niets niemand nog nooit nu of om omdat onder
  ons onze ook op opnieuw or our over pas per samen should sinds soms spreekt staat steeds stelt stil straks te tegen telt ten tevens thuis tijdens
  to toch toen tot twee uit uw vaak van vandaag vanaf vanmorgen vanmiddag vanuit veel vermoedelijk verder verblijft via vier vijf voelt volgens voor voorlopig
  vorig vorige vraagt wacht wanneer was waren waarom wat we weer weet weigert weinig welke werd werkt wie wil willen wordt worden wij woont
  you zag zal ze zegt zei zelf zelfs ziek ziet zich zij zijn zit zo zoekt zonder zou zowel heden destijds onlangs tijdelijk zeker
  kunt krijgen who what the is my kort lang oud jong boven onlangs s en/of ben alsook ofwel wilt mist leeft lag belde zonet vervolgens
  volwassen mannelijk vrouwelijk zelfstandig alleenstaand opgenomen bewust mogelijk nodig verplicht recht akkoord eens lid
  nummer nr no number id soort type groep versus naast los kijk geldt valt vallen past telt hoeveel hoelang mogen zullen kun doe doen
  computer chatbot wijk straks tegenwoordig nauwelijks eveneens trouwens mede dichtbij ondersteund geholpen behandeld verzekerd besproken verwezen`);
