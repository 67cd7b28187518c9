import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OnnxAnswerModel } from './answer-model.ts';

const here = (path: string) => new URL(path, import.meta.url).pathname;
const golden = JSON.parse(readFileSync(here('./answer-model/golden.json'), 'utf8')) as {
  question: string;
  passage: string;
  inputIds: number[];
  answered: number;
}[];

describe('OnnxAnswerModel', async () => {
  const model = await OnnxAnswerModel.load(here('./answer-model'), here('../retrieval/embedding-model'));

  it.each(golden)('gives the reference score of "$question"', async ({ question, passage, inputIds, answered }) => {
    expect(model.inputIds(question, passage)).toEqual(inputIds);
    const [score] = await model.score(question, [passage]);
    expect(score).toBeCloseTo(answered, 1);
  });

  it('reads no more than 360 tokens', () => {
    expect(model.inputIds('Wie betaalt?', 'Samenwerking in de regio. '.repeat(200))).toHaveLength(360);
  });

  it('stops when the client has gone', async () => {
    await expect(model.score('Wie betaalt?', ['Niemand.'], AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
