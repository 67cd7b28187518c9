import { formatCheckState, type CheckState } from './check-state.ts';
import { h, type ViewElement } from './view.ts';

/** Every form carries the state, so that it works without JavaScript; with it, the script takes the same step itself. */
export function checkForm(state: CheckState, ...children: Parameters<typeof h>[2][]): ViewElement {
  return h('form', { method: 'post', action: '/check', class: 'check-form' }, h('input', { type: 'hidden', name: 'staat', value: formatCheckState(state) }), ...children);
}
