import { digestOf } from '../../platform/files/digest.ts';

/** An entry of the log. It holds no personal data. */
export interface Act {
  id: string;
  at: Date;
  act: string;
  subject: string;
  detail: Record<string, unknown>;
  /**
   * A word of `actorNames`, or Airtable's id of a person (`usr…`), which is no name; several, joined by `+`, where several changed a
   * row before the sync saw it.
   */
  actor: string;
}

/** Names of acts, as staff read them. */
const actNames: Readonly<Record<string, string>> = {
  'trang-thai': 'đổi trạng thái phiếu',
  'xoa-phieu': 'xóa phiếu',
  bai: 'đổi bài điển hình',
  'tra-loi-bai': 'đơn vị trả lời về bài',
  'loi-dap': 'ghi câu trả lời hoặc gợi ý',
  'len-trang': 'bài lên trang',
  'roi-trang': 'bài rời trang',
  'dot-cong-bo': 'công bố một đợt',
  'go-khan-cap': 'gỡ khẩn cấp',
  'thoi-go-khan-cap': 'thôi gỡ khẩn cấp',
  'cai-dat': 'đổi cài đặt',
  'lien-ket-go': 'cấp liên kết gỡ khẩn cấp',
  'lien-ket-tong-hop': 'cấp liên kết tổng hợp báo cáo',
  'xuat-du-lieu': 'xuất dữ liệu cá nhân',
};

const actorNames: Readonly<Record<string, string>> = {
  'co-quan': 'cán bộ, trong Airtable',
  'cong-cu': 'chương trình hoặc tự động hóa, trong Airtable',
  'don-vi': 'đơn vị gửi phiếu',
  'he-thong': 'hệ thống, đến hạn',
  'van-hanh': 'người vận hành',
  'lien-ket': 'người giữ liên kết gỡ khẩn cấp',
};

const actorWords = (actor: string): string =>
  actor
    .split('+')
    .map((one) => actorNames[one] ?? (one.startsWith('usr') ? `cán bộ ${one}, trong Airtable` : one))
    .join(' và ');

/** What stands before the first link. */
export const firstDigest = digestOf('thi-dua-dong-nai');

/** A text of JSON whose keys are in order, so that equal details have equal texts. */
const inOrder = (detail: Record<string, unknown>) =>
  Object.entries(detail).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The digest of a link: over the digest before it and every word of the entry. */
export const linkDigest = (before: string, { id, at, act, subject, detail, actor }: Act): string =>
  digestOf(before, id, at.toISOString(), act, subject, inOrder(detail), actor);

const inVietnam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An entry in one line. */
export function actLine({ at, act, subject, detail, actor }: Act): string {
  const parts = Object.entries(detail).map(([name, value]) => `${name}=${String(value)}`);
  const [done, who] = [actNames[act] ?? act, actorWords(actor)];
  return [inVietnam.format(at), done, subject, ...parts, `(${who})`].join(' · ');
}
