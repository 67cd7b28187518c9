import { register } from 'node:module';

/** `--import` this to write the address of each module of LangChain that a program loads to the file `LOADED`. */
const hooks = `
import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  if (/node_modules\\/(langchain|@langchain\\/openai|openai|cockatiel)\\//.test(url)) appendFileSync(${JSON.stringify(process.env['LOADED'])}, url + '\\n');
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
