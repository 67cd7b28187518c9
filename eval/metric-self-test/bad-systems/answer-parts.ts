import type { Answer, Citation } from '../../../server/contract.ts';

/** What a reader sees of an answer, apart: own words, lines about routes, quotes. */
export interface AnswerParts {
  own: string;
  routes: string[];
  quotes: string[];
}

const squeeze = (text: string): string => text.replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim();

export const quoteLine = ({ quote, n }: Pick<Citation, 'quote' | 'n'>): string => `> ${squeeze(quote)} [${n}]`;

/** The short name, and in a plain sentence what the rule check says of it. */
export function routeLine({ title, status }: Answer['routes'][number], english = false): string {
  const name = title.replace(/\s*\(.*$/, '');
  if (english) return `- **${name}**: ${status === 'onbekend' ? 'whether this is for you is not known yet' : `for you this is: ${status.replaceAll('-', ' ')}`}.`;
  return `- **${name}**: ${status === 'onbekend' ? 'of dit voor u geldt, is nog niet te zeggen' : `dit is voor u ${status.replaceAll('-', ' ')}`}.`;
}

export function partsOf({ answer }: Pick<Answer, 'answer'>): AnswerParts {
  const parts: AnswerParts = { own: '', routes: [], quotes: [] };
  const own: string[] = [];
  for (const line of answer.split('\n')) {
    if (line.startsWith('> ')) parts.quotes.push(line);
    else if (line.startsWith('- **')) parts.routes.push(line);
    else if (line.trim() !== '') own.push(line);
  }
  return { ...parts, own: own.join('\n\n') };
}

export const textOf = ({ own, routes, quotes }: AnswerParts): string =>
  [own, routes.join('\n'), quotes.join('\n\n')].filter((part) => part !== '').join('\n\n');

/** The answer in other own words; routes and quotes stay. */
export function reworded(answer: Answer, reword: (own: string) => string): Answer {
  const parts = partsOf(answer);
  return { ...answer, answer: textOf({ ...parts, own: reword(parts.own) }) };
}

/**
 * The answer with other citations, all of them shown and numbered anew.
 * @param place new number of each old marker in the own words; a marker without one goes
 */
export function recited(answer: Answer, citations: readonly Citation[], place: (n: number) => number | undefined = (n) => n): Answer {
  const numbered = citations.map((citation, at) => ({ ...citation, n: at + 1 }));
  const { own, routes } = partsOf(answer);
  return { ...answer, citations: numbered, answer: textOf({ own: remarked(own, place), routes, quotes: numbered.map(quoteLine) }) };
}

export const remarked = (text: string, place: (n: number) => number | undefined): string =>
  text.replace(/\s?\[(\d+)\]/g, (_, digits: string) => {
    const n = place(Number(digits));
    return n === undefined ? '' : ` [${n}]`;
  });

export const withoutMarkers = (text: string): string => remarked(text, () => undefined);

/** Every marker of these citations, to stand before the end of a sentence. */
export const markersOf = (citations: readonly Pick<Citation, 'n'>[]): string => citations.map(({ n }) => `[${n}]`).join(' ');

/** Puts markers before the end of each sentence, so that a reader and a program see what each one rests on. */
export function marked(text: string, markers: string): string {
  if (markers === '') return text;
  const sentences = [...new Intl.Segmenter('nl', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim());
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?]$/.test(sentence) ? `${sentence.slice(0, -1)} ${markers}${sentence.slice(-1)}` : `${sentence} ${markers}`))
    .join(' ');
}
