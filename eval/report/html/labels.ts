import type { CaseFields, Split } from '../../load/evaluation-case.ts';

const TYPES: Record<CaseFields['type'], string> = {
  fact: 'feit',
  condition: 'voorwaarde',
  process: 'proces',
  compare: 'vergelijking',
  procedure: 'procedure',
  colloquial: 'spreektaal',
  typo: 'tikfouten',
  english: 'Engels',
  'false-premise': 'verkeerde aanname',
  'follow-up': 'vervolgvraag',
  conflict: 'bronnen spreken elkaar tegen',
  'yes-no': 'ja of nee',
  'two-part': 'dubbele vraag',
  situation: 'eigen situatie',
  unanswerable: 'staat niet in de bronnen',
  'out-of-scope': 'ander onderwerp',
  adversarial: 'misbruik',
};
export const typeLabel = (type: string): string => TYPES[type as CaseFields['type']] ?? type;

const GROUPS: Record<CaseFields['group'], string> = { clinician: 'zorgverlener', volunteer: 'vrijwilliger', policy: 'beleid' };
export const groupLabel = (group: string): string => GROUPS[group as CaseFields['group']] ?? group;

export const splitLabel = (split: Split): string => (split === 'test' ? 'bevroren helft' : 'ontwikkelhelft');
