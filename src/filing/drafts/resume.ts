import { filesName } from '../definitions/uploaded-file.ts';
import { type Control, controlsOf, isTick } from './controls.ts';
import type { Draft } from './draft.ts';
import { holdDraft, type Release } from './draft-lock.ts';
import type { OfferTools } from './offers.ts';
import { showMessage } from './panel.ts';
import { misfits, putBack } from './put-back.ts';
import { outcome, restore } from './restore.ts';

/** How long to wait until a page that is being left releases its draft's lock. */
const pausesMs = [0, 50, 150, 400];

async function holdSoon(key: string): Promise<Release | undefined> {
  for (const pauseMs of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const letGo = await holdDraft(key);
    if (letGo) return letGo;
  }
  return undefined;
}

function isChanged(control: Control): boolean {
  if (isTick(control)) return control.checked !== control.defaultChecked;
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(
      ({ selected, defaultSelected }) => selected && !defaultSelected && control.value,
    );
  return control.type !== 'hidden' && control.value !== control.defaultValue;
}

/** Remembers what was typed before the draft was restored; the returned function puts it back. */
function typedMeanwhile(form: HTMLFormElement): () => void {
  const typed = controlsOf(form)
    .filter(isChanged)
    .map((control) => ({ control, value: control.value, checked: isTick(control) && control.checked }));
  return () => {
    for (const { control, value, checked } of typed) {
      if (isTick(control)) control.checked = checked;
      else control.value = value;
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  };
}

/** True if the server answered with this page: then the page holds the latest answers. */
const isAnswer = (form: HTMLFormElement) => form.querySelector('[data-error-summary]:not([hidden])') !== null;

/**
 * Restores the draft of this tab after a reload, after the browser dropped the tab, or after a return to the page. Asks only if an
 * answer would be lost. Resolves with the restored draft, if any.
 */
export async function resume(draft: Draft, tools: OfferTools): Promise<Draft | undefined> {
  const { form, facts, keeper } = tools;
  if (isAnswer(form)) return undefined;
  if (misfits(form, draft.answers, facts.never).length > 0) {
    await restore(draft, tools);
    return undefined;
  }
  // The list of evidence files reports which are no longer stored, so it must be loaded first.
  if (draft.answers.some(({ name }) => name === filesName))
    await import('../evidence/ui/evidence-files.ts').catch(() => undefined);
  const letGo = await holdSoon(draft.key);
  if (!letGo) return undefined;
  const putTypedBack = typedMeanwhile(form);
  keeper.skip();
  keeper.take(draft, letGo);
  const lost = putBack(form, draft.answers, facts);
  keeper.homeless = lost;
  // The stored draft stays as it is, unless something was typed meanwhile.
  keeper.skip();
  putTypedBack();
  form.dispatchEvent(new CustomEvent('answers-changed'));
  tools.restored();
  if (draft.isPending || lost.length > 0) showMessage(tools.place, outcome(draft, lost, true));
  return draft;
}
