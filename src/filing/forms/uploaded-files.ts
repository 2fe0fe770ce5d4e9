import {
  dropFilesName,
  filesName,
  fileText,
  readKeptFile,
  type UploadedFile,
} from '../definitions/uploaded-file.ts';

function element(document: Document, name: string, text = ''): Element {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** The control that sends a stored file with the form; its label is the file name. */
export function uploadedFileControl(document: Document, value: string, file: UploadedFile): Element {
  const control = document.createElement('input');
  control.setAttribute('type', 'hidden');
  control.setAttribute('name', filesName);
  control.setAttribute('value', value);
  control.setAttribute('data-shown', fileText(file));
  return control;
}

/** A stored file in the list of a page without script; its checkbox removes the file at the next submit. */
function item(document: Document, value: string, file: UploadedFile): Element {
  const line = element(document, 'li');
  line.setAttribute('data-kept-file', fileText(file));
  const drop = document.createElement('input');
  drop.setAttribute('type', 'checkbox');
  drop.setAttribute('name', dropFilesName);
  drop.setAttribute('value', file.token);
  const label = element(document, 'label', ' Bỏ tệp này');
  label.prepend(drop);
  const about = element(document, 'span', ` ${file.name}`);
  about.setAttribute('class', 'visually-hidden');
  label.append(about);
  const name = element(document, 'span', fileText(file));
  name.setAttribute('class', 'file-name');
  line.append(uploadedFileControl(document, value, file), name, label);
  return line;
}

/** Replaces the list of stored files of this submission. Browser and server use this function. */
export function putUploadedFiles(document: Document, form: Element, values: readonly string[]): void {
  const list = form.querySelector('[data-kept-files]');
  if (!list) return;
  const items = values.flatMap((value) => {
    const file = readKeptFile(value);
    return file ? [item(document, value, file)] : [];
  });
  list.replaceChildren(...items);
  list.toggleAttribute('hidden', items.length === 0);
}
