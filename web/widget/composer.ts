import type { Finding } from '../../server/privacy/finding.ts';
import { icon } from '../../server/views/icons.ts';
import { el, fillElement } from '../dom.ts';
import { chat, errors, fill } from '../../server/views/labels.ts';
import type { PatientData } from './lazy.ts';
import { loadCheck, loadedCheck, prepareCheck } from './patient-data-check.ts';
import { isTouch } from './touch.ts';

/** As the server accepts it, counted after Unicode normalisation. */
export const maxQuestionLength = 1000;
/** The counter appears at this share of the maximum. */
const counterFrom = 0.8;

export interface ComposerHandlers {
  /** @param notAboutPatient Said of a question that looks like one about a patient. */
  onSend: (question: string, notAboutPatient?: true) => void;
  onStop: () => void;
  /** Wants to read the answer. */
  onToAnswer: () => void;
  say: (message: string) => void;
}

/** Where a question is typed: sends on Enter, counts near the limit, keeps patient data back, and can stop a running answer. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #input: HTMLTextAreaElement;
  readonly #counter = el('p', { class: 'counter', id: 'counter', hidden: true });
  readonly #warning = el('div', { class: 'patient-data', role: 'group', 'aria-labelledby': 'patient-data-title', tabindex: -1, hidden: true });
  readonly #send: HTMLButtonElement;
  readonly #stop: HTMLButtonElement;
  readonly #handlers: ComposerHandlers;
  #busy = false;

  constructor(handlers: ComposerHandlers) {
    this.#handlers = handlers;
    this.#input = el(
      'textarea',
      {
        id: 'question', name: 'question', rows: 1, part: 'input', placeholder: chat.inputPlaceholder, autocomplete: 'off',
        enterkeyhint: 'send', 'aria-describedby': 'no-patient-data keys counter',
      },
      [],
      { input: () => this.#changed(), keydown: (event) => this.#key(event) },
    );
    this.#send = el('button', { type: 'submit', class: 'primary send', part: 'send' }, [icon('send'), el('span', {}, chat.send)]);
    this.#stop = el('button', { type: 'button', class: 'stop', part: 'stop', hidden: true }, [icon('stop'), el('span', {}, chat.stop)], {
      click: () => handlers.onStop(),
    });
    this.element = el(
      'form',
      { class: 'composer', part: 'composer', novalidate: true },
      [
        this.#warning,
        el('label', { for: 'question' }, chat.inputLabel),
        // Above the field: what comes and goes here must not move the buttons away under a finger.
        el('div', { class: 'hints' }, [
          el('p', { id: 'no-patient-data' }, [icon('shield'), chat.noPatientData]),
          el('p', { id: 'keys', class: 'keys' }, chat.keys),
          this.#counter,
        ]),
        el('div', { class: 'field' }, [this.#input, el('div', { class: 'field-buttons' }, [this.#stop, this.#send])]),
      ],
      {
        submit: (event) => {
          event.preventDefault();
          this.submit();
        },
      },
    );
  }

  get text(): string {
    return this.#input.value;
  }

  set text(text: string) {
    this.#input.value = text;
    this.#typed();
  }

  focus(): void {
    this.#input.focus();
  }

  setBusy(busy: boolean): void {
    this.#busy = busy;
    // Focus must not fall away with the button it is on.
    const stopHadFocus = this.#stop.matches(':focus');
    this.#stop.hidden = !busy;
    this.#send.setAttribute('aria-disabled', String(busy));
    if (busy || !stopHadFocus) return;
    if (isTouch()) this.#send.focus();
    else this.focus();
  }

  /** Shows the explanation about patient data; also for a refusal by the server, which names no places. */
  refuse(message: string): void {
    const check = loadedCheck();
    const findings = check?.findPatientData(this.text) ?? [];
    const parts = [...new Set(findings.map(({ start, end }) => this.text.slice(start, end)))];
    fillElement(
      this.#warning,
      el('h3', { id: 'patient-data-title' }, [icon('shield'), errors.patientDataTitle]),
      el('p', {}, message),
      parts.length > 0 && el('p', {}, fill(errors.patientDataFound, { parts: parts.map((part) => `“${part}”`).join(', ') })),
      el('p', {}, errors.patientDataWhy),
      el('div', { class: 'row' }, [
        check && findings.length > 0 && el('button', { type: 'button' }, errors.patientDataRemove, { click: () => this.#remove(check) }),
        el('button', { type: 'button' }, errors.patientDataEdit, { click: () => this.#edit(findings[0]) }),
        !(check && findings.some(check.mayNeverBeSent)) && el('button', { type: 'button', class: 'quiet' }, errors.patientDataNone, { click: () => this.submit(true) }),
      ]),
    );
    this.#warning.hidden = false;
    this.#warning.focus();
    this.#handlers.say(`${errors.patientDataTitle} ${message}`);
  }

  /** A short message above the field about something that did not work. */
  showProblem(message: string): void {
    fillElement(this.#warning, el('p', { id: 'patient-data-title' }, message));
    this.#warning.hidden = false;
  }

  #edit(finding: Finding | undefined): void {
    this.#warning.hidden = true;
    this.focus();
    if (finding !== undefined) this.#input.setSelectionRange(finding.start, finding.end);
  }

  /** What was found goes; the rest stays to be read and sent. */
  #remove({ removePatientData }: PatientData): void {
    this.text = removePatientData(this.text);
    this.focus();
    this.#handlers.say(errors.patientDataRemoved);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'ArrowUp' && event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      return this.#handlers.onToAnswer();
    }
    // During composition (accents, handwriting) Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    this.submit();
  }

  #changed(): void {
    prepareCheck();
    this.#typed();
  }

  #typed(): void {
    if (!this.#warning.hidden && (loadedCheck()?.findPatientData(this.text) ?? []).length === 0) this.#warning.hidden = true;
    const left = maxQuestionLength - this.text.normalize('NFC').trim().length;
    this.#counter.hidden = left > maxQuestionLength * (1 - counterFrom);
    this.#counter.classList.toggle('over', left < 0);
    this.#counter.textContent =
      left < 0 ? fill(chat.tooLong, { over: -left }) : fill(chat.counter, { left, max: maxQuestionLength.toLocaleString('nl-NL') });
  }

  /** Sends what stands in the field, unless something is against it. */
  submit(notAboutPatient?: true): void {
    const question = this.text.normalize('NFC').trim();
    if (question === '') return this.focus();
    if (this.#busy) return this.#handlers.say(chat.busyHint);
    if (question.length > maxQuestionLength) {
      this.#handlers.say(this.#counter.textContent);
      return this.focus();
    }
    const check = loadedCheck();
    if (check === undefined) return void this.#submitChecked(notAboutPatient);
    const { findPatientData, mayNeverBeSent, patientDataMessage } = check;
    const findings = findPatientData(this.text);
    if (notAboutPatient === undefined ? findings.length > 0 : findings.some(mayNeverBeSent)) {
      return this.refuse(patientDataMessage([...new Set(findings.map(({ kind }) => kind))]));
    }
    this.#handOver(question, notAboutPatient);
  }

  /** Waits for the check. Where it cannot be had, the question goes into the conversation, which does not send it either and says so. */
  async #submitChecked(notAboutPatient?: true): Promise<void> {
    const { text } = this;
    const isThere = await loadCheck().then(() => true, () => false);
    // Typed on, or sent already by a second Enter.
    if (this.text !== text || this.#busy) return;
    if (isThere) this.submit(notAboutPatient);
    else this.#handOver(text.normalize('NFC').trim(), notAboutPatient);
  }

  #handOver(question: string, notAboutPatient?: true): void {
    this.#warning.hidden = true;
    this.text = '';
    // On a touch screen the keyboard would cover the answer.
    if (isTouch()) this.#input.blur();
    this.#handlers.onSend(question, notAboutPatient);
  }
}
