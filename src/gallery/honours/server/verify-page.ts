import { z } from 'zod';
import { findCode } from '../../../filing/receipts/find-code.ts';
import { openPage } from '../../../platform/dom/server/open-page.ts';
import { builtPageReply } from '../../../platform/http/built-page-reply.ts';
import { pageReply, problemReply, seeElsewhere, seeOther } from '../../../platform/http/replies.ts';
import { compose } from '../../../vietnamese/compose.ts';
import { holdLines } from '../../../vietnamese/held-lines.ts';
import { decisionsIn } from '../asked-decision.ts';
import { findHonours, readIds } from '../find-honours.ts';
import { honourEntrySchema } from '../statement.ts';
import type { GoneDecision, PublishedHonour, WithdrawnHonour } from './read-standing.ts';
import { showVerdict, type Verdict } from './show-verdict.ts';

/** What the page that verifies needs from its caller. */
export interface VerifyTools {
  readPage: (path: string) => Promise<string>;
  /** The list of published stories, as the last build wrote it. */
  readIndex: () => Promise<string>;
  readPublicNow: (ids: readonly string[]) => Promise<PublishedHonour[]>;
  /** Those of the stories that were public once and are not now. */
  readWithdrawn: (ids: readonly string[]) => Promise<WithdrawnHonour[]>;
  /** The decisions of all stories that are gone. */
  readGoneDecisions: () => Promise<GoneDecision[]>;
}

/** Most stories that one answer lists. */
const most = 20;
/** Longest text that is read: our longest citation names its code long before. */
const longest = 1200;

const indexSchema = z.array(honourEntrySchema);

/** The codes of withdrawn stories whose decision a text names. */
const decidedAndGone = async (asked: string, { readGoneDecisions }: VerifyTools): Promise<string[]> =>
  (await readGoneDecisions()).filter(decisionsIn(asked)).map(({ id }) => id);

/** What there is to say of a code, a decision number or a name. A story that is gone is told by its code alone, without its name. */
async function judge(asked: string, tools: VerifyTools): Promise<Verdict> {
  const entries = indexSchema.parse(JSON.parse(await tools.readIndex()));
  const found = findHonours(entries, asked);
  const ids = found.slice(0, most).map(({ id }) => id);
  const published = await tools.readPublicNow(ids);
  if (published.length > 0) return { kind: 'confirmed', published, more: found.length - ids.length };
  const named = ids.length > 0 ? ids : readIds(asked);
  const gone = named.length > 0 ? named : await decidedAndGone(asked, tools);
  const withdrawn = await tools.readWithdrawn(gone.slice(0, most));
  return withdrawn.length > 0 ? { kind: 'withdrawn', withdrawn } : { kind: 'unknown' };
}

/** Answers `/xac-minh/?q=`: the built page, with the answer in it. It works without script. */
export async function getVerifyPage(request: Request, tools: VerifyTools): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Hãy mở trang này bằng GET.', { Allow: 'GET, HEAD' });
  const { pathname, search, searchParams } = new URL(request.url);
  if (!pathname.endsWith('/')) return seeElsewhere(`${pathname}/${search}`);
  const html = await tools.readPage('/xac-minh/');
  const asked = compose(searchParams.get('q') ?? '')
    .trim()
    .slice(0, longest);
  if (asked === '') return builtPageReply(request, html);
  // A receipt code is no honour: what is public of it stands on the page of states.
  const receipt = findCode(asked);
  if (receipt.ok) return seeOther(`/tra-cuu/?ma=${receipt.code}`);
  const page = openPage(html);
  showVerdict(page.document, asked, await judge(asked, tools));
  return pageReply(200, holdLines(page.html()), { 'X-Robots-Tag': 'noindex' });
}
