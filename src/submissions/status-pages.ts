import { parseHTML } from 'linkedom';
import { faultLine } from '../http/fault-line.ts';
import { pageReply } from '../http/replies.ts';
import { officialDateTime } from '../official-date.ts';
import { findForm } from '../schemas/forms/registry.ts';
import { type FindStatus, type PublicStatus, publicStatus } from './status.ts';

/** What a page about a code needs from outside. */
export interface StatusPageTools {
  find: FindStatus;
  readPage: (path: string) => Promise<string>;
}

/** Parts of the built page, by the words of `data-part`; all others are hidden. */
type Part = 'ask' | 'found' | 'unknown' | 'unavailable';

function textsOf(status: PublicStatus): Record<string, string> {
  return {
    code: status.code,
    form: findForm(status.form)?.title ?? status.form,
    state: status.stateLabel,
    received: officialDateTime(new Date(status.receivedAt)),
    changed: officialDateTime(new Date(status.changedAt)),
    next: status.nextStep,
  };
}

function fillPage(html: string, typed: string, part: Part, status: PublicStatus | null): string {
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll('[data-part]')) {
    const parts = (element.getAttribute('data-part') ?? '').split(' ');
    element.toggleAttribute('hidden', !parts.includes(part));
  }
  document.querySelector('input[name="ma"]')?.setAttribute('value', typed.slice(0, 40));
  if (part === 'unknown') document.title = `Không tìm thấy mã – ${document.title}`;
  const texts = status ? textsOf(status) : { typed: typed.slice(0, 40) };
  for (const slot of document.querySelectorAll('[data-slot]')) {
    slot.textContent = texts[slot.getAttribute('data-slot') ?? ''] ?? '';
  }
  for (const link of document.querySelectorAll('[data-status-link]')) {
    if (status) link.setAttribute('href', `/tra-cuu/?ma=${status.code}`);
  }
  return document.toString();
}

/**
 * The pages `/de-cu/da-nhan/` and `/tra-cuu/`: the built page at `path` with what is known of `?ma=` put in, without
 * script. 200, 404 for a code that is malformed or unknown, 503 when the store is out of reach.
 */
export async function statusPage(request: Request, path: string, tools: StatusPageTools): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('ma') ?? '';
  const html = await tools.readPage(path);
  if (!typed.trim()) return pageReply(200, fillPage(html, '', 'ask', null));
  try {
    const status = await publicStatus(typed, tools.find);
    if (!status) return pageReply(404, fillPage(html, typed, 'unknown', null));
    return pageReply(200, fillPage(html, typed, 'found', status));
  } catch (error) {
    console.error(`Status look-up failed: ${faultLine(error)}`);
    return pageReply(503, fillPage(html, typed, 'unavailable', null), { 'Retry-After': '60' });
  }
}
