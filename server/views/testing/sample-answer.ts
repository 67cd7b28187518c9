import type { Block, Citation, Notice } from '../../contract.ts';
import type { ShownAnswer } from '../answer-parts.ts';

/** A citation with everything that a renderer shows of one. */
export function citation(n: number, quote: string, facts: Partial<Citation> = {}): Citation {
  return {
    n,
    documentId: `bron-${n}`,
    title: `Handleiding nummer ${n}`,
    publisher: 'NZa',
    published: '2024-07',
    status: 'handreiking', statusName: 'Handreiking',
    page: 4,
    section: '4 Contractvereiste',
    quote,
    start: 0,
    end: quote.length,
    documentSha256: 'a',
    href: `/bronnen/bron-${n}#t=0-${quote.length}`,
    ...facts,
  };
}

/** Every kind of block and of notice once; typed so that a new kind cannot be forgotten. */
export const everyBlock: { [Type in Exclude<Block['type'], 'notice'>]: Extract<Block, { type: Type }> } & { notices: Record<Notice['kind'], Notice> } = {
  verdict: { type: 'verdict', verdict: 'hangt-af' },
  statement: { type: 'statement', role: 'answer', id: 's', text: 'Dat mag als u een overeenkomst hebt.', citations: [1] },
  table: { type: 'table', caption: 'PGAZ en SOP', columns: ['PGAZ', 'SOP'], rows: [{ aspect: 'Voor wie', cells: [{ text: 'Voor een groep.', citations: [1] }, { text: 'Voor één patiënt.', citations: [2] }] }] },
  quote: { type: 'quote', n: 2, source: 'de handleiding PGAZ' },
  gap: { type: 'gap', question: 'wat kost het?' },
  refusal: {
    type: 'refusal', slot: 'code', missing: 'Een code staat niet in de bronnen.', near: { id: 'n', text: 'Het tarief is vrij.', citations: [1] },
    turnTo: [{ name: 'de Nederlandse Zorgautoriteit (NZa)', href: 'https://www.nza.nl' }, { name: 'uw zorgverzekeraar' }], newest: '2024-10-15',
    nearest: { documentId: 'wet', source: 'de wet', published: '2015', page: 7, section: 'Artikel 2', start: 0 },
  },
  remark: { type: 'remark', kind: 'thanks' },
  lead: { type: 'lead', text: 'PGAZ past: u krijgt dit overleg apart betaald.', routeId: 'pgaz', citations: [1] },
  situation: { type: 'situation', understood: ['Het gaat over een groep.'], link: '/check#onderwerp=groep' },
  route: { type: 'route', id: 'pgaz', title: 'PGAZ', status: 'conflict', open: ['Doen er huisartsen mee?'] },
  notices: {
    'many-parts': { type: 'notice', kind: 'many-parts' },
    busy: { type: 'notice', kind: 'busy' },
    'model-failed': { type: 'notice', kind: 'model-failed' },
    'not-written': { type: 'notice', kind: 'not-written' },
    intention: { type: 'notice', kind: 'intention' },
    'plan-passed': { type: 'notice', kind: 'plan-passed', plannedFor: '2026', said: '2024-10' },
    'sources-differ': { type: 'notice', kind: 'sources-differ', stronger: 'de aanwijzing', weaker: 'het verslag' },
    superseded: { type: 'notice', kind: 'superseded', source: 'de oude wet', supersededOn: '2015', supersededBy: 'de nieuwe wet' },
    'source-kind': { type: 'notice', kind: 'source-kind', status: 'akkoord', text: 'Dit zijn afspraken tussen partijen.' },
    age: { type: 'notice', kind: 'age', newest: '2024-07', several: true },
  },
  term: { type: 'term', term: 'open en integraal', matched: 'O&I', meaning: 'Een bekostiging in de eerste lijn.' },
};

/** What must be said of each, in the order of all renderers; a refusal's first sentence is the title of the whole. */
export const everySentence = [
  'Een code staat niet in de bronnen.',
  'Dat hangt ervan af.',
  'Dat mag als u een overeenkomst hebt.',
  'PGAZ en SOP',
  'Voor wie',
  'Voor een groep.',
  'Voor één patiënt.',
  'De bronnen zeggen hierover:',
  'Handleiding PGAZ (juli 2024):',
  'Een samenwerking begint met een overeenkomst.',
  'Over dit deel van uw vraag zeggen de bronnen niets: “wat kost het?” Vraag het aan uw zorgverzekeraar',
  'Wel staat er: Het tarief is vrij.',
  'Dichtbij: wet, p. 7, “Artikel 2”',
  'Vraag het aan',
  'de Nederlandse Zorgautoriteit (NZa)',
  'of aan uw zorgverzekeraar',
  'De nieuwste bron is van 15 oktober 2024.',
  'Graag gedaan.',
  'Uit uw vraag begrepen:',
  'Het gaat over een groep.',
  'PGAZ',
  ': Kies één route. Nog nodig: Doen er huisartsen mee?',
  'Ga na wat er geldt in de regelcheck',
  'Let op',
  'U vraagt veel tegelijk',
  'Het is druk.',
  'Het taalmodel is nu niet bereikbaar.',
  'Het taalmodel gaf nu geen bruikbare tekst.',
  'Een bron spreekt hier van een voornemen',
  'Het plan van oktober 2024 was voor 2026. Of het is doorgegaan, staat niet in de bronnen.',
  'De bronnen verschillen. Wat staat in de aanwijzing weegt zwaarder dan wat staat in het verslag.',
  'De oude wet geldt niet meer sinds 2015. In de plaats kwam de nieuwe wet.',
  'Dit zijn afspraken tussen partijen.',
  'De nieuwste bron hierbij is van juli 2024.',
  'Bronnen bij dit antwoord',
  'Handleiding nummer 1',
  'Alleen met een overeenkomst.',
  'Handleiding nummer 2',
  'Uitleg',
  'O&I (open en integraal)',
  'Een bekostiging in de eerste lijn.',
  'Deze zinnen zijn vooraf geschreven en met de bronnen vergeleken.',
];

/** An answer with all of them. */
export const fullAnswer: ShownAnswer = {
  answer: 'De tekst zelf wordt niet getoond als er blokken zijn.',
  citations: [citation(1, 'Alleen met een overeenkomst.'), citation(2, 'Een samenwerking begint met een overeenkomst.')],
  notices: [],
  outcome: 'deels',
  mode: 'extractief',
  blocks: (({ notices, term, ...body }) => [...Object.values(body), ...Object.values(notices), term])(everyBlock),
};
