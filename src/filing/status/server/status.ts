import { faultLine } from '../../../platform/http/fault-line.ts';
import { jsonReply, problemReply } from '../../../platform/http/replies.ts';
import type { Status } from '../../intake/store.ts';
import { parseReceiptCode } from '../../receipts/server/receipt-code.ts';
import { stateById } from '../../states.ts';
import { answerDay, answerWords } from '../answer-day.ts';
import { nextStepOf, questionsOpen } from '../next-step.ts';

/** Looks a code up in the store. */
export type FindStatus = (code: string) => Promise<Status | null>;

/** The public status, as JSON and pages show it. */
export interface PublicStatus {
  code: string;
  form: string;
  state: string;
  stateLabel: string;
  receivedAt: string;
  changedAt: string;
  nextStep: string;
  /** Whom the submission waits for. */
  turn: string;
  /** See `answerDay`. */
  answerBy: string | null;
  /** See `answerWords`. */
  answerByLabel: string;
  /** Whether `/bo-sung/` has questions to answer again. */
  questionsOpen: boolean;
}

/** Turns a stored status into the public one. */
export function publicStatusOf(found: Status): PublicStatus {
  const state = stateById(found.state);
  return {
    code: found.code,
    form: found.form,
    state: state.public,
    stateLabel: state.label,
    receivedAt: found.receivedAt.toISOString(),
    changedAt: found.changedAt.toISOString(),
    nextStep: nextStepOf(state.id, found.asked),
    turn: state.turn,
    answerBy: answerDay(state.id, found.changedAt),
    answerByLabel: answerWords(state.id, found.changedAt),
    questionsOpen: questionsOpen(state.id, found.asked),
  };
}

/** Finds the public status by a typed code; null for a malformed and an unknown code alike. */
async function publicStatus(typed: string, find: FindStatus): Promise<PublicStatus | null> {
  const code = parseReceiptCode(typed);
  const found = code && (await find(code));
  return found ? publicStatusOf(found) : null;
}

/** Counts a look-up of a code; false when there were too many within the hour. */
export type LookUpWithin = (code: string) => Promise<boolean>;

/** The message for a visitor who looks codes up too often. */
export const tooManyLookUps =
  'Mã này hoặc địa chỉ này đã được tra cứu quá nhiều lần trong một giờ. Hãy chờ rồi thử lại.';

/** `GET /api/submissions/<code>`: the public state as JSON, 404 for a code that is malformed or unknown, 405, 429, 503. */
export async function getStatus(
  request: Request,
  typed: string,
  find: FindStatus,
  within: LookUpWithin = async () => true,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return problemReply(405, 'Hãy tra cứu bằng GET.', { Allow: 'GET, HEAD' });
  }
  try {
    const code = parseReceiptCode(typed);
    if (code && !(await within(code))) return problemReply(429, tooManyLookUps, { 'Retry-After': '3600' });
    const status = await publicStatus(typed, find);
    return status ? jsonReply(200, status) : problemReply(404, 'Không có hồ sơ nào mang mã này.');
  } catch (error) {
    console.error(`Status look-up failed: ${faultLine(error)}`);
    return problemReply(503, 'Chưa tra cứu được. Hãy thử lại sau ít phút.', { 'Retry-After': '60' });
  }
}
