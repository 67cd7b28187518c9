import type { CheckDescription, CheckResult } from '../../server/contract.ts';
import { formatCheckState, knownFacts, parseCheckState, stepOf, takeStep, type CheckState, type Fact } from '../../server/views/check-state.ts';
import { changesBetween, effectView, type Effect } from '../../server/views/check-effects.ts';
import { answersOf } from '../../server/views/check-answers.ts';
import { checkView } from '../../server/views/check-view.ts';
import { givableFacts } from '../../server/views/fact-parts.ts';
import { scriptLinks } from '../../server/views/view-links.ts';
import { el, fillElement, toDom } from '../dom.ts';
import { check, errors } from '../../server/views/labels.ts';
import { Announcer } from '../widget/announcer.ts';
import { Api, ApiError } from '../widget/api.ts';
import { saveFile } from '../widget/save-file.ts';
import { unfoldForPrint } from '../widget/unfold-for-print.ts';
import { checkMarkdown } from '../../server/views/check-markdown.ts';

/**
 * The guided check with JavaScript: the same views as the server makes, with the state in the address's fragment. Every
 * answer is a step in the browser's history, so that its own back button works, and a link can be shared.
 */
class GuidedCheck {
  readonly #app: HTMLElement;
  readonly #api = new Api('');
  readonly #announcer = new Announcer();
  readonly #results = new Map<string, Promise<CheckResult>>();
  #description: CheckDescription | undefined;
  #shown = 0;

  constructor(app: HTMLElement) {
    this.#app = app;
    app.after(this.#announcer.element);
    app.addEventListener('submit', (event) => void this.#submitted(event));
    app.addEventListener('click', (event) => void this.#clicked(event));
    addEventListener('hashchange', () => void this.#show());
    keepFragmentOnSkip();
    // What of it comes on paper, the style sheet says.
    unfoldForPrint(app, new AbortController().signal);
    // The server's page is the first question already; only a shared or reloaded address needs more.
    if (location.hash.length > 1) void this.#show(false);
  }

  async #facts(): Promise<CheckDescription> {
    if (this.#description === undefined) {
      const description = await this.#api.json<CheckDescription>('/api/v1/check');
      this.#description = { ...description, facts: givableFacts(description) };
    }
    return this.#description;
  }

  async #state(): Promise<{ description: CheckDescription; state: CheckState }> {
    const description = await this.#facts();
    return { description, state: parseCheckState(location.hash, description.facts) };
  }

  /** Results are kept: going back, and asking what an answer changes, cost no second call. */
  #result(state: CheckState): Promise<CheckResult> {
    const facts = knownFacts(state);
    const body = { facts, ...(state.asOf === undefined ? {} : { asOf: state.asOf }) };
    const key = JSON.stringify(body);
    const result = this.#results.get(key) ?? this.#api.json<CheckResult>('/api/v1/check', body);
    this.#results.set(key, result);
    result.catch(() => this.#results.delete(key));
    return result;
  }

  async #show(moveFocus = true): Promise<void> {
    const turn = ++this.#shown;
    this.#app.setAttribute('aria-busy', 'true');
    try {
      const { description, state } = await this.#state();
      const result = await this.#result(state);
      if (turn !== this.#shown) return;
      fillElement(this.#app, toDom(checkView({ description, state, result, links: scriptLinks })));
      const heading = this.#app.querySelector<HTMLElement>('h2[tabindex]');
      document.querySelector('.check-head')?.classList.add('begun');
      if (moveFocus) {
        heading?.focus({ preventScroll: true });
        if (this.#app.getBoundingClientRect().top < 0) this.#app.scrollIntoView();
      }
    } catch (error) {
      if (turn === this.#shown) this.#failed(error);
    } finally {
      if (turn === this.#shown) this.#app.removeAttribute('aria-busy');
    }
  }

  #failed(error: unknown): void {
    const message = error instanceof ApiError ? error.message : check.failed;
    const retry = el('button', { type: 'button' }, errors.retry, { click: () => void this.#show() });
    const box = el('div', { class: 'failed', tabindex: -1 }, [el('h2', {}, errors.title), el('p', {}, message), retry]);
    fillElement(this.#app, box);
    box.focus();
    this.#announcer.say(message);
  }

  async #submitted(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement;
    const step = stepOf(new URLSearchParams([...new FormData(form, event.submitter)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))));
    if (step === undefined) return;
    event.preventDefault();
    try {
      const { description, state } = await this.#state();
      const next = formatCheckState(takeStep(state, step, description.facts));
      if (`#${next}` === location.hash || (next === '' && location.hash === '')) await this.#show();
      else if (next === '') {
        // An empty fragment would scroll to the top and keep a lone #.
        history.pushState(null, '', location.pathname);
        await this.#show();
      } else location.hash = next;
    } catch (error) {
      this.#failed(error);
    }
  }

  async #clicked(event: Event): Promise<void> {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    switch (button?.dataset['action']) {
      case 'print':
        print();
        break;
      case 'share':
        await navigator.clipboard.writeText(location.href).then(
          () => this.#say(button, check.shared),
          () => this.#say(button, location.href),
        );
        break;
      case 'download': {
        const { description, state } = await this.#state();
        const text = checkMarkdown({ description, state, result: await this.#result(state) }, location.href);
        saveFile(`${check.fileName}.md`, new Blob([text], { type: 'text/markdown;charset=utf-8' }));
        break;
      }
      case 'word':
        await this.#saveWord().catch(() => this.#say(button, check.wordFailed));
        break;
      case 'effect':
        await this.#showEffect(button);
        break;
      default:
    }
  }

  /** What makes it is large, and most who come here never need it. */
  async #saveWord(): Promise<void> {
    const [{ checkDocx }, { description, state }] = await Promise.all([import('../lazy/check-docx.ts'), this.#state()]);
    saveFile(`${check.fileName}.docx`, await checkDocx({ description, state, result: await this.#result(state) }, location.href));
  }

  #say(button: HTMLElement, message: string): void {
    this.#announcer.say(message);
    const place = button.parentElement;
    place?.querySelector('.said')?.remove();
    place?.append(el('p', { class: 'said' }, message));
  }

  async #showEffect(button: HTMLElement): Promise<void> {
    const item = button.closest<HTMLElement>('[data-fact]');
    const place = item?.querySelector('.effect');
    if (!place || item === null) return;
    try {
      const { description, state } = await this.#state();
      const fact = description.facts.find(({ id }) => id === item.dataset['fact']);
      if (fact === undefined) return;
      fillElement(place, ...effectView(await this.#effects(fact, state, description)));
    } catch (error) {
      fillElement(place, el('p', { class: 'failed-text' }, error instanceof ApiError ? error.message : check.failed));
    }
    this.#announcer.say(place.textContent);
  }

  async #effects(fact: Fact, state: CheckState, { facts }: CheckDescription): Promise<Effect[]> {
    const before = await this.#result(state);
    const effects: Effect[] = [];
    for (const { value, label } of answersOf(fact).slice(0, -1)) {
      const after = await this.#result(takeStep(state, { fact: fact.id, answer: value }, facts));
      effects.push({ answer: label, changes: changesBetween(before, after) });
    }
    return effects;
  }
}

/** The link past the menu would put its own `#` in the place of the answers. */
function keepFragmentOnSkip(): void {
  document.querySelector('.skip-link')?.addEventListener('click', (event) => {
    event.preventDefault();
    document.querySelector('main')?.focus();
  });
}

document.documentElement.classList.add('with-script');
const app = document.getElementById('check-app');
if (app !== null) new GuidedCheck(app);
