import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const projectDir = resolve(import.meta.dirname, '..');

interface Started {
  child: ChildProcess;
  output: () => string;
  errors: () => string;
  /** Resolves when the output contains the pattern, with its first group; rejects when the process ends first. */
  saw: (pattern: RegExp) => Promise<string>;
  exit: Promise<{ code: number | null; signal: string | null }>;
}

const children: ChildProcess[] = [];
const dir = await mkdtemp(join(tmpdir(), 'main-'));
afterAll(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, loading = 'ready'): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/testing/main-with-fakes.ts', loading], {
    cwd: projectDir,
    env: { PATH: process.env['PATH'], PORT: '0', FEEDBACK_DIR: join(dir, 'feedback'), ...env },
  });
  children.push(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.on('close', (code, signal) => done({ code, signal })),
  );
  const saw = (pattern: RegExp) =>
    new Promise<string>((done, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) done(match[1] ?? match[0]);
      };
      child.stdout.on('data', look);
      void exit.then(() => reject(new Error(`ended without ${pattern.source}:\n${output}${errors}`)));
      look();
    });
  return { child, output: () => output, errors: () => errors, saw, exit };
}

const address = /luistert op (http:\S+)/;
const ask = (base: string, question: string, accept = 'application/json') =>
  fetch(`${base}/api/v1/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ question }),
  });

describe('a server that has started', () => {
  let server: Started;
  let base: string;
  beforeAll(async () => {
    await mkdir(join(dir, 'old'));
    await writeFile(join(dir, 'old', 'feedback-2020-01-01.jsonl'), '{}\n');
    server = start({ FEEDBACK_DIR: join(dir, 'old') });
    base = await server.saw(address);
    await server.saw(/Klaar\. Open (\S+) in uw browser/);
  });

  it('has printed its address, is ready and answers', async () => {
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    expect((await ask(base, 'Wie betaalt?')).status).toBe(200);
  });

  it('removes feedback that is too old', async () => {
    const response = await fetch(`${base}/api/v1/feedback`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ answerId: 'antwoord-1', verdict: 'goed' }),
    });
    expect(response.status).toBe(204);
    while ((await readdir(join(dir, 'old'))).length > 1) await new Promise((done) => setTimeout(done, 10));
    expect(await readdir(join(dir, 'old'))).toEqual([`feedback-${new Date().toISOString().slice(0, 10)}.jsonl`]);
  });
});

describe('a server that answers less well than it could', () => {
  it('starts, and says so on the terminal and in /readyz', async () => {
    const server = start({}, 'warns');
    const base = await server.saw(/Let op: De geleerde gewichten doen niet mee\.[^]*Klaar\. Open (\S+) in uw browser/);
    expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ status: 'gereed', warnings: ['De geleerde gewichten doen niet mee.'] });
  });
});

describe('a server that still loads', () => {
  let server: Started;
  let base: string;
  beforeAll(async () => {
    server = start({}, 'slow');
    base = await server.saw(address);
  });

  it('is alive but not ready', async () => {
    expect((await fetch(`${base}/livez`)).status).toBe(200);
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    expect((await ask(base, 'Wie betaalt?')).status).toBe(503);
  });

  it('exits 0 when told to stop', async () => {
    server.child.kill('SIGTERM');
    expect(await server.exit).toEqual({ code: 0, signal: null });
  });
});

describe('a start that fails', () => {
  it('ends with what to do when the sources cannot be loaded', async () => {
    const server = start({}, 'fails');
    expect(await server.exit).toEqual({ code: 1, signal: null });
    expect(server.errors()).toContain('De index ontbreekt. Maak hem met: npm run ingest\n');
    expect(server.errors()).not.toContain('    at ');
  });

  it('ends naming every wrong variable, before it listens', async () => {
    const server = start({ PORT: 'drieduizend', LOG_LEVEL: 'luid' });
    expect(await server.exit).toEqual({ code: 1, signal: null });
    expect(server.output()).toBe('');
    expect(server.errors()).toBe(
      'De configuratie klopt niet; de server start niet.\n' +
        '- PORT heeft een verkeerde waarde: "drieduizend". Geef een poortnummer van 0 tot en met 65535.\n' +
        '- LOG_LEVEL heeft een verkeerde waarde: "luid". Kies uit: fatal, error, warn, info, debug, trace, silent.\n',
    );
  });

  it('ends with a way out when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const server = start({ PORT: String(port) });
    expect(await server.exit).toEqual({ code: 1, signal: null });
    expect(server.errors()).toContain(`Poort ${port} is al in gebruik op 127.0.0.1. Stop het andere programma of kies een andere poort: PORT=`);
    other.close();
  });

  it('ends when the address is not of this machine', async () => {
    const server = start({ HOST: '192.0.2.1' });
    expect(await server.exit).toEqual({ code: 1, signal: null });
    expect(server.errors()).toContain('Het adres 192.0.2.1 (HOST) hoort niet bij deze computer.');
  });
});

describe('stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('on %s finishes what runs, takes nothing new, closes the services and exits 0', async (signal) => {
    const server = start();
    const base = await server.saw(address);
    await server.saw(/Klaar/);
    const response = await ask(base, 'langzaam', 'text/event-stream');
    server.child.kill(signal);
    const events = await response.text();
    expect(events).toContain('event: done');
    await expect(fetch(`${base}/livez`)).rejects.toThrow();
    expect(await server.exit).toEqual({ code: 0, signal: null });
    expect(server.output()).toContain('services closed');
    expect(server.errors()).toContain('"cutOff":false');
  });
});

describe('a fault that nothing catches', () => {
  it('ends the process with a log line that does not hold its message', async () => {
    const server = start();
    const base = await server.saw(address);
    await server.saw(/Klaar/);
    await ask(base, 'ontsnapt').catch(() => undefined);
    expect((await server.exit).code).toBe(1);
    expect(server.errors()).toContain('"msg":"unhandledRejection"');
    expect(server.errors() + server.output()).not.toContain('over ontsnapt');
  });
});
