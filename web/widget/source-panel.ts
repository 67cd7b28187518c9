import type { Citation, DocumentDetail, Place } from '../../server/contract.ts';
import { citationFacts, quoteView, sourceBadges, sourceMeaning } from '../../server/views/citation-view.ts';
import { icon } from '../../server/views/icons.ts';
import { isSafeAddress } from '../../server/views/view.ts';
import { el, fillElement, prefixLinks } from '../dom.ts';
import { announcements, fill, source } from '../../server/views/labels.ts';
import type { Api } from './api.ts';
import { BackCloses } from './back-closes.ts';
import { loadDocumentReader } from './lazy.ts';
import { coversPage } from './touch.ts';

interface PanelOptions {
  api: Api;
  say: (message: string) => void;
  /** Whether there is room beside the conversation; else the panel covers it as a modal dialog. */
  hasRoom: () => boolean;
  /** Called before the panel comes beside the conversation, and after it has gone. */
  onToggle: (beside: boolean) => void;
  /** Runs a change that makes the conversation narrower or wider, with an element of it staying where it is on the screen. */
  keepInPlace: (element: HTMLElement, change: () => void) => void;
}

/** A source beside the answer: the whole document with the cited sentence marked, and a way to the other citations. */
export class SourcePanel {
  readonly element: HTMLDialogElement;
  readonly #options: PanelOptions;
  readonly #head = el('div', { class: 'source-head' });
  readonly #body = el('div', { class: 'source-text', tabindex: 0, role: 'group', 'aria-label': source.panel });
  readonly #title = el('h2', { class: 'source-heading', id: 'source-heading', tabindex: -1 });
  readonly #position = el('span', { class: 'source-position' });
  readonly #previous = this.#stepButton('previous', -1);
  readonly #next = this.#stepButton('next', 1);
  readonly #documents = new Map<string, Promise<DocumentDetail>>();
  #citations: Citation[] = [];
  #index = 0;
  #opener: HTMLElement | undefined;
  readonly #back = new BackCloses('bron', () => this.close());

  constructor(options: PanelOptions) {
    this.#options = options;
    const close = el('button', { type: 'button', class: 'quiet icon-only', 'aria-label': source.close }, icon('close'), { click: () => this.close() });
    this.element = el('dialog', { class: 'source-panel', 'aria-labelledby': 'source-heading', part: 'source-panel' }, [
      el('div', { class: 'source-bar' }, [this.#previous, this.#position, this.#next, el('span', { class: 'grow' }), close]),
      this.#head,
      this.#body,
    ]);
    // Escape reaches a modal dialog as `cancel`, an open panel as a key.
    this.element.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  /** Opens at one of an answer's citations; focus returns to `opener` on close. */
  open(citations: Citation[], citation: Citation, opener: HTMLElement): void {
    this.#citations = citations;
    this.#opener = opener;
    this.#index = Math.max(0, citations.indexOf(citation));
    this.#options.keepInPlace(opener, () => {
      this.#display();
      this.#show();
      this.#title.focus({ preventScroll: true });
    });
  }

  /** Opens at a page of a source, where no sentence is quoted. */
  openPlace(place: Place, opener: HTMLElement): void {
    const citation = citationOf(place);
    this.open([citation], citation, opener);
  }

  close(): void {
    if (!this.element.open) return;
    const close = (): void => {
      this.element.close();
      this.#back.closed();
      this.#options.onToggle(false);
      this.#opener?.focus({ preventScroll: true });
    };
    if (this.#opener === undefined) close();
    else this.#options.keepInPlace(this.#opener, close);
  }

  /** Takes the form that fits after the window has changed size. */
  adapt(): void {
    if (!this.element.open || this.element.matches(':modal') !== this.#options.hasRoom()) return;
    const focused = (this.element.getRootNode() as ShadowRoot).activeElement;
    this.element.close();
    this.#display();
    if (focused instanceof HTMLElement && this.element.contains(focused)) focused.focus({ preventScroll: true });
  }

  #display(): void {
    const beside = this.#options.hasRoom();
    this.#options.onToggle(beside);
    if (this.element.open) return;
    if (beside) this.element.show();
    else this.element.showModal();
    if (!beside && coversPage()) this.#back.opened();
    else this.#back.closed();
  }

  #stepButton(which: 'previous' | 'next', step: number): HTMLButtonElement {
    return el('button', { type: 'button', class: 'quiet icon-only', 'aria-label': source[which] }, icon(which), {
      click: (event) => {
        // `disabled` would throw the focus out of the panel at either end.
        if ((event.currentTarget as Element).getAttribute('aria-disabled') === 'true') return;
        this.#index += step;
        this.#show();
      },
    });
  }

  #show(): void {
    const citation = this.#citations[this.#index];
    if (citation === undefined) return;
    const place = { index: this.#index + 1, count: this.#citations.length };
    const isQuote = citation.quote !== '';
    this.#position.textContent = isQuote ? fill(source.position, place) : fill(source.page, { page: citation.page });
    this.#previous.setAttribute('aria-disabled', String(this.#index === 0));
    this.#next.setAttribute('aria-disabled', String(this.#index === this.#citations.length - 1));
    this.#showHead(citation);
    this.#options.say(fill(announcements.sourceOpened, place));
    void this.#fill(citation);
  }

  #showHead(citation: Citation): void {
    this.#title.textContent = citation.title;
    const meaning = sourceMeaning(citation);
    fillElement(
      this.#head,
      this.#title,
      citationFacts(citation),
      citation.status !== '' && el('p', { class: 'authority' }, [sourceBadges(citation), meaning !== undefined && el('span', {}, meaning)]),
      el('p', { class: 'source-links' }, [
        el('a', { href: citation.href, target: '_blank', rel: 'noopener' }, [source.toWhole, icon('external')]),
      ]),
    );
    prefixLinks(this.#head, this.#options.api.server);
  }

  async #fill(citation: Citation): Promise<void> {
    const isQuote = citation.quote !== '';
    fillElement(this.#body, el('p', { class: 'working' }, source.loading), isQuote && quoteView(citation.quote));
    const isCurrent = (): boolean => this.#citations[this.#index] === citation;
    try {
      const [reader, detail] = await Promise.all([loadDocumentReader(), this.#document(citation.documentId)]);
      if (!isCurrent()) return;
      const { element, mark } = reader.readDocument(detail, citation);
      fillElement(this.#body, isQuote && mark === undefined && el('div', { class: 'moved' }, [el('p', {}, source.moved), quoteView(citation.quote)]), element);
      if (!isQuote) this.#showHead(withFactsOf(citation, detail));
      this.#addOriginal(detail);
      this.#body.scrollTop = 0;
      const target = mark ?? element.querySelector<HTMLElement>(`[data-page="${citation.page}"]`);
      if (target !== null) this.#scrollTo(target);
    } catch {
      this.#documents.delete(citation.documentId);
      if (isCurrent()) fillElement(this.#body, el('p', { class: 'failed-text' }, isQuote ? source.failed : source.pageFailed), isQuote && quoteView(citation.quote));
    }
  }

  #document(id: string): Promise<DocumentDetail> {
    const known = this.#documents.get(id) ?? this.#options.api.document(id);
    this.#documents.set(id, known);
    return known;
  }

  #addOriginal({ address }: DocumentDetail): void {
    const links = this.#head.querySelector('.source-links');
    if (address === undefined || !isSafeAddress(address) || links === null) return;
    links.append(el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, [source.original, icon('external')]));
  }

  /** Scrolls the text alone: `scrollIntoView` would move the page around the widget as well. */
  #scrollTo(mark: HTMLElement): void {
    const scroller = this.#body.scrollHeight > this.#body.clientHeight + 1 ? this.#body : this.element;
    const top = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    scroller.scrollTop = Math.max(0, top - scroller.clientHeight / 3);
  }
}

/** A place as a citation without words; who published the source is known once it has been loaded. */
function citationOf({ documentId, source: name, published, page, section, start }: Place): Citation {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const href = `/bronnen/${encodeURIComponent(documentId)}#pagina-${page}`;
  return { n: 1, documentId, title, publisher: '', published, status: '', page, section, quote: '', start, end: start, documentSha256: '', href };
}

function withFactsOf(citation: Citation, { title, publisher, published, status, statusName, statusMeaning, supersededOn, supersededBy }: DocumentDetail): Citation {
  return { ...citation, title, publisher, published, status, statusName, statusMeaning, supersededOn, supersededBy };
}
