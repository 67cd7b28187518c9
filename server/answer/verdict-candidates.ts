import type { Verdict } from '../corpus/statement.ts';
import { fold } from '../text/words.ts';
import type { Finding } from './draft.ts';
import type { StatementBook, StatementForm } from './statement-book.ts';

/** What speaks for a verdict; from the yes/no questions that the best statements decide. */
export interface VerdictFeatures {
  /** Part of the forms' weight that has this verdict, 0…1. */
  agreement: number;
  /** ln of the weight of all those forms, divided by the sharpness: how near the question is to them together. */
  support: number;
  /** Nearness of the best form with this verdict, and its cosine without what differs. */
  nearest: number;
  cosine: number;
  /** Its statement's rank (0 = best). */
  rank: number;
  /** 1 when one of the two denies and the other does not; how many other cues of what is asked differ. */
  denialDiffers: number;
  cuesDiffer: number;
  /** Words of the question: a long one tells a situation, of which the form may know only a part. */
  questionWords: number;
  /** 1 for hangt-af. */
  depends: number;
}

export interface VerdictCandidate {
  verdict: Verdict;
  form: StatementForm;
  features: VerdictFeatures;
}

/** Statements whose forms count, and what a rank takes off their nearness. */
const STATEMENTS = 5;
const PER_RANK = 0.02;
/** What a difference takes off. Measured on the tune half, as the sharpness. */
const DENIAL = 0.12;
const CUE = 0.04;
const SHARPNESS = 15;

/** Small words that turn a yes into a no while hardly any other word changes. Folded text, Dutch and English. */
const DENIES = /\b(?:niet|geen|nooit|niks|niets|zonder|hoeft|hoeven|hoef|not|no|never|without)\b/;
const CUES: readonly RegExp[] = [
  /\b(?:moet|moeten|verplicht|nodig|per se|must|have to)\b/,
  /\b(?:mag|mogen|toegestaan|may|allowed)\b/,
  /\b(?:alleen|enkel|slechts|uitsluitend|altijd|elke|alle|iedere|ieder|sowieso|automatisch|only|always|every|all)\b/,
  /\b(?:een enkele|individuele|losse|single)\b/,
];

/** Verdicts of the forms near a yes/no question, the most supported first; none for another question. */
export function verdictCandidates({ forms, question, statements }: Pick<Finding, 'forms' | 'question' | 'statements'>, book: StatementBook): VerdictCandidate[] {
  const cosines = forms?.cosines;
  if (!cosines || !question.profile.asksFor.has('yes-no')) return [];
  const ranks = new Map(statements.slice(0, STATEMENTS).map(({ entry }, rank) => [entry.place, rank]));
  const asked = cuesOf(question.profile.text);
  const near = book.forms.flatMap((form, i) => {
    const rank = ranks.get(form.place);
    if (form.verdict === undefined || rank === undefined) return [];
    const own = cuesOf(form.text);
    const denialDiffers = Number(own.denies !== asked.denies);
    const cuesDiffer = own.cues.filter((has, cue) => has !== asked.cues[cue]).length;
    return [{ form, verdict: form.verdict, rank, cosine: cosines[i]!, denialDiffers, cuesDiffer, nearness: cosines[i]! - PER_RANK * rank - DENIAL * denialDiffers - CUE * cuesDiffer }];
  });
  const weightOf = (some: readonly { nearness: number }[]): number => some.reduce((sum, { nearness }) => sum + Math.exp(SHARPNESS * nearness), 0);
  const total = weightOf(near);
  return [...new Set(near.map(({ verdict }) => verdict))]
    .map((verdict): VerdictCandidate => {
      const own = near.filter((each) => each.verdict === verdict);
      const best = own.reduce((a, b) => (b.nearness > a.nearness ? b : a));
      return {
        verdict,
        form: best.form,
        features: {
          agreement: weightOf(own) / total,
          support: Math.log(total) / SHARPNESS,
          nearest: best.nearness,
          cosine: best.cosine,
          rank: best.rank,
          denialDiffers: best.denialDiffers,
          cuesDiffer: best.cuesDiffer,
          questionWords: question.profile.text.split(/\s+/).length,
          depends: Number(verdict === 'hangt-af'),
        },
      };
    })
    .sort((a, b) => b.features.agreement - a.features.agreement);
}

function cuesOf(text: string): { denies: boolean; cues: boolean[] } {
  const folded = fold(text);
  return { denies: DENIES.test(folded), cues: CUES.map((cue) => cue.test(folded)) };
}
