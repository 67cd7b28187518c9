import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import type { CheckResult, RouteResult } from '../contract.ts';
import { checkMarkdown } from './check-markdown.ts';
import { emptyCheckState, takeStep, type Fact } from './check-state.ts';

const NASTY = '[klik](javascript:alert(1)) <img src=x onerror=alert(1)> **vet** `code`\n# kop\n- punt';
const SHOWN = NASTY.replace(/\s+/g, ' ');
const facts: Fact[] = [{ id: 'onderwerp', question: NASTY, help: '', type: 'choice', choices: [{ value: 'groep', label: NASTY }] }];
const citation = { n: 1, documentId: 'a', title: NASTY, quote: NASTY, page: 3 } as RouteResult['warnings'][number]['citations'][number];
const said = { text: NASTY, citations: [citation] };
const route: RouteResult = {
  id: 'pgaz', title: NASTY, status: 'van-toepassing', payment: 'apart', reason: said, warnings: [said], nextSteps: [said],
  conditions: [{ id: 'c', kind: 'situatie', status: 'voldaan', ...said }],
};
const result: CheckResult = { asOf: '2026-03-02', rulesetSha256: '', routes: [route], missing: [] };

/** Every token in a text, at any depth. */
const all = (tokens: readonly Token[]): Token[] => tokens.flatMap((token) => [token, ...all(('tokens' in token && token.tokens) || []), ...all(('items' in token && (token.items as Token[])) || [])]);

describe('checkMarkdown', () => {
  it('shows signs of Markdown in anybody\'s words as they are', () => {
    const state = takeStep(emptyCheckState, { fact: 'onderwerp', answer: 'groep' }, facts);
    const tokens = all(marked.lexer(checkMarkdown({ description: { facts, routes: [] }, state, result }, 'https://wijzer.nl/check')));
    expect(tokens.filter(({ type }) => ['image', 'html', 'codespan', 'code'].includes(type))).toEqual([]);
    expect(tokens.filter((token) => token.type === 'link').map((token) => (token as { href: string }).href)).toEqual(['https://wijzer.nl/check']);
    expect(tokens.filter(({ type }) => type === 'heading')).toHaveLength(6);
  });

  it('loses no word of them', () => {
    const text = checkMarkdown({ description: { facts, routes: [] }, state: emptyCheckState, result }, '');
    expect(text.replace(/\\([\\`*_[\]<>#+-])/g, '$1').split(SHOWN).length - 1).toBeGreaterThanOrEqual(9);
  });
});
