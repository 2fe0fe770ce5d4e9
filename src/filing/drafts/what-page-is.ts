import type { Draft } from './draft.ts';
import { filedFrom, filedHere } from './filed.ts';
import { becomeFiled } from './filed-panel.ts';
import type { OfferTools } from './offers.ts';
import { resume } from './resume.ts';
import { forgetTabPlace, readTabPlace } from './tab-place.ts';

/** What a form's page can show instead of an empty form. */
export interface WhatPageIs {
  /** A received submission: sent in this tab before Back, or in another tab with the same draft. */
  tellFiled: () => void;
  /** The draft of this tab; undefined if there is none or it was received. */
  goOn: () => Promise<Draft | undefined>;
}

/** Decides what a form's page shows, on load and when the reader comes back to it. */
export function whatPageIs(box: HTMLElement, tools: OfferTools): WhatPageIs {
  const { form, facts, keeper, store, place } = tools;
  const tellFiled = (key = keeper.key) => {
    const filed = filedFrom(facts.id).find(({ keys }) => keys.includes(key)) ?? filedHere(facts.id);
    if (filed) becomeFiled(box, form, place, filed);
  };
  return {
    tellFiled: () => tellFiled(),
    goOn: async () => {
      const was = readTabPlace(facts.id);
      const draft = was && (store.all().find(({ key }) => key === was.key) ?? was.draft);
      if (draft && !filedFrom(facts.id).some(({ keys }) => keys.includes(draft.key)))
        return resume(draft, tools);
      tellFiled(was?.key);
      forgetTabPlace(facts.id);
      return undefined;
    },
  };
}
