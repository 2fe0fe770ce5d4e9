import type { BatchForm } from '../batch-form.ts';
import { joinNotes, noteField, noteOf, readNote } from '../note.ts';
import { showUnderstood } from '../show-understood.ts';
import { understoodWords } from '../understood.ts';
import type { TableImport } from './import-table.ts';
import type { TableTools } from './table-tools.ts';

/** Shows how a pasted table or a file was understood and what was left out, and puts the note into the form. */
export function showImport(
  form: HTMLFormElement,
  batch: BatchForm,
  tools: TableTools,
  { said, understood, undo }: TableImport,
): void {
  tools.say(said);
  const section = form.querySelector('[data-understood]');
  const field = form.querySelector<HTMLInputElement>(`[name="${noteField}"]`);
  const before = field?.value ?? '';
  if (understood) {
    showUnderstood(document, form, understoodWords(batch, understood));
    if (field) field.value = JSON.stringify(joinNotes(readNote(before), noteOf(understood)));
  } else section?.setAttribute('hidden', '');
  tools.offerUndo(
    undo &&
      (() => {
        undo();
        section?.setAttribute('hidden', '');
        if (field) field.value = before;
      }),
  );
}
