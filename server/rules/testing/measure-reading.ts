import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { FactValue } from '../../contract.ts';

const Facts = z.record(z.string(), z.union([z.boolean(), z.string()]));
const Labelled = z.strictObject({
  sentences: z.array(z.strictObject({ text: z.string(), heldOut: z.boolean().default(false), facts: Facts, may: Facts.default({}) })),
  alsoTold: z.record(z.string(), Facts),
});
const Cases = z.array(z.object({ id: z.string(), question: z.string(), situation: z.object({ told: Facts }).optional() }));

export interface LabelledText {
  text: string;
  facts: Record<string, FactValue>;
  may: Record<string, FactValue>;
}

export interface Labelled {
  open: LabelledText[];
  heldOut: LabelledText[];
  /** Situations of the evaluation that may be looked at. */
  cases: LabelledText[];
}

export interface Figures {
  right: number;
  /** Another value than is told. */
  wrong: number;
  /** Read, yet not told. */
  untold: number;
  missed: number;
  precision: number;
  recall: number;
}

type Outcome = 'right' | 'wrong' | 'untold' | 'missed';

const FILE = 'server/rules/testing/labelled-situations.yaml';
const CASES_DIR = 'eval/cases';

export function labelledTexts(): Labelled {
  const { sentences, alsoTold } = Labelled.parse(parse(readFileSync(FILE, 'utf8')));
  const cases = readdirSync(CASES_DIR)
    .filter((name) => name.startsWith('tune-'))
    .flatMap((name) => Cases.parse(parse(readFileSync(`${CASES_DIR}/${name}`, 'utf8'))))
    .flatMap(({ id, question, situation }) =>
      situation ? [{ text: question, facts: situation.told, may: alsoTold[id] ?? {} }] : [],
    );
  return { open: sentences.filter(({ heldOut }) => !heldOut), heldOut: sentences.filter(({ heldOut }) => heldOut), cases };
}

/** Figures for each fact, and for all of them together under `total`. */
export function measureReading(texts: readonly LabelledText[], read: (text: string) => Record<string, FactValue>): Map<string, Figures> {
  const counts = new Map<string, Record<Outcome, number>>();
  const count = (fact: string, kind: Outcome): void => {
    for (const name of [fact, 'total']) {
      const now = counts.get(name) ?? { right: 0, wrong: 0, untold: 0, missed: 0 };
      counts.set(name, { ...now, [kind]: now[kind] + 1 });
    }
  };
  for (const { text, facts, may } of texts) {
    const found = read(text);
    for (const [fact, value] of Object.entries(found)) {
      if (facts[fact] === value) count(fact, 'right');
      else if (fact in facts) count(fact, 'wrong');
      else if (may[fact] !== value) count(fact, 'untold');
    }
    for (const fact of Object.keys(facts)) if (!(fact in found)) count(fact, 'missed');
  }
  return new Map(
    [...counts]
      .map(([fact, counted]): [string, Figures] => {
        const { right, wrong, untold, missed } = counted;
        return [fact, { ...counted, precision: share(right, right + wrong + untold), recall: share(right, right + wrong + missed) }];
      })
      .sort(([a], [b]) => Number(a === 'total') - Number(b === 'total') || a.localeCompare(b)),
  );
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((1000 * part) / whole) / 1000);
