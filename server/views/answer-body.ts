import type { AnswerVerdict, Block, Citation } from '../contract.ts';
import { paragraph, proven, text, withoutArticle, type BlockOf, type Part, type Run } from './answer-part.ts';
import { answerWords, type AnswerWords, type Language } from './answer-words.ts';
import { cutQuote } from './cut-quote.ts';
import { dateInLine } from './date-in-words.ts';
import { fill } from './labels.ts';
import { refusalParts } from './refusal-parts.ts';
import { remarkParts } from './remark-parts.ts';
import { routeParts, withRoutesTogether, type Routes } from './route-parts.ts';

export interface BodyOptions {
  language?: Language | undefined;
  /** What is missing stands above already: a refusal goes on with what there is. */
  titled?: boolean;
  /** Names the folded quotes by their numbers: for readers who get the citations apart from the text. */
  mentionsMore?: boolean;
}

/** Words that introduce an exception themselves. */
const INTRODUCES = /^(?:let (?:wel|op)|maar|behalve|tenzij|uitzondering|but|note|except|unless|however)\b/i;

/**
 * The running text of an answer. What rests on a citation that is not there is left out: nothing is said without its proof.
 * Notices and terms stand apart, and a block of a kind that a newer server may send is passed over.
 */
export function answerBody(blocks: readonly Block[], citations: readonly Citation[], { language = 'nl', titled = false, mentionsMore = false }: BodyOptions = {}): Part[] {
  const body = new Body(citations, { language, titled, mentionsMore });
  for (const block of withRoutesTogether(blocks)) body.add(block);
  return body.parts;
}

/** Puts blocks into parts, one after the other; a part only ever grows at its end. */
class Body {
  readonly parts: Part[] = [];
  readonly #citations: readonly Citation[];
  readonly #language: Language;
  readonly #titled: boolean;
  readonly #words: AnswerWords;
  /** Said together with the statement that proves it. */
  #verdict: AnswerVerdict | undefined;
  #leadId: string | undefined;
  #lastSource = '';
  readonly #mentionsMore: boolean;
  readonly #mentioned = new Set<number>();
  #areQuotesIntroduced = false;
  #isLanguageSaid = false;

  constructor(citations: readonly Citation[], { language, titled, mentionsMore }: { language: Language; titled: boolean; mentionsMore: boolean }) {
    this.#citations = citations;
    this.#mentionsMore = mentionsMore;
    this.#language = language;
    this.#titled = titled;
    this.#words = answerWords[language];
  }

  add(block: Exclude<Block, { type: 'route' | 'situation' }> | Routes): void {
    const lastSource = this.#lastSource;
    this.#lastSource = '';
    switch (block.type) {
      case 'verdict':
        this.#verdict = block.verdict;
        break;
      case 'lead':
        this.#lead(block);
        break;
      case 'statement':
        this.#statement(block);
        break;
      case 'quote':
        for (const citation of this.#citations.filter(({ n }) => n === block.n)) this.#quote(block, citation, lastSource);
        break;
      case 'table':
        this.#table(block);
        break;
      case 'gap':
        this.parts.push(paragraph(text(`${fill(this.#words.gap, { part: block.question })} ${this.#words.whereToTurn}`)));
        break;
      case 'refusal':
        this.parts.push(...refusalParts(block, { citations: this.#citations, language: this.#language, titled: this.#titled }));
        break;
      case 'remark':
        this.parts.push(...remarkParts(block, this.#language));
        break;
      case 'routes':
        this.parts.push(...routeParts(block, this.#words, this.#citations, this.#leadId));
        break;
      default:
    }
  }

  /** The numbers of folded quotes that no statement names. */
  #more(citation: Citation): void {
    if (!this.#mentionsMore || this.#mentioned.has(citation.n)) return;
    this.#mentioned.add(citation.n);
    const last = this.parts.at(-1);
    const run: Run = { type: 'marker', citation };
    if (last?.type === 'paragraph' && last.isMore) last.runs.push(text(' '), run);
    else this.parts.push({ type: 'paragraph', isMore: true, runs: [text(`${this.#words.more} `), run] });
  }

  /** That no route fits rests on no sentence; every other lead does. */
  #lead({ text: words, routeId, citations }: BlockOf<'lead'>): void {
    for (const n of citations) this.#mentioned.add(n);
    const runs = routeId === undefined ? [text(words)] : proven(words, citations, this.#citations);
    if (runs.length === 0) return;
    this.#leadId = routeId;
    this.parts.push({ type: 'direct', isLead: true, ...(this.#verdict && { verdict: { verdict: this.#verdict, text: this.#words.verdict[this.#verdict] } }), runs });
    this.#verdict = undefined;
  }

  #statement({ role, text: words, citations }: BlockOf<'statement'>): void {
    for (const n of citations) this.#mentioned.add(n);
    const runs = proven(words, citations, this.#citations);
    if (runs.length === 0) return;
    const last = this.parts.at(-1);
    if (role === 'item') {
      if (last?.type === 'list') last.items.push(runs);
      else this.parts.push({ type: 'list', items: [runs] });
    } else if (role === 'limit') {
      if (last?.type === 'paragraph' && last.isLimit) last.runs.push(text(' '), ...runs);
      else this.parts.push({ type: 'paragraph', isLimit: true, runs: INTRODUCES.test(words) ? runs : [text(`${this.#words.limit} `), ...runs] });
    } else if (this.#verdict === undefined && last?.type === 'direct') {
      last.runs.push(text(' '), ...runs);
    } else {
      this.parts.push({ type: 'direct', ...(this.#verdict && { verdict: { verdict: this.#verdict, text: this.#words.verdict[this.#verdict] } }), runs });
      this.#verdict = undefined;
    }
  }

  #quote({ role = 'answer', source, clause }: BlockOf<'quote'>, citation: Citation, lastSource: string): void {
    if (role === 'more') {
      this.#more(citation);
      return;
    }
    const { text: words, isCut } = cutQuote(citation.quote, clause);
    const name = withoutArticle(source);
    const named = { source: name.charAt(0).toUpperCase() + name.slice(1), page: citation.page, date: dateInLine(citation.published, this.#language) };
    if (role === 'proof') {
      const note = this.#isLanguageSaid || this.#words.sourcesLanguage === '' ? '' : `${this.#words.sourcesLanguage} `;
      this.#isLanguageSaid = true;
      this.parts.push({ type: 'proof', introduction: note + fill(this.#words.proof, named), lines: `“${words}”`.split('\n'), citation, isCut });
      return;
    }
    if (!this.#areQuotesIntroduced) this.parts.push(paragraph(text(this.#words.fromSources)));
    this.#areQuotesIntroduced = true;
    this.#lastSource = source;
    const introduction = lastSource === source ? this.#words.quoteAgain : fill(this.#words.quoteOf, named);
    if (words.includes('\n')) this.parts.push(paragraph(text(introduction)), { type: 'quote', lines: words.split('\n'), citation });
    else this.parts.push(paragraph(text(`${introduction} `), { type: 'quote', text: `“${words}”` }, text(' '), { type: 'marker', citation }));
  }

  #table({ caption, columns, rows }: BlockOf<'table'>): void {
    const shown = rows.map(({ aspect, cells }) => ({ aspect, cells: columns.map((_, index) => this.#cell(cells[index])) }));
    this.parts.push({ type: 'table', caption, aspect: this.#words.aspect, columns, rows: shown });
  }

  /** What says that there is nothing needs no proof; what has lost its proof is not said. */
  #cell(cell: BlockOf<'table'>['rows'][number]['cells'][number] | undefined): Run[] {
    if (cell === undefined || cell.text === '') return [text('–')];
    if (cell.citations.length === 0) return [text(cell.text)];
    for (const n of cell.citations) this.#mentioned.add(n);
    const runs = proven(cell.text, cell.citations, this.#citations);
    return runs.length === 0 ? [text('–')] : runs;
  }
}
