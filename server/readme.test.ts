import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '..');
const readme = readFileSync(resolve(project, 'README.md'), 'utf8');

describe('the README', () => {
  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(resolve(project, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map(([, name = '']) => name);
    const ofNpm = ['ci', 'sbom', 'install'];
    expect(named.filter((name) => !(name in scripts) && !ofNpm.includes(name))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target).filter((target) => !target.includes('://'));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((target) => !existsSync(resolve(project, target)))).toEqual([]);
  });
});
