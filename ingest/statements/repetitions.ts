import { fold } from '../../server/text/words.ts';
import { NOT } from '../../server/corpus/guards/negation.ts';
import { unit } from '../../server/corpus/guards/clauses.ts';
import { quantitiesIn } from '../../server/corpus/guards/quantities.ts';
import type { StatementFault, StatementForms } from './statement-files.ts';

/** From this share of common words on, two statements with the same numbers and denials say the same. */
const SAME = 0.9;

/** A question as people may type it: no case, accents or punctuation. */
export const questionKey = (question: string): string => (fold(question).match(/[\p{L}\p{N}&]+/gu) ?? []).join(' ');

/** No two statements say the same, no question is asked under two of them, no yes/no question gets two answers. */
export function repetitionFaults(forms: StatementForms): StatementFault[] {
  return [...sameTexts(forms), ...sameQuestions(forms)];
}

function sameTexts(forms: StatementForms): StatementFault[] {
  const said = forms.map((at) => {
    const text = at.form.text ?? at.form.planned?.plan ?? '';
    return { at, stems: unit(text).stems, facts: `${NOT.test(text)} ${quantitiesIn(text).map(({ kind, value }) => `${kind} ${value}`).sort().join()}` };
  });
  return said.flatMap((one, index) =>
    said
      .slice(0, index)
      .filter((other) => other.facts === one.facts && likeness(one.stems, other.stems) >= SAME)
      .map((other) => ({ at: one.at, field: ['text'], reason: `dit zegt hetzelfde als "${other.at.form.id}" (${other.at.file.name}); voeg de twee samen` })),
  );
}

/** Share of the words of both that they have in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((stem) => b.has(stem)).length;
  return common / Math.max(1, a.size + b.size - common);
}

function sameQuestions(forms: StatementForms): StatementFault[] {
  const faults: StatementFault[] = [];
  const askedUnder = new Map<string, StatementForms[number]>();
  const verdicts = new Map<string, { at: StatementForms[number]; verdict: string }>();
  for (const at of forms) {
    const questions = [
      ...at.form.asks.map((asks, index) => ({ asks, field: ['asks', index] })),
      ...at.form.decides.map(({ asks }, index) => ({ asks, field: ['decides', index] })),
    ];
    for (const { asks, field } of questions) {
      const key = questionKey(asks);
      const other = askedUnder.get(key);
      if (other && other !== at) faults.push({ at, field, reason: `"${asks}" staat ook bij "${other.form.id}" (${other.file.name}); laat de vraag staan waar zij het best wordt beantwoord` });
      else askedUnder.set(key, at);
    }
    for (const [index, { asks, verdict }] of at.form.decides.entries()) {
      const known = verdicts.get(questionKey(asks));
      if (known && known.verdict !== verdict) {
        faults.push({ at, field: ['decides', index], reason: `"${asks}" krijgt hier "${verdict}" en bij "${known.at.form.id}" "${known.verdict}"; een vraag heeft één antwoord` });
      }
      verdicts.set(questionKey(asks), { at, verdict });
    }
  }
  return faults;
}
