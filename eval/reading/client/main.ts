import { slug } from '../draft-case.ts';
import { fillForm, readForm } from './form.ts';
import { gradeFile, incomplete, type Entries } from './grade-file.ts';
import type { PageData } from './page-data.ts';
import { Storage } from './storage.ts';

const one = <T extends HTMLElement>(selector: string): T => document.querySelector<T>(selector)!;
const data = JSON.parse(one('#data').textContent) as PageData;
const storage = new Storage(data.set);
const reader = one<HTMLInputElement>('#reader');
const problem = one('#problem');
const forms = [...document.querySelectorAll<HTMLElement>('article')].map((form, at) => ({ form, ...data.items[at]! }));

reader.value = storage.reader;
let name = reader.value.trim();
let entries: Entries = storage.load(name) ?? {};

function show(): void {
  for (const { form, key } of forms) {
    fillForm(form, entries[key] ?? {});
    tellIncomplete(form, key);
  }
  tellProgress();
}

function tellProgress(): void {
  const graded = data.items.filter(({ key }) => entries[key]?.grade !== undefined).length;
  one('#progress').textContent = `${graded} van ${data.items.length} beoordeeld`;
  one('#next').hidden = graded === data.items.length;
}

function tellIncomplete(form: HTMLElement, key: string): void {
  const correction = entries[key]?.correction;
  form.querySelector('[data-incomplete]')!.textContent = (correction && incomplete(correction)) ?? '';
}

function tell(text: string): void {
  problem.textContent = text;
}

for (const { form, key } of forms) {
  form.addEventListener('input', () => {
    const entry = readForm(form);
    if (entry) entries[key] = entry;
    else delete entries[key];
    storage.save(name, entries);
    tell(storage.keeps ? '' : 'Deze browser bewaart niets tussendoor. Bewaar uw cijfers als bestand voordat u de pagina sluit.');
    tellIncomplete(form, key);
    tellProgress();
  });
}

/** Another name is another reader; what was filled in before there was a name goes along with the first. */
reader.addEventListener('change', () => {
  const next = reader.value.trim();
  const kept = storage.load(next);
  if (name === '' && kept === undefined) {
    storage.save('', {});
    storage.save(next, entries);
  } else entries = kept ?? {};
  name = next;
  storage.reader = next;
  tell('');
  show();
});

one('#next').addEventListener('click', () => {
  const target = forms.find(({ key }) => entries[key]?.grade === undefined)?.form;
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
});

one('#save').addEventListener('click', () => {
  if (name === '') {
    tell('Vul eerst bovenaan uw naam of initialen in.');
    reader.focus();
    return;
  }
  const file = gradeFile(data, entries, name, new Date().toISOString());
  if (file.items.length === 0) {
    tell('Er is nog niets om te bewaren. Geef eerst een cijfer.');
    return;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' }));
  link.download = `cijfers-${slug(name)}.json`;
  link.click();
  // The download has the address by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  tell('');
});

one('.bar').hidden = false;
show();
