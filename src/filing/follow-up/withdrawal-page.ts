import { parseHTML } from 'linkedom';
import { pageHtml } from '../forms/server/page-html.ts';
import { fillForm, type FormMessages, type TypedPairs } from '../forms/server/fill-form.ts';
import { officialDateTime } from '../../vietnamese/official-date.ts';
import { findForm } from '../definitions/registry.ts';
import { stateById, withdrawnStates } from '../states.ts';
import type { Status } from '../intake/store.ts';

/** The parts of the page: the form, what is about to be withdrawn, or that nothing can be. */
export type WithdrawalPart = 'ask' | 'confirm' | 'withdrawn' | 'over';

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
}: Status): Record<string, string> {
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
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll('[data-part]'))
    element.toggleAttribute('hidden', element.getAttribute('data-part') !== part);
  const texts = status ? withdrawalTexts(status) : {};
  for (const slot of document.querySelectorAll('[data-slot]'))
    slot.textContent = new Map(Object.entries(texts)).get(slot.getAttribute('data-slot') ?? '') ?? '';
  for (const [name, value] of [
    ['ma', status?.code ?? ''],
    ['khoa', key],
  ] as const)
    document.querySelector(`[data-part="confirm"] input[name="${name}"]`)?.setAttribute('value', value);
  for (const link of document.querySelectorAll('[data-status-link]'))
    link.setAttribute('href', `/tra-cuu/?ma=${status?.code ?? ''}`);
  return fillForm(pageHtml(document), pairs, messages);
}
