import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { RULES_DIR } from './real-rules.ts';

/**
 * A copy of the project's rules with some files changed, there until the test ends.
 * @param changes per file what becomes of its text; a change that changes nothing is a fault in the test
 */
export function copyOfRules(changes: Record<string, (text: string) => string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(RULES_DIR, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`The change of ${name} must change something`);
    writeFileSync(file, changed);
  }
  return folder;
}

/** 1-based line of the first line of a file that holds these words. */
export function lineOf(folder: string, name: string, words: string): number {
  return readFileSync(join(folder, name), 'utf8').split('\n').findIndex((line) => line.includes(words)) + 1;
}
