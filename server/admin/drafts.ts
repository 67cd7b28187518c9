import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { BadInputError } from '../errors.ts';
import type { Draft } from './administration.ts';

/** What `ingest` reads; `.txt` too. */
const EXTENSIONS = ['.pdf', '.docx', '.html', '.htm', '.md', '.markdown', '.txt'];
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Documents that were uploaded and not published: a folder each, with the file and what is known of it. */
export class Drafts {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = join(dir, 'concepten');
  }

  /**
   * Takes a file in under a name of our own making; of the given name only letters, figures and the extension stay.
   * @throws BadInputError for a kind of file that is not read
   */
  async store(name: string, bytes: Uint8Array): Promise<{ id: string; path: string; name: string }> {
    const extension = extname(name).toLowerCase();
    if (!EXTENSIONS.includes(extension)) throw new BadInputError(`Dit soort bestand wordt niet gelezen. Kies ${EXTENSIONS.join(', ')}.`);
    const shown = basename(name.replaceAll('\\', '/')).replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 120);
    const slug = basename(shown, extname(shown)).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'document';
    const id = randomUUID();
    // Under a name that nobody looks for until the whole file is there.
    const writing = join(this.#dir, `.${id}`);
    await mkdir(writing, { recursive: true, mode: 0o700 });
    try {
      await writeFile(join(writing, `${slug}${extension}`), bytes, { mode: 0o600 });
      await rename(writing, join(this.#dir, id));
    } catch (error) {
      await rm(writing, { recursive: true, force: true });
      throw error;
    }
    return { id, path: join(this.#dir, id, `${slug}${extension}`), name: shown };
  }

  async save(draft: Draft): Promise<void> {
    const file = join(this.#dir, draft.id, 'concept.json');
    await writeFile(`${file}.nieuw`, JSON.stringify(draft), { mode: 0o600 });
    await rename(`${file}.nieuw`, file);
  }

  async get(id: string): Promise<Draft | undefined> {
    if (!ID.test(id)) return undefined;
    const text = await readFile(join(this.#dir, id, 'concept.json'), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as Draft);
  }

  /** Newest first. */
  async list(): Promise<Draft[]> {
    const names = (await readdir(this.#dir).catch(() => [])).filter((name) => ID.test(name));
    const drafts = await Promise.all(names.map((name) => this.get(name)));
    return drafts.filter((one) => one !== undefined).sort((a, b) => b.uploaded.localeCompare(a.uploaded));
  }

  async remove(id: string): Promise<void> {
    if (ID.test(id)) await rm(join(this.#dir, id), { recursive: true, force: true });
  }

  /** What a server that was killed left half. */
  async clearUp(): Promise<void> {
    for (const name of await readdir(this.#dir).catch(() => [])) {
      const whole = ID.test(name) && (await this.get(name)) !== undefined;
      if (!whole) await rm(join(this.#dir, name), { recursive: true, force: true });
    }
  }
}
