import { findQuote, type QuoteTarget } from '../../server/text/find-quote.ts';
import { parseQuoteTargets } from '../../server/views/view-links.ts';
import { notInText } from '../../server/views/document-view.ts';
import { icon } from '../../server/views/icons.ts';
import { el, fillElement } from '../dom.ts';
import { fill, source } from '../../server/views/labels.ts';
import { citedTargets } from './cited-targets.ts';
import { clearMarks, markRange } from './mark-range.ts';

/** The source page with JavaScript: marks the quote of the address's fragment, scrolls to it, and steps through the others. */
class SourceReader {
  readonly #article: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #text: string;
  #targets: QuoteTarget[] = [];
  #index = 0;

  constructor(article: HTMLElement, bar: HTMLElement) {
    this.#article = article;
    this.#bar = bar;
    this.#text = documentText(article);
    addEventListener('hashchange', () => this.#read());
    this.#read();
  }

  #read(): void {
    const targets = parseQuoteTargets(location.hash);
    const [first] = targets;
    if (first === undefined) return;
    const others = targets.length > 1 ? targets : citedTargets(this.#article.closest<HTMLElement>('[data-document]')?.dataset['document'] ?? '', first);
    this.#targets = others;
    this.#index = Math.max(0, others.findIndex(({ start, end }) => start === first.start && end === first.end));
    this.#show();
  }

  #show(): void {
    const target = this.#targets[this.#index];
    if (target === undefined) return;
    clearMarks(this.#article);
    const place = findQuote(this.#text, target);
    const marks = place === undefined ? [] : markRange(this.#article, place);
    const several = this.#targets.length > 1;
    fillElement(
      this.#bar,
      several && this.#step('previous', -1),
      el('p', { class: 'citation-position', role: 'status' }, fill(source.position, { index: this.#index + 1, count: this.#targets.length })),
      several && this.#step('next', 1),
      el('button', { type: 'button', class: 'quiet' }, [icon('copy'), el('span', {}, source.copyLink)], { click: (event) => void this.#copy(event.currentTarget as HTMLElement) }),
      el('button', { type: 'button', class: 'quiet' }, [icon('print'), el('span', {}, source.print)], { click: () => print() }),
      place === undefined && el('div', { class: 'moved' }, [el('p', {}, source.moved), el('blockquote', { class: 'quote' }, el('p', {}, target.quote))]),
    );
    this.#bar.hidden = false;
    const [mark] = marks;
    if (mark === undefined) return;
    mark.id = 'citaat';
    mark.tabIndex = -1;
    mark.scrollIntoView({ block: 'center' });
    mark.focus({ preventScroll: true });
  }

  #step(which: 'previous' | 'next', step: number): HTMLElement {
    const end = this.#index + step < 0 || this.#index + step >= this.#targets.length;
    return el('button', { type: 'button', class: 'quiet icon-only', 'aria-label': source[which], 'aria-disabled': String(end) }, icon(which), {
      click: () => {
        if (end) return;
        this.#index += step;
        this.#show();
        this.#bar.querySelector<HTMLElement>(`[aria-label="${source[which]}"]`)?.focus({ preventScroll: true });
      },
    });
  }

  async #copy(button: HTMLElement): Promise<void> {
    await navigator.clipboard.writeText(location.href).then(
      () => button.replaceChildren(source.linkCopied),
      () => button.replaceChildren(location.href),
    );
  }
}

/** The document's own text: all text of the article without page numbers. */
function documentText(article: HTMLElement): string {
  const copy = article.cloneNode(true) as HTMLElement;
  for (const extra of copy.querySelectorAll(`[${notInText}]`)) extra.remove();
  return copy.textContent;
}

document.documentElement.classList.add('with-script');
const article = document.querySelector<HTMLElement>('.document');
const bar = document.getElementById('citation-bar');
if (article !== null && bar !== null) new SourceReader(article, bar);
