import type { Locator, Page } from 'playwright-core';

/** The parts of the chat by what they are for; the same in every mode. */
export class ChatPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get input(): Locator {
    return this.page.getByLabel('Uw vraag');
  }

  get send(): Locator {
    return this.page.getByRole('button', { name: 'Verstuur', exact: true });
  }

  get stop(): Locator {
    return this.page.getByRole('button', { name: 'Stop', exact: true });
  }

  get turns(): Locator {
    return this.page.locator('.turn');
  }

  get lastTurn(): Locator {
    return this.turns.last();
  }

  get markers(): Locator {
    return this.lastTurn.locator('.marker');
  }

  /** Below the last answer, once it is whole. */
  get actions(): Locator {
    return this.lastTurn.locator('.actions');
  }

  get status(): Locator {
    return this.page.locator('bekostigings-wijzer [role=status]');
  }

  get source(): Locator {
    return this.page.getByRole('dialog').and(this.page.locator('.source-panel'));
  }

  async ask(question: string): Promise<void> {
    await this.input.fill(question);
    await this.input.press('Enter');
  }

  /** Asks and waits until the answer is complete. */
  async askAndWait(question: string): Promise<void> {
    const before = await this.turns.count();
    await this.ask(question);
    await this.page.locator(`.turn:nth-of-type(${before + 1}):not([data-state=busy])`).waitFor();
  }
}
