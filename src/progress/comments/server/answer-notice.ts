import type { Signer } from '../../../filing/receipts/signing/server/signer.ts';
import { fileReply, problemReply } from '../../../platform/http/replies.ts';
import { begunCases } from '../../../vocabulary/comment-cases.ts';
import { makeNotice } from './make-notice.ts';
import { noticePdf } from './notice-pdf.ts';
import type { ShownVersion } from './shown.ts';

/** What a proof of publication needs from its caller. */
export interface NoticeTools {
  readVersions: (id: string) => Promise<ShownVersion[]>;
  /** Null where the service has no key; the proof then says that it is unsigned. */
  signer: Signer | null;
  siteUrl: string;
  now: Date;
}

/**
 * `GET /api/v1/lay-y-kien/<Mã đợt>.pdf` and `.json`: the proof that the site showed a list. 404 for another name and for a list that
 * the site was not seen to show, 405.
 */
export async function getNotice(request: Request, name: string, tools: NoticeTools): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemReply(405, 'Hãy tải bằng GET.', { Allow: 'GET, HEAD' });
  const [, id = '', kind = ''] = /^([a-z0-9-]+)\.(pdf|json)$/.exec(name) ?? [];
  const found = begunCases(tools.now).find((one) => one.id === id);
  const versions = found ? await tools.readVersions(id) : [];
  const notice = found && makeNotice(found, versions, tools);
  if (!notice)
    return problemReply(404, 'Chưa có xác nhận đăng tải ở địa chỉ này: trang chưa được thấy đăng đợt ấy.');
  const disposition = `inline; filename="xac-nhan-dang-tai-${id}.${kind}"`;
  if (kind === 'json')
    return fileReply(JSON.stringify(notice, null, 2), 'application/json; charset=utf-8', disposition);
  const bytes = await noticePdf(notice, versions, tools.siteUrl);
  return fileReply(new Uint8Array(bytes), 'application/pdf', disposition);
}
