import { describe, expect, it } from 'vitest';
import type { Citation } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { Plan } from '../corpus/statement.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { noticesFor } from './notices.ts';

const TEXT = 'Het voorgenomen besluit is om het advies per 2026 apart te betalen.';
const documentOf = (id: string, authority: number): CanonicalDocument => ({ ...smallDocument(id, [TEXT]), authority, shortTitle: `de ${id}` });
const documents = new Map([documentOf('aanwijzing', 1), documentOf('verslag', 5), documentOf('handleiding', 5)].map((document) => [document.id, document]));
const citation = (documentId: string, quote = TEXT): Citation => ({ n: 1, documentId, start: 0, end: quote.length, quote, page: 1 }) as Citation;
const plan: Plan = { for: '2026', said: '2024-10-15', plan: 'het advies apart te betalen', planEn: 'to pay for it' };
const on = (day: string, plans: readonly Plan[] = [plan]) => noticesFor({ citations: [citation('verslag')], shown: [citation('verslag')], documents, day, plansIn: () => plans });

describe('a plan that is quoted', () => {
  it('is an intention until its day, and from then on a plan of which the sources do not say what became', () => {
    expect(on('2025-12-31')).toEqual([{ type: 'notice', kind: 'intention' }]);
    expect(on('2026-01-01')).toEqual([{ type: 'notice', kind: 'plan-passed', plannedFor: '2026', said: '2024-10-15' }]);
  });

  it('is told once, however many quotes speak of it', () => {
    expect(on('2026-11-30', [plan, plan])).toHaveLength(1);
  });

  it('is an intention where nobody wrote down for when it was', () => {
    expect(on('2026-11-30', [])).toEqual([{ type: 'notice', kind: 'intention' }]);
  });
});

describe('sources that contradict each other', () => {
  const disputed = (...ids: string[]) => noticesFor({ citations: [], shown: [], documents, day: '2026-11-30', disputed: ids.map((id) => citation(id, 'x')) });

  it('are named, with the one that weighs more first', () => {
    expect(disputed('verslag', 'aanwijzing')).toEqual([{ type: 'notice', kind: 'sources-differ', stronger: 'de aanwijzing', weaker: 'de verslag' }]);
  });

  it('are not where they weigh the same, or there is only one', () => {
    expect([disputed('verslag', 'handleiding'), disputed('aanwijzing'), disputed()]).toEqual([[], [], []]);
  });
});
