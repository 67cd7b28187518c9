import type { SourceMetadata } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import type { SourceKind } from '../../server/corpus/kinds.ts';
import { kindsOf, sourceSchema, statusesOf } from '../sources.ts';

/** Asks one question; an empty answer takes the proposal. */
export type Ask = (question: string, proposal: string | undefined) => Promise<string>;

/** Parts with a voice of their own are written in sources.yaml by hand. */
type Field = Exclude<keyof SourceMetadata, 'sha256' | 'file' | 'parts'>;

const QUESTIONS: Record<Field, string> = {
  id: 'Vaste naam (id), kleine letters met streepjes',
  title: 'Titel',
  shortTitle: 'Korte naam met lidwoord, zoals in een zin (de handleiding)',
  publisher: 'Uitgever',
  published: 'Datum (JJJJ-MM-DD, JJJJ-MM, JJJJ) of in woorden als er geen datum staat',
  supersededOn: 'Vanaf wanneer het niet meer geldt (JJJJ-MM-DD, JJJJ-MM, JJJJ; leeg als het geldt)',
  supersededBy: 'Wat ervoor in de plaats kwam, met lidwoord (de Jeugdwet; mag leeg blijven)',
  kind: 'Soort',
  status: 'Wat naast een citaat staat',
  authority: 'Rang onder bronnen die hetzelfde zeggen (1 gaat voor)',
  address: 'Adres van het origineel (leeg als de bron het niet noemt)',
  subject: 'Onderwerp in enkele trefwoorden (mag leeg blijven)',
  licence: 'Licentie of rechten',
};
const FIELDS = Object.keys(QUESTIONS) as Field[];
const OPTIONAL = new Set<Field>(['supersededOn', 'supersededBy', 'address', 'subject']);

/** What a document may be, and what is there already. */
export interface Known {
  sources: readonly SourceMetadata[];
  kinds: readonly SourceKind[];
}

/**
 * Completes the proposal by asking, or takes it as it is when nobody can be asked.
 * @throws DocumentError naming every field that is missing or wrong
 */
export async function askMetadata(
  proposal: Partial<Record<Field, string | number>> & { file: string; sha256: string },
  given: Partial<Record<Field, string>>,
  known: Known,
  ask: Ask | undefined,
): Promise<SourceMetadata> {
  const extension = proposal.file.slice(proposal.file.lastIndexOf('.'));
  const values: Record<string, unknown> = { ...proposal };
  for (const field of FIELDS) {
    if (given[field] !== undefined || !ask) continue;
    if (field === 'supersededBy' && !values['supersededOn']) continue;
    values[field] = await askField(field, values[field], ask, known);
  }
  for (const field of OPTIONAL) if (values[field] === '' || values[field] === undefined) delete values[field];
  if (typeof values['authority'] === 'string') values['authority'] = Number(values['authority']);
  values['file'] = `${String(values['id'])}${extension}`;

  const parsed = sourceSchema(known.kinds).safeParse(inOrder(values));
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `- ${issue.message}`);
  if (known.sources.some((source) => source.id === values['id'])) faults.push(`- Het id "${String(values['id'])}" bestaat al. Kies een ander id.`);
  if (!parsed.success || faults.length > 0) {
    throw new DocumentError(`Het document is niet toegevoegd. Vul aan of verbeter:\n${faults.join('\n')}`);
  }
  return parsed.data;
}

async function askField(field: Field, proposal: unknown, ask: Ask, known: Known): Promise<string | number | undefined> {
  const proposed = proposal === undefined ? undefined : String(proposal);
  const wording = questionOf(field, known.kinds);
  let question = wording;
  for (;;) {
    const answer = (await ask(question, proposed)).trim() || proposed || '';
    const fault = faultOf(field, answer, known);
    if (!fault) return answer;
    question = `${fault} ${wording}`;
  }
}

function questionOf(field: Field, kinds: readonly SourceKind[]): string {
  const choices = field === 'kind' ? kindsOf(kinds) : field === 'status' ? statusesOf(kinds) : [];
  return choices.length === 0 ? QUESTIONS[field] : `${QUESTIONS[field]} (${choices.join(', ')})`;
}

function faultOf(field: Field, answer: string, { sources, kinds }: Known): string | undefined {
  if (answer === '' && OPTIONAL.has(field)) return undefined;
  if (field === 'id' && sources.some((source) => source.id === answer)) return 'Dit id bestaat al.';
  const value = field === 'authority' ? Number(answer) : answer;
  const result = sourceSchema(kinds).safeParse({ [field]: value });
  return result.error?.issues.find((issue) => issue.path[0] === field)?.message;
}

/** The fields in the order in which the file has them. */
function inOrder(values: Record<string, unknown>): Record<string, unknown> {
  const order = ['id', 'title', 'shortTitle', 'publisher', 'published', 'supersededOn', 'supersededBy', 'kind', 'status', 'authority', 'file', 'subject', 'address', 'licence', 'sha256'];
  return Object.fromEntries(order.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));
}
