import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { leftOutFigures } from './left-out-figures.ts';

const dir = await mkdtemp(join(tmpdir(), 'cijfers-'));
afterAll(() => rm(dir, { recursive: true, force: true }));

async function evaluation(content: unknown): Promise<string> {
  const path = join(dir, 'evaluation.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const figure = (measure: string, value: number | null, n = 40) => ({ measure, without: { value, low: 0, high: 1, n }, with: { value: 1, n } });

describe('what to expect of a document without questions of its own', () => {
  it('comes from the last evaluation, as far as it was measured', async () => {
    const path = await evaluation({ leaveOneDocumentOut: { rounds: [{ documentId: 'wet', figures: [figure('evidenceCited', 0.8), figure('abstained', null), figure('falseRefusals', 0.1, 0), figure('recall1', 0.5)] }] } });
    expect(await leftOutFigures(path)).toEqual(new Map([['wet', [{ label: 'bewijs geciteerd', value: 0.8 }]]]));
  });

  it('is unknown after an evaluation without it', async () => {
    expect((await leftOutFigures(await evaluation({ results: [] }))).size).toBe(0);
  });

  it('is not guessed from a file that is none', async () => {
    await expect(leftOutFigures(await evaluation('{ half'))).rejects.toThrow(/geen uitkomst van npm run eval/);
    await expect(leftOutFigures(join(dir, 'weg.json'))).rejects.toThrow(/niet te lezen/);
  });
});
