import type { Answer, DocumentDetail } from '../../server/contract.ts';
import { ROUTE_IDS, type EvaluationCase, type TextRange } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import { numbersIn } from '../metrics/numbers.ts';
import type { MeasureName } from '../metrics/measures.ts';
import { answerOf, citationAt } from './reference-answer.ts';
import { sentencesOf, trimmed } from './sentences.ts';

/** A way in which an answer can be wrong, and the figure that must show it. */
export interface Mutation {
  id: string;
  /** Dutch, for the report. */
  label: string;
  caughtBy: MeasureName;
  /** The reference answer made wrong; undefined where this fault cannot be made in it. */
  spoil(evaluationCase: EvaluationCase, reference: Answer, documents: Documents): Answer | undefined;
}

const toAnswer = ({ abstain }: EvaluationCase): boolean => !abstain;

export const MUTATIONS: readonly Mutation[] = [
  {
    id: 'number-changed',
    label: 'Een getal in het antwoord veranderd',
    caughtBy: 'numbersSupported',
    spoil(evaluationCase, reference) {
      const quoted = new Set(reference.citations.flatMap(({ quote }) => numbersIn(quote)));
      // Whole numbers in the running text, not the markers.
      const match = /(?<![\d.,[])\d+(?![\d.,\]])/.exec(reference.answer);
      if (!toAnswer(evaluationCase) || !match) return undefined;
      let wrong = Number(match[0]) + 1;
      while (quoted.has(String(wrong))) wrong += 1;
      return { ...reference, answer: splice(reference.answer, match.index, match[0].length, String(wrong)) };
    },
  },
  {
    id: 'neighbour-cited',
    label: 'De zin ernaast aangehaald',
    caughtBy: 'evidenceCited',
    spoil(evaluationCase, reference, documents) {
      const [first] = reference.citations;
      if (!first || evaluationCase.evidence.length > 1) return undefined;
      const document = documents.get(first.documentId)!;
      const neighbour = sentenceAfter(document, first, evaluationCase);
      return neighbour && answerOf(reference.question, [citationAt(document, neighbour, 1)], evaluationCase.routes);
    },
  },
  {
    id: 'answer-invented',
    label: 'Geantwoord waar de bronnen niets zeggen',
    caughtBy: 'abstained',
    spoil(evaluationCase, reference, documents) {
      if (toAnswer(evaluationCase)) return undefined;
      const [document] = documents.values();
      const sentence = document && sentencesOf(document).find(({ start, end }) => end - start > 60);
      return sentence && answerOf(reference.question, [citationAt(document, sentence, 1)]);
    },
  },
  {
    id: 'route-invented',
    label: 'Een route genoemd die niet speelt',
    caughtBy: 'routesPrecise',
    spoil(evaluationCase, reference) {
      if (!toAnswer(evaluationCase) || evaluationCase.routes.length === 0) return undefined;
      const wrong = ROUTE_IDS.find((id) => !evaluationCase.routes.includes(id))!;
      return { ...reference, routes: [...reference.routes, { id: wrong, title: wrong, status: 'van-toepassing' }] };
    },
  },
  {
    id: 'quote-altered',
    label: 'Een woord in het citaat veranderd',
    caughtBy: 'citationsValid',
    spoil(evaluationCase, reference) {
      const [first, ...others] = reference.citations;
      if (!toAnswer(evaluationCase) || !first) return undefined;
      const quote = first.quote.replace(/\p{L}{4,}/u, (word) => `niet-${word}`);
      return quote === first.quote ? undefined : { ...reference, citations: [{ ...first, quote }, ...others] };
    },
  },
  {
    id: 'page-wrong',
    label: 'Een verkeerde pagina genoemd',
    caughtBy: 'citationsValid',
    spoil(evaluationCase, reference) {
      const [first, ...others] = reference.citations;
      return toAnswer(evaluationCase) && first ? { ...reference, citations: [{ ...first, page: first.page + 1 }, ...others] } : undefined;
    },
  },
  {
    id: 'citation-missing',
    label: 'Een verwijzing zonder citaat',
    caughtBy: 'citationsValid',
    spoil: (evaluationCase, reference) =>
      toAnswer(evaluationCase)
        ? { ...reference, answer: `${reference.answer}\n\nDit geldt ook voor andere zorgaanbieders. [${reference.citations.length + 1}]` }
        : undefined,
  },
  {
    id: 'refused',
    label: 'Geweigerd terwijl het antwoord er staat',
    caughtBy: 'falseRefusals',
    spoil: (evaluationCase, reference) =>
      toAnswer(evaluationCase) ? { ...answerOf(reference.question, []), answer: 'Dit staat niet in de bronnen.' } : undefined,
  },
  {
    id: 'half-answered',
    label: 'De helft van een dubbele vraag beantwoord',
    caughtBy: 'evidenceCited',
    spoil(evaluationCase, reference) {
      const [first, ...others] = reference.citations;
      // Where one sentence proves everything, half of the answer is the whole.
      if (!first || !others.some(({ start, documentId }) => start !== first.start || documentId !== first.documentId)) return undefined;
      return answerOf(reference.question, reference.citations.slice(0, 1), evaluationCase.routes);
    },
  },
  {
    id: 'key-fact-missing',
    label: 'Het kernfeit weggelaten',
    caughtBy: 'vitalFacts',
    spoil(evaluationCase, reference, documents) {
      const [first] = reference.citations;
      const vital = evaluationCase.keyFacts.find((fact) => fact.vital);
      if (!first || !vital || reference.citations.length > 1) return undefined;
      const pattern = new RegExp(vital.pattern, 'giu');
      const found = [...first.quote.matchAll(pattern)];
      if (found.length !== 1) return undefined;
      const at = found[0]!.index;
      const length = found[0]![0].length;
      // The longer side of the quote without the fact.
      const before = { start: first.start, end: first.start + at };
      const after = { start: first.start + at + length, end: first.end };
      const rest = before.end - before.start > after.end - after.start ? before : after;
      if (rest.end - rest.start < first.quote.length * 0.6) return undefined;
      return answerOf(reference.question, [citationAt(documents.get(first.documentId)!, trimmed(documents.get(first.documentId)!, rest), 1)], evaluationCase.routes);
    },
  },
];

const splice = (text: string, at: number, length: number, by: string): string => text.slice(0, at) + by + text.slice(at + length);

/** The next sentence of some length that is no evidence itself. */
function sentenceAfter(document: DocumentDetail, { end }: TextRange, { evidence }: EvaluationCase): TextRange | undefined {
  const evidencePlaces = evidence.flatMap(({ anyOf }) => anyOf.filter(({ documentId }) => documentId === document.id).flatMap(({ places }) => places));
  return sentencesOf(document).find(
    (sentence) =>
      sentence.start >= end &&
      sentence.end - sentence.start > 40 &&
      evidencePlaces.every((place) => place.end <= sentence.start || place.start >= sentence.end),
  );
}
