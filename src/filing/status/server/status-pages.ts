import { asksNothing, builtPageReply } from '../../../platform/http/built-page-reply.ts';
import { faultLine } from '../../../platform/http/fault-line.ts';
import { pageReply, secretAddress } from '../../../platform/http/replies.ts';
import { baoCaoNam } from '../../definitions/bao-cao-nam.ts';
import { findForm } from '../../definitions/registry.ts';
import { findDossierForm } from '../../dossier/dossier-forms.ts';
import type { Status } from '../../intake/store.ts';
import {
  type FindSubmission,
  type OpenedSubmission,
  openedSubmission,
} from '../../receipts/server/open-submission.ts';
import { readReceiptCode } from '../../receipts/server/receipt-code.ts';
import type { ReceiptKeys } from '../../receipts/server/receipt-key.ts';
import { endsCase, firstState, isOver, stateById, withdrawnStates } from '../../states.ts';
import { questionsOpen, replyOfStaff, wordsOfStaff } from '../next-step.ts';
import { fillStatusPage, type StatusPart } from './fill-status-page.ts';
import { type FindStatus, type LookUpWithin, publicStatusOf, tooManyLookUps } from './status.ts';

/** What `statusPage` needs from its caller. */
export interface StatusPageTools {
  find: FindStatus;
  readPage: (path: string) => Promise<string>;
  findSubmission: FindSubmission;
  keys: ReceiptKeys;
  /** Counts a look-up; without it look-ups are unlimited. */
  withinLimit?: LookUpWithin;
}

/** What the holder of the code may do, with the key or without. */
function actionsIn({ state, asked }: Status): readonly StatusPart[] {
  const isDone = withdrawnStates.includes(state) || isOver(state);
  return [
    ...(questionsOpen(state, asked) ? (['asked'] as const) : []),
    ...(isDone ? [] : (['may-withdraw'] as const)),
    endsCase(stateById(state)) ? 'ended' : 'waits',
  ];
}

/** The parts beside the public state: the submission itself, or why it is not shown and how to open it. */
function partsOf(key: string, submission: OpenedSubmission | null, isRepeat: boolean): readonly StatusPart[] {
  if (!submission) return [key === '' ? 'closed' : 'wrong-key'];
  const { state, guidance, reply, copy } = submission;
  return [
    'filed',
    copy ? `copy-${copy.is}` : 'no-copy',
    ...(isRepeat ? (['repeat'] as const) : []),
    ...(wordsOfStaff(state, guidance) ? (['staff-words'] as const) : []),
    ...(replyOfStaff(state, reply) ? (['staff-reply'] as const) : []),
    ...(submission.storyPath === null ? [] : (['story', 'kit'] as const)),
    ...(state === firstState ? (['may-correct'] as const) : []),
    ...(findDossierForm(submission.form) ? (['may-draft'] as const) : []),
    ...(findForm(submission.form)?.isNomination && endsCase(stateById(state))
      ? (['may-reuse'] as const)
      : []),
    ...(submission.form === baoCaoNam.id ? (['next-year'] as const) : []),
  ];
}

/**
 * Answers `/de-cu/da-nhan/` and `/tra-cuu/` without script: the built page at `path`, filled with the public state of `?ma=`.
 * `?khoa=` also opens what was filed and what staff wrote. 200, 404 for a code that is malformed or unknown, 429, 503 when the
 * store is out of reach.
 */
export async function statusPage(request: Request, path: string, tools: StatusPageTools): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const [typed, key] = [asked.get('ma') ?? '', asked.get('khoa') ?? ''];
  const html = await tools.readPage(path);
  if (asksNothing(request)) return builtPageReply(request, html);
  const reply = (status: number, parts: readonly StatusPart[], found = {}, headers = {}) =>
    pageReply(status, fillStatusPage(html, { typed, key, parts, ...found }), {
      ...(key !== '' && secretAddress),
      ...headers,
    });
  if (!asked.has('ma')) return reply(200, ['ask']);
  const read = readReceiptCode(typed);
  if (!read.ok && read.why === 'empty') return reply(200, ['ask'], { problem: read.message });
  if (!read.ok) return reply(404, ['mistyped'], { problem: read.message });
  try {
    const { withinLimit = async () => true } = tools;
    if (!(await withinLimit(read.code)))
      return reply(429, ['too-many'], { problem: tooManyLookUps }, { 'Retry-After': '3600' });
    const stored = tools.keys.fits(read.code, key) ? await tools.findSubmission(read.code) : null;
    const found = stored ?? (await tools.find(read.code));
    if (!found) return reply(404, ['unknown']);
    const submission = stored && openedSubmission(stored);
    const parts = ['found', ...actionsIn(found), ...partsOf(key, submission, asked.has('da-gui'))] as const;
    return reply(200, parts, { status: publicStatusOf(found), submission });
  } catch (error) {
    console.error(`Status look-up failed: ${faultLine(error)}`);
    return reply(503, ['unavailable'], {}, { 'Retry-After': '60' });
  }
}
