import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { SourceMetadata } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';

/** A document that takes the place of another from a day on. */
export interface Supersedes {
  /** The old document. */
  id: string;
  /** From when the old one no longer holds; by default when the new one was published. */
  on?: string;
}

/** @throws DocumentError for an old document that is not there, has ended already or is the newer of the two */
export function checkSuperseding({ id, on }: Supersedes, next: Partial<SourceMetadata>, sources: readonly SourceMetadata[]): { old: SourceMetadata; on: string } {
  const old = sources.find((source) => source.id === id);
  if (!old) throw new DocumentError(`Er is geen document met id "${id}" om te vervangen. Bekend zijn: ${sources.map((one) => one.id).join(', ') || 'geen'}.`);
  if (old.supersededOn !== undefined) {
    throw new DocumentError(`${id} geldt al niet meer sinds ${old.supersededOn}. Kies het document dat nu geldt, of wijzig ${id} in sources.yaml.`);
  }
  if (isDated(next.published) && isDated(old.published) && next.published < old.published) {
    throw new DocumentError(`De nieuwe versie (${next.published}) is ouder dan ${id} (${old.published}). Wissel de twee om, of verbeter de datum.`);
  }
  const day = on ?? next.published;
  if (!isDated(day)) throw new DocumentError(`Geef aan vanaf wanneer ${id} niet meer geldt, als JJJJ-MM-DD, JJJJ-MM of JJJJ (--supersedes-on).`);
  return { old, on: day };
}

/** A document of the same publisher and kind whose title is nearly the same; its years and versions do not count. */
export function looksLikeNewVersionOf(next: Partial<SourceMetadata>, sources: readonly SourceMetadata[]): SourceMetadata | undefined {
  const words = wordsOf(next.title ?? '');
  return sources.find((old) => {
    if (old.supersededOn !== undefined || old.kind !== next.kind || old.publisher !== next.publisher) return false;
    const before = wordsOf(old.title);
    const shared = [...words].filter((word) => before.has(word)).length;
    return words.size > 1 && shared >= 0.75 * Math.max(words.size, before.size);
  });
}

/** `sources.yaml` in which the old document has its end; every other line stays as it is. */
export function withEnd(yaml: string, id: string, on: string, by: string): string {
  const { contents } = parseDocument(yaml);
  const entry = isSeq(contents) ? contents.items.find((item) => isMap(item) && (item.get('id') as unknown) === id) : undefined;
  const pair = isMap(entry) ? entry.items.find(({ key }) => String(key) === 'published') : undefined;
  const range = (pair?.value as { range?: [number, number, number] } | undefined)?.range;
  if (!range) throw new DocumentError(`${id} staat niet in sources.yaml zoals verwacht. Zet supersededOn: ${on} er zelf bij.`);
  const end = yaml.indexOf('\n', range[1] - 1);
  const at = end < 0 ? yaml.length : end;
  const lines = stringify({ supersededOn: on, supersededBy: by }, { lineWidth: 0, singleQuote: true }).trimEnd().split('\n');
  return `${yaml.slice(0, at)}\n${lines.map((line) => `  ${line}`).join('\n')}${yaml.slice(at)}`;
}

const isDated = (text: string | undefined): text is string => text !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(text);

const wordsOf = (title: string): Set<string> => new Set(title.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
