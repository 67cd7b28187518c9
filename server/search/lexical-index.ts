import MiniSearch from 'minisearch';
import { type CompoundSplitter, partStems } from '../text/compounds.ts';
import { isStopWord, stem, subwords, words } from '../text/words.ts';

export interface LexicalDocument {
  /** Ordinal of the passage. */
  id: number;
  text: string;
  headings: string;
  /** Name and subject of its document. */
  document: string;
}

export interface LexicalHit {
  id: number;
  score: number;
}

/** A weighted query term: expansions of the glossary count less than what was typed. */
export interface QueryTerm {
  stem: string;
  weight: number;
}

/** What headings weigh beside the text (1); measured on the tune half of the evaluation cases. */
const HEADING_BOOST = 0.6;
/** What the document's name weighs: a question that names it ("volgens de Kamerbrief") means it. */
const DOCUMENT_BOOST = 0.6;
/** What a compound's part weighs beside a whole word; less, since it is a guess. */
const PART_BOOST = 0.5;

const OPTIONS = {
  fields: ['text', 'headings', 'document', 'parts'],
  idField: 'id',
  // Analysis happens in `analyse`: fields arrive as stems separated by spaces.
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term || null,
};

/** Stems separated by spaces. */
interface AnalysedPassage {
  id: number;
  text: string;
  headings: string;
  document: string;
  parts: string;
}

/** BM25+ ranking of passages (MiniSearch) with Dutch stems, compound parts and typo tolerance. */
export class LexicalIndex {
  readonly #index: MiniSearch<AnalysedPassage>;
  readonly #splitter: CompoundSplitter;

  private constructor(index: MiniSearch<AnalysedPassage>, splitter: CompoundSplitter) {
    this.#index = index;
    this.#splitter = splitter;
  }

  static build(documents: readonly LexicalDocument[], splitter: CompoundSplitter): LexicalIndex {
    const index = new MiniSearch<AnalysedPassage>(OPTIONS);
    index.addAll(
      documents.map(({ id, text, headings, document }) => ({
        id,
        text: whole(text).join(' '),
        headings: whole(headings).join(' '),
        document: whole(document).join(' '),
        parts: parts(`${headings} ${text}`, splitter).join(' '),
      })),
    );
    return new LexicalIndex(index, splitter);
  }

  static load(json: string, splitter: CompoundSplitter): LexicalIndex {
    return new LexicalIndex(MiniSearch.loadJSON(json, OPTIONS), splitter);
  }

  toJSON(): string {
    return JSON.stringify(this.#index);
  }

  /** The weighted terms of a text as typed. */
  queryTerms(text: string, weight = 1): QueryTerm[] {
    return [
      ...whole(text).map((term) => ({ stem: term, weight })),
      ...parts(text, this.#splitter).map((term) => ({ stem: term, weight: weight * PART_BOOST })),
    ];
  }

  /** Scores of all passages that match a term (of those that `takesPart` lets in), best first. */
  search(query: readonly QueryTerm[], takesPart?: (id: number) => boolean): LexicalHit[] {
    const scores = new Map<number, number>();
    const weights = new Map<string, number>();
    for (const { stem: term, weight } of query) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    for (const [term, weight] of weights) {
      const hits = this.#index.search(term, {
        boost: { headings: HEADING_BOOST, document: DOCUMENT_BOOST, parts: PART_BOOST },
        prefix: term.length >= 6,
        fuzzy: term.length >= 7 ? 0.15 : false,
        weights: { prefix: 0.3, fuzzy: 0.4 },
        ...(takesPart && { filter: ({ id }) => takesPart(id as number) }),
      });
      for (const hit of hits) scores.set(hit.id as number, (scores.get(hit.id as number) ?? 0) + hit.score * weight);
    }
    return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score || a.id - b.id);
  }
}

function whole(text: string): string[] {
  return words(text).filter(({ word }) => !isStopWord(word)).map(({ word }) => stem(word));
}

/** Stems of the parts of hyphened words and compounds. */
function parts(text: string, splitter: CompoundSplitter): string[] {
  return words(text).flatMap(({ word }) => {
    const pieces = subwords(word);
    return [
      ...pieces.filter((piece) => !isStopWord(piece)).map(stem),
      ...[word, ...pieces].flatMap((piece) => partStems(splitter, piece)),
    ];
  });
}
