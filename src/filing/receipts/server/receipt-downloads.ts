import { faultLine } from '../../../platform/http/fault-line.ts';
import { fileReply, problemReply, secretAddress } from '../../../platform/http/replies.ts';
import { dossierFile } from '../../dossier/dossier-file.ts';
import { type LookUpWithin, tooManyLookUps } from '../../status/server/status.ts';
import type { Signer } from '../signing/server/signer.ts';
import { type FindSubmission, type OpenedSubmission, openSubmission } from './open-submission.ts';
import type { ReceiptKeys } from './receipt-key.ts';
import { receiptOf, receiptPdfOf } from './receipt-of.ts';

/** What a download of a receipt needs from its caller. */
export interface ReceiptFileTools {
  find: FindSubmission;
  keys: ReceiptKeys;
  /** Null where the service has no key; the receipt then says that it is unsigned. */
  signer: Signer | null;
  siteUrl: string;
  /** Counts a look-up; without it look-ups are unlimited. */
  withinLimit?: LookUpWithin;
}

/** The URL holds a receipt key, so the headers keep it from other sites and from search indexes. */
const receiptFileReply = (
  { code }: OpenedSubmission,
  kind: string,
  type: string,
  body: Uint8Array<ArrayBuffer> | string,
) => fileReply(body, type, `inline; filename="bien-nhan-${code}.${kind}"`, secretAddress);

const noDossier = 'Không soạn hồ sơ đề nghị từ loại phiếu này.';

/** Drafts the dossier from the current answers. Loads that code only on demand, because it outweighs everything else here. */
async function dossierOf(code: string, { find }: ReceiptFileTools): Promise<Response | null> {
  const stored = await find(code);
  const { filedDossier } = await import('../../dossier/filed-dossier.ts');
  return stored && filedDossier(stored.form, [stored.answers]);
}

/**
 * `GET /api/submissions/<code>/proof.pdf?khoa=<key>` and `proof.json`: the signed receipt; `ho-so-de-nghi.zip`: the dossier drafted
 * from a nomination. 404 for a wrong code, key or file name, 405, 429, 503.
 */
export async function getReceiptFile(
  request: Request,
  { code, file }: { code: string; file: string },
  tools: ReceiptFileTools,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return problemReply(405, 'Hãy tải biên nhận bằng GET.', { Allow: 'GET, HEAD' });
  }
  try {
    const key = new URL(request.url).searchParams.get('khoa') ?? '';
    const isKnown = ['proof.pdf', 'proof.json', dossierFile].includes(file);
    const submission = isKnown ? await openSubmission(code, key, tools) : null;
    if (!submission) return problemReply(404, 'Không có biên nhận ở địa chỉ này.');
    if (tools.withinLimit && !(await tools.withinLimit(submission.code)))
      return problemReply(429, tooManyLookUps, { 'Retry-After': '3600' });
    if (file === dossierFile)
      return (await dossierOf(submission.code, tools)) ?? problemReply(404, noDossier);
    if (file === 'proof.pdf') {
      const bytes = await receiptPdfOf(submission, tools);
      return receiptFileReply(submission, 'pdf', 'application/pdf', new Uint8Array(bytes));
    }
    const json = JSON.stringify(receiptOf(submission, tools.signer), null, 2);
    return receiptFileReply(submission, 'json', 'application/json; charset=utf-8', json);
  } catch (error) {
    console.error(`Receipt download failed: ${faultLine(error)}`);
    return problemReply(503, 'Chưa lập được biên nhận. Hãy thử lại sau ít phút.', { 'Retry-After': '60' });
  }
}
