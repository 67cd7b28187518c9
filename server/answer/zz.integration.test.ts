import { it } from 'vitest';
import { AskRequest } from '../contract.ts';
import { readConfig } from '../runtime/config.ts';
import { loadEngine, loadModels } from '../assistant/engine.ts';
import { Metrics } from '../runtime/metrics.ts';
it('x', async () => {
  const config = readConfig({});
  const engine = await loadEngine(config.indexDir, await loadModels(config), new Metrics());
  const st = engine.index.statements!.statements;
  const all = st.flatMap((s) => s.asks.map((text) => ({ id: s.id, text })));
  let lost = 0, first = 0, unproven = 0, over = 0; const refused: string[] = []; const N = 400;
  for (let i = 0; i < N; i++) {
    const { id, text } = all[Math.floor((i * all.length) / N)]!;
    const a = await engine.answerer.ask(AskRequest.parse({ question: text, explain: true }));
    const best = a.trace!.flatMap((e) => (e.step === 'match' ? e.found[0]!.best : [])).slice(0, 2).map((b) => b.id);
    if (best[0] === id) first++;
    if (!best.includes(id)) lost++;
    if (a.abstained) refused.push(`${text} [${id}]`);
    if (!a.abstained && !a.blocks!.some((b) => b.type === 'statement')) unproven++;
    if (a.citations.length > 5) over++;
  }
  const sug = st.map((s) => s.asks.find((f) => /^\p{Lu}.*\?$/u.test(f) && f.length <= 90)).filter((x) => x !== undefined);
  const sref: string[] = [];
  for (const q of sug) if ((await engine.answerer.ask(AskRequest.parse({ question: q }))).abstained) sref.push(q);
  console.log('RES', JSON.stringify({ N, lost, first, refused, nostatement: unproven, over, sug: sug.length, sref }, null, 1));
}, 590_000);
