import type { DataPath, YamlFile } from '../text/yaml-file.ts';
import { checkCondition } from './check-logic.ts';
import type { Fact, Phrases, StatedFact } from './rule-set.ts';

/** Phrases name routes, facts, values and sectors that exist. */
export function checkPhrases(phrases: Phrases, facts: readonly Fact[], routes: readonly string[], file: YamlFile): void {
  phrases.routes.forEach(({ route }, index) => {
    if (!routes.includes(route)) file.report(['routes', index, 'route'], `onbekende route "${route}"`);
  });
  const stated = (at: DataPath, { fact, value }: StatedFact): void => {
    checkCondition({ fact, is: value }, facts, at, (path, reason) => file.report(path, reason));
  };
  phrases.facts.forEach((item, index) => stated(['facts', index], item));
  stated(['pair'], phrases.pair);
  const sectors = facts.find(({ id }) => id === 'sector')?.answers.map(({ value }) => value) ?? [];
  phrases.professions.forEach((profession, index) => {
    if (profession.joined) stated(['professions', index, 'joined'], profession.joined);
    for (const sector of profession.sectors.filter((sector) => !sectors.includes(sector))) {
      file.report(['professions', index, 'sectors'], `onbekende sector "${sector}"`);
    }
  });
}
