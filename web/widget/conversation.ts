import type { AskRequest } from '../../server/contract.ts';
import { randomName } from './session.ts';
import { storedTurn, type Facts, type Turn } from './turn.ts';

const historyTurns = 4;
const historyCharacters = 1500;

/**
 * The conversation of this tab. It lives in sessionStorage only: gone when the tab closes, never on the server, wiped
 * with `clear`. Where storage is refused (a sandboxed frame, full) the conversation lives in memory.
 */
export class Conversation {
  readonly #key: string;
  turns: Turn[] = [];

  constructor(server: string) {
    this.#key = `bekostigingswijzer:${server}`;
    this.turns = this.#load();
  }

  #load(): Turn[] {
    try {
      const stored = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]') as unknown;
      if (!Array.isArray(stored)) return [];
      return stored.map(storedTurn).filter((turn) => turn !== undefined);
    } catch {
      return [];
    }
  }

  save(): void {
    try {
      if (this.turns.length === 0) sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, JSON.stringify(this.turns));
    } catch {
      // Storage is a convenience: without it the conversation still works until the page is left.
    }
  }

  /** @param change of the facts that go along from now on */
  add(question: string, notAboutPatient?: true, change: Facts = {}): Turn {
    const facts = { ...this.turns.at(-1)?.facts, ...change };
    const turn: Turn = { id: randomName(), question, ...(notAboutPatient && { notAboutPatient }), ...(Object.keys(facts).length > 0 && { facts }), state: 'busy', text: '', citations: [] };
    this.turns.push(turn);
    this.save();
    return turn;
  }

  remove(turn: Turn): void {
    this.turns = this.turns.filter((other) => other !== turn);
    this.save();
  }

  /** Puts other turns in the place of those that are here; none wipes them from the tab's storage too. */
  replace(turns: Turn[]): void {
    this.turns = turns;
    this.save();
  }

  /** The last answered turns before one, cut to size so that a request stays below the server's limit. */
  historyBefore(turn: Turn): NonNullable<AskRequest['history']> {
    return this.#before(turn).flatMap(({ question, text }) => [
      { role: 'user' as const, content: question.slice(0, historyCharacters) },
      { role: 'assistant' as const, content: inShort(text) },
    ]);
  }

  /** What was said of a question holds for every later one that takes it along. */
  isNotAboutPatient(turn: Turn): boolean {
    return [turn, ...this.#before(turn)].some(({ notAboutPatient }) => notAboutPatient === true);
  }

  #before(turn: Turn): Turn[] {
    const at = this.turns.indexOf(turn);
    return this.turns
      .slice(0, at < 0 ? undefined : at)
      .filter(({ state }) => state === 'done')
      .slice(-historyTurns);
  }
}

/** Begin and end: what an answer asks back stands last, and the server reads the reply by it. */
function inShort(text: string): string {
  const half = historyCharacters / 2;
  return text.length <= historyCharacters ? text : `${text.slice(0, half - 1)}…\n${text.slice(1 - half)}`;
}
