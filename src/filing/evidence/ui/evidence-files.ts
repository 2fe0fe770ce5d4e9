import { filesName, readKeptFile } from '../../definitions/uploaded-file.ts';
import { showErrors } from '../../forms/show-errors.ts';
import { type FileEntry, fileCount, mistakesOf, noRoom, noRoomFor, roomIn } from './file-entries.ts';
import { FileLine } from './file-line.ts';
import { deleteUpload, upload, wrongWith } from './upload.ts';

/**
 * Uploads each file when it is chosen, lists the stored files and lets the sender remove each. The form waits for running uploads.
 * Without this script the files are sent together with the form.
 */
class EvidenceFiles extends HTMLElement {
  #entries: FileEntry[] = [];
  /** Names of files beyond the allowed number. */
  #left: string[] = [];
  /** Uploads run one after the other: two at once would both be slow on a weak connection. */
  #queue: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    const form = this.closest('form');
    if (!form) return;
    this.#adopt();
    this.#input?.addEventListener('change', () => this.#takeChosen());
    form.addEventListener('files-put-back', () => this.#adopt());
    form.addEventListener('before-sending', (event) => {
      if (event instanceof CustomEvent && this.#entries.some(({ state }) => state !== 'kept'))
        event.detail.push(this.#settle(form));
    });
    // A refused file stops the step, as any mistake does.
    form.addEventListener('checked', (event) => {
      if (event instanceof CustomEvent) event.detail.push(...mistakesOf(this.#entries));
    });
    window.addEventListener('online', () => {
      for (const { state, again } of this.#entries) if (state === 'failed') again?.();
    });
    // Files may have been chosen before this script loaded.
    this.#takeChosen();
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input[type="file"]');
  }

  get #list(): HTMLElement | null {
    return this.querySelector('[data-kept-files]');
  }

  #say(words: string): void {
    const status = this.querySelector('[data-file-status]');
    if (status) status.textContent = `${words} ${fileCount(this.#entries)} ${noRoomFor(this.#left)}`.trim();
  }

  /** Takes over the files that the page lists from an earlier try or a draft. */
  #adopt(): void {
    const now = new Date();
    const controls = [...this.querySelectorAll<HTMLInputElement>(`[name="${filesName}"]`)];
    const files = controls.flatMap(({ value }) => readKeptFile(value) ?? []);
    for (const { state, drop } of this.#entries) if (state === 'on its way') drop();
    this.#entries = [];
    this.#list?.replaceChildren();
    const old = files.filter(({ until }) => until < now);
    for (const file of files) {
      if (old.includes(file)) continue;
      const entry = this.#add(file, () => deleteUpload(file.token));
      entry.state = 'kept';
      entry.line.showKept(file);
    }
    const gone = old.map(({ name }) => `“${name}”`).join(', ');
    if (gone) this.#say(`Không còn được giữ vì đã quá hai ngày: ${gone}. Hãy chọn lại.`);
    else if (files.length > 0) this.#say('');
  }

  #add(file: { name: string; bytes: number }, drop: () => void): FileEntry {
    const line = new FileLine(file, () => this.#remove(entry));
    const entry: FileEntry = { name: file.name, line, state: 'on its way', why: '', drop };
    this.#entries.push(entry);
    this.#list?.append(line.item);
    this.#list?.removeAttribute('hidden');
    return entry;
  }

  #takeChosen(): void {
    const input = this.#input;
    const chosen = [...(input?.files ?? [])];
    // Reset the input, so that choosing the same file again fires an event.
    if (input) input.value = '';
    if (chosen.length === 0) return;
    const room = roomIn(this.#entries);
    this.#left = chosen.slice(room).map(({ name }) => name);
    for (const file of chosen.slice(0, room)) this.#begin(file);
    if (this.#left.length > 0) this.#say('');
  }

  #begin(file: File): void {
    let stop = new AbortController();
    const entry = this.#add({ name: file.name, bytes: file.size }, () => stop.abort());
    const send = () => {
      if (entry.state === 'failed' && roomIn(this.#entries) === 0) {
        this.#fail(entry, noRoom);
        return;
      }
      stop = new AbortController();
      entry.state = 'on its way';
      const { signal } = stop;
      const progress = entry.line.showProgress();
      this.#queue = this.#queue
        .then(() => this.#send(file, entry, signal, progress))
        // An error of this script fails only this file.
        .catch(() => this.#fail(entry, 'Trang này không tải tệp lên được.'));
    };
    entry.again = send;
    this.#say(`Đang tải lên “${file.name}”.`);
    send();
  }

  async #send(
    file: File,
    entry: FileEntry,
    signal: AbortSignal,
    progress: (part: number) => void,
  ): Promise<void> {
    if (signal.aborted) return;
    const wrong = await wrongWith(file);
    const { form, code, key } = this.closest('form')?.dataset ?? {};
    const done = wrong
      ? undefined
      : await upload(
          file,
          { ...(form && { form }), ...(code && { code }), ...(key && { key }) },
          signal,
          progress,
        );
    if (signal.aborted) {
      if (done?.ok) deleteUpload(done.kept.token);
      return;
    }
    if (done?.ok) {
      const { kept } = done;
      entry.state = 'kept';
      entry.name = kept.name;
      entry.drop = () => deleteUpload(kept.token);
      entry.line.showKept(kept);
      this.#say(`Đã giữ “${kept.name}”.`);
      this.#tell();
      return;
    }
    const message = wrong ?? done?.message ?? '';
    if (!done?.mayHelp) entry.again = undefined;
    this.#fail(entry, message);
  }

  #fail(entry: FileEntry, why: string): void {
    entry.state = 'failed';
    entry.why = why;
    entry.line.showProblem(why, entry.again);
    this.#say(`Chưa nhận “${entry.name}”: ${why}`);
    this.#tellReview();
  }

  #remove(entry: FileEntry): void {
    entry.drop();
    this.#entries = this.#entries.filter((one) => one !== entry);
    this.#left = [];
    entry.line.item.remove();
    this.#list?.toggleAttribute('hidden', this.#entries.length === 0);
    this.#say(`Đã bỏ “${entry.name}”.`);
    this.#input?.focus();
    this.#tell();
  }

  /** Reports a change of the form: autosave runs and a waiting retry is cancelled. */
  #tell(): void {
    for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true }));
    this.#tellReview();
  }

  #tellReview(): void {
    this.closest('form')?.dispatchEvent(new CustomEvent('answers-changed'));
  }

  /** Waits until all uploads end; if one failed, shows that at the question and returns false. */
  async #settle(form: HTMLFormElement): Promise<boolean> {
    const sending = form.querySelector('[data-sending]');
    if (sending) sending.textContent = 'Đang tải tệp lên…';
    for (let before: Promise<void> | undefined; before !== this.#queue; ) {
      before = this.#queue;
      await before;
    }
    const mistakes = mistakesOf(this.#entries);
    if (mistakes.length === 0) return true;
    if (sending) sending.textContent = '';
    showErrors(document, form, mistakes);
    return false;
  }
}

customElements.define('evidence-files', EvidenceFiles);
