import { placeName, tabStorage } from './device-storage.ts';
import { type Draft, readDraft, writeDraft } from './draft.ts';

/** Where a tab is in a form: a page that is loaded again in it goes on with it. */
export interface TabPlace {
  /** Key of the draft that the page is. */
  key: string;
  /** Address of the step, `#buoc-3`; empty at the first. */
  step: string;
  /** The draft itself, where the device did not take it. */
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

/** Where this tab was in a form, if it was. */
export function readTabPlace(form: string): TabPlace | undefined {
  const value = parse(tabStorage()?.getItem(placeName(form)) ?? '');
  if (!isObject(value) || typeof value.key !== 'string' || typeof value.step !== 'string') return undefined;
  const { key, step, draft } = value;
  return { key, step, ...(typeof draft === 'string' && { draft: readDraft(draft) }) };
}

/** Remembers where this tab is. Where the tab cannot keep it, a page that is loaded again lists its draft instead. */
export function keepTabPlace(form: string, { key, step, draft }: TabPlace): void {
  const json = JSON.stringify({ key, step, ...(draft && { draft: writeDraft(draft) }) });
  try {
    tabStorage()?.setItem(placeName(form), json);
  } catch {
    forgetTabPlace(form);
  }
}

/** A page that is loaded again begins empty. */
export function forgetTabPlace(form: string): void {
  tabStorage()?.removeItem(placeName(form));
}
