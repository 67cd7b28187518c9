import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { CASE_TYPES, type EvaluationCase } from './load/evaluation-case.ts';

export interface EvalOptions {
  split: 'tune' | 'test' | 'all';
  case?: string[];
  type?: string[];
  topic?: string[];
  url?: string;
  full?: boolean;
  quick?: boolean;
  leaveOneDocumentOut?: boolean;
  /** Only try the evaluation itself, on systems of which is known what they are worth. */
  selfTest?: boolean;
  /** Questions of others, and a folder with texts that are no longer in force; without them those parts are left out. */
  collection?: string;
  distractors?: string;
  failures?: boolean;
  /** Only write this many answers for people to read. */
  read?: number;
  /** Files with what readers thought, and where their corrections go as draft cases. */
  grades?: string[];
  drafts?: string;
  /** Only turn these files of stored feedback into draft cases. */
  fromFeedback?: string[];
  /** A file, or true for the committed baseline (the default), or false. */
  compare: string | boolean;
  updateBaseline?: boolean;
  timeout: number;
  cases: string;
  out: string;
}

const evalDir = import.meta.dirname;
export const BASELINE = join(evalDir, 'baseline.json');
export const THRESHOLDS = join(evalDir, 'thresholds.yaml');

/** Options as typed; commander prints help and refuses what it does not know, in Dutch where it is ours. */
export function readOptions(argv: readonly string[]): EvalOptions {
  const { split, ...options } = new Command('npm run eval --')
    .description('Meet hoe goed de assistent antwoordt en schrijft een verslag. Afsluitcode: 0 alle grenzen gehaald, 1 niet, 2 meten lukte niet.')
    .addOption(new Option('--split <helft>', 'welke helft van de vragen (standaard all)').choices(['tune', 'test', 'all']))
    .option('--case <id...>', 'alleen deze vragen, met antwoord en bewijs op het scherm')
    .addOption(new Option('--type <soort...>', 'alleen vragen van deze soort').choices(CASE_TYPES))
    .option('--topic <onderwerp...>', 'alleen vragen over dit onderwerp')
    .option('--url <adres>', 'meet een draaiende server, bijvoorbeeld http://127.0.0.1:3000', address)
    .option('--full', 'stel alle vragen ook in alle andere schrijfwijzen (duurt lang)')
    .option('--quick', 'alleen de vragen zelf, geen andere systemen of schrijfwijzen')
    .option('--no-quick', 'alle onderdelen, ook bij een keuze uit de vragen')
    .option('--leave-one-document-out', 'stel de vragen ook alsof elk document om de beurt net is toegevoegd (standaard van de bevroren helft)')
    .addOption(new Option('--self-test', 'beproef de beoordeling zelf: een goede assistent moet voldoen, tientallen slechte niet (zonder taalmodel)').conflicts(['url', 'case', 'type', 'topic']))
    .option('--collection <bestand>', 'zoek ook in een tweede verzameling: vragen en antwoorden van anderen (JSON Lines, zie eval/README.md)')
    .option('--distractors <map>', 'zet ook teksten die niet meer gelden tussen de bronnen (.txt of .md, zie eval/README.md)')
    .option('--failures', 'noem op het scherm de vragen die niet goed zijn')
    .option('--read <aantal>', 'meet niets, maar schrijf zoveel antwoorden op een pagina waar lezers ze een cijfer geven', answers)
    .option('--grades <bestand...>', 'neem de cijfers van lezers op in het verslag: hoe eens zijn zij het, en voorspellen de maten hun oordeel?')
    .option('--from-feedback <bestand...>', 'meet niets, maar maak van reacties van gebruikers die hun vraag meestuurden concepten van vragen')
    .option('--drafts <map>', 'map voor concepten van vragen, uit verbeteringen van lezers of reacties (standaard concepten in de map van het verslag)')
    .option('--compare [bestand]', 'vergelijk met dit eerdere resultaat (standaard eval/baseline.json)', true)
    .option('--no-compare', 'vergelijk niet')
    .option('--update-baseline', 'bewaar dit resultaat als eval/baseline.json')
    .option('--timeout <ms>', 'hoogstens zoveel milliseconden per vraag', milliseconds, 30_000)
    .addOption(new Option('--cases <map>', 'map met vragen').default(join(evalDir, 'cases'), 'eval/cases'))
    .addOption(new Option('--out <map>', 'map voor het verslag').default(resolve(evalDir, '..', 'dist', 'eval'), 'dist/eval'))
    .helpOption('-h, --help', 'toon deze hulp')
    .parse([...argv], { from: 'user' })
    .opts<Omit<EvalOptions, 'split'> & Partial<Pick<EvalOptions, 'split'>>>();
  return { ...options, split: split ?? (options.leaveOneDocumentOut ? 'test' : 'all') };
}

export interface Selection {
  cases: EvaluationCase[];
  /** Dutch; absent when a whole half, or both, are measured. */
  description?: string;
  /** Ids asked for that do not exist. */
  unknown: string[];
}

export function select(all: readonly EvaluationCase[], options: Pick<EvalOptions, 'split' | 'case' | 'type' | 'topic'>): Selection {
  const { split, case: ids, type: types, topic: topics } = options;
  const cases = all.filter(
    (one) =>
      (split === 'all' || one.split === split || ids?.includes(one.id)) &&
      (ids?.includes(one.id) ?? true) &&
      (types?.includes(one.type) ?? true) &&
      (topics?.includes(one.topic) ?? true),
  );
  const parts = [ids && `vragen ${ids.join(', ')}`, types && `soort ${types.join(', ')}`, topics && `onderwerp ${topics.join(', ')}`].filter(Boolean);
  return {
    cases,
    ...(parts.length > 0 && { description: parts.join('; ') }),
    unknown: ids?.filter((id) => !all.some((one) => one.id === id)) ?? [],
  };
}

function address(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new InvalidArgumentError('Geef een adres dat met http:// of https:// begint.');
  return text;
}

function answers(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1000) throw new InvalidArgumentError('Geef een geheel aantal antwoorden van 1 tot en met 1000.');
  return value;
}

function milliseconds(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 3_600_000) throw new InvalidArgumentError('Geef een geheel aantal milliseconden.');
  return value;
}
