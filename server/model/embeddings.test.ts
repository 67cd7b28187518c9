import { Document } from '@langchain/core/documents';
import { RunnableSequence } from '@langchain/core/runnables';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SearchResult } from '../contract.ts';
import { LocalEmbeddings } from './embeddings.ts';
import { PassageRetriever } from '../search/passage-retriever.ts';
import { FakeEncoder } from './testing/fake-encoder.ts';

describe('LocalEmbeddings', () => {
  it('embeds questions as queries and documents as passages', async () => {
    const asked: string[] = [];
    class Recording extends FakeEncoder {
      override encodeQuery(text: string) {
        asked.push(`query: ${text}`);
        return super.encodeQuery(text);
      }
      override encodePassage(parts: readonly string[], context?: string) {
        asked.push(`passage: ${parts.join(' ')}`);
        return super.encodePassage(parts, context);
      }
    }
    const embeddings = new LocalEmbeddings(new Recording());
    expect(await embeddings.embedDocuments(['gemeente', 'overleg'])).toEqual([
      [0, 0, 1, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1, 0, 0, 0, 0],
    ]);
    expect(await embeddings.embedQuery('wie')).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(asked.slice(0, 3)).toEqual(['passage: gemeente', 'passage: overleg', 'query: wie']);
  });
});

describe('PassageRetriever', () => {
  const result: SearchResult = {
    passageId: 'brief#0',
    documentId: 'brief',
    page: 3,
    section: 'Inleiding',
    text: 'De gemeente betaalt.',
    start: 10,
    end: 30,
    score: 0.7,
  };

  it('gives passages as LangChain documents, in a chain too', async () => {
    const asked: unknown[] = [];
    const searcher = {
      search: async (query: string, limit: number) => {
        asked.push([query, limit]);
        return [result];
      },
    };
    const retriever = new PassageRetriever({ searcher, limit: 7 });
    const documents = await retriever.invoke('wie betaalt');
    expect(asked).toEqual([['wie betaalt', 7]]);
    expect(documents).toEqual([
      new Document({
        id: 'brief#0',
        pageContent: 'De gemeente betaalt.',
        metadata: { documentId: 'brief', page: 3, section: 'Inleiding', start: 10, end: 30, score: 0.7 },
      }),
    ]);
    const chain = RunnableSequence.from([retriever, (found: Document[]) => found.map(({ pageContent }) => pageContent).join()]);
    expect(await chain.invoke('wie')).toBe('De gemeente betaalt.');
  });
});

describe('a normal start', () => {
  // Reports every module of LangChain that is loaded, whoever asks for it.
  const watch =
    'data:text/javascript,' +
    encodeURIComponent(
      `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(\`
        import { writeSync } from 'node:fs';
        export async function load(url, context, next) {
          if (url.includes('/node_modules/@langchain/') || url.includes('/node_modules/langchain/')) writeSync(1, 'LOADED');
          return next(url, context);
        }\`));`,
    );
  const loaded = (module: string): string => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', '--import', watch, '--input-type=module', '-e', `await import(${JSON.stringify(module)}); process.stdout.write('DONE')`], {
      cwd: resolve(import.meta.dirname, '..', '..'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    return stdout;
  };

  it('does not load LangChain', () => {
    expect(loaded('./server/assistant/assistant.ts')).toBe('DONE');
    expect(loaded('./server/app.ts')).toBe('DONE');
    // The watch works: whoever uses these loads it.
    expect(loaded('./server/model/embeddings.ts')).toContain('LOADED');
  });
});
