import { placeName, tabStorage } from './device-storage.ts';
import { type Draft, readDraft, writeDraft } from './draft.ts';

/** The place of a tab in a form; a reloaded page resumes from it. */
export interface TabPlace {
  /** Key of the page's draft. */
  key: string;
  /** Address of the step, `#buoc-3`; empty at the first step. */
  step: string;
  /** The draft itself, if the device did not store it. */
  draft?: Draft | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Reads the place of this tab in a form, if there is one. */
export function readTabPlace(form: string): TabPlace | undefined {
  const value = parse(tabStorage()?.getItem(placeName(form)) ?? '');
  if (!isObject(value) || typeof value.key !== 'string' || typeof value.step !== 'string') return undefined;
  const { key, step, draft } = value;
  return { key, step, ...(typeof draft === 'string' && { draft: readDraft(draft) }) };
}

/** Stores the place of this tab. If storing fails, a reloaded page lists the draft instead. */
export function keepTabPlace(form: string, { key, step, draft }: TabPlace): void {
  const json = JSON.stringify({ key, step, ...(draft && { draft: writeDraft(draft) }) });
  try {
    tabStorage()?.setItem(placeName(form), json);
  } catch {
    forgetTabPlace(form);
  }
}

/** Forgets the place of this tab, so that a reloaded page starts empty. */
export function forgetTabPlace(form: string): void {
  tabStorage()?.removeItem(placeName(form));
}
