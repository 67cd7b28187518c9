import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { DocumentError } from '../errors.ts';
import { phraseWords } from '../text/phrase-words.ts';

/** Longest explanation that is still read (words); B1 asks for short sentences. */
const MAX_EXPLANATION_WORDS = 25;

const phrase = z
  .string('schrijf hier tekst; zet getallen tussen aanhalingstekens')
  .trim()
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'hier ontbreekt de tekst');
const phrases = z.array(phrase, 'schrijf hier een lijst, bijvoorbeeld [eerste, tweede]').default([]);

/** An entry of `corpus/glossary.yaml`; the file's head says what each field is for. */
const Entry = z.strictObject({
  term: phrase,
  abbreviations: phrases,
  exactAbbreviations: phrases,
  alsoKnownAs: phrases,
  everydayWords: phrases,
  english: phrases,
  related: phrases,
  explanation: z
    .string('schrijf hier een uitleg')
    .trim()
    .min(1, 'de uitleg is leeg; schrijf één of twee korte zinnen')
    .refine(
      (text) => text.split(/\s+/).length <= MAX_EXPLANATION_WORDS,
      `de uitleg is langer dan ${MAX_EXPLANATION_WORDS} woorden; maak haar korter`,
    ),
  route: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'een route bestaat uit kleine letters, cijfers en streepjes')
    .optional(),
  lookalikes: phrases,
});

export type GlossaryEntry = Readonly<z.output<typeof Entry>>;

/**
 * The glossary as an index carries it: JSON, which is YAML too and read many times faster.
 * @throws DocumentError as {@link readGlossaryEntries}
 */
export function glossaryForIndex(yaml: string, file: string): string {
  return yaml.trim() === '' ? '[]' : JSON.stringify(readGlossaryEntries(yaml, file));
}

/**
 * Reads a glossary.
 * @param yaml text of the file
 * @param file its name in messages
 * @throws DocumentError that names every fault with its line and what to do
 */
export function readGlossaryEntries(yaml: string, file: string): GlossaryEntry[] {
  const checked = z.array(Entry).safeParse(parseJson(yaml));
  if (checked.success) return checked.data;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const faults: { line: number; reason: string }[] = [];
  for (const { code, pos, message } of document.errors) {
    const reason =
      code === 'DUPLICATE_KEY'
        ? 'dit veld staat twee keer bij dezelfde term; laat er één staan'
        : `dit is geen geldige YAML (${message})`;
    faults.push({ line: lines.linePos(pos[0]).line, reason });
  }
  /** Line of the value at a path, or of the nearest thing around it that is there. */
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };

  let entries: GlossaryEntry[] = [];
  if (faults.length === 0) {
    const result = z.array(Entry, 'dit bestand hoort een lijst van termen te zijn').safeParse(document.toJS());
    if (result.success) {
      entries = result.data;
      faults.push(...conflicts(entries).map(({ path, reason }) => ({ line: lineOf(path), reason })));
    } else {
      faults.push(...result.error.issues.map((issue) => ({ line: lineOf(issue.path), reason: dutch(issue) })));
    }
  }
  if (faults.length > 0) {
    faults.sort((a, b) => a.line - b.line);
    throw new DocumentError(faults.map(({ line, reason }) => `${file}, regel ${line}: ${reason}.`).join('\n'));
  }
  return entries;
}

function parseJson(text: string): unknown {
  if (!text.startsWith('[')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function dutch(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `het veld ${issue.keys.map((key) => `'${key}'`).join(', ')} bestaat niet; kies uit ${Object.keys(Entry.shape).join(', ')}`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return 'hier hoort een term met zijn velden te staan';
  const field = issue.path[1];
  return field === undefined ? issue.message : `bij '${String(field)}': ${issue.message}`;
}

interface Conflict {
  path: (string | number)[];
  reason: string;
}

/** What is wrong between entries: a term twice, a name or abbreviation with two meanings, a relation to nothing. */
function conflicts(entries: readonly GlossaryEntry[]): Conflict[] {
  const found: Conflict[] = [];
  const form = (text: string) =>
    phraseWords(text)
      .map(({ word }) => word)
      .join(' ');
  const termAt = new Map<string, number>();
  for (const [at, { term }] of entries.entries()) {
    if (termAt.has(form(term)))
      found.push({ path: [at, 'term'], reason: `de term '${term}' staat er twee keer in; voeg de twee samen` });
    else termAt.set(form(term), at);
  }

  const abbreviationOf = new Map<string, number>();
  for (const [at, entry] of entries.entries()) {
    for (const field of ['abbreviations', 'exactAbbreviations'] as const) {
      for (const [order, text] of entry[field].entries()) {
        const other = abbreviationOf.get(form(text));
        if (other === undefined) abbreviationOf.set(form(text), at);
        else if (other !== at) {
          const reason = `de afkorting '${text}' hoort al bij '${entries[other]?.term}'; een afkorting wijst naar één term`;
          found.push({ path: [at, field, order], reason });
        }
      }
    }
  }

  for (const [at, entry] of entries.entries()) {
    for (const [order, name] of entry.alsoKnownAs.entries()) {
      const other = termAt.get(form(name));
      if (other === undefined || other === at) continue;
      found.push({ path: [at, 'alsoKnownAs', order], reason: `'${name}' is zelf een term; noem haar bij 'related'` });
    }
    for (const [order, name] of entry.related.entries()) {
      if (termAt.has(form(name))) continue;
      found.push({
        path: [at, 'related', order],
        reason: `'${name}' is geen term van deze lijst; schrijf haar zoals bij 'term'`,
      });
    }
  }
  return found;
}
