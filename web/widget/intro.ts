import { chatIntro } from '../../server/views/chat-intro.ts';
import { prefixLinks, toDom } from '../dom.ts';

/** The empty conversation: what this is, questions to begin with, and other ways to an answer. */
export function introSection(options: { page: boolean; server: string; onStart: (question: string) => void }): HTMLElement {
  const section = toDom(chatIntro({ headingLevel: options.page ? 1 : 2 })) as HTMLElement;
  prefixLinks(section, options.server);
  // Takes the focus when a conversation is wiped on a touch screen.
  section.querySelector('#intro-title')?.setAttribute('tabindex', '-1');
  section.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (button === null) return;
    event.preventDefault();
    options.onStart(button.value);
  });
  return section;
}
