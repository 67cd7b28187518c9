import { readFileSync } from 'node:fs';
import { beforeAll, expect, it, vi } from 'vitest';
import { readVocabulary } from '../corpus/vocabulary.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import type { RuleSet } from './rule-set.ts';
import { CORPUS_DIR, realRules } from './testing/real-rules.ts';

// Reads the whole corpus: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const yaml = readFileSync(`${CORPUS_DIR}/vocabulary.yaml`, 'utf8');
let rules: RuleSet;
beforeAll(async () => {
  rules = (await realRules()).rules;
});

const read = (text: string) => readVocabulary(text, 'vocabulary.yaml', checkVocabulary(rules));

it('the project’s own vocabulary names only what there is', () => {
  expect(() => read(yaml)).not.toThrow();
});

it.each([
  ['a route', '- route: adz', '- route: azd', /onbekende route "azd"; de routes zijn pgaz, /],
  ['a route of a term', '  route: segment-3', '  route: segment-4', /onbekende route "segment-4"/],
  ['a sector', 'sectors: [fysiotherapie]', 'sectors: [fysio]', /onbekende sector "fysio"; de sectoren zijn huisartsenzorg, /],
  ['a fact', 'fact: alVergoed', 'fact: alBetaald', /onbekend feit "alBetaald"/],
  ['a value', 'value: voornemen', 'value: plan', /"pgazOvereenkomst" kan niet plan zijn; kies uit /],
  ['the route of an agreement', '{ route: pgaz, fact', '{ route: pagz, fact', /onbekende route "pagz"/],
  ['the fact of an agreement', 'fact: adzOvereenkomst', 'fact: adzContract', /onbekend feit "adzContract"/],
  ['a sector of askers', 'askers: [fysiotherapie]', 'askers: [fysio]', /onbekende sector "fysio"/],
  ['a sector of a place', 'sector: ggz, says', 'sector: gzz, says', /onbekende sector "gzz"/],
  ['a law of a place', '{ setting: gehandicaptenzorg, domein: wlz', '{ setting: gehandicaptenzorg, domein: wzl', /"domein" kan niet wzl zijn/],
  ['a word list', 'says: ["{pgaz}"]', 'says: ["{pagz}"]', /de woordgroep '\{pagz\}' bestaat niet; kies uit /],
  ['a bracket', '"als groep !({zorgverleners})"', '"als groep !({zorgverleners}"', /ontbreekt een haakje/],
  ['a joined fact', '{ fact: huisartsenDoenMee, value: true }', '{ fact: huisartsenDoenMee, value: ja }', /"huisartsenDoenMee" kan niet ja zijn/],
  ['the fact of a pair', '{ fact: meerdereSectoren, value: true }', '{ fact: sectoren, value: true }', /onbekend feit "sectoren"/],
])('refuses %s that does not exist, with its line', (_, from, to, reason) => {
  const changed = yaml.replace(from, to);
  const line = changed.split('\n').findIndex((text, at) => text !== yaml.split('\n')[at]) + 1;
  expect(() => read(changed)).toThrow(reason);
  expect(() => read(changed)).toThrow(`vocabulary.yaml, regel ${line}: `);
});
