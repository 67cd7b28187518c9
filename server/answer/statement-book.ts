import { formsOf, verdictsOf, type Statement, type Verdict } from '../corpus/statement.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { QuestionMeasure } from '../model/question-measure.ts';
import type { StatementsData } from '../search/asked-data.ts';
import { FormIndex, type FormMatches } from '../search/form-index.ts';
import type { QueryTerm } from '../search/query-analyser.ts';
import { sentencesAt } from '../search/sentence-key.ts';
import type { SearchIndex } from '../search/index-reader.ts';

/** A statement with what is worked out of it once. */
export interface BookStatement {
  statement: Statement;
  /** Its place in the book. */
  place: number;
  /** Keys of the sentences that it rests on, for each quote those that the quote covers, or half of which. */
  sentences: readonly string[];
  /** Number of its question forms. */
  forms: number;
  /** Words of its text (0 for a plan, whose words the day decides). */
  words: number;
}

/** A question form of a statement. */
export interface StatementForm {
  place: number;
  text: string;
  verdict: Verdict | undefined;
}

/** The statements of one index, ready to be found. */
export class StatementBook {
  readonly entries: readonly BookStatement[];
  readonly forms: readonly StatementForm[];
  readonly #index: FormIndex;
  readonly #byId: ReadonlyMap<string, BookStatement>;
  readonly #limitsOf: ReadonlyMap<string, readonly BookStatement[]>;
  readonly #bySentence: ReadonlyMap<string, readonly BookStatement[]>;

  constructor({ statements, forms }: StatementsData, { documents, splitter }: Pick<SearchIndex, 'documents' | 'splitter'>, measure?: QuestionMeasure) {
    this.entries = statements.map((statement, place) => ({
      statement,
      place,
      sentences: sentencesBehind(statement, documents),
      forms: formsOf(statement).length,
      words: statement.text?.split(/\s+/).length ?? 0,
    }));
    const verdicts = statements.flatMap(verdictsOf);
    this.forms = forms.texts.map((text, i) => ({ place: forms.thingOf[i]!, text, verdict: verdicts[i] }));
    this.#index = new FormIndex(forms, statements.map(({ text, planned }) => text ?? planned?.plan ?? ''), measure, splitter);
    this.#byId = new Map(this.entries.map((entry) => [entry.statement.id, entry]));
    this.#limitsOf = grouped(this.entries.flatMap((entry) => entry.statement.limits.map((id) => [id, entry] as const)));
    this.#bySentence = grouped(this.entries.flatMap((entry) => entry.sentences.map((key) => [key, entry] as const)));
  }

  /** @param vector of the question, absent without the encoder */
  match(vector: Float32Array | undefined, terms: readonly QueryTerm[]): FormMatches {
    return this.#index.match(vector, terms);
  }

  byId(id: string): BookStatement | undefined {
    return this.#byId.get(id);
  }

  /** Exceptions and conditions without which a statement is never shown. */
  limitsOf({ statement: { id } }: BookStatement): readonly BookStatement[] {
    return this.#limitsOf.get(id) ?? [];
  }

  /** Statements that rest on a sentence. @param key `document/sentence` */
  restingOn(key: string): readonly BookStatement[] {
    return this.#bySentence.get(key) ?? [];
  }
}

/** Keys of the sentences that a statement rests on. */
export function sentencesBehind({ quotes }: Pick<Statement, 'quotes'>, documents: ReadonlyMap<string, CanonicalDocument>): string[] {
  return quotes.flatMap(({ documentId, ...place }) => {
    const document = documents.get(documentId);
    return document ? sentencesAt(document, place) : [];
  });
}

function grouped<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
