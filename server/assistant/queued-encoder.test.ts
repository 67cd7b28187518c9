import { describe, expect, it } from 'vitest';
import { QueueFullError } from '../errors.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import type { EncodedText } from '../model/encoder.ts';
import { ModelQueue } from './queue.ts';
import { QueuedEncoder } from './queued-encoder.ts';

/** An encoder that waits until it is told to go on. */
class SlowEncoder extends FakeEncoder {
  readonly texts: string[] = [];
  readonly #waiting: (() => void)[] = [];

  override async encodeQuery(text: string): Promise<EncodedText> {
    this.texts.push(text);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return super.encodeQuery(text);
  }

  goOn(): void {
    this.#waiting.shift()?.();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('QueuedEncoder', () => {
  it('is the encoder that it holds', async () => {
    const encoder = new FakeEncoder();
    const queued = new QueuedEncoder(encoder, new ModelQueue({ depth: 1 }));
    expect([queued.dimensions, queued.modelSha256]).toEqual([encoder.dimensions, encoder.modelSha256]);
    expect(await queued.encodeQuery('wie betaalt')).toEqual(await encoder.encodeQuery('wie betaalt'));
    expect(await queued.encodePassage(['een', 'twee'], 'boven')).toEqual(await encoder.encodePassage(['een', 'twee'], 'boven'));
  });

  it('encodes one text at a time and refuses what does not fit in the line', async () => {
    const encoder = new SlowEncoder();
    const queued = new QueuedEncoder(encoder, new ModelQueue({ depth: 1 }));
    const [a, b] = [queued.encodeQuery('a'), queued.encodeQuery('b')];
    await expect(queued.encodeQuery('c')).rejects.toBeInstanceOf(QueueFullError);
    expect(encoder.texts).toEqual(['a']);
    encoder.goOn();
    await a;
    await settled();
    expect(encoder.texts).toEqual(['a', 'b']);
    encoder.goOn();
    await b;
  });

  it('gives the place of a client that has left to the next', async () => {
    const encoder = new SlowEncoder();
    const queued = new QueuedEncoder(encoder, new ModelQueue({ depth: 1 }));
    const client = new AbortController();
    const a = queued.encodeQuery('a');
    const abandoned = queued.encodeQuery('b', client.signal);
    client.abort();
    await expect(abandoned).rejects.toMatchObject({ name: 'AbortError' });
    const c = queued.encodeQuery('c');
    encoder.goOn();
    await a;
    await settled();
    encoder.goOn();
    await c;
    expect(encoder.texts).toEqual(['a', 'c']);
  });
});
