import { beforeAll, describe, expect, it } from 'vitest';
import { AskRequest, type Answer } from '../contract.ts';
import { readConfig } from '../runtime/config.ts';
import { loadEngine, loadModels, type Engine } from '../assistant/engine.ts';
import { Metrics } from '../runtime/metrics.ts';
import type { Statement } from '../corpus/statement.ts';

/** The real index and models. */
let engine: Engine;
let statements: Statement[];
beforeAll(async () => {
  const config = readConfig({});
  engine = await loadEngine(config.indexDir, await loadModels(config), new Metrics());
  statements = engine.index.statements!.statements;
});

const ask = (question: string, explain = false): Promise<Answer> => engine.answerer.ask(AskRequest.parse({ question, explain }));
const quotes = ({ citations }: Answer): string => citations.map(({ quote }) => quote.replace(/\s+/g, ' ')).join('\n');
/** Every n-th, so that all subjects take part. */
const sample = <T>(items: readonly T[], count: number): T[] => Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!);

describe('statements of the real sources', () => {
  describe('by their own question forms', () => {
    const refused: string[] = [];
    const lost: string[] = [];
    const asked = 120;
    beforeAll(async () => {
      for (const { id, text } of sample(statements.flatMap(({ id: own, asks }) => asks.map((ask) => ({ id: own, text: ask }))), asked)) {
        const { abstained, trace = [] } = await ask(text, true);
        const best = trace.flatMap((entry) => (entry.step === 'match' ? entry.found[0]!.best : [])).slice(0, 2);
        if (abstained) refused.push(text);
        if (!best.some((found) => found.id === id)) lost.push(`${text} (${id}, not ${best.map((found) => found.id).join(' or ')})`);
      }
    });

    it('are found first or second, at least 95 of 100', () => expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(0.05 * asked));
    it('are never refused', () => expect(refused).toEqual([]));
  });

  it('are suggested only in questions that are answered', async () => {
    const asked = sample(statements.flatMap(({ asks }) => asks.filter((text) => text.endsWith('?'))), 40);
    const suggestions = new Set<string>();
    for (const question of asked) for (const suggestion of (await ask(question)).suggestions ?? []) suggestions.add(suggestion);
    expect(suggestions.size).toBeGreaterThan(60);
    const refused: string[] = [];
    for (const question of suggestions) if ((await ask(question)).abstained) refused.push(question);
    expect(refused).toEqual([]);
  });
});

describe('what only looks like an answer', () => {
  it('is not said: how long the voorhang takes is not how long the experiment takes', async () => {
    // The sources tell that there was a voorhang, and of no length of it.
    const answer = await ask('Hoe lang duurt de voorhang?');
    expect(answer.answer).not.toMatch(/vijf jaar|5 jaar|1 mei 2029/);
  });
});

describe('proof', () => {
  it('holds the figures of what is said, also where the question is English', async () => {
    // Appendix A of the report: "… kunnen … afspraken over meedenken worden gemaakt in segment 3 van de huisartsenbekostiging".
    const answer = await ask('Until when can we use segment 3 for the meedenkadvies?');
    expect(quotes(answer)).toMatch(/segment 3 van de huisartsenbekostiging/);
    expect(quotes(answer)).toMatch(/2026/);
  });
});

describe('small talk', () => {
  it.each([
    ['Hallo!', 'greeting'],
    ['dank je', 'thanks'],
    ['Dank u wel voor uw hulp', 'thanks'],
    ['Welke bronnen gebruik je?', 'sources'],
  ])('is answered in kind, without quotes: %s', async (message, kind) => {
    const answer = await ask(message);
    expect(answer).toMatchObject({ abstained: false, citations: [], blocks: [{ type: 'remark', kind }] });
  });

  it('that also asks something is a question', async () => {
    const answer = await ask('Hallo, tot wanneer loopt het experiment met PGAZ uiterlijk?');
    expect(quotes(answer)).toMatch(/uiterlijk op 1 mei 2029/);
  });
});
