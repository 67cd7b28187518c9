import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CURRENT, MANIFEST } from '../index-manifest.ts';
import { currentVersion, sha256Of } from '../index-pointer.ts';

/** Something done to an index on disk, and how to undo it. */
export interface Damage {
  what: string;
  undo: () => Promise<void>;
}

const KINDS = ['flip', 'cut', 'grow', 'swap', 'delete', 'add', 'number', 'number with its hash', 'pointer'] as const;

/** Repeatable draws (mulberry32). */
export function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Damages one thing of the index in use: any file of its version, its manifest, or the pointer. */
export async function damage(indexDir: string, draw: (below: number) => number): Promise<Damage> {
  const kind = KINDS[draw(KINDS.length)]!;
  const dir = join(indexDir, (await currentVersion(indexDir))!);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = [join(indexDir, CURRENT), ...entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))].sort();
  const pick = (): string => files[draw(files.length)]!;
  const undoable = async (paths: readonly string[], make: (contents: readonly Buffer[]) => Promise<void>): Promise<Damage> => {
    const before = await Promise.all(paths.map((path) => readFile(path)));
    await make(before);
    const undo = async (): Promise<void> => void (await Promise.all(paths.map((path, at) => writeFile(path, before[at]!))));
    return { what: `${kind} ${paths.map((path) => path.slice(indexDir.length + 1)).join(', ')}`, undo };
  };
  const inOne = (change: (data: Buffer) => Uint8Array): Promise<Damage> => {
    const path = pick();
    return undoable([path], ([data]) => writeFile(path, change(data!)));
  };
  const [manifestPath, pointerPath] = [join(dir, MANIFEST), join(indexDir, CURRENT)];
  switch (kind) {
    case 'flip':
      return inOne((data) => {
        const flipped = Buffer.from(data);
        if (data.length > 0) flipped[draw(data.length)]! ^= 1 << draw(8);
        return flipped;
      });
    case 'cut':
      return inOne((data) => data.subarray(0, draw(data.length)));
    case 'grow':
      return inOne((data) => Buffer.concat([data, Buffer.from('\0{}')]));
    case 'swap': {
      const [one, other] = [pick(), pick()];
      return undoable([one, other], async ([first, second]) => {
        await writeFile(one, second!);
        await writeFile(other, first!);
      });
    }
    case 'delete': {
      const path = pick();
      return undoable([path], () => rm(path));
    }
    case 'add': {
      const path = join(dir, ['rules/zelfgemaakt.yaml', 'extra.json', 'rules/common/meer.yaml'][draw(3)]!);
      await writeFile(path, '[{"id":"zelfgemaakt"}]');
      return { what: `add ${path.slice(indexDir.length + 1)}`, undo: () => rm(path) };
    }
    case 'number':
    case 'number with its hash':
      return undoable([manifestPath, pointerPath], async ([manifest, pointer]) => {
        const numbers = [...String(manifest).matchAll(/(?<=": )\d+|true|false/g)];
        const { 0: found, index } = numbers[draw(numbers.length)]!;
        const other = found === 'true' ? 'false' : found === 'false' ? 'true' : String([1, 0, 1e9, Number(found) + 1, Number(found) - 1][draw(5)]);
        const text = `${String(manifest).slice(0, index)}${other}${String(manifest).slice(index + found.length)}`;
        await writeFile(manifestPath, text);
        if (kind === 'number with its hash') await writeFile(pointerPath, String(pointer).replace(sha256Of(manifest!), sha256Of(text)));
      });
    case 'pointer':
      return undoable([pointerPath], () => writeFile(pointerPath, ['', 'v1-weg\n', '../../etc\n', `${'v'.repeat(5000)}\n`, '\0'.repeat(90)][draw(5)]!));
  }
}
