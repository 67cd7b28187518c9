import { commonSurnames, notNames } from './dutch-names.ts';
import type { Finding } from './finding.ts';
import { words, type Run } from './text-runs.ts';

const titles = new Set(['mevrouw', 'mevr', 'mw', 'meneer', 'dhr', 'heer', 'mevrouwtje']);
const patientWords = new Set(['patiënt', 'patient', 'patiënte', 'patiente', 'cliënt', 'client', 'cliënte', 'cliente', 'pt']);
const linking = new Set(['heet', 'genaamd', 'naam', 'is']);
const prefixes = new Set(['van', 'de', 'der', 'den', 'het', 't', "'t", '’t', 'ter', 'ten', 'te', 'el', 'al', 'le', 'la', 'ben']);

/** A capitalised word after "mevrouw", "dhr." or "patiënt" that is no known term, or a common surname in lower case. */
export function names(text: string): Finding[] {
  const found: Finding[] = [];
  const all = words(text);
  for (let index = 0; index < all.length; index += 1) {
    const trigger = all[index]?.text.toLowerCase() ?? '';
    const title = titles.has(trigger);
    if (!title && !patientWords.has(trigger)) continue;
    let at = index + 1;
    // "patiënt heet Piet", "naam patiënt: Piet": at most two linking words, then at most three prefixes.
    for (let skipped = 0; !title && skipped < 2 && linking.has(all[at]?.text.toLowerCase() ?? ''); skipped += 1) at += 1;
    const first = at;
    for (let skipped = 0; skipped < 3 && prefixes.has(all[at]?.text.toLowerCase() ?? ''); skipped += 1) at += 1;
    const candidate = all[at];
    const before = all[index];
    if (candidate === undefined || before === undefined) continue;
    const between = text.slice(before.end, candidate.start);
    // A new sentence or a long gap breaks the tie; the dot of "dhr." and an initial's dot do not.
    if (between.length > 24 || /[?!;\n]/.test(between) || (!title && /\.\s/.test(text.slice(before.end, all[first]?.start ?? candidate.start)))) continue;
    if (looksLikeName(text, candidate, title, at > first)) {
      found.push({ kind: 'naam', start: candidate.start, end: candidate.end });
    }
  }
  return found;
}

function looksLikeName(text: string, { text: word, end }: Run, title: boolean, afterPrefix: boolean): boolean {
  const lower = word.toLowerCase();
  if (commonSurnames.has(lower) && (title || afterPrefix || word !== lower)) return true;
  const capital = word.charAt(0) !== word.charAt(0).toLowerCase();
  if (!capital || notNames.has(lower)) return false;
  // "J. Jansen" or "J.P." after a title or patient word: an initial with its dot.
  if (word.length === 1) return text.charAt(end) === '.' && /^[ .]*\p{Lu}/u.test(text.slice(end + 1, end + 8));
  // PGAZ, GGZ, Zvw-zorg, ALK'er: abbreviations and their compounds are no names.
  if (word === word.toUpperCase() && !title) return false;
  return true;
}
