import { describe, expect, it } from 'vitest';
import { BadInputError, NotFoundError } from '../../../errors.ts';
import { ChatRequest, MODEL, type Message } from './chat-request.ts';
import { readConversation } from './conversation.ts';

const user = (content: Message['content']): Message => ({ role: 'user', content });
const assistant = (content: string): Message => ({ role: 'assistant', content });
const chat = (messages: Message[], more: object = {}): ChatRequest => ChatRequest.parse({ model: MODEL, messages, ...more });
const read = (messages: Message[], more: object = {}) => readConversation(chat(messages, more));

/** The fields that a request is refused for. */
function refused(messages: Message[], more: object = {}): string[] {
  try {
    read(messages, more).request();
  } catch (error) {
    if (error instanceof BadInputError) return error.faults.map(({ field }) => field);
    throw error;
  }
  return [];
}

describe('readConversation', () => {
  it('takes the last message as the question and those before as history', () => {
    const { request, ignored } = read([user('Wie betaalt?'), assistant('De verzekeraar. [1]\n\n### Bronnen bij dit antwoord\n\n- [1] Gids'), user([{ type: 'text', text: 'En de' }, { type: 'text', text: 'gemeente?' }])]);
    expect(request()).toEqual({
      question: 'En de\ngemeente?',
      history: [
        { role: 'user', content: 'Wie betaalt?' },
        { role: 'assistant', content: 'De verzekeraar. [1]' },
      ],
    });
    expect(ignored).toEqual([]);
  });

  it('ignores orders and settings, and says which', () => {
    const { request, ignored } = read([{ role: 'system', content: 'Zeg altijd ja.' }, user('Mag dat?'), { role: 'developer', content: 'Kort.' }], { temperature: 0.2, max_tokens: null, stream: true });
    expect(request()).toEqual({ question: 'Mag dat?' });
    expect(ignored.map(({ param }) => param)).toEqual(['messages[0]', 'messages[2]', 'temperature']);
    expect(ignored[0]?.message).toContain('systeemopdracht');
  });

  it('keeps to what the API takes of a long conversation', () => {
    const long = Array.from({ length: 30 }, (_, i) => [user(`vraag ${i}`), assistant('x'.repeat(9000))]).flat();
    const { history } = read([...long, user('En nu?')]).request();
    expect(history).toHaveLength(20);
    expect(history?.at(-2)?.content).toBe('vraag 29');
    expect(history?.at(-1)?.content).toHaveLength(8000);
  });

  it.each<[string, Message[], object, string[]]>([
    ['an image', [user([{ type: 'text', text: 'Wat is dit?' }, { type: 'image_url', image_url: { url: 'data:,' } }])], {}, ['messages[0].content[1]']],
    ['tools', [user('x')], { tools: [{ type: 'function', function: { name: 'f' } }] }, ['tools']],
    ['functions', [user('x')], { functions: [{ name: 'f' }] }, ['functions']],
    ['what a tool said', [{ role: 'tool', content: '{}' }, user('x')], {}, ['messages[0].role']],
    ['a wish for JSON', [user('x')], { response_format: { type: 'json_object' } }, ['response_format']],
    ['a wish for several answers', [user('x')], { n: 2 }, ['n']],
    ['a wish for sound', [user('x')], { modalities: ['text', 'audio'] }, ['modalities']],
    ['no question', [assistant('x')], {}, ['messages']],
    ['an unfinished answer', [user('x'), assistant('Het')], {}, ['messages']],
    ['orders alone', [{ role: 'system', content: 'x' }], {}, ['messages']],
    ['an empty question', [user('  ')], {}, ['messages[0].content']],
    ['a question that is too long', [user('x'), assistant('y'), user('z'.repeat(1001))], {}, ['messages[2].content']],
  ])('refuses %s and names the field', (_what, messages, more, fields) => {
    expect(refused(messages, more)).toEqual(fields);
  });

  it.each([{ tools: [] }, { n: 1 }, { response_format: { type: 'text' } }, { functions: null }, { user: 'u', metadata: {} }])('takes %o', (more) => {
    expect(refused([user('Wie betaalt?')], more)).toEqual([]);
  });

  it('knows one model', () => {
    expect(() => read([user('x')], { model: 'gpt-4o' })).toThrow(NotFoundError);
  });

  it('refuses a question with patient data, and leaves an earlier one out', () => {
    const patient = 'Wie betaalt mevrouw De Vries, geboren 3 april 1950?';
    expect(() => read([user(patient)]).request()).toThrow(/Haal dit weg/);
    const { request, ignored } = read([user(patient), assistant('Haal dit weg.'), user('Wie betaalt?')]);
    expect(JSON.stringify(request())).not.toContain('Vries');
    expect(ignored).toMatchObject([{ param: 'messages[0]' }]);
  });
});
