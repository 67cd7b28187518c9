import { expect, it } from 'vitest';
import { sourceBadges, sourceMeaning } from './citation-view.ts';
import { h, textOf } from './view.ts';

const shown = (source: Parameters<typeof sourceBadges>[0]): string => textOf(h('p', {}, sourceBadges(source)));

const binding = { status: 'bindend', statusName: 'Bindend', statusMeaning: 'Dit is een regel. Iedereen moet zich eraan houden.' };

it('a source in force shows its authority and what that means', () => {
  const law = { ...binding };
  expect(shown(law)).toBe('Bindend');
  expect(sourceMeaning(law)).toBe('Dit is een regel. Iedereen moet zich eraan houden.');
});

it('one that holds no more says so in words, and is no rule to keep to any longer', () => {
  const law = { ...binding, supersededOn: '2015' };
  expect(shown(law)).toBe('Bindend Geldt niet meer sinds 2015');
  expect(sourceMeaning(law)).toBeUndefined();
  expect(sourceMeaning({ ...law, supersededBy: 'de Jeugdwet' })).toBe('In de plaats kwam de Jeugdwet.');
});

it('one that will end still holds', () => {
  const law = { ...binding, supersededOn: '2999', supersededBy: 'de Toekomstwet' };
  expect(shown(law)).toBe('Bindend Geldt tot 2999');
  expect(sourceMeaning(law)).toMatch(/^Dit is een regel/);
});

it('an authority that is not known is shown as the server gives it', () => {
  expect(shown({ status: 'overig' })).toBe('overig');
});
