import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Answer } from '../contract.ts';

const cwd = resolve(import.meta.dirname, '..', '..');
function ask(args: string[], env: Record<string, string> = {}): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/ask.ts', ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  });
  return { status, out: stdout, err: stderr };
}

describe('npm run ask', () => {
  it('answers with coloured quotes and their place', () => {
    const { status, out, err } = ask(['Tot wanneer loopt het experiment?'], { FORCE_COLOR: '1' });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/\x1b\[36m“?\S/);
    expect(out).toContain('2029');
    expect(out).toMatch(/Bronnen[^]*\[1\][^]*pagina \d+/);
  });

  it('gives the contract’s answer as JSON', () => {
    const { status, out } = ask(['Tot wanneer loopt het experiment?', '--json']);
    expect(status).toBe(0);
    expect(Answer.parse(JSON.parse(out))).toMatchObject({ outcome: 'beantwoord', question: 'Tot wanneer loopt het experiment?' });
  });

  it('ends with 3 when it is not in the sources, and uses no colours with NO_COLOR', () => {
    const { status, out } = ask(['Wat is de hoofdstad van Australië?'], { NO_COLOR: '1', CI: '1' });
    expect(status).toBe(3);
    expect(out).toMatch(/niet in de bronnen\./);
    expect(out).not.toContain('\x1b');
  });

  it('explains with --explain why a question is refused', () => {
    const { status, out } = ask(['Wat is het telefoonnummer van de NZa?', '--explain'], { NO_COLOR: '1', CI: '1' });
    expect(status).toBe(3);
    expect(out).toMatch(/niet in de bronnen\.[^]*Hoe dit antwoord ontstond[^]*eronder, dus de vraag wordt geweigerd\.[^]*Citeren/);
    for (const step of ['Lezen', 'Zoeken', 'Zinnen ordenen', 'Citaten kiezen', 'Beoordelen', 'Controleren', 'Regels', 'Meldingen']) expect(out).toContain(`\n${step} (`);
  });

  it('gives the trace as data with --explain --json', () => {
    const { out } = ask(['Tot wanneer loopt het experiment?', '--explain', '--json']);
    expect(Answer.parse(JSON.parse(out)).trace?.map(({ step }) => step)).toContain('judge');
  });

  it.each<[string, string[], Record<string, string>, number, RegExp]>([
    ['no index', ['Wie betaalt?'], { INDEX_DIR: '/tmp/bestaat-niet' }, 1, /^Er is nog geen index\. Bouw de index opnieuw met "npm run ingest"\.\n$/],
    ['a wrong setting', ['Wie betaalt?'], { PORT: 'x' }, 1, /PORT heeft een verkeerde waarde/],
    ['no question', [], {}, 2, /^Stel een vraag\. Bijvoorbeeld: npm run ask/],
    ['patient data', ['Mevrouw Jansen, BSN 123456782, wie betaalt haar?'], {}, 2, /burgerservicenummer/],
  ])('tells %s in Dutch', (_, args, env, status, message) => {
    const result = ask(args, env);
    expect(result).toMatchObject({ status, out: '' });
    expect(result.err).toMatch(message);
    expect(result.err).not.toContain('    at ');
  });
});
