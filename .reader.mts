import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createQuestionRules } from '/work/wt/words/server/rules/about-question.ts';
import { realRules, realVocabulary } from '/work/wt/words/server/rules/testing/real-rules.ts';
const { rules } = await realRules();
const r = createQuestionRules(rules, realVocabulary());
const out: Record<string, unknown> = {};
for (const dir of [...(process.argv[3]==='all'?['eval/cases', 'eval/practice/roles', 'eval/practice/coverage']:['eval/cases','eval/practice/roles'])]) for (const f of readdirSync(dir).filter((n) => n.endsWith('.yaml')).sort()) {
  const walk = (v: any): void => { if (Array.isArray(v)) v.forEach(walk); else if (v && typeof v === 'object') for (const [k, x] of Object.entries(v)) { if ((k === 'question' || k === 'questions' || k==='content') ) { for (const q of [x].flat()) if (typeof q === 'string') out[`${dir.split('/')[1]}|${q}`] = [r.factsInQuestion(q), r.routesInQuestion(q)]; else walk(q); } else walk(x); } };
  walk(parse(readFileSync(`${dir}/${f}`, 'utf8')));
}
console.log('read', performance.now()|0);writeFileSync(process.argv[2]!, JSON.stringify(out));
console.log(Object.keys(out).length);
