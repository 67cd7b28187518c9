import type { AllocationResult, CheckDescription, PlanResult, ReadParticipants } from '../../server/contract.ts';
import { errors, fill } from '../../server/views/labels.ts';
import { divisionRequest, sharesOf } from '../../server/views/plan-division.ts';
import { readPlanForm } from '../../server/views/plan-form.ts';
import { formatPlanState, parsePlanState, planRequest, withMembers, type PlanState } from '../../server/views/plan-state.ts';
import type { PlanDivision, PlanViewInput } from '../../server/views/plan-view-input.ts';
import { planView } from '../../server/views/plan-view.ts';
import { planWords } from '../../server/views/plan-words.ts';
import { scriptLinks } from '../../server/views/view-links.ts';
import { el, fillElement, toDom } from '../dom.ts';
import { Announcer } from '../widget/announcer.ts';
import { Api, ApiError } from '../widget/api.ts';
import { loadPart } from '../widget/load-part.ts';
import { saveFile } from '../widget/save-file.ts';
import type { PlanDocx } from '../lazy/plan-docx.ts';

const planDocx = { file: '__LAZY_FILE_plan-word__', integrity: '__LAZY_INTEGRITY_plan-word__' };

/** What was typed and could not be read, and why. */
interface Typed {
  text: string;
  problem?: string | undefined;
}

const NOTHING: Typed = { text: '' };

/**
 * The plan with JavaScript: the same views as the server makes, with the state in the address's fragment. Every step is one
 * in the browser's history, and a link can be shared.
 */
class PlanPage {
  readonly #app: HTMLElement;
  readonly #newest: string;
  readonly #api = new Api('');
  readonly #announcer = new Announcer();
  #facts: Promise<CheckDescription['facts']> | undefined;
  #shownInput: PlanViewInput | undefined;
  #turn = 0;
  #failures = 0;
  #isPressed = false;

  constructor(app: HTMLElement) {
    this.#app = app;
    this.#newest = app.dataset['newest'] ?? '';
    app.after(this.#announcer.element);
    app.addEventListener('submit', (event) => void this.#submitted(event));
    app.addEventListener('change', (event) => void this.#changed(event));
    app.addEventListener('click', (event) => void this.#clicked(event));
    addEventListener('pointerdown', () => (this.#isPressed = true));
    for (const event of ['pointerup', 'pointercancel']) addEventListener(event, () => (this.#isPressed = false));
    addEventListener('popstate', () => void this.#show(parsePlanState(location.hash), NOTHING));
    keepFragmentOnSkip();
    if (location.hash.length > 1) void this.#show(parsePlanState(location.hash), NOTHING);
    else if (location.search.length > 1) void this.#show(parsePlanState(location.search), NOTHING);
  }

  async #submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const pressed = event.submitter as HTMLButtonElement | null;
    await this.#take(pressed, pressed?.value ?? 'lees');
  }

  /** A number or a choice counts as soon as it is there; who takes part, amounts and percentages wait for their button. */
  async #changed(event: Event): Promise<void> {
    const field = event.target as Element;
    if (field.matches('select, .plan-count')) await this.#take(null, field.id);
  }

  /** @param from what was used, to put the focus back there or where it goes on */
  async #take(pressed: HTMLButtonElement | null, from: string): Promise<void> {
    const form = this.#app.querySelector('form');
    if (form === null) return;
    const sent = new URLSearchParams([...new FormData(form, pressed)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    const { state, text } = readPlanForm(sent);
    const isReading = from === 'lees' && text !== '';
    const { read, typed } = isReading ? await this.#read(state, text) : { read: state, typed: { text } };
    const fragment = formatPlanState(read);
    if (fragment !== location.hash.slice(1) || location.search !== '') history.pushState(null, '', fragment === '' ? location.pathname : `${location.pathname}#${fragment}`);
    await this.#show(read, typed, from);
  }

  async #read(state: PlanState, text: string): Promise<{ read: PlanState; typed: Typed }> {
    try {
      const { participants, unread } = await this.#api.json<ReadParticipants>('/api/v1/participants', { text });
      const read = withMembers(state, participants);
      if (unread.length > 0) return { read, typed: { text: unread.join(', '), problem: fill(planWords.unread, { names: unread.map((name) => `“${name}”`).join(', ') }) } };
      return { read, typed: participants.length === 0 ? { text, problem: planWords.nothingRead } : NOTHING };
    } catch (error) {
      return { read: state, typed: { text, problem: messageOf(error) } };
    }
  }

  async #show(state: PlanState, typed: Typed, from?: string): Promise<void> {
    const turn = ++this.#turn;
    this.#app.setAttribute('aria-busy', 'true');
    const before = new Map(this.#fields());
    const input = await this.#input(state, typed);
    await this.#released();
    // Somebody has gone on since: what he did shows it all.
    if (turn !== this.#turn) return;
    this.#shownInput = input;
    const active = document.activeElement;
    const focused = active !== null && this.#app.contains(active) ? active.id || active.getAttribute('value') || undefined : undefined;
    const typedSince = this.#fields().filter(([id, value]) => before.has(id) && before.get(id) !== value);
    fillElement(this.#app, toDom(planView(input)));
    for (const [id, value] of typedSince) this.#app.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.setAttribute('value', value);
    this.#app.removeAttribute('aria-busy');
    document.querySelector('.plan-head')?.classList.toggle('begun', state.members.length > 0);
    // A field that was left for another keeps nobody back.
    if (from !== undefined) this.#goOn(from.startsWith('plan-') ? (focused ?? from) : from, input.problem);
  }

  #fields(): [string, string][] {
    return [...this.#app.querySelectorAll<HTMLInputElement>('input[id]')].map(({ id, value }) => [id, value]);
  }

  /** A button that is pressed must not go before it is let go, or nothing would happen. */
  async #released(): Promise<void> {
    while (this.#isPressed) await new Promise((done) => setTimeout(done, 30));
    await new Promise((done) => setTimeout(done));
  }

  async #input(state: PlanState, typed: Typed): Promise<PlanViewInput> {
    const base = { state, facts: [] as CheckDescription['facts'], text: typed.text, problem: typed.problem, horizon: { day: '', newest: this.#newest }, links: scriptLinks };
    try {
      this.#facts ??= this.#api.json<CheckDescription>('/api/v1/check').then(({ facts }) => facts);
      const facts = await this.#facts;
      if (state.members.length === 0) return { ...base, facts };
      const request = planRequest(state);
      if ('problem' in request) return { ...base, facts, problem: typed.problem ?? request.problem };
      const [result, division] = await Promise.all([this.#api.json<PlanResult>('/api/v1/plan', request), this.#divide(state, facts)]);
      return { ...base, facts, result, division };
    } catch (error) {
      this.#facts?.catch(() => (this.#facts = undefined));
      return { ...base, facts: await (this.#facts ?? Promise.resolve([])).catch(() => []), problem: typed.problem ?? messageOf(error) };
    }
  }

  async #divide(state: PlanState, facts: CheckDescription['facts']): Promise<PlanDivision | undefined> {
    const request = divisionRequest(state, sharesOf(state, facts));
    if (request === undefined || 'problem' in request) return request;
    try {
      return { request, result: await this.#api.json<AllocationResult>('/api/v1/allocation', request) };
    } catch (error) {
      return { problem: messageOf(error) };
    }
  }

  /** The focus stays where somebody was, or goes to what is wrong or asked next. */
  #goOn(from: string, problem: string | undefined): void {
    const [action] = from.split(':');
    const find = (selector: string): HTMLElement | null => this.#app.querySelector<HTMLElement>(selector);
    if (problem !== undefined && (action === 'lees' || action === 'werk-bij')) return find('#plan-problem')?.focus();
    const place =
      action === 'antwoord' ? (find('#plan-question') ?? find('#plan-result'))
      : action === 'wijzig' ? find('#plan-question')
      : action === 'weg' || action === 'lees' || action === 'opnieuw' ? find('#plan-text')
      : action === 'reken' ? (find('#allocation-result-title') ?? find('#plan-total'))
      : (find(`#${CSS.escape(from)}`) ?? find(`button[value="${CSS.escape(from)}"]`));
    place?.focus({ preventScroll: action !== 'antwoord' && action !== 'wijzig' && action !== 'reken' });
    this.#announcer.say(this.#app.querySelector('.plan-size')?.textContent ?? '');
  }

  async #clicked(event: Event): Promise<void> {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    switch (button?.dataset['action']) {
      case 'share':
        await navigator.clipboard.writeText(location.href).then(
          () => this.#say(button, planWords.shared),
          () => this.#say(button, location.href),
        );
        break;
      case 'print':
        this.#say(button, planWords.pdfHelp);
        print();
        break;
      case 'word':
        await this.#word(button);
        break;
      default:
    }
  }

  async #word(button: HTMLElement): Promise<void> {
    const input = this.#shownInput ?? (await this.#input(parsePlanState(this.#app.querySelector<HTMLInputElement>('[name=staat]')?.value ?? ''), NOTHING));
    try {
      const { planDocx: make } = await loadPart<PlanDocx>(planDocx, this.#failures);
      saveFile(`${planWords.fileName}.docx`, await make(input, (path) => (/^\/[^/\\]/.test(path) ? new URL(path, location.href).href : undefined), location.href));
    } catch {
      this.#failures += 1;
      this.#say(button, planWords.wordFailed);
    }
  }

  #say(button: HTMLElement, message: string): void {
    this.#announcer.say(message);
    const place = button.parentElement;
    place?.querySelector('.said')?.remove();
    place?.append(el('p', { class: 'said' }, message));
  }
}

const messageOf = (error: unknown): string => (error instanceof ApiError ? error.message : `${errors.title}. ${planWords.failed}`);

/** The link past the menu would put its own `#` in the place of the plan. */
function keepFragmentOnSkip(): void {
  document.querySelector('.skip-link')?.addEventListener('click', (event) => {
    event.preventDefault();
    document.querySelector('main')?.focus();
  });
}

document.documentElement.classList.add('with-script');
const app = document.getElementById('plan-app');
if (app !== null) new PlanPage(app);
