import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Services } from '../assistant/services.ts';
import type { Answer } from '../contract.ts';
import { fakeServices } from '../testing/fake-services.ts';
import { GapCounts } from './gap-counts.ts';
import { withGapCounts } from './with-gap-counts.ts';

const dir = await mkdtemp(join(tmpdir(), 'gaten-'));
afterAll(() => rm(dir, { recursive: true, force: true }));

const CANARY = 'kanariepiet-vraag';
const nearest = { documentId: 'handleiding', source: 'de handleiding', published: '2024', page: 5, section: 'Tarief', start: 10 };
const refused = (slot: string): Answer =>
  ({ id: '1', question: CANARY, answer: CANARY, outcome: 'niet-in-bronnen', citations: [], routes: [{ id: 'pgaz', title: 'PGAZ', status: 'onbekend' }], blocks: [{ type: 'refusal', slot, nearest, missing: CANARY }] }) as unknown as Answer;

describe('questions without an answer', () => {
  it('are counted by place, route and slot, over restarts, without a word of what was typed', async () => {
    const counts = new GapCounts(dir);
    await counts.note(refused('bedrag'));
    await counts.note(refused('datum'));
    await counts.note(refused('bedrag'));
    await counts.note({ ...refused('bedrag'), outcome: 'beantwoord' });
    const again = new GapCounts(dir);
    await again.note(refused('bedrag'));
    const day = new Date().toISOString().slice(0, 10);
    const place = { outcome: 'niet-in-bronnen', documentId: 'handleiding', page: 5, section: 'Tarief', route: 'pgaz', last: day };
    expect(await again.list()).toEqual([{ ...place, slot: 'bedrag', count: 3 }, { ...place, slot: 'datum', count: 1 }]);
    expect(await readFile(join(dir, 'gaten.json'), 'utf8')).not.toContain(CANARY);
  });

  it('count half answers by their first citation, and greetings not at all', async () => {
    const counts = new GapCounts(join(dir, 'half'));
    await counts.note({ outcome: 'deels', citations: [{ documentId: 'wet', page: 2, section: 'Artikel 1' }], routes: [], blocks: [{ type: 'gap', question: CANARY }] } as unknown as Answer);
    await counts.note({ outcome: 'niet-in-bronnen', citations: [], routes: [], blocks: [{ type: 'remark', kind: 'greeting' }] } as unknown as Answer);
    expect(await counts.list()).toEqual([{ outcome: 'deels', documentId: 'wet', page: 2, section: 'Artikel 1', count: 1, last: expect.any(String) as string }]);
  });

  it('cost nobody an answer, and leave the other services as they are', async () => {
    const live = { ...fakeServices, get warnings() { return ['steeds opnieuw gelezen']; } } as Services; // prettier-ignore
    const observed = withGapCounts(live, { note: () => Promise.reject(new Error('schijf vol')) });
    expect(await observed.assistant.ask({ question: 'Wie betaalt?' })).toMatchObject({ question: 'Wie betaalt?' });
    expect(observed.documents).toBe(fakeServices.documents);
    expect(observed.warnings).toEqual(['steeds opnieuw gelezen']);
  });
});
