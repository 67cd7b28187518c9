import { expect, test } from 'vitest';
import { abstainCase, evaluationCase, item } from '../testing/fixtures.ts';
import { sharedWithTune } from './shared-evidence.ts';

test('names the frozen cases of which a tune case has some of the evidence', () => {
  const frozen = (id: string, documentId: string, quote: string) => evaluationCase({ id, evidence: [item([documentId, quote])] });
  const cases = [
    evaluationCase({ id: 'tune-a-01', split: 'tune', evidence: [item(['regeling', 'Het experiment eindigt uiterlijk'])] }),
    frozen('test-a-01', 'regeling', 'uiterlijk op 1 mei 2029.'),
    frozen('test-a-02', 'regeling', 'Er geldt een vrij tarief.'),
    frozen('test-a-03', 'brief', 'Dat is alles.'),
    abstainCase(),
  ];
  expect([...sharedWithTune(cases)]).toEqual(['test-a-01']);
});
