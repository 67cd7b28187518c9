import type { CanonicalDocument } from '../corpus/document.ts';
import type { DataPath, YamlFile } from '../text/yaml-file.ts';
import { locateQuote } from './locate-quote.ts';
import type { Quote } from './sourced-text.ts';

/** The same form with its quotes as places in the documents. */
export type Located<Form> = Form extends readonly (infer Item)[]
  ? Located<Item>[]
  : Form extends object
    ? { [Key in keyof Form]: Key extends 'quotes' ? Quote[] : Key extends 'when' ? Form[Key] : Located<Form[Key]> }
    : Form;

interface WrittenQuote {
  id?: string | undefined;
  document: string;
  text: string;
  page?: number | undefined;
}

/**
 * Finds every quote of a file in its document, at whatever depth a list `quotes` stands. Reports those that do not stand
 * there, ids that do not exist or stand twice, and a quote written out twice.
 */
export function locateQuotes<Form>(file: YamlFile, form: Form, documents: ReadonlyMap<string, CanonicalDocument>): Located<Form> {
  const byId = new Map<string, Quote>();
  const byPlace = new Set<string>();
  const found = new Map<WrittenQuote, Quote>();

  for (const { path, item: quote } of quotesOf(form)) {
    if (typeof quote === 'string') continue;
    const place = findIn(documents, quote);
    if ('field' in place) {
      file.report([...path, place.field], place.fault);
      continue;
    }
    found.set(quote, place);
    const key = `${place.documentId} ${place.start} ${place.end}`;
    if (byPlace.has(key)) file.report([...path, 'text'], 'dit citaat staat al in dit bestand; geef het daar een id en noem hier alleen die id');
    byPlace.add(key);
    if (quote.id === undefined) continue;
    if (byId.has(quote.id)) file.report([...path, 'id'], `"${quote.id}" staat er twee keer`);
    byId.set(quote.id, place);
  }
  const written = new Set(quotesOf(form).flatMap(({ item }) => (typeof item === 'string' ? [] : [item.id])));
  for (const { path, item } of quotesOf(form)) {
    if (typeof item === 'string' && !written.has(item)) file.report(path, `geen citaat in dit bestand heeft de id "${item}"`);
  }
  return replaceQuotes(form, (item) => (typeof item === 'string' ? byId.get(item) : found.get(item))) as Located<Form>;
}

/** Ids of the quotes of a form. */
export function quoteIdsOf(form: unknown): string[] {
  return quotesOf(form).flatMap(({ item }) => (typeof item === 'string' || item.id === undefined ? [] : [item.id]));
}

function findIn(
  documents: ReadonlyMap<string, CanonicalDocument>,
  { document: id, text, page }: WrittenQuote,
): Quote | { field: string; fault: string } {
  const document = documents.get(id);
  if (document === undefined) return { field: 'document', fault: `onbekend document "${id}"; de documenten staan in sources.yaml` };
  const place = locateQuote(document, text, page);
  return 'fault' in place ? { field: 'text', fault: place.fault } : { documentId: document.id, start: place.start, end: place.end };
}

function quotesOf(form: unknown, path: DataPath = []): { path: DataPath; item: WrittenQuote | string }[] {
  if (form === null || typeof form !== 'object') return [];
  return Object.entries(form).flatMap(([name, value]: [string, unknown]) => {
    const at = [...path, Array.isArray(form) ? Number(name) : name];
    if (name !== 'quotes') return quotesOf(value, at);
    return (value as (WrittenQuote | string)[]).map((item, index) => ({ path: [...at, index], item }));
  });
}

function replaceQuotes(form: unknown, find: (item: WrittenQuote | string) => Quote | undefined): unknown {
  if (form === null || typeof form !== 'object') return form;
  if (Array.isArray(form)) return form.map((item) => replaceQuotes(item, find));
  return Object.fromEntries(
    Object.entries(form).map(([name, value]: [string, unknown]) => [
      name,
      name === 'quotes' ? (value as (WrittenQuote | string)[]).flatMap((item) => find(item) ?? []) : replaceQuotes(value, find),
    ]),
  );
}
