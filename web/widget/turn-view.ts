import type { Citation, Place } from '../../server/contract.ts';
import { answerProse, answerRest, answerTitle, type AnswerViewOptions } from '../../server/views/answer-view.ts';
import type { AnswerParts } from '../../server/views/answer-parts.ts';
import { answerWords } from '../../server/views/answer-words.ts';
import { icon } from '../../server/views/icons.ts';
import { chat, errors } from '../../server/views/labels.ts';
import { h, type ViewElement } from '../../server/views/view.ts';
import { el, fillElement, prefixLinks } from '../dom.ts';
import { feedbackForm } from './feedback-form.ts';
import type { Feedback, Sent } from './feedback.ts';
import { hasAnswer, turnParts, type Turn } from './turn.ts';

export interface TurnHandlers {
  /** Address of the server, before links to the sources. */
  server: string;
  onCitation: (turn: Turn, citation: Citation, opener: HTMLElement) => void;
  onPlace: (place: Place, opener: HTMLElement) => void;
  /** A question that the answer suggests. */
  onAsk: (question: string) => void;
  /** A choice to what the answer asks back. */
  onReply: (turn: Turn, value: string) => void;
  /** A fact that was understood is not so. */
  onRemove: (turn: Turn, factId: string) => void;
  /** What is known is wanted before the question is answered. */
  onAskLater: (turn: Turn) => void;
  onRetry: (turn: Turn) => void;
  onCopy: (turn: Turn) => void;
  onLink: (turn: Turn) => void;
  onFeedback: (turn: Turn, feedback: Feedback) => Promise<Sent>;
}

/** The question is a heading of the second level. */
const headingLevel = 3;

/** One question with its answer. Parts are replaced as a whole, so that a page translated by the browser stays whole. */
export class TurnView {
  readonly element: HTMLElement;
  readonly #turn: Turn;
  readonly #handlers: TurnHandlers;
  readonly #heading = el('h3', { class: 'answer-heading', tabindex: -1, hidden: true }, answerWords.nl.answer);
  readonly #head = el('div', { class: 'answer-head' });
  readonly #text = el('div', { class: 'prose', part: 'answer' });
  readonly #note = el('div', { class: 'turn-note' });
  readonly #viewOptions: Omit<AnswerViewOptions, 'situation'>;
  #isLast = true;
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
      this.#heading,
      this.#head,
      this.#text,
      this.#note,
      this.#rest,
    ]);
    this.element.addEventListener('click', (event) => this.#clicked(event));
    this.update();
  }

  /** Shows the turn as it is now. */
  update(): void {
    const { state } = this.#turn;
    const parts = turnParts(this.#turn);
    this.element.dataset['state'] = state;
    this.element.dataset['kind'] = hasAnswer(this.#turn) ? parts.kind : '';
    if (state === 'busy') this.element.setAttribute('aria-busy', 'true');
    else this.element.removeAttribute('aria-busy');
    this.#heading.hidden = !hasAnswer(this.#turn);
    fillElement(this.#head, answerTitle(parts, headingLevel));
    this.#showProse(parts);
    if (state !== 'busy') this.#slow = false;
    fillElement(this.#note, this.#stateNote(), this.#slow && el('p', { class: 'slow' }, [icon('clock'), chat.slow]));
    fillElement(this.#rest, ...answerRest(parts, this.#viewOptions), state === 'done' && parts.kind !== 'remark' && this.#actions());
    prefixLinks(this.element, this.#handlers.server);
  }

  /** Only the last answer can be replied to and corrected. */
  setLast(isLast: boolean): void {
    if (isLast === this.#isLast) return;
    this.#isLast = isLast;
    const parts = turnParts(this.#turn);
    if (!parts.body.some(({ type }) => type === 'facts' || type === 'ask')) return;
    this.#showProse(parts);
    prefixLinks(this.#text, this.#handlers.server);
  }

  #showProse(parts: AnswerParts): void {
    const { state, reply, isAskedLater } = this.#turn;
    const situation = { isOpen: this.#isLast && state === 'done', reply, isAskedLater };
    fillElement(this.#text, ...answerProse(parts, { ...this.#viewOptions, situation }));
  }

  /** Moves the focus to the question, from where reading goes on to the answer. */
  focusQuestion(): void {
    this.element.querySelector<HTMLElement>('.question')?.focus({ preventScroll: true });
  }

  /** Moves the focus to the answer, as far as it is there. */
  focusAnswer(): void {
    if (this.#heading.hidden) this.focusQuestion();
    else {
      this.#heading.classList.add('was-reached');
      this.#heading.focus();
    }
  }

  /** Says below the running answer that it takes long. */
  showSlow(): void {
    this.#slow = true;
    this.update();
  }

  /** Says beside the buttons what came of copying. */
  showCopied(message: string): void {
    const place = this.#rest.querySelector('.copied');
    if (place) place.textContent = message;
  }

  /** Replaces the words of the error that stands here. */
  showError(message: string): void {
    const place = this.#note.querySelector('.failed-text');
    if (place) place.textContent = message;
  }

  #clicked(event: MouseEvent): void {
    const target = (event.target as Element).closest<HTMLElement>('button[data-n], button[data-remove], button[data-choice], button[data-later], button[name="vraag"], a[data-place]');
    if (target === null) return;
    if (target.matches('a')) {
      const place = this.#turn.blocks?.find((block) => block.type === 'refusal')?.nearest;
      // A new tab or window is the reader's own choice.
      if (place === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#handlers.onPlace(place, target);
    } else if (target.matches('[name="vraag"]')) {
      event.preventDefault();
      this.#handlers.onAsk((target as HTMLButtonElement).value);
    } else if (target.dataset['remove'] !== undefined) {
      this.#handlers.onRemove(this.#turn, target.dataset['remove']);
    } else if (target.dataset['choice'] !== undefined) {
      this.#handlers.onReply(this.#turn, target.dataset['choice']);
    } else if (target.dataset['later'] !== undefined) {
      this.#handlers.onAskLater(this.#turn);
    } else {
      const citation = this.#turn.citations.find(({ n }) => n === Number(target.dataset['n']));
      if (citation !== undefined) this.#handlers.onCitation(this.#turn, citation, target);
    }
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
    const turn = this.#turn;
    return el('div', { class: 'actions' }, [
      el('button', { type: 'button', class: 'quiet' }, [icon('copy'), chat.copy], { click: () => this.#handlers.onCopy(turn) }),
      el('button', { type: 'button', class: 'quiet' }, [icon('link'), chat.link], { click: () => this.#handlers.onLink(turn) }),
      feedbackForm(turn, this.#handlers.onFeedback),
      el('span', { class: 'copied' }),
    ]);
  }
}

function marker({ n }: Citation, label: string): ViewElement {
  return h('button', { type: 'button', class: 'marker', part: 'marker', 'data-n': n, 'aria-label': label }, String(n));
}

function opener({ n }: Citation, label: string, text: string): ViewElement {
  return h('button', { type: 'button', class: 'show-source', 'data-n': n, 'aria-label': label }, text, icon('next'));
}
