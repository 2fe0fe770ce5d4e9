import { pauseBefore } from './retry-delays.ts';

/** Retries a sending with growing pauses while its page is open. */
export class Resender {
  #tries = 0;
  #timer = 0;
  #again: (() => void) | undefined;
  #isAsked = false;

  constructor() {
    // The connection is back: retry now, unless the server asked for a pause.
    window.addEventListener('online', () => {
      if (!this.#isAsked) this.#go();
    });
  }

  /** Calls `again` after at least `askedMs`, or when the connection is back. Returns the pause in milliseconds. */
  wait(askedMs: number, again: () => void): number {
    const pauseMs = pauseBefore(this.#tries, askedMs);
    this.#tries += 1;
    this.#again = again;
    this.#isAsked = askedMs > 0;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#go(), pauseMs);
    return pauseMs;
  }

  /** Cancels the waiting retry; true if one was waiting. */
  stop(): boolean {
    const waited = this.#again !== undefined;
    clearTimeout(this.#timer);
    this.#again = undefined;
    return waited;
  }

  /** Resets the pause after an answer. */
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
