// experiment: dumps features of questions under conditions
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readConfig } from '../server/runtime/config.ts';
import { loadEngine, loadModels } from '../server/assistant/engine.ts';
import { Metrics } from '../server/runtime/metrics.ts';
import { decodeNeighbours, questionVector, transformed, kernelWeight, sentenceKey } from '../server/search/question-neighbours.ts';
import { quantise } from '../server/search/token-index.ts';
import { dotProducts } from '../server/search/dot-products.ts';
import { loadCases } from './load/load-cases.ts';
import { touchesEvidence } from './metrics/coverage.ts';
import * as NN from '../server/search/question-neighbours.ts';
import { CachedEncoder } from './baselines/cached-encoder.ts';

const args = Object.fromEntries(process.argv.slice(2).map((a) => a.split('=')));
const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const models = { encoder: new CachedEncoder((await loadModels(config)).encoder) };
const old = decodeNeighbours(await readFile('server/search/question-neighbours.json', 'utf8'));
const measure = args.measure ? JSON.parse(await readFile(args.measure, 'utf8')) : { mean: [...old.mean], transform: [...old.transform], sharpness: old.sharpness };
const mean = Float32Array.from(measure.mean), transform = Float32Array.from(measure.transform); const sharpness = measure.sharpness;
const k = transform.length / mean.length;
const bank = JSON.parse(await readFile(args.bank!, 'utf8')) as { q: string; file: string; links: string[] }[];
const encoded = new Int8Array((await readFile(args.bank!.replace('.json', `${args.tag ?? ''}.i8`))).buffer), scales = new Float32Array((await readFile(args.bank!.replace('.json', `${args.tag ?? ''}.f32`))).buffer.slice(0));
const products = dotProducts(encoded, k);
const engine = await loadEngine(config.indexDir, models, new Metrics(), { neighbours: { ...old, vectors: new Int8Array(k), scales: new Float32Array(1), answers: [[]], sentences: [], mean, transform, sharpness } as any });
const docs = engine.index.documents;
const state = { file: '', doc: '' };
const background = Number(args.background ?? 0);
(NN.NeighbourVotes.prototype as any).votes = function (vectors: Float32Array, weights: Float32Array) {
  const point = transformed(questionVector(vectors, weights), { mean, transform });
  const { vectors: rounded, scales: [scale] } = quantise(point, point.length);
  const dots = products.of(rounded, 0, bank.length);
  const bySentence = new Map<string, number>(); let total = background; const documents = new Set<string>();
  let best = -1, bestLinks: string[] = []; const sims: number[] = [];
  bank.forEach(({ file, links }, i) => {
    if (file === state.file) return;
    const mine = state.doc ? links.filter((l) => !l.startsWith(state.doc + '/')) : links;
    if (mine.length === 0) return;
    const c = dots[i]! * scale! * scales[i]!; const w = kernelWeight(c, sharpness); total += w;
    sims.push(c); if (c > best) { best = c; bestLinks = mine; }
    for (const l of mine) bySentence.set(l, (bySentence.get(l) ?? 0) + w);
  });
  for (const d of docs.keys()) if (d !== state.doc) documents.add(d);
  for (const [l, w] of bySentence) { const v = w / total; if (v >= 0.001) bySentence.set(l, v); else bySentence.delete(l); }
  sims.sort((a, b) => b - a);
  (state as any).extra = { best, best5: sims.slice(0, 5).reduce((a, b) => a + b, 0) / 5, best20: sims.slice(0, 20).reduce((a, b) => a + b, 0) / 20, total, bestLinks };
  return { sentences: bySentence, documents, unanswered: 0, answered: (total - background) / total };
};
const texts = new Map([...docs].map(([id, d]) => [id, d.text]));
const cases = await loadCases(resolve('eval/cases'), texts);
const rows = JSON.parse(await readFile('/work/content/practice-rows.json', 'utf8')) as any[];
const answersOf = (c: any) => [...docs.values()].flatMap((d) => c.abstain ? [] : d.sentences.map((s, i) => ({ s, i })).filter(({ s }) => touchesEvidence({ documentId: d.id, start: s.start, end: s.end }, c.evidence)).map(({ i }) => sentenceKey(d.id, i)));
let asked: any[] = [...cases.filter((c) => c.split === (args.split ?? 'tune')).map((c) => ({ id: c.id, question: c.question, history: c.history, abstain: c.abstain, links: answersOf(c), file: c.file, set: c.split })),
  ...(args.split ? [] : rows.filter((r) => r.file.startsWith('roles/')).map((r, i) => ({ id: 'r' + i, question: r.q, history: [], abstain: r.abstain, links: r.links, file: r.file, set: 'roles' })))];
if (args.every) asked = asked.filter((_, i) => i % Number(args.every) === 0);
const out = createWriteStream(args.out!);
let n = 0; const t0 = Date.now();
for (const one of asked) {
  const own = [...new Set(one.links.map((l: string) => l.split('/')[0]))] as string[];
  const conditions = [...(args.full === 'no' ? [] : ['']), ...(one.abstain ? [...docs.keys()].filter((_, i) => args.split || (i + n) % 5 < 2) : own)];
  for (const doc of conditions) {
    state.file = one.file; state.doc = doc;
    const f = await engine.answerer.find(one.question, one.history);
    const answers = new Set(one.links);
    out.write(JSON.stringify({ id: one.id, set: one.set, doc, abstain: one.abstain, extra: { ...(state as any).extra, bestLinks: undefined, bestIsRight: (state as any).extra?.bestLinks?.some((l: string) => answers.has(l)) }, features: f.features, confidence: f.confidence,
      evidence: f.evidence.map((e) => ({ d: e.document.id, first: e.first, last: e.last, score: e.score, hit: [...Array(e.last - e.first).keys()].some((i) => answers.has(sentenceKey(e.document.id, e.first + i))) })),
      ...(args.candidates && { candidates: f.candidates.slice(0, 60).map((c) => ({ k: sentenceKey(c.document.id, c.sentence), y: answers.has(sentenceKey(c.document.id, c.sentence)) ? 1 : 0, f: c.features, s: c.score })) }),
    }) + '\n');
  }
  if (++n % 200 === 0) console.log(n, asked.length, Date.now() - t0);
}
out.end();
