import type { Grade } from './scale.ts';

/** What a domain expert writes where an answer falls short. */
export interface Correction {
  /** The right answer, empty where nobody has said it yet; with `abstain`: what the sources do not give. */
  text: string;
  /** The sources do not answer the question. */
  abstain: boolean;
  /** One of the marked sentences suffices, or the answer needs all of them. */
  needs: 'one' | 'all';
  evidence: { documentId: string; quote: string }[];
}

/** What a reader wrote about one answer. */
export interface Entry {
  grade?: Grade;
  remark?: string;
  correction?: Correction;
}

/** What is known of the question that was corrected; a blind reader knows only the first two. */
export interface Corrected {
  question: string;
  history: readonly { role: string; content: string }[];
  type?: string;
  group?: string;
  topic?: string;
  routes?: readonly string[];
  /** The case that it came from. */
  from?: string;
}

/**
 * A case in the form of `eval/cases/*.yaml` that a person still has to look at: the frozen half is not for those who saw
 * answers, so it is one of the tune half. Pure: the page makes it too.
 */
export function draftCase({ text, abstain, needs, evidence }: Correction, asked: Corrected, { key, reader }: { key: string; reader: string }): string {
  const { question, history, from } = asked;
  // A string of JSON is a string of YAML.
  const say = (value: unknown): string => JSON.stringify(value);
  const quotes = evidence.map(({ documentId, quote }) => `        - { documentId: ${say(documentId)}, quote: ${say(quote)} }`);
  const items = needs === 'all' ? quotes.map((quote) => [quote]) : quotes.length > 0 ? [quotes] : [];
  const proof = abstain || items.length === 0 ? [] : ['  evidence:', ...items.flatMap((item) => ['    - anyOf:', ...item])];
  return [
    `# Concept van ${oneLine(reader)}, gemaakt bij het lezen van een antwoord${from === undefined ? '' : ` op ${from}`}. Loop het na, vul keyFacts aan en kies een id.`,
    ...(from?.startsWith('test-') ? [`# De vraag staat ook in de bevroren helft. Verbeter ${from} daar, of haal haar daar weg: een vraag hoort in één helft.`] : []),
    `- id: tune-lezer-${slug(reader)}-${key}`,
    `  question: ${say(question)}`,
    `  type: ${typeOf(asked, abstain)}`,
    `  group: ${asked.group ?? 'clinician'}`,
    `  topic: ${say(asked.topic ?? 'lezing')}`,
    `  author: ${say(reader)}`,
    '  hand: { wrote: person, seen: [answers] }',
    ...(history.length > 0 ? ['  history:', ...history.map(({ role, content }) => `    - { role: ${role}, content: ${say(content)} }`)] : []),
    ...proof,
    '  keyFacts: []',
    `  routes: [${(abstain ? [] : (asked.routes ?? [])).join(', ')}]`,
    `  abstain: ${abstain}`,
    ...(abstain ? [`  why: ${say(text)}`] : text === '' ? [] : [`  gold: ${say(text)}`]),
    '',
  ].join('\n');
}

/** That of the question, unless the correction turns it round; a situation needs facts that a correction does not have. */
function typeOf({ type, history }: Corrected, abstain: boolean): string {
  const refuses = type !== undefined && ['unanswerable', 'out-of-scope', 'adversarial'].includes(type);
  if (type !== undefined && type !== 'situation' && refuses === abstain) return type;
  return abstain ? 'unanswerable' : history.length > 0 ? 'follow-up' : 'fact';
}

/** As a part of an id or of a file's name. */
export const slug = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'lezer';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
