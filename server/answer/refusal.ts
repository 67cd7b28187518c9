import type { Block, TurnTo } from '../contract.ts';
import { makeCitation, sectionAt } from '../corpus/citation.ts';
import { pageAt } from '../corpus/document.ts';
import type { Address } from '../corpus/missing.ts';
import { wholeOf, type Draft, type Finding, type Tools } from './draft.ts';
import { isVerified } from './is-verified.ts';
import type { MissingMatch } from './missing-book.ts';
import { planCitations } from './plan-citations.ts';
import type { AnswerKind } from './question.ts';
import { speaker } from './speaker.ts';
import { statementText } from '../corpus/statement.ts';
import { newestOf } from './newest-source.ts';

type Refusal = Extract<Block, { type: 'refusal' }>;

/** A question this near to one that the sources do not answer asks for the same. */
const SAME_KIND = 0.62;
/** From this nearness on the same people know it. */
const LIKE_KIND = 0.5;
/** Below the threshold by this much (log-odds) nothing near is any help. */
const FAR = 3;
/** A statement that meets this share of the question's words is near. */
const NEAR_STATEMENT = 0.35;

/** What the sources do not say, the nearest thing that they do, and who knows. Its citations are those of that nearest thing. */
export function refusalOf(draft: Draft, { index: { documents }, statements: book }: Tools): Refusal {
  const whole = wholeOf(draft);
  const { language } = whole.question.profile;
  const { missing } = whole;
  const kind = missing && isSame(missing, whole) ? missing.kind : undefined;
  const refusal: Refusal = {
    type: 'refusal',
    slot: kind?.slot ?? slotOf(whole),
    missing: kind ? (language === 'en' ? kind.en : kind.text) : whole.question.profile.isInstruction ? NO_ORDERS[language] : unfound(whole, language),
    turnTo: kind || (missing?.nearest ?? 0) >= LIKE_KIND ? missing!.kind.turnTo.map((address) => inLanguage(address, language)) : [],
    newest: newestOf(documents),
  };
  const near = (kind?.near !== undefined && book?.byId(kind.near)) || nearStatement(whole);
  if (near) {
    const said = { entry: near, text: statementText(near.statement, draft.day, language), role: 'answer' as const };
    const proofs = planCitations([said], [], { ...whole, statements: [] }, documents, whole.question.standalone);
    const citations = proofs.map(({ document, start, end }, i) => makeCitation(document, start, end, i + 1));
    if (citations.length > 0 && citations.every((citation) => isVerified(citation, documents))) {
      draft.citations = citations;
      return { ...refusal, near: { id: near.statement.id, text: said.text, citations: citations.map(({ n }) => n) } };
    }
  }
  const nearest = nearestPlace(whole);
  return { ...refusal, ...(nearest && { nearest }) };
}

/** The documents that would be quoted were searched for this kind of thing, and it is what is asked for. */
function isSame({ kind, nearest = 0, byWord }: MissingMatch, { candidates: [best] }: Finding): boolean {
  return (byWord || nearest >= SAME_KIND) && (!best || kind.documents.includes(best.document.id));
}

/** Shorter words that the sources do not know are seldom what a question is about. */
const TELLING = 7;

const SLOTS: readonly (readonly [AnswerKind, string])[] = [['money', 'bedrag'], ['code', 'code'], ['contact', 'contact'], ['person', 'naam'], ['quantity', 'aantal'], ['moment', 'datum']]; // prettier-ignore

function slotOf({ question }: Finding): string {
  return SLOTS.find(([kind]) => question.profile.asksFor.has(kind))?.[1] ?? 'onderwerp';
}

const UNFOUND: Record<'nl' | 'en', Record<string, string>> = {
  nl: {
    bedrag: 'Een bedrag of tarief hiervoor vind ik niet in de bronnen.',
    code: 'Een code, nummer of formulier hiervoor vind ik niet in de bronnen.',
    contact: 'Contactgegevens hiervoor vind ik niet in de bronnen.',
    naam: 'Een naam hiervoor vind ik niet in de bronnen.',
    aantal: 'Een aantal of percentage hiervoor vind ik niet in de bronnen.',
    datum: 'Een datum of termijn hiervoor vind ik niet in de bronnen.',
    onderwerp: 'Een antwoord hierop vind ik niet in de bronnen.',
  },
  en: {
    bedrag: 'I cannot find an amount or rate for this in the sources.',
    code: 'I cannot find a code, number or form for this in the sources.',
    contact: 'I cannot find contact details for this in the sources.',
    naam: 'I cannot find a name for this in the sources.',
    aantal: 'I cannot find a number or percentage for this in the sources.',
    datum: 'I cannot find a date or period for this in the sources.',
    onderwerp: 'I cannot find an answer to this in the sources.',
  },
};

/** To who orders instead of asks: nothing is confirmed because somebody says so. */
const NO_ORDERS = { nl: 'Ik zeg alleen wat in de bronnen staat.', en: 'I only say what is in the sources.' };

/** Says what was looked for: by its kind, or by the words that the sources do not know. Never that it stands nowhere: it was only not found. */
function unfound(whole: Finding, language: 'nl' | 'en'): string {
  const slot = slotOf(whole);
  const unknown = whole.coverage?.unknownWords.filter((word) => word.length >= TELLING).slice(0, 2) ?? [];
  if (slot !== 'onderwerp' || unknown.length === 0) return UNFOUND[language][slot]!;
  const words = unknown.map((word) => `“${word}”`).join(language === 'en' ? ' and ' : ' en ');
  return language === 'en' ? `I cannot find anything about ${words} in the sources.` : `Over ${words} vind ik niets in de bronnen.`;
}

/** The best statement, where it shares enough of the question to be of help. */
function nearStatement({ statements: [best], judgement, question }: Finding) {
  if (!best || (judgement?.confidence ?? 0) < -FAR) return undefined;
  return best.features.coverage >= NEAR_STATEMENT || question.profile.isInstruction ? best.entry : undefined;
}

/** Where to look, unless even that is far off. */
function nearestPlace({ retrieval, judgement }: Finding): Refusal['nearest'] {
  const [best] = retrieval.passages;
  if (!best || (judgement?.confidence ?? 0) < -FAR) return undefined;
  const { document, passage } = best;
  return {
    documentId: document.id,
    source: speaker(document, passage.start),
    published: document.published,
    page: pageAt(document.pageStarts, passage.start),
    section: sectionAt(document, passage.start),
    start: passage.start,
  };
}

function inLanguage({ name, en, look, href }: Address, language: 'nl' | 'en'): TurnTo {
  const asked = name !== undefined;
  const words = language === 'en' ? (asked ? en : `See ${en}`) : (name ?? look ?? '');
  return { name: words, ...(!asked && { look: true }), ...(href !== undefined && { href }) };
}
