import { icon } from '../../server/views/icons.ts';
import { el } from '../dom.ts';
import { errors } from '../../server/views/labels.ts';

/** Says above the question field that there is no connection, for as long as there is none. */
export class ConnectionNotice {
  readonly element = el('p', { class: 'offline', hidden: true }, [icon('offline'), errors.offlineShort]);

  watch(signal: AbortSignal, say: (message: string) => void): void {
    const show = (): void => {
      this.element.hidden = navigator.onLine;
    };
    show();
    addEventListener('online', show, { signal });
    addEventListener(
      'offline',
      () => {
        show();
        say(errors.offlineShort);
      },
      { signal },
    );
  }
}
