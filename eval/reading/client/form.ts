import type { Correction, Entry } from '../draft-case.ts';
import type { MarkableSentence } from '../reading-item.ts';
import type { Grade } from '../scale.ts';

/** What is filled in about one answer; undefined when nothing is. */
export function readForm(form: HTMLElement): Entry | undefined {
  const grade = chosen(form, 'cijfer');
  const remark = field(form, 'remark').value.trim();
  const correction = readCorrection(form);
  const entry: Entry = { ...(grade !== undefined && { grade: Number(grade) as Grade }), ...(remark !== '' && { remark }), ...(correction && { correction }) };
  return Object.keys(entry).length > 0 ? entry : undefined;
}

export function fillForm(form: HTMLElement, { grade, remark, correction }: Entry): void {
  for (const radio of radios(form, 'cijfer')) radio.checked = radio.value === String(grade);
  field(form, 'remark').value = remark ?? '';
  field(form, 'gold').value = correction?.text ?? '';
  box(form).checked = correction?.abstain ?? false;
  const marked = new Set(correction?.evidence.map(nameOf));
  for (const checkbox of boxes(form)) checkbox.checked = marked.delete(nameOf(sentenceOf(checkbox)));
  // What is left was typed.
  const typed = correction?.evidence.find((one) => marked.has(nameOf(one)));
  field(form, 'quote').value = typed?.quote ?? '';
  field(form, 'document').value = typed?.documentId ?? '';
  for (const radio of radios(form, 'nodig')) radio.checked = radio.value === (correction?.needs ?? 'one');
  const details = form.querySelector<HTMLDetailsElement>('details.correction')!;
  details.open = correction !== undefined;
}

function readCorrection(form: HTMLElement): Correction | undefined {
  const text = field(form, 'gold').value.trim();
  const abstain = box(form).checked;
  const quote = field(form, 'quote').value.trim().replace(/\s+/g, ' ');
  const documentId = field(form, 'document').value;
  const evidence = boxes(form).filter(({ checked }) => checked).map(sentenceOf);
  if (quote !== '') evidence.push({ documentId, quote });
  if (text === '' && !abstain && evidence.length === 0) return undefined;
  return { text, abstain, needs: chosen(form, 'nodig') === 'all' ? 'all' : 'one', evidence };
}

/** The sentence stands beside its box, within the group of its document. */
const sentenceOf = (checkbox: HTMLInputElement): MarkableSentence => ({
  documentId: checkbox.closest<HTMLElement>('[data-document]')!.dataset['document']!,
  quote: checkbox.labels![0]!.textContent.trim(),
});
const nameOf = ({ documentId, quote }: MarkableSentence): string => `${documentId} ${quote}`;
const field = (form: HTMLElement, name: string): HTMLTextAreaElement => form.querySelector(`[name="${name}"]`)!;
const box = (form: HTMLElement): HTMLInputElement => form.querySelector('[name="abstain"]')!;
const boxes = (form: HTMLElement): HTMLInputElement[] => [...form.querySelectorAll<HTMLInputElement>('[name="sentence"]')];
const radios = (form: HTMLElement, name: string): HTMLInputElement[] => [...form.querySelectorAll<HTMLInputElement>(`[name$="-${name}"]`)];
const chosen = (form: HTMLElement, name: string): string | undefined => radios(form, name).find(({ checked }) => checked)?.value;
