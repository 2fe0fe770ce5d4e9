import { pauseBefore } from './retry-delays.ts';

/** Sends a filing again and again, with growing pauses, while its page is open. */
export class Resender {
  #tries = 0;
  #timer = 0;
  #again: (() => void) | undefined;
  #isAsked = false;

  constructor() {
    // The line is back: no need to wait for the turn, unless the server itself asked for a pause.
    window.addEventListener('online', () => {
      if (!this.#isAsked) this.#go();
    });
  }

  /** Calls `again` after a pause of at least `askedMs`, or once the line is back. Returns the pause, in milliseconds. */
  wait(askedMs: number, again: () => void): number {
    const pauseMs = pauseBefore(this.#tries, askedMs);
    this.#tries += 1;
    this.#again = again;
    this.#isAsked = askedMs > 0;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#go(), pauseMs);
    return pauseMs;
  }

  /** Waits no more; true when it did wait. */
  stop(): boolean {
    const waited = this.#again !== undefined;
    clearTimeout(this.#timer);
    this.#again = undefined;
    return waited;
  }

  /** The filing was answered: the next one begins with a short pause again. */
  reset(): void {
    this.stop();
    this.#tries = 0;
  }

  #go(): void {
    const again = this.#again;
    this.stop();
    again?.();
  }
}
