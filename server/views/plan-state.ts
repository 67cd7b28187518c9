import type { FactValue, PlanRequest, ReadParticipants } from '../contract.ts';
import { formatMember, MEMBER_FIELD, MEMBER_SEPARATOR } from '../rules/plan-link.ts';
import { nameFor } from './plan-kinds.ts';
import { planWords } from './plan-words.ts';
import { fill } from './labels.ts';

/**
 * A plan as somebody fills it in, with numbers and amounts as typed so that nothing is lost that is not right yet. It is
 * written as `deelnemer=4*huisartsen*sector.huisartsenzorg&onderwerp=groep&bedrag=200.000`: in the address, so that it can be
 * shared, and in the form that works without JavaScript.
 */
export interface PlanState {
  members: readonly PlanMember[];
  /** Facts about the consultation of all, in the order in which they were answered; `weet-niet` is an answer too. */
  answers: readonly { fact: string; value: string }[];
  total: string;
  /** By law and by sector. */
  domainShares: Readonly<Record<string, string>>;
  sectorShares: Readonly<Record<string, string>>;
}

export interface PlanMember {
  name: string;
  count: string;
  facts: Readonly<Record<string, string>>;
}

export const UNKNOWN_ANSWER = 'weet-niet';
const TOTAL = 'bedrag';
const DOMAIN_SHARE = 'deel';
const SECTOR_SHARE = 'sectordeel';
const MOST_MEMBERS = 50;
const MOST_COUNT = 500;
const MOST_NAME = 200;
/** Of a fact and of its values. */
const ID = /^[A-Za-z][\w-]{0,59}$/;
/** Names in the address that are no facts. */
const RESERVED = new Set([MEMBER_FIELD, TOTAL, DOMAIN_SHARE, SECTOR_SHARE]);

export const emptyPlanState: PlanState = { members: [], answers: [], total: '', domainShares: {}, sectorShares: {} };

/** Reads a state; what can be no part of one is left out, since addresses are shared, shortened and mistyped. */
export function parsePlanState(text: string): PlanState {
  const parameters = new URLSearchParams(text.replace(/^[#?]/, ''));
  const answers: { fact: string; value: string }[] = [];
  for (const [fact, value] of parameters) {
    if (!RESERVED.has(fact) && ID.test(fact) && ID.test(value) && !answers.some((known) => known.fact === fact)) answers.push({ fact, value });
  }
  return {
    members: parameters.getAll(MEMBER_FIELD).flatMap((one) => parseMember(one) ?? []),
    answers,
    total: (parameters.get(TOTAL) ?? '').slice(0, 40),
    domainShares: sharesIn(parameters.getAll(DOMAIN_SHARE)),
    sectorShares: sharesIn(parameters.getAll(SECTOR_SHARE)),
  };
}

export function formatPlanState({ members, answers, total, domainShares, sectorShares }: PlanState): string {
  const parameters = new URLSearchParams(members.map((member) => [MEMBER_FIELD, formatMember(member)]));
  for (const { fact, value } of answers) parameters.append(fact, value);
  if (total !== '') parameters.append(TOTAL, total);
  for (const [field, shares] of [[DOMAIN_SHARE, domainShares], [SECTOR_SHARE, sectorShares]] as const) {
    for (const [id, share] of Object.entries(shares)) if (share !== '') parameters.append(field, `${share}${MEMBER_SEPARATOR}${id}`);
  }
  return parameters.toString();
}

function parseMember(text: string): PlanMember | undefined {
  const [count = '', typed = '', ...told] = text.split(MEMBER_SEPARATOR);
  const name = typed.trim().slice(0, MOST_NAME);
  if (name === '') return undefined;
  const facts = told.map((one) => [one.slice(0, one.indexOf('.')), one.slice(one.indexOf('.') + 1)] as const).filter(([id, value]) => ID.test(id) && ID.test(value));
  return { name, count: count.trim().slice(0, 10), facts: Object.fromEntries(facts) };
}

function sharesIn(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => value.split(MEMBER_SEPARATOR)).flatMap(([share = '', id = '']) => (ID.test(id) ? [[id, share.slice(0, 20)]] : [])));
}

/** Adds who was read or tapped: who takes part already only grows in number. */
export function withMembers(state: PlanState, added: readonly (Pick<ReadParticipants['participants'][number], 'name' | 'count' | 'facts'>)[]): PlanState {
  const members = [...state.members];
  for (const { name, count, facts: told } of added) {
    const facts = Object.fromEntries(Object.entries(told).map(([id, value]) => [id, String(value)]));
    const at = members.findIndex((known) => isSame(known, name, facts));
    const known = members[at];
    if (known === undefined) members.push({ name: nameFor(name, String(count)), count: String(count), facts });
    else members[at] = counted(known, String(Number(known.count) + count || count));
  }
  return { ...state, members };
}

export const counted = (member: PlanMember, count: string): PlanMember => ({ ...member, count, name: nameFor(member.name, count) });

function isSame(known: PlanMember, name: string, facts: Record<string, string>): boolean {
  const sorted = (one: Readonly<Record<string, string>>): string => JSON.stringify(Object.entries(one).sort());
  return nameFor(known.name, '1').toLowerCase() === nameFor(name, '1').toLowerCase() && sorted(known.facts) === sorted(facts);
}

/** What goes to the planner. An answer "weet ik niet" stays out: unknown is not false. A problem is a sentence that says what to do. */
export function planRequest({ members, answers }: PlanState): PlanRequest | { problem: string } {
  const wrong = members.find(({ count }) => !/^\d{1,3}$/.test(count) || Number(count) < 1 || Number(count) > MOST_COUNT);
  if (wrong !== undefined) return { problem: fill(planWords.badCount, { name: wrong.name }) };
  if (members.length > MOST_MEMBERS) return { problem: planWords.tooMany };
  const facts = Object.fromEntries(answers.filter(({ value }) => value !== UNKNOWN_ANSWER).map(({ fact, value }) => [fact, valueOf(value)]));
  return { facts, participants: members.map(({ name, count, facts: own }) => ({ name, count: Number(count), facts: Object.fromEntries(Object.entries(own).map(([id, value]) => [id, valueOf(value)])) })) };
}

const valueOf = (value: string): FactValue => (value === 'true' ? true : value === 'false' ? false : value);
