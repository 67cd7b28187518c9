import type { AskRequest, CounterQuestion, FactValue, RouteResult, UnderstoodFact } from '../contract.ts';
import { dayInAmsterdam } from '../corpus/dates.ts';
import { createPayingReader } from './asks-to-be-paid.ts';
import { checkLink } from './check-link.ts';
import { contradictionsIn } from './contradictions.ts';
import { createCounterQuestions, UNKNOWN, type CounterQuestions } from './counter-question.ts';
import type { RouteVerdict } from './evaluate.ts';
import { createRuleEvaluator } from './evaluate-rules.ts';
import { expandBundles } from './fact-bundle.ts';
import { readGivenFacts, type GivenFacts } from './given-facts.ts';
import { rulesInEnglish, type Language } from './in-english.ts';
import { leadingSentence } from './leading-sentence.ts';
import { createQuestionsLeft } from './next-question.ts';
import { plainReason } from './plain-reason.ts';
import { isPayable, rateRoutes } from './rate-routes.ts';
import type { RuleSet } from './rule-set.ts';
import { situationWords } from './situation-words.ts';
import type { Quote } from './sourced-text.ts';
import { inferred, readConversation, valuesOf, type Conversation, type ConversationReader } from './told-facts.ts';
import { understoodOf } from './understood.ts';

export type SituationRequest = Pick<AskRequest, 'question' | 'history' | 'facts' | 'asOf'> & { language?: Language };

/** A route for somebody's situation, with what proves it, the best proof first. */
export type RatedRoute = Pick<RouteResult, 'id' | 'title' | 'status' | 'because' | 'payment'> & { reason: string; quotes: readonly Quote[]; fits: boolean };

/** What the rules make of the asker's own situation. */
export interface AboutSituation {
  understood: UnderstoodFact[];
  /** All of them, the leading one first, then by what a reader can do with them. */
  routes: RatedRoute[];
  lead: { text: string; routeId?: string };
  ask?: CounterQuestion | undefined;
  link: string;
  /** How this situation is paid is what is asked: the answer begins with it. */
  leads: boolean;
  /** It would, but too little is told: the question is answered first, and only where that fails the answer begins with it. */
  isBeside: boolean;
  /** The question is a reply to a counter-question: nothing else is asked. */
  isReply: boolean;
}

export interface SituationRules {
  /** @throws BadInputError naming every unknown fact and impossible value at once */
  checkGiven(facts: AskRequest['facts']): void;
  /** Nothing where nobody tells of a situation or asks about its payment. */
  aboutSituation(request: SituationRequest): AboutSituation | undefined;
}

/** Line of the order of decisions: something of the situation is unknown. */
const FACT_MISSING = 6;
/** Facts that make a situation of one's own. */
const OWN_STORY = 3;
/** A conversation asks back this often. */
const MOST_ASKED = 3;
/** What goes on with what was said before. */
const GOES_ON = /^(?:en|maar|dus|nee|ja|sorry|o|oh|ik bedoel|and|but|so|no|yes)\b|^[^?]*$/i;

export function createSituationRules(rules: RuleSet, factsInQuestion: (text: string) => Record<string, FactValue>, now: () => Date = () => new Date()): SituationRules {
  const evaluate = createRuleEvaluator(rules);
  const questionsLeft = createQuestionsLeft(rules);
  const english = rulesInEnglish(rules);
  const questions = { nl: createCounterQuestions(rules), en: createCounterQuestions(english, 'en') };
  const readPaying = createPayingReader(rules.asksToBePaid);
  const readPayment = createPayingReader(rules.paymentWords);
  // The first question of a day waits for nobody.
  for (const onderwerp of ['groep', 'hybride']) questionsLeft({ onderwerp }, dayInAmsterdam(now()), []);
  const reader: ConversationReader = { counterQuestions: [questions.nl, questions.en], factsInQuestion, asksToBePaid: (text) => readPaying(text).asks, bundles: rules.together };

  return {
    checkGiven: (facts) => void readGivenFacts(rules, facts),
    aboutSituation({ question, history = [], facts: sent, asOf, language = 'nl' }) {
      const given = readGivenFacts(rules, sent);
      const conversation = withGiven(readConversation(question, history, reader), given, rules);
      const { facts, unknown } = conversation;
      const paying = readPaying(question);
      const isPaying = paying.asks && facts.size >= (paying.ofSelf || Object.keys(given.facts).length > 0 ? 1 : 2);
      const goesOn = conversation.tells && GOES_ON.test(question) && history.some(({ role, content }) => role === 'user' && readPaying(content).asks);
      // Who tells who he is and about whom he confers, and names payment, asks how it is paid.
      const isOwnStory = facts.size >= OWN_STORY && facts.has('onderwerp') && (facts.has('sector') || facts.has('domein')) && readPayment(question).asks;
      const leads = !paying.definition && (isPaying || isOwnStory || goesOn || (facts.size > 0 && history.length === 0 && sent !== undefined));
      const isKept = conversation.pending !== undefined || sent !== undefined;
      if (!(conversation.replied || leads || (isKept && !paying.definition && facts.size > 0))) return undefined;

      const shown = new Map([...facts, ...inferred(facts, (id) => !unknown.has(id) && !given.removed.has(id) && conversation.contradiction?.facts[1] !== id)]);
      const values = valuesOf(shown);
      const day = asOf ?? dayInAmsterdam(now());
      const verdict = evaluate(values, day);
      const { leading, ranked } = rateRoutes(verdict.routes);
      const told = language === 'en' ? ranked.map(english.verdict) : ranked;
      const [first, ...others] = told;
      // Who does not say about whom he confers is answered first, and asked back.
      const isVague = leading?.line === FACT_MISSING && values['onderwerp'] === undefined && sent === undefined;
      return {
        understood: understoodOf(values, language === 'en' ? english : rules).map((fact) => ({ ...fact, from: shown.get(fact.factId)?.from ?? 'vraag' })),
        routes: told.map((verdict) => inWords(verdict, language)),
        lead: leading && first ? { text: leadingSentence([first, ...others], language), routeId: leading.route.id } : { text: situationWords[language].nothingFits },
        ask: nextQuestion(questionsLeft(expandBundles(rules.together, values), day, verdict.routes), conversation, questions[language], values, language),
        link: checkLink({ ...expandBundles(rules.together, values), ...Object.fromEntries([...unknown].map((id) => [id, UNKNOWN])) }, asOf),
        leads: (leads && !isVague) || conversation.replied,
        isBeside: leads && isVague && !conversation.replied,
        isReply: conversation.replied,
      };
    },
  };
}

/** What comes with the request goes before what the conversation tells. */
function withGiven(conversation: Conversation, { facts, removed, unknown }: GivenFacts, { together }: RuleSet): Conversation {
  const known = conversation.facts;
  for (const [id, value] of Object.entries(facts)) {
    if (known.get(id)?.value !== value) known.set(id, { value, from: 'gegeven' });
    conversation.unknown.delete(id);
  }
  for (const id of [...removed, ...unknown]) known.delete(id);
  for (const id of removed) conversation.unknown.delete(id);
  for (const id of unknown) conversation.unknown.add(id);
  for (const { facts: pair } of contradictionsIn(valuesOf(known), together)) {
    if (pair.some((id) => id in facts)) for (const id of pair.filter((id) => !(id in facts))) known.delete(id);
  }
  return conversation;
}

function nextQuestion(left: readonly string[], { asked, pending, replied, unknown, contradiction, fitsNoChoice }: Conversation, questions: CounterQuestions, facts: Record<string, FactValue>, language: Language): CounterQuestion | undefined {
  // Of two things that cannot both be so nobody here knows which one is meant.
  const doubted = contradiction && facts[contradiction.facts[1]] === undefined ? questions.of(contradiction.facts[1], facts) : undefined;
  if (doubted && contradiction) return { ...doubted, question: `${(language === 'en' ? contradiction.en : undefined) ?? contradiction.why} ${doubted.question}` };
  const open = left.flatMap((id) => questions.of(id, facts) ?? []).filter(({ factId }) => !unknown.has(factId));
  const kept = replied ? undefined : open.find(({ factId }) => factId === pending);
  const next = kept ?? open[0];
  if (next === undefined || !(asked.length < MOST_ASKED || asked.includes(next.factId))) return undefined;
  return fitsNoChoice === true && next === kept ? { ...next, question: `${situationWords[language].fitsNoChoice} ${next.question}` } : next;
}

function inWords(verdict: RouteVerdict, language: Language): RatedRoute {
  const { route, status, because } = verdict;
  const { text, quotes } = plainReason(verdict, language);
  const fits = isPayable(verdict);
  return { id: route.id, title: route.title, status, ...(because && { because }), payment: route.payment.form, reason: text, quotes: fits || /\d/.test(text) ? quotes : [], fits };
}
