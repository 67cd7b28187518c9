import { BadInputError } from '../errors.ts';
import type { Fact } from '../rules/rule-set.ts';

export interface CheckArguments {
  /** As typed, but yes and no of boolean facts as booleans; `readFacts` checks the rest. */
  facts: Record<string, unknown>;
  asOf?: string;
  json: boolean;
  /** Show how each verdict came about. */
  explain: boolean;
  help: boolean;
}

const SWITCHES: Record<string, 'json' | 'explain' | 'help'> = { json: 'json', uitleg: 'explain', help: 'help', h: 'help' };
const DAY_OPTIONS = new Set(['op-datum', 'as-of', 'asOf']);
const YES_NO: Record<string, boolean> = { ja: true, true: true, nee: false, false: false };

/** `huisartsenDoenMee` → `huisartsen-doen-mee` */
export function optionName(factId: string): string {
  return factId.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/**
 * Reads `--onderwerp groep --huisartsen-doen-mee=ja --op-datum 2026-01-31 --json`; a fact may be written as its id too.
 * @throws BadInputError naming every option that does not exist, has no value or stands there twice
 */
export function readArguments(argv: readonly string[], facts: readonly Fact[]): CheckArguments {
  const result: CheckArguments = { facts: {}, json: false, explain: false, help: false };
  const faults: string[] = [];
  for (let index = 0; index < argv.length; index += 1) {
    const [, name = '', inline] = /^--?([^=]+)(?:=(.*))?$/s.exec(argv[index] ?? '') ?? [];
    const flag = SWITCHES[name];
    if (flag !== undefined) {
      result[flag] = true;
      continue;
    }
    const fact = facts.find(({ id }) => id === name || optionName(id) === name);
    if (fact === undefined && !DAY_OPTIONS.has(name)) {
      faults.push(`De optie "${argv[index]}" bestaat niet.`);
      // Its value is not another fault.
      if (name !== '' && inline === undefined && argv[index + 1]?.startsWith('--') === false) index += 1;
      continue;
    }
    const value = inline ?? argv[index + 1];
    if (value === undefined || (inline === undefined && value.startsWith('--'))) {
      faults.push(`Bij "--${name}" ontbreekt de waarde.`);
      continue;
    }
    if (inline === undefined) index += 1;
    if (fact === undefined) result.asOf = value;
    else if (fact.id in result.facts) faults.push(`"--${name}" staat er twee keer.`);
    else result.facts[fact.id] = fact.type === 'boolean' ? (YES_NO[value.toLowerCase()] ?? value) : value;
  }
  if (faults.length > 0) {
    const options = facts.map(({ id }) => `--${optionName(id)}`).join(', ');
    throw new BadInputError(`${faults.join(' ')} De opties zijn: ${options}, --op-datum, --json, --uitleg en --help.`);
  }
  return result;
}

/** What the command can do, with every fact and its values. */
export function helpText(facts: readonly Fact[]): string {
  const lines = facts.map(({ id, type, answers, question }) => {
    const values = type === 'boolean' ? 'ja|nee' : answers.map(({ value }) => String(value)).join('|');
    return `  --${optionName(id)} ${values}\n      ${question}`;
  });
  return [
    'Gebruik: npm run check -- --onderwerp groep --domein zvw [meer feiten] [--op-datum JJJJ-MM-DD] [--json] [--uitleg]',
    '',
    'Zegt voor elke route of zij past bij de feiten die u noemt, met de zinnen uit de bronnen.',
    'Een feit dat u weglaat, is onbekend.',
    '',
    ...lines,
    '  --op-datum JJJJ-MM-DD (ook --as-of)\n      De dag waarvoor u het wilt weten. Zonder deze optie: vandaag.',
    '  --json\n      Hetzelfde antwoord als de API geeft.',
    '  --uitleg\n      Toon ook stap voor stap hoe elke uitkomst ontstaat.',
  ].join('\n');
}
