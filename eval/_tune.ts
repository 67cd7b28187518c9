import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadCases } from './load/load-cases.ts';
import { touchesEvidence } from './metrics/coverage.ts';
const dir='/work/main/dist/index/'; 
const docs=JSON.parse(await readFile(process.argv[2]+'/documents.json','utf8')) as any[];
const cases=await loadCases(resolve('eval/cases'),new Map(docs.map(d=>[d.id,d.text])));
const out=cases.map(c=>({id:c.id,split:c.split,q:[...c.history.filter(h=>h.role==='user').map(h=>h.content),c.question].join(' '),abstain:c.abstain,follow:c.history.length>0,links:c.abstain?[]:docs.flatMap(d=>d.sentences.map((s:any,i:number)=>({s,i})).filter(({s}:any)=>touchesEvidence({documentId:d.id,start:s.start,end:s.end},c.evidence)).map(({i}:any)=>d.id+'/'+i))}));
await writeFile('/work/content/case-rows.json',JSON.stringify(out)); console.log(out.length);
