import type { CanonicalDocument, Passage } from '../../server/corpus/document.ts';
import { createRandom, randomInt, type Random } from '../statistics/random.ts';

/** One passage of a repeated collection, and the passage that it was made from. */
export interface RepeatedPassage {
  passage: Passage;
  original: number;
}

export interface RepeatedCollection {
  documents: CanonicalDocument[];
  passages: RepeatedPassage[];
}

/**
 * A collection again and again until there are so many passages. The first time as it is; later with other numbers of as
 * many digits, under another name, so that every offset stays right and no two documents say quite the same.
 */
export function repeatCollection(documents: readonly CanonicalDocument[], passages: readonly Passage[], count: number): RepeatedCollection {
  const byDocument = new Map(documents.map(({ id }) => [id, [] as RepeatedPassage[]]));
  passages.forEach((passage, original) => byDocument.get(passage.documentId)!.push({ passage, original }));
  const repeated: RepeatedCollection = { documents: [], passages: [] };
  for (let time = 0; repeated.passages.length < count; time += 1) {
    const random = createRandom(time);
    for (const document of documents) {
      const id = time === 0 ? document.id : `${document.id}-${time}`;
      repeated.documents.push(time === 0 ? document : { ...document, id, text: withOtherNumbers(document.text, random) });
      for (const { passage, original } of byDocument.get(document.id)!) {
        repeated.passages.push({ passage: { ...passage, id: passage.id.replace(document.id, id), documentId: id }, original });
      }
    }
  }
  return repeated;
}

function withOtherNumbers(text: string, random: Random): string {
  return text.replace(/\d/g, (_, at: number) => {
    const leading = at === 0 || !/\d/.test(text[at - 1]!);
    return String(leading ? 1 + randomInt(random, 9) : randomInt(random, 10));
  });
}
