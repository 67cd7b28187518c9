import type { Vocabulary, VocabularyCheck } from '../corpus/vocabulary.ts';
import { checkCondition } from './check-logic.ts';
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
    const stated = (path: Fault['path'], fact: Vocabulary['signals']['pair']): void => {
      if (fact) checkCondition({ fact: fact.fact, is: fact.value }, facts, path, (at, reason) => report(at.map((key) => (key === 'is' ? 'value' : key)), reason));
    };
    vocabulary.terms.forEach((entry, at) => route(['terms', at, 'route'], entry.route));
    vocabulary.routes.forEach((entry, at) => route(['routes', at, 'route'], entry.route));
    vocabulary.facts.forEach((entry, at) => {
      stated(['facts', at], entry);
      route(['facts', at, 'needsRoute'], entry.needsRoute);
    });
    stated(['signals', 'pair'], vocabulary.signals.pair);
    vocabulary.professions.forEach((profession, at) => {
      stated(['professions', at, 'joined'], profession.joined);
      for (const sector of profession.sectors.filter((sector) => !sectors.includes(sector))) {
        report(['professions', at, 'sectors'], `onbekende sector "${sector}"; de sectoren zijn ${sectors.join(', ')}`);
      }
    });
    return faults;
  };
}
