import { areSame, type Draft, type KeptAnswer } from './draft.ts';
import { holdDraft, type Release } from './draft-lock.ts';
import type { DraftStore } from './draft-store.ts';
import type { FormFacts } from './form-facts.ts';
import { readAnswers } from './read-answers.ts';

const pauseMs = 400;

/** The result of the last autosave. */
export type Kept = { is: 'kept'; draft: Draft } | { is: 'refused'; draft: Draft } | { is: 'empty' };

/** What autosave works on. */
interface KeeperTools {
  form: HTMLFormElement;
  facts: FormFacts;
  store: DraftStore;
  /** Called after each autosave. */
  say: (kept: Kept) => void;
}

/** Autosave: keeps the answers of a form on this device, under their submission key, until the receipt comes. */
export class DraftAutosave {
  /** Answers of another form version that this form has no place for; the draft keeps them so that they are not lost. */
  homeless: readonly KeptAnswer[] = [];
  isPending = false;
  /** Submission key of the draft file from which this draft began. */
  origin = '';
  #timer = 0;
  #isChanged = false;
  #keptKey = '';
  #letGo: Release | undefined;
  #isFiled = false;

  #tools: KeeperTools;

  constructor(tools: KeeperTools) {
    this.#tools = tools;
  }

  get #keyInput(): HTMLInputElement | null {
    return this.#tools.form.querySelector('[name="submissionKey"]');
  }

  /** The submission key of this page. */
  get key(): string {
    return this.#keyInput?.value ?? '';
  }

  /** Makes a draft of the page's answers. */
  draft(): Draft {
    const { id: form, version, never } = this.#tools.facts;
    const answers = [...readAnswers(this.#tools.form, never), ...this.homeless];
    return { form, version, key: this.key, savedAt: new Date(), isPending: this.isPending, answers };
  }

  /** Key of this page's stored draft; empty while there is none. */
  get keptKey(): string {
    return this.#keptKey;
  }

  /** Saves the draft after a short pause; call on every change. */
  touch(): void {
    if (this.#isFiled) return;
    this.#isChanged = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.save(), pauseMs);
  }

  /** Saves the draft now if anything changed. */
  save(): void {
    clearTimeout(this.#timer);
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const draft = this.draft();
    if (this.#keptKey && this.#keptKey !== draft.key) this.#tools.store.remove(this.#keptKey);
    if (draft.answers.length === 0) {
      this.#tools.store.remove(draft.key);
      this.#tools.say({ is: 'empty' });
      return;
    }
    if (this.#keptKey !== draft.key) this.hold(draft.key);
    this.#keptKey = draft.key;
    this.#tools.say({ is: this.#tools.store.keep(draft) ? 'kept' : 'refused', draft });
  }

  /** Marks the draft as being sent or not, so that a page opened later knows. */
  markPending(isPending: boolean): void {
    this.isPending = isPending;
    this.#isChanged = true;
    this.save();
  }

  /** Makes the page continue this draft; the page's former draft stays stored. */
  take({ key, isPending }: Draft, letGo: Release): void {
    this.save();
    this.letGo();
    if (this.#keyInput) this.#keyInput.value = key;
    this.isPending = isPending;
    this.origin = '';
    this.#keptKey = key;
    this.#letGo = letGo;
  }

  /** Takes the key of a draft with the same answers that was sent without an answer, so that this sending is its retry. */
  joinPending(): void {
    const answers = this.draft().answers;
    const same = this.#tools.store.all().find((draft) => draft.isPending && areSame(draft.answers, answers));
    if (same && this.#keyInput) this.#keyInput.value = same.key;
  }

  /** Drops the pending autosave; the answers so far belong to another draft. */
  skip(): void {
    clearTimeout(this.#timer);
    this.#isChanged = false;
  }

  /** Saves the draft and detaches the page from it; the draft stays on the device. */
  leave(): void {
    this.save();
    this.letGo();
    this.#keptKey = '';
  }

  /** Deletes the draft of this page; later changes are saved again. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#isChanged = false;
    this.isPending = false;
    this.homeless = [];
    this.#tools.store.remove(this.key);
    this.#tools.store.remove(this.#keptKey);
    this.#keptKey = '';
    this.letGo();
    this.#tools.say({ is: 'empty' });
  }

  /** Deletes the draft once the server stored the submission; saves nothing on the way to the receipt. */
  close(): void {
    this.forget();
    this.#isFiled = true;
  }

  /** Saves changes again after the reader comes back from the receipt or another page. */
  reopen(): void {
    this.#isFiled = false;
    this.hold();
  }

  /** Locks the draft of this page against other tabs. */
  hold(key = this.#keptKey): void {
    this.letGo();
    if (!key) return;
    void holdDraft(key).then((letGo) => {
      if (this.#keptKey === key) this.#letGo = letGo;
      else letGo?.();
    });
  }

  letGo(): void {
    this.#letGo?.();
    this.#letGo = undefined;
  }
}
