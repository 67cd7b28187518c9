import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listen } from '../../testing/listen.ts';

/** What the scripted server does with a call. */
export type Script =
  | { says: string | ((data: SentData) => string) }
  /** Takes the call and never says a word, or stops after some. */
  | { stalls: string }
  /** Ends the connection in the middle. */
  | { cutsOff: string }
  | { status: number }
  /** Sends what is no event. */
  | { malformed: true }
  /** Never ends, sentence after sentence or one without end. */
  | { endless: string };

export interface SentData {
  vraag: string;
  oordeel?: string;
  uitspraken: { tekst: string; bronnen: number[] }[];
  bronnen: { nummer: number; citaat: string }[];
}

/** A server that speaks OpenAI's protocol and does what its script says. */
export class ScriptedModel {
  /** Bodies of the calls, in order. */
  readonly calls: { model: string; stream: boolean; messages: { role: string; content: string }[]; max_tokens?: number }[] = [];
  readonly keys: (string | undefined)[] = [];
  script: Script = { says: '' };
  /** Connections that the other side left before their end. */
  left = 0;
  readonly #server: Server;
  url = '';

  private constructor() {
    this.#server = createServer((req, res) => void this.#answer(req, res));
  }

  static async start(): Promise<ScriptedModel> {
    const model = new ScriptedModel();
    model.url = `${await listen(model.#server)}/v1`;
    return model;
  }

  /** What the model was told last. */
  get lastData(): SentData {
    return JSON.parse(this.calls.at(-1)!.messages.at(-1)!.content) as SentData;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of req) body += String(chunk);
    this.calls.push(JSON.parse(body) as ScriptedModel['calls'][number]);
    this.keys.push(req.headers.authorization);
    res.on('close', () => {
      if (!res.writableEnded) this.left += 1;
    });
    const { script } = this;
    if ('status' in script) {
      res.writeHead(script.status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error: { message: 'geheim', type: 'x' } }));
      return;
    }
    res.writeHead(200, { 'Content-Type': 'text/event-stream' });
    if ('malformed' in script) {
      res.end('data: {"choices": [{"delta": {"content": "Half\n\ndata: <html>\n\n');
      return;
    }
    if ('endless' in script) {
      const timer = setInterval(() => res.write(event(script.endless)), 1);
      res.on('close', () => clearInterval(timer));
      return;
    }
    if ('stalls' in script) {
      if (script.stalls !== '') for (const piece of inPieces(script.stalls)) res.write(event(piece));
      return;
    }
    if ('cutsOff' in script) {
      for (const piece of inPieces(script.cutsOff)) res.write(event(piece));
      setTimeout(() => res.destroy(), 20);
      return;
    }
    const text = typeof script.says === 'string' ? script.says : script.says(this.lastData);
    for (const piece of inPieces(text)) res.write(event(piece));
    res.end(`${event('', 'stop')}data: [DONE]\n\n`);
  }
}

/** As tokens come: pieces that end anywhere. */
const inPieces = (text: string): string[] => text.match(/[^]{1,7}/gu) ?? [];

const event = (content: string, finish: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finish }] })}\n\n`;
