import type {
  AllocationRequest,
  AllocationResult,
  Answer,
  CheckDescription,
  CheckResult,
  Citation,
  DocumentDetail,
  FeedbackRequest,
  ParticipantsRequest,
  PlanRequest,
  PlanResult,
  ReadParticipants,
  SearchResponse,
  StatementDetail,
} from '../../contract.ts';

/**
 * Example values of the OpenAPI document, made up so that nobody takes them for a source. They agree with each other: the
 * quote is what stands at its offsets in the example document.
 */

const text = 'Voorbeelddocument\n\nDe coördinatie wordt betaald als dat vooraf is afgesproken.';
const quote = 'De coördinatie wordt betaald als dat vooraf is afgesproken.';
const start = text.indexOf(quote);
const sha256 = '0'.repeat(64);

const summary = {
  id: 'voorbeeld-2024',
  title: 'Voorbeelddocument',
  publisher: 'Voorbeeldinstelling',
  published: '2024-07',
  kind: 'handreiking',
  kindName: 'Handleiding',
  status: 'handreiking',
  statusName: 'Handreiking',
  statusMeaning: 'Dit is uitleg bij de regels. Het is geen vast kader.',
  pages: 1,
  sha256,
};

const citation: Citation = {
  n: 1,
  documentId: summary.id,
  title: summary.title,
  publisher: summary.publisher,
  published: summary.published,
  status: summary.status,
  statusName: summary.statusName,
  statusMeaning: summary.statusMeaning,
  page: 1,
  section: 'Voorbeelddocument',
  quote,
  start,
  end: start + quote.length,
  documentSha256: sha256,
  href: `/bronnen/${summary.id}#${start}-${start + quote.length}`,
};

const statement: StatementDetail = {
  id: 'coordinatie-afspraak',
  text: 'Coördinatie wordt betaald als u dat vooraf hebt afgesproken.',
  en: 'Coordination is paid for if you agreed on it beforehand.',
  slot: 'voorwaarde',
  subject: 'voorbeeld',
  routes: ['pgaz'],
  limits: [],
  limitedBy: [],
  list: [],
  questions: ['Wanneer wordt coördinatie betaald?'],
  quotes: [citation],
};

export const examples = {
  statement,
  statementList: { asOf: '2026-01-31', total: 1, offset: 0, statements: [statement] },
  askRequest: { question: 'Wanneer wordt coördinatie betaald?', asOf: '2026-01-31' },
  answer: {
    id: '3f0c1a52-7a5e-4d0e-9a51-6f3f2f3f9d10',
    question: 'Wanneer wordt coördinatie betaald?',
    answer: `Volgens het voorbeelddocument (juli 2024):\n\n> ${quote} [1]`,
    citations: [citation],
    outcome: 'beantwoord',
    abstained: false,
    mode: 'extractief',
    routes: [{ id: 'pgaz', title: 'Prestatie groepsgebonden afstemming zorg', status: 'onbekend' }],
    notices: [],
    blocks: [{ type: 'quote', n: 1, source: 'het voorbeelddocument' }],
  } satisfies Answer as Answer,
  searchRequest: { query: 'coördinatie betaald', limit: 8 },
  searchResponse: {
    results: [
      {
        passageId: `${summary.id}#0`,
        documentId: summary.id,
        page: 1,
        section: 'Voorbeelddocument',
        text: quote,
        start,
        end: start + quote.length,
        score: 12.3,
      },
    ],
  } satisfies SearchResponse,
  documentList: [summary],
  documentDetail: { ...summary, text, pageStarts: [0] } satisfies DocumentDetail as DocumentDetail,
  feedbackRequest: {
    answerId: '3f0c1a52-7a5e-4d0e-9a51-6f3f2f3f9d10',
    verdict: 'fout',
    reasons: ['bron'],
    reason: 'De bron is ouder dan mijn vraag.',
    consent: true,
    question: 'Tot wanneer loopt het experiment?',
    citations: [{ documentId: 'handleiding-pgaz-2024', start: 120, end: 178 }],
    statementIds: ['pgaz-einde'],
  } satisfies FeedbackRequest as FeedbackRequest,
  checkDescription: {
    facts: [
      {
        id: 'onderwerp',
        question: 'Gaat het overleg over één patiënt of over een groep?',
        help: 'Kies wat het grootste deel van het overleg beschrijft.',
        type: 'choice',
        choices: [
          { value: 'individu', label: 'Eén patiënt' },
          { value: 'groep', label: 'Een groep patiënten' },
        ],
      },
    ],
    routes: [{ id: 'pgaz', title: 'Prestatie groepsgebonden afstemming zorg', summary: 'Betaling van coördinatie voor een groep.' }],
  } satisfies CheckDescription as CheckDescription,
  checkRequest: { facts: { onderwerp: 'groep' }, asOf: '2026-01-31' },
  checkResult: {
    asOf: '2026-01-31',
    rulesetSha256: sha256,
    routes: [
      {
        id: 'pgaz',
        title: 'Prestatie groepsgebonden afstemming zorg',
        status: 'onbekend',
        payment: 'apart',
        conditions: [
          { id: 'pgaz-onderwerp', text: 'Het overleg gaat over een groep.', kind: 'situatie', status: 'voldaan', citations: [citation] },
        ],
        warnings: [],
        nextSteps: [],
      },
    ],
    missing: ['domein'],
  } satisfies CheckResult as CheckResult,
  allocationRequest: {
    total: '1000.00',
    domains: [
      { name: 'Zvw', percentage: '60' },
      { name: 'Sociaal domein', percentage: '40' },
    ],
  } satisfies AllocationRequest as AllocationRequest,
  allocationResult: {
    domains: [
      { name: 'Zvw', amount: '600.00' },
      { name: 'Sociaal domein', amount: '400.00' },
    ],
    zvwSectors: [],
    insurers: [],
    missing: [],
    citations: [],
  } satisfies AllocationResult as AllocationResult,
  planRequest: {
    facts: { onderwerp: 'groep' },
    participants: [{ name: 'huisartsen', count: 4, facts: {} }],
  } satisfies PlanRequest as PlanRequest,
  planResult: {
    asOf: '2026-01-31',
    rulesetSha256: sha256,
    participants: [
      {
        name: 'huisartsen',
        count: 4,
        understood: [],
        lead: { text: 'Dit kan via het voorbeeld, als dit is geregeld: er is een afspraak.', routeId: 'voorbeeld', citations: [1] },
        routes: [{ id: 'voorbeeld', title: 'Voorbeeldroute', status: 'nog-niet', payment: 'apart', reason: 'Eerst moet dit zijn geregeld: er is een afspraak.', citations: [1] }],
      },
    ],
    choices: [],
    steps: [{ kind: 'regelen', text: 'Maak vooraf een afspraak met de zorgverzekeraar.', with: ['zorgverzekeraar'], routeId: 'voorbeeld', participants: ['huisartsen'], citations: [1] }],
    missing: [],
    citations: [citation],
  } satisfies PlanResult as PlanResult,
  participantsRequest: { text: '4 huisartsen en de gemeente' } satisfies ParticipantsRequest,
  readParticipants: {
    participants: [
      { name: 'huisartsen', count: 4, facts: { sector: 'huisartsenzorg', domein: 'zvw' } },
      { name: 'gemeente', count: 1, facts: { domein: 'sociaal-domein' } },
    ],
    unread: [],
  } satisfies ReadParticipants as ReadParticipants,
};
