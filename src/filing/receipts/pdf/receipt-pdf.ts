import { PDFDocument } from '@cantoo/pdf-lib';
import { encode } from 'uqr';
import { officialDateTime } from '../../../vietnamese/official-date.ts';
import { intakeSlots, site } from '../../../vocabulary/site.ts';
import { firstState } from '../../states.ts';
import { answerWords } from '../../status/answer-day.ts';
import { type SignedReceipt, seriesForPaper } from '../signing/signed-receipt.ts';
import { attachJson } from './attach.ts';
import { embedFaces } from './faces.ts';
import { plainText } from './printable.ts';
import { Sheets, textWidth } from './sheets.ts';

/** The content of the receipt besides the signed statements. */
export interface ReceiptPdfFacts {
  /** What happens next, in the words of the state. */
  nextStep: string;
  /** Whether it proposes someone for an award; the receipt then says that it is not the legal dossier. */
  isNomination: boolean;
  /** Origin of the site. */
  siteUrl: string;
  printedAt: Date;
}

/** Width of the QR code and of the column of questions, in points. */
const qrSide = 78;
const questionWidth = 140;
/** Longest question in letters for the narrow column. Longer questions are check boxes, whose answer is one word. */
const longestBeside = 80;
const tickWidth = 60;

const isOpenSlot = (words: string) => words.includes('[điền:');

const verifyWords = (siteUrl: string) =>
  `Mở ${new URL('/xac-minh/', siteUrl).href}, chọn tệp PDF này hoặc dán đoạn chữ ký dưới đây. Trang cho biết biên nhận có đúng do hệ thống cấp không và hiện nội dung đã được ký, để so với bản in. Chữ ký là JWS (RFC 7515), khóa công khai ở ${new URL('/api/v1/receipt-key.json', siteUrl).href}.`;
const unsignedWords =
  'Biên nhận này không có chữ ký số, vì hệ thống chưa được cấp khóa ký. Cách kiểm tra: quét mã QR hoặc nhập mã hồ sơ ở trang Tra cứu; mã, phiếu và thời điểm nhận ở đó phải trùng với biên nhận.';

/**
 * The receipt of a submission as a tagged A4 PDF with the signed statements as an attached JSON file. A letter that no font has
 * is printed as its Unicode number; the attached file has the letter. Reads fonts relative to the working directory, which must
 * be the project's.
 */
export async function receiptPdf(receipt: SignedReceipt, facts: ReceiptPdfFacts): Promise<Uint8Array> {
  const { statement, title, statements } = receipt;
  // The current answers, as the last statement signs them.
  const { signature, answers } = statements.at(-1) ?? receipt;
  const pdf = await PDFDocument.create();
  const { regular, bold } = await embedFaces(pdf, plainText(JSON.stringify(receipt)));
  pdf.setTitle(`Biên nhận ${statement.code}`, { showInWindowTitleBar: true });
  pdf.setAuthor(site.name);
  pdf.setLanguage('vi');
  pdf.setCreationDate(facts.printedAt);
  pdf.setModificationDate(facts.printedAt);
  const sheets = new Sheets(pdf);
  const fact = (question: string, answer: string) => {
    const asked = { text: question, face: regular, size: 10, above: 6, isSoft: true };
    const given = { text: answer, face: regular, size: 10, above: 6 };
    const isTick = question.length > longestBeside && regular.widthOf(answer, given.size) <= tickWidth;
    const indent = isTick ? textWidth - tickWidth : questionWidth;
    sheets.pair({ ...asked, width: indent - 12 }, { ...given, indent });
  };
  const heading = (text: string) =>
    sheets.write(text, { role: 'H2', face: bold, size: 12, above: 14, keep: 40 });

  const statusUrl = new URL(`/tra-cuu/?ma=${statement.code}`, facts.siteUrl).href;
  sheets.modules(encode(statusUrl, { ecc: 'M', border: 0 }).data, qrSide, `Mã QR dẫn tới ${statusUrl}`);
  const width = textWidth - qrSide - 16;
  sheets.write(site.name, { face: regular, size: 9, width, isSoft: true });
  sheets.write('Biên nhận phiếu gửi trực tuyến', { role: 'H1', face: bold, size: 17, above: 2, width });
  sheets.write(statement.code, { face: bold, size: 17, above: 4, width });
  sheets.write('Quét mã bên phải để xem trạng thái.', { face: regular, size: 9, width, isSoft: true });
  sheets.rule(12);
  fact('Phiếu', `${title} (mẫu phiếu ${statement.form}, phiên bản ${statement.formVersion})`);
  fact('Nhận lúc', officialDateTime(new Date(statement.receivedAt)));
  for (const { at, kind, labels } of seriesForPaper(receipt))
    fact(`${kind} lúc`, [officialDateTime(at), ...labels].join('\n'));
  fact('Việc tiếp theo', facts.nextStep);
  const answerBy = answerWords(firstState, new Date(statement.receivedAt));
  // Slots that the owner has not filled in do not belong on a document of evidence.
  if (!isOpenSlot(answerBy)) fact('Thời hạn phản hồi', answerBy);
  const contact = isOpenSlot(intakeSlots.contact)
    ? `Xem ${new URL('/lien-he/', facts.siteUrl).href}`
    : intakeSlots.contact;
  fact('Cần hỏi thêm', `${contact}. Khi hỏi, đọc mã hồ sơ.`);
  if (facts.isNomination) {
    fact('Lưu ý', 'Phiếu này không thay hồ sơ đề nghị khen thưởng theo quy định của pháp luật.');
  }
  for (const [section, asked] of answers) {
    heading(section);
    for (const [question, answer] of asked) fact(question, answer);
  }
  heading('Xác minh biên nhận');
  sheets.write(signature === null ? unsignedWords : verifyWords(facts.siteUrl), {
    face: regular,
    size: 9,
    above: 2,
  });
  if (signature !== null) sheets.write(signature, { face: regular, size: 7.5, above: 6, keep: 60 });
  sheets.foot(`${statement.code} · In lúc ${officialDateTime(facts.printedAt)}`, regular);
  sheets.finish();
  attachJson(pdf, `bien-nhan-${statement.code}.json`, receipt);
  return pdf.save({ useObjectStreams: false });
}
