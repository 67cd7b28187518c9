import type { FeedbackReason } from '../../server/contract.ts';
import { icon } from '../../server/views/icons.ts';
import { chat } from '../../server/views/labels.ts';
import { el, fillElement } from '../dom.ts';
import type { Feedback, Sent } from './feedback.ts';
import { loadCheck, prepareCheck } from './patient-data-check.ts';
import { isTouch } from './touch.ts';
import type { Turn } from './turn.ts';

/** Thumbs up or down; down asks what is wrong. One verdict an answer. */
export function feedbackForm(turn: Turn, send: (turn: Turn, feedback: Feedback) => Promise<Sent>): HTMLElement {
  const form = el('div', { class: 'feedback', role: 'group', 'aria-label': chat.feedback });
  const thanks = (): void => {
    fillElement(form, el('p', { class: 'feedback-done', tabindex: -1 }, [icon('yes'), chat.feedbackThanks]));
  };
  const deliver = async (feedback: Feedback): Promise<void> => {
    const { problem } = await send(turn, feedback);
    form.querySelector('.feedback-not-sent')?.remove();
    if (problem !== undefined) return form.append(el('p', { class: 'feedback-failed feedback-not-sent' }, problem));
    thanks();
    form.querySelector<HTMLElement>('.feedback-done')?.focus();
  };
  const askWhy = (): void => {
    const why = whyForm(turn, (feedback) => void deliver(feedback));
    fillElement(form, why);
    // On a touch screen the text field would bring up a keyboard over the reasons.
    why.querySelector<HTMLElement>(isTouch() ? '.chip' : 'textarea')?.focus();
  };

  if (turn.feedback !== undefined) thanks();
  else {
    fillElement(
      form,
      el('span', { class: 'feedback-label' }, chat.feedback),
      el('button', { type: 'button', class: 'thumb', 'aria-label': chat.feedbackGood }, icon('good'), { click: () => void deliver({ verdict: 'goed' }) }),
      el('button', { type: 'button', class: 'thumb', 'aria-label': chat.feedbackBad }, icon('bad'), { click: askWhy }),
    );
  }
  return form;
}

/** What is wrong: reasons to tick, own words, and whether the question may go along. */
function whyForm(turn: Turn, deliver: (feedback: Feedback) => void): HTMLElement {
  const id = `reason-${turn.id}`;
  const problem = el('p', { class: 'feedback-failed', hidden: true, id: `${id}-problem` });
  const reason = el('textarea', { id, rows: 2, maxlength: 1000, 'aria-describedby': `${id}-help ${id}-problem` });
  const consent = el('input', { type: 'checkbox', id: `${id}-consent`, 'aria-describedby': `${id}-consent-help ${id}-problem` });
  const chips = reasonChips();
  prepareCheck();

  /** Says why it is not sent, at the field that it is about. */
  const refuse = (message: string, field: HTMLElement): void => {
    problem.textContent = message;
    problem.hidden = false;
    field.focus();
  };
  const submit = async (): Promise<void> => {
    problem.hidden = true;
    const check = await loadCheck().catch(() => undefined);
    if (check === undefined) return refuse(chat.feedbackFailed, reason);
    const { findPatientData, patientDataMessage } = check;
    const text = reason.value.trim();
    const kinds = [...new Set(findPatientData(text).map(({ kind }) => kind))];
    if (kinds.length > 0) return refuse(patientDataMessage(kinds), reason);
    if (consent.checked && findPatientData(turn.question).length > 0) return refuse(chat.feedbackPatientData, consent);
    deliver({ verdict: 'fout', reasons: chips.chosen(), reason: text, consent: consent.checked });
  };
  return el('div', { class: 'reason' }, [
    chips.element,
    el('label', { for: id }, chat.feedbackReason),
    el('p', { class: 'help', id: `${id}-help` }, chat.feedbackReasonHelp),
    reason,
    el('div', { class: 'consent' }, [consent, el('label', { for: `${id}-consent` }, chat.feedbackConsent)]),
    el('p', { class: 'help', id: `${id}-consent-help` }, chat.feedbackConsentHelp),
    problem,
    el('div', { class: 'row' }, [
      el('button', { type: 'button' }, chat.feedbackSend, { click: () => void submit() }),
      el('button', { type: 'button', class: 'quiet' }, chat.feedbackSkip, { click: () => deliver({ verdict: 'fout' }) }),
    ]),
  ]);
}

/** Buttons that stay pressed, any number of them. */
function reasonChips(): { element: HTMLElement; chosen: () => FeedbackReason[] } {
  const chosen = new Set<FeedbackReason>();
  const chips = (Object.entries(chat.feedbackReasonNames) as [FeedbackReason, string][]).map(([name, label]) => {
    const chip = el('button', { type: 'button', class: 'chip', 'aria-pressed': 'false' }, label, {
      click: () => {
        if (!chosen.delete(name)) chosen.add(name);
        chip.setAttribute('aria-pressed', String(chosen.has(name)));
      },
    });
    return chip;
  });
  return { element: el('div', { class: 'row', role: 'group', 'aria-label': chat.feedbackReasons }, chips), chosen: () => [...chosen] };
}
