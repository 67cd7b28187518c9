import { VERDICTS, type Verdict } from '../corpus/statement.ts';
import { kernelWeight } from '../model/question-measure.ts';
import { fold } from '../text/words.ts';
import type { Finding } from './draft.ts';
import type { StatementBook } from './statement-book.ts';

/** What speaks for ja, nee and hangt-af: the yes/no questions near this one, and small words in question and statement. */
export interface VerdictFeatures {
  features: Record<string, number>;
  /** The nearest decided question for each verdict. */
  nearest: Partial<Record<Verdict, string>>;
}

/** Statements whose forms count, and what a rank takes off their nearness. */
const STATEMENTS = 5;
const PER_RANK = 0.02;
/** What a difference takes off; measured out of fold on the tune half, as the sharpness. */
const DENIAL = 0.12;
const MODAL = 0.05;
const SCOPE = 0.03;
const SHARPNESS = 15;
/** Of known questions, which are many and lie close. */
const KNOWN_SHARPNESS = 10;

/** Small words that turn a yes into a no while hardly any other word changes. Folded text, Dutch and English. */
const CUES: Readonly<Record<string, RegExp>> = {
  denies: /\b(?:niet|geen|nooit|niks|niets|zonder|not|no|never)\b/,
  needless: /\b(?:hoeft|hoeven|hoef)\b/,
  duty: /\b(?:moet|moeten|verplicht|nodig|dient|eist|must|have to)\b/,
  leave: /\b(?:mag|mogen|may)\b/,
  ability: /\b(?:kan|kun|kunnen|mogelijk|can)\b/,
  only: /\b(?:alleen|enkel|slechts|uitsluitend|only)\b/,
  always: /\b(?:altijd|elke|alle|iedere|ieder|iedereen|sowieso|automatisch|per se|always|every|all)\b/,
  plan: /\b(?:zou|zouden|plan|voornemen|voorstel|in (?:juli|oktober) 2024)\b/,
  still: /\bnog\b/,
  already: /\b(?:al|inmiddels|already)\b/,
  also: /\book\b/,
  apart: /\b(?:apart|extra|los)\b/,
  paid: /\b(?:krijg|betaal|betaa|vergoe|declar)\w*/,
  inPrinciple: /\bin (?:beginsel|principe)\b/,
  open: /\b(?:of dat|of ze|niet in de bronnen|verschillen)\b/,
};
const DENYING = ['denies', 'needless'];
const MODALS = ['duty', 'leave', 'ability'];
const SCOPES = ['only', 'always'];

/** Nothing for a question that is no yes/no question, or without the encoder or forms. */
export function verdictFeatures({ forms, question, statements, retrieval }: Pick<Finding, 'forms' | 'question' | 'statements' | 'retrieval'>, book: StatementBook): VerdictFeatures | undefined {
  const cosines = forms?.cosines;
  const [best, second] = statements;
  if (!cosines || !best || !question.profile.asksFor.has('yes-no')) return undefined;
  const asked = cuesOf(question.profile.text);
  const votes = nearForms(cosines, asked, statements, book);
  const total = VERDICTS.reduce((sum, verdict) => sum + votes[verdict].weight, 0);
  const own = VERDICTS.reduce((sum, verdict) => sum + votes[verdict].own, 0);
  const known = knownQuestions(retrieval.votes?.decided ?? []);
  const text = best.entry.statement.text ?? best.entry.statement.planned?.plan ?? '';
  const whole = cuesOf(text);
  const lead = cuesOf(text.split(/(?<=[.?!])\s/)[0] ?? '');
  const features: Record<string, number> = { words: question.profile.text.split(/\s+/).length, gap: best.score - (second ?? best).score };
  for (const verdict of VERDICTS) {
    features[`weight:${verdict}`] = total > 0 ? votes[verdict].weight / total : 0;
    features[`nearest:${verdict}`] = votes[verdict].nearest;
    features[`forms:${verdict}`] = own > 0 ? votes[verdict].own / own : 0;
    features[`known:${verdict}`] = known[verdict].share;
    features[`knownNearest:${verdict}`] = known[verdict].nearest;
  }
  for (const cue of Object.keys(CUES)) {
    features[`asked:${cue}`] = Number(asked[cue]);
    features[`lead:${cue}`] = Number(lead[cue]);
    features[`said:${cue}`] = Number(whole[cue]);
    features[`both:${cue}`] = Number(asked[cue] && lead[cue]);
  }
  return { features, nearest: Object.fromEntries(VERDICTS.flatMap((verdict) => (votes[verdict].form === undefined ? [] : [[verdict, votes[verdict].form]]))) };
}

/** How the known questions near this one were answered, whatever they are about. */
function knownQuestions(decided: NonNullable<Finding['retrieval']['votes']>['decided']): Record<Verdict, { share: number; nearest: number }> {
  const total = decided.reduce((sum, { cosine }) => sum + kernelWeight(cosine, KNOWN_SHARPNESS), 0);
  const of = (verdict: Verdict) => decided.filter((one) => one.verdict === verdict).map(({ cosine }) => cosine);
  return Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, { share: total > 0 ? of(verdict).reduce((sum, cosine) => sum + kernelWeight(cosine, KNOWN_SHARPNESS), 0) / total : 0, nearest: Math.max(-1, ...of(verdict)) }]),
  ) as Record<Verdict, { share: number; nearest: number }>;
}

interface Vote {
  weight: number;
  nearest: number;
  /** Forms of the best statement. */
  own: number;
  form?: string;
}

function nearForms(cosines: Float64Array, asked: Cues, statements: Finding['statements'], book: StatementBook): Record<Verdict, Vote> {
  const votes = Object.fromEntries(VERDICTS.map((verdict) => [verdict, { weight: 0, nearest: -1, own: 0 }])) as Record<Verdict, Vote>;
  const ranks = new Map(statements.slice(0, STATEMENTS).map(({ entry }, rank) => [entry.place, rank]));
  book.forms.forEach(({ place, text, verdict }, form) => {
    const rank = ranks.get(place);
    if (verdict === undefined || rank === undefined) return;
    const cues = cuesOf(text);
    const nearness = cosines[form]! - PER_RANK * rank - DENIAL * Number(anyOf(DENYING, asked) !== anyOf(DENYING, cues)) - MODAL * Number(differ(MODALS, asked, cues)) - SCOPE * Number(differ(SCOPES, asked, cues));
    const vote = votes[verdict];
    vote.weight += Math.exp(SHARPNESS * nearness);
    if (rank === 0) vote.own += 1;
    if (nearness > vote.nearest) Object.assign(vote, { nearest: nearness, form: text });
  });
  return votes;
}

type Cues = Record<string, boolean>;

function cuesOf(text: string): Cues {
  const folded = fold(text);
  return Object.fromEntries(Object.entries(CUES).map(([name, cue]) => [name, cue.test(folded)]));
}

const anyOf = (names: readonly string[], cues: Cues): boolean => names.some((name) => cues[name]);
const differ = (names: readonly string[], a: Cues, b: Cues): boolean => names.some((name) => a[name] !== b[name]);
