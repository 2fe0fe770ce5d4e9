import { type Unzipped, unzipSync } from 'fflate';

/** A file of Word or Excel holds what must not be handed out, or cannot be read; `message` says to staff what to do. */
export class OfficeError extends Error {
  override readonly name = 'OfficeError';
}

/** Limits of an archive. The sizes that it states are those that are unpacked at most. */
const maxParts = 1_000;
const maxBytes = 48 * 1024 * 1024;

const broken = 'tệp bị hỏng hoặc đặt mật khẩu. Mở tệp, lưu lại rồi đính kèm lại.';

/** The parts of an archive by name. Throws OfficeError for one that is broken or unpacks to too much. */
export function unpackOffice(bytes: Uint8Array): Unzipped {
  let [parts, size] = [0, 0];
  const isWithin = ({ originalSize }: { originalSize: number }) => {
    parts += 1;
    size += originalSize;
    return parts <= maxParts && size <= maxBytes;
  };
  try {
    const unpacked = unzipSync(bytes, { filter: isWithin });
    if (parts <= maxParts && size <= maxBytes) return unpacked;
  } catch (cause) {
    throw new OfficeError(broken, { cause });
  }
  throw new OfficeError('tệp bung ra quá lớn. Lưu thành PDF rồi đính kèm lại.');
}

/** Encodings by the two bytes that a text begins with. */
const byMark = new Map([
  [0xfffe, 'utf-16le'],
  [0xfeff, 'utf-16be'],
]);

/** The text of a part. UTF-8, or UTF-16 with its mark, as the standard allows. */
export function partText(bytes: Uint8Array | undefined): string {
  if (!bytes) throw new OfficeError(broken);
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const text = new TextDecoder(byMark.get(mark) ?? 'utf-8').decode(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new OfficeError(broken);
  return text;
}

/** A relationship of a part. */
export interface Relationship {
  id: string;
  /** Last word of its type: `image`, `vbaProject`. */
  type: string;
  fullType: string;
  target: string;
  isExternal: boolean;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

/** The relationships in a text of their kind. */
export const readRelationships = (text: string): Relationship[] =>
  [...text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => ({
    id: attribute(tag, 'Id'),
    type: attribute(tag, 'Type').split('/').at(-1) ?? '',
    fullType: attribute(tag, 'Type'),
    target: attribute(tag, 'Target'),
    isExternal: attribute(tag, 'TargetMode').toLowerCase() === 'external',
  }));

/** The text of relationships. What was read is written back as it stood, so it needs no escaping. */
export const writeRelationships = (all: readonly Relationship[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ({ id, fullType, target, isExternal }) =>
        `<Relationship Id="${id}" Type="${fullType}" Target="${target.replaceAll('"', '&quot;')}"${isExternal ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** Where the relationships of a part stand. */
export const relationshipsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** The part that a relationship of another leads to. */
export function targetOf(part: string, target: string): string {
  const plain = decodeURI(target.split('#')[0] ?? '');
  const steps = plain.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The content types of an archive: by part, and by ending. */
export function readContentTypes(text: string): { parts: Map<string, string>; endings: Map<string, string> } {
  const tags = (name: string) => [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))];
  return {
    parts: new Map(
      tags('Override').map(([tag]) => [
        attribute(tag, 'PartName').replace(/^\//, ''),
        attribute(tag, 'ContentType'),
      ]),
    ),
    endings: new Map(
      tags('Default').map(([tag]) => [
        attribute(tag, 'Extension').toLowerCase(),
        attribute(tag, 'ContentType'),
      ]),
    ),
  };
}
