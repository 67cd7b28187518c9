import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { ConfigError } from '../errors.ts';

const projectDir = resolve(import.meta.dirname, '..', '..');

function faultOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('accepted');
}

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      rateLimits: { perAddress: 240, perSession: 20, pages: 600, feedback: 500 },
      trustProxy: false,
      allowedOrigins: [],
      frameAncestors: ["'self'"],
      indexDir: resolve(projectDir, 'dist/index'),
      embeddingModelDir: resolve(projectDir, 'server/model/embedding-model'),
      maxConnections: 1000,
      watchdogMs: 30_000,
      queueDepth: 8,
      answerWithinMs: 9000,
      explain: false,
      feedbackDir: resolve(projectDir, 'var/feedback'),
      corpusDir: resolve(projectDir, 'corpus'),
      indexKeep: 5,
      feedbackMost: 100_000_000,
    });
  });

  it('reads every variable', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: ' 8080 ',
      LOG_LEVEL: 'silent',
      RATE_LIMIT_PER_ADDRESS: '0',
      RATE_LIMIT_PER_SESSION: '5',
      RATE_LIMIT_PAGES: '100',
      FEEDBACK_PER_ADDRESS: '30',
      FEEDBACK_MAX_MB: '7',
      METRICS_TOKEN: 'een-lange-sleutel',
      SECURITY_CONTACT: 'mailto:beveiliging@voorbeeld.nl',
      TRUST_PROXY: 'loopback, 10.0.0.0/8 fd00::/8',
      ALLOWED_ORIGINS: 'https://www.ziekenhuis.nl, http://localhost:8081',
      FRAME_ANCESTORS: 'self https://*.ziekenhuis.nl',
      INDEX_DIR: '/srv/index',
      MODEL_DIR: '/srv/model',
      EMBEDDINGS_URL: 'http://localhost:11434/v1',
      EMBEDDINGS_MODEL: 'bge-m3',
      EMBEDDINGS_API_KEY: 'sleutel',
      LLM_BASE_URL: 'http://localhost:11434/v1',
      LLM_MODEL: 'llama3.1:8b',
      LLM_API_KEY: 'sleutel',
      LLM_TOTAL_MS: '30000',
      MAX_CONNECTIONS: '50',
      WATCHDOG_SECONDS: '0',
      QUEUE_DEPTH: '2',
      ANSWER_WITHIN_SECONDS: '30',
      EXPLAIN: 'on',
      FEEDBACK_DIR: '/srv/feedback',
      CORPUS_DIR: '/srv/corpus',
      INDEX_KEEP: '3',
      ADMIN_PASSWORD_HASH: `scrypt:32768:8:3:${'a'.repeat(22)}:${'b'.repeat(43)}`,
      ADMIN_DIR: '/srv/admin',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 8080,
      logLevel: 'silent',
      rateLimits: { perAddress: 0, perSession: 5, pages: 100, feedback: 30 },
      trustProxy: ['loopback', '10.0.0.0/8', 'fd00::/8'],
      allowedOrigins: ['https://www.ziekenhuis.nl', 'http://localhost:8081'],
      frameAncestors: ["'self'", 'https://*.ziekenhuis.nl'],
      indexDir: '/srv/index',
      embeddingModelDir: '/srv/model',
      remoteEmbeddings: { url: 'http://localhost:11434/v1', model: 'bge-m3', apiKey: 'sleutel' },
      languageModel: { url: 'http://localhost:11434/v1', model: 'llama3.1:8b', apiKey: 'sleutel', maxTokens: 400, connectMs: 3000, firstTokenMs: 15_000, nextTokenMs: 15_000, totalMs: 30_000 },
      maxConnections: 50,
      watchdogMs: 0,
      queueDepth: 2,
      answerWithinMs: 30_000,
      explain: true,
      feedbackDir: '/srv/feedback',
      corpusDir: '/srv/corpus',
      indexKeep: 3,
      admin: { passwordHash: `scrypt:32768:8:3:${'a'.repeat(22)}:${'b'.repeat(43)}`, dir: '/srv/admin' },
      feedbackMost: 7_000_000,
      metricsToken: 'een-lange-sleutel',
      securityContact: 'mailto:beveiliging@voorbeeld.nl',
    });
  });

  it('takes an empty value as not set', () => {
    expect(readConfig({ PORT: '', ALLOWED_ORIGINS: ' ', INDEX_DIR: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['HOST', 'een adres'],
    ['HOST', 'a/b'],
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '30.5'],
    ['LOG_LEVEL', 'luid'],
    ['RATE_LIMIT_PER_ADDRESS', '-5'],
    ['RATE_LIMIT_PER_SESSION', 'veel'],
    // believing every proxy header would let anyone choose an address
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '11'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['ALLOWED_ORIGINS', '*'],
    ['ALLOWED_ORIGINS', 'https://a.nl/pad'],
    ['ALLOWED_ORIGINS', 'a.nl'],
    ['ALLOWED_ORIGINS', 'null'],
    ['FRAME_ANCESTORS', "'none' https://a.nl"],
    ['FRAME_ANCESTORS', "https://a.nl;script-src"],
    ['FRAME_ANCESTORS', '*'],
    ['EMBEDDINGS_URL', 'localhost'],
    ['EMBEDDINGS_URL', 'file:///etc/passwd'],
    ['LLM_BASE_URL', 'localhost:11434'],
    ['LLM_MODEL', 'een model'],
    ['LLM_MAX_TOKENS', '0'],
    ['LLM_FIRST_TOKEN_MS', '-1'],
    ['QUEUE_DEPTH', '1001'],
    ['INDEX_KEEP', '1'],
    ['MAX_CONNECTIONS', '0'],
    ['FEEDBACK_MAX_MB', 'veel'],
    ['WATCHDOG_SECONDS', '-1'],
    ['ANSWER_WITHIN_SECONDS', '0'],
  ])('refuses %s=%s and names both', (name, value) => {
    const message = faultOf({ [name]: value, ...(name === 'EMBEDDINGS_URL' ? { EMBEDDINGS_MODEL: 'm' } : {}), ...(name === 'LLM_BASE_URL' ? { LLM_MODEL: 'm' } : {}) });
    expect(message).toContain(`- ${name} heeft een verkeerde waarde: "${value}". `);
    expect(message.split('\n')).toHaveLength(2);
  });

  it('names all wrong variables at once', () => {
    const message = faultOf({ PORT: 'x', LOG_LEVEL: 'y', QUEUE_DEPTH: 'z' });
    for (const name of ['PORT', 'LOG_LEVEL', 'QUEUE_DEPTH']) expect(message).toContain(`- ${name} `);
  });

  it('wants the address and the model of remote embeddings together, and never repeats the key', () => {
    expect(faultOf({ EMBEDDINGS_URL: 'http://localhost/v1' })).toContain('EMBEDDINGS_MODEL ontbreekt');
    expect(faultOf({ EMBEDDINGS_MODEL: 'm' })).toContain('EMBEDDINGS_URL niet');
    expect(faultOf({ LLM_BASE_URL: 'http://localhost/v1' })).toContain('LLM_MODEL ontbreekt');
    expect(faultOf({ LLM_MODEL: 'm' })).toContain('LLM_BASE_URL niet');
    expect(faultOf({ LLM_API_KEY: 'sk-geheim' })).not.toContain('sk-geheim');
    const message = faultOf({ EMBEDDINGS_API_KEY: 'sk-geheim', PORT: 'x' });
    expect(message).toContain('EMBEDDINGS_API_KEY');
    expect(message).not.toContain('sk-geheim');
  });

  it('cuts a long wrong value', () => {
    expect(faultOf({ PORT: '9'.repeat(500) }).length).toBeLessThan(300);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(resolve(projectDir, '.env.example'), 'utf8').split('\n');
  const shown = Object.fromEntries(lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=', 2) as [string, string]));

  it('shows the defaults', () => {
    expect(readConfig(shown)).toEqual(readConfig({}));
  });

  it('documents every variable that exists and no other', () => {
    const source = readFileSync(resolve(import.meta.dirname, 'config.ts'), 'utf8');
    const schema = source.slice(source.indexOf('const variables'), source.indexOf('type VariableName'));
    expect(Object.keys(shown).sort()).toEqual([...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1]).sort());
  });
});
