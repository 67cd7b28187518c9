import type { AllocationResult } from '../../server/contract.ts';
import { allocationRequest } from '../../server/views/allocation-form.ts';
import { allocationFormView, allocationResultView, exampleAllocationForm, shareRow, sumText, type AllocationForm, type ShareGroup, type ShareRow } from '../../server/views/allocation-view.ts';
import { scriptLinks } from '../../server/views/view-links.ts';
import { fillElement, toDom } from '../dom.ts';
import { allocation, errors } from '../../server/views/labels.ts';
import { Announcer } from '../widget/announcer.ts';
import { Api, ApiError } from '../widget/api.ts';

/** The calculator with JavaScript: rows come and go, sums run along, and the result appears beside the form. */
class AllocationCalculator {
  readonly #app: HTMLElement;
  readonly #output: HTMLElement;
  readonly #api = new Api('');
  readonly #announcer = new Announcer();

  constructor(app: HTMLElement, output: HTMLElement) {
    this.#app = app;
    this.#output = output;
    app.after(this.#announcer.element);
    app.addEventListener('submit', (event) => void this.#submitted(event));
    app.addEventListener('input', (event) => this.#sum((event.target as Element).closest<HTMLElement>('.shares')));
    app.addEventListener('click', (event) => this.#clicked(event));
  }

  async #submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if ((event.submitter as HTMLButtonElement | null)?.name === 'voorbeeld') {
      fillElement(this.#app, toDom(allocationFormView(exampleAllocationForm)));
      this.#app.querySelector<HTMLInputElement>('#total')?.focus();
      this.#announcer.say(allocation.exampleNote);
      return;
    }
    const request = allocationRequest(this.#form());
    if ('problem' in request) return this.#problem(request.problem);
    try {
      const result = await this.#api.json<AllocationResult>('/api/v1/allocation', request);
      this.#problem(undefined);
      fillElement(this.#output, toDom(allocationResultView(request, result, scriptLinks)));
      this.#output.querySelector<HTMLElement>('h2')?.focus();
    } catch (error) {
      this.#problem(error instanceof ApiError ? error.message : errors.server);
    }
  }

  #problem(message: string | undefined): void {
    const box = this.#app.querySelector<HTMLElement>('#allocation-problem');
    if (box === null) return;
    box.hidden = message === undefined;
    box.textContent = message ?? '';
    if (message !== undefined) box.focus();
  }

  #clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const group = button?.closest<HTMLElement>('.shares');
    const rows = group?.querySelector('.share-rows');
    if (!button || !group || !rows) return;
    const name = group.dataset['group'] as ShareGroup;
    if (button.dataset['action'] === 'add') {
      const row = toDom(shareRow(name, { name: '', percentage: '' }, rows.children.length)) as HTMLElement;
      rows.append(row);
      row.querySelector('input')?.focus();
    } else {
      const row = button.closest('.share-row');
      const neighbour = row?.previousElementSibling ?? row?.nextElementSibling;
      row?.remove();
      // The numbers in the labels follow the rows.
      fillElement(rows, ...readRows(group).map((values, index) => toDom(shareRow(name, values, index))));
      const index = neighbour === null || neighbour === undefined ? -1 : Math.max(0, rows.children.length - 1);
      (rows.children[index]?.querySelector('input') ?? group.querySelector<HTMLElement>('[data-action="add"]'))?.focus();
    }
    this.#sum(group);
  }

  #sum(group: HTMLElement | null): void {
    const place = group?.querySelector('.share-sum');
    if (group && place) place.textContent = sumText(readRows(group));
  }

  #form(): AllocationForm {
    const text = (id: string): string => this.#app.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
    const rows = (group: ShareGroup): ShareRow[] => {
      const fieldset = this.#app.querySelector<HTMLElement>(`[data-group="${group}"]`);
      return fieldset === null ? [] : readRows(fieldset);
    };
    return {
      total: text('total'), domains: rows('domains'), zvwDomain: text('zvwDomain'), zvwSectors: rows('zvwSectors'),
      insurers: rows('insurers'), referenceDate: text('referenceDate'), area: text('area'),
    };
  }
}

function readRows(group: HTMLElement): ShareRow[] {
  return [...group.querySelectorAll('.share-row')].map((row) => {
    const [name, percentage] = row.querySelectorAll('input');
    return { name: name?.value ?? '', percentage: percentage?.value ?? '' };
  });
}

document.documentElement.classList.add('with-script');
const app = document.getElementById('allocation-app');
const output = document.getElementById('allocation-result');
if (app !== null && output !== null) new AllocationCalculator(app, output);
