import { makeElement } from '../../../platform/dom/make-element.ts';
import { fileText, keptFileValue, type UploadedFile } from '../../definitions/uploaded-file.ts';
import { uploadedFileControl } from '../../forms/uploaded-files.ts';

function button(text: string, about: string, act: () => void): HTMLButtonElement {
  const made = makeElement('button', text);
  made.type = 'button';
  made.className = 'button button-quiet';
  const name = makeElement('span', ` ${about}`);
  name.className = 'visually-hidden';
  made.append(name);
  made.addEventListener('click', act);
  return made;
}

/** The line of a file in the list, in any state. No text is read as markup. */
export class FileLine {
  readonly item: HTMLLIElement;
  #name: string;
  #text: string;
  #remove: HTMLButtonElement;

  constructor(file: { name: string; bytes: number }, remove: () => void) {
    this.item = makeElement('li');
    this.#name = file.name;
    this.#text = fileText(file);
    this.#remove = button('Bỏ tệp', file.name, remove);
  }

  /** Shows an upload; call the returned function with the part that was sent, 0 to 1. */
  showProgress(): (part: number) => void {
    const bar = makeElement('progress');
    bar.max = 1;
    bar.setAttribute('aria-label', `Đang tải lên ${this.#name}`);
    this.item.dataset.keptFile = `${this.#text}, đang tải lên`;
    this.#show(bar, this.#remove);
    return (part) => {
      bar.value = part;
    };
  }

  /** Shows a stored file. */
  showKept(kept: UploadedFile): void {
    this.#text = fileText(kept);
    this.item.dataset.keptFile = this.#text;
    this.#show(uploadedFileControl(document, keptFileValue(kept), kept), this.#remove);
  }

  /** Shows a failed file, which is no part of the answers; `again` retries if that may help. */
  showProblem(message: string, again: (() => void) | undefined): void {
    const words = makeElement('p', message);
    words.className = 'field-error';
    delete this.item.dataset.keptFile;
    this.#show(words, ...(again ? [button('Thử lại', this.#name, again)] : []), this.#remove);
  }

  #show(...parts: Element[]): void {
    const hadFocus = this.item.contains(document.activeElement);
    const name = makeElement('span', this.#text);
    name.className = 'file-name';
    this.item.replaceChildren(name, ...parts);
    if (hadFocus) this.#remove.focus();
  }
}
