import { describe, expect, it } from 'vitest';
import { FeedbackRequest } from '../../server/contract.ts';
import { cite } from '../testing/fake-documents.ts';
import { feedbackRequest } from './feedback.ts';
import type { Turn } from './turn.ts';

const citation = cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.');
const turn: Turn = {
  id: 'beurt-0001', question: 'Tot wanneer?', state: 'done', text: '', citations: [citation],
  blocks: [{ type: 'verdict', verdict: 'ja' }, { type: 'statement', role: 'answer', id: 'pgaz-einde', text: 'Tot 2029.', citations: [1] }],
  answer: { id: 'antwoord-1', outcome: 'beantwoord', abstained: false, mode: 'extractief', routes: [], notices: [] },
};

describe('what feedback sends', () => {
  it('is the verdict alone without consent', () => {
    expect(feedbackRequest(turn, { verdict: 'goed' })).toEqual({ answerId: 'antwoord-1', verdict: 'goed' });
    expect(feedbackRequest(turn, { verdict: 'fout', reasons: ['bron'], reason: 'Oud', consent: false })).toEqual({ answerId: 'antwoord-1', verdict: 'fout', reasons: ['bron'], reason: 'Oud' });
  });

  it('is with consent also the question, what was said and where it was cited, without quotes', () => {
    expect(feedbackRequest(turn, { verdict: 'fout', reasons: [], reason: '', consent: true })).toEqual({
      answerId: 'antwoord-1', verdict: 'fout', consent: true, question: 'Tot wanneer?', statementIds: ['pgaz-einde'],
      citations: [{ documentId: 'handleiding-pgaz-2024', start: citation.start, end: citation.end }],
    });
  });

  it('is what the server takes, of a long answer and of a server without blocks', () => {
    const long = { ...turn, citations: Array.from({ length: 30 }, () => citation), blocks: undefined };
    expect(FeedbackRequest.parse(feedbackRequest(long, { verdict: 'fout', consent: true })).citations).toHaveLength(20);
  });
});
