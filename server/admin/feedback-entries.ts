import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedbackEntry } from './administration.ts';

/** What users said of answers, newest first; a question stands there only where its asker agreed. */
export async function feedbackEntries(dir: string, most: number): Promise<FeedbackEntry[]> {
  const names = (await readdir(dir).catch(() => [])).filter((name) => /^feedback-[\d-]+\.jsonl$/.test(name)).sort().reverse();
  const found: FeedbackEntry[] = [];
  for (const name of names) {
    if (found.length >= most) break;
    const lines = (await readFile(join(dir, name), 'utf8')).split('\n').reverse();
    found.push(...lines.flatMap((line) => parsed(line)));
  }
  return found.slice(0, most);
}

/** A line that was cut off by a crash is passed over. */
function parsed(line: string): FeedbackEntry[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as FeedbackEntry];
  } catch {
    return [];
  }
}
