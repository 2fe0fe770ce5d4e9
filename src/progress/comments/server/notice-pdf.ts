import { PDFDocument } from '@cantoo/pdf-lib';
import { encode } from 'uqr';
import { attachJson } from '../../../filing/receipts/pdf/attach.ts';
import { embedFaces } from '../../../filing/receipts/pdf/faces.ts';
import { plainText } from '../../../filing/receipts/pdf/printable.ts';
import { Sheets, textWidth } from '../../../filing/receipts/pdf/sheets.ts';
import { officialDate, officialDateTime } from '../../../vietnamese/official-date.ts';
import { site } from '../../../vocabulary/site.ts';
import type { NoticeFile } from '../statement.ts';
import { writeContent } from './notice-content.ts';
import type { ShownVersion } from './shown.ts';

/** Width of the QR code and of the column of names, in points. */
const qrSide = 78;
const nameWidth = 130;

const moment = (at: string | Date) => officialDateTime(new Date(at));

/**
 * The proof of publication as a tagged A4 PDF: what the page showed, when the site was seen to show it, digest and signature; the
 * proof is attached as JSON. Reads fonts relative to the working directory, which must be the project's.
 */
export async function noticePdf(
  notice: NoticeFile,
  versions: readonly ShownVersion[],
  siteUrl: string,
): Promise<Uint8Array> {
  const { statement, content, signature } = notice;
  const madeAt = new Date(statement.madeAt);
  const pdf = await PDFDocument.create();
  const { regular, bold } = await embedFaces(pdf, plainText(JSON.stringify([notice, versions])));
  pdf.setTitle(`Xác nhận đăng tải: ${statement.name}`, { showInWindowTitleBar: true });
  pdf.setAuthor(site.name);
  pdf.setLanguage('vi');
  pdf.setCreationDate(madeAt);
  pdf.setModificationDate(madeAt);
  const sheets = new Sheets(pdf);
  const fact = (name: string, value: string) =>
    sheets.pair(
      { text: name, face: regular, size: 10, above: 5, isSoft: true, width: nameWidth - 12 },
      { text: value, face: regular, size: 10, above: 5, indent: nameWidth },
    );
  const heading = (text: string) =>
    sheets.write(text, { role: 'H2', face: bold, size: 12, above: 14, keep: 40 });
  const small = (text: string) => sheets.write(text, { face: regular, size: 9, above: 4 });

  sheets.modules(
    encode(statement.address, { ecc: 'M', border: 0 }).data,
    qrSide,
    `Mã QR dẫn tới ${statement.address}`,
  );
  const width = textWidth - qrSide - 16;
  sheets.write(site.name, { face: regular, size: 9, width, isSoft: true });
  sheets.write('Xác nhận đăng tải lấy ý kiến', { role: 'H1', face: bold, size: 17, above: 2, width });
  sheets.write(statement.name, { face: bold, size: 12, above: 4, width });
  if (statement.sample) sheets.write('Dữ liệu minh họa', { face: bold, size: 11, above: 4, width });
  sheets.rule(12);
  fact('Địa chỉ', statement.address);
  fact('Đăng từ', statement.from);
  fact('Nhận góp ý', `đến hết ${statement.lastDay}${content ? ` (${content.rule})` : ''}`);
  if (content) fact('Căn cứ', content.basis);
  const { takenOff } = statement;
  if (takenOff) fact('Đã rút xuống', `${officialDate(takenOff.on)}. Lý do: ${takenOff.reason}`);
  fact(
    'Trang được thấy',
    `lần đầu lúc ${moment(statement.firstSeenAt)}; lần gần nhất lúc ${moment(statement.lastSeenAt)}; ${statement.times} lần`,
  );
  for (const version of versions.filter(({ digest }) => digest !== statement.contentSha256))
    fact(
      'Bản khác đã đăng',
      `từ ${moment(version.firstSeenAt)} đến ${moment(version.lastSeenAt)}, mã băm ${version.digest}`,
    );
  fact('Lập lúc', moment(statement.madeAt));
  if (content) writeContent(content, { sheets, faces: { regular, bold }, fact, heading });
  heading('Kiểm tra bản này');
  const digested = content ? 'nội dung trên' : 'nội dung đã đăng, nay đã rút xuống nên không in ở đây';
  small(
    `Máy của hệ thống mở trang công khai như mọi người đọc và ghi lại bản đã thấy. Mã băm SHA-256 của ${digested}: ${statement.contentSha256}.`,
  );
  small(
    signature === null
      ? 'Bản này không có chữ ký số, vì hệ thống chưa được cấp khóa ký.'
      : `Mở ${new URL('/xac-minh/', siteUrl).href}, chọn tệp PDF này: trang cho biết chữ ký và nội dung có đúng không. Chữ ký là JWS (RFC 7515), khóa công khai ở ${new URL('/api/v1/receipt-key.json', siteUrl).href}.`,
  );
  if (signature !== null) sheets.write(signature, { face: regular, size: 7.5, above: 6, keep: 60 });
  sheets.foot(`${statement.id} · Lập lúc ${moment(statement.madeAt)}`, regular);
  sheets.finish();
  attachJson(pdf, `niem-yet-${statement.id}.json`, notice);
  return pdf.save({ useObjectStreams: false });
}
