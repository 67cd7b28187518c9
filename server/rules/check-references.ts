import type { DataPath, YamlFile } from '../text/yaml-file.ts';
import type { Fact, FactBundle, Pitfall, Route } from './rule-set.ts';

/** Names that stand in a list more than once: an outcome defined twice. */
export function reportRepeated(file: YamlFile, path: DataPath, names: readonly string[]): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) file.report([...path, index], `"${name}" staat er twee keer`);
  });
}

/** Each fact and each of its values stands once. */
export function checkFacts(facts: readonly Fact[], file: YamlFile): void {
  facts.forEach(({ id, answers }, index) => {
    if (facts.findIndex((fact) => fact.id === id) < index) file.report([index, 'id'], `het feit "${id}" staat er twee keer`);
    answers.forEach(({ value }, at) => {
      if (answers.findIndex((answer) => answer.value === value) < at) {
        file.report([index, 'answers', at, 'value'], `de waarde "${value}" staat er twee keer`);
      }
    });
  });
}

/** A question that changes nothing should not be asked. */
export function reportUnusedFacts(facts: readonly Fact[], routes: readonly Route[], file: YamlFile): void {
  const used = JSON.stringify(routes.map(({ conditions }) => conditions.map(({ when }) => when)));
  facts.forEach(({ id }, index) => {
    if (!used.includes(`"fact":${JSON.stringify(id)}`)) file.report([index, 'id'], `het feit "${id}" wordt nergens gebruikt in een voorwaarde van een route`);
  });
}

/** Every pitfall is guarded against by a warning or next step, and every one that is named exists. */
export function checkPitfalls(pitfalls: readonly Pitfall[], routes: readonly Route[], file: YamlFile): void {
  const remarks = routes.flatMap(({ id: route, warnings, nextSteps }) => [...warnings, ...nextSteps].map((remark) => ({ route, remark })));
  pitfalls.forEach(({ id }, index) => {
    if (pitfalls.findIndex((other) => other.id === id) < index) file.report(['pitfalls', index, 'id'], `"${id}" staat er twee keer`);
    if (!remarks.some(({ remark }) => remark.pitfalls.includes(id))) {
      file.report(['pitfalls', index, 'id'], `geen waarschuwing of volgende stap noemt valkuil ${id} (pitfalls)`);
    }
  });
  for (const { route, remark } of remarks) {
    for (const id of remark.pitfalls.filter((id) => !pitfalls.some((known) => known.id === id))) {
      file.report(['pitfalls'], `"${remark.id}" van route ${route} noemt valkuil ${id}, maar die staat niet in deze lijst`);
    }
  }
}

/** What is asked together are facts with a yes and a no, each asked in one such question only, under a name that is no fact's. */
export function checkTogether(together: readonly FactBundle[], facts: readonly Fact[], file: YamlFile): void {
  const members = together.flatMap((bundle) => bundle.facts.map(({ fact }) => fact));
  together.forEach((bundle, index) => {
    if (facts.some(({ id }) => id === bundle.id)) file.report(['together', index, 'id'], `"${bundle.id}" is al een feit`);
    bundle.facts.forEach(({ fact }, at) => {
      const path = ['together', index, 'facts', at, 'fact'];
      if (!facts.some(({ id, type }) => id === fact && type === 'boolean')) file.report(path, `onbekend ja/nee-feit "${fact}"; de feiten staan in facts.yaml`);
      if (members.filter((other) => other === fact).length > 1) file.report(path, `"${fact}" staat er twee keer`);
    });
  });
}
