import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(resolve(project, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const read = (page: string): string => readFileSync(resolve(project, page), 'utf8');

describe.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'])('%s', (page) => {
  it('names only commands that exist', () => {
    const named = [...read(page).matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map(([, name = '']) => name);
    const ofNpm = ['ci', 'sbom', 'install'];
    expect(named.filter((name) => !(name in scripts) && !ofNpm.includes(name))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target).filter((target) => !target.includes('://'));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((target) => !existsSync(resolve(project, dirname(page), target)))).toEqual([]);
  });
});

it('the README names every command', () => {
  const readme = read('README.md');
  expect(Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme))).toEqual([]);
});
