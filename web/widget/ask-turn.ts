import { dayInAmsterdam } from '../../server/corpus/dates.ts';
import { errors } from '../../server/views/labels.ts';
import { ApiError, type Api } from './api.ts';
import type { Conversation } from './conversation.ts';
import { frameThrottled } from './frame-throttled.ts';
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
    Object.assign(turn, { state: 'done', checkedOn: dayInAmsterdam(new Date()), text: answer.answer, blocks, citations, answer: { id, outcome, abstained, mode, routes, notices, ...(language && { language }), ...(suggestions && { suggestions }) } } satisfies Partial<Turn>);
    return undefined;
  } catch (error) {
    if (signal.aborted) {
      turn.state = 'stopped';
      return undefined;
    }
    const known = error instanceof ApiError ? error : new ApiError('broken', errors.broken);
    Object.assign(turn, { state: 'failed', error: known.message } satisfies Partial<Turn>);
    return known;
  } finally {
    waiting.stop();
    update.cancel();
  }
}
