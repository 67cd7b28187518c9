import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createQuestionRules, type QuestionRules } from './about-question.ts';
import { realRules, realVocabulary } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let rules: QuestionRules;

beforeAll(async () => {
  rules = createQuestionRules((await realRules()).rules, realVocabulary(), () => new Date('2025-06-01T10:00:00Z'));
});

describe('facts stated in a question', () => {
  it.each([
    ['Kunnen wij als groep overleggen en dat declareren?', { onderwerp: 'groep' }],
    ['Wij bespreken over een groep patiënten de aanpak', { onderwerp: 'groep' }],
    ['Hoe zit het met groepsoverleg over ALK', { onderwerp: 'groep' }],
    ['MDO OVER EEN PATIENT, WIE BETAALT?', { onderwerp: 'individu' }],
    ['Overleg over één individuele patiënt', { onderwerp: 'individu' }],
    ['Wordt een hybride overleg over een groep patiënten vergoed?', { onderwerp: 'hybride' }],
    ['We praten zowel over een groep patiënten als over losse patiënten', { onderwerp: 'hybride' }],
    ['Fysiotherapeuten en huisartsen overleggen samen', { meerdereSectoren: true, huisartsenDoenMee: true }],
    ['Overleg tussen psycholoog en wijkverpleegkundige', { meerdereSectoren: true }],
    ['Wij zijn fysiotherapeuten', { sector: 'fysiotherapie', domein: 'zvw' }],
    ['Ik ben huisarts.', { sector: 'huisartsenzorg', domein: 'zvw' }],
    ['Mag ik als internist dit declareren?', { sector: 'medisch-specialistisch', domein: 'zvw' }],
    ['We hebben nog geen contract', { pgazOvereenkomst: 'nee', oiOvereenkomst: 'nee', adzOvereenkomst: 'nee' }],
    ['We hebben nog geen contract voor O&I', { oiOvereenkomst: 'nee' }],
    ['Er is nog geen PGAZ-contract', { pgazOvereenkomst: 'nee' }],
    ['We hebben nog geen contract, kunnen we toch als groep beginnen?', { pgazOvereenkomst: 'nee', oiOvereenkomst: 'nee', adzOvereenkomst: 'nee', onderwerp: 'groep' }],
    ['We zijn van plan een contract te sluiten met Menzis voor PGAZ', { pgazOvereenkomst: 'voornemen' }],
    ['We hebben een contract, hoe declareren we PGAZ?', { pgazOvereenkomst: 'ja' }],
    ['We hebben een contract voor O&I', { oiOvereenkomst: 'ja' }],
    ['De patiënt is niet bij mij in behandeling', { patientInBehandeling: false }],
    ['Een patiënt die bij ons in behandeling is', { patientInBehandeling: true }],
    ['De huisarts vraagt mij om mee te denken', { meedenkvraag: true }],
    ['De behandeling valt niet onder de basisverzekering', { fysioUitBasisverzekering: false }],
    ['Er doen geen huisartsen mee', { huisartsenDoenMee: false }],
    ['Wij krijgen al O&I voor dit netwerk', { oiOvereenkomst: 'ja' }],
    ['Wij werken in de forensische zorg', { sector: 'forensisch' }],
    ['De gemeente betaalt niet', { gemeenteBetaalt: false }],
  ])('%s', (question, facts) => {
    expect(rules.factsInQuestion(question)).toEqual(facts);
  });
});

describe('who asks', () => {
  it.each([
    ['a profession with its greeting', 'Goedemiddag, fysio hier.', { sector: 'fysiotherapie', domein: 'zvw' }],
    ['a place', 'Wij van de thuiszorg doen mee', { sector: 'verpleging-verzorging', domein: 'zvw' }],
    ['a profession in a place with the same law', 'Psychiater in een ggz-instelling.', { sector: 'ggz', domein: 'zvw' }],
    ['a place with another law than the profession', 'Ik ben gz-psycholoog in een verpleeghuis', { domein: 'wlz' }],
    ['a place that pays for the profession', 'Maatschappelijk werk in een ziekenhuis, ik vraag me af hoe dat zit', { sector: 'medisch-specialistisch', domein: 'zvw' }],
    ['a law that is told', 'Ik werk als ergotherapeut voor de Wmo', { sector: 'anders', domein: 'sociaal-domein' }],
    ['a law that is not that of the profession', 'Ik ben wijkverpleegkundige, alles Wmo', { domein: 'sociaal-domein' }],
    ['forensic care, which has no Zvw', 'Wij zijn een forensische kliniek', { sector: 'forensisch' }],
    ['a municipality', 'Ik werk bij de gemeente', { domein: 'sociaal-domein' }],
    ['English', 'As a GP, can I bill this?', { sector: 'huisartsenzorg', domein: 'zvw' }],
    ['a typing mistake', 'Ik ben fysiotherapuet', { sector: 'fysiotherapie', domein: 'zvw' }],
    ['somebody else’s profession', 'De huisarts belde gisteren', {}],
    ['anybody’s profession', 'Mag een huisarts in een ziekenhuis dit declareren?', {}],
    ['a municipality to live in', 'De mensen in onze gemeente', {}],
  ])('%s', (_, question, facts) => {
    expect(rules.factsInQuestion(question)).toEqual(facts);
  });
});

describe('what is told in more than one way', () => {
  it.each([
    ['a correction replaces', 'Overleg over een groep. Sorry, ik bedoel over één patiënt.', { onderwerp: 'individu' }],
    ['first one, then the other', 'Eerst een paar eigen patiënten, daarna de hele groep', { onderwerp: 'hybride', patientInBehandeling: true }],
    ['a denial of the other', 'Niet over één patiënt, maar over de hele groep', { onderwerp: 'groep' }],
    ['a doubt', 'Misschien over een groep', {}],
    ['an intention and no contract yet', 'De verzekeraar wil PGAZ wel inkopen, maar er is nog niets getekend', { pgazOvereenkomst: 'voornemen' }],
    ['contracts about two routes', 'We krijgen al O&I. Voor PGAZ is er nog geen contract', { oiOvereenkomst: 'ja', pgazOvereenkomst: 'nee' }],
    ['a denial of something else', 'We overleggen over een groep patiënten zonder duidelijke oorzaak', { onderwerp: 'groep' }],
    ['advice that a specialist is asked for', 'Internist hier. Huisarts belt mij voor advies', { sector: 'medisch-specialistisch', domein: 'zvw', meedenkvraag: true }],
    ['advice that somebody else is asked for', 'Fysio hier. Huisarts belt mij voor advies', { sector: 'fysiotherapie', domein: 'zvw' }],
    ['a network under one law', 'Ik help een netwerk van huisartsen, fysiotherapeuten en psychologen', { meerdereSectoren: true, huisartsenDoenMee: true, domein: 'zvw' }],
    ['a network under two laws', 'Ik help een netwerk van huisartsen en welzijn', { meerdereSectoren: true, huisartsenDoenMee: true }],
    ['a telephone call is no cooperation', 'Fysio hier, ik bel met de huisarts over mijn patiënt', { sector: 'fysiotherapie', domein: 'zvw', onderwerp: 'individu' }],
  ])('%s', (_, question, facts) => {
    expect(rules.factsInQuestion(question)).toEqual(facts);
  });

  it('the words that told a fact are those of the question', () => {
    expect(rules.factsWithWords('Hoi, FYSIO hier! We praten over álle ALK-patiënten.')).toEqual([
      { fact: 'onderwerp', value: 'groep', words: 'over álle ALK-patiënten' },
      { fact: 'sector', value: 'fysiotherapie', words: 'FYSIO hier' },
      { fact: 'domein', value: 'zvw', words: 'FYSIO hier' },
    ]);
  });
});

describe('what is not stated yields nothing', () => {
  it.each([
    ['a negation', 'Wij overleggen niet als groep'],
    ['a negation elsewhere in the clause', 'Over een groep patiënten overleggen wij nooit'],
    ['two alternatives', 'Gaat dit over een groep of over één patiënt?'],
    ['two values in two clauses', 'Soms over een groep, soms over één patiënt'],
    ['a question whether something is needed', 'Moet er een contract zijn voor PGAZ?'],
    ['a question about a contract', 'Hebben we voor PGAZ een contract nodig?'],
    ['a supposition', 'Wat als er een contract is voor PGAZ?'],
    ['a contract about something unnamed', 'We hebben een contract met de verzekeraar'],
    ['a contract about one of two routes', 'We hebben een contract. Is dat PGAZ of O&I?'],
    ['an intention about something unnamed', 'We zijn van plan een contract te sluiten met Menzis'],
    ['a group of carers', 'Als groep fysiotherapeuten willen wij meedoen'],
    ['a profession that works in every sector', 'Ik ben verpleegkundige'],
    ['a plural after "if"', 'Wat gebeurt er als huisartsen meedoen?'],
    ['professions as alternatives', 'Huisartsen of fysiotherapeuten?'],
    ['a comparison of professions', 'Wat is het verschil tussen huisartsen en fysiotherapeuten?'],
    ['one sector twice', 'Psychologen en psychotherapeuten'],
    ['a denied profession', 'Ik ben geen huisarts'],
    ['a route that is only named', 'Wat is meedenkadvies?'],
    ['a question about basic insurance', 'Zit fysiotherapie in de basisverzekering of niet?'],
    ['a denied care of general practitioners', 'Kan O&I zonder huisartsen?'],
    ['nothing at all', ''],
    ['words that only look alike', 'De groepen in de kantine'],
  ])('%s', (_, question) => {
    expect(rules.factsInQuestion(question)).toEqual({});
  });

  it('a text far beyond a question is read only at its start', () => {
    expect(rules.factsInQuestion(`${'zowel over een groep en '.repeat(50_000)}. Ik ben huisarts.`)).toEqual({ onderwerp: 'groep' });
  });
});

describe('routes a question is about', () => {
  it.each([
    ['Wat is PGAZ?', ['pgaz']],
    ['Bestaat BDSS nog?', ['pgaz']],
    ['patiëntengroepsgebonden afstemming', ['pgaz']],
    ['PGAZ of O&I?', ['pgaz', 'oi']],
    ['Hoe werkt O & I?', ['oi']],
    ['organisatie en infrastructuur', ['oi']],
    ['Heeft ALK een ADZ-prestatie?', ['adz']],
    ['Komt de SOP er?', ['sop']],
    ['Wat is een meedenkconsult?', ['meedenkadvies']],
    ['Kan dat via segment 3?', ['segment-3']],
    ['Hoe zit indirecte tijd in het zorgprestatiemodel?', ['zpm-indirecte-tijd', 'regulier-tarief']],
    ['Krijgt de fysio betaald?', ['fysiotherapie']],
    ['Geldt DOS al voor de Wlz?', ['wlz-dos', 'wlz-individu']],
    ['Komt het sluittarief er?', ['wlz-dos']],
    ['Betaalt de gemeente mee?', ['sociaal-domein']],
    ['Hoe laat gaat de trein?', []],
  ])('%s', (question, routes) => {
    expect(rules.routesInQuestion(question)).toEqual(routes);
  });
});

describe('aboutQuestion', () => {
  const question = 'Fysiotherapeuten en huisartsen overleggen over een groep patiënten, we hebben nog geen contract. Past PGAZ of O&I?';

  it('tells what was understood, in sentences', () => {
    expect(rules.aboutQuestion(question).understood).toEqual([
      { factId: 'onderwerp', value: 'groep', label: 'Het overleg gaat over een groep patiënten.' },
      { factId: 'meerdereSectoren', value: true, label: 'De deelnemers komen uit meer dan één sector of domein.' },
      { factId: 'huisartsenDoenMee', value: true, label: 'Er doen huisartsen mee aan de samenwerking.' },
      { factId: 'pgazOvereenkomst', value: 'nee', label: 'Er is geen overeenkomst met de zorgverzekeraar over PGAZ.' },
      { factId: 'oiOvereenkomst', value: 'nee', label: 'Er is geen overeenkomst met de zorgverzekeraar over O&I.' },
      { factId: 'adzOvereenkomst', value: 'nee', label: 'Er is geen overeenkomst met de zorgverzekeraar over ADZ.' },
    ]);
  });

  it('gives the named routes their status under those facts, and what is still unknown', () => {
    const { routes, missingByRoute } = rules.aboutQuestion('Wij overleggen over één patiënt. Past PGAZ? En SOP?');
    expect(routes).toEqual([
      { id: 'pgaz', title: 'PGAZ (patiëntengroepsgebonden afstemming)', status: 'niet-van-toepassing' },
      { id: 'sop', title: 'SOP (sectoroverstijgende prestatie)', status: 'onbekend' },
    ]);
    expect(missingByRoute['pgaz']).toEqual([]);
    expect(missingByRoute['sop']?.map(({ factId }) => factId)).toEqual(['domein', 'zorgpadIndividu']);
    expect(missingByRoute['sop']?.[0]?.question).toMatch(/\?$/);
  });

  it('takes the day into account', () => {
    expect(rules.aboutQuestion('Wat is PGAZ?', '2030-01-01').routes[0]?.status).toBe('verlopen');
    expect(rules.aboutQuestion('Wat is PGAZ?').routes[0]?.status).toBe('onbekend');
  });

  it('links to the check with the facts behind the #, never in the query', () => {
    expect(rules.aboutQuestion(question, '2026-01-31').link).toBe(
      '/check#onderwerp=groep&meerdereSectoren=ja&huisartsenDoenMee=ja&pgazOvereenkomst=nee&oiOvereenkomst=nee&adzOvereenkomst=nee&datum=2026-01-31',
    );
    expect(rules.aboutQuestion('Wat is PGAZ?').link).toBe('/check');
  });
});
