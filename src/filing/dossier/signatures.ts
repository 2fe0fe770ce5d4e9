import { AlignmentType, LineRuleType, Paragraph, type Table } from 'docx';
import { sizes } from './measures.ts';
import { line, run } from './paragraphs.ts';
import { slot } from './slot.ts';
import { sideBySide } from './tables.ts';

/** A person who signs: the office in capitals, space for signature and seal, then the name. */
export interface Signatory {
  office: string;
  /** A line under the office that says what is confirmed. */
  note?: string;
  name: string;
}

/** Room for signature and seal, in twentieths of a point. */
const signatureRoom = 1400;

const officeOf = ({ office, note }: Signatory): Paragraph[] => [
  line(office, { bold: true }, { keepNext: true }),
  ...(note ? [line(note, { size: sizes.table, italics: true }, { keepNext: true })] : []),
];

const nameOf = ({ name }: Signatory): Paragraph[] => [
  line(name, { bold: true }, { spacing: { before: signatureRoom } }),
];

const copies = (receivers: readonly string[]): Paragraph[] => [
  new Paragraph({ children: [run('Nơi nhận:', { size: sizes.to, bold: true, italics: true })] }),
  ...receivers.map((receiver, index) =>
    line(
      `- ${receiver}${index < receivers.length - 1 ? ';' : '.'}`,
      { size: sizes.copies },
      { alignment: AlignmentType.LEFT },
    ),
  ),
];

/** An empty line of so many points. */
const space = (points: number, keepNext: boolean): Paragraph =>
  new Paragraph({ keepNext, spacing: { line: points * 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } });

/** Space before the signatures, and the paragraph that Word requires after a table at the end: it must not begin another page. */
const atTheEnd = (signatures: Table): (Paragraph | Table)[] => [space(8, true), signatures, space(1, false)];

/** The end of a text with one signature; recipients stand on the left. */
export const receiversAndSigner = (receivers: readonly string[], signer: Signatory): (Paragraph | Table)[] =>
  atTheEnd(sideBySide([70, 95], [[copies(receivers), [...officeOf(signer), ...nameOf(signer)]]]));

/** The end of a text with two signatures. */
export const twoSigners = (left: Signatory, right: Signatory): (Paragraph | Table)[] =>
  atTheEnd(
    sideBySide(
      [82, 83],
      [
        [officeOf(left), officeOf(right)],
        [nameOf(left), nameOf(right)],
      ],
    ),
  );

/** The slot for the person who signs for a unit; the form does not ask for the name. */
export const unitSigner: Signatory = {
  office: slot('QUYỀN HẠN, CHỨC VỤ NGƯỜI KÝ'),
  name: slot('họ và tên người ký'),
};

/** The recipients of a text of a unit. */
export const filed = `Lưu: VT, ${slot('đơn vị soạn thảo')}`;
