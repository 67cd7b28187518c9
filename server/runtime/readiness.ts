import { NotReadyError } from '../errors.ts';
import type { Services } from '../assistant/services.ts';

/** Where the server is in its life, and the services once they are loaded. */
export class Readiness {
  #services: Services | undefined;
  #stopping = false;

  /** Index and models are loaded: requests can be answered. */
  loaded(services: Services): void {
    this.#services = services;
  }

  /** From now on `/readyz` sends new traffic elsewhere; requests under way still get their answer. */
  stopping(): void {
    this.#stopping = true;
  }

  get isLoaded(): boolean {
    return this.#services !== undefined;
  }

  get isReady(): boolean {
    return this.#services !== undefined && !this.#stopping;
  }

  get isStopping(): boolean {
    return this.#stopping;
  }

  /** @throws NotReadyError while index and models are being loaded. */
  services(): Services {
    if (this.#services === undefined) {
      throw new NotReadyError('De server start op en leest de bronnen in. Probeer het over enkele seconden opnieuw.');
    }
    return this.#services;
  }
}
