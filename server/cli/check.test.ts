import { beforeAll, describe, expect, it, vi } from 'vitest';
import { BadInputError } from '../errors.ts';
import { helpText, optionName, readArguments } from './check-arguments.ts';
import { createEvaluator } from '../rules/evaluate.ts';
import { printCheck } from './print-check.ts';
import { printTrace } from './print-trace.ts';
import { createRuleCheck } from '../rules/rule-check.ts';
import { realRules, type RealRules } from '../rules/testing/real-rules.ts';
import { statusWords } from '../views/route-view.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;

beforeAll(async () => {
  real = await realRules();
});

const plain = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, '');

describe('the options of the command', () => {
  it('are the facts in words with hyphens', () => {
    expect(optionName('huisartsenDoenMee')).toBe('huisartsen-doen-mee');
    expect(optionName('tenDienstVanZvwZorg')).toBe('ten-dienst-van-zvw-zorg');
    expect(optionName('segment3Afspraak')).toBe('segment3-afspraak');
    expect(optionName('onderwerp')).toBe('onderwerp');
  });

  it('take a value after a space or an equals sign, yes and no in Dutch, the id itself too', () => {
    const argv = ['--onderwerp', 'groep', '--huisartsen-doen-mee=ja', '--alVergoed', 'nee', '--pgaz-overeenkomst', 'ja', '--op-datum', '2026-01-31', '--json'];
    expect(readArguments(argv, real.rules.facts)).toEqual({
      facts: { onderwerp: 'groep', huisartsenDoenMee: true, alVergoed: false, pgazOvereenkomst: 'ja' },
      asOf: '2026-01-31',
      json: true,
      explain: false,
      help: false,
    });
    expect(readArguments(['--as-of=2026-01-31', '--uitleg'], real.rules.facts)).toMatchObject({ asOf: '2026-01-31', explain: true });
  });

  it('tell everything that is wrong at once', () => {
    const run = (): unknown => readArguments(['--kleur', 'x', '--onderwerp', '--domein', 'zvw', '--domein', 'wlz', 'los'], real.rules.facts);
    expect(run).toThrow(BadInputError);
    for (const words of ['"--kleur" bestaat niet', 'Bij "--onderwerp" ontbreekt de waarde', '"--domein" staat er twee keer', '"los" bestaat niet', 'De opties zijn', '--huisartsen-doen-mee']) {
      expect(run).toThrow(words);
    }
  });

  it('are all explained', () => {
    const help = helpText(real.rules.facts);
    for (const { id, question } of real.rules.facts) {
      expect(help).toContain(`--${optionName(id)} `);
      expect(help).toContain(question);
    }
  });
});

describe('the printed answer', () => {
  it('shows each route with status, conditions and quotes, and what is still open', () => {
    const result = createRuleCheck(real.rules, real.documents).check({ onderwerp: 'groep', domein: 'zvw' }, '2025-06-01');
    const text = plain(printCheck(result, real.rules.facts, 100));
    for (const route of result.routes) expect(text).toMatch(new RegExp(`${route.title.replace(/[()]/g, '\\$&')}\\s+${statusWords(route).name}`));
    expect(text).toMatch(/SOP \(sectoroverstijgende prestatie\)\s+Past niet/);
    expect(text).toContain('Uitkomst op 1 juni 2025');
    expect(text).toContain('✓ De aanbieder die betaald wil worden, werkt onder de Zvw.');
    expect(text).toContain('  pgazOvereenkomst: Is er voor deze samenwerking een schriftelijke overeenkomst met de zorgverzekeraar over PGAZ?');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('“Daarmee dienen huisartsen noodzakelijkerwijs een onderdeel te zijn van het samenwerkingsverband.”');
    const [longest] = text.split('\n').filter((line) => line.startsWith('      ')).map((line) => line.length).sort((a, b) => b - a);
    expect(longest).toBeLessThanOrEqual(100);
  });
});

describe('the printed trace', () => {
  it('shows each condition with its parts and the line that decided', () => {
    const facts = { onderwerp: 'groep', alVergoed: false, oiOvereenkomst: 'ja' };
    const [pgaz] = createEvaluator(real.rules.facts, real.rules.routes)(facts, '2025-06-01').routes;
    const text = plain(printTrace(pgaz!, facts));
    expect(text).toContain('  niet (alVergoed is ja): waar\n    alVergoed is ja: onwaar (gegeven: nee)');
    expect(text).toContain('    zeker (huisartsenDoenMee is nee): onwaar\n      huisartsenDoenMee is nee: onbekend');
    expect(text).toContain('gebruiken? → ja, dus: Kies één route');
    expect(text).toContain('6. Is een voorwaarde over de situatie nog onbekend? ja, maar een eerdere regel beslist');
  });
});
