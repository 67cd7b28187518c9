import type { Vocabulary, VocabularyCheck } from '../corpus/vocabulary.ts';
import { checkCondition } from './check-logic.ts';
import { patternFaults } from './pattern-faults.ts';
import type { RuleSet } from './rule-set.ts';

type Fault = ReturnType<VocabularyCheck>[number];

/** The vocabulary names routes, facts, values and sectors that exist. */
export function checkVocabulary({ facts, routes }: Pick<RuleSet, 'facts' | 'routes'>): VocabularyCheck {
  const ids = routes.map(({ id }) => id);
  const sectors = facts.find(({ id }) => id === 'sector')?.answers.map(({ value }) => value) ?? [];
  return (vocabulary: Vocabulary) => {
    const faults: Fault[] = [];
    const report = (path: Fault['path'], reason: string): void => void faults.push({ path, reason });
    const route = (path: Fault['path'], id: string | undefined): void => {
      if (id !== undefined && !ids.includes(id)) report(path, `onbekende route "${id}"; de routes zijn ${ids.join(', ')}`);
    };
    const sectorAt = (path: Fault['path'], sector: string): void => {
      if (!sectors.includes(sector)) report(path, `onbekende sector "${sector}"; de sectoren zijn ${sectors.join(', ')}`);
    };
    const stated = (path: Fault['path'], fact: Vocabulary['signals']['pair']): void => {
      if (fact) checkCondition({ fact: fact.fact, is: fact.value }, facts, path, (at, reason) => report(at.map((key) => (key === 'is' ? 'value' : key)), reason));
    };
    vocabulary.terms.forEach((entry, at) => route(['terms', at, 'route'], entry.route));
    vocabulary.routes.forEach((entry, at) => route(['routes', at, 'route'], entry.route));
    const known = (path: Fault['path'], fact: string, value: string): void => {
      stated(path, { fact, value });
    };
    vocabulary.facts.forEach((entry, at) => {
      stated(['facts', at], entry);
      for (const sector of (entry.askers ?? []).filter((asker) => asker !== 'unknown')) sectorAt(['facts', at, 'askers'], sector);
    });
    vocabulary.agreementRoutes.forEach((entry, at) => {
      route(['agreementRoutes', at, 'route'], entry.route);
      if (!facts.some(({ id }) => id === entry.fact)) known(['agreementRoutes', at], entry.fact, '');
    });
    vocabulary.agreements.forEach(({ value }, at) => {
      for (const { fact } of vocabulary.agreementRoutes) if (facts.some(({ id }) => id === fact)) known(['agreements', at], fact, value);
    });
    stated(['signals', 'pair'], vocabulary.signals.pair);
    vocabulary.professions.forEach(({ joined, sectors: given = [], domein }, at) => {
      stated(['professions', at, 'joined'], joined);
      for (const sector of given) sectorAt(['professions', at, 'sectors'], sector);
      if (domein !== undefined) known(['professions', at], 'domein', domein);
    });
    vocabulary.settings.forEach(({ joined, sector, domein }, at) => {
      stated(['settings', at, 'joined'], joined);
      if (sector !== undefined) sectorAt(['settings', at, 'sector'], sector);
      if (domein !== undefined) known(['settings', at], 'domein', domein);
    });
    faults.push(...patternFaults(vocabulary));
    return faults;
  };
}
