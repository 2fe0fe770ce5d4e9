import { controlsOf, isTick, type Control } from './controls.ts';
import type { Draft } from './draft.ts';
import { filesName } from '../definitions/uploaded-file.ts';
import { holdDraft, type Release } from './draft-lock.ts';
import type { OfferTools } from './offers.ts';
import { misfits, putBack } from './put-back.ts';
import { outcome, restore } from './restore.ts';
import { showMessage } from './panel.ts';

/** Until a page that is being left has let go of its draft. */
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

/** What was typed on this page before its draft was there; call what is returned to have it back. */
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

/** The server answered with this page: what stands in it is what was typed last. */
const isAnswer = (form: HTMLFormElement) => form.querySelector('[data-error-summary]:not([hidden])') !== null;

/**
 * Goes on where this tab was: its page was loaded again, it was dropped and came back, or someone went away and returned. Nothing
 * is asked unless an answer would be lost. Resolves with the draft that the page is now, if it became one.
 */
export async function resume(draft: Draft, tools: OfferTools): Promise<Draft | undefined> {
  const { form, facts, keeper } = tools;
  if (isAnswer(form)) return undefined;
  if (misfits(form, draft.answers, facts.never).length > 0) {
    await restore(draft, tools);
    return undefined;
  }
  // Whoever lists the files says which are kept no more.
  if (draft.answers.some(({ name }) => name === filesName))
    await import('../evidence/ui/evidence-files.ts').catch(() => undefined);
  const letGo = await holdSoon(draft.key);
  if (!letGo) return undefined;
  const putTypedBack = typedMeanwhile(form);
  keeper.skip();
  keeper.take(draft, letGo);
  const lost = putBack(form, draft.answers, facts);
  keeper.homeless = lost;
  // It is kept as it is; only what was typed meanwhile changes it.
  keeper.skip();
  putTypedBack();
  form.dispatchEvent(new CustomEvent('answers-changed'));
  tools.restored();
  if (draft.isPending || lost.length > 0) showMessage(tools.place, outcome(draft, lost, true));
  return draft;
}
