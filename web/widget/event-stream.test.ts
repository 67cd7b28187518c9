import { describe, expect, it } from 'vitest';
import { readEvents, type StreamEvent } from './event-stream.ts';

async function read(...chunks: (string | Uint8Array)[]): Promise<StreamEvent[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

describe('readEvents', () => {
  it('reads events, whatever the chunks', async () => {
    const text = 'event: status\ndata: {"text":"één"}\n\nevent: done\r\ndata: a\r\ndata: b\r\n\r\n: comment\n\n';
    const expected = [{ event: 'status', data: '{"text":"één"}' }, { event: 'done', data: 'a\nb' }];
    expect(await read(text)).toEqual(expected);
    const bytes = new TextEncoder().encode(text);
    expect(await read(...Array.from(bytes, (byte) => new Uint8Array([byte])))).toEqual(expected);
  });

  it('names an event without a name "message" and allows no space after the colon', async () => {
    expect(await read('data:x\n\n')).toEqual([{ event: 'message', data: 'x' }]);
  });

  it('drops an event that was cut off', async () => {
    expect(await read('data: heel\n\nevent: done\ndata: half')).toEqual([{ event: 'message', data: 'heel' }]);
  });

  it('closes the connection when the reader leaves early', async () => {
    let closed = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('data: x\n\n'));
      },
      cancel() {
        closed = true;
      },
    });
    for await (const _event of readEvents(body)) break;
    expect(closed).toBe(true);
  });
});
