import { describe, expect, it } from 'vitest';
import { toHtml } from '../http/pages/to-html.ts';
import { h, isSafeAddress, textOf } from './view.ts';

describe('h', () => {
  it('drops absent children and attributes, and flattens lists', () => {
    const view = h('p', { class: undefined, hidden: true, id: 'a' }, 'een ', false, [undefined, ['twee']]);
    expect(view).toEqual({ tag: 'p', attributes: { hidden: '', id: 'a' }, children: ['een ', 'twee'] });
    expect(textOf(view)).toBe('een twee');
  });

  it.each(['script', 'iframe', 'style', 'object', 'img', 'base', 'meta', 'link', 'foreignObject'])('makes no <%s>', (tag) =>
    expect(() => h(tag)).toThrow(TypeError));

  it.each(['onclick', 'ONLOAD', 'style', 'srcdoc'])('makes no %s', (name) => expect(() => h('a', { [name]: 'x' })).toThrow(TypeError));

  it('leaves out an address that could run something or lead away', () => {
    expect(h('a', { href: 'javascript:alert(1)' }).attributes).toEqual({});
    expect(h('a', { href: 'https://www.nza.nl/' }).attributes).toEqual({ href: 'https://www.nza.nl/' });
  });
});

describe('isSafeAddress', () => {
  it.each(['/', '/bronnen/a#t=1-2', '#citaat', '?q=a', 'https://www.nza.nl', 'HTTPS://www.nza.nl/pad?x=1'])('allows %s', (address) =>
    expect(isSafeAddress(address)).toBe(true));

  it.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x',
    'vbscript:x', 'http://a.nl', '//kwaad.nl', '/\\kwaad.nl', '\\\\kwaad.nl', 'https:kwaad.nl', 'https:///kwaad', 'https://goed.nl@kwaad.nl/', 'file:///etc/passwd', 'blob:x', '',
  ])('refuses %j', (address) => expect(isSafeAddress(address)).toBe(false));
});

describe('toHtml', () => {
  it('escapes text and attributes', () => {
    expect(toHtml(h('p', { title: '"<&\'' }, '<b>&"\''))).toBe('<p title="&quot;&lt;&amp;&#39;">&lt;b&gt;&amp;&quot;&#39;</p>');
  });

  it('closes what must be closed and keeps a first newline of typed text', () => {
    expect(toHtml(h('br'))).toBe('<br>');
    expect(toHtml(h('input', { value: '' }))).toBe('<input value="">');
    expect(toHtml(h('textarea', {}, '\na'))).toBe('<textarea>\n\na</textarea>');
    expect(toHtml(h('button', { hidden: true }))).toBe('<button hidden></button>');
  });
});
