import { describe, expect, it, vi } from 'vitest';
import type { StreamText } from './language-model.ts';
import { ModelFailure } from './model-failure.ts';
import { ModelWriter } from './model-writer.ts';
import type { WritingTask } from './writing.ts';

const LIMITS = { url: 'http://127.0.0.1:1/v1', model: 'klein', maxTokens: 100, connectMs: 1, firstTokenMs: 60_000, nextTokenMs: 60_000, totalMs: 60_000 };
const quote = 'De gemeente betaalt 3 uur overleg per week.';
const task: WritingTask = { question: 'Wie betaalt het overleg?', sources: [{ n: 1, quote, surroundings: [] }], statements: [{ id: 'gemeente', text: quote, citations: [1] }] };

async function* pieces(text: string): AsyncGenerator<string> {
  for (const piece of text.match(/[^]{1,4}/gu) ?? []) yield await Promise.resolve(piece);
}
const saying = (text: string): StreamText => () => Promise.resolve(pieces(text));
const failing = (): StreamText => vi.fn(() => Promise.reject(new ModelFailure('status')));
const write = (stream: StreamText, change: Partial<WritingTask> = {}) => new ModelWriter(LIMITS, stream).write({ ...task, ...change });

describe('ModelWriter', () => {
  it('shows each sentence as it passes, and tells which do not and why', async () => {
    const onSentence = vi.fn();
    const written = await new ModelWriter(LIMITS, saying(`${quote} [1] De gemeente betaalt 4 uur overleg per week [1]. De gemeente betaalt overleg [1].`)).write(task, { onSentence });
    expect(onSentence.mock.calls.map(([sentence]: unknown[]) => sentence)).toEqual(written.kept);
    expect(written).toEqual({
      model: 'klein',
      kept: [{ text: quote, citations: [1] }, { text: 'De gemeente betaalt overleg.', citations: [1] }],
      dropped: [{ text: 'De gemeente betaalt 4 uur overleg per week [1].', reason: 'number' }],
    });
  });

  it('reads no further than four sentences', async () => {
    const read = vi.fn();
    async function* endless(): AsyncGenerator<string> {
      for (let hours = 0; ; hours += 1) {
        read();
        yield await Promise.resolve(['De gemeente betaalt overleg [1]. ', 'De gemeente betaalt per week [1]. ', 'Overleg betaalt de gemeente [1]. ', 'Per week betaalt de gemeente 3 uur overleg [1]. '][hours % 4]!);
      }
    }
    const { kept } = await write(() => Promise.resolve(endless()));
    expect(kept).toHaveLength(4);
    expect(read.mock.calls.length).toBeLessThan(20);
  });

  it('ends a sentence that has no end', async () => {
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield await Promise.resolve('van de gemeente ');
    }
    expect((await write(() => Promise.resolve(endless()))).failed).toBe('endless');
  });

  it('drops what it has shown already, and what leans on a sentence that nobody sees', async () => {
    const { kept, dropped } = await write(saying(`De gemeente betaalt 9 uur overleg [1]. Dat betaalt de gemeente per week [1]. ${quote} [1] ${quote} [1]`));
    expect(kept.map(({ text }) => text)).toEqual([quote]);
    expect(dropped.map(({ reason }) => reason)).toEqual(['number', 'form', 'repeated']);
  });

  it.each(['', 'Als taalmodel weet ik dat niet.', 'De gemeente betaalt 9 uur overleg [1].', '{"zinnen": []}'])('with nothing left says so: %s', async (text) => {
    expect(await write(saying(text))).toMatchObject({ kept: [], failed: 'nothing-left' });
  });

  it('drops a sentence that was cut off and keeps what came before', async () => {
    const { kept, dropped } = await write(saying(`${quote} [1] De gemeente betaalt per`));
    expect([kept.length, dropped.length]).toEqual([1, 1]);
  });

  it('never sends a question with data about a patient', async () => {
    const stream = vi.fn(saying(quote));
    expect(await write(stream, { question: 'Mijn patiënt mevrouw Jansen, geboren 3-4-1961, wie betaalt?' })).toMatchObject({ kept: [], failed: 'patient-data' });
    expect(stream).not.toHaveBeenCalled();
  });

  it('after five failures in a row asks no more for a while', async () => {
    const stream = failing();
    const writer = new ModelWriter(LIMITS, stream, { pauseMs: 3_600_000 });
    const reasons: unknown[] = [];
    for (let i = 0; i < 7; i += 1) reasons.push((await writer.write(task)).failed);
    expect(reasons).toEqual(['status', 'status', 'status', 'status', 'status', 'paused', 'paused']);
    expect(stream).toHaveBeenCalledTimes(5);
  });

  it('counts neither a client that leaves nor a text without use as a failure', async () => {
    const stream = vi.fn(saying(''));
    const writer = new ModelWriter(LIMITS, stream, { pauseMs: 3_600_000 });
    for (let i = 0; i < 6; i += 1) await writer.write(task);
    for (let i = 0; i < 6; i += 1) await expect(writer.write(task, { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left');
    expect((await writer.write(task)).failed).toBe('nothing-left');
  });
});
