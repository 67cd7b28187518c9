import type { Answer } from '../../server/contract.ts';
import { el } from '../dom.ts';
import { announcements, chat, errors } from '../../server/views/labels.ts';
import { Announcer } from './announcer.ts';
import { Api, ApiError } from './api.ts';
import { askTurn } from './ask-turn.ts';
import { Composer } from './composer.ts';
import { ConnectionNotice } from './connection-notice.ts';
import { Conversation } from './conversation.ts';
import { ConversationFiles } from './conversation-files.ts';
import { compactMenu, toolbar, type MenuHandlers } from './conversation-menu.ts';
import { countDown } from './count-down.ts';
import { feedbackRequest, type Feedback, type Sent } from './feedback.ts';
import { FollowScroll } from './follow-scroll.ts';
import { introSection } from './intro.ts';
import { takeSharedQuestion } from './shared-question.ts';
import { SourcePanel } from './source-panel.ts';
import { spokenAnswer } from './spoken-answer.ts';
import { isTouch } from './touch.ts';
import { askedBack, turnParts, type Facts, type Turn } from './turn.ts';
import { TurnView } from './turn-view.ts';
import { UndoBar } from './undo-bar.ts';
import { unfoldForPrint } from './unfold-for-print.ts';

/** What happens in the chat, for the host page. No texts: what a user asks is not the host's business. */
export type ChatEvent =
  | { type: 'question'; detail: { id: string } }
  | { type: 'answer'; detail: { id: string; outcome: Answer['outcome']; citations: number } }
  | { type: 'error'; detail: { id: string; kind: string } };

export interface ChatOptions {
  server: string;
  mode: 'bubble' | 'inline' | 'page';
  /** What scrolls: the page itself in page mode, the frame elsewhere. */
  scroller: () => Element;
  /** Pixels that a bar of the frame covers at the top. */
  topInset: () => number;
  onEvent: (event: ChatEvent) => void;
}

/** The conversation with everything around it: introduction, turns, question field, source panel, live region. */
export class ChatView {
  readonly element: HTMLElement;
  /** New, keep, wipe: in the bar of a bubble, else above the conversation; in reach however long that is. */
  readonly menu: HTMLElement;
  readonly #options: ChatOptions;
  readonly #api: Api;
  readonly #conversation: Conversation;
  readonly #files: ConversationFiles;
  readonly #announcer = new Announcer();
  readonly #composer: Composer;
  readonly #panel: SourcePanel;
  readonly #follow: FollowScroll;
  readonly #turns = el('div', { class: 'turns' });
  readonly #views = new Map<string, TurnView>();
  /** With the introduction the page loses its visible title; who reads by headings still needs one. */
  readonly #title = el('h1', { class: 'visually-hidden' }, chat.title);
  readonly #intro: HTMLElement;
  readonly #connection = new ConnectionNotice();
  /** One step back from the question field, and seen only there. */
  readonly #toAnswerButton = el('button', { type: 'button', class: 'to-answer', hidden: true }, chat.toAnswer, { click: () => this.#toAnswer() });
  readonly #undo = new UndoBar();
  readonly #foot: HTMLElement;
  #running: AbortController | undefined;

  constructor(options: ChatOptions) {
    this.#options = options;
    const inBar = options.mode === 'bubble';
    this.#api = new Api(options.server);
    this.#conversation = new Conversation(options.server);
    this.#files = new ConversationFiles(options.server);
    const say = (message: string): void => this.#announcer.say(message);
    this.#composer = new Composer({ onSend: (question, notAboutPatient) => this.ask(question, notAboutPatient), onStop: () => this.stop(), onToAnswer: () => this.#toAnswer(), say });
    this.#panel = new SourcePanel({
      api: this.#api,
      say,
      hasRoom: () => this.#isPage && matchMedia('(min-width: 68em)').matches,
      onToggle: (beside) => this.element.classList.toggle('with-source', beside),
      keepInPlace: (element, change) => this.#follow.keepInPlace(element, change),
    });
    this.#follow = new FollowScroll(options.scroller, () => (inBar ? options.topInset() : this.menu.offsetHeight));
    this.#intro = introSection({ page: this.#isPage, server: options.server, onStart: (question) => this.ask(question) });
    const handlers: MenuHandlers = {
      onMarkdown: () => this.#files.markdown(this.#conversation.turns),
      onWord: () => void this.#download(this.#files.word(this.#conversation.turns)),
      onReferences: (form) => this.#downloadReferences(form),
      onPrint: this.#isPage ? () => print() : undefined,
      onNew: () => this.#clear(chat.startedNew),
      onErase: () => this.#clear(chat.erased),
    };
    this.menu = inBar ? compactMenu(handlers) : toolbar(handlers);
    this.#foot = el('div', { class: 'foot' }, [this.#follow.button, this.#toAnswerButton, this.#connection.element, this.#undo.element, this.#composer.element]);
    this.element = el('div', { class: 'chat' }, [
      el('div', { class: 'conversation' }, [
        this.#title,
        inBar ? '' : this.menu,
        el('div', { class: 'log', role: 'region', 'aria-label': chat.conversation }, [this.#intro, this.#turns]),
        this.#foot,
      ]),
      this.#panel.element,
      this.#announcer.element,
    ]);
    this.element.addEventListener('focusin', ({ target }) => {
      // Text fields are scrolled to by their caret, which ignores the margins of the style sheet. Of a form its button shows too.
      requestAnimationFrame(() => this.#follow.uncover((target as Element).closest('.reason') ?? (target as Element), this.#foot));
    });
    for (const turn of this.#conversation.turns) this.#addView(turn);
    this.#showEmpty();
  }

  /** Called by the element when it is in the page; returns what undoes it. */
  connect(): () => void {
    const controller = new AbortController();
    const { signal } = controller;
    addEventListener('resize', () => this.#panel.adapt(), { signal });
    unfoldForPrint(this.element, signal);
    // The browser may have brought the page back to where it was.
    if (!this.#isPage || this.#options.scroller().scrollTop === 0) this.toLastTurn();
    if (this.#isPage) {
      this.#askShared();
      addEventListener('hashchange', () => this.#askShared(), { signal });
    }
    this.#connection.watch(signal, (message) => this.#announcer.say(message));
    const target = this.#isPage ? document : this.#options.scroller();
    target.addEventListener('scroll', () => this.#follow.scrolled(), { signal, passive: true });
    return () => {
      controller.abort();
      this.stop();
      this.#undo.dismiss();
    };
  }

  focusInput(): void {
    this.#composer.focus();
  }

  closeSource(): void {
    this.#panel.close();
  }

  /** Where reading goes on when the chat opens. */
  toLastTurn(): void {
    const last = this.#conversation.turns.at(-1);
    const view = last && this.#views.get(last.id);
    if (view) this.#follow.toTop(view.element);
  }

  setText(text: string): void {
    this.#composer.text = text;
  }

  /** Asks the question of the page's address, as if it had been typed here. */
  #askShared(): void {
    const question = takeSharedQuestion();
    if (question === undefined) return;
    this.#composer.text = question;
    this.#composer.submit();
  }

  #toAnswer(): void {
    const last = this.#conversation.turns.at(-1);
    if (last !== undefined) this.#views.get(last.id)?.focusAnswer();
  }

  /** Asks a question that an answer suggests; reading goes on there. */
  #askNext(question: string): void {
    if (this.#running !== undefined) return this.#announcer.say(chat.busyHint);
    this.ask(question);
    const last = this.#conversation.turns.at(-1);
    if (last !== undefined) this.#views.get(last.id)?.focusQuestion();
  }

  /** Asks a question, unless an answer is being made. */
  ask(question: string, notAboutPatient?: true): void {
    if (this.#running !== undefined) return this.#announcer.say(chat.busyHint);
    this.#start(this.#conversation.add(question, notAboutPatient, this.#replyTyped(question)));
  }

  /** Who types one of the choices has chosen it; any other reply goes as the text that it is. */
  #replyTyped(text: string): Facts {
    const last = this.#conversation.turns.at(-1);
    const ask = last && askedBack(last);
    const choice = ask?.choices.find(({ label }) => label.toLowerCase() === text.replace(/[.!]$/, '').toLowerCase());
    if (last === undefined || ask === undefined || choice === undefined) return {};
    last.reply = choice.label;
    return { [ask.factId]: choice.value };
  }

  /** What was chosen is the next question; reading goes on at its answer. */
  #reply(turn: Turn, value: string): void {
    if (this.#running !== undefined) return this.#announcer.say(chat.busyHint);
    const ask = askedBack(turn);
    const choice = ask?.choices.find((candidate) => candidate.value === value);
    if (ask === undefined || choice === undefined) return;
    turn.reply = choice.label;
    this.#startAndRead(this.#conversation.add(choice.label, undefined, { [ask.factId]: value }));
  }

  /** Asks again without a fact, in place; it stays away until the conversation is wiped or it is answered anew. */
  #remove(turn: Turn, factId: string): void {
    if (this.#running !== undefined) return this.#announcer.say(chat.busyHint);
    turn.facts = { ...turn.facts, [factId]: null };
    this.#startAndRead(turn);
  }

  #askLater(turn: Turn): void {
    turn.isAskedLater = true;
    this.#conversation.save();
    const view = this.#views.get(turn.id);
    view?.update();
    view?.focusAnswer();
  }

  /** The focus waits at the question and goes to the answer once that is whole, unless it has gone elsewhere. */
  #startAndRead(turn: Turn): void {
    this.#start(turn, () => {
      const view = this.#views.get(turn.id);
      const focused = (this.element.getRootNode() as ShadowRoot).activeElement;
      if (focused === null || view?.element.contains(focused) === true) view?.focusAnswer();
    });
    this.#views.get(turn.id)?.focusQuestion();
  }

  #showLast(): void {
    const last = this.#conversation.turns.at(-1);
    for (const [id, view] of this.#views) view.setLast(id === last?.id);
  }

  stop(): void {
    this.#running?.abort();
  }

  get #isPage(): boolean {
    return this.#options.mode === 'page';
  }

  #start(turn: Turn, onDone?: () => void): void {
    this.#undo.dismiss();
    const view = this.#views.get(turn.id) ?? this.#addView(turn);
    const controller = new AbortController();
    this.#running = controller;
    const follow = (change: () => void): void => this.#follow.follow(view.element, change);
    const asked = askTurn({
      api: this.#api,
      conversation: this.#conversation,
      turn,
      signal: controller.signal,
      onChange: () => follow(() => view.update()),
      onSlow: () => follow(() => view.showSlow()),
    });
    view.update();
    this.#showEmpty();
    this.#composer.setBusy(true);
    this.#follow.toBottom();
    this.#announcer.say(announcements.started);
    this.#options.onEvent({ type: 'question', detail: { id: turn.id } });
    void asked.then((error) => {
      this.#running = undefined;
      // Wiped while it was being made: nobody waits for it.
      if (!this.#conversation.turns.includes(turn)) return this.#composer.setBusy(false);
      this.#conversation.save();
      follow(() => view.update());
      this.#composer.setBusy(false);
      if (error === undefined) {
        this.#ended(turn);
        onDone?.();
      } else if (error.kind === 'patient-data') this.#takeBack(turn, error.message);
      else this.#failed(turn, error);
    });
  }

  #ended(turn: Turn): void {
    const { id, state, answer, citations } = turn;
    if (state === 'stopped' || answer === undefined) return this.#announcer.say(announcements.stopped);
    const parts = turnParts(turn);
    this.#announcer.say(spokenAnswer(parts), parts.language === 'nl' ? undefined : parts.language);
    this.#options.onEvent({ type: 'answer', detail: { id, outcome: answer.outcome, citations: citations.length } });
  }

  #failed(turn: Turn, error: ApiError): void {
    // What was typed is never lost: it goes back to the field unless something new stands there.
    if (this.#composer.text === '') this.#composer.text = turn.question;
    if (error.kind === 'rate-limited') {
      countDown(turn, error.retryAfterSeconds, (message, over) => {
        this.#views.get(turn.id)?.showError(message);
        // A screen reader hears when it is over, not every second.
        if (over) this.#announcer.say(message);
      });
    }
    this.#announcer.say(`${errors.title}. ${error.message}`);
    this.#options.onEvent({ type: 'error', detail: { id: turn.id, kind: error.kind } });
  }

  /** The server recognised data about a patient: the question leaves the conversation and goes back to the field. */
  #takeBack(turn: Turn, message: string): void {
    this.#conversation.remove(turn);
    this.#views.get(turn.id)?.element.remove();
    this.#views.delete(turn.id);
    this.#showLast();
    this.#showEmpty();
    this.#composer.text = turn.question;
    this.#composer.refuse(message);
    this.#options.onEvent({ type: 'error', detail: { id: turn.id, kind: 'patient-data' } });
  }

  #retry(turn: Turn): void {
    if (this.#running !== undefined) return this.#announcer.say(chat.busyHint);
    if (this.#composer.text.trim() === turn.question) this.#composer.text = '';
    this.#views.get(turn.id)?.focusQuestion();
    this.#start(turn);
  }

  #addView(turn: Turn): TurnView {
    const view = new TurnView(turn, {
      server: this.#options.server,
      onCitation: (of, citation, opener) => this.#panel.open(of.citations, citation, opener),
      onPlace: (place, opener) => this.#panel.openPlace(place, opener),
      onAsk: (question) => this.#askNext(question),
      onReply: (of, value) => this.#reply(of, value),
      onRemove: (of, factId) => this.#remove(of, factId),
      onAskLater: (of) => this.#askLater(of),
      onRetry: (again) => this.#retry(again),
      onCopy: (copied) => void this.#copy(copied, this.#files.copy(copied), chat.copied),
      onLink: (linked) => void this.#copy(linked, this.#files.copyLink(linked), chat.linkCopied),
      onFeedback: (about, feedback) => this.#sendFeedback(about, feedback),
    });
    this.#views.set(turn.id, view);
    this.#turns.append(view.element);
    this.#showLast();
    return view;
  }

  #showEmpty(): void {
    const empty = this.#conversation.turns.length === 0;
    // A running question leaves the introduction; focus on a starter question moves to the field it now belongs to.
    const introHadFocus = this.#intro.contains((this.element.getRootNode() as ShadowRoot).activeElement ?? null);
    this.#intro.hidden = !empty;
    this.menu.hidden = empty;
    this.#title.hidden = empty || !this.#isPage;
    this.element.classList.toggle('empty', empty);
    this.#toAnswerButton.hidden = empty;
    if (!introHadFocus || empty) return;
    if (isTouch()) this.#turns.querySelector<HTMLElement>('.question')?.focus({ preventScroll: true });
    else this.#composer.focus();
  }

  /** Wipes the conversation, here and in the tab's storage; for a moment only this page's memory can bring it back. */
  #clear(message: string): void {
    const { turns } = this.#conversation;
    const { text } = this.#composer;
    this.stop();
    this.#panel.close();
    this.#conversation.replace([]);
    this.#showTurns('');
    this.#undo.offer(message, () => this.#bringBack(turns, text));
    if (isTouch()) this.#intro.querySelector<HTMLElement>('#intro-title')?.focus();
    else this.#composer.focus();
    this.#announcer.say(`${message} ${chat.undoHelp}`);
  }

  #bringBack(turns: Turn[], text: string): void {
    this.#conversation.replace(turns);
    this.#showTurns(text);
    this.toLastTurn();
    const last = turns.at(-1);
    if (last !== undefined) this.#views.get(last.id)?.focusQuestion();
    this.#announcer.say(chat.undone);
  }

  #showTurns(text: string): void {
    this.#views.clear();
    this.#turns.replaceChildren();
    for (const turn of this.#conversation.turns) this.#addView(turn);
    this.#composer.text = text;
    this.#showEmpty();
  }

  /** Says, and shows beside the button, what came of copying. */
  async #copy(turn: Turn, copying: Promise<void>, done: string): Promise<void> {
    const message = await copying.then(
      () => done,
      () => chat.copyFailed,
    );
    this.#announcer.say(message);
    this.#views.get(turn.id)?.showCopied(message);
  }

  #downloadReferences(form: 'ris' | 'csl'): void {
    const { turns } = this.#conversation;
    if (turns.some(({ citations }) => citations.length > 0)) void this.#download(this.#files.references(turns, form));
    else this.#showProblem(chat.noSourcesYet);
  }

  async #download(making: Promise<void>): Promise<void> {
    await making.catch(() => this.#showProblem(chat.downloadFailed));
  }

  #showProblem(problem: string): void {
    this.#announcer.say(problem);
    this.#composer.showProblem(problem);
  }

  async #sendFeedback(turn: Turn, feedback: Feedback): Promise<Sent> {
    try {
      await this.#api.feedback(feedbackRequest(turn, feedback));
    } catch (error) {
      const problem = error instanceof ApiError && error.kind === 'patient-data' ? error.message : chat.feedbackFailed;
      this.#announcer.say(problem);
      return { problem };
    }
    turn.feedback = feedback.verdict;
    this.#conversation.save();
    this.#announcer.say(chat.feedbackThanks);
    return {};
  }
}
