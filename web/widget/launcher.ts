import { launcherWords } from '../../server/views/launcher-words.ts';

const svg = 'http://www.w3.org/2000/svg';

/** The button of the bubble. It is all that a page has of the widget until somebody presses it, so it is made by hand. */
export class Launcher {
  readonly element = document.createElement('button');
  readonly #label = document.createElement('span');

  constructor(press: () => void) {
    const picture = document.createElementNS(svg, 'svg');
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', 'M4 5h16v11H9l-5 4z');
    picture.setAttribute('viewBox', '0 0 24 24');
    picture.setAttribute('aria-hidden', 'true');
    picture.append(path);
    this.#label.textContent = launcherWords.open;
    Object.assign(this.element, { type: 'button', className: 'launcher', part: 'launcher', ariaHasPopup: 'dialog' });
    this.element.append(picture, this.#label);
    this.element.addEventListener('click', press);
  }

  /** Says on the button that the chat is coming. */
  set busy(busy: boolean) {
    this.#label.textContent = busy ? launcherWords.opening : launcherWords.open;
    this.element.ariaBusy = String(busy);
  }
}

/** Says that the chat could not be loaded; read out where it appears. */
export function failedNote(retry?: () => void): HTMLElement {
  const note = document.createElement('div');
  note.className = 'load-failed';
  note.role = 'alert';
  note.append(launcherWords.failed);
  if (retry === undefined) return note;
  const again = document.createElement('button');
  Object.assign(again, { type: 'button', textContent: launcherWords.retry });
  again.addEventListener('click', retry);
  note.append(again);
  return note;
}
