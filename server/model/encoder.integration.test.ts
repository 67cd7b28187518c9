import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OnnxEncoder } from './encoder.ts';

const modelDir = new URL('./embedding-model', import.meta.url).pathname;
const golden = JSON.parse(readFileSync(`${modelDir}/golden.json`, 'utf8')) as {
  text: string;
  inputIds: number[];
  vector: number[];
}[];

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);

describe('OnnxEncoder', async () => {
  const encoder = await OnnxEncoder.load(modelDir);

  it.each(golden)('gives the reference vector of "$text"', async ({ text, vector, inputIds }) => {
    const [prefix, ...rest] = text.split(' ');
    const encoded =
      prefix === 'query:' ? await encoder.encodeQuery(rest.join(' ')) : await encoder.encodePassage([rest.join(' ')]);
    expect([0, ...encoder.tokenize(`${prefix}`), ...encoded.ids, 2]).toEqual(inputIds);
    expect(dot(encoded.vector, vector)).toBeGreaterThan(0.999);
  });

  it('finds the tokens of each sentence back in the passage', async () => {
    const parts = ['De prestatie kent een vrij tarief.', 'Het experiment eindigt uiterlijk op 1 mei 2029.'];
    const apart = await encoder.encodePassage(parts, '7 Monitoring');
    const whole = await encoder.encodePassage([parts.join(' ')], '7 Monitoring');
    expect(apart.ids).toEqual(whole.ids);
    expect(dot(apart.vector, whole.vector)).toBeGreaterThan(0.9999);
    expect(apart.parts[0]![0]).toBe(encoder.tokenize('7 Monitoring').length);
    expect(apart.parts[0]![1]).toBe(apart.parts[1]![0]);
    expect(apart.ids.slice(...apart.parts[1]!)).toEqual(encoder.tokenize(parts[1]!));
  });

  it('cuts what is longer than the model reads', async () => {
    const encoded = await encoder.encodePassage(Array.from({ length: 80 }, () => 'Een zin over samenwerking in de regio.'));
    expect(encoded.ids.length).toBeLessThanOrEqual(512);
    expect(encoded.parts.at(-1)![1]).toBeLessThanOrEqual(encoded.ids.length);
  });
});
