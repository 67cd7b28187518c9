import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
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

/** @param log file that standard error goes to, in place of being read */
function start(env: Record<string, string> = {}, loading = 'ready', log?: string): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/testing/main-with-fakes.ts', loading], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', log === undefined ? 'pipe' : openSync(log, 'a')],
    env: { PATH: process.env['PATH'], PORT: '0', FEEDBACK_DIR: join(dir, 'feedback'), ...env },
  });
  children.push(child);
  let output = '';
  let errors = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.on('close', (code, signal) => done({ code, signal })),
  );
  const saw = (pattern: RegExp) =>
    new Promise<string>((done, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) done(match[1] ?? match[0]);
      };
      child.stdout!.on('data', look);
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

/** Status of a question on a connection of its own. @param sent called when the request is with the system */
function sendAsk(port: number, question: string, sent: () => void): Promise<string> {
  const body = JSON.stringify({ question });
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`POST /api/v1/ask HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`, sent),
    );
    socket.on('data', (chunk: Buffer) => (received += chunk.toString())).on('error', reject);
    socket.on('close', () => resolve(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1] ?? 'nothing'));
  });
}

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

describe('a stop with requests on their way', () => {
  it('answers each that was sent before: under way, waiting to be read, or on a connection that waits for a next one', async () => {
    const server = start({ RATE_LIMIT_PER_ADDRESS: '0', RATE_LIMIT_PER_SESSION: '0' });
    const base = await server.saw(address);
    await server.saw(/Klaar/);
    // connections that have had an answer wait for a next request
    await Promise.all(Array.from({ length: 50 }, async () => (await fetch(`${base}/livez`)).text()));
    const { port } = new URL(base);
    const running: Promise<string>[] = [];
    await Promise.all(Array.from({ length: 200 }, (_, n) => new Promise<void>((sent) => running.push(sendAsk(Number(port), n % 2 === 0 ? 'langzaam' : 'Wie betaalt?', sent)))));
    server.child.kill('SIGTERM');
    expect(new Set(await Promise.all(running))).toEqual(new Set(['200']));
    expect(await server.exit).toEqual({ code: 0, signal: null });
    expect(server.errors()).toContain('"cutOff":false');
  });
});

describe('a log that cannot be written', () => {
  const withLogOn = (target: string): Started => start({}, 'ready', target);

  it('on a full disk stops nothing: everything is answered, and the lines that are lost are counted', async () => {
    const server = withLogOn('/dev/full');
    const base = await server.saw(address);
    await server.saw(/Klaar/);
    for (let n = 0; n < 30; n += 1) expect((await ask(base, 'Wie betaalt?')).status).toBe(n < 20 ? 200 : 429);
    expect((await fetch(`${base}/livez`)).status).toBe(200);
    expect(Number(/^bekostigingswijzer_log_lines_dropped_total (\d+)$/m.exec(await (await fetch(`${base}/metrics`)).text())?.[1])).toBeGreaterThanOrEqual(30);
    server.child.kill('SIGTERM');
    expect(await server.exit).toEqual({ code: 0, signal: null });
  });

  it('because nobody reads it, neither', async () => {
    const server = start({ LOG_LEVEL: 'info', RATE_LIMIT_PER_ADDRESS: '0' });
    const base = await server.saw(address);
    await server.saw(/Klaar/);
    server.child.stderr!.pause();
    for (let n = 0; n < 40; n += 1) await Promise.all(Array.from({ length: 25 }, async () => (await fetch(`${base}/livez`)).text()));
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    server.child.kill('SIGTERM');
    const exited = new Promise((done) => server.child.once('exit', (code, signal) => done({ code, signal })));
    expect(await exited).toEqual({ code: 0, signal: null });
    server.child.stderr!.resume();
  });
});

describe('an event loop that stands still', () => {
  it('ends the process, so that a new one can be started', async () => {
    const server = start({ WATCHDOG_SECONDS: '1' });
    const base = await server.saw(address);
    await server.saw(/Klaar/);
    expect((await ask(base, 'Wie betaalt?')).status).toBe(200);
    await ask(base, 'vast').catch(() => undefined);
    expect(await server.exit).toEqual({ code: null, signal: 'SIGKILL' });
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
