import { findPatientData, patientDataMessage } from '../../server/privacy/patient-data.ts';
import { icon } from '../../server/views/icons.ts';
import { el, fillElement } from '../dom.ts';
import { chat } from '../../server/views/labels.ts';
import type { Turn } from './turn.ts';

/** Thumbs up or down; down asks for the reason. One verdict an answer. */
export function feedbackForm(turn: Turn, send: (turn: Turn, verdict: 'goed' | 'fout', reason?: string) => Promise<boolean>): HTMLElement {
  const form = el('div', { class: 'feedback', role: 'group', 'aria-label': chat.feedback });

  const thanks = (): void => {
    fillElement(form, el('p', { class: 'feedback-done', tabindex: -1 }, [icon('yes'), chat.feedbackThanks]));
  };
  const deliver = async (verdict: 'goed' | 'fout', reason?: string): Promise<void> => {
    const done = await send(turn, verdict, reason);
    if (!done) {
      form.querySelector('.feedback-failed')?.remove();
      form.append(el('p', { class: 'feedback-failed' }, chat.feedbackFailed));
      return;
    }
    thanks();
    form.querySelector<HTMLElement>('.feedback-done')?.focus();
  };
  const thumb = (verdict: 'goed' | 'fout', click: () => void): HTMLElement =>
    el('button', { type: 'button', class: 'thumb', 'aria-label': verdict === 'goed' ? chat.feedbackGood : chat.feedbackBad }, icon(verdict === 'goed' ? 'good' : 'bad'), { click });

  const askReason = (): void => {
    const id = `reason-${turn.id}`;
    const problem = el('p', { class: 'feedback-failed', hidden: true, id: `${id}-problem` });
    const reason = el('textarea', { id, rows: 2, maxlength: 1000, 'aria-describedby': `${id}-help ${id}-problem` });
    const sendReason = (): void => {
      const text = reason.value.trim();
      const kinds = [...new Set(findPatientData(text).map(({ kind }) => kind))];
      if (kinds.length > 0) {
        problem.textContent = patientDataMessage(kinds);
        problem.hidden = false;
        reason.focus();
        return;
      }
      void deliver('fout', text === '' ? undefined : text);
    };
    fillElement(
      form,
      el('div', { class: 'reason' }, [
        el('label', { for: id }, chat.feedbackReason),
        el('p', { class: 'help', id: `${id}-help` }, chat.feedbackReasonHelp),
        reason,
        problem,
        el('div', { class: 'row' }, [
          el('button', { type: 'button' }, chat.feedbackSend, { click: sendReason }),
          el('button', { type: 'button', class: 'quiet' }, chat.feedbackSkip, { click: () => void deliver('fout') }),
        ]),
      ]),
    );
    reason.focus();
  };

  if (turn.feedback !== undefined) thanks();
  else {
    fillElement(
      form,
      el('span', { class: 'feedback-label' }, chat.feedback),
      thumb('goed', () => void deliver('goed')),
      thumb('fout', askReason),
    );
  }
  return form;
}
