import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryNotice } from '../testing/arbitrary-blocks.ts';
import { noticeSentences, noticeText } from './notice-text.ts';

const superseded = { type: 'notice', kind: 'superseded', source: 'de wet', supersededOn: '2015', supersededBy: 'de Jeugdwet' } as const;

describe('a notice in words', () => {
  it('says since when a source holds no more and what came in its place, or will', () => {
    expect(noticeText(superseded, { today: '2026-01-01' })).toBe('Let op: de wet geldt niet meer sinds 2015. In de plaats kwam de Jeugdwet.');
    expect(noticeText(superseded, { today: '2014-12-31' })).toBe('Let op: de wet geldt tot 2015. In de plaats komt de Jeugdwet.');
  });

  it('is a sentence of its own under a heading', () => {
    expect(noticeSentences(superseded, { today: '2026-01-01' })).toBe('De wet geldt niet meer sinds 2015. In de plaats kwam de Jeugdwet.');
    expect(noticeSentences({ ...superseded, source: 'NZa-regel' }, { today: '2026-01-01' })).toMatch(/^NZa-regel geldt/);
  });

  it.each([
    [false, 'Deze bron is van juli 2024. Ga na of er daarna iets is veranderd.'],
    [true, 'De nieuwste bron hierbij is van juli 2024. Ga na of er daarna iets is veranderd.'],
  ])('tells how old the newest source is (several: %s)', (several, text) => {
    expect(noticeText({ type: 'notice', kind: 'age', newest: '2024-07', several })).toBe(text);
  });

  it('says that the day of a plan has passed, and which source weighs more', () => {
    const plan = { type: 'notice', kind: 'plan-passed', plannedFor: '2026', said: '2024-10-15' } as const;
    const differ = { type: 'notice', kind: 'sources-differ', stronger: 'de aanwijzing', weaker: 'het verslag' } as const;
    expect(noticeText(plan)).toBe('Let op: het plan van 15 oktober 2024 was voor 2026. Of het is doorgegaan, staat niet in de bronnen.');
    expect(noticeText(differ)).toBe('Let op: de bronnen verschillen. Wat staat in de aanwijzing weegt zwaarder dan wat staat in het verslag.');
  });

  it('is English for an English question, the names of sources apart', () => {
    const english = { language: 'en', today: '2026-01-01' } as const;
    expect(noticeText(superseded, english)).toBe('Please note: de wet has not applied since 2015. It was replaced by de Jeugdwet.');
    expect(noticeText({ ...superseded, supersededOn: '2029-05' }, english)).toBe('Please note: de wet applies until May 2029. It will be replaced by de Jeugdwet.');
    expect(noticeText({ type: 'notice', kind: 'plan-passed', plannedFor: '2026', said: '2024-10' }, english)).toBe(
      'Please note: the plan of October 2024 was for 2026. Whether it went ahead is not in the sources.',
    );
    expect(noticeSentences({ type: 'notice', kind: 'sources-differ', stronger: 'de aanwijzing', weaker: 'het verslag' }, english)).toBe(
      'The sources differ. What de aanwijzing says weighs more than what het verslag says.',
    );
  });

  it('explains a term', () => {
    expect(noticeText({ type: 'term', matched: 'PGAZ', term: 'patiëntengroepsgebonden afstemming', meaning: 'Afspraken over een groep.' })).toBe(
      'PGAZ (patiëntengroepsgebonden afstemming): Afspraken over een groep.',
    );
  });

  it('never says "Let op" twice, and not at all under the heading that says it', () => {
    fc.assert(
      fc.property(arbitraryNotice, (notice) => {
        expect(noticeText(notice)!.match(/let op:/gi)?.length ?? 0).toBeLessThanOrEqual(1);
        expect(noticeText(notice)).not.toMatch(/.let op:/is);
        expect(noticeSentences(notice)).not.toMatch(/let op:/i);
        expect(noticeSentences(notice)).not.toBe('');
      }),
    );
  });
});
