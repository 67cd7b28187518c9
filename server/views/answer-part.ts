import type { AnswerVerdict, Block, Citation, CounterQuestion, Place, RouteStatus } from '../contract.ts';
import type { RouteGroup } from '../rules/rank-routes.ts';

/** Words of an answer with what they are; every renderer gives each kind its own look. */
export type Run =
  | { type: 'text' | 'strong'; text: string }
  /** A source's own words. */
  | { type: 'quote'; text: string }
  | { type: 'marker'; citation: Citation }
  /** To a page of the product, or to somebody who knows more; `place` where it can open beside the answer as well. */
  | { type: 'link'; text: string; address: string; place?: Place };

export interface Table {
  type: 'table';
  caption: string;
  /** Heads the column with what is compared on. */
  aspect: string;
  columns: string[];
  /** With a cell for every column. */
  rows: { aspect: string; cells: Run[][] }[];
}

export type Part =
  /** The answer itself, in plain words that rest on citations. */
  | { type: 'direct'; verdict?: { verdict: AnswerVerdict; text: string }; runs: Run[]; isLead?: true }
  | { type: 'paragraph'; runs: Run[]; isLimit?: true; isMore?: true }
  | { type: 'list'; items: Run[][] }
  /** A quote of several lines, such as a list. */
  | { type: 'quote'; lines: string[]; citation: Citation }
  /** The sentence that proves the answer, cut to what decides. */
  | { type: 'proof'; introduction: string; lines: string[]; citation: Citation; isCut: boolean }
  | Table
  | SituationPart;

/** Of the asker's own situation; where nobody can tap, `inPlainParts` says the same in plain ones. */
export type SituationPart =
  /** What was understood. */
  | { type: 'facts'; title: string; facts: { factId: string; label: string }[] }
  /** Routes that stand alike. */
  /** `briefly`: all of them in a few words, where nobody can fold them open. */
  | { type: 'routes'; group: RouteGroup; title: string; briefly: string; routes: RouteLine[] }
  /** A question back. */
  | { type: 'ask'; ask: CounterQuestion };

export interface RouteLine {
  title: string;
  address: string;
  status: RouteStatus;
  because?: 'feit' | 'bronnen' | undefined;
  /** With what proves it. */
  reason: Run[];
}

export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

export const text = (words: string): Run => ({ type: 'text', text: words });
export const paragraph = (...runs: Run[]): Part => ({ type: 'paragraph', runs });

/** Words with the markers that prove them; nothing when no proof is there. */
export function proven(words: string, numbers: readonly number[], citations: readonly Citation[]): Run[] {
  const markers = numbers.flatMap((n) => citations.filter((citation) => citation.n === n)).map((citation): Run => ({ type: 'marker', citation }));
  return markers.length === 0 ? [] : [text(`${words} `), ...markers];
}

/** "de handleiding PGAZ" where it stands without a sentence around it. */
export const withoutArticle = (source: string): string => source.replace(/^(?:de|het|een) /i, '');
