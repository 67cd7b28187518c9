import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { abstention, answer, documents, searchResult, textOf } from './testing/fixtures.ts';

/** The command as an evaluator gives it, against a server of two documents. */
const projectDir = resolve(import.meta.dirname, '..');
let dir: string;
let server: Server;
let url: string;

const CASES = `
- id: test-a-01
  question: Tot wanneer loopt het?
  type: fact
  group: policy
  topic: a
  evidence: [{ anyOf: [{ documentId: regeling, quote: Het experiment eindigt uiterlijk op 1 mei 2029. }] }]
  keyFacts: [{ pattern: 1 mei 2029, vital: true }]
  routes: []
  abstain: false
- { id: test-a-02, question: Wat kost het?, type: unanswerable, group: policy, topic: a, evidence: [], keyFacts: [], routes: [], abstain: true, why: Geen bedrag. }
- { id: test-a-03, question: onzin, type: adversarial, group: policy, topic: a, evidence: [], keyFacts: [], routes: [], abstain: true, why: Geen vraag. }
`;

function respond(path: string, body: string): unknown {
  if (path === '/api/v1/documents') return [...documents.values()];
  if (path.startsWith('/api/v1/documents/')) return documents.get(path.split('/').at(-1)!);
  if (path === '/livez') return { status: 'ok' };
  if (path === '/api/v1/check') return { geen: 'regelcheck' };
  if (path === '/api/v1/search') return { results: [searchResult('regeling', textOf('regeling'))] };
  const { question } = JSON.parse(body) as { question: string };
  return question === 'onzin' ? '<h1>Oeps</h1>' : question === 'Wat kost het?' ? abstention({ question }) : answer({ question });
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-cli-'));
  await writeFile(join(dir, 'test-a.yaml'), CASES);
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const content = respond(request.url ?? '', body);
      response.setHeader('content-type', 'application/json');
      response.end(typeof content === 'string' ? content : JSON.stringify(content));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(dir, { recursive: true });
});

/** In this process: starting seven programs costs more than all that they measure. */
async function run(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  let output = '';
  let errors = '';
  const code = await command(['--cases', dir, '--out', join(dir, 'uit'), ...args], { print: (text) => (output += `${text}\n`), complain: (text) => (errors += `${text}\n`) });
  return { code, output: stripVTControlCharacters(output), errors: stripVTControlCharacters(errors) };
}

test('starts as a program and tells its options', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'eval/cli.ts', '--help'], { cwd: projectDir });
  expect(stdout).toContain('--leave-one-document-out');
});

test('measures a running server, writes three files, and fails where a threshold is missed', async () => {
  const { code, output } = await run('--url', url, '--quick', '--failures', '--no-compare');
  expect(output).toContain('antwoord voldoet niet aan het contract');
  expect(output).toMatch(/✗ Vragen zonder bruikbaar antwoord\s+1/);
  expect(code).toBe(1);
  const [html, json, junit] = await Promise.all(['verslag.html', 'evaluation.json', 'junit.xml'].map((name) => readFile(join(dir, 'uit', name), 'utf8')));
  expect(html).toContain(`de server op ${url}`);
  expect(JSON.parse(json!)).toMatchObject({ summary: { test: { cases: 3, failures: 1, right: { value: expect.closeTo(2 / 3, 10) as number } } } });
  expect(junit).toContain('errors="1"');
});

test('one case shows all of it and gives no verdict', async () => {
  const { code, output } = await run('--url', url, '--case', 'test-a-01', '--no-compare');
  expect(output).toContain('✓ bewijs: regeling: Het experiment eindigt uiterlijk op 1 mei 2029.');
  expect(code).toBe(0);
});

describe('says in Dutch what is wrong, without a stack trace, and exits with 2', () => {
  test.each([
    ['an unreachable server', ['--url', 'http://127.0.0.1:9'], 'De server is niet bereikbaar'],
    ['a case that does not exist', ['--url', 'URL', '--case', 'test-a-99'], 'Deze vragen bestaan niet: test-a-99.'],
    ['a choice without cases', ['--url', 'URL', '--type', 'typo'], 'Geen enkele vraag past bij deze keuze.'],
    ['a folder without cases', ['--url', 'URL', '--cases', projectDir], 'bevat geen .yaml-bestanden'],
    ['a collection that is not there', ['--url', 'URL', '--collection', join(projectDir, 'weg.jsonl')], '--collection'],
    ['distractors that are not there', ['--url', 'URL', '--distractors', join(projectDir, 'weg')], '--distractors'],
    ['an earlier result that is none', ['--url', 'URL', '--compare', join(projectDir, 'package.json')], 'is geen resultaat van deze evaluatie'],
  ])('%s', async (_, args, message) => {
    const { code, errors } = await run(...args.map((arg) => (arg === 'URL' ? url : arg)));
    expect(errors).toContain(message);
    expect(errors).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });
});
