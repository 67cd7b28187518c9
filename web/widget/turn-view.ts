import type { Citation } from '../../server/contract.ts';
import { answerProse, answerRest, answerTitle, type AnswerViewOptions } from '../../server/views/answer-view.ts';
import { icon } from '../../server/views/icons.ts';
import { h, type ViewElement } from '../../server/views/view.ts';
import { el, fillElement, prefixLinks } from '../dom.ts';
import { chat, errors } from '../../server/views/labels.ts';
import { feedbackForm } from './feedback-form.ts';
import { hasAnswer, turnParts, type Turn } from './turn.ts';

export interface TurnHandlers {
  /** Address of the server, before links to the sources. */
  server: string;
  onCitation: (turn: Turn, citation: Citation, opener: HTMLElement) => void;
  onRetry: (turn: Turn) => void;
  onCopy: (turn: Turn) => void;
  onFeedback: (turn: Turn, verdict: 'goed' | 'fout', reason?: string) => Promise<boolean>;
}

/** The question is a heading of the second level. */
const headingLevel = 3;

/** One question with its answer. Parts are replaced as a whole, so that a page translated by the browser stays whole. */
export class TurnView {
  readonly element: HTMLElement;
  readonly #turn: Turn;
  readonly #handlers: TurnHandlers;
  readonly #head = el('div', { class: 'answer-head' });
  readonly #text = el('div', { class: 'prose', part: 'answer' });
  readonly #note = el('div', { class: 'turn-note' });
  readonly #viewOptions: AnswerViewOptions;
  #slow = false;
  readonly #rest = el('div', { class: 'answer-rest' });

  constructor(turn: Turn, handlers: TurnHandlers) {
    this.#turn = turn;
    this.#handlers = handlers;
    this.#viewOptions = { headingLevel, id: turn.id, marker, opener };
    this.element = el('article', { class: 'turn', 'aria-labelledby': `question-${turn.id}` }, [
      el('h2', { id: `question-${turn.id}`, class: 'question', part: 'question', tabindex: -1 }, [
        el('span', { class: 'visually-hidden' }, `${chat.you}: `),
        el('span', {}, turn.question),
      ]),
      this.#head,
      this.#text,
      this.#note,
      this.#rest,
    ]);
    this.update();
  }

  /** Shows the turn as it is now. */
  update(): void {
    const { state, answer } = this.#turn;
    this.element.dataset['state'] = state;
    this.element.dataset['outcome'] = state === 'done' ? (answer?.outcome ?? 'beantwoord') : '';
    if (state === 'busy') this.element.setAttribute('aria-busy', 'true');
    else this.element.removeAttribute('aria-busy');
    const parts = turnParts(this.#turn);
    fillElement(this.#head, answerTitle(parts, headingLevel));
    fillElement(this.#text, ...answerProse(parts, this.#viewOptions));
    prefixLinks(this.#text, this.#handlers.server);
    if (state !== 'busy') this.#slow = false;
    fillElement(this.#note, this.#stateNote(), this.#slow && el('p', { class: 'slow' }, [icon('clock'), chat.slow]));
    fillElement(this.#rest, ...answerRest(parts, this.#viewOptions), state === 'done' && this.#actions());
    for (const opener of this.element.querySelectorAll<HTMLButtonElement>('button[data-n]')) {
      opener.addEventListener('click', () => this.#open(Number(opener.dataset['n']), opener));
    }
  }

  /** Says below the running answer that it takes long. */
  showSlow(): void {
    this.#slow = true;
    this.update();
  }

  /** Says beside the copy button what came of it. */
  showCopied(message: string): void {
    const place = this.#rest.querySelector('.copied');
    if (place) place.textContent = message;
  }

  /** Replaces the words of the error that stands here. */
  showError(message: string): void {
    const place = this.#note.querySelector('.failed-text');
    if (place) place.textContent = message;
  }

  #open(n: number, opener: HTMLElement): void {
    const citation = this.#turn.citations.find((candidate) => candidate.n === n);
    if (citation !== undefined) this.#handlers.onCitation(this.#turn, citation, opener);
  }

  #stateNote(): HTMLElement | undefined {
    const { state, status, error } = this.#turn;
    const retry = (): HTMLElement =>
      el('button', { type: 'button', class: 'retry' }, [icon('again'), errors.retry], { click: () => this.#handlers.onRetry(this.#turn) });
    switch (state) {
      case 'busy':
        return el('p', { class: 'working' }, [el('span', { class: 'dots', 'aria-hidden': 'true' }, [el('span'), el('span'), el('span')]), hasAnswer(this.#turn) ? chat.writing : status || chat.busy]);
      case 'stopped':
        return el('p', { class: 'ended' }, [chat.stopped, retry()]);
      case 'interrupted':
        return el('p', { class: 'ended' }, [chat.interrupted, retry()]);
      case 'failed':
        return el('div', { class: 'failed' }, [el('h3', {}, [icon('warning'), errors.title]), el('p', { class: 'failed-text' }, error ?? errors.server), retry()]);
      default:
        return undefined;
    }
  }

  #actions(): HTMLElement {
    return el('div', { class: 'actions' }, [
      el('button', { type: 'button', class: 'quiet' }, [icon('copy'), this.#turn.citations.length > 0 ? chat.copy : chat.copyPlain], { click: () => this.#handlers.onCopy(this.#turn) }),
      el('span', { class: 'copied' }),
      feedbackForm(this.#turn, this.#handlers.onFeedback),
    ]);
  }
}

function marker({ n }: Citation, label: string): ViewElement {
  return h('button', { type: 'button', class: 'marker', part: 'marker', 'data-n': n, 'aria-label': label }, String(n));
}

function opener({ n }: Citation, label: string): ViewElement {
  return h('button', { type: 'button', class: 'show-source', 'data-n': n, 'aria-label': label }, chat.showInSource, icon('next'));
}
