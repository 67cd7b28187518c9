import type { Answer, Citation } from '../../../server/contract.ts';
import { answerOf, citationAt } from '../reference-answer.ts';
import { sentencesOf } from '../sentences.ts';
import { partsOf, quoteLine, recited, remarked, textOf } from './answer-parts.ts';
import { answered, type Asked } from './answering.ts';
import type { BadSystem } from './bad-system.ts';
import { irrelevantQuotes } from './irrelevant.ts';

/** Every citation of an answer changed, and the quotes shown with it. */
const citing = (change: (citation: Citation, context: Asked) => Citation): BadSystem['make'] =>
  answered((answer, context) => recited(answer, answer.citations.map((citation) => change(citation, context))));

/** The right answer with quotes that were chosen badly. */
export const BADLY_CHOSEN_QUOTES: readonly BadSystem[] = [
  {
    id: 'buried',
    label: 'Bewijs begraven onder vier lange citaten die er niet toe doen',
    mustFailBy: ['firstQuoteRight', 'quotesRelevant'],
    make: answered((answer, { asked, documents }) => {
      const { own, routes } = partsOf(answer);
      const citations = [...irrelevantQuotes(asked, documents, 4), ...answer.citations].map((citation, at) => ({ ...citation, n: at + 1 }));
      return { ...answer, citations, answer: textOf({ own: '', routes, quotes: [...citations.map(quoteLine), remarked(own, (n) => n + 4)] }) };
    }),
  },
  {
    id: 'whole-corpus',
    label: 'Elke passage van de bronnen als antwoord',
    mustFailBy: ['quotesRelevant', 'words'],
    make: (good, world) => {
      const citations = [...world.documents.values()]
        .flatMap((document) => Array.from({ length: Math.ceil(document.text.length / 1000) }, (_, at) => ({ document, start: at * 1000, end: Math.min((at + 1) * 1000, document.text.length) })))
        .map(({ document, ...range }, at) => citationAt(document, range, at + 1));
      const text = citations.map(quoteLine).join('\n\n');
      return answered((answer) => ({ ...answer, citations, answer: text }))(good, world);
    },
  },
  {
    id: 'whole-document',
    label: 'Het hele document als één citaat',
    mustFailBy: ['quotesRelevant', 'words'],
    make: citing(({ documentId, n }, { documents }) => {
      const document = documents.get(documentId)!;
      return citationAt(document, { start: 0, end: document.text.length }, n);
    }),
  },
  {
    id: 'whole-document-folded',
    label: 'Het hele document als citaat, dichtgevouwen onder een kort antwoord',
    mustFailBy: ['quotesRelevant'],
    make: answered((answer, { documents }) => ({
      ...answer,
      answer: textOf({ ...partsOf(answer), quotes: [] }),
      citations: answer.citations.map(({ documentId, n }) => citationAt(documents.get(documentId)!, { start: 0, end: documents.get(documentId)!.text.length }, n)),
    })),
  },
  {
    id: 'shotgun',
    label: 'Schot hagel: het goede citaat tussen negen andere',
    mustFailBy: ['quotesRelevant', 'words'],
    make: answered((answer, { asked, documents }) => recited(answer, [...answer.citations, ...irrelevantQuotes(asked, documents, 10 - answer.citations.length)])),
  },
  {
    id: 'same-five',
    label: 'Altijd dezelfde vijf citaten',
    mustFailBy: ['evidenceCited'],
    make(good, world) {
      const five = [...world.documents.values()].flatMap((document) =>
        sentencesOf(document).filter(({ start, end }) => end - start > 40).slice(0, 3).map((range) => citationAt(document, range, 1)),
      ).slice(0, 5); // prettier-ignore
      return answered((answer) => recited(answer, five, () => 1))(good, world);
    },
  },
  {
    id: 'truncated',
    label: 'Citaten afgekapt voordat het bewijs komt',
    mustFailBy: ['evidenceCited'],
    make: citing((citation) => {
      const length = Math.max(1, Math.floor(citation.quote.length * 0.4));
      return { ...citation, quote: citation.quote.slice(0, length), end: citation.start + length };
    }),
  },
  {
    id: 'beside',
    label: 'De zin naast het bewijs aangehaald',
    mustFailBy: ['evidenceCited'],
    make: citing((citation, { documents }) => {
      const document = documents.get(citation.documentId)!;
      const sentences = sentencesOf(document).filter(({ start, end }) => end - start > 40);
      const next = sentences.find(({ start }) => start >= citation.end) ?? sentences[0];
      return next ? citationAt(document, next, citation.n) : citation;
    }),
  },
  {
    id: 'no-citations',
    label: 'Het goede antwoord zonder één citaat',
    mustFailBy: ['evidenceCited'],
    make: answered((answer) => recited(answer, [], () => undefined)),
  },
  {
    id: 'superseded',
    label: 'Haalt een wet aan die niet meer geldt',
    mustFailBy: ['citationsValid'],
    make: citing((citation) => ({ ...citation, documentId: 'wtg-1980', title: 'Wet tarieven gezondheidszorg', supersededOn: '2006-10-01' })),
  },
];

/** Citations that are not what they say. */
export const FALSE_CITATIONS: readonly BadSystem[] = [
  { id: 'wrong-pages', label: 'Verkeerde pagina’s', mustFailBy: ['citationsValid'], make: citing((citation) => ({ ...citation, page: citation.page + 1 })) },
  { id: 'stale-index', label: 'Verouderde index: de bronnen zijn sindsdien veranderd', mustFailBy: ['citationsValid'], make: citing((citation) => ({ ...citation, documentSha256: 'f'.repeat(64) })) },
  { id: 'shifted', label: 'Citaten wijzen drie tekens te ver', mustFailBy: ['citationsValid'], make: citing((citation) => ({ ...citation, start: citation.start + 3, end: citation.end + 3 })) },
  { id: 'altered-quote', label: 'Een woord in elk citaat veranderd', mustFailBy: ['citationsValid'], make: citing((citation) => ({ ...citation, quote: citation.quote.replace(/\p{L}{4,}/u, (word) => `niet-${word}`) })) },
  {
    id: 'stitched',
    label: 'Citaten aan elkaar geplakt uit twee plaatsen',
    mustFailBy: ['citationsValid'],
    make: citing((citation, { documents }) => {
      const { text } = documents.get(citation.documentId)!;
      const end = Math.min(text.length, citation.end + 600);
      return { ...citation, end, quote: `${citation.quote} ${text.slice(Math.max(citation.end, end - 80), end)}` };
    }),
  },
  {
    id: 'false-labels',
    label: 'Een brief met het etiket van een wet: titel, afzender, datum en status verzonnen',
    mustFailBy: ['labelsRight'],
    make: citing((citation) => ({ ...citation, title: 'Wet bekostiging afstemming', publisher: 'Staten-Generaal', published: '2026-01-01', status: citation.status === 'bindend' ? 'verslag' : 'bindend' })),
  },
  {
    id: 'labels-swapped',
    label: 'De titel van een ander document bij het citaat',
    mustFailBy: ['labelsRight'],
    make: citing((citation, { documents }) => {
      const other = [...documents.values()].find(({ id }) => id !== citation.documentId)!;
      return { ...citation, title: other.title, publisher: other.publisher, published: other.published, status: other.status };
    }),
  },
  {
    id: 'dangling',
    label: 'Verwijzingen zonder citaat',
    mustFailBy: ['citationsValid'],
    make: answered((answer) => ({ ...answer, answer: answer.answer.replace(/\[1\]/, `[${answer.citations.length + 1}]`) + ` [${answer.citations.length + 2}]` })),
  },
  { id: 'empty', label: 'Leeg antwoord met de goede citaten', mustFailBy: ['citationsValid', 'direct'], make: answered((answer) => ({ ...answer, answer: '' })) },
];

/** The answer to another question, as if it were this one's. */
const other = async ({ good, cases, asked, request, watch }: Asked, choose: (candidates: Asked['cases']) => Asked['asked'] | undefined): Promise<Answer> => {
  const own = new Set(asked.evidence.flatMap(({ anyOf }) => anyOf.map(({ quote }) => quote)));
  const chosen = choose(cases.filter(({ abstain, evidence }) => !abstain && evidence.every(({ anyOf }) => anyOf.every(({ quote }) => !own.has(quote)))));
  if (!chosen) return answerOf(request.question, []);
  const { answer } = await good.ask({ question: chosen.question, history: [...chosen.history] }, watch);
  return { ...answer, question: request.question };
};

/** Right answers, but not to what was asked. */
export const OTHER_QUESTIONS: readonly BadSystem[] = [
  {
    id: 'shuffled',
    label: 'De antwoorden door elkaar gehusseld',
    mustFailBy: ['evidenceCited'],
    make: answered((_, context) => other(context, (candidates) => candidates[(context.cases.indexOf(context.asked) * 7 + 13) % candidates.length])),
  },
  {
    id: 'neighbour',
    label: 'Beantwoordt de vraag ernaast, over hetzelfde onderwerp',
    mustFailBy: ['evidenceCited'],
    make: answered((_, context) => other(context, (candidates) => candidates.find(({ topic }) => topic === context.asked.topic) ?? candidates[0])),
  },
];
