import { shown, tryAll, type Tried } from './figures.ts';

/** `node --import tsx server/llm/testing/print-figures.ts`: how many right and wrong sentences the checks let through. */
const { right, wrong } = await tryAll();
const line = (name: string, list: readonly Tried[]): string => `${name.padEnd(34)}${String(shown(list).length).padStart(4)} of ${list.length} shown`;
console.log(line('right paraphrases', right));
for (const held of [false, true]) console.log(line(held ? '  counted only' : '  looked at', right.filter((one) => one.held === held)));
console.log(line('planted wrong sentences', wrong));
for (const held of [false, true]) console.log(line(held ? '  counted only' : '  looked at', wrong.filter((one) => one.held === held)));
for (const kind of new Set(wrong.map((one) => one.wrong))) console.log(line(`  ${kind}`, wrong.filter((one) => one.wrong === kind)));
