import { AskRequest } from '../../../contract.ts';
import { BadInputError, NotFoundError } from '../../../errors.ts';
import { findPatientData, refusePatientData } from '../../../privacy/patient-data.ts';
import { parse } from '../../parse.ts';
import type { Ignored } from './chat-completion.ts';
import { MODEL, type ChatRequest, type Message } from './chat-request.ts';
import { withoutSources } from './message-text.ts';

export interface Conversation {
  /** As it was sent: also what a client wants to be done with a conversation. */
  last: string;
  request: () => AskRequest;
  ignored: Ignored[];
}

/** As many earlier turns as the API takes, and of each as much. */
const MOST_TURNS = 20;
const MOST_CHARACTERS = 8000;

/** Settings of a language model that clients send with every request. */
const SETTINGS = ['temperature', 'top_p', 'max_tokens', 'max_completion_tokens', 'stop', 'seed', 'presence_penalty', 'frequency_penalty', 'logit_bias', 'reasoning_effort', 'verbosity'];

/**
 * Reads what a client of OpenAI sends as a conversation with this assistant.
 * @throws BadInputError for what an answer without it would be wrong about: images, tools, another form of answer
 */
export function readConversation(chat: ChatRequest): Conversation {
  refuseWhatCannotBe(chat);
  const texts = chat.messages.map((message, index) => textOf(message, index));
  const lastIndex = chat.messages.findLastIndex(({ role }) => !isInstruction(role));
  const last = chat.messages[lastIndex];
  if (last?.role !== 'user') throw fault('messages', 'Het laatste bericht moet een vraag zijn, met role user.');
  const ignored: Ignored[] = chat.messages.flatMap(({ role }, index) =>
    isInstruction(role) ? [{ param: `messages[${index}]`, message: 'Een systeemopdracht verandert het antwoord niet: dat komt alleen uit de bronnen.' }] : [],
  );
  const settings = SETTINGS.filter((name) => chat[name] !== undefined && chat[name] !== null);
  ignored.push(...settings.map((param) => ({ param, message: 'Deze instelling van een taalmodel doet hier niets.' })));
  const question = texts[lastIndex] ?? '';
  const history = historyOf(chat.messages.slice(0, lastIndex), texts, ignored);
  return { last: question, request: () => requestOf(question, history, lastIndex), ignored };
}

function refuseWhatCannotBe(chat: ChatRequest): void {
  if (chat.model !== MODEL) throw new ModelNotFoundError();
  for (const name of ['tools', 'functions']) {
    if (Array.isArray(chat[name]) && chat[name].length > 0) throw fault(name, 'Deze assistent gebruikt geen tools. Voor programma’s die dat willen is er /mcp.');
  }
  const format = (Object(chat['response_format']) as { type?: unknown }).type;
  if (format !== undefined && format !== 'text') throw fault('response_format', 'Deze assistent antwoordt in Markdown. Voor gegevens als JSON is er /api/v1/ask.');
  if (typeof chat['n'] === 'number' && chat['n'] !== 1) throw fault('n', 'Deze assistent geeft één antwoord.');
  const modalities = chat['modalities'];
  if (Array.isArray(modalities) && modalities.some((one) => one !== 'text')) throw fault('modalities', 'Deze assistent antwoordt met tekst.');
}

function textOf({ role, content }: Message, index: number): string {
  if (role === 'tool' || role === 'function') throw fault(`messages[${index}].role`, 'Deze assistent gebruikt geen tools. Stuur alleen berichten van user en assistant.');
  if (content === null || content === undefined || typeof content === 'string') return content ?? '';
  const other = content.findIndex(({ type, text }) => type !== 'text' || text === undefined);
  if (other >= 0) throw fault(`messages[${index}].content[${other}]`, 'Deze assistent leest alleen tekst, geen beeld, geluid of bestanden.');
  return content.map(({ text = '' }) => text).join('\n');
}

/** Earlier turns; a turn with patient data is left out, with a word: clients send it again with every next question. */
function historyOf(earlier: readonly Message[], texts: readonly string[], ignored: Ignored[]): NonNullable<AskRequest['history']> {
  const turns = earlier.flatMap(({ role }, index) => {
    const content = texts[index] ?? '';
    if ((role !== 'user' && role !== 'assistant') || content.trim() === '') return [];
    if (role === 'user' && findPatientData(content).length > 0) {
      ignored.push({ param: `messages[${index}]`, message: 'Dit bericht lijkt gegevens van een patiënt te bevatten. Het is niet gebruikt.' });
      return [];
    }
    return [{ role, content: [...(role === 'assistant' ? withoutSources(content) : content)].slice(0, MOST_CHARACTERS).join('') }];
  });
  return turns.slice(-MOST_TURNS);
}

function requestOf(question: string, history: NonNullable<AskRequest['history']>, index: number): AskRequest {
  refusePatientData(question);
  try {
    return parse(AskRequest, { question, ...(history.length > 0 && { history }) });
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    throw new BadInputError(error.message, error.faults.map(({ detail }) => ({ field: `messages[${index}].content`, detail })));
  }
}

const isInstruction = (role: Message['role']): boolean => role === 'system' || role === 'developer';

const fault = (field: string, detail: string): BadInputError => new BadInputError(`${field}: ${detail}`, [{ field, detail }]);

class ModelNotFoundError extends NotFoundError {
  constructor() {
    super(`Dit model is er niet. Gebruik ${MODEL}.`);
  }
}
