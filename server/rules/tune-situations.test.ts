import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import type { AskRequest, FactValue } from '../contract.ts';
import { createSituationRules, type AboutSituation, type SituationRules } from './about-situation.ts';
import { createQuestionReader } from './question-reader.ts';
import type { FactBundle } from './rule-set.ts';
import { realRules, realVocabulary } from './testing/real-rules.ts';

// Reads the whole corpus: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const CASES_DIR = 'eval/cases';
const DAY = '2026-11-30';
const MOST_TAPS = 3;

interface Case {
  id: string;
  question: string;
  history?: AskRequest['history'];
  situation?: { told: Record<string, FactValue>; rest: Record<string, FactValue>; outcome: Record<string, string> };
}

/** Cases in which somebody tells a situation, with what this person would answer. Of the half that may be looked at. */
const cases = readdirSync(CASES_DIR)
  .filter((name) => name.startsWith('tune-'))
  .flatMap((name) => parse(readFileSync(join(CASES_DIR, name), 'utf8')) as Case[])
  .filter(({ situation }) => situation !== undefined);

let situations: SituationRules;
let bundles: readonly FactBundle[];
let readFacts: (text: string) => Record<string, FactValue>;
beforeAll(async () => {
  const { rules } = await realRules();
  bundles = rules.together;
  const reader = createQuestionReader(realVocabulary());
  readFacts = (text) => reader.factsInQuestion(text);
  situations = createSituationRules(rules, readFacts);
});

function answerOf(factId: string, known: Record<string, FactValue>): string {
  const bundle = bundles.find(({ id }) => id === factId);
  if (bundle) {
    if (bundle.facts.some(({ fact, is }) => known[fact] === !is)) return 'niet-alles';
    return bundle.facts.every(({ fact, is }) => known[fact] === is) ? 'ja' : 'weet-niet';
  }
  return known[factId] === undefined ? 'weet-niet' : String(known[factId]);
}

/** Plays a conversation in which questions are answered by tapping. */
function play({ question, history, situation }: Case, told: Record<string, FactValue>): { last: AboutSituation | undefined; taps: string[] } {
  const known = { ...situation!.rest, ...situation!.told };
  const facts: Record<string, unknown> = { ...told };
  const taps: string[] = [];
  for (;;) {
    const last = situations.aboutSituation({ question, facts, asOf: DAY, ...(history && { history }) });
    if (!last?.ask || taps.length === MOST_TAPS) return { last, taps };
    const { factId } = last.ask;
    facts[factId] = answerOf(factId, known);
    taps.push(`${factId}=${String(facts[factId])}`);
  }
}

describe('situations as people tell them', () => {
  it('come out right within three taps', () => {
    const wrong = cases.flatMap((item) => {
      const read = readFacts(item.question);
      const told = Object.fromEntries(Object.entries(item.situation!.told).filter(([id, value]) => read[id] !== value));
      const { last, taps } = play(item, told);
      const got = Object.fromEntries(Object.keys(item.situation!.outcome).map((id) => [id, last?.routes.find((route) => route.id === id)?.status]));
      return Object.entries(item.situation!.outcome).every(([id, status]) => got[id] === status) ? [] : [{ id: item.id, taps, got, wanted: item.situation!.outcome }];
    });
    expect(cases.length).toBeGreaterThan(50);
    expect(1 - wrong.length / cases.length, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(0.93);
  });

  it('are seen as questions about being paid wherever they tell the reader anything certain', () => {
    const told = cases.filter(({ question }) => Object.keys(readFacts(question)).length > 0);
    const leading = told.map(({ question }) => situations.aboutSituation({ question, asOf: DAY })).filter((about) => about?.leads || about?.isBeside);
    expect(leading.length / told.length).toBeGreaterThanOrEqual(0.9);
  });

  it('name the leading route and how it stands at once', () => {
    for (const { question, situation } of cases) {
      const about = situations.aboutSituation({ question, facts: situation!.told, asOf: DAY });
      expect(about?.lead.text.length).toBeLessThan(300);
      expect(about?.lead.routeId).toBe(about?.routes[0]?.id);
    }
  });
});
