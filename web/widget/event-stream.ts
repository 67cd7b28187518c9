export interface StreamEvent {
  event: string;
  data: string;
}

/** Reads server-sent events from a POST's body (`EventSource` can only GET). Follows the WHATWG parsing rules for `event` and `data`. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  let event = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield { event: event || 'message', data: data.join('\n') };
          event = '';
          data = [];
          continue;
        }
        const [, field = '', text = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
        if (field === 'event') event = text;
        else if (field === 'data') data.push(text);
      }
      // An event without its closing empty line is incomplete and is dropped, as the standard says.
      if (done) return;
    }
  } finally {
    // Leaving early (stop, error) closes the connection, and with it the work on the server.
    await reader.cancel().catch(() => undefined);
  }
}
