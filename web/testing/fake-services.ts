import { randomUUID } from 'node:crypto';
import type { Answer, AskRequest, Block, CheckResult, Citation, RouteResult } from '../../server/contract.ts';
import { BadInputError } from '../../server/errors.ts';
import type { AskOptions, Assistant, RuleCheck, Services } from '../../server/assistant/services.ts';
import { answerBody } from '../../server/views/answer-body.ts';
import { bodyMarkdown } from '../../server/views/parts-markdown.ts';
import { cite, fakeDocuments } from './fake-documents.ts';
import { fakeSituation } from './fake-situation.ts';

/**
 * Services whose behaviour a question chooses: a word in it brings each state of the chat about. Everything else gives
 * one fixed answer with three citations of real sentences.
 */
export interface FakeServices extends Services {
  /** Questions whose work was stopped before it was done. */
  stopped: string[];
  /** What was asked, as it came. */
  requests: AskRequest[];
  /** What `ask` answers in place of the fixed answer. */
  answerWith: Partial<Answer> | undefined;
}

const AGREEMENT = 'Zorgaanbieders kunnen de prestatie alleen in rekening brengen wanneer hierover een overeen- komst is met een zorgverzekeraar.';

const clauseOf = (quote: string, words: string): [number, number] => [quote.indexOf(words), quote.indexOf(words) + words.length];

/** As an ordinary question gets it: a verdict, a statement with its exception, one proof shown and two folded. */
const answer: Omit<Answer, 'id' | 'question'> = {
  answer: '',
  blocks: [
    { type: 'verdict', verdict: 'ja' },
    { type: 'statement', role: 'answer', id: 'pgaz-overeenkomst', text: 'PGAZ mag u declareren als u er een schriftelijke overeenkomst over hebt met een zorgverzekeraar.', citations: [1] },
    { type: 'statement', role: 'limit', id: 'pgaz-hybride', text: 'Bij een hybride overleg betaalt PGAZ alleen de extra afstemming.', citations: [2, 3] },
    { type: 'quote', n: 1, source: 'de aanwijzing PGAZ', role: 'proof', clause: clauseOf(AGREEMENT, 'alleen in rekening brengen') },
    { type: 'quote', n: 2, source: 'de handleiding PGAZ', role: 'more' },
    { type: 'quote', n: 3, source: 'de handleiding PGAZ', role: 'more' },
    { type: 'term', term: 'patiëntengroepsgebonden afstemming', matched: 'PGAZ', meaning: 'Afspraken over een groep patiënten.' },
  ],
  citations: [
    cite(1, 'aanwijzing-pgaz-2024', AGREEMENT, 'Artikel 4 Uitgangspunten experiment'),
    cite(2, 'handleiding-pgaz-2024', 'De prestatie kan ook worden ingezet voor zogenoemde hybride overleggen,', '3 Waarvoor te gebruiken?'),
    cite(3, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.', '7 Monitoring en evaluatie'),
  ],
  outcome: 'beantwoord',
  abstained: false,
  mode: 'extractief',
  routes: [{ id: 'pgaz', title: 'PGAZ', status: 'onbekend' }],
  notices: [],
  suggestions: ['Wat moet er in de overeenkomst staan?', 'Tot wanneer loopt het experiment PGAZ?'],
  language: 'nl',
};

const notFound: Omit<Answer, 'id' | 'question'> = {
  answer: '',
  blocks: [
    {
      type: 'refusal', slot: 'onderwerp', missing: 'Het weer staat niet in de bronnen.', newest: '2024-10-15',
      near: { id: 'pgaz-einde', text: 'Het experiment PGAZ loopt tot uiterlijk 1 mei 2029.', citations: [1] },
      turnTo: [{ name: 'het KNMI', href: 'https://www.knmi.nl' }],
      nearest: { documentId: 'handleiding-pgaz-2024', source: 'de handleiding PGAZ', published: '2024-07', page: 5, section: '2 Wanneer te gebruiken?', start: 0 },
    },
  ],
  citations: [cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.', '7 Monitoring en evaluatie')],
  outcome: 'niet-in-bronnen',
  abstained: true,
  mode: 'extractief',
  routes: [],
  notices: [],
  suggestions: ['Wie mag PGAZ declareren?', 'Hoe wordt een mdo betaald?'],
  language: 'nl',
};

const thanks: Partial<Answer> = { blocks: [{ type: 'remark', kind: 'thanks' }], citations: [], outcome: 'beantwoord', suggestions: [], routes: [] };

export function fakeServices(): FakeServices {
  const services: FakeServices = { assistant: undefined as never, documents: fakeDocuments, rules: fakeRules, stopped: [], requests: [], answerWith: undefined };
  services.assistant = fakeAssistant(services);
  return services;
}

const markdown = (blocks: Block[] = [], citations: Citation[]): string => bodyMarkdown(answerBody(blocks, citations));

function fakeAssistant(services: FakeServices): Assistant {
  return {
    search: () => Promise.resolve([]),
    ask: async (request, { signal, onEvent }: AskOptions = {}) => {
      const { question } = request;
      services.requests.push(request);
      const situation = fakeSituation(request);
      const base = situation !== undefined ? { ...answer, ...situation } : /niet in de bronnen|\bweer\b/i.test(question) ? notFound : /dank je/i.test(question) ? { ...answer, ...thanks } : answer;
      const given: Answer = { ...base, ...services.answerWith, id: randomUUID(), question };
      const result: Answer = { ...given, answer: given.answer || markdown(given.blocks, given.citations) };
      if (/deels/i.test(question)) Object.assign(result, { outcome: 'deels', blocks: [...(result.blocks ?? []), { type: 'gap', question }] });
      const leave = (): never => {
        services.stopped.push(question);
        throw signal?.reason instanceof Error ? signal.reason : new Error('stopped');
      };
      const pause = async (ms: number): Promise<void> => {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms);
          signal?.addEventListener('abort', () => { clearTimeout(timer); done(); }, { once: true });
        });
        if (signal?.aborted) leave();
      };
      onEvent?.({ type: 'status', text: 'De bronnen worden doorzocht …' });
      if (/storing/i.test(question)) throw new Error('a fault that nobody foresaw');
      if (/fout/i.test(question)) throw new BadInputError('Deze vraag kan de server niet lezen. Stel de vraag anders.');
      if (/traag/i.test(question)) await pause(600_000);
      onEvent?.({ type: 'citations', citations: result.citations });
      for (const block of result.blocks ?? []) {
        if (/langzaam/i.test(question)) await pause(200);
        onEvent?.({ type: 'block', block });
        onEvent?.({ type: 'delta', text: markdown([block], result.citations) });
      }
      if (result.blocks === undefined) onEvent?.({ type: 'delta', text: result.answer });
      if (/blijft/i.test(question)) await pause(600_000);
      return result;
    },
  };
}

const needed = cite(1, 'aanwijzing-pgaz-2024', AGREEMENT);

/** Three facts and two routes with the shape of the real ones. */
const fakeRules: RuleCheck = {
  describe: () => ({
    facts: [
      { id: 'onderwerp', question: 'Over wie gaat het overleg?', help: 'Kies wat het meest klopt.', type: 'choice', choices: [{ value: 'individu', label: 'Over één patiënt' }, { value: 'groep', label: 'Over een groep patiënten' }, { value: 'hybride', label: 'Over allebei' }] },
      { id: 'alVergoed', question: 'Wordt dit werk al op een andere manier betaald?', help: '', type: 'boolean', choices: [{ value: 'true', label: 'Het wordt al betaald' }, { value: 'false', label: 'Het wordt nog niet betaald' }] },
      { id: 'overeenkomst', question: 'Is er een overeenkomst met de zorgverzekeraar?', help: '', type: 'choice', choices: [{ value: 'ja', label: 'Ja' }, { value: 'nee', label: 'Nee' }] },
    ],
    routes: [
      { id: 'pgaz', title: 'PGAZ', summary: 'Afstemming over een groep patiënten.' },
      { id: 'zpm-indirecte-tijd', title: 'Indirecte tijd in de ggz', summary: 'Overleg zit in het tarief.' },
    ],
  }),
  check: (facts, asOf = '2026-03-02') => check(facts, asOf),
  allocate: ({ total, domains }) => ({
    domains: domains.map(({ name, percentage }) => ({ name, amount: ((Number(total) * Number(percentage)) / 100).toFixed(2) })),
    zvwSectors: [],
    insurers: [],
    missing: ['De peildatum waarop u de verzekerden telt.'],
    citations: [needed],
  }),
};

function check(facts: Record<string, unknown>, asOf: string): CheckResult {
  const condition = (id: string, text: string, met: boolean | undefined, kind = 'situatie'): RouteResult['conditions'][number] => ({
    id, text, kind, status: met === undefined ? 'onbekend' : met ? 'voldaan' : 'niet-voldaan', citations: [needed],
  });
  const group = facts['onderwerp'] === undefined ? undefined : facts['onderwerp'] !== 'individu';
  const free = facts['alVergoed'] === undefined ? undefined : facts['alVergoed'] === false;
  const agreed = facts['overeenkomst'] === undefined ? undefined : facts['overeenkomst'] === 'ja';
  const off = group === false || free === false;
  const status = off ? 'niet-van-toepassing' : group === undefined || free === undefined ? 'onbekend' : agreed === undefined ? 'onbekend' : agreed ? 'van-toepassing' : 'nog-niet';
  return {
    asOf,
    rulesetSha256: '0'.repeat(64),
    routes: [
      {
        id: 'pgaz', title: 'PGAZ', status, payment: 'apart',
        conditions: [condition('groep', 'Het overleg gaat over een groep.', group), condition('vrij', 'Het werk wordt nog niet betaald.', free), condition('contract', 'Er is een overeenkomst.', agreed, 'regelen')],
        warnings: [{ text: 'Bij een hybride overleg betaalt PGAZ alleen de extra afstemming.', citations: [needed] }],
        nextSteps: agreed === false ? [{ text: 'Sluit een overeenkomst met uw zorgverzekeraar.', citations: [needed] }] : [],
      },
      {
        id: 'zpm-indirecte-tijd', title: 'Indirecte tijd in de ggz', status: group === true ? 'niet-van-toepassing' : group === false ? 'van-toepassing' : 'onbekend', payment: 'in-tarief',
        conditions: [condition('individu', 'Het overleg gaat over één patiënt.', group === undefined ? undefined : !group)], warnings: [], nextSteps: [],
      },
    ],
    missing: [...(group === undefined ? ['onderwerp'] : []), ...(off ? [] : [...(free === undefined ? ['alVergoed'] : []), ...(agreed === undefined ? ['overeenkomst'] : [])])],
  };
}
