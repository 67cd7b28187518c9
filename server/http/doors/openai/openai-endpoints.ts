import { json, type Endpoint } from '../../endpoint.ts';
import { chatCompletions } from './chat-completions.ts';
import { ChatCompletion, ModelList } from './chat-completion.ts';
import { ChatRequest, CHAT_BODY_LIMIT } from './chat-request.ts';
import { clientJob } from './client-job.ts';
import { models } from './models.ts';
import { openAiExamples, chatChunks } from './openai-examples.ts';
import { OPENAI_PATH } from './openai-path.ts';

/** The assistant as a model of OpenAI, for front ends that can talk to one. */
export const openAiEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: `${OPENAI_PATH}/models`,
    name: 'listModels',
    tag: 'openai',
    summary: 'The one model there is',
    limit: 'address',
    response: { description: 'Models', content: json(ModelList, openAiExamples.models) },
    problems: [],
    errorForm: 'openai',
    handler: () => models,
  },
  {
    method: 'post',
    path: `${OPENAI_PATH}/chat/completions`,
    name: 'createChatCompletion',
    tag: 'openai',
    summary: 'Answer the last message of a conversation, with its sources in the text',
    description:
      'Compatible with OpenAI, streamed (`"stream": true`) and not. Citations are `url_citation` annotations and, whole, `citations`. System prompts and settings of a model change nothing and are named in `ignored`; images, tools and other forms of answer are refused. Titles, tags and follow-up questions that chat programs ask for are made without a search.',
    limit: 'session',
    countsNot: isClientJob,
    body: { schema: ChatRequest, example: openAiExamples.request, limit: CHAT_BODY_LIMIT },
    response: { description: 'The answer', content: { ...json(ChatCompletion, openAiExamples.completion), ...chatChunks } },
    problems: [404, 500, 503],
    errorForm: 'openai',
    handler: ({ readiness, logger }) => chatCompletions(readiness, logger),
  },
];

function isClientJob(body: unknown): boolean {
  const chat = ChatRequest.safeParse(body);
  const content = chat.data?.messages.at(-1)?.content;
  return typeof content === 'string' && clientJob(content) !== undefined;
}
