import { expect, test } from 'vitest';
import { readConfig } from '../../../server/runtime/config.ts';
import { readOptions, THRESHOLDS } from '../../options.ts';
import { loadThresholds } from '../../verdict/thresholds.ts';
import { PENDING } from './pending.ts';
import { testSystems } from './test-systems.ts';

/** How long something takes depends on the machine: the slow one is tried by `--self-test` only. */
const TIMED = ['slow'];

test('the good system passes and every bad one fails by the measure that names it, on a sample of the frozen cases', async () => {
  const { good, rows } = await testSystems({ config: readConfig(process.env), cases: readOptions([]).cases, thresholds: await loadThresholds(THRESHOLDS), perType: 8 });
  expect(good.failedBy).toEqual([]);
  expect(rows.length).toBeGreaterThan(40);
  const missed = rows.filter(({ id, outcome }) => outcome === 'missed' && !TIMED.includes(id)).map(({ id }) => id);
  expect(missed).toEqual(PENDING);
});
