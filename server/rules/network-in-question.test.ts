import { beforeAll, describe, expect, it } from 'vitest';
import { createNetworkInQuestion } from './network-in-question.ts';
import { createQuestionReader } from './question-reader.ts';
import { realVocabulary } from './testing/real-rules.ts';

describe('a network in a question', () => {
  let networkIn: ReturnType<typeof createNetworkInQuestion>;
  beforeAll(() => {
    const vocabulary = realVocabulary();
    const reader = createQuestionReader(vocabulary);
    networkIn = createNetworkInQuestion(vocabulary, (question) => reader.factsInQuestion(question));
  });
  const names = (question: string) => networkIn(question)?.participants.map(({ name, count }) => `${count} ${name}`);

  it.each([
    ["Wij zijn een netwerk van 4 huisartsen, 2 fysio's, een psycholoog en de gemeente. Hoe wordt ons overleg betaald?", ['4 huisartsen', "2 fysio's", '1 psycholoog', '1 gemeente']],
    ['Wij willen met drie huisartsen en een psycholoog overleggen. Wie betaalt dat?', ['3 huisartsen', '1 psycholoog']],
    ['De gemeente, jeugdzorg en de huisarts doen alle drie mee. Hoe verdelen we de kosten?', ['1 gemeente', '1 jeugdzorg', '1 huisarts']],
  ])('%s', (question, wanted) => {
    expect(names(question)).toEqual(wanted);
  });

  it.each([
    'Mogen huisartsen en psychologen samen overleggen?',
    'Ik ben huisarts. Hoe word ik betaald?',
    'Wat is het verschil tussen huisartsen, fysiotherapeuten en psychologen bij PGAZ?',
    'Huisarts, fysio en orthopeed overleggen over één patiënt van mij. Hoe wordt dat betaald?',
    'Wat is PGAZ?',
  ])('is not: %s', (question) => {
    expect(names(question)).toBeUndefined();
  });

  it('leads to the plan with who takes part, and with what the question tells of all', () => {
    const { link } = networkIn('Onze 4 huisartsen en de psycholoog overleggen over een groep patiënten. Hoe wordt dat betaald?')!;
    expect(link).toBe('/plan?deelnemer=4*huisartsen*sector.huisartsenzorg*domein.zvw&deelnemer=1*psycholoog*sector.ggz*domein.zvw&onderwerp=groep');
  });
});
