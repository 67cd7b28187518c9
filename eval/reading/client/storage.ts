import type { Entries } from './grade-file.ts';

/** Grades of each reader of a set in this browser. Where the browser keeps nothing, they last as long as the page. */
export class Storage {
  readonly #prefix: string;
  /** False once the browser refused to keep something. */
  keeps = true;

  constructor(set: string) {
    this.#prefix = `bekostigingswijzer-lezen:${set}:`;
  }

  /** The reader who was here last. */
  get reader(): string {
    return this.#get('lezer') ?? '';
  }

  set reader(name: string) {
    this.#set('lezer', name);
  }

  load(reader: string): Entries | undefined {
    const kept = this.#get(`cijfers:${reader}`);
    try {
      return kept === undefined ? undefined : (JSON.parse(kept) as Entries);
    } catch {
      return undefined;
    }
  }

  save(reader: string, entries: Entries): void {
    this.#set(`cijfers:${reader}`, JSON.stringify(entries));
  }

  #get(name: string): string | undefined {
    try {
      return localStorage.getItem(this.#prefix + name) ?? undefined;
    } catch {
      this.keeps = false;
      return undefined;
    }
  }

  #set(name: string, value: string): void {
    try {
      localStorage.setItem(this.#prefix + name, value);
    } catch {
      this.keeps = false;
    }
  }
}
