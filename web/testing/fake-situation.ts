import type { Answer, AskRequest, Block } from '../../server/contract.ts';
import { cite } from './fake-documents.ts';

type Situation = Extract<Block, { type: 'situation' }>;

const HYBRID = 'De prestatie kan ook worden ingezet voor zogenoemde hybride overleggen,';
const FREE = 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.';

/** What can be understood, in the order of the chips. */
const FACTS = [
  { factId: 'onderwerp', value: 'individu', label: 'Over één patiënt', said: /één patiënt/i },
  { factId: 'sector', value: 'ggz', label: 'Geestelijke gezondheidszorg (ggz)', said: /ggz/i },
];

const ask: NonNullable<Situation['ask']> = {
  factId: 'patientInBehandeling', question: 'Is de patiënt bij u in behandeling?', help: 'Het gaat om de zorgaanbieder die de tijd besteedt.',
  choices: [{ value: 'true', label: 'Ja' }, { value: 'false', label: 'Nee, ik geef alleen advies' }, { value: 'weet-niet', label: 'Weet ik niet' }],
};

/**
 * An answer about "mijn situatie", and about what follows on one: it reads two facts from the questions so far, takes those
 * that come along for granted, and asks one question back until that is answered.
 */
export function fakeSituation({ question, history = [], facts = {} }: AskRequest): Partial<Answer> | undefined {
  const told = [question, ...history.filter(({ role }) => role === 'user').map(({ content }) => content)].join(' ');
  if (!/mijn situatie/i.test(told)) return undefined;
  const last = history.at(-1)?.content ?? '';
  const replied = last.replace(/[\s*]+$/, '').endsWith(ask.question) ? /^(ja|nee)\b/i.exec(question)?.[1]?.toLowerCase() : undefined;
  const treated = facts[ask.factId] ?? (replied === undefined ? undefined : String(replied === 'ja'));
  const understood = [
    ...FACTS.filter(({ factId, said }) => facts[factId] !== null && said.test(told)).map(({ factId, value, label }) => ({ factId, value, label, from: 'vraag' as const })),
    ...(treated === 'true' ? [{ factId: ask.factId, value: true, label: 'De patiënt is in behandeling', from: 'gegeven' as const }] : []),
  ];
  const lead = treated === 'true' ? 'Geen aparte betaaltitel: dit overleg zit in het tarief (ZPM-indirecte tijd).' : treated === 'false' ? 'Misschien via het meedenkadvies.' : 'Misschien via ZPM-indirecte tijd.';
  const reason = { payment: 'apart' as const, citations: [] };
  return {
    citations: [cite(1, 'handleiding-pgaz-2024', HYBRID), cite(2, 'handleiding-pgaz-2024', FREE)],
    suggestions: [],
    blocks: [
      { type: 'lead', text: lead, routeId: 'zpm-indirecte-tijd', citations: [1] },
      { type: 'quote', n: 1, source: 'de handleiding PGAZ', role: 'proof' },
      {
        type: 'situation', understood: understood.map(({ label }) => `${label}.`), facts: understood, link: '/check#onderwerp=individu',
        routes: [
          { id: 'zpm-indirecte-tijd', title: 'Indirecte tijd in de ggz', status: treated === 'true' ? 'van-toepassing' : 'onbekend', ...reason, reason: 'Het overleg zit in het tarief.' },
          { id: 'oi', title: 'O&I', status: 'nog-niet', ...reason, reason: 'Sluit eerst een overeenkomst met de verzekeraar.', citations: [2] },
          { id: 'meedenkadvies', title: 'Meedenkadvies', status: 'onbekend', because: 'bronnen', ...reason, reason: 'De bronnen noemen alleen een voornemen.' },
          { id: 'sop', title: 'SOP', status: 'onbekend', because: 'feit', ...reason, reason: 'Dit hangt af van uw sector.' },
          { id: 'pgaz', title: 'PGAZ', status: 'niet-van-toepassing', ...reason, reason: 'Dit gaat niet over een groep.' },
          { id: 'segment-3', title: 'Segment 3', status: 'niet-van-toepassing', ...reason, reason: 'U bent geen huisarts.' },
        ],
        ...(treated === undefined && { ask }),
      },
    ],
  };
}
