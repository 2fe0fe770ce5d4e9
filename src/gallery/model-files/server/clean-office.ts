import { strToU8, type Unzipped, zipSync } from 'fflate';
import { stripJpeg } from '../../../filing/evidence/photo/jpeg.ts';
import { stripPng } from '../../../filing/evidence/photo/png.ts';
import {
  OfficeError,
  partText,
  type Relationship,
  readContentTypes,
  readRelationships,
  relationshipsOf,
  targetOf,
  unpackOffice,
  writeRelationships,
} from './office-parts.ts';
import { droppedRelations, mainTypes, otherPart, refusedRelations, shownRelations } from './office-rules.ts';

const pictureEndings = new Set(['png', 'jpg', 'jpeg', 'gif', 'bmp', 'emf', 'wmf']);

function cleanPicture(name: string, bytes: Uint8Array): Uint8Array {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!pictureEndings.has(ending)) throw new OfficeError(otherPart);
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  if (!isJpeg && !isPng) return bytes;
  const picture = isJpeg ? stripJpeg(bytes) : stripPng(bytes);
  if (!picture.ok) throw new OfficeError('ảnh trong tệp bị hỏng. Chèn lại ảnh rồi đính kèm lại.');
  return picture.bytes;
}

/** Traces of people in the text of a part, which the document does not show. */
function cleanText(text: string): string {
  if (/<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)[\s>]/.test(text))
    throw new OfficeError('tệp còn dấu sửa (Track Changes). Chấp nhận hoặc bỏ hết rồi đính kèm lại.');
  if (/<w:vanish\s*\/>/.test(text)) throw new OfficeError('tệp có chữ ẩn. Bỏ chữ ẩn rồi đính kèm lại.');
  if (/<(?:\w+:)?sheet\s[^>]*state="(?:hidden|veryHidden)"/.test(text))
    throw new OfficeError('tệp có trang tính ẩn. Xóa trang tính ẩn rồi đính kèm lại.');
  if (/<w:fldSimple[^>]*DDE|<w:instrText[^>]*>[^<]*\bDDE/i.test(text)) throw new OfficeError(otherPart);
  return text
    .replace(/<w:attachedTemplate\s[^>]*\/>/g, '')
    .replace(/<x15ac:absPath\s[^>]*\/>/g, '')
    .replace(/<fileSharing\s[^>]*\/>/g, '')
    .replace(/(<pageSetup\s[^>]*?)\s\w+:id="[^"]*"/g, '$1');
}

const isSafeLink = (target: string): boolean => /^(?:https?:\/\/|mailto:|tel:|#)/i.test(target);

/** The relationships of a part that stay. Throws OfficeError for one that must not go out. */
function keptRelationships(all: readonly Relationship[]): Relationship[] {
  return all.filter(({ type, target, isExternal }) => {
    if (droppedRelations.has(type)) return false;
    if (!shownRelations.has(type)) throw new OfficeError(refusedRelations[type] ?? otherPart);
    if (isExternal && !(type === 'hyperlink' && isSafeLink(target))) throw new OfficeError(otherPart);
    return true;
  });
}

/** The parts that the main one leads to, cleaned, with their relationships. */
function reachedParts(unpacked: Unzipped, begin: string): Record<string, Uint8Array> {
  const kept: Record<string, Uint8Array> = {};
  const waiting = [begin];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part in kept) continue;
    const bytes = unpacked[part];
    if (!bytes) throw new OfficeError('tệp thiếu một phần. Mở tệp, lưu lại rồi đính kèm lại.');
    const isText = /\.(?:xml|vml)$/i.test(part);
    const isFont = /\.(?:odttf|ttf|fntdata)$/i.test(part);
    if (isText)
      kept[part] = strToU8(
        cleanText(partText(bytes))
          .replace(/^\ufeff/, '')
          .replace(/encoding="utf-16"/i, 'encoding="UTF-8"'),
      );
    else kept[part] = isFont ? bytes : cleanPicture(part, bytes);
    const own = unpacked[relationshipsOf(part)];
    if (!own) continue;
    const relationships = keptRelationships(readRelationships(partText(own)));
    kept[relationshipsOf(part)] = strToU8(writeRelationships(relationships));
    for (const { target, isExternal } of relationships)
      if (!isExternal && target !== '' && !target.startsWith('#')) waiting.push(targetOf(part, target));
  }
  return kept;
}

function typesFor(
  parts: Readonly<Record<string, Uint8Array>>,
  types: ReturnType<typeof readContentTypes>,
): string {
  const endings = [...types.endings].filter(([ending]) =>
    Object.keys(parts).some((part) => part.toLowerCase().endsWith(`.${ending}`)),
  );
  const overrides = Object.keys(parts).flatMap((part) => {
    const type = types.parts.get(part);
    const plain = mainTypes.find(({ macro }) => macro === type)?.plain ?? type;
    return plain === undefined ? [] : [`<Override PartName="/${part}" ContentType="${plain}"/>`];
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${endings
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
    .join('')}${overrides.join('')}</Types>`;
}

/**
 * A file of Word or Excel as it may be handed out: the parts that the document shows, without macros, properties, templates,
 * printers and paths. One that holds comments, tracked changes, hidden text or sheets, or embedded files is refused: only
 * its makers can say what of it is meant.
 */
export function cleanOffice(
  bytes: Uint8Array,
): { ok: true; kind: 'docx' | 'xlsx'; bytes: Uint8Array<ArrayBuffer> } | { ok: false; problem: string } {
  try {
    const unpacked = unpackOffice(bytes);
    const types = readContentTypes(partText(unpacked['[Content_Types].xml']));
    const root = readRelationships(partText(unpacked['_rels/.rels'])).filter(
      ({ type }) => type === 'officeDocument',
    );
    const [first] = root;
    const main = first && targetOf('', first.target);
    const known = mainTypes.find(({ macro, plain }) =>
      [macro, plain].some((type) => type === types.parts.get(main ?? '')),
    );
    if (!first || main === undefined || !known)
      throw new OfficeError(
        'chỉ nhận Word (.docx), Excel (.xlsx), PDF, ảnh JPEG hoặc PNG. Lưu thành một trong các loại đó.',
      );
    const parts = reachedParts(unpacked, main);
    const whole = {
      '[Content_Types].xml': strToU8(typesFor(parts, types)),
      '_rels/.rels': strToU8(writeRelationships([first])),
      ...parts,
    };
    // A fixed time, so that the same file is the same bytes.
    return {
      ok: true,
      kind: known.kind,
      bytes: new Uint8Array(zipSync(whole, { mtime: '2026-01-01T00:00:00' })),
    };
  } catch (error) {
    if (error instanceof OfficeError) return { ok: false, problem: error.message };
    throw error;
  }
}
