import type { CanonicalDocument } from '../corpus/document.ts';
import type { JsonRecords } from './json-records.ts';

/** The documents of an index by id, each parsed when it is first asked for and kept: of a large collection few are ever quoted. */
export class StoredDocuments implements ReadonlyMap<string, CanonicalDocument> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #records: JsonRecords<CanonicalDocument>;
  readonly #parsed: (CanonicalDocument | undefined)[] = [];

  /** @param ids in the order of the records */
  constructor(ids: readonly string[], records: JsonRecords<CanonicalDocument>) {
    this.#places = new Map(ids.map((id, place) => [id, place]));
    this.#records = records;
  }

  get size(): number {
    return this.#places.size;
  }

  at(place: number): CanonicalDocument {
    return (this.#parsed[place] ??= this.#records.at(place));
  }

  get(id: string): CanonicalDocument | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.at(place);
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  *values(): MapIterator<CanonicalDocument> {
    for (const place of this.#places.values()) yield this.at(place);
  }

  *entries(): MapIterator<[string, CanonicalDocument]> {
    for (const [id, place] of this.#places) yield [id, this.at(place)];
  }

  [Symbol.iterator](): MapIterator<[string, CanonicalDocument]> {
    return this.entries();
  }

  forEach(callback: (value: CanonicalDocument, key: string, map: ReadonlyMap<string, CanonicalDocument>) => void): void {
    for (const [id, document] of this) callback(document, id, this);
  }
}
