import type { Citation } from '../../server/contract.ts';
import { answerView, isOwnPage } from '../../server/views/answer-view.ts';
import { citationFacts, markerLabel, quoteView, shortTitle, sourceBadges, standsIn } from '../../server/views/citation-view.ts';
import { icon } from '../../server/views/icons.ts';
import { noticesView } from '../../server/views/notices-view.ts';
import { el, fillElement, prefixLinks, toDom } from '../dom.ts';
import { chat, errors } from '../../server/views/labels.ts';
import type { Turn } from './conversation.ts';
import { feedbackForm } from './feedback-form.ts';

export interface TurnHandlers {
  /** Address of the server, before links to the sources. */
  server: string;
  onCitation: (turn: Turn, citation: Citation, opener: HTMLElement) => void;
  onRetry: (turn: Turn) => void;
  onCopy: (turn: Turn) => void;
  onFeedback: (turn: Turn, verdict: 'goed' | 'fout', reason?: string) => Promise<boolean>;
}

/** One question with its answer. Parts are replaced as a whole, so that a page translated by the browser stays whole. */
export class TurnView {
  readonly element: HTMLElement;
  readonly #turn: Turn;
  readonly #handlers: TurnHandlers;
  readonly #head = el('div', { class: 'answer-head' });
  readonly #text = el('div', { class: 'prose', part: 'answer' });
  readonly #note = el('div', { class: 'turn-note' });
  #slow = false;
  readonly #rest = el('div', { class: 'answer-rest' });

  constructor(turn: Turn, handlers: TurnHandlers) {
    this.#turn = turn;
    this.#handlers = handlers;
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
    const { state, answer, text } = this.#turn;
    this.element.dataset['state'] = state;
    this.element.dataset['outcome'] = state === 'done' ? (answer?.outcome ?? 'beantwoord') : '';
    if (state === 'busy') this.element.setAttribute('aria-busy', 'true');
    else this.element.removeAttribute('aria-busy');
    fillElement(this.#head, outcomeTitle(this.#turn));
    fillElement(
      this.#text,
      ...answerView(text, {
        headingLevel: 3,
        marker: (n) => {
          const citation = this.#turn.citations.find((candidate) => candidate.n === n);
          return citation && { tag: 'button', attributes: { type: 'button', class: 'marker', part: 'marker', 'data-n': String(n), 'aria-label': markerLabel(citation) }, children: [String(n)] };
        },
        allowsAddress: (address) => isOwnPage(address) || this.#turn.citations.some(({ quote }) => quote.includes(address)),
      }),
    );
    prefixLinks(this.#text, this.#handlers.server);
    for (const marker of this.#text.querySelectorAll<HTMLButtonElement>('.marker')) {
      marker.addEventListener('click', () => this.#open(Number(marker.dataset['n']), marker));
    }
    if (state !== 'busy') this.#slow = false;
    fillElement(this.#note, this.#stateNote(), this.#slow && el('p', { class: 'slow' }, [icon('clock'), chat.slow]));
    fillElement(this.#rest, ...(state === 'done' ? this.#afterAnswer() : []));
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
    const { state, text, status, error } = this.#turn;
    const retry = (): HTMLElement =>
      el('button', { type: 'button', class: 'retry' }, [icon('again'), errors.retry], { click: () => this.#handlers.onRetry(this.#turn) });
    switch (state) {
      case 'busy':
        return el('p', { class: 'working' }, [el('span', { class: 'dots', 'aria-hidden': 'true' }, [el('span'), el('span'), el('span')]), text === '' ? status || chat.busy : chat.writing]);
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

  #afterAnswer(): HTMLElement[] {
    const { citations, answer } = this.#turn;
    return [
      ...noticesView(answer?.notices ?? [], 3).map((view) => toDom(view) as HTMLElement),
      citations.length > 0 && this.#sourceList(),
      citations.length > 0 && el('p', { class: 'how-made' }, [icon('info'), answer?.mode === 'llm' ? chat.modeModel : chat.modeExtractive]),
      this.#actions(),
    ].filter((part) => part !== false && part !== undefined);
  }

  #sourceList(): HTMLElement {
    const id = `sources-${this.#turn.id}`;
    return el('div', { class: 'sources', role: 'group', 'aria-labelledby': id }, [
      el('h3', { id, class: 'small-heading' }, chat.sources),
      el('ol', { role: 'list' }, this.#turn.citations.map((citation) => this.#sourceItem(citation))),
    ]);
  }

  #sourceItem(citation: Citation): HTMLElement {
    const label = `${chat.showInSource}: ${markerLabel(citation)}`;
    const open = el('button', { type: 'button', class: 'show-source', 'aria-label': label, 'data-n': citation.n }, [chat.showInSource, icon('next')], {
      click: () => this.#open(citation.n, open),
    });
    return el('li', { class: 'source-item', part: 'source' }, [
      el('span', { class: 'source-number', 'aria-hidden': 'true' }, String(citation.n)),
      el('div', { class: 'source-body' }, [
        el('p', { class: 'source-title' }, [el('span', {}, shortTitle(citation.title)), sourceBadges(citation)]),
        citationFacts(citation),
        !standsIn(this.#turn.text, citation.quote) && quoteView(citation.quote),
        open,
      ]),
    ]);
  }

  #actions(): HTMLElement {
    return el('div', { class: 'actions' }, [
      el('button', { type: 'button', class: 'quiet' }, [icon('copy'), this.#turn.citations.length > 0 ? chat.copy : chat.copyPlain], { click: () => this.#handlers.onCopy(this.#turn) }),
      el('span', { class: 'copied' }),
      feedbackForm(this.#turn, this.#handlers.onFeedback),
    ]);
  }
}

/** "Not in the sources" and "partly" look different from an answer; a full answer needs no title. */
function outcomeTitle({ state, answer }: Turn): HTMLElement | undefined {
  if (state !== 'done') return undefined;
  if (answer?.outcome === 'niet-in-bronnen') return el('h3', { class: 'outcome' }, [icon('compass'), chat.notFoundTitle]);
  if (answer?.outcome === 'deels') return el('h3', { class: 'outcome' }, [icon('info'), chat.partlyTitle]);
  return undefined;
}
