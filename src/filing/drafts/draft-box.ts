import { ifItCan } from '../forms/ui/plain-way.ts';
import { isKnownHere } from './device-storage.ts';
import type { Desk } from './draft-session.ts';

/** How long sending waits for the autosave code; without a connection, sending goes on without it. */
const patienceMs = 2_000;

const afterPatience = () =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));

/** The draft box above a form. Autosave is loaded when someone starts to fill in the form or left a draft here. */
export class DraftBox extends HTMLElement {
  #desk: Promise<Desk | undefined> | undefined;
  #isTyped = false;

  connectedCallback(): void {
    const form = this.#form;
    if (!form) return;
    const open = () => void this.#open();
    form.addEventListener('focusin', open);
    form.addEventListener('input', () => {
      this.#isTyped = true;
      open();
    });
    for (const wish of ['focusin', 'pointerover', 'dragenter']) this.addEventListener(wish, open);
    // Drafts, submissions and a known contact must show at once. Whoever is in the form may have typed before this code came.
    if (isKnownHere(this.dataset.form ?? '') || form.matches(':focus-within')) open();
  }

  get #form(): HTMLFormElement | null | undefined {
    return this.closest('filing-form')?.querySelector('form');
  }

  /** Waits for the autosave of this page; undefined if it does not load in time. */
  desk(): Promise<Desk | undefined> {
    return Promise.race([this.#open(), afterPatience()]);
  }

  #open(): Promise<Desk | undefined> {
    this.#desk ??= import('./draft-session.ts').then(
      ({ openDesk }) => ifItCan(() => this.#form && openDesk(this, this.#form, this.#isTyped)) ?? undefined,
      () => {
        // Loading failed, perhaps offline: the next key press tries again.
        this.#desk = undefined;
        return undefined;
      },
    );
    return this.#desk;
  }
}

customElements.define('draft-box', DraftBox);
