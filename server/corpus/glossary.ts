import type { GlossaryEntry } from './glossary-entries.ts';
import { allNames, properNames, type Naming as NameKind } from './names.ts';
import { PhraseIndex } from '../text/phrase-index.ts';
import { readVocabulary, VOCABULARY_FILE } from './vocabulary.ts';

/** How a text names an entry. */
export type Naming = 'term' | NameKind;

/** The glossary, compiled for matching. */
export interface Glossary {
  readonly entries: readonly GlossaryEntry[];
  /** Everything that people type, from English to everyday words. */
  readonly queries: PhraseIndex<GlossaryEntry>;
  /** Names only: term, abbreviations, other names. */
  readonly names: PhraseIndex<NamedEntry>;
}

interface NamedEntry {
  readonly entry: GlossaryEntry;
  readonly naming: Naming;
}

export interface QueryExpansion {
  /** The documents' own word. */
  term: string;
  /** What stands in the query. */
  matched: string;
  /** Term, other names and abbreviations, without what the query says already. */
  expansions: string[];
}

export interface ExplainedTerm {
  term: string;
  /** As it stands in the text. */
  matched: string;
  naming: Naming;
  /** Half-open range of the first mention, UTF-16 code units. */
  start: number;
  end: number;
  /** B1, at most 25 words. */
  explanation: string;
  /** Funding route of the rule check. */
  route?: string;
}

/**
 * @param yaml text of `corpus/vocabulary.yaml`, or JSON of an index
 * @param file name in messages
 * @throws DocumentError that names every fault with its line
 */
export function parseGlossary(yaml: string, file: string = VOCABULARY_FILE): Glossary {
  return createGlossary(readVocabulary(yaml, file).terms);
}

export function createGlossary(entries: readonly GlossaryEntry[]): Glossary {
  return {
    entries,
    queries: new PhraseIndex(
      entries.flatMap((entry) => [{ text: entry.term, value: entry }, ...allNames(entry, entry)]),
      { realWords: entries.flatMap((entry) => entry.lookalikes) },
    ),
    names: new PhraseIndex(
      entries.flatMap((entry) => {
        const named = new Map<Naming, NamedEntry>();
        const by = (naming: Naming): NamedEntry => {
          const known = named.get(naming) ?? { entry, naming };
          named.set(naming, known);
          return known;
        };
        return [{ text: entry.term, value: by('term') }, ...properNames(entry, by)];
      }),
      { typos: false },
    ),
  };
}

/** Which terms a query means, in the order of the query, each once, with the words to search for as well. */
export function expandQuery(query: string, glossary: Glossary): QueryExpansion[] {
  const found = new Map<string, QueryExpansion>();
  for (const { values, start, end } of glossary.queries.find(query)) {
    const matched = query.slice(start, end);
    for (const { term, alsoKnownAs, abbreviations, exactAbbreviations } of values) {
      if (found.has(term)) continue;
      const names = new Set([term, ...alsoKnownAs, ...abbreviations, ...exactAbbreviations]);
      const expansions = [...names].filter((name) => name.toLowerCase() !== matched.toLowerCase());
      found.set(term, { term, matched, expansions });
    }
  }
  return [...found.values()];
}

/** Which terms a text names itself (everyday words do not count), in the order of the text, each once. */
export function explainTerms(text: string, glossary: Glossary): ExplainedTerm[] {
  const found = new Map<string, ExplainedTerm>();
  for (const { values, start, end } of glossary.names.find(text)) {
    for (const { entry, naming } of values) {
      if (found.has(entry.term)) continue;
      const { term, explanation, route } = entry;
      found.set(term, {
        term,
        matched: text.slice(start, end),
        naming,
        start,
        end,
        explanation,
        ...(route && { route }),
      });
    }
  }
  return [...found.values()];
}
