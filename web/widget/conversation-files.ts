import type { Citation } from '../../server/contract.ts';
import { chat } from '../../server/views/labels.ts';
import type { Turn } from './conversation.ts';
import { loadConversationDocx } from './lazy.ts';
import { saveFile } from './save-file.ts';
import { answerText, conversationMarkdown } from './transcript.ts';

const today = (): string => new Date().toLocaleDateString('nl-NL', { dateStyle: 'long' });

/** What leaves the conversation: copies and files, with links that lead somewhere from a mail or a Word document as well. */
export class ConversationFiles {
  readonly #server: string;

  constructor(server: string) {
    this.#server = server;
  }

  /** @throws where the browser refuses the clipboard */
  async copy(turn: Turn): Promise<void> {
    await navigator.clipboard.writeText(answerText(turn, this.#addressOf));
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

  readonly #addressOf = (citation: Citation): string => new URL(this.#server + citation.href, document.baseURI).href;
}
