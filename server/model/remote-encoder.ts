import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { ModelUnavailableError } from '../errors.ts';
import type { EncodedText, Encoder } from './encoder.ts';
import { postJson, PostError } from './post-json.ts';

/** An OpenAI-compatible embeddings address (OpenAI, Azure, Ollama, vLLM, text-embeddings-inference …). */
export interface RemoteEmbeddings {
  /** Base address (`https://host/v1`) or the whole one, ending in `/embeddings`. */
  url: string;
  model: string;
  apiKey?: string;
}

const LIMITS = { connectMs: 3_000, totalMs: 15_000, mostBytes: 4_000_000 };

/** Of https://platform.openai.com/docs/api-reference/embeddings what is used here. */
const Response = z.object({ data: z.array(z.object({ embedding: z.array(z.number()).min(1) })).length(1) });

/**
 * Embeddings of another server. It gives one vector a text and no token vectors: late interaction is
 * off, passages are found by words and gist alone.
 */
export class RemoteEncoder implements Encoder {
  readonly dimensions: number;
  readonly modelSha256: string;
  readonly #model: RemoteEmbeddings;

  private constructor(model: RemoteEmbeddings, dimensions: number) {
    this.#model = model;
    this.dimensions = dimensions;
    this.modelSha256 = remoteModelSha256(model);
  }

  /**
   * Asks for one vector: learns its length, and a wrong address, key or name shows at once.
   * @throws ModelUnavailableError
   */
  static async connect(model: RemoteEmbeddings): Promise<RemoteEncoder> {
    return new RemoteEncoder(model, (await embed(model, 'zorg')).length);
  }

  async encodeQuery(text: string): Promise<EncodedText> {
    return this.#encode('query: ', text);
  }

  async encodePassage(parts: readonly string[], context = ''): Promise<EncodedText> {
    const text = [context, ...parts].filter(Boolean).join(' ');
    return this.#encode('passage: ', text);
  }

  async #encode(prefix: string, text: string): Promise<EncodedText> {
    const vector = await embed(this.#model, `${readsE5Prefixes(this.#model.model) ? prefix : ''}${text}`);
    if (vector.length !== this.dimensions) throw fault(this.#model, 'gaf een vector van een andere lengte dan eerst');
    return { vector, ids: [], vectors: new Float32Array(0), parts: [] };
  }
}

/** Identity of a remote model: address and name, since its weights are not ours to look at. The key plays no part. */
export function remoteModelSha256({ url, model }: RemoteEmbeddings): string {
  return createHash('sha256').update(`${endpoint(url).href} ${model}`).digest('hex');
}

/** Models of the E5 family want `query: ` and `passage: `; the instruct variants and all others do not. */
function readsE5Prefixes(name: string): boolean {
  return /(^|[^a-z0-9])e5([^a-z0-9]|$)/i.test(name) && !/instruct/i.test(name);
}

function endpoint(url: string): URL {
  const address = new URL(url);
  const path = address.pathname.replace(/\/+$/, '');
  address.pathname = path.endsWith('/embeddings') ? path : `${path}/embeddings`;
  return address;
}

/** Vector of unit length. @throws ModelUnavailableError */
async function embed(remote: RemoteEmbeddings, text: string): Promise<Float32Array> {
  const { url, model, apiKey } = remote;
  const body = { model, input: [text], encoding_format: 'float' };
  const headers: Record<string, string> = apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` };
  let answer: unknown;
  try {
    answer = await postJson(endpoint(url), body, { headers, ...LIMITS });
  } catch (error) {
    throw fault(remote, whatFailed(error));
  }
  const parsed = Response.safeParse(answer);
  const embedding = parsed.data?.data[0]?.embedding;
  const length = Math.hypot(...(embedding ?? []));
  if (!embedding || !(length > 0 && Number.isFinite(length))) throw fault(remote, 'gaf geen bruikbare vector');
  return Float32Array.from(embedding, (x) => x / length);
}

function whatFailed(error: unknown): string {
  if (!(error instanceof PostError)) return 'is niet te gebruiken';
  switch (error.reason) {
    case 'connect':
      return 'is niet te bereiken';
    case 'timeout':
      return `antwoordt niet binnen ${LIMITS.totalMs / 1000} seconden`;
    case 'content':
      return 'gaf een antwoord dat niet te lezen is';
    case 'status':
      if (error.status === 401 || error.status === 403) return 'weigert de toegang: EMBEDDINGS_API_KEY klopt niet';
      if (error.status === 404) return 'kent dit adres of dit model niet';
      if (error.status === 429) return 'laat nu geen verzoeken meer toe';
      return `gaf foutcode ${error.status}`;
  }
}

/** Names the host only: address, key and text stay out of messages and logs. */
function fault({ url }: RemoteEmbeddings, what: string): ModelUnavailableError {
  return new ModelUnavailableError(
    `De server voor taalvectoren (${new URL(url).host}) ${what}. Controleer EMBEDDINGS_URL, EMBEDDINGS_MODEL en EMBEDDINGS_API_KEY, ` +
      'of haal ze weg om het eigen model te gebruiken.',
  );
}
