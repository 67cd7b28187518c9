import { FakeEncoder } from '../../model/testing/fake-encoder.ts';
import { smallDocument, writeSmallIndex } from './small-index.ts';

/** Writes two indexes in turn until it is killed: every sentence of the one says "oud", of the other "nieuw". */
const [indexDir = ''] = process.argv.slice(2);
const encoder = new FakeEncoder();
const versions = ['oud', 'nieuw'].map((word) =>
  [1, 2, 3].map((n) => smallDocument(`stuk-${n}`, Array.from({ length: 200 }, (_, i) => `Zin ${i} van stuk ${n} is ${word}.`))),
);
for (let turn = 0; ; turn += 1) {
  await writeSmallIndex(indexDir, encoder, { documents: versions[turn % 2]! });
  if (turn === 0) process.stdout.write('begonnen\n');
}
