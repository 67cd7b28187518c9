import { chat } from '../../server/views/labels.ts';
import type { Turn } from './turn.ts';
import { loadConversationDocx, loadReferences } from './lazy.ts';
import { saveFile } from './save-file.ts';
import { questionAddress } from './shared-question.ts';
import { conversationMarkdown, turnText } from './transcript.ts';

const today = (): string => new Date().toLocaleDateString('nl-NL', { dateStyle: 'long' });

/** What leaves the conversation: copies and files, with links that lead somewhere from a mail or a Word document as well. */
export class ConversationFiles {
  readonly #server: string;

  constructor(server: string) {
    this.#server = server;
  }

  /** @throws where the browser refuses the clipboard */
  async copy(turn: Turn): Promise<void> {
    await navigator.clipboard.writeText(turnText(turn, this.#addressOf));
  }

  /** The address that asks the same question. @throws where the browser refuses the clipboard */
  async copyLink({ question }: Turn): Promise<void> {
    await navigator.clipboard.writeText(new URL(this.#server + questionAddress(question), document.baseURI).href);
  }

  markdown(turns: readonly Turn[]): void {
    const text = conversationMarkdown(turns, this.#addressOf, today());
    saveFile(`${chat.fileName}.md`, new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  }

  /** @throws when the part that makes Word files cannot be loaded */
  async word(turns: readonly Turn[]): Promise<void> {
    const { conversationDocx } = await loadConversationDocx();
    saveFile(`${chat.fileName}.docx`, await conversationDocx(turns, this.#addressOf, today()));
  }

  /** What was cited, for a program that keeps references. @throws when the part that makes it cannot be loaded */
  async references(turns: readonly Turn[], form: 'ris' | 'csl'): Promise<void> {
    const { referencesFile } = await loadReferences();
    const { extension, content } = referencesFile(turns, form, this.#addressOf);
    saveFile(`${chat.sourcesFileName}.${extension}`, content);
  }

  /** Whatever a citation says of itself, its address is a page of the server. */
  readonly #addressOf = (path: string): string | undefined =>
    /^\/[^/\\]/.test(path) ? new URL(this.#server + path, document.baseURI).href : undefined;
}
