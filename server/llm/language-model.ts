import { canConnect } from './can-connect.ts';
import type { Messages } from './prompt.ts';

/** An OpenAI-compatible address (Ollama, vLLM, llama.cpp, Azure, a gateway). */
export interface LanguageModelSettings {
  /** `https://host/v1` */
  url: string;
  model: string;
  apiKey?: string;
  maxTokens: number;
  /** To be connected, to the first piece of text, from one to the next, and in all. */
  connectMs: number;
  firstTokenMs: number;
  nextTokenMs: number;
  totalMs: number;
}

/** What a model says, piece by piece. */
export type StreamText = (messages: Messages, signal: AbortSignal) => Promise<AsyncIterable<string>>;

/** LangChain would send what it is given to a tracing service wherever these are set. */
const TRACING = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'];

/** Opens a model through LangChain, which is loaded here and nowhere else. Nothing is sent yet. */
export async function loadLanguageModel({ url, model: name, apiKey, maxTokens, connectMs, totalMs }: LanguageModelSettings): Promise<StreamText> {
  for (const variable of TRACING) delete process.env[variable];
  const { initChatModel } = await import('langchain/chat_models/universal');
  const model = await initChatModel(name, {
    modelProvider: 'openai',
    apiKey: apiKey ?? 'none',
    // A redirect would take question and key to another host; what a server says badly the client would write to the log.
    configuration: { baseURL: url, logLevel: 'off', fetch: (to: string | URL | Request, init?: RequestInit) => fetch(to, { ...init, redirect: 'error' }) },
    temperature: 0,
    maxTokens,
    maxRetries: 0,
    timeout: totalMs,
    useResponsesApi: false,
    // Not every server knows how to count.
    streamUsage: false,
  });
  return async ({ system, user }, signal) => {
    await canConnect(new URL(url), connectMs, signal);
    const chunks = await model.stream([{ role: 'system', content: system }, { role: 'user', content: user }], { signal });
    return textsOf(chunks);
  };
}

async function* textsOf(chunks: AsyncIterable<{ text: string }>): AsyncGenerator<string> {
  for await (const { text } of chunks) yield text;
}
