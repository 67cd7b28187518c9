import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CanonicalDocument } from '../corpus/document.ts';
import { smallDocument } from '../search/testing/small-index.ts';
import { smallAnswerer } from './testing/small-answerer.ts';

const root = await mkdtemp(join(tmpdir(), 'superseded-'));
afterAll(() => rm(root, { recursive: true, force: true }));

/** The law is the better find wherever it takes part. */
const now = smallDocument('gids', ['Sinds vorig jaar betaalt de gemeente alleen nog wat vooraf schriftelijk is afgesproken.']);
const old = smallDocument('wet', ['De verzekeraar betaalt de huisarts voor het overleg.']);

const question = 'Wie betaalt de huisarts voor het overleg?';

describe.each([undefined, 'busy'] as const)('without the model because: %s', (wordsOnly) => {
  const asked = async (documents: CanonicalDocument[], asOf?: string) => {
    const answerer = await smallAnswerer(join(root, `${wordsOnly}-${documents.map(({ supersededOn }) => supersededOn).join('-')}`), documents);
    const answer = await answerer.ask({ question, ...(asOf !== undefined && { asOf }) }, { ...(wordsOnly && { wordsOnly }) });
    return { ...answer, cited: new Set(answer.citations.map(({ documentId }) => documentId)), told: answer.notices.filter((notice) => /geldt/.test(notice)) };
  };
  const ended = { ...old, supersededOn: '2015', supersededBy: 'de Jeugdwet' };

  it('cites an old law without a word while nobody has said that it is old', async () => {
    const { cited, told } = await asked([now, old]);
    expect(cited).toContain('wet');
    expect(told).toEqual([]);
  });

  it('leaves out what no longer holds, today and on a day after its end', async () => {
    expect(await asked([now, ended])).toMatchObject({ cited: new Set(['gids']), told: [] });
    expect(await asked([now, ended], '2015-01-01')).toMatchObject({ cited: new Set(['gids']), told: [] });
  });

  it('on a day before its end cites it, and says since when it holds no more and what replaced it', async () => {
    const { cited, told, citations } = await asked([now, ended], '2014-12-31');
    expect(cited).toContain('wet');
    expect(told).toEqual(['Let op: de wet geldt niet meer sinds 2015. In de plaats kwam de Jeugdwet.']);
    expect(citations.find(({ documentId }) => documentId === 'wet')).toMatchObject({ supersededOn: '2015', supersededBy: 'de Jeugdwet' });
  });

  it('says of what still holds until when it does', async () => {
    const { cited, told } = await asked([now, { ...old, supersededOn: '2999-07', supersededBy: 'de Toekomstwet' }]);
    expect(cited).toContain('wet');
    expect(told).toEqual(['Let op: de wet geldt tot juli 2999. In de plaats komt de Toekomstwet.']);
  });

  it('does not even call it near when nothing else is there', async () => {
    const { abstained, answer, cited } = await asked([ended]);
    expect([abstained, cited.size]).toEqual([true, 0]);
    // Not even its words count as known.
    expect(answer).toContain('Over “betaalt” en “huisarts” vind ik niets in de bronnen.');
    expect(answer).not.toContain('de wet');
  });
});
