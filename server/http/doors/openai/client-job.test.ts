import { describe, expect, it } from 'vitest';
import { clientJob } from './client-job.ts';

const history = (question: string) => `<chat_history>\nUSER: ${question}\nASSISTANT: Dat hangt ervan af. [1]\n</chat_history>`;
/** As Open WebUI words its jobs. */
const task = (job: string, form: string, question = 'Wie betaalt een groepsconsult?') =>
  `### Task:\n${job}\n\n### Guidelines:\n- Be concise.\n\n### Output:\nJSON format: ${form}\n\n### Chat History:\n${history(question)}`;

describe('clientJob', () => {
  it.each<[string, string, object]>([
    ['title', task('Generate a concise, 3-5 word title with an emoji summarizing the chat history.', '{ "title": "your concise title here" }'), { title: 'Wie betaalt een groepsconsult' }],
    ['tags', task('Generate 1-3 broad tags categorizing the main themes of the chat history.', '{ "tags": ["tag1", "tag2", "tag3"] }'), { tags: ['Zorg', 'Bekostiging'] }],
    ['follow_ups', task('Suggest 3-5 relevant follow-up questions.', '{ "follow_ups": ["Question 1?", "Question 2?"] }'), { follow_ups: [] }],
    ['queries', task('Analyze the chat history to determine the necessity of generating search queries.', '{ "queries": ["query1"] }'), { queries: [] }],
    ['completion', task('You are an autocompletion system.', '{ "text": "<your_completion>" }'), { text: '' }],
    ['other', task('Doe iets wat niemand kent.', '{ "onbekend": 1 }'), {}],
  ])('does a job of Open WebUI: %s', (name, message, reply) => {
    const job = clientJob(message);
    expect(job?.name).toBe(name);
    expect(JSON.parse(job?.reply ?? '')).toEqual(reply);
  });

  it.each([
    'Provide a concise, 5-word-or-less title for the conversation, using title case conventions. Only return the title itself.\n\nConversation:\nUser: Wie betaalt een groepsconsult?\nAI: Dat hangt ervan af.',
    'Based on the chat history, give this conversation a name.\nKeep it short.\n\nUser: Wie betaalt een groepsconsult?',
  ])('gives a conversation a name: %s', (message) => {
    expect(clientJob(message)).toEqual({ name: 'title', reply: 'Wie betaalt een groepsconsult' });
  });

  it('makes a long question a short title, and none of one with a name in it', () => {
    const title = (question: string) => (JSON.parse(clientJob(task('Title.', '{ "title": "x" }', question))?.reply ?? '') as { title: string }).title;
    const long = title('Hoe wordt het overleg tussen huisartsen, wijkverpleging en het sociaal domein over kwetsbare ouderen betaald?');
    expect(long.length).toBeLessThanOrEqual(61);
    expect(long).toMatch(/^Hoe wordt het overleg .*\p{L}…$/u);
    expect(title('Wie betaalt mevrouw De Vries, geboren 3 april 1950?')).toBe('Gesprek');
    expect(title('')).toBe('Gesprek');
  });

  it.each(['Wie betaalt een groepsconsult?', 'Wat is de titel van de handleiding?', 'What is the name of the manual?', 'Maak een titel', ''])('leaves a question alone: %s', (message) => {
    expect(clientJob(message)).toBeUndefined();
  });
});
