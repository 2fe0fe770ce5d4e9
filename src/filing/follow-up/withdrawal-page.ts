import { type PartOf, type SlotOf, withdrawalAnswer } from '../answers/answer-pages.ts';
import { fillPage } from '../answers/server/fill-page.ts';
import { putForm, type FormMessages, type TypedPairs } from '../forms/server/fill-form.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import { findForm } from '../definitions/registry.ts';
import { stateById, withdrawnStates } from '../states.ts';
import type { Status } from '../intake/store.ts';

/** The parts of the page: the form, what is about to be withdrawn, or that nothing can be. */
export type WithdrawalPart = PartOf<typeof withdrawalAnswer>;

/** What stands on the page, besides its part. */
export interface WithdrawalFilling {
  /** The filing that it is about, without anything that was filed. */
  status?: Status;
  /** Its key, where it was opened. */
  key?: string;
  pairs?: TypedPairs;
  messages?: FormMessages;
}

/** What the page says of a filing. */
export function withdrawalTexts({
  code,
  form,
  receivedAt,
  state,
  changedAt,
}: Status): Record<SlotOf<typeof withdrawalAnswer>, string> {
  return {
    code,
    form: findForm(form)?.title ?? form,
    received: officialDateTime(receivedAt),
    state: stateById(state).label,
    changed: officialDateTime(changedAt),
  };
}

/** Which part a filing that was opened, or whose state is known, asks for. */
export function partFor(state: string, isOver: boolean, otherwise: WithdrawalPart): WithdrawalPart {
  if (withdrawnStates.includes(state)) return 'withdrawn';
  return isOver ? 'over' : otherwise;
}

/** The built page of `/rut-phieu/` with one of its parts. */
export function withdrawalPage(
  html: string,
  part: WithdrawalPart,
  { status, key = '', pairs = [], messages = {} }: WithdrawalFilling,
): string {
  const texts = status ? withdrawalTexts(status) : {};
  return fillPage<typeof withdrawalAnswer>(html, { parts: [part], texts }, (document) => {
    const { selectors } = withdrawalAnswer;
    document.querySelector(selectors.code)?.setAttribute('value', status?.code ?? '');
    document.querySelector(selectors.key)?.setAttribute('value', key);
    for (const link of document.querySelectorAll(selectors.statusLinks))
      link.setAttribute('href', `/tra-cuu/?ma=${status?.code ?? ''}`);
    putForm(document, pairs, messages);
  });
}
