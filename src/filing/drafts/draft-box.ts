import { ifItCan } from '../forms/ui/plain-way.ts';
import type { Desk } from './draft-session.ts';
import { isKnownHere } from './device-storage.ts';

/** How long a filing waits for the code that keeps drafts: on a dead line it goes on without. */
const patienceMs = 2_000;

const afterPatience = () =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));

/** The box above a form. What keeps drafts is loaded when someone begins to fill, or left a draft here. */
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
    // What was left here, filed here or is known here is on the first screen, before anyone touches the form.
    if (isKnownHere(this.dataset.form ?? '')) open();
  }

  get #form(): HTMLFormElement | null | undefined {
    return this.closest('filing-form')?.querySelector('form');
  }

  /** What keeps the draft of this page, if it is there in time. */
  desk(): Promise<Desk | undefined> {
    return Promise.race([this.#open(), afterPatience()]);
  }

  #open(): Promise<Desk | undefined> {
    this.#desk ??= import('./draft-session.ts').then(
      ({ openDesk }) => ifItCan(() => this.#form && openDesk(this, this.#form, this.#isTyped)) ?? undefined,
      () => {
        // The line is dead: try again with the next key.
        this.#desk = undefined;
        return undefined;
      },
    );
    return this.#desk;
  }
}

customElements.define('draft-box', DraftBox);
