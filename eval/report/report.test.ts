import { stripVTControlCharacters } from 'node:util';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { compareRuns } from '../verdict/comparison.ts';
import { compactResults } from '../verdict/compact-results.ts';
import { judgeRun } from '../verdict/verdict.ts';
import { sampleEvaluation, THRESHOLDS } from '../testing/sample-evaluation.ts';
import { decimal, duration, interval, percent, signed } from './format.ts';
import { escapeHtml } from '../../server/text/escape-html.ts';
import { html } from './html/markup.ts';
import { highlight } from './html/highlight.ts';
import { reportPage } from './html/page.ts';
import { evaluationJson } from './json.ts';
import { junitXml } from './junit.ts';
import { caseLines, reportLines } from './terminal.ts';

const evaluation = await sampleEvaluation();
const verdict = judgeRun(evaluation, THRESHOLDS);
const earlier = compactResults(evaluation);
earlier.cases['test-looptijd-01'] = { ...earlier.cases['test-looptijd-01']!, right: false, figures: { ...earlier.cases['test-looptijd-01']!.figures, evidenceCited: 0 } };
const comparison = compareRuns(evaluation.results, earlier);
const page = reportPage(evaluation, verdict, comparison);
const { document } = parseHTML(page);

describe('the HTML report', () => {
  test('opens with the verdict and every threshold', () => {
    expect(document.querySelector('.verdict .result')?.textContent).toMatch(/^Voldoet niet: \d+ van de \d+ grenzen niet gehaald$/);
    const rows = [...document.querySelectorAll('#oordeel + .scroll tbody tr')].map((row) => row.querySelector('th')?.textContent);
    expect(rows).toEqual(verdict.checks.map(({ label }) => label));
  });

  test('says in five figures how it does, and names what falls short', () => {
    const five = [...document.querySelectorAll('.five dt')].map((term) => term.textContent);
    expect(five).toEqual(['Antwoordt meteen', 'Klopt ja/nee', 'Bewezen', 'Weigert terecht', 'Kort genoeg']);
    expect(document.querySelector('.verdict')?.textContent).toContain('Niet gehaald: bewijs aangehaald (33,3 %)');
  });

  test('says of a question what a reader would object to', () => {
    expect(document.getElementById('test-looptijd-02')!.textContent).toContain('antwoordt niet meteen');
  });

  test('holds everything in one file', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/@import|url\(/);
    expect(document.documentElement.getAttribute('lang')).toBe('nl');
  });

  test('has every part that was measured, and a link to each', () => {
    const ids = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href')!.slice(1));
    expect(ids).toEqual(['oordeel', 'cijfers', 'groepen', 'handen', 'lezers', 'nieuw-document', 'vergelijking', 'antwoorden-van-anderen', 'robuust', 'regelcheck', 'zelftest', 'vorige-keer', 'werkwijze', 'vragen']);
    expect(ids.filter((id) => !document.getElementById(id))).toEqual([]);
    expect(document.querySelectorAll('figure svg[role="img"][aria-label]').length).toBeGreaterThanOrEqual(6);
  });

  test('shows what a new document costs, all rounds first', () => {
    const captions = [...document.querySelectorAll('#nieuw-document caption')].map((caption) => caption.textContent);
    expect(captions).toEqual([
      'Alle documenten samen: 4 vragen met en 4 zonder antwoord',
      'Zonder geleerde vragen over regeling: 3 vragen met en 2 zonder antwoord',
      'Zonder geleerde vragen over brief: 1 vragen met en 2 zonder antwoord',
    ]);
    expect(document.querySelector('#nieuw-document tbody tr')?.textContent).toContain('Helemaal goed');
  });

  test('shows what readers think, whether they agree, and what predicts it', () => {
    const section = document.getElementById('lezers')!;
    const tableOf = (caption: string) => [...section.querySelectorAll('table')].find((one) => one.querySelector('caption')!.textContent === caption)!;
    expect([...tableOf('De lezers').querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['anna', '2', '2,000', '0', '1', '0', '1'],
      ['bert', '2', '1,500', '1', '0', '0', '1'],
    ]);
    expect(tableOf('Zijn de lezers het eens?').querySelector('tbody td')?.textContent).toContain('50 %');
    expect(tableOf('Welke maat voorspelt het cijfer van de lezers?').querySelector('tbody')?.textContent).toContain('Bewijs aangehaald');
    expect(section.textContent).toContain('bert: 0 (<b>Zegt niets.</b>)');
    expect(section.textContent).toContain('concepten/tune-lezer-anna.yaml (1)');
  });

  test('puts answers of other systems beside ours, by every measure that says something about them', () => {
    const rows = [...document.querySelectorAll('#antwoorden-van-anderen tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
    const evidence = rows.find(([label]) => label!.startsWith('Bewijs aangehaald'))!;
    // Frozen questions with an answer: 1 of 3 for us (one failed), 2 of 3 for the other; ours minus theirs on the same questions.
    expect(evidence.map((cell) => cell.split(' %')[0])).toEqual(['Bewijs aangehaaldn = 3', '33,3', '66,7', '−33,3']);
    expect(rows.some(([label]) => label!.startsWith('nDCG@10'))).toBe(false);
  });

  test('shows a case with what was found and missed, marked', () => {
    const right = document.getElementById('test-looptijd-01')!;
    expect(right.querySelector('summary')?.textContent).toContain('✓ goed');
    expect([...right.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('Het experiment eindigt uiterlijk op 1 mei 2029.');
    expect(right.textContent).toContain('beter dan vorige keer');
    expect(right.textContent).toContain('bewijs aangehaald 0,000 → 1,000');
    const wrong = document.getElementById('test-looptijd-02')!;
    expect(wrong.textContent).toContain('✗ gemist');
    expect(wrong.querySelector('blockquote.missed')).not.toBeNull();
  });

  test('puts what is wrong first', () => {
    const signs = [...document.querySelectorAll('details.case > summary > span:first-child')].map((span) => span.className);
    expect(signs.indexOf('ok')).toBeGreaterThan(signs.lastIndexOf('no'));
  });

  test('never lets a question or an answer become markup', () => {
    const hostile = document.getElementById('test-looptijd-03')!;
    expect(hostile.querySelector('summary')?.textContent).toContain('<script>alert(1)</script>');
    expect(hostile.querySelector('script, img')).toBeNull();
  });

  test('says what was not measured', () => {
    const bare = { ...evaluation, notes: ['De regelcheck is niet gemeten: x.'] };
    delete bare.rules;
    delete bare.collections;
    const { document: small } = parseHTML(reportPage(bare, judgeRun(bare, THRESHOLDS)));
    expect(small.querySelector('.verdict')?.textContent).toContain('Niet gemeten in deze ronde: Boven de andere systemen (nDCG@10), Regelcheck.');
    expect(small.querySelector('.verdict li')?.textContent).toBe('De regelcheck is niet gemeten: x.');
    expect(small.getElementById('regelcheck')).toBeNull();
  });
});

test('JSON can be read back, without NaN', () => {
  const parsed = JSON.parse(evaluationJson(evaluation, verdict, comparison)) as Record<string, never>;
  expect(parsed).toMatchObject({ verdict: { passed: false, outcome: 'voldoet-niet' }, five: [{ label: 'Antwoordt meteen' }, {}, {}, {}, {}], compact: { format: 'bekostigingswijzer-evaluatie-2' }, leaveOneDocumentOut: { all: { toAnswer: 4, toAbstain: 4 } }, rules: { conditions: { 'pgaz: overeenkomst': ['voldaan'] } } });
});

test('JUnit is well-formed and counts thresholds, wrong cases and errors', () => {
  const xml = junitXml(evaluation, verdict);
  const { document: suites } = parseHTML(xml);
  const count = (suite: string, name: string): string | null => suites.querySelector(`testsuite[name="${suite}"]`)!.getAttribute(name);
  const failed = verdict.checks.filter(({ passed }) => !passed).length;
  expect([count('grenzen', 'tests'), count('grenzen', 'failures')]).toEqual([String(verdict.checks.length), String(failed)]);
  expect([count('vragen', 'tests'), count('vragen', 'failures'), count('vragen', 'errors')]).toEqual(['6', '2', '1']);
  expect(suites.querySelectorAll('failure').length).toBe(failed + 2);
  expect(xml).toContain('&lt;script&gt;');
  expect(xml).not.toMatch(/[\u0000-\u0008]/);
});

test('the screen shows figures, thresholds and, for one case, all of it', () => {
  const lines = stripVTControlCharacters(reportLines(evaluation, verdict, comparison, true).join('\n'));
  expect(lines).toContain('Bevroren helft');
  expect(lines).toContain('Voldoet niet:');
  expect(lines).toMatch(/Kort genoeg\s+\S+ woorden/);
  expect(lines).toContain('test-looptijd-02');
  expect(lines).toContain('Als nieuw document: regeling');
  expect(lines).toMatch(/met vragen \d,\d{3}; verschil/);
  expect(caseLines(evaluation.results[1]!).join('\n')).toContain('bewijs gemist');
});

describe('Dutch notation', () => {
  test('of shares, scores and times', () => {
    expect([0.9342, 1, 0, 0.9999, NaN].map(percent)).toEqual(['93,4 %', '100 %', '0 %', '99,9 %', '–']);
    expect([0.12345, -0.5].map(decimal)).toEqual(['0,123', '−0,500']);
    expect([0.01, 0, -0.01].map((value) => signed(value, percent))).toEqual(['+1 %', '0 %', '−1 %']);
    expect(interval({ value: 0.5, low: 0.25, high: 0.75, n: 12 }, percent)).toBe('25 % tot 75 %, n = 12');
    expect([900, 59_600, 83_000].map(duration)).toEqual(['1 s', '1 min 0 s', '1 min 23 s']);
  });
});

test('markup escapes what is inserted and joins lists', () => {
  expect(html`<p title="${'"x"'}">${['<b>', html`<i>i</i>`, undefined, false, 0]}</p>`.text).toBe('<p title="&quot;x&quot;">&lt;b&gt;<i>i</i>0</p>');
  expect(escapeHtml("a'&")).toBe('a&#39;&amp;');
});

test('highlighting merges, cuts off and keeps the text', () => {
  const marked = highlight('abcdef', [{ start: 3, end: 9 }, { start: -2, end: 1 }, { start: 4, end: 5 }]).map(({ text }) => text).join('');
  expect(marked).toBe('<mark>a</mark>bc<mark>def</mark>');
});
