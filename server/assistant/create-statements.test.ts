import { describe, expect, it } from 'vitest';
import { StatementDetail } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { Statement } from '../corpus/statement.ts';
import { createStatements } from './create-statements.ts';

const text = 'Overleg wordt betaald. Het meedenkadvies komt per 2026.';
const document: CanonicalDocument = {
  id: 'brief', title: 'Brief', shortTitle: 'de brief', publisher: 'Iemand', published: '2024', kind: 'brief', status: 'bindend', authority: 1,
  file: 'brief.txt', licence: 'CC0', sha256: '0'.repeat(64), text, pageStarts: [0], blocks: [], sentences: [],
};
const core = (id: string) => ({ id, subject: 'overleg', asks: [], decides: [], slot: 'inhoud', routes: ['pgaz'], limits: [], list: [], quotes: [{ documentId: 'brief', start: 0, end: 22, text: '' }] }) satisfies Partial<Statement>;
const said: Statement = {
  ...core('betaald'),
  asks: ['Wordt overleg betaald?', 'overleg betaald', 'krijg ik geld voor overleg?', 'Is consultation paid for and who pays?'],
  decides: [{ asks: 'Mag ik overleg declareren?', verdict: 'ja' }, { asks: 'Wordt overleg betaald?', verdict: 'ja' }],
  text: 'Overleg wordt betaald.', en: 'Consultation is paid for.',
};
const exception: Statement = { ...core('tenzij'), limits: ['betaald'], speaker: 'Menzis', text: 'Overleg over één patiënt niet.', en: 'Not about one patient.' };
const plan: Statement = { ...core('plan'), planned: { for: '2026', said: '2024-10-15', plan: 'het meedenkadvies op te nemen', planEn: 'to include it' }, quotes: [{ documentId: 'brief', start: 23, end: text.length, text: '' }] };

const statements = createStatements([said, exception, plan], new Map([['brief', document]]));

describe('statements as clients get them', () => {
  it('fit the contract, in the order of the corpus, each with its quotes', () => {
    const all = statements.list('2025-01-01');
    expect(all.map(({ id }) => id)).toEqual(['betaald', 'tenzij', 'plan']);
    for (const one of all) expect(StatementDetail.strict().safeParse(one).error).toBeUndefined();
    expect(all[0]?.quotes).toMatchObject([{ n: 1, documentId: 'brief', quote: 'Overleg wordt betaald.', page: 1 }]);
  });

  it('tell a plan by the day', () => {
    expect(statements.get('plan', '2025-12-31')?.text).toBe('Het plan is om het meedenkadvies op te nemen per 2026.');
    expect(statements.get('plan', '2026-01-01')?.text).toMatch(/^In oktober 2024 was het plan .* Of dat is doorgegaan, staat niet in de bronnen\.$/);
  });

  it('know their exceptions from both sides', () => {
    expect(statements.get('betaald', '2025-01-01')).toMatchObject({ limitedBy: ['tenzij'], limits: [] });
    expect(statements.get('tenzij', '2025-01-01')).toMatchObject({ limitedBy: [], limits: ['betaald'], speaker: 'Menzis' });
  });

  it('offer whole Dutch questions, each once, those that ask for yes or no first', () => {
    expect(statements.get('betaald', '2025-01-01')?.questions).toEqual(['Mag ik overleg declareren?', 'Wordt overleg betaald?']);
  });

  it('know no others', () => {
    expect(['', '__proto__', 'constructor'].map((id) => statements.get(id, '2025-01-01'))).toEqual([undefined, undefined, undefined]);
  });

  it('never quote a document that is not there', () => {
    expect(() => createStatements([said], new Map())).toThrow('betaald');
  });
});
