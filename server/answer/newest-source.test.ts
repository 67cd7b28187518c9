import { expect, it } from 'vitest';
import { newestSource } from './newest-source.ts';

const dated = (...days: string[]) => days.map((published) => ({ published }));

it.each([
  ['the latest', dated('2023-11', '2024-10-15', '2024-07'), '2024-10-15'],
  ['one that is as precise as it says', dated('2024', '2023-12-31'), '2024'],
  ['none for sources without a date', dated('', 'onbekend'), ''],
  ['none for no sources', [], ''],
])('the newest source is %s', (_, documents, expected) => expect(newestSource(documents)).toBe(expected));
