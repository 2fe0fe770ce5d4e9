import { PDFDocument } from '@cantoo/pdf-lib';
import { encode } from 'uqr';
import { embedFaces } from '../../../filing/receipts/pdf/faces.ts';
import { plainText } from '../../../filing/receipts/pdf/printable.ts';
import { Sheets, textWidth } from '../../../filing/receipts/pdf/sheets.ts';
import { site } from '../../../vocabulary/site.ts';
import { shortPath, termsOf } from '../../stories/story-terms.ts';
import type { Story } from '../../story.ts';
import { honourName } from '../honour-name.ts';

/** Width of the QR code in points. */
const qrSide = 120;
/** Sizes of the letters, the largest first: the first with which all fits one page is taken. */
const scales = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4] as const;

/** What a sheet for the notice board of a village says of an honour, from the largest letters to the smallest. */
function wordsOf(story: Story, origin: string) {
  const address = new URL(shortPath(story.id), origin).href;
  return {
    address,
    movement: `Phong trào thi đua “${site.movement}”, ${site.years}`,
    award: termsOf(story).awardForm?.name ?? 'Khen thưởng',
    name: story.name,
    unit: story.unitName === story.name ? '' : story.unitName,
    reason: story.motivation ?? story.summary,
    decision: honourName(story) ?? '',
    more: `Đọc bài: quét mã ở góc trên, hoặc gõ ${address}`,
    proof: `Kiểm tra lời khen này: ${new URL(`/xac-minh/?q=${story.id}`, origin).href}`,
  };
}

async function sheetAt(
  words: ReturnType<typeof wordsOf>,
  isSample: boolean,
  scale: number,
): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const { regular, bold } = await embedFaces(pdf, plainText(JSON.stringify([words, 'Dữ liệu minh họa'])));
  pdf.setTitle(`${words.award}: ${words.name}`, { showInWindowTitleBar: true });
  pdf.setAuthor(site.name);
  pdf.setLanguage('vi');
  const sheets = new Sheets(pdf);
  const beside = textWidth - qrSide - 24;
  // The small letters shrink half as fast.
  const small = (1 + scale) / 2;
  sheets.modules(
    encode(words.address, { ecc: 'M', border: 0 }).data,
    qrSide,
    `Mã QR dẫn tới ${words.address}`,
  );
  sheets.write(words.movement, { face: regular, size: 12, width: beside, isSoft: true });
  if (isSample) sheets.write('Dữ liệu minh họa', { face: bold, size: 14, above: 6, width: beside });
  sheets.write(words.award, { face: bold, size: 22 * small, above: 18, width: beside });
  sheets.write(words.name, { role: 'H1', face: bold, size: 40 * scale, above: 44 * scale });
  if (words.unit !== '') sheets.write(words.unit, { face: regular, size: 22 * small, above: 10 });
  sheets.rule(24 * scale);
  sheets.write(words.reason, { face: regular, size: 26 * scale, above: 24 * scale });
  sheets.write(words.decision, { face: regular, size: 18 * small, above: 28 * scale });
  sheets.write(words.more, { face: bold, size: 14, above: 28 * scale });
  sheets.write(words.proof, { face: regular, size: 12, above: 6 });
  sheets.finish();
  return pdf;
}

/**
 * The sheet with which a village or a unit shows an honour on its notice board: one A4 page in letters as large as fit, tagged PDF, with
 * the code that leads to the story. Reads fonts relative to the working directory, which must be the project's.
 */
export async function honourSheet(story: Story, origin: string): Promise<Uint8Array<ArrayBuffer>> {
  const words = wordsOf(story, origin);
  for (const scale of scales) {
    const pdf = await sheetAt(words, story.sample, scale);
    if (pdf.getPageCount() === 1 || scale === scales.at(-1))
      return new Uint8Array(await pdf.save({ useObjectStreams: false }));
  }
  throw new RangeError('There is no size of letters.');
}
