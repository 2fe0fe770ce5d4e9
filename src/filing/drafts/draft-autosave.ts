import { areSame, type Draft, type KeptAnswer } from './draft.ts';
import type { DraftStore } from './draft-store.ts';
import type { FormFacts } from './form-facts.ts';
import { holdDraft, type Release } from './draft-lock.ts';
import { readAnswers } from './read-answers.ts';

const pauseMs = 400;

/** What became of the last try to keep the draft. */
export type Kept = { is: 'kept'; draft: Draft } | { is: 'refused'; draft: Draft } | { is: 'empty' };

/** What a keeper works on. */
interface KeeperTools {
  form: HTMLFormElement;
  facts: FormFacts;
  store: DraftStore;
  /** Told after each try to keep the draft. */
  say: (kept: Kept) => void;
}

/** Keeps what is typed into a form on this device, under the key of its filing, until a receipt came. */
export class DraftAutosave {
  /** Answers of another version that the form has no place for: kept along, so that they are not lost. */
  homeless: readonly KeptAnswer[] = [];
  isPending = false;
  /** Key that stood in the file from which this draft began. */
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

  /** The key under which this page files. */
  get key(): string {
    return this.#keyInput?.value ?? '';
  }

  /** The page as a draft. */
  draft(): Draft {
    const { id: form, version, never } = this.#tools.facts;
    const answers = [...readAnswers(this.#tools.form, never), ...this.homeless];
    return { form, version, key: this.key, savedAt: new Date(), isPending: this.isPending, answers };
  }

  /** The key under which the draft of this page is kept; empty while there is none. */
  get keptKey(): string {
    return this.#keptKey;
  }

  /** Keeps the draft in a moment: call it with every change. */
  touch(): void {
    if (this.#isFiled) return;
    this.#isChanged = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.save(), pauseMs);
  }

  /** Keeps the draft now, if anything changed. */
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

  /** Says whether this filing is on its way, so that a page opened later knows. */
  markPending(isPending: boolean): void {
    this.isPending = isPending;
    this.#isChanged = true;
    this.save();
  }

  /** The page goes on as this draft; what it was is kept beside it. */
  take({ key, isPending }: Draft, letGo: Release): void {
    this.save();
    this.letGo();
    if (this.#keyInput) this.#keyInput.value = key;
    this.isPending = isPending;
    this.origin = '';
    this.#keptKey = key;
    this.#letGo = letGo;
  }

  /** A filing of the same words was sent before and no answer came: this page sends it again, not another. */
  joinPending(): void {
    const answers = this.draft().answers;
    const same = this.#tools.store.all().find((draft) => draft.isPending && areSame(draft.answers, answers));
    if (same && this.#keyInput) this.#keyInput.value = same.key;
  }

  /** What was typed so far goes into another draft. */
  skip(): void {
    clearTimeout(this.#timer);
    this.#isChanged = false;
  }

  /** The page is this draft no longer: it stays on the device as it is. */
  leave(): void {
    this.save();
    this.letGo();
    this.#keptKey = '';
  }

  /** Deletes the draft of this page; what is typed from now on is kept again. */
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

  /** The server has it: nothing is kept on the way to the receipt. */
  close(): void {
    this.forget();
    this.#isFiled = true;
  }

  /** Back from the receipt, or from another page: what is typed from now on is kept again. */
  reopen(): void {
    this.#isFiled = false;
    this.hold();
  }

  /** Holds the draft of this page against other tabs. */
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
