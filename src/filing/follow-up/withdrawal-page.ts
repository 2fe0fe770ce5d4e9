import { officialDateTime } from '../../vietnamese/official-date.ts';
import type { PartOf, SlotOf } from '../answers/answer-page.ts';
import { withdrawalAnswer } from '../answers/answer-pages.ts';
import { fillPage } from '../answers/server/fill-page.ts';
import { findForm } from '../definitions/registry.ts';
import { type FormMessages, putForm, type TypedPairs } from '../forms/server/fill-form.ts';
import type { Status } from '../intake/store.ts';
import { stateById, withdrawnStates } from '../states.ts';

/** The parts of the page: the form, the confirmation, or that nothing can be withdrawn. */
export type WithdrawalPart = PartOf<typeof withdrawalAnswer>;

/** What the page shows besides its part. */
export interface WithdrawalFilling {
  /** The status of the submission, without its answers. */
  status?: Status;
  /** The receipt key, where the submission was opened. */
  key?: string;
  pairs?: TypedPairs;
  messages?: FormMessages;
}

/** The texts of the page about a submission. */
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

/** The part for the state of a submission: a note that it is withdrawn or over, else `otherwise`. */
export function partFor(state: string, isOver: boolean, otherwise: WithdrawalPart): WithdrawalPart {
  if (withdrawnStates.includes(state)) return 'withdrawn';
  return isOver ? 'over' : otherwise;
}

/** Fills the built page of `/rut-phieu/` and shows one of its parts. */
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
