import { today } from '../../server/views/citation-view.ts';
import { errors } from '../../server/views/labels.ts';
import { ApiError, type Api } from './api.ts';
import type { Conversation } from './conversation.ts';
import { frameThrottled } from './frame-throttled.ts';
import { checkTurn } from './patient-data-check.ts';
import type { Turn } from './turn.ts';
import { watchWaiting } from './watch-waiting.ts';

export interface AskTurn {
  api: Api;
  conversation: Conversation;
  turn: Turn;
  signal: AbortSignal;
  /** The turn has changed and should be shown. */
  onChange: () => void;
  /** No answer yet, and it takes long. */
  onSlow: () => void;
}

/** Asks a turn's question and writes what comes into the turn. @returns the error, when there is one to show. */
export async function askTurn({ api, conversation, turn, signal, onChange, onSlow }: AskTurn): Promise<ApiError | undefined> {
  Object.assign(turn, { state: 'busy', text: '', blocks: undefined, citations: [], answer: undefined, checkedOn: undefined, error: undefined, status: undefined, reply: undefined, isAskedLater: undefined, feedback: undefined } satisfies Partial<Turn>);
  const update = frameThrottled(onChange);
  const waiting = watchWaiting(onSlow);
  const history = conversation.historyBefore(turn);
  try {
    await checkTurn(turn);
    const answer = await api.ask(
      { question: turn.question, ...(history.length > 0 ? { history } : {}), ...(turn.facts && { facts: turn.facts }), ...(conversation.isNotAboutPatient(turn) && { notAboutPatient: true }) },
      {
        signal,
        onStatus: (status) => update(() => (turn.status = status)),
        onCitations: (citations) => update(() => (turn.citations = citations)),
        onBlock: (block) => update(() => (turn.blocks = [...(turn.blocks ?? []), block])),
        onDelta: (text) => turn.blocks ?? update(() => (turn.text += text)),
      },
    );
    const { id, outcome, abstained, mode, routes, notices, citations, blocks, language, suggestions } = answer;
    Object.assign(turn, { state: 'done', checkedOn: today(), text: answer.answer, blocks, citations, answer: { id, outcome, abstained, mode, routes, notices, ...(language && { language }), ...(suggestions && { suggestions }) } } satisfies Partial<Turn>);
    return undefined;
  } catch (error) {
    if (signal.aborted) {
      turn.state = 'stopped';
      return undefined;
    }
    const known = error instanceof ApiError ? withoutFacts(error, turn) : new ApiError('broken', errors.broken);
    Object.assign(turn, { state: 'failed', error: known.message } satisfies Partial<Turn>);
    return known;
  } finally {
    waiting.stop();
    update.cancel();
  }
}

/** An answer of an older conversation may be to a question that is asked no more: without it the next try goes well. */
function withoutFacts(error: ApiError, turn: Turn): ApiError {
  const at = error.fields.flatMap((field) => (field.startsWith('facts.') ? [field.slice('facts.'.length)] : []));
  if (error.kind !== 'refused' || at.length === 0) return error;
  turn.facts = Object.fromEntries(Object.entries(turn.facts ?? {}).filter(([id]) => !at.includes(id)));
  return new ApiError('refused', errors.factsRefused);
}
