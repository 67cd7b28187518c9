import type { AskRequest, FactValue } from '../contract.ts';
import { contradictionsIn, type Contradiction } from './contradictions.ts';
import { UNKNOWN, type CounterQuestions } from './counter-question.ts';
import { lawOfSector } from './law-of-sector.ts';
import { readReply } from './read-reply.ts';
import type { FactBundle } from './rule-set.ts';

export type From = 'vraag' | 'gesprek' | 'gegeven';

export interface Told {
  value: FactValue;
  from: From;
}

/** What a conversation tells of a situation. */
export interface Conversation {
  facts: Map<string, Told>;
  /** Asked, and nobody knows. */
  unknown: Set<string>;
  /** What was asked back earlier, each once, in order. */
  asked: string[];
  /** What the last message asked back. */
  pending?: string | undefined;
  /** The last turn answers that. */
  replied: boolean;
  /** The last turn tells something itself. */
  tells: boolean;
  /** What the last turn tells cannot be so beside another thing, told before or with it; the second is left out. */
  contradiction?: Contradiction | undefined;
  /** The last turn can only be meant as an answer to what was asked back, and fits none of the choices. */
  fitsNoChoice?: boolean;
}

export interface ConversationReader {
  /** In each language: a message and its reply need not be in that of the whole conversation. */
  counterQuestions: readonly CounterQuestions[];
  factsInQuestion: (text: string) => Record<string, FactValue>;
  /** It asks how the asker is paid. */
  asksToBePaid: (text: string) => boolean;
  bundles: readonly FactBundle[];
}

/** An answer that fits no choice has at most so many. */
const MOST_WORDS = 6;

type History = NonNullable<AskRequest['history']>;

/** Facts from the turns of the user, the later ones over the earlier. */
export function readConversation(question: string, history: History, reader: ConversationReader): Conversation {
  const { counterQuestions, factsInQuestion, asksToBePaid, bundles } = reader;
  const conversation: Conversation = { facts: new Map(), unknown: new Set(), asked: [], replied: false, tells: false };
  let pending: string | undefined;
  const turns = [...history, { role: 'user' as const, content: question }];
  turns.forEach(({ role, content }, index) => {
    if (role === 'assistant') {
      pending = counterQuestions.map((questions) => questions.askedIn(content)).find((id) => id !== undefined);
      if (pending !== undefined && !conversation.asked.includes(pending)) conversation.asked.push(pending);
      return;
    }
    const isLast = index === turns.length - 1;
    const read = factsInQuestion(content);
    const told = withoutContradictions(read, bundles);
    const reply = pending === undefined ? undefined : replyTo(pending, content, told, conversation, counterQuestions);
    // Another person's situation is another case; a reply is always about this one.
    if (reply === undefined && asksToBePaid(content) && isOtherAsker(told, conversation)) {
      conversation.facts.clear();
      conversation.unknown.clear();
    }
    const facts = { ...told, ...(pending !== undefined && reply !== undefined && reply !== UNKNOWN && { [pending]: valueOf(reply) }) };
    for (const [id, value] of Object.entries(facts)) {
      conversation.facts.set(id, { value, from: isLast ? 'vraag' : 'gesprek' });
      conversation.unknown.delete(id);
      const dropped = contradicted(id, conversation, bundles);
      if (isLast) conversation.contradiction ??= dropped[0];
      drop(dropped, conversation);
    }
    if (pending !== undefined && reply === UNKNOWN) {
      conversation.unknown.add(pending);
      conversation.facts.delete(pending);
    }
    if (isLast) {
      conversation.pending = pending;
      conversation.replied = reply !== undefined;
      conversation.tells = Object.keys(facts).length > 0;
      conversation.contradiction ??= contradictionsIn(read, bundles)[0];
      conversation.fitsNoChoice = pending !== undefined && !conversation.replied && !conversation.tells && isShort(content);
    }
    pending = undefined;
  });
  return conversation;
}

function replyTo(id: string, content: string, told: Record<string, FactValue>, { facts }: Conversation, counterQuestions: readonly CounterQuestions[]): string | undefined {
  const replies = counterQuestions.map((questions) => {
    const asked = questions.of(id, valuesOf(facts));
    return asked && readReply({ ...asked, factId: id }, content, told);
  });
  return replies.find((reply) => reply !== undefined);
}

/** More words, or a question, is something else than an answer. */
const isShort = (content: string): boolean => !content.includes('?') && content.trim().split(/\s+/).length <= MOST_WORDS;

const valueOf = (reply: string): FactValue => (reply === 'true' ? true : reply === 'false' ? false : reply);

export const valuesOf = (facts: ReadonlyMap<string, Told>): Record<string, FactValue> => Object.fromEntries([...facts].map(([id, { value }]) => [id, value]));

/** In one breath neither of two that exclude each other is certain; the first is what somebody says of himself. */
function withoutContradictions(told: Record<string, FactValue>, bundles: readonly FactBundle[]): Record<string, FactValue> {
  const spoiled = new Set(contradictionsIn(told, bundles).map(({ facts: [, second] }) => second));
  return Object.fromEntries(Object.entries(told).filter(([id]) => !spoiled.has(id)));
}

/** What was said earlier, second, and cannot be so beside what is said now. */
function contradicted(id: string, { facts }: Conversation, bundles: readonly FactBundle[]): Contradiction[] {
  return contradictionsIn(valuesOf(facts), bundles).flatMap(({ facts: [first, second], ...why }) =>
    first === id ? [{ ...why, facts: [id, second] as const }] : second === id ? [{ ...why, facts: [id, first] as const }] : []);
}

function drop(dropped: readonly Contradiction[], { facts }: Conversation): void {
  for (const { facts: [, earlier] } of dropped) facts.delete(earlier);
}

function isOtherAsker(told: Record<string, FactValue>, { facts }: Conversation): boolean {
  return told['sector'] !== undefined && facts.has('sector') && facts.get('sector')?.value !== told['sector'];
}

/** The law that follows from the sector, unless something was said about it. */
export function inferred(facts: ReadonlyMap<string, Told>, isOpen: (id: string) => boolean): Map<string, Told> {
  const sector = facts.get('sector');
  const law = lawOfSector(sector?.value);
  return new Map(sector && law !== undefined && !facts.has('domein') && isOpen('domein') ? [['domein', { value: law, from: sector.from }]] : []);
}
