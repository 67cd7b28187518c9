import type { Answer, Block, Citation } from '../../server/contract.ts';
import { answerParts, type AnswerParts } from '../../server/views/answer-parts.ts';

export type TurnState = 'busy' | 'done' | 'stopped' | 'interrupted' | 'failed';

/** As `/api/v1/ask` takes them. */
export type Facts = Readonly<Record<string, string | boolean | null>>;

/** One question with what came of it. */
export interface Turn {
  id: string;
  question: string;
  /** The asker said so of a question that looks like one about a patient. */
  notAboutPatient?: true | undefined;
  /** Facts that went along: all that were tapped in the conversation so far, with `null` for what was taken away. */
  facts?: Facts | undefined;
  /** What was answered to the question that this answer asks back. */
  reply?: string | undefined;
  /** What is known was wanted before that question. */
  isAskedLater?: boolean | undefined;
  state: TurnState;
  /** The answer as Markdown, for later questions to take along; shown only where there are no blocks. */
  text: string;
  /** The answer as data, as far as it has come; absent where a server or an older version gave none. */
  blocks?: Block[] | undefined;
  citations: Citation[];
  /** What the server says it is doing, until text arrives. */
  status?: string | undefined;
  answer?: Pick<Answer, 'id' | 'outcome' | 'abstained' | 'mode' | 'routes' | 'notices' | 'language' | 'suggestions'> | undefined;
  error?: string | undefined;
  /** The day on which the server compared the quotes with their documents (YYYY-MM-DD). */
  checkedOn?: string | undefined;
  feedback?: 'goed' | 'fout' | undefined;
}

/** Whether there is anything of an answer yet. */
export const hasAnswer = ({ text, blocks }: Turn): boolean => text !== '' || (blocks ?? []).length > 0;

/** What a turn says so far, in words; what stands below an answer only once it is whole. */
export function turnParts({ state, text, blocks, citations, answer }: Turn): AnswerParts {
  const { notices = [], outcome, mode, language, suggestions } = answer ?? {};
  const parts = answerParts({ answer: text, blocks, citations, notices, outcome, mode, language, suggestions });
  if (state === 'done') return parts;
  const { kind, body, title } = parts;
  return { kind, body, language: parts.language, ...(title !== undefined && { title }), notices: [], terms: [], sources: [], suggestions: [] };
}

type CounterQuestion = NonNullable<Extract<Block, { type: 'situation' }>['ask']>;

/** What a whole answer asks back. */
export function askedBack({ state, blocks = [] }: Turn): CounterQuestion | undefined {
  return state === 'done' ? blocks.find((block) => block.type === 'situation')?.ask : undefined;
}

/** A turn as it was stored, if it can be shown: in a tab's storage anything may stand. */
export function storedTurn(value: unknown): Turn | undefined {
  if (!isTurn(value)) return undefined;
  const turn: Turn = value.state === 'busy' ? { ...value, state: 'interrupted' } : value;
  try {
    turnParts(turn);
    return turn;
  } catch {
    return { ...turn, blocks: undefined };
  }
}

function isTurn(value: unknown): value is Turn {
  if (!isRecord(value)) return false;
  const { id, question, text, state, citations, blocks = [], answer = {}, facts = {}, reply = '', checkedOn = '' } = value;
  return (
    [id, question, text, state, reply, checkedOn].every((field) => typeof field === 'string') &&
    [citations, blocks].every((list) => Array.isArray(list) && list.every(isFlat)) &&
    isRecord(facts) && Object.values(facts).every((fact) => !Array.isArray(fact) && isSimple(fact)) &&
    isRecord(answer) && ['notices', 'suggestions', 'language'].every((field) => isSimple(answer[field] ?? []))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts and numbers, alone or in a list: nothing that could be taken for a part of a page. */
const isSimple = (value: unknown): boolean => (Array.isArray(value) ? value.every(isSimple) : typeof value !== 'object' || value === null);

/** Fields of a block that hold records: the parts of a refusal, the rows and cells of a table, what was understood of a situation, its routes and what it asks back. */
const NESTS: ReadonlySet<string> = new Set(['nearest', 'near', 'turnTo', 'rows', 'cells', 'facts', 'routes', 'ask', 'choices']);

/** A record of those; in the fields above also records of such, alone or in a list. */
const isFlat = (value: unknown): boolean =>
  isRecord(value) && Object.entries(value).every(([name, field]) => isSimple(field) || (NESTS.has(name) && (Array.isArray(field) ? field.every(isFlat) : isFlat(field))));
