import { z } from 'zod/v4';
import { DocumentError } from '../errors.ts';
import type { FileFault } from '../text/file-fault.ts';
import { YamlFile } from '../text/yaml-file.ts';
import { GlossaryEntry, termConflicts, type Conflict } from './glossary-entries.ts';
import { nameFields, phrase, phrases } from './names.ts';

export const VOCABULARY_FILE = 'corpus/vocabulary.yaml';

const list = 'hier hoort een lijst te staan';
const value = z.union([z.boolean(), z.string()], 'kies true, false of een woord');
const stated = z.strictObject({ fact: phrase, value }, 'schrijf hier een feit als { fact: …, value: … }');

const RouteNames = z.strictObject({ route: phrase, terms: phrases, ...nameFields });

/** Patterns of words, as the head of the file describes them; {@link SentencePattern} reads them. */
const patterns = phrases;

const FactNames = z.strictObject({
  ...stated.shape,
  strict: z.boolean('kies true of false').default(false),
  /** Other values that this one includes, so that both in one question are no contradiction. */
  covers: z.array(value, list).default([]),
  /** Only of somebody in one of these sectors; `unknown`: or of somebody who did not say. */
  askers: z.array(phrase, list).optional(),
  says: patterns,
  lookalikes: phrases,
});

/** What people say of a contract; the question tells about which route it is. */
const AgreementNames = z.strictObject({
  value: phrase,
  strict: z.boolean('kies true of false').default(false),
  covers: z.array(value, list).default([]),
  says: patterns,
});

/** A route with a contract of its own, and how a contract is said to be about it. */
const AgreementRoute = z.strictObject({ route: phrase, fact: phrase, says: patterns });

const ProfessionNames = z.strictObject({
  profession: phrase,
  sectors: z.array(phrase, list).min(1, 'noem minstens één sector').optional(),
  /** The law, where it does not follow from the sector. */
  domein: phrase.optional(),
  joined: stated.optional(),
  one: patterns,
  many: patterns,
  lookalikes: phrases,
});

/** Where people work: what it says of sector and law weighs more than a profession does. */
const SettingNames = z.strictObject({
  setting: phrase,
  sector: phrase.optional(),
  domein: phrase.optional(),
  joined: stated.optional(),
  says: patterns,
});

/** Words that say how a clause is to be read. */
const Signals = z.strictObject({
  negations: patterns,
  harmless: patterns,
  hedges: patterns,
  doubts: patterns,
  alternatives: patterns,
  corrections: patterns,
  joins: patterns,
  pair: stated.optional(),
  pairSpoilers: patterns,
  participants: patterns,
  networks: patterns,
  passing: patterns,
  general: patterns,
  firstPerson: patterns,
  selves: z.strictObject({ sure: patterns, likely: patterns }).default({ sure: [], likely: [] }),
});

const SECTIONS = {
  terms: GlossaryEntry,
  routes: RouteNames,
  facts: FactNames,
  agreementRoutes: AgreementRoute,
  agreements: AgreementNames,
  professions: ProfessionNames,
  settings: SettingNames,
};

const Vocabulary = z.strictObject(
  {
    terms: z.array(SECTIONS.terms, list).default([]),
    routes: z.array(SECTIONS.routes, list).default([]),
    facts: z.array(SECTIONS.facts, list).default([]),
    agreementRoutes: z.array(SECTIONS.agreementRoutes, list).default([]),
    agreements: z.array(SECTIONS.agreements, list).default([]),
    professions: z.array(SECTIONS.professions, list).default([]),
    settings: z.array(SECTIONS.settings, list).default([]),
    wordLists: z.record(z.string(), patterns).default({}),
    signals: Signals.default(() => Signals.parse({})),
  },
  'dit bestand hoort de groepen terms, routes, facts, agreementRoutes, agreements, professions, settings, wordLists en signals te hebben',
);

/** How people name terms, routes, facts and professions. */
export type Vocabulary = Readonly<z.output<typeof Vocabulary>>;
export type FactNames = Vocabulary['facts'][number];
export type ProfessionNames = Vocabulary['professions'][number];
export type SettingNames = Vocabulary['settings'][number];
export type StatedFact = z.output<typeof stated>;

/** Checks a vocabulary against something else: the rules that it names. */
export type VocabularyCheck = (vocabulary: Vocabulary) => Conflict[];

/**
 * The vocabulary as an index carries it: JSON, which is YAML too and read many times faster.
 * @throws DocumentError as {@link readVocabulary}
 */
export function vocabularyForIndex(yaml: string, file: string = VOCABULARY_FILE): string {
  return JSON.stringify(readVocabulary(yaml, file));
}

/**
 * @param yaml text of `corpus/vocabulary.yaml`; without text nothing is named
 * @param name of the file in messages
 * @throws DocumentError that names every fault with its line and what to do
 */
export function readVocabulary(yaml: string, name: string = VOCABULARY_FILE, check: VocabularyCheck = () => []): Vocabulary {
  const faults: FileFault[] = [];
  const file = YamlFile.of(yaml, name, faults);
  if (faults.length === 0) {
    const parsed = Vocabulary.safeParse(file.data ?? {});
    const found = parsed.success ? [...conflicts(parsed.data), ...check(parsed.data)] : parsed.error.issues.map(inDutch);
    for (const { path, reason } of found) faults.push({ file: name, line: file.lineOf(path), reason });
    if (parsed.success && faults.length === 0) return parsed.data;
  }
  faults.sort((a, b) => a.line - b.line);
  throw new DocumentError(faults.map(({ line, reason }) => `${name}, regel ${line}: ${reason}.`).join('\n'));
}

function conflicts({ terms, routes }: Vocabulary): Conflict[] {
  return [
    ...termConflicts(terms).map(({ path, reason }) => ({ path: ['terms', ...path], reason })),
    ...routes.flatMap((route, at) =>
      route.terms.flatMap((name, order) =>
        terms.some(({ term }) => term === name)
          ? []
          : [{ path: ['routes', at, 'terms', order], reason: `'${name}' is geen term van deze lijst; schrijf haar zoals bij 'term'` }],
      ),
    ),
  ];
}

function inDutch(issue: z.core.$ZodIssue): Conflict {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const section = SECTIONS[path[0] as keyof typeof SECTIONS];
  if (issue.code === 'unrecognized_keys') {
    const known = path.length === 0 ? Object.keys(Vocabulary.shape) : path[0] === 'signals' ? Object.keys(Signals.shape) : Object.keys(section.shape);
    return { path, reason: `het veld ${issue.keys.map((key) => `'${key}'`).join(', ')} bestaat niet; kies uit ${known.join(', ')}` };
  }
  if (issue.code === 'invalid_type' && issue.expected === 'object' && path.length > 0) {
    return { path, reason: path.length === 2 && path[0] === 'terms' ? 'hier hoort een term met zijn velden te staan' : 'hier horen velden met hun waarde te staan' };
  }
  const field = path.findLast((key) => typeof key === 'string');
  return { path, reason: field === undefined || path.length === 1 ? issue.message : `bij '${field}': ${issue.message}` };
}
