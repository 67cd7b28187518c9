import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createProgress } from './progress.ts';

it('writes plain lines where there is no terminal, with what is left', () => {
  const stream = new PassThrough();
  const progress = createProgress('Passages', stream as unknown as NodeJS.WriteStream);
  for (let done = 1; done <= 10; done += 1) progress.update(done, 10);
  progress.stop();
  expect(String(stream.read()).trim().split('\n')).toEqual([
    expect.stringMatching(/^Passages: 2 van 10, nog ongeveer \d+ s$/),
    expect.stringMatching(/^Passages: 4 van 10, /),
    expect.stringMatching(/^Passages: 6 van 10, /),
    expect.stringMatching(/^Passages: 8 van 10, /),
    'Passages: 10 van 10',
  ]);
});

it('draws a bar with count and time left on a terminal', () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80, cursorTo: () => true, clearLine: () => true, moveCursor: () => true });
  const progress = createProgress('Passages', stream as unknown as NodeJS.WriteStream);
  progress.update(0, 4);
  progress.update(4, 4);
  progress.stop();
  expect(String(stream.read())).toMatch(/Passages [█░]+ 4 van 4 · nog \d+s/);
});
