import { isStopWord, stem } from './words.ts';

/** A verb's ending after a long vowel: `betaalt`, `declareert`; not the end of `patient`. */
const VERB_ENDING = /(aa|ee|oo|uu|ie(?!n)|eu|ui|ij|oe)([bcfghklmnprsz])[dt]$/;

/** Words come back: those of a glossary several times at the start, those of questions every day. */
const MOST_FORMS = 20_000;
const forms = new Map<string, string>();

/**
 * One form for the inflections of a folded word, for comparing words (not for showing them).
 * The Snowball stemmer alone keeps `huisarts` apart from `huisartsen`, `declaratie` from
 * `declaraties`, and `declareren` from `declareert` and `gedeclareerd`.
 */
export function conflate(word: string): string {
  let form = forms.get(word);
  if (form === undefined) {
    form = oneForm(word);
    if (forms.size < MOST_FORMS) forms.set(word, form);
  }
  return form;
}

function oneForm(word: string): string {
  // The stemmer takes `baar` and `heid` off too, and makes `beschikbaar` a `beschikking`.
  if (/(?:baar|bare|heid)$/.test(word)) return word.replace(/bare$/, 'baar');
  let form = word;
  if (form.length >= 4) form = form.replace(/([aeiou])s$/, '$1');
  const verb = form.replace(VERB_ENDING, '$1$2');
  if (verb !== form) form = verb.length >= 7 && form.startsWith('ge') ? verb.slice(2) : verb;
  // Until nothing changes: `huisartsen` → `huisarts` → `huisart`, which is also what `huisarts` becomes.
  for (let round = 0; round < 3; round += 1) {
    const shorter = stem(form);
    // `meten` must not become `met`, nor `overheid` `over`.
    if (shorter === form || isStopWord(shorter)) break;
    form = shorter;
  }
  return form.replace(/([aeiou])\1([^aeiou])$/, '$1$2');
}
