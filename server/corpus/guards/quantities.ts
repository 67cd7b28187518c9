/** A number as a text says it, in one form for figures and words, with what it counts where that is said. */
export interface Quantity {
  kind: 'number' | 'percent' | 'euro' | 'date' | 'article' | 'law';
  /** `5`, `2024-10-15`, `58`, `wmg`; a date is as precise as the text. */
  value: string;
  unit?: string;
  /** As it stands in the text. */
  words: string;
}

const MONTHS = [
  'januari|january', 'februari|february', 'maart|March', 'april', 'mei|May', 'juni|june', 'juli|july', 'augustus|august',
  'september', 'oktober|october', 'november', 'december',
]; // prettier-ignore

const NUMBER_WORDS: Record<string, number> = {
  half: 0.5, halve: 0.5, helft: 0.5, anderhalf: 1.5, eerste: 1, tweede: 2, second: 2, derde: 3, third: 3, vierde: 4, fourth: 4, vijfde: 5,
  fifth: 5, zesde: 6, sixth: 6, zevende: 7, seventh: 7, achtste: 8, eighth: 8, negende: 9, ninth: 9, tiende: 10, tenth: 10,
  twee: 2, two: 2, drie: 3, three: 3, vier: 4, four: 4, vijf: 5, five: 5, zes: 6, six: 6, zeven: 7, seven: 7, acht: 8, eight: 8,
  negen: 9, nine: 9, tien: 10, ten: 10, elf: 11, eleven: 11, twaalf: 12, twelve: 12, dertien: 13, thirteen: 13, veertien: 14,
  fourteen: 14, vijftien: 15, fifteen: 15, zestien: 16, sixteen: 16, zeventien: 17, seventeen: 17, achttien: 18, eighteen: 18,
  negentien: 19, nineteen: 19, twintig: 20, twenty: 20, dertig: 30, thirty: 30, veertig: 40, forty: 40, vijftig: 50, fifty: 50,
  honderd: 100, hundred: 100, duizend: 1000, thousand: 1000,
}; // prettier-ignore

const UNITS: [unit: string, pattern: string][] = [
  ['jaar', 'jaren|jaar|jarige?|years?|year'],
  ['maand', 'maanden|maand|months?'],
  ['week', 'weken|week|weeks'],
  ['dag', 'dagen|dag|days?'],
  ['uur', 'uren|uur|hours?'],
  ['minuut', 'minuten|minuut|minutes?'],
  ['miljoen', 'miljoen|million'],
  ['miljard', 'miljard|billion'],
  ['lijn', 'lijn\\p{L}*'],
];
const UNIT = UNITS.map(([, pattern]) => pattern).join('|');
const unitOf = (word: string): string | undefined => UNITS.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(word))?.[0];

/** Laws by any of their names; the abbreviation stands for the law. */
const LAWS: [law: string, pattern: string][] = [
  ['zvw', 'Zvw|Zorgverzekeringswet|Health Insurance Act'],
  ['bzv', 'Besluit zorgverzekering'],
  ['wlz', 'Wlz|Wet langdurige zorg|Long-term Care Act'],
  ['wmo', 'Wmo|Wet maatschappelijke ondersteuning|Social Support Act'],
  ['wmg', 'Wmg|Wet marktordening gezondheidszorg|Healthcare Market Regulation Act'],
  ['wpg', 'Wpg|Wet publieke gezondheid|Public Health Act'],
  ['jw', 'Jw|Jeugdwet|Youth Act'],
  ['wkkgz', 'Wkkgz|Wet kwaliteit, klachten en geschillen zorg'],
  ['wtza', 'Wtza|Wet toetreding zorgaanbieders'],
  ['wfz', 'Wet forensische zorg'],
  ['avg', 'AVG|Algemene verordening gegevensbescherming|GDPR'],
  ['mw', 'Mededingingswet|Competition Act'],
];

const month = `(?:${MONTHS.join('|')})`;
const monthNumber = (name: string): string => String(MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`, 'i').test(name)) + 1).padStart(2, '0');
const two = (day: string): string => day.padStart(2, '0');

/** Patterns are tried in this order; what one has read, the next no longer sees. */
const READERS: [pattern: RegExp, read: (match: RegExpExecArray) => Omit<Quantity, 'words'> | undefined][] = [
  ...LAWS.map(([law, pattern]): [RegExp, () => Omit<Quantity, 'words'>] => [new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'gu'), () => ({ kind: 'law', value: law })]),
  [/(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/g, ([, year, at, day]) => ({ kind: 'date', value: [year, at, ...(day ? [day] : [])].join('-') })],
  [/(?<!\d)(\d{1,2})[-/](\d{1,2})[-/ ](\d{4})(?!\d)/g, ([, day = '', at = '', year]) => ({ kind: 'date', value: `${year}-${two(at)}-${two(day)}` })],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:e|th|st|nd|rd)? (?:of )?(${month})(?: (\\d{4}))?(?!\\p{L})`, 'giu'),
    ([, day = '', name = '', year = '????']) => ({ kind: 'date', value: `${year}-${monthNumber(name)}-${two(day)}` }),
  ],
  [new RegExp(`(?<!\\p{L})(${month}) (\\d{4})(?!\\d)`, 'giu'), ([, name = '', year]) => ({ kind: 'date', value: `${year}-${monthNumber(name)}` })],
  // "may" and "march" are also verbs
  [
    new RegExp(`(?<!\\p{L})(${month.replace('maart|March', 'maart').replace('mei|May', 'mei')})(?!\\p{L})`, 'giu'),
    ([, name = '']) => ({ kind: 'date', value: `????-${monthNumber(name)}` }),
  ],
  [/(?<![\d.,])((?:19|20)\d{2})\/((?:19|20)\d{2})(?![\d])/g, ([, , to]) => ({ kind: 'date', value: to ?? '' })],
  [/(?<!\p{L})(?:artikel|art\.|article) (\d+[a-z]?)/giu, ([, value = '']) => ({ kind: 'article', value })],
  [/(?:€|euro|EUR) ?(\d[\d.,]*\d|\d)/gi, ([, value = '']) => ({ kind: 'euro', value: figure(value) })],
  [/(\d[\d.,]*\d|\d) ?(?:euro|EUR|€)/gi, ([, value = '']) => ({ kind: 'euro', value: figure(value) })],
  [/(\d[\d.,]*\d|\d) ?(?:%|procent|per cent|percent)/gi, ([, value = '']) => ({ kind: 'percent', value: figure(value) })],
  [/(?<![\d.,])(?:19|20)\d{2}(?![\d]|[.,]\d)/g, ([value]) => ({ kind: 'date', value })],
  [new RegExp(`(?<![\\p{L}])(${UNIT}) (\\d{1,3})(?!\\d)`, 'giu'), ([, unit = '', value = '']) => number(value, unit)],
  [
    new RegExp(`(?<![\\d.,])(\\d{1,3}(?:[ .]\\d{3})+|\\d+(?:,\\d+)?)(?:e|ste|de|th|st|nd|rd)?(?:[ -](${UNIT}))?(?![\\d])`, 'giu'),
    ([, value = '', unit]) => number(figure(value), unit),
  ],
  [
    new RegExp(`(?<!\\p{L})(${Object.keys(NUMBER_WORDS).sort((a, b) => b.length - a.length).join('|')})(?:(?:[ -]|(?<=\\p{L}))(${UNIT}))?(?!\\p{L})`, 'giu'),
    ([, word = '', unit]) => number(String(NUMBER_WORDS[word.toLowerCase()]), unit),
  ],
  // "een" is an article, unless it counts time
  [new RegExp(`(?<!\\p{L})(?:één|een|one|a) (${UNIT})(?!\\p{L})`, 'giu'), ([, unit]) => number('1', unit)],
];

function number(value: string, unit: string | undefined): Omit<Quantity, 'words'> {
  const counted = unit === undefined ? undefined : unitOf(unit);
  return { kind: 'number', value, ...(counted !== undefined && { unit: counted }) };
}

/** `31 765` and `31.765` → `31765`; `2,5` → `2.5`. */
function figure(written: string): string {
  return written
    .replace(/[ .](?=\d{3}(?!\d))/g, '')
    .replace(/[.,]+$/, '')
    .replace(',', '.');
}

export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  let rest = text;
  for (const [pattern, read] of READERS) {
    for (const match of rest.matchAll(pattern)) {
      const quantity = read(match);
      if (quantity) found.push({ ...quantity, words: match[0].trim() });
    }
    rest = rest.replace(pattern, (words) => '·'.repeat(words.length));
  }
  return found;
}

/** "17 september en 15 oktober 2024": where a text names one year, it goes for all its dates. */
export function withYear(found: readonly Quantity[]): readonly Quantity[] {
  const years = new Set(found.flatMap(({ kind, value }) => (kind === 'date' && !value.startsWith('????') ? [value.slice(0, 4)] : [])));
  const [year] = years;
  return years.size === 1 ? found.map((one) => ({ ...one, value: one.value.replace('????', year ?? '') })) : found;
}

/** Whether `proof` says at least what `claimed` says: the same value, at least as precise a date, no other unit. */
export function proves(proof: Quantity, claimed: Quantity): boolean {
  if (proof.kind !== claimed.kind) return false;
  if (claimed.kind === 'date') return provesDate(proof.value, claimed.value);
  return proof.value === claimed.value && (claimed.unit === undefined || proof.unit === undefined || proof.unit === claimed.unit);
}

function provesDate(proof: string, claimed: string): boolean {
  const parts = proof.split('-');
  return claimed.split('-').every((part, at) => parts[at] === part || part === '????');
}
