import { describe, expect, it } from 'vitest';
import { Answer, type Block } from '../contract.ts';
import { citation } from '../views/testing/sample-answer.ts';
import { toWire } from './to-wire.ts';

const statement = (id: string, role: 'answer' | 'limit' | 'item', citations: number[]): Block => ({ type: 'statement', role, id, text: `Zin ${id}.`, citations });
const wire = (blocks: Block[], rest: Partial<Parameters<typeof toWire>[1]> = {}): Answer =>
  Answer.parse(toWire({ question: 'Mag dat?' }, { blocks, citations: [citation(1, 'Een.'), citation(2, 'Twee.')], outcome: 'beantwoord', routes: [], language: 'nl', horizon: { newestSource: '2024-10-15' }, suggestions: [], trace: [], ...rest }));

describe('an answer as it travels', () => {
  it('has its direct part apart: the verdict, what was said with its exceptions, and what proves it', () => {
    const answer = wire([{ type: 'verdict', verdict: 'nee' }, statement('a', 'answer', [1]), statement('b', 'limit', [2, 1]), statement('c', 'item', [2])]);
    expect(answer.direct).toEqual({ verdict: 'nee', text: 'Zin a. Zin b.', statementIds: ['a', 'b'], citations: [1, 2] });
    expect(answer.answer).toBe('**Nee.** Zin a. [1]\n\nLet wel: Zin b. [2][1]\n\n- Zin c. [2]');
  });

  it('has none where only quotes say it', () => {
    expect(wire([{ type: 'quote', n: 1, source: 'de gids' }]).direct).toBeUndefined();
  });

  it('says of a refusal what is missing, who knows it and what is nearest', () => {
    const turnTo = [{ name: 'de NZa', href: 'https://www.nza.nl' }];
    const answer = wire([{ type: 'refusal', slot: 'code', missing: 'Een code staat niet in de bronnen.', near: { id: 'n', text: 'Zo is het.', citations: [1] }, turnTo }], { outcome: 'niet-in-bronnen' });
    expect(answer).toMatchObject({ abstained: true, missing: { slot: 'code', text: 'Een code staat niet in de bronnen.', turnTo, nearest: 'n' } });
    expect(wire([{ type: 'refusal' }], { outcome: 'niet-in-bronnen' }).missing).toBeUndefined();
  });

  it('keeps questions to go on with, how recent the sources are, and speaks the language of the question', () => {
    const answer = wire([statement('a', 'answer', [1]), statement('b', 'limit', [2]), { type: 'notice', kind: 'intention' }], { language: 'en', suggestions: ['And then?'], horizon: { newestSource: '2024-10-15' } });
    expect(answer).toMatchObject({ language: 'en', suggestions: ['And then?'], horizon: { newestSource: '2024-10-15' } });
    expect(answer.answer).toContain('But note: Zin b.');
    expect(answer.notices[0]).toMatch(/^Please note: a source speaks/);
  });

  it('tells of the network that the question names, with the way to its plan', () => {
    const plan = { participants: [{ name: 'huisartsen', count: 4 }, { name: 'gemeente', count: 1 }], link: '/plan?deelnemer=4*huisartsen&deelnemer=1*gemeente' };
    const answer = wire([statement('a', 'answer', [1]), { type: 'situation', understood: [], link: '/check', plan }]);
    expect(answer.plan).toEqual(plan);
    expect(answer.answer).toContain('Aan deze groep doen mee: 4 huisartsen en gemeente. [Maak een plan voor deze groep ›](/plan?deelnemer=4*huisartsen&deelnemer=1*gemeente)');
    expect(wire([statement('a', 'answer', [1])]).plan).toBeUndefined();
    // A page of somebody else is no plan.
    expect(wire([{ type: 'situation', understood: [], link: '/check', plan: { ...plan, link: 'https://example.com/plan' } }]).answer).not.toContain('example.com');
  });
});
