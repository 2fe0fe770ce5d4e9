import { faultLine } from '../../../platform/http/fault-line.ts';
import { readBytes } from '../../../platform/http/read-bytes.ts';
import { jsonReply, problemReply } from '../../../platform/http/replies.ts';
import { isSameOrigin } from '../../../platform/http/requests.ts';
import { type FormPeriod, openingOf } from '../../definitions/periods.ts';
import { type Form, findForm } from '../../definitions/registry.ts';
import { filesName, maxFileBytes } from '../../definitions/uploaded-file.ts';
import { parseReceiptCode } from '../../receipts/server/receipt-code.ts';
import type { Keeping } from './store-file.ts';

/** Services that the upload of files needs. */
export interface EvidenceTools {
  keep: (form: string, file: File) => Promise<Keeping>;
  /** Removes a file; false if the file was filed, after which its sender cannot remove it. */
  remove: (token: string) => Promise<boolean>;
  periods?: readonly FormPeriod[];
  /** Whether this code and key open a submission that still accepts files; if so, they are accepted even if the form is closed. */
  isAsked?: (form: string, submission: { code: string; key: string }) => Promise<boolean>;
}

/** The most bytes of a request: a file, its name, the form's name, and the multipart framing. */
const maxBodyBytes = maxFileBytes + 16 * 1024;

const title = 'Tệp chưa được nhận';

/** A problem document (RFC 9457) about a file. */
const refuse = (status: number, detail: string, headers: Record<string, string> = {}) =>
  jsonReply(
    status,
    { type: 'about:blank', title, status, detail },
    { 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
  );

const later: Record<string, string> = { 'Retry-After': '60' };

interface Upload {
  form: Form;
  file: File;
  /** Code of the submission that the file is for, if it exists already. */
  submission: { code: string; key: string } | null;
}

async function readUpload(request: Request): Promise<Upload | Response> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(contentType))
    return refuse(415, 'Hãy gửi tệp dạng multipart/form-data.');
  const bytes = await readBytes(request, maxBodyBytes);
  if (!bytes) return refuse(413, 'Tệp quá 4 MB. Hãy giảm cỡ ảnh hoặc quét nhẹ hơn rồi chọn lại.');
  const sent = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const [formId, file, typed, key] = ['form', 'file', 'code', 'khoa'].map((name) => sent.get(name));
  const form = typeof formId === 'string' ? findForm(formId) : undefined;
  if (!form || !(filesName in form.schema.shape)) return refuse(404, 'Phiếu này không nhận tệp.');
  const code = typeof typed === 'string' ? parseReceiptCode(typed) : null;
  const submission = code && typeof key === 'string' ? { code, key } : null;
  return file instanceof File ? { form, file, submission } : refuse(400, 'Trong yêu cầu không có tệp nào.');
}

async function upload(request: Request, tools: EvidenceTools): Promise<Response> {
  const read = await readUpload(request).catch(() =>
    refuse(400, 'Máy chủ không đọc được tệp gửi đến. Hãy thử lại.'),
  );
  if (read instanceof Response) return read;
  const { form, file, submission } = read;
  const isOpen = openingOf(form.id, new Date(), tools.periods).open;
  if (!isOpen && !(submission && (await tools.isAsked?.(form.id, submission))))
    return refuse(409, 'Phiếu này đang đóng.');
  const keeping = await tools.keep(form.id, file);
  if (!keeping.ok) return refuse(keeping.status, keeping.message, keeping.status === 429 ? later : {});
  const { kept, facts } = keeping;
  return jsonReply(201, { token: kept.token, ...facts, until: kept.until.toISOString() });
}

async function remove(request: Request, tools: EvidenceTools): Promise<Response> {
  const [, token] = /^Bearer ([\w-]{43})$/.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token) return problemReply(404, 'Không có tệp này.');
  if (await tools.remove(token))
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  return refuse(409, 'Tệp đã được gửi cùng một hồ sơ.');
}

/**
 * `POST /api/evidence`, multipart with `form` (id) and `file`; for an existing submission also its `code` and the receipt key
 * `khoa`. 201 with the token that files the file; 400, 403, 404, 409, 413, 415, 422, 429, 503 as problem documents.
 * `DELETE` with `Authorization: Bearer <token>`: 204, 404, or 409 once the file is filed. The token is in no address, so in no log.
 */
export async function postEvidence(request: Request, tools: EvidenceTools): Promise<Response> {
  const { method } = request;
  if (method !== 'POST' && method !== 'DELETE')
    return problemReply(405, 'Hãy gửi tệp bằng POST.', { Allow: 'POST, DELETE' });
  if (!isSameOrigin(request)) return problemReply(403, 'Hãy gửi tệp từ chính trang này.');
  try {
    return method === 'POST' ? await upload(request, tools) : await remove(request, tools);
  } catch (error) {
    console.error(`Keeping a file failed: ${faultLine(error)}`);
    return refuse(503, 'Hệ thống chưa giữ được tệp. Hãy thử lại sau ít phút.', later);
  }
}
