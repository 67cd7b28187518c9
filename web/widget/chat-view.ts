import type { Answer, Citation } from '../../server/contract.ts';
import { icon } from '../../server/reading/icons.ts';
import { quoteLink } from '../../server/reading/quote-link.ts';
import { el } from '../dom.ts';
import { announcements, chat, errors, fill } from '../labels.ts';
import { Announcer } from './announcer.ts';
import { Api, ApiError } from './api.ts';
import { Composer } from './composer.ts';
import { Conversation, type Turn } from './conversation.ts';
import { conversationMenu } from './conversation-menu.ts';
import { FollowScroll } from './follow-scroll.ts';
import { introSection } from './intro.ts';
import { loadConversationDocx } from './lazy.ts';
import { saveFile } from './save-file.ts';
import { SourcePanel } from './source-panel.ts';
import { answerText, conversationMarkdown } from './transcript.ts';
import { TurnView } from './turn-view.ts';
import { watchWaiting } from './watch-waiting.ts';

/** What happens in the chat, for the host page. No texts: what a user asks is not the host's business. */
export type ChatEvent =
  | { type: 'question'; detail: { id: string } }
  | { type: 'answer'; detail: { id: string; outcome: Answer['outcome']; citations: number } }
  | { type: 'error'; detail: { id: string; kind: string } };

export interface ChatOptions {
  server: string;
  page: boolean;
  /** What scrolls: the page itself in page mode, the frame elsewhere. */
  scroller: () => Element;
  onEvent: (event: ChatEvent) => void;
}

/** The conversation with everything around it: introduction, turns, question field, source panel, live region. */
export class ChatView {
  readonly element: HTMLElement;
  readonly #options: ChatOptions;
  readonly #api: Api;
  readonly #conversation: Conversation;
  readonly #announcer = new Announcer();
  readonly #composer: Composer;
  readonly #panel: SourcePanel;
  readonly #follow: FollowScroll;
  readonly #turns = el('div', { class: 'turns' });
  readonly #views = new Map<string, TurnView>();
  /** With the introduction the page loses its visible title; who reads by headings still needs one. */
  readonly #title = el('h1', { class: 'visually-hidden' }, chat.title);
  readonly #intro: HTMLElement;
  readonly #offline = el('p', { class: 'offline', hidden: true }, [icon('offline'), errors.offlineShort]);
  readonly #toolbar: HTMLElement;
  readonly #foot: HTMLElement;
  #running: AbortController | undefined;

  constructor(options: ChatOptions) {
    this.#options = options;
    this.#api = new Api(options.server);
    this.#conversation = new Conversation(options.server);
    const say = (message: string): void => this.#announcer.say(message);
    this.#composer = new Composer({ onSend: (question) => this.ask(question), onStop: () => this.stop(), say });
    this.#panel = new SourcePanel({
      api: this.#api,
      say,
      hasRoom: () => options.page && matchMedia('(min-width: 68em)').matches,
      onToggle: (beside) => this.element.classList.toggle('with-source', beside),
      keepInPlace: (element, change) => this.#follow.keepInPlace(element, change),
    });
    this.#follow = new FollowScroll(options.scroller, () => this.#toolbar.offsetHeight);
    this.#intro = introSection({ page: options.page, server: options.server, onStart: (question) => this.ask(question) });
    this.#toolbar = conversationMenu({
      onMarkdown: () => this.#downloadMarkdown(),
      onWord: () => void this.#downloadWord(),
      onPrint: options.page ? () => print() : undefined,
      onNew: () => this.#clear(),
      onErase: () => this.#clear(chat.erased),
    });
    this.#foot = el('div', { class: 'foot' }, [this.#follow.button, this.#offline, this.#composer.element]);
    this.element = el('div', { class: 'chat' }, [
      el('div', { class: 'conversation' }, [
        this.#title,
        this.#toolbar,
        el('div', { class: 'log', role: 'region', 'aria-label': chat.conversation }, [this.#intro, this.#turns]),
        this.#foot,
      ]),
      this.#panel.element,
      this.#announcer.element,
    ]);
    this.element.addEventListener('focusin', ({ target }) => {
      // Text fields are scrolled to by their caret, which ignores the margins of the style sheet.
      requestAnimationFrame(() => this.#follow.uncover(target as Element, this.#foot));
    });
    for (const turn of this.#conversation.turns) this.#addView(turn);
    this.#showEmpty();
  }

  /** Called by the element when it is in the page; returns what undoes it. */
  connect(): () => void {
    const controller = new AbortController();
    const { signal } = controller;
    addEventListener('resize', () => this.#panel.adapt(), { signal });
    const showConnection = (): void => {
      this.#offline.hidden = navigator.onLine;
    };
    showConnection();
    addEventListener('online', showConnection, { signal });
    addEventListener(
      'offline',
      () => {
        showConnection();
        this.#announcer.say(errors.offlineShort);
      },
      { signal },
    );
    const target = this.#options.page ? document : this.#options.scroller();
    target.addEventListener('scroll', () => this.#follow.scrolled(), { signal, passive: true });
    return () => {
      controller.abort();
      this.stop();
    };
  }

  focusInput(): void {
    this.#composer.focus();
  }

  setText(text: string): void {
    this.#composer.text = text;
  }

  /** Asks a question, unless an answer is being made. */
  ask(question: string): void {
    if (this.#running !== undefined) return this.#announcer.say(chat.busyHint);
    this.#start(this.#conversation.add(question));
  }

  stop(): void {
    this.#running?.abort();
  }

  #start(turn: Turn): void {
    const view = this.#views.get(turn.id) ?? this.#addView(turn);
    Object.assign(turn, { state: 'busy', text: '', citations: [], answer: undefined, error: undefined, status: undefined } satisfies Partial<Turn>);
    view.update();
    this.#showEmpty();
    this.#composer.setBusy(true);
    this.#follow.toBottom();
    this.#announcer.say(announcements.started);
    this.#options.onEvent({ type: 'question', detail: { id: turn.id } });
    void this.#run(turn, view);
  }

  async #run(turn: Turn, view: TurnView): Promise<void> {
    const controller = new AbortController();
    this.#running = controller;
    const update = frameThrottled(() => this.#follow.follow(view.element, () => view.update()));
    const waiting = watchWaiting(() => this.#follow.follow(view.element, () => view.showSlow()));
    try {
      const answer = await this.#api.ask(
        { question: turn.question, ...historyOf(this.#conversation, turn) },
        {
          signal: controller.signal,
          onStatus: (status) => update(() => (turn.status = status)),
          onCitations: (citations) => update(() => (turn.citations = citations)),
          onDelta: (text) => update(() => (turn.text += text)),
        },
      );
      this.#answered(turn, answer);
    } catch (error) {
      this.#failed(turn, error, controller.signal.aborted);
    } finally {
      waiting.stop();
      update.cancel();
      this.#running = undefined;
      this.#conversation.save();
      this.#follow.follow(view.element, () => view.update());
      this.#composer.setBusy(false);
    }
  }

  #answered(turn: Turn, answer: Answer): void {
    const { id, outcome, abstained, mode, routes, notices, citations } = answer;
    Object.assign(turn, { state: 'done', text: answer.answer, citations, answer: { id, outcome, abstained, mode, routes, notices } } satisfies Partial<Turn>);
    const sources = citations.length === 1 ? chat.sourceCountOne : fill(chat.sourcesCount, { count: citations.length });
    this.#announcer.say(outcome === 'niet-in-bronnen' ? announcements.readyNotFound : fill(announcements.ready, { sources }));
    this.#options.onEvent({ type: 'answer', detail: { id: turn.id, outcome, citations: citations.length } });
  }

  #failed(turn: Turn, error: unknown, stopped: boolean): void {
    if (stopped) {
      turn.state = 'stopped';
      this.#announcer.say(announcements.stopped);
      return;
    }
    const known = error instanceof ApiError ? error : new ApiError('broken', errors.broken);
    if (known.kind === 'patient-data') return this.#takeBack(turn, known.message);
    turn.state = 'failed';
    turn.error = known.message;
    // What was typed is never lost: it goes back to the field unless something new stands there.
    if (this.#composer.text === '') this.#composer.text = turn.question;
    if (known.kind === 'rate-limited') this.#countDown(turn, known.retryAfterSeconds);
    this.#announcer.say(`${errors.title}. ${known.message}`);
    this.#options.onEvent({ type: 'error', detail: { id: turn.id, kind: known.kind } });
  }

  /** The server recognised data about a patient: the question leaves the conversation and goes back to the field. */
  #takeBack(turn: Turn, message: string): void {
    this.#conversation.turns.splice(this.#conversation.turns.indexOf(turn), 1);
    this.#views.get(turn.id)?.element.remove();
    this.#views.delete(turn.id);
    this.#showEmpty();
    this.#composer.text = turn.question;
    this.#composer.refuse(message);
    this.#options.onEvent({ type: 'error', detail: { id: turn.id, kind: 'patient-data' } });
  }

  /** Shows the seconds go by without a message each second for a screen reader. */
  #countDown(turn: Turn, seconds: number): void {
    let left = seconds;
    const timer = setInterval(() => {
      left -= 1;
      if (turn.state !== 'failed' || left <= 0) clearInterval(timer);
      if (turn.state !== 'failed') return;
      turn.error = left > 0 ? fill(errors.rateLimited, { seconds: left }) : errors.rateLimitedOver;
      const text = this.#views.get(turn.id)?.element.querySelector('.failed-text');
      if (text) text.textContent = turn.error;
      if (left <= 0) this.#announcer.say(errors.rateLimitedOver);
    }, 1000);
  }

  #retry(turn: Turn): void {
    if (this.#running !== undefined) return this.#announcer.say(chat.busyHint);
    if (this.#composer.text.trim() === turn.question) this.#composer.text = '';
    this.#views.get(turn.id)?.element.querySelector<HTMLElement>('.question')?.focus({ preventScroll: true });
    this.#start(turn);
  }

  #addView(turn: Turn): TurnView {
    const view = new TurnView(turn, {
      server: this.#options.server,
      onCitation: (of, citation, opener) => this.#panel.open(of.citations, citation, opener),
      onRetry: (again) => this.#retry(again),
      onCopy: (copied) => void this.#copy(copied),
      onFeedback: (about, verdict, reason) => this.#sendFeedback(about, verdict, reason),
    });
    this.#views.set(turn.id, view);
    this.#turns.append(view.element);
    return view;
  }

  #showEmpty(): void {
    const empty = this.#conversation.turns.length === 0;
    // A running question leaves the introduction; focus on a starter question moves to the field it now belongs to.
    const introHadFocus = this.#intro.contains((this.element.getRootNode() as ShadowRoot).activeElement ?? null);
    this.#intro.hidden = !empty;
    this.#toolbar.hidden = empty;
    this.#title.hidden = empty || !this.#options.page;
    this.element.classList.toggle('empty', empty);
    if (introHadFocus && !empty) this.#composer.focus();
  }

  #clear(message?: string): void {
    this.stop();
    this.#panel.close();
    this.#conversation.clear();
    this.#views.clear();
    this.#turns.replaceChildren();
    this.#composer.text = '';
    this.#showEmpty();
    this.#composer.focus();
    if (message !== undefined) this.#announcer.say(message);
  }

  /** Absolute, so that it still leads somewhere from a mail or a Word document. */
  readonly #addressOf = (citation: Citation): string => new URL(this.#options.server + quoteLink(citation), document.baseURI).href;

  async #copy(turn: Turn): Promise<void> {
    try {
      await navigator.clipboard.writeText(answerText(turn, this.#addressOf));
      this.#announcer.say(chat.copied);
      this.#views.get(turn.id)?.showCopied();
    } catch {
      this.#announcer.say(chat.copyFailed);
      this.#views.get(turn.id)?.showCopied(chat.copyFailed);
    }
  }

  async #sendFeedback(turn: Turn, verdict: 'goed' | 'fout', reason?: string): Promise<boolean> {
    try {
      await this.#api.feedback({ answerId: turn.answer?.id ?? turn.id, verdict, ...(reason === undefined ? {} : { reason }) });
      turn.feedback = verdict;
      this.#conversation.save();
      this.#announcer.say(chat.feedbackThanks);
      return true;
    } catch {
      this.#announcer.say(chat.feedbackFailed);
      return false;
    }
  }

  #downloadMarkdown(): void {
    const text = conversationMarkdown(this.#conversation.turns, this.#addressOf, today());
    saveFile(`${chat.fileName}.md`, new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  }

  async #downloadWord(): Promise<void> {
    try {
      const { conversationDocx } = await loadConversationDocx();
      saveFile(`${chat.fileName}.docx`, await conversationDocx(this.#conversation.turns, this.#addressOf, today()));
    } catch {
      this.#announcer.say(chat.downloadFailed);
      this.#composer.showProblem(chat.downloadFailed);
    }
  }
}

const today = (): string => new Date().toLocaleDateString('nl-NL', { dateStyle: 'long' });

function historyOf(conversation: Conversation, turn: Turn): { history?: ReturnType<Conversation['historyBefore']> } {
  const history = conversation.historyBefore(turn);
  return history.length > 0 ? { history } : {};
}

/** Collects changes and shows them once a frame. */
function frameThrottled(show: () => void): { (change: () => void): void; cancel: () => void } {
  let frame = 0;
  const update = (change: () => void): void => {
    change();
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      show();
    });
  };
  return Object.assign(update, { cancel: () => cancelAnimationFrame(frame) });
}
