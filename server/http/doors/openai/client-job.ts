import { findPatientData } from '../../../privacy/patient-data.ts';

/** What chat programs ask of the model beside answers, often after each one. */
export interface ClientJob {
  name: 'title' | 'tags' | 'follow_ups' | 'queries' | 'completion' | 'other';
  /** What to reply. */
  reply: string;
}

/** Longer is no name of a conversation. */
const TITLE_LENGTH = 60;
const NO_TITLE = 'Gesprek';
const TAGS = ['Zorg', 'Bekostiging'];

/**
 * Recognises a job that a chat program gives of its own accord (Open WebUI's "### Task:", LibreChat's and Chatbox's request
 * for a title) and does it with what the message holds: a search would make every question cost four.
 * @returns undefined for what a person asks
 */
export function clientJob(message: string): ClientJob | undefined {
  if (/^\s*#{1,4}\s*task\b/i.test(message)) return taskOf(message);
  const wantsTitle = /^\s*(?:please )?(?:provide|generate|create|write|give|suggest|based on the (?:chat|conversation)\b[^\n]{0,80}?give)\b[^\n]{0,120}\b(?:title|name)\b/i;
  if (wantsTitle.test(message) && /\b(?:conversation|chat)\b/i.test(message)) return { name: 'title', reply: titleOf(message) };
  return undefined;
}

/** Open WebUI says in which form of JSON it wants the answer. */
function taskOf(message: string): ClientJob {
  const form = message.slice(Math.max(0, message.search(/#{1,4}\s*output/i)));
  const wants = (key: string): boolean => new RegExp(`["']${key}["']\\s*:`).test(form);
  if (wants('follow_ups')) return { name: 'follow_ups', reply: JSON.stringify({ follow_ups: [] }) };
  if (wants('tags')) return { name: 'tags', reply: JSON.stringify({ tags: TAGS }) };
  if (wants('queries')) return { name: 'queries', reply: JSON.stringify({ queries: [] }) };
  if (wants('title')) return { name: 'title', reply: JSON.stringify({ title: titleOf(message) }) };
  if (wants('text')) return { name: 'completion', reply: JSON.stringify({ text: '' }) };
  return { name: 'other', reply: '{}' };
}

/** The first question of the conversation, shortened; never with a name or number of a patient. */
function titleOf(message: string): string {
  const history = /<chat_history>([^]*?)<\/chat_history>/i.exec(message)?.[1] ?? message;
  const question = /^[ \t]*(?:user|human|gebruiker)[ \t]*:[ \t]*(\S.*)$/im.exec(history)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';
  if (question === '' || findPatientData(question).length > 0) return NO_TITLE;
  const characters = [...question.replace(/[?.!]+$/, '')];
  if (characters.length <= TITLE_LENGTH) return characters.join('');
  const cut = characters.slice(0, TITLE_LENGTH).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_LENGTH / 2))}…`;
}
