import { Packer } from 'docx';
import { zipSync } from 'fflate';
import type { Draft } from './draft.ts';
import { wordText } from './text.ts';

type Papers = Extract<Draft, { ok: true }>['papers'];

/** Longest part of a nominee's name in the name of a file, in letters. */
const nameLetters = 60;

/** One ZIP of the three papers; they are compressed already. */
export async function packDossier({ proposal, report, minutes }: Papers): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = async (paper: Papers['report']) => new Uint8Array(await Packer.toArrayBuffer(paper));
  const files = {
    '1-to-trinh.docx': await bytes(proposal),
    '2-bao-cao-thanh-tich.docx': await bytes(report),
    '3-bien-ban-xet.docx': await bytes(minutes),
  };
  return new Uint8Array(zipSync(files, { level: 0 }));
}

/** Characters that RFC 5987 leaves as they are; encodeURIComponent leaves five more. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** `Content-Disposition` of a dossier: the nominee's name in Vietnamese, and a plain one for old browsers (RFC 6266). */
export function dispositionOf(nominee: string): string {
  const name = [...wordText(nominee).replace(/[\s\\/:*?"<>|[\]]+/g, ' ')]
    .slice(0, nameLetters)
    .join('')
    .trim();
  return `attachment; filename="ho-so-de-nghi-khen-thuong.zip"; filename*=UTF-8''${encode(`Hồ sơ đề nghị khen thưởng - ${name}.zip`)}`;
}
