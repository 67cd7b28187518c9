import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { HOSTILE_DOCUMENTS } from './hostile-documents.ts';
import { tryDocument } from './try-document.ts';

/** What the target of this measure is: the child's limit and what it may pass it by. */
const MOST_MB = 768;

/** `npm run hostile [-- PART OF A NAME]`: every hostile document in turn, with its processor time and memory; exit status 1 for a fault. */
const wanted = HOSTILE_DOCUMENTS.filter(({ name }) => name.includes(process.argv[2] ?? ''));
const folder = await mkdtemp(join(tmpdir(), 'vijandig-'));
const sandbox = new Sandbox();
let faulty = 0;
let ended = 0;
let slowest = 0;
let largest = 0;
try {
  for (const document of wanted) {
    const { faults, seconds, memoryMb = 0, message, sentences, name } = await tryDocument(sandbox, folder, document);
    if (memoryMb > MOST_MB) faults.push(`${memoryMb} MB, more than ${MOST_MB}`);
    if (message?.includes('seconden en is gestopt')) ended += 1;
    if (faults.length > 0) faulty += 1;
    slowest = Math.max(slowest, seconds);
    largest = Math.max(largest, memoryMb);
    console.log(`${faults.length > 0 ? 'FAULT' : 'ok   '} ${seconds.toFixed(1).padStart(6)} s ${String(memoryMb).padStart(5)} MB  ${name}: ${message ?? `${sentences} sentences`}`);
    for (const fault of faults) console.log(`        ${fault}`);
  }
} finally {
  sandbox.close();
  await rm(folder, { recursive: true, force: true });
}
console.log(`\n${wanted.length} documents, ${faulty} with faults, ${ended} ended by the limit of time; slowest ${slowest.toFixed(1)} s, most memory ${largest} MB`);
process.exitCode = faulty > 0 ? 1 : 0;
