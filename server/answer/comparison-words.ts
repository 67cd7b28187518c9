import type { RouteStanding } from '../contract.ts';
import type { Silence } from '../corpus/comparison.ts';

/** Words around the cells of a comparison, which the corpus does not hold. */
interface ComparisonWords {
  /** `{things}` are the names of what is compared. */
  caption: string;
  and: string;
  standing: string;
  silence: Record<Silence, string>;
  phase: Record<RouteStanding['phase'], string>;
}

export const comparisonWords: Record<'nl' | 'en', ComparisonWords> = {
  nl: {
    caption: '{things} vergeleken',
    and: ' en ',
    standing: 'Stand op {day}',
    silence: { 'not-mentioned': 'niet genoemd', unclear: 'niet duidelijk' },
    phase: { 'in-force': 'geldt volgens de bronnen', undecided: 'niet zeker', proposal: 'alleen een voorstel', intention: 'alleen een plan', before: 'nog niet begonnen', after: 'afgelopen' },
  },
  en: {
    caption: '{things} compared',
    and: ' and ',
    standing: 'Standing on {day}',
    silence: { 'not-mentioned': 'not mentioned', unclear: 'not clear' },
    phase: { 'in-force': 'applies, the sources say', undecided: 'not certain', proposal: 'only a proposal', intention: 'only a plan', before: 'not yet begun', after: 'ended' },
  },
};
