import { type Document, Packer } from 'docx';
import { zipSync } from 'fflate';
import { attachmentNamed } from '../../platform/http/attachment.ts';
import type { Papers } from './draft.ts';
import { wordText } from './text.ts';

/** Longest part of a nominee's name in the name of a file, in letters. */
const nameLetters = 60;

/** One ZIP of the papers. It does not compress them again. */
export async function packDossier({
  note,
  proposal,
  reports,
  minutes,
}: Papers): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = async (paper: Document) => new Uint8Array(await Packer.toArrayBuffer(paper));
  const files: Record<string, Uint8Array> = {
    '0-ghi-chu-cho-nguoi-soan.docx': await bytes(note),
    '1-to-trinh.docx': await bytes(proposal),
    '3-bien-ban-xet.docx': await bytes(minutes),
  };
  for (const [index, report] of reports.entries()) {
    const number = reports.length === 1 ? '' : `-${String(index + 1).padStart(3, '0')}`;
    files[`2-bao-cao-thanh-tich${number}.docx`] = await bytes(report);
  }
  return new Uint8Array(zipSync(files, { level: 0 }));
}

/** `Content-Disposition` of a dossier: the nominee's name in Vietnamese, and a plain one for old browsers (RFC 6266). */
export function dispositionOf(nominee: string): string {
  const name = [...wordText(nominee).replace(/[\s\\/:*?"<>|[\]]+/g, ' ')]
    .slice(0, nameLetters)
    .join('')
    .trim();
  return attachmentNamed(`Hồ sơ đề nghị khen thưởng - ${name}.zip`, 'ho-so-de-nghi-khen-thuong.zip');
}
