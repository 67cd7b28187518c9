import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '../contract.ts';
import type { Gap } from './administration.ts';

/** More different places than documents have pages; above it rare ones are no longer told apart. */
const MOST = 2000;

/**
 * How often questions were refused or half answered, by the place that lay nearest, the first route and the kind of thing that
 * was missing. Nothing of what was typed is kept: every field is a word of the sources or of this program.
 */
export class GapCounts {
  readonly #dir: string;
  #counts: Map<string, Gap> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(dir: string) {
    this.#dir = dir;
  }

  async note({ outcome, blocks = [], citations, routes, missing }: Answer): Promise<void> {
    if (outcome === 'beantwoord') return;
    const refusal = blocks.find((block) => block.type === 'refusal');
    const near = refusal?.nearest ?? citations[0];
    // A greeting is no gap.
    if (blocks.length > 0 && blocks.every(({ type }) => type === 'remark')) return;
    const slot = refusal?.slot ?? missing?.slot;
    const place: Omit<Gap, 'count' | 'last'> = {
      outcome,
      ...(near && { documentId: near.documentId, page: near.page, section: near.section }),
      ...(routes[0] && { route: routes[0].id }),
      ...(slot !== undefined && { slot }),
    };
    const counts = await this.#load();
    const key = JSON.stringify(place);
    const known = counts.get(key);
    if (!known && counts.size >= MOST) return;
    counts.set(key, { ...place, count: (known?.count ?? 0) + 1, last: new Date().toISOString().slice(0, 10) });
    this.#writing = this.#writing.then(() => this.#write(counts)).catch(() => undefined);
    await this.#writing;
  }

  /** Most frequent first. */
  async list(): Promise<Gap[]> {
    return [...(await this.#load()).values()].sort((a, b) => b.count - a.count || b.last.localeCompare(a.last));
  }

  async #load(): Promise<Map<string, Gap>> {
    if (this.#counts) return this.#counts;
    const text = await readFile(join(this.#dir, 'gaten.json'), 'utf8').catch(() => '[]');
    const gaps = JSON.parse(text) as Gap[];
    return (this.#counts ??= new Map(gaps.map((gap) => [JSON.stringify({ ...gap, count: undefined, last: undefined }), gap])));
  }

  async #write(counts: ReadonlyMap<string, Gap>): Promise<void> {
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    const file = join(this.#dir, 'gaten.json');
    await writeFile(`${file}.nieuw`, JSON.stringify([...counts.values()]), { mode: 0o600 });
    await rename(`${file}.nieuw`, file);
  }
}
