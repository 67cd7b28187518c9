import { expect, it } from 'vitest';
import { noticeOf, statusOf } from './source-worth.ts';

const worth = { statusName: 'Verslag', statusMeaning: 'Geen regel.', kindName: 'Verslag', notice: 'Het is geen regel.', noticeExcept: ['bijlage'] };

it.each([
  [['4 Vragen'], 'Het is geen regel.'],
  [['4 Vragen', 'Bijlage A › Tarief'], 'Het is geen regel.'],
  [['Bijlage A › Tarief', 'bijlage B'], undefined],
  [[], undefined],
])('of citations in %j it says %j', (sections, notice) => expect(noticeOf(worth, sections)).toBe(notice));

it('says nothing of a source whose kind is not known or asks for nothing', () => {
  const { notice: _notice, ...plain } = worth;
  expect(noticeOf(undefined, ['1'])).toBeUndefined();
  expect(noticeOf(plain, ['1'])).toBeUndefined();
  expect(statusOf(undefined)).toEqual({});
  expect(statusOf(worth)).toEqual({ statusName: 'Verslag', statusMeaning: 'Geen regel.' });
});
