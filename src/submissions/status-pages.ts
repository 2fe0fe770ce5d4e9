import { faultLine } from '../http/fault-line.ts';
import { pageReply, secretAddress } from '../http/replies.ts';
import { type Filing, type FindFiling, openFiling } from './filing.ts';
import { fillStatusPage, type Part } from './fill-status-page.ts';
import type { ReceiptKeys } from './receipt-key.ts';
import { type FindStatus, publicStatus } from './status.ts';

/** What a page about a code needs from outside. */
export interface StatusPageTools {
  find: FindStatus;
  readPage: (path: string) => Promise<string>;
  findFiling: FindFiling;
  keys: ReceiptKeys;
}

/** Which parts stand beside the public state: what was filed, why it is not shown, or how it can be. */
function partsOf(key: string, filing: Filing | null, isRepeat: boolean): readonly Part[] {
  if (filing) {
    const copy = filing.copy ? (`copy-${filing.copy.is}` as const) : 'no-copy';
    return ['found', 'filed', copy, ...(isRepeat ? (['repeat'] as const) : [])];
  }
  return ['found', key === '' ? 'closed' : 'wrong-key'];
}

/**
 * The pages `/de-cu/da-nhan/` and `/tra-cuu/`: the built page at `path` with what is known of `?ma=` put in, without
 * script; on the first `?khoa=` opens what was filed. 200, 404 for a code that is malformed or unknown, 503 when the
 * store is out of reach.
 */
export async function statusPage(request: Request, path: string, tools: StatusPageTools): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const [typed, key] = [asked.get('ma') ?? '', asked.get('khoa') ?? ''];
  const html = await tools.readPage(path);
  const reply = (status: number, parts: readonly Part[], found = {}, headers = {}) =>
    pageReply(status, fillStatusPage(html, { typed, key, parts, ...found }), {
      ...(key !== '' && secretAddress),
      ...headers,
    });
  if (!typed.trim()) return reply(200, ['ask']);
  try {
    const status = await publicStatus(typed, tools.find);
    if (!status) return reply(404, ['unknown']);
    const canOpen = key !== '' && path.startsWith('/de-cu/');
    const opened = { find: tools.findFiling, keys: tools.keys };
    const filing = canOpen ? await openFiling(typed, key, opened) : null;
    return reply(200, partsOf(key, filing, asked.has('da-gui')), { status, filing });
  } catch (error) {
    console.error(`Status look-up failed: ${faultLine(error)}`);
    return reply(503, ['unavailable'], {}, { 'Retry-After': '60' });
  }
}
