import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CORPUS_DIR } from '../../ingest/testing/corpus.ts';
import type { Administration } from './administration.ts';
import { createAdministration } from './create-administration.ts';
import { hashPassword } from './password.ts';
import { ingestRunner } from './run-ingest.ts';
import type { Session } from './sessions.ts';

const PASSWORD = 'paard batterij nietje';
const root = await mkdtemp(join(tmpdir(), 'beheer-'));
afterAll(() => rm(root, { recursive: true, force: true }));

let dir: string;
let admin: Administration;
let session: Session;
let count = 0;

/** The real `ingest` on a corpus without documents. */
beforeEach(async () => {
  dir = join(root, String((count += 1)));
  const corpusDir = join(dir, 'corpus');
  await mkdir(join(corpusDir, 'documents'), { recursive: true });
  await writeFile(join(corpusDir, 'sources.yaml'), '# Bronnen\n');
  await copyFile(join(CORPUS_DIR, 'kinds.yaml'), join(corpusDir, 'kinds.yaml'));
  const passwordHash = await hashPassword(PASSWORD, { N: 1024, r: 8, p: 1 });
  admin = createAdministration({ passwordHash, dir: join(dir, 'beheer'), feedbackDir: join(dir, 'reacties'), gaps: { list: () => Promise.resolve([]) }, ingest: ingestRunner({ corpusDir, indexDir: join(dir, 'index') }) });
  session = admin.session(await admin.logIn('Anna', PASSWORD, '127.0.0.1'))!;
});

/** A Word file with one part that says how large it is; what is packed may be larger. */
function wordFile(content: Buffer, announced: number): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(content);
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(announced, 8);
  sizes.writeUInt16LE(name.length, 12);
  const local = Buffer.concat([Buffer.from('504b0304140000000800000000', 'hex'), Buffer.alloc(1), sizes, name, packed]);
  const entry = Buffer.concat([Buffer.from('504b01021400140000000800000000', 'hex'), Buffer.alloc(1), sizes, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}

describe('a hostile upload', () => {
  it.each<[string, string, Buffer]>([
    ['a zip bomb that says so', 'bom.docx', wordFile(Buffer.alloc(1000), 1_000_000_000)],
    ['a zip bomb that lies', 'bom.docx', wordFile(Buffer.alloc(64 * 1024 * 1024), 100)],
    ['a PDF that is none', 'a.pdf', Buffer.from('%PDF-1.7\nkapot')],
    ['a program with the name of a document', 'a.pdf', Buffer.from('MZ\0\0programma')],
  ])('of %s is refused with a sentence, and leaves nothing', async (_, name, bytes) => {
    await expect(admin.upload(session, name, bytes)).rejects.toMatchObject({ name: 'BadInputError', message: expect.stringMatching(new RegExp(`^${name.replace('.', '\\.')}: .+\\.$`, 's')) as string });
    expect(await readdir(join(dir, 'beheer', 'concepten'))).toEqual([]);
    expect(await readdir(join(dir, 'corpus', 'documents'))).toEqual([]);
  });
});

describe('a publication that fails', () => {
  it('leaves corpus and index as they were, and says what to do', async () => {
    const text = 'Beleidsregel overleg\n\nDe Nederlandse Zorgautoriteit stelt op 1 mei 2026 vast dat het overleg wordt betaald.\n';
    const draft = await admin.upload(session, 'overleg.txt', Buffer.from(text));
    expect(draft.preview).toMatchObject({ metadata: { publisher: 'Nederlandse Zorgautoriteit', published: '2026-05-01' }, report: { pages: 1 } });
    // somebody broke the questions meanwhile
    await mkdir(join(dir, 'corpus', 'questions'));
    await writeFile(join(dir, 'corpus', 'questions', 'weg.yaml'), '- quotes: [x]\n  asks: { a: [Wat?] }\n');
    await admin.publish(session, draft.id, 1);
    while (admin.busy) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(admin.last).toMatchObject({ succeeded: false, message: expect.stringContaining('weg.yaml') as string });
    expect(await readFile(join(dir, 'corpus', 'sources.yaml'), 'utf8')).toBe('# Bronnen\n');
    expect(await readdir(join(dir, 'corpus', 'documents'))).toEqual([]);
    expect(await readdir(join(dir, 'index')).catch(() => [])).toEqual([]);
    expect(await admin.draft(draft.id)).toBeDefined();
  });
});
